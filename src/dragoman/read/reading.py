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
from dragoman.read.plan import DELIMITERS, WHOLE, Piece, Shard, combined, units
from dragoman.read.rows import raw_report
from dragoman.read.tables import fields
from dragoman.read.units import Unit


def read(shard: Shard, *, limits: Limits = DEFAULT) -> Iterator[RawReport | Rejection]:
    """Each report of `shard`, in order, or in its place the rejection that says what is wrong."""
    for piece in shard.pieces:
        if piece.rejection is not None:
            yield piece.rejection
            continue
        try:
            found = _units(piece, limits)
        except Refused as refusal:
            yield _rejection(piece.uri, refusal)
            continue
        for unit in found:
            yield _report(piece, unit, limits)


def _units(piece: Piece, limits: Limits) -> list[Unit]:
    """The units of `piece`, checked against the plan's hash.

    Raises:
        Refused: the file is gone, cannot be read, or is not what was planned.
    """
    with opened(Path(piece.path), limits) as stream:
        _skip(stream, piece.start)
        data = stream.read(piece.end - piece.start)
    found = list(
        units(io.BytesIO(data), piece.format, limits, start=piece.start, number=piece.first,
              inside=piece.start > 0)
    )  # fmt: skip
    hashes = [hashlib.sha256(unit.data or b"").hexdigest() for unit in found]
    if combined(hashes) != piece.sha256:
        detail = f"its bytes {piece.start} to {piece.end} are not those planned; read it again"
        raise Refused("changed", detail)
    return found


def _skip(stream: BinaryIO, count: int) -> None:
    if stream.seekable():
        stream.seek(count)
        return
    while count > 0 and (passed := len(stream.read(min(count, MIB)))):
        count -= passed


def _report(piece: Piece, unit: Unit, limits: Limits) -> RawReport | Rejection:
    where = piece.uri if piece.format in WHOLE else f"{piece.uri}#{unit.number}"
    try:
        decoded = decode(unit.data or b"")
        if decoded.bad_share > limits.bad_share:
            share = f"{decoded.bad_share:.0%} of the characters are unreadable as"
            raise Refused("not_text", f"{share} {decoded.charset}")
        if piece.format in WHOLE:
            return RawReport(uri=where, media=piece.format, content=decoded.text)
        if piece.format in DELIMITERS:
            cells = fields(decoded.text, DELIMITERS[piece.format])
            return raw_report(dict(zip(piece.columns, cells, strict=False)), where)
        return raw_report(parse(decoded.text, limits), where)
    except Refused as refusal:
        return _rejection(where, refusal)


def _rejection(uri: str, refusal: Refused) -> Rejection:
    return Rejection(stage="read", uri=uri, reason=refusal.reason, detail=refusal.detail)
