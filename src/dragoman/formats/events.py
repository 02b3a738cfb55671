"""The formats of event data: what is written in them, and what is read out of anybody's files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import UsageError
from dragoman.formats import acled, gdelt, gdelt_read, icews, plover_jsonl, polecat, ucdp
from dragoman.formats.foreign import Rows, rejected
from dragoman.formats.gdelt_read import LAYOUTS, MENTIONS
from dragoman.formats.registry import Format
from dragoman.formats.sources import decoded, lines, streams
from dragoman.read.files import Refused

FORMATS: tuple[Format, ...] = (
    polecat.FORMAT, icews.FORMAT, gdelt.FORMAT, plover_jsonl.FORMAT,
)  # fmt: skip
"""What can be written."""


Reader = Callable[[str, BinaryIO], Rows]
"""The events in a file's bytes, each row that is none in its place as a rejection."""


def _of_lines(read: Callable[[str, Iterable[tuple[int, str | None]]], Rows]) -> Reader:
    def reader(file: str, stream: BinaryIO) -> Rows:
        yield from read(file, lines(stream))

    return reader


READERS: dict[str, Reader] = {
    "polecat": _of_lines(polecat.read),
    "icews": _of_lines(icews.read),
    "gdelt": _of_lines(gdelt_read.read),
    "plover": _of_lines(plover_jsonl.read),
    "acled": acled.read,
    "ucdp": ucdp.read,
}
"""What can be read, by the name of the format."""

PEEKED = 1 << 16


def read(paths: Iterable[Path], form: str | None = None) -> Rows:
    """The events of files, one after the other; .gz and .zip are unpacked on the way.

    Nothing is held but the row that is read.

    Args:
        paths: files; links among them are followed.
        form: a name of `READERS`; None: each file is looked at.

    Yields:
        Events, and in the place of a row, or of a file's rest, that cannot be read a rejection.

    Raises:
        NoSuchPathError: a file is not there.
        UsageError: no such format.
    """
    if form is not None and form not in READERS:
        raise UsageError(f"format {form!r}: expected one of {', '.join(READERS)}")
    for path in paths:
        yield from _one(path, form)


def format_of(head: bytes) -> str | None:
    """The format that a file's first bytes tell of; None: none of `READERS`."""
    line = decoded(head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]).rstrip("\r")
    if line.startswith("{"):
        return "plover"
    if "event_id_cnty" in line:
        return "acled"
    if "type_of_violence" in line:
        return "ucdp"
    cells = line.split("\t")
    if "CAMEO Code" in line:
        return "icews"
    if "Event ID" in line or len(cells) == len(polecat.HEADER):
        return "polecat"
    if len(cells) in LAYOUTS or len(cells) == len(MENTIONS):
        return "gdelt"
    if len(cells) == len(icews.HEADER):
        return "icews"
    return "ucdp" if line.count(",") >= len(ucdp.HEADER) - 1 else None


def _one(path: Path, form: str | None) -> Rows:
    try:
        for name, stream in streams(path):
            yield from _guarded(name, stream, form)
    except Refused as refusal:
        yield rejected(path.name, None, refusal.reason, refusal.detail)


def _guarded(name: str, stream: BinaryIO, form: str | None) -> Rows:
    try:
        found = form or format_of(stream.peek(PEEKED))  # type: ignore[attr-defined]
        if found is None:
            detail = f"it is none of {', '.join(READERS)}; say which with its name"
            yield rejected(name, None, "unknown_format", detail)
            return
        yield from READERS[found](name, stream)
    except Refused as refusal:
        yield rejected(name, None, refusal.reason, refusal.detail)
