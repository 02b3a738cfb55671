"""Disagreements: a card a question, a column a reading, with who says so and why it is believed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.show import details, wording
from dragoman.show.pages.common import Line, Source, line
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.pages.paging import Part, one_of, part
from dragoman.show.pages.readings import ReadingShown, first_told, readings
from dragoman.show.room import Room, Row

PER_PAGE = 50
"""Cards of one served page."""

MOST = 300
"""Cards of the written page, which has no further ones."""

LISTED = 2000
"""Questions that the written page names below its cards."""

LONERS = 5
"""Reports named on top, those with most counts first."""

COUNTS = 8
"""Counts named of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A kind of disagreement that may be chosen, and how many there are of it."""

    code: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A question to which reports give different answers; `number` is its place in the record."""

    conflict_id: str
    number: int
    about: str
    kind: str
    kind_name: str
    between: str
    between_name: str
    readings: tuple[ReadingShown, ...]
    decided: bool
    why: str
    incidents: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """What a report alone says, and what is said against it."""

    conflict_id: str
    about: str
    value: str
    preferred: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Loner:
    """A report that stands alone against the preferred reading on `count` counts."""

    source: Source
    count: int
    against: tuple[Against, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A disagreement that is only named."""

    conflict_id: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreements(Shown):
    """The page.

    Attributes:
        total: disagreements of the record, whatever was chosen.
        kinds, betweens: what may be chosen; kind, between: what was.
        loners: on the first page of all only.
        rest: named below the cards of a written page; part.cut counts them and those left out.
    """

    total: int
    kinds: tuple[Choice, ...]
    betweens: tuple[Choice, ...]
    kind: str | None
    between: str | None
    loners: tuple[Loner, ...]
    cards: tuple[Card, ...]
    rest: tuple[Named, ...]
    part: Part


def disagreements(room: Room, ask: Ask) -> Disagreements:
    """The page's data.

    Query: `kind` and `between` choose; `page` from 1; `at` is a conflict_id whose page is wanted.
    """
    kind = one_of(ask, "kind", wording.KINDS)
    between = one_of(ask, "between", wording.BETWEEN)
    kinds, betweens = details.conflict_counts(room, kind=kind, between=between)
    found = sum(kinds.values()) if kind is None else kinds.get(kind, 0)
    at = ask.query.get("at", "")
    holding = details.conflicts_before(room, at, kind=kind, between=between) if at else None
    shown = part(ask, found, served=PER_PAGE, written=MOST, holding=holding)

    def ids(limit: int, offset: int) -> list[str]:
        return details.conflict_ids(room, kind=kind, between=between, limit=limit, offset=offset)

    begin = shown.page == 1 and kind is None and between is None
    rest = [] if ask.live else ids(LISTED, shown.last)
    return Disagreements(
        title="Where the reports disagree",
        total=room.counts()["conflicts"],
        kinds=_choices(kinds, wording.KINDS),
        betweens=_choices(betweens, wording.BETWEEN),
        kind=kind,
        between=between,
        loners=_loners(room) if begin else (),
        cards=tuple(
            _card(room, _row(room, key)) for key in ids(shown.last - shown.first, shown.first)
        ),
        rest=tuple(Named(conflict_id=key, about=_row(room, key)["about"]) for key in rest),
        part=shown,
    )


def _choices(counts: Mapping[str, int], words: Mapping[str, str]) -> tuple[Choice, ...]:
    order = [*words, *sorted(counts.keys() - words.keys())]
    return tuple(
        Choice(code=code, name=wording.of(words, code), count=counts[code])
        for code in order
        if code in counts
    )


def _row(room: Room, key: str) -> Row:
    found = room.conflict(key)
    if found is None:
        raise KeyError(key)
    return found


def _card(room: Room, row: Row) -> Card:
    told = (room.incident(key) for key in row["incidents"])
    return Card(
        conflict_id=row["conflict_id"],
        number=details.conflict_number(room, row["conflict_id"]),
        about=row["about"],
        kind=row["kind"],
        kind_name=wording.of(wording.KINDS, row["kind"]),
        between=row["between"],
        between_name=wording.of(wording.BETWEEN, row["between"]),
        readings=readings(room, row),
        decided=row["preferred"] is not None,
        why=row["why"],
        incidents=tuple(line(one) for one in told if one is not None),
    )


def _loners(room: Room) -> tuple[Loner, ...]:
    found = []
    for key, count in details.standing_alone(room, most=LONERS):
        source = first_told(room, [key])
        if source is not None:
            held = details.alone_in(room, key, most=COUNTS)
            against = tuple(_against(_row(room, at), place) for at, place in held)
            found.append(Loner(source=source, count=count, against=against))
    return tuple(found)


def _against(row: Row, place: int) -> Against:
    return Against(
        conflict_id=row["conflict_id"],
        about=row["about"],
        value=row["readings"][place]["value"],
        preferred=row["readings"][row["preferred"]]["value"],
    )


PAGE = Page(name="disagreements", view=disagreements, label="Disagreements")
