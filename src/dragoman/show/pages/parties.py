"""Parties: who acts in the record, those in most incidents first."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.show import wording
from dragoman.show.naming import KINDS, sector_of, shown_name
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.pages.paging import Part, part
from dragoman.show.room import Room, Row

PER_PAGE = 100
"""Parties of one served page."""

MOST = 2000
"""Parties of the written page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A party in the list; country, sector and offices are empty where none is told."""

    party_id: str
    name: str
    kind: str
    country: str
    sector: str
    offices: tuple[str, ...]
    incidents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties(Shown):
    """The page."""

    total: int
    rows: tuple[Listed, ...]
    part: Part


def parties(room: Room, ask: Ask) -> Parties:
    """The page's data; `page` in the query chooses."""
    total = room.counts()["parties"]
    shown = part(ask, total, served=PER_PAGE, written=MOST)
    rows = room.parties(limit=shown.last - shown.first, offset=shown.first)
    return Parties(
        title="Parties",
        total=total,
        rows=tuple(_listed(room, row) for row in rows),
        part=shown,
    )


def _listed(room: Room, row: Row) -> Listed:
    code = row["country"]
    return Listed(
        party_id=row["party_id"],
        name=shown_name(row, room.names),
        kind=wording.of(KINDS, row["kind"]),
        country="" if code is None else room.names.get(code, code),
        sector=sector_of(row["sector"]) or "",
        offices=tuple(one.replace("_", " ") for one in row["offices"] or ()),
        incidents=row["incidents"],
    )


PAGE = Page(name="parties", view=parties, label="Parties")
