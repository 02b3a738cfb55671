"""A shard back into raw reports: what was planned is what is read, or it is told."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.model.report import RawReport, Rejection
from dragoman.read.decode import decode
from dragoman.read.files import Refused, opened
from dragoman.read.jsons import parse
from dragoman.read.limits import DEFAULT, MIB, Limits
from dragoman.read.plan import (
    DELIMITERS,
    PLACED,
    WHOLE,
    Columns,
    Piece,
    Shard,
    combined,
    units,
)
from dragoman.read.rows import NO_COLUMNS, raw_report
from dragoman.read.tables import fields
from dragoman.read.units import Unit


def read(
    shard: Shard, *, limits: Limits = DEFAULT, columns: Columns = NO_COLUMNS
) -> Iterator[RawReport | Rejection]:
    """Each report of `shard`, in order, or in its place the rejection that says what is wrong.

    `columns` as they were given to `plan`.
    """
    for piece in shard.pieces:
        if piece.rejection is not None:
            yield piece.rejection
            continue
        if piece.format in PLACED:
            yield from _group(piece, limits, columns)
            continue
        try:
            found = _units(piece, limits)
        except Refused as refusal:
            yield _rejection(piece.uri, refusal)
            continue
        for unit in found:
            yield _report(piece, unit, limits, columns)


def _group(piece: Piece, limits: Limits, columns: Columns) -> Iterator[RawReport | Rejection]:
    """The reports of a group, one at a time: a small file may hold very much text.

    That the file was changed is found at the end, and told behind what was read.
    """
    hashes: list[str] = []
    try:
        with opened(Path(piece.path), limits) as stream:
            for unit in units(
                stream, piece.format, limits, start=piece.start, number=piece.first, inside=True,
                columns=columns.values(),
            ):  # fmt: skip
                hashes.append(hashlib.sha256(unit.data or b"").hexdigest())
                yield _report(piece, unit, limits, columns)
        _check(piece, hashes)
    except Refused as refusal:
        yield _rejection(piece.uri, refusal)


def _units(piece: Piece, limits: Limits) -> list[Unit]:
    """The units of `piece`, checked against the plan's hash.

    Raises:
        Refused: the file is gone, cannot be read, or is not what was planned.
    """
    with opened(Path(piece.path), limits) as stream:
        _skip(stream, piece.start)
        if piece.format == "warc":
            found = _answers(piece, stream, limits)
        else:
            data = io.BytesIO(stream.read(piece.end - piece.start))
            found = list(
                units(data, piece.format, limits, start=piece.start, number=piece.first,
                      inside=piece.start > 0)
            )  # fmt: skip
    _check(piece, [hashlib.sha256(unit.data or b"").hexdigest() for unit in found])
    return found


def _check(piece: Piece, hashes: list[str]) -> None:
    """Pass what was read when it is what was planned.

    Raises:
        Refused: it is not.
    """
    if combined(hashes) != piece.sha256:
        detail = f"its bytes {piece.start} to {piece.end} are not those planned; read it again"
        if piece.format in PLACED:
            detail = "it is not what was planned; read it again"
        raise Refused("changed", detail)


def _answers(piece: Piece, stream: BinaryIO, limits: Limits) -> list[Unit]:
    """The pages of an archive from where the stream stands, as many as the piece has."""
    found: list[Unit] = []
    for unit in units(stream, piece.format, limits, start=piece.start, number=piece.first):
        found.append(unit)
        if len(found) == piece.reports:
            break
    return found


def _skip(stream: BinaryIO, count: int) -> None:
    if stream.seekable():
        stream.seek(count)
        return
    while count > 0 and (passed := len(stream.read(min(count, MIB)))):
        count -= passed


def _report(piece: Piece, unit: Unit, limits: Limits, columns: Columns) -> RawReport | Rejection:
    where = piece.uri if piece.format in WHOLE else f"{piece.uri}#{unit.number}"
    try:
        if unit.fault is not None:
            raise Refused(*unit.fault)
        if unit.row is not None:
            return raw_report(unit.row, where, columns)
        if piece.format == "pdf":
            # Taken apart by the worker that cleans it: a byte is the character of its number.
            content = (unit.data or b"").decode("latin-1")
            return RawReport(uri=where, media="pdf", content=content)
        decoded = decode(unit.data or b"")
        if decoded.bad_share > limits.bad_share:
            share = f"{decoded.bad_share:.0%} of the characters are unreadable as"
            raise Refused("not_text", f"{share} {decoded.charset}")
        if piece.format in WHOLE:
            return RawReport(uri=where, media=piece.format, content=decoded.text)
        if piece.format in DELIMITERS:
            cells = fields(decoded.text, DELIMITERS[piece.format])
            return raw_report(dict(zip(piece.columns, cells, strict=False)), where, columns)
        return raw_report(parse(decoded.text, limits), where, columns)
    except Refused as refusal:
        return _rejection(where, refusal)


def _rejection(uri: str, refusal: Refused) -> Rejection:
    return Rejection(stage="read", uri=uri, reason=refusal.reason, detail=refusal.detail)
