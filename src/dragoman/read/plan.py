"""Cut a corpus into shards: the same bytes under the same names give the same shards.

Where a shard ends depends on the hashes of the reports themselves, so a report that is added or
taken away changes the shard it stands in and leaves the others, and what was made of them, alone.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from dragoman.model.report import Rejection
from dragoman.read import parquet
from dragoman.read.decode import decode
from dragoman.read.feeds import entries
from dragoman.read.files import Refused, opened, whole
from dragoman.read.folder import Found, find
from dragoman.read.jsons import items, lines
from dragoman.read.limits import DEFAULT, Limits
from dragoman.read.rows import NO_COLUMNS
from dragoman.read.tables import fields, rows
from dragoman.read.units import Unit
from dragoman.read.warc import records

WHOLE = ("text", "markdown", "html", "pdf")
PLACED = ("parquet", "feed")
"""Formats whose reports do not lie at bytes of their own: a piece is a group of rows, or a feed.

`start` is then the number of the group, from 0.
"""

Columns = Mapping[str, str]
DELIMITERS = {"csv": ",", "semicolon": ";", "tsv": "\t"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A file, or a stretch of whole lines, items or rows of one.

    Attributes:
        path: the file; uri: its name in the record.
        format: a value of `folder.FORMATS`, or "semicolon" for CSV as some spreadsheets write it.
        start, end: bytes of the unpacked file; for `PLACED` formats numbers of groups.
        first: number of the first line or item.
        columns: the header of a CSV or TSV file.
        reports: how many lines, items or rows it holds.
        sha256: over the SHA-256 of each.
        rejection: set where there is nothing to read, only to be told.
    """

    path: str
    uri: str
    format: str = ""
    start: int = 0
    end: int = 0
    first: int = 1
    columns: tuple[str, ...] = ()
    reports: int = 1
    sha256: str = ""
    rejection: Rejection | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """Pieces that are read together; `key` hashes their names and their bytes."""

    key: str
    pieces: tuple[Piece, ...]

    @property
    def reports(self) -> int:
        """How many reports or rejections reading it gives."""
        return sum(piece.reports for piece in self.pieces)


def plan(
    paths: Sequence[Path], *, limits: Limits = DEFAULT, columns: Columns = NO_COLUMNS
) -> tuple[Shard, ...]:
    """The shards of everything at `paths`, each file once, in the order of the paths.

    `columns` leads from a value of a report to the name of the column that holds it, where that
    is not one of `rows.COLUMNS`; `read` has to be given the same.

    Raises:
        NoSuchPathError: a path does not exist; nothing was read then.
    """
    return tuple(planned(paths, limits=limits, columns=columns))


def planned(
    paths: Sequence[Path], *, limits: Limits = DEFAULT, columns: Columns = NO_COLUMNS
) -> Iterator[Shard]:
    """As `plan`, one shard at a time: neither the files nor the shards are held together."""
    for path in paths:
        next(find(Path(path)), None)
    return _cut((atom for file in _once(paths) for atom in _atoms(file, limits, columns)), limits)


def _once(paths: Sequence[Path]) -> Iterator[Found]:
    """Each file at the paths; one path alone leads to none twice."""
    seen: set[str] = set()
    for path in paths:
        for file in find(Path(path)):
            if len(paths) > 1:
                if str(file.path) in seen:
                    continue
                seen.add(str(file.path))
            yield file


def units(
    stream: BinaryIO, kind: str, limits: Limits, *, start: int = 0, number: int = 1,
    inside: bool = False, columns: Iterable[str] = (),
) -> Iterator[Unit]:  # fmt: skip
    """The reports in `stream`, which holds format `kind` and stands at offset `start`.

    `inside` says that it is a stretch of a file and not its beginning; `columns` are further names
    of columns that are wanted.

    Raises:
        Refused: nothing more can be read.
    """
    if kind in WHOLE:
        data = whole(stream, limits.record_bytes)
        yield Unit(start, start + len(data), number, data)
    elif kind == "jsonl":
        yield from lines(stream, limits, start=start, number=number)
    elif kind == "json":
        data = whole(stream, limits.file_bytes)
        yield from items(data, limits, start=start, number=number, in_list=inside)
    elif kind == "parquet":
        group = start if inside else None
        yield from parquet.rows(
            _seekable(stream, limits), limits, columns=columns, group=group, number=number
        )
    elif kind == "feed":
        yield from entries(stream, limits)
    elif kind == "warc":
        yield from records(_seekable(stream, limits), limits, start=start, number=number)
    else:
        yield from rows(stream, DELIMITERS[kind], limits, start=start, number=number)


def _seekable(stream: BinaryIO, limits: Limits) -> BinaryIO:
    """`stream`, held whole where it was packed and cannot be sought in."""
    return stream if stream.seekable() else io.BytesIO(whole(stream, limits.file_bytes))


def _atoms(file: Found, limits: Limits, columns: Columns) -> Iterator[Piece]:
    """The file as pieces of one report each, and its faults as pieces with a rejection."""
    base = Piece(path=str(file.path), uri=file.uri, format=file.format)
    if file.fault is not None:
        yield _set_aside(base, file.uri, *file.fault)
        return
    try:
        with opened(file.path, limits) as stream:
            yield from _read_atoms(base, stream, limits, columns)
    except Refused as refusal:
        yield _set_aside(base, file.uri, refusal.reason, refusal.detail)


def _read_atoms(base: Piece, stream: BinaryIO, limits: Limits, columns: Columns) -> Iterator[Piece]:
    found = units(stream, base.format, limits, columns=columns.values())
    if base.format in PLACED:
        yield from _groups(base, found)
        return
    header_due = base.format in DELIMITERS
    if base.format == "csv" and _has_semicolons(stream):
        base = replace(base, format="semicolon")
        found = units(stream, base.format, limits)
    for unit in found:
        if header_due:
            header_due = False
            header = _header(unit, DELIMITERS[base.format])
            base = replace(base, columns=header)
        elif unit.fault is not None:
            yield _set_aside(base, f"{base.uri}#{unit.number}", *unit.fault)
        elif unit.data is not None:
            sha = hashlib.sha256(unit.data).hexdigest()
            yield replace(base, start=unit.start, end=unit.end, first=unit.number, sha256=sha)


def _groups(base: Piece, found: Iterable[Unit]) -> Iterator[Piece]:
    """A piece for each group of units, those with faults among them."""
    for start, group in groupby(found, key=lambda unit: unit.start):
        hashes: list[str] = []
        first = 0
        for unit in group:
            first = first or unit.number
            hashes.append(hashlib.sha256(unit.data or b"").hexdigest())
        yield replace(
            base, start=start, end=start + 1, first=first, reports=len(hashes),
            sha256=combined(hashes),
        )  # fmt: skip


def _has_semicolons(stream: BinaryIO) -> bool:
    peek = getattr(stream, "peek", None)
    head: bytes = peek(4096) if peek is not None else stream.getbuffer()[:4096].tobytes()  # type: ignore[attr-defined]
    line = head.partition(b"\n")[0]
    return line.count(b";") > line.count(b",")


def _header(unit: Unit, delimiter: str) -> tuple[str, ...]:
    if unit.data is None:
        raise Refused("bad_csv", "its header cannot be read")
    columns = tuple(fields(decode(unit.data).text, delimiter))
    if len(columns) < 2:
        raise Refused("bad_csv", f"its first line names {len(columns)} column; a header is needed")
    return columns


def _set_aside(base: Piece, uri: str, reason: str, detail: str) -> Piece:
    rejection = Rejection(stage="read", uri=uri, reason=reason, detail=detail)
    sha = hashlib.sha256(f"{reason}\n{detail}".encode()).hexdigest()
    return replace(base, sha256=sha, rejection=rejection)


def _cut(atoms: Iterable[Piece], limits: Limits) -> Iterator[Shard]:
    """Close a shard after an atom whose own hash says so, or when it is full."""
    open_atoms: list[Piece] = []
    size = 0
    for atom in atoms:
        if open_atoms and size + atom.end - atom.start > limits.shard_bytes:
            yield _shard(open_atoms)
            open_atoms, size = [], 0
        open_atoms.append(atom)
        size += atom.end - atom.start
        count = sum(one.reports for one in open_atoms)
        full = count >= 2 * limits.shard_reports
        if full or int(atom.sha256[:8], 16) % limits.shard_reports == 0:
            yield _shard(open_atoms)
            open_atoms, size = [], 0
    if open_atoms:
        yield _shard(open_atoms)


def _shard(atoms: list[Piece]) -> Shard:
    """The atoms as one shard, neighbours in one file joined to one piece."""
    runs: list[list[Piece]] = []
    for atom in atoms:
        last = runs[-1][-1] if runs else None
        if last is not None and _continues(last, atom):
            runs[-1].append(atom)
        else:
            runs.append([atom])
    pieces = tuple(_joined(run) for run in runs)
    said = "".join(f"{p.uri}\0{p.format}\0{p.first}\0{p.columns}\0{p.sha256}\n" for p in pieces)
    return Shard(key=hashlib.sha256(said.encode()).hexdigest(), pieces=pieces)


def _continues(last: Piece, atom: Piece) -> bool:
    """Whether two atoms lie next to each other in one file."""
    is_told = last.rejection is not None or atom.rejection is not None
    return last.path == atom.path and not is_told and atom.format not in PLACED


def _joined(run: list[Piece]) -> Piece:
    if run[0].format in PLACED:
        return run[0]
    sha = combined([atom.sha256 for atom in run])
    return replace(run[0], end=run[-1].end, reports=len(run), sha256=sha)


def combined(hashes: Sequence[str]) -> str:
    """One hash over the hashes of a piece's reports."""
    return hashlib.sha256("".join(hashes).encode()).hexdigest()
