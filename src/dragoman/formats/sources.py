"""Files to import from: plain, .gz or .zip, as rows of text that are never held together."""

from __future__ import annotations

import codecs
import io
import os
import re
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from dragoman.errors import NoSuchPathError
from dragoman.read.files import Refused, Unpacked, opened
from dragoman.read.limits import DEFAULT, MIB, Limits

ROW_BYTES = MIB
MEMBERS = 1_000
"""Files in one archive."""
ARCHIVES = (".zip", ".gz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".tgz", ".zst")
CODE_PAGE = "cp1252"
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def streams(path: Path, limits: Limits = DEFAULT) -> Iterator[tuple[str, BinaryIO]]:
    """Each file at `path` with its name: the file itself, or those of a .zip in its order.

    A stream is to be read before the next one is asked for.

    Raises:
        NoSuchPathError: there is nothing at that path.
        Refused: nothing more can be read from it.
    """
    if not path.exists():
        raise NoSuchPathError(str(path))
    if path.is_dir():
        raise Refused("not_a_file", "it is a folder; name the files in it")
    given = path.resolve()  # a link that a person named is followed
    if path.name.lower().endswith(".zip"):
        yield from _members(given, path.name, limits)
        return
    with opened(given, limits) as stream:
        yield path.name, stream if hasattr(stream, "peek") else io.BufferedReader(cast(Any, stream))


def lines(stream: BinaryIO) -> Iterator[tuple[int, str | None]]:
    """The rows of `stream` with their numbers, from 1, without their ends; None for one too long.

    UTF-8, and Windows-1252 where a row is not that: old files were saved in it, whole or in part.
    """
    number = 0
    while data := stream.readline(ROW_BYTES + 1):
        number += 1
        if len(data) > ROW_BYTES and not data.endswith(b"\n"):
            while data and not data.endswith(b"\n"):
                data = stream.readline(MIB)
            yield number, None
            continue
        if number == 1:
            data = data.removeprefix(codecs.BOM_UTF8)
        yield number, decoded(data).rstrip("\r\n")


def decoded(data: bytes) -> str:
    """Bytes of one row as text."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(CODE_PAGE, "replace")


def _members(path: Path, name: str, limits: Limits) -> Iterator[tuple[str, BinaryIO]]:
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as raw:
        if not stat.S_ISREG(os.fstat(raw.fileno()).st_mode):
            raise Refused("not_a_file", "it is not a regular file")
        try:
            archive = zipfile.ZipFile(raw)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise Refused("corrupt_file", f"the archive is damaged: {error}") from error
        with archive:
            held = [info for info in archive.infolist() if not info.is_dir()]
            if len(held) > MEMBERS:
                raise Refused("too_large", f"the archive holds {len(held)} files, above {MEMBERS}")
            for info in held:
                yield f"{name}/{CONTROLS.sub('�', info.filename)}", _member(archive, info, limits)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits) -> BinaryIO:
    if info.filename.lower().endswith(ARCHIVES):
        raise Refused("bomb", f"{info.filename!r}: archives within archives are not opened")
    try:
        inner = archive.open(info)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise Refused("corrupt_file", f"{info.filename!r} cannot be unpacked: {error}") from error
    return io.BufferedReader(Unpacked(inner, lambda: info.compress_size, limits), MIB)
