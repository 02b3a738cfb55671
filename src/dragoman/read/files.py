"""Bytes of one regular file, unpacked within limits; links, pipes and devices are refused."""

from __future__ import annotations

import codecs
import gzip
import io
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dragoman.read.limits import MIB, Limits

WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks of the encodings in which a newline is more than one byte; longest first."""


class Refused(Exception):
    """A file, or the rest of it, is set aside; `reason` is one of `limits.REASONS`."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason, self.detail = reason, detail


class _Unpacked(io.RawIOBase):
    """A gzip stream that stops when it grows out of proportion."""

    def __init__(self, packed: BinaryIO, limits: Limits) -> None:
        self._packed = packed
        self._inner = gzip.GzipFile(fileobj=packed, mode="rb")
        self._limits = limits
        self._out = 0

    def readable(self) -> bool:
        """True: it can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill `buffer` and return the number of bytes.

        Raises:
            Refused: the stream is a bomb, or damaged.
        """
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        try:
            data = self._inner.read1(len(view))  # what came before a fault is not lost
        except (OSError, EOFError, zlib.error) as error:
            raise Refused("corrupt_file", f"the packed data is damaged or cut: {error}") from error
        self._out += len(data)
        packed = max(self._packed.tell(), 1)
        if self._out > self._limits.ratio_from_bytes and self._out > self._limits.ratio * packed:
            raise Refused("bomb", f"{packed} packed bytes unpack to more than {self._out}")
        view[: len(data)] = data
        return len(data)


@contextmanager
def opened(path: Path, limits: Limits) -> Iterator[BinaryIO]:
    """The bytes of `path`, unpacked where it ends in .gz, in UTF-8 where it was in UTF-16 or 32.

    Raises:
        Refused: not a regular file, unreadable, damaged, a bomb, or too large to be recoded.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except (OSError, ValueError) as error:
        raise Refused("unreadable", f"it cannot be opened: {error}") from error
    with os.fdopen(handle, "rb") as raw:
        if not stat.S_ISREG(os.fstat(raw.fileno()).st_mode):
            raise Refused("not_a_file", "it is not a regular file")
        packed = path.name.lower().endswith(".gz")
        stream: BinaryIO = io.BufferedReader(_Unpacked(raw, limits), MIB) if packed else raw
        try:
            yield _narrowed(stream, limits)
        except OSError as error:
            raise Refused("unreadable", f"it cannot be read: {error}") from error


def _narrowed(stream: BinaryIO, limits: Limits) -> BinaryIO:
    """`stream` from its start; in UTF-8 where its byte order mark says that it is wide.

    Raises:
        Refused: it is wide and too large to be held whole.
    """
    head = stream.peek(4)[:4]  # type: ignore[attr-defined]
    for mark, encoding in WIDE_MARKS:
        if head.startswith(mark):
            data = whole(stream, limits.file_bytes)
            return io.BytesIO(data.decode(encoding, "replace").encode("utf-8", "replace"))
    return stream


def whole(stream: BinaryIO, limit_bytes: int) -> bytes:
    """All that is left in `stream`.

    Raises:
        Refused: that is more than `limit_bytes`.
    """
    data = stream.read(limit_bytes + 1)
    if len(data) > limit_bytes:
        raise Refused("too_large", f"it is larger than {limit_bytes} bytes")
    return data
