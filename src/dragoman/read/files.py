"""Bytes of one regular file, unpacked within limits; links, pipes and devices are refused."""

from __future__ import annotations

import codecs
import gzip
import io
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.read.limits import MIB, Limits

WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks of the encodings in which a newline is more than one byte; longest first."""


PIECE = 1 << 16
WINDOW_BYTES = 1 << 27
"""Memory that a zstd frame may ask for: what its tool takes without being told."""


class Refused(Exception):
    """A file, or the rest of it, is set aside; `reason` is one of `limits.REASONS`."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason, self.detail = reason, detail


PACKED = (".gz", ".zst")
"""Endings of packed files; what stands before one says what is inside."""


class Unpacked(io.RawIOBase):
    """What a packed stream unpacks to, until it grows out of proportion.

    `inner` is the tool that unpacks; `packed` tells how many packed bytes it has taken.
    """

    def __init__(self, inner: Any, packed: Callable[[], int], limits: Limits) -> None:
        self._inner = inner
        self._packed = packed
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
            # What came before a fault is not lost.
            data = self._inner.read1(len(view))
        except (OSError, EOFError, zlib.error, zipfile.BadZipFile, _zstd_error()) as error:
            raise Refused("corrupt_file", f"the packed data is damaged or cut: {error}") from error
        self._out += len(data)
        packed = max(self._packed(), 1)
        if self._out > self._limits.ratio_from_bytes and self._out > self._limits.ratio * packed:
            raise Refused("bomb", f"{packed} packed bytes unpack to more than {self._out}")
        view[: len(data)] = data
        return len(data)


def is_packed(name: str) -> bool:
    """Whether a file of this name is unpacked before it is read; an archive's members are not."""
    lower = name.lower()
    return lower.endswith(PACKED) and not lower.endswith(".warc.gz")


def _inner(raw: BinaryIO, name: str) -> Any:
    if name.lower().endswith(".gz"):
        return gzip.GzipFile(fileobj=raw, mode="rb")
    import zstandard

    reader = zstandard.ZstdDecompressor(max_window_size=WINDOW_BYTES).stream_reader(
        raw, read_across_frames=True
    )
    return reader


def _zstd_error() -> type[Exception]:
    import zstandard

    return zstandard.ZstdError


def _brotli_error() -> type[Exception]:
    import brotli

    return brotli.error  # type: ignore[no-any-return]


def unpacked(data: bytes, encoding: str, limits: Limits) -> bytes:
    """A body without one content encoding of HTTP: gzip, deflate, br or zstd.

    Raises:
        Refused: it unpacks to more than a record may hold, is damaged, or packed in another way.
    """
    pieces, size = [], 0
    try:
        for piece in _pieces(data, encoding):
            size += len(piece)
            if size > limits.record_bytes or (
                size > limits.ratio_from_bytes and size > limits.ratio * len(data)
            ):
                raise Refused("bomb", f"{len(data)} packed bytes unpack to more than {size}")
            pieces.append(piece)
    except (OSError, EOFError, zlib.error, _zstd_error(), _brotli_error()) as error:
        raise Refused("corrupt_record", f"its {encoding} data is damaged: {error}") from error
    return b"".join(pieces)


def _pieces(data: bytes, encoding: str) -> Iterator[bytes]:
    """The unpacked bytes, a bounded piece at a time."""
    if encoding in ("gzip", "x-gzip", "deflate"):
        # 47: zlib's or gzip's header, whichever is there; some servers send deflate without one.
        has_header = data[:2] == b"\x1f\x8b" or (data[:1] == b"\x78" and len(data) > 1)
        tool = zlib.decompressobj(47 if has_header else -15)
        while data:
            yield tool.decompress(data, PIECE)
            data = tool.unconsumed_tail
        return
    if encoding == "br":
        import brotli

        brotli_tool = brotli.Decompressor()
        piece = brotli_tool.process(data, output_buffer_limit=PIECE)
        while piece or not brotli_tool.can_accept_more_data():
            yield piece
            piece = brotli_tool.process(b"", output_buffer_limit=PIECE)
        return
    if encoding == "zstd":
        yield from iter(partial(_inner(io.BytesIO(data), ".zst").read, PIECE), b"")
        return
    raise Refused("unknown_encoding", f"packed as {encoding[:20]!r}, which is not known")


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
        stream: BinaryIO = raw
        if is_packed(path.name):
            inner = _inner(raw, path.name)
            stream = io.BufferedReader(Unpacked(inner, raw.tell, limits), MIB)
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
