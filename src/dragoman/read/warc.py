"""Web archives (WARC, ISO 28500): each page that was fetched is a report; damage costs one record.

The archive's library stops at the first damaged member; here the next one is sought and reading
goes on. Bodies are unpacked here, within the limits, so that a bomb costs one record too.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from dragoman.read.decode import decode
from dragoman.read.files import Refused, unpacked
from dragoman.read.limits import MIB, Limits
from dragoman.read.units import Unit, said

MEMBERS = re.compile(rb"\x1f\x8b\x08|WARC/1\.")
"""How a member of a packed archive, or a record of a plain one, begins."""

HEAD = 4096
"""Bytes of a member by which it is known to be one."""

PAGES = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
"""Content types that are reports, and the column that holds them."""

LAYERS = 2
"""Encodings that may lie over each other, as in `Content-Encoding: gzip, br`."""

Row = dict[str, object]


def records(stream: BinaryIO, limits: Limits, *, start: int = 0, number: int = 1) -> Iterator[Unit]:
    """The pages of an archive; `stream` begins at byte `start` of it and can be sought in.

    Images, scripts and what else was fetched, requests and notes of the crawler are no reports and
    are passed over. A unit's row has the columns url, html or text, and retrieved.
    """
    shift = start - stream.tell()
    at: int | None = stream.tell()
    while at is not None:
        stream.seek(at)
        begun = at
        try:
            for record in _answers(stream):
                begun = record.stream_pos
                found = _unit(record, limits)
                if found is not None:
                    yield _placed(found, begun + shift, number)
                    number += 1
            return
        except (OSError, ValueError) as error:
            detail = f"damaged at or behind byte {begun + shift}: {error}"
            place = begun + shift
            yield Unit(place, place, number, None, ("corrupt_record", detail))
            number += 1
        at = _next_member(stream, begun + 1)


def _answers(stream: BinaryIO) -> Iterator[Any]:
    """Each record that may hold a page."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    yield from ArchiveIterator(stream, record_types=wanted, parse_http=True, auto_decode="none")


def _unit(record: Any, limits: Limits) -> Row | Refused | None:
    """The row of a record, the reason why it is set aside, or None where it is no page."""
    http = record.http_headers
    kind = (record.http_content_type if http else record.headers.get("Content-Type")) or ""
    column = PAGES.get(kind.partition(";")[0].strip().casefold())
    if column is None:
        return None
    if http and http.status_code != 200:
        return Refused("no_page", f"the server answered {http.status_code}")
    # Read whole in any case: what is left of a record would be taken for the next one.
    length = record.content_length
    body = record.reader.read(min(length, limits.record_bytes + 1))
    if len(body) > limits.record_bytes:
        return Refused("too_large", f"it is larger than {limits.record_bytes} bytes")
    if len(body) < length:
        return Refused("corrupt_record", f"{len(body)} of {length} bytes are there")
    try:
        body = _body(body, dict(http) if http else {}, limits)
    except Refused as refusal:
        return refusal
    charset = record.http_charset if http else None
    return {
        "url": record.headers.get("WARC-Target-URI"),
        column: decode(body, declared=charset).text,
        "retrieved": record.headers.get("WARC-Date"),
    }


def _placed(found: Row | Refused, place: int, number: int) -> Unit:
    if isinstance(found, Refused):
        return Unit(place, place, number, None, (found.reason, found.detail))
    return Unit(place, place, number, said(found), row=found)


def _body(data: bytes, headers: Mapping[str, str], limits: Limits) -> bytes:
    """The body of an HTTP answer without its encodings.

    Raises:
        Refused: a bomb, damaged, or packed in a way that is not known.
    """
    named = {name.casefold(): value.casefold() for name, value in headers.items()}
    if "chunked" in named.get("transfer-encoding", ""):
        data = _joined(data)
    layers = [one.strip() for one in named.get("content-encoding", "").split(",")]
    layers = [one for one in layers if one not in ("", "identity")]
    if len(layers) > LAYERS:
        raise Refused("bomb", f"packed {len(layers)} times over")
    for layer in reversed(layers):
        data = unpacked(data, layer, limits)
    return data


def _joined(data: bytes) -> bytes:
    """The chunks of a chunked body; the body itself where it is not chunked after all.

    Archives keep the header though some crawlers store the body joined.
    """
    out: list[bytes] = []
    at = 0
    while True:
        line_end = data.find(b"\r\n", at, at + 100)
        if line_end < 0:
            return data if not out else b"".join(out)
        try:
            size = int(data[at:line_end].partition(b";")[0], 16)
        except ValueError:
            return data if not out else b"".join(out)
        if size == 0:
            return b"".join(out)
        out.append(data[line_end + 2 : line_end + 2 + size])
        at = line_end + 2 + size + 2


def _next_member(stream: BinaryIO, at: int) -> int | None:
    """Where the next member that can be opened begins, at or behind `at`."""
    stream.seek(at)
    held = stream.read(MIB)
    while held:
        more = stream.read(MIB)
        seen = held + more[:HEAD]  # a mark close to the end is looked at with what follows it
        for mark in MEMBERS.finditer(seen):
            if mark.start() < len(held) and _opens(seen[mark.start() : mark.start() + HEAD]):
                return at + mark.start()
        at += len(held)
        held = more
    return None


def _opens(head: bytes) -> bool:
    """Whether bytes that look like the start of a member unpack to the start of a record."""
    if head.startswith(b"WARC/1."):
        return True
    try:
        return zlib.decompressobj(31).decompress(head, 64).startswith(b"WARC/1.")
    except zlib.error:
        return False
