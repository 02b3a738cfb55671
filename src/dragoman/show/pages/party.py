"""A party: what reports call it, its offices, what it did and had done to it, its incidents."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.show import details, wording
from dragoman.show.details import Called, Doing
from dragoman.show.draw.bars import Bars, Columns, Spell, bars, binned, columns
from dragoman.show.naming import KINDS, group_calls, is_described, sector_of, shown_name
from dragoman.show.pages.common import FAMILIES, Line, PartyName, Source, line, sources
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.pages.paging import Part, part
from dragoman.show.room import Room, Row

PER_PAGE = 50
"""Incidents of one served page."""

MOST = 100
"""Incidents of a written page."""

NAMES = 12
"""Names, and other words, that a page shows."""

PEOPLE = 12
"""People and bodies of a state that its page names."""

OFFICES = 24
"""Offices that a page shows."""

FEW = 3
"""Acts that need no chart: the list of incidents shows them at a glance."""

WIDE, NARROW = 720, 340
"""Units of a drawing."""

TELLS = ("actual", "claimed")
"""Statuses of what is told to have happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledAs:
    """Words for the party, and one report that has them; `anchor` leads to the sentence."""

    words: str
    tellings: int
    reports: int
    source: Source | None
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """A report's words for an office; `tense`: "former", "future", empty for the present."""

    source: Source | None
    anchor: str | None
    words: str
    tense: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOffice:
    """An office, its holder, its days in words; `said`: reports, each with its own words."""

    office: str
    holder: PartyName
    country: str | None
    when: str
    since: dt.date | None
    until: dt.date | None
    said: tuple[Assertion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCounts:
    """Incidents of a year (None: not known) by quad_class 1 to 4."""

    year: int | None
    done: tuple[int, int, int, int]
    received: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyChart:
    """A drawing of one quad_class over the years, and its sums."""

    quad: int
    name: str
    done: int
    received: int
    drawing: Columns | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An incident, and the part that the party has in it."""

    line: Line
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """The other state of a pair whose relations are told of; `pair` is "MEX-PER"."""

    pair: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Shown):
    """The page.

    Attributes:
        kind, sector, country: in words; None where not known.
        named: words that hold the party's own name. described: other words for it.
        described_only: it has no name of its own.
        by_pronoun: tellings that have only "he", "it" or the like for it.
        offices: of a person; of a state whoever holds its offices. wide, narrow: their drawing.
        families: those of which anything was done or received; empty where it was next to nothing.
        none_of: the others.
        untold: incidents with a part of it that are planned, denied or only possible.
        people: people and bodies of a state, those in most incidents first.
    """

    party_id: str
    kind: str
    described_only: bool
    sector: str | None
    country: PartyName | None
    country_name: str | None
    incident_count: int
    named: tuple[CalledAs, ...]
    described: tuple[CalledAs, ...]
    more_words: int
    by_pronoun: int
    offices: tuple[HeldOffice, ...]
    more_offices: int
    wide: Bars | None
    narrow: Bars | None
    families: tuple[FamilyChart, ...]
    none_of: tuple[str, ...]
    years: tuple[YearCounts, ...]
    untold: int
    relations: tuple[Relation, ...]
    people: tuple[PartyName, ...]
    incidents: tuple[Taken, ...]
    part: Part


def party(room: Room, ask: Ask) -> Party | None:
    """The page's data; `ask.key` is a party_id, `page` in the query a page of its incidents."""
    row = None if ask.key is None else room.party(ask.key)
    if row is None:
        return None
    key = row["party_id"]
    total = details.incident_count(room, key)
    shown = part(ask, total, served=PER_PAGE, written=MOST)
    named, described, pronouns = group_calls(details.called(room, key), row["name"])
    is_state = row["kind"] == "state"
    tenures = details.offices_of(room, key) if is_state else room.offices(key)
    spells = [
        Spell(label=_label(one, is_state), since=one["date_start"], until=one["date_end"])
        for one in tenures[:OFFICES]
    ]
    families = _families(counts := details.doings(room, key))
    drawn = {one.quad for one in families}
    return Party(
        title=shown_name(row, room.names),
        party_id=key,
        kind=wording.of(KINDS, row["kind"]),
        described_only=is_described(key),
        sector=sector_of(row["sector"]),
        country=_country(room, row),
        country_name=room.names.get(row["country"] or "", row["country"]),
        incident_count=total,
        named=_calls(room, named[:NAMES]),
        described=_calls(room, described[:NAMES]),
        more_words=len(named[NAMES:]) + len(described[NAMES:]),
        by_pronoun=sum(one.tellings for one in pronouns),
        offices=tuple(_office(room, one) for one in tenures[:OFFICES]),
        more_offices=len(tenures[OFFICES:]),
        wide=bars(spells, width=WIDE),
        narrow=bars(spells, width=NARROW),
        families=families,
        none_of=tuple(FAMILIES[quad] for quad in FAMILIES if drawn and quad not in drawn),
        years=_years(counts),
        untold=sum(one.incidents for one in counts if one.status not in TELLS),
        relations=tuple(_relation(room, pair, key) for pair in details.pairs_of(room, key)),
        people=_people(room, key) if is_state else (),
        incidents=tuple(_taken(room, key, shown)),
        part=shown,
    )


def _label(tenure: Row, is_state: bool) -> str:
    office = tenure["office"].replace("_", " ")
    return f"{tenure['name']}, {office}" if is_state else office


def _country(room: Room, row: Row) -> PartyName | None:
    """The state that a party belongs to, where the record has a page for it."""
    code = row["country"]
    found = None if code is None or code == row["party_id"] else room.party(code)
    return None if found is None else PartyName(party_id=code, name=found["name"])


def _calls(room: Room, found: Sequence[Called]) -> tuple[CalledAs, ...]:
    told = {one.event: room.event(one.event) for one in found}
    holders = {key: event["report_id"] for key, event in told.items() if event is not None}
    cited = sources(room, list(holders.values()))
    return tuple(
        CalledAs(
            words=one.words, tellings=one.tellings, reports=one.reports, anchor=one.event,
            source=cited.get(holders.get(one.event, "")),
        )
        for one in found
    )  # fmt: skip


def _office(room: Room, row: Row) -> HeldOffice:
    cited = sources(room, [one["report_id"] for one in row["asserted"]])
    return HeldOffice(
        office=row["office"].replace("_", " "),
        holder=PartyName(party_id=row["party_id"], name=row["name"]),
        country=room.names.get(row["country"] or "", row["country"]),
        when=wording.span_text(row["date_start"], row["date_end"]),
        since=row["date_start"],
        until=row["date_end"],
        said=tuple(
            Assertion(
                source=cited.get(one["report_id"]),
                anchor=details.asserted_id(room, one["report_id"], one["quote"]),
                words=one["quote"],
                tense="" if one["tense"] == "current" else one["tense"],
            )
            for one in row["asserted"]
        ),
    )


def _by_year(counts: Iterable[Doing], side: str, quad: int) -> tuple[Counter[int], int]:
    """Counts by year of one side and quad_class, and of years not known."""
    dated: Counter[int] = Counter()
    undated = 0
    for one in counts:
        if one.side == side and one.quad == quad and one.status in TELLS:
            if one.year is None:
                undated += one.incidents
            else:
                dated[one.year] += one.incidents
    return dated, undated


def _families(counts: Sequence[Doing]) -> tuple[FamilyChart, ...]:
    """A chart for each quad_class on one scale; none drawn where there is but one year."""
    parts = {
        quad: (_by_year(counts, "actor", quad), _by_year(counts, "recipient", quad))
        for quad in FAMILIES
    }
    years = sorted({year for sides in parts.values() for dated, _ in sides for year in dated})
    told = sum(sum(dated.values()) + rest for sides in parts.values() for dated, rest in sides)
    if told < FEW:
        return ()
    most = max(
        (
            binned(dated, first=years[0], last=years[-1])
            for sides in parts.values()
            for dated, _ in sides
            if years
        ),
        default=0,
    )
    return tuple(
        FamilyChart(
            quad=quad,
            name=FAMILIES[quad],
            done=sum(done.values()) + done_rest,
            received=sum(received.values()) + received_rest,
            drawing=columns(done, received, first=years[0], last=years[-1], most=most, width=NARROW)
            if len(years) > 1
            else None,
        )
        for quad, ((done, done_rest), (received, received_rest)) in parts.items()
        if done or done_rest or received or received_rest
    )


def _years(counts: Sequence[Doing]) -> tuple[YearCounts, ...]:
    """The table behind the charts, years not known last."""
    sums: Counter[tuple[int | None, str, int | None]] = Counter()
    for one in counts:
        if one.status in TELLS:
            sums[one.year, one.side, one.quad] += one.incidents
    told = {year for year, side, quad in sums if side in ("actor", "recipient") and quad}
    order = sorted(told, key=lambda year: (year is None, year or 0))

    def of(year: int | None, side: str) -> tuple[int, int, int, int]:
        return (sums[year, side, 1], sums[year, side, 2], sums[year, side, 3], sums[year, side, 4])

    return tuple(
        YearCounts(year=year, done=of(year, "actor"), received=of(year, "recipient"))
        for year in order
    )


def _relation(room: Room, pair: str, own: str) -> Relation:
    first, _, second = pair.partition("-")
    other = second if first == own else first
    return Relation(pair=pair, other=room.names.get(other, other))


def _people(room: Room, country: str) -> tuple[PartyName, ...]:
    query = "select id, name from parties where country = ? and id <> ? order by n limit ?"
    found = room.select(query, country, country, PEOPLE)
    return tuple(PartyName(party_id=key, name=name) for key, name in found)


def _taken(room: Room, key: str, shown: Part) -> Iterable[Taken]:
    found = details.incidents_of(room, key, limit=shown.last - shown.first, offset=shown.first)
    for row, sides in found:
        yield Taken(line=line(row), roles=tuple(side.replace("_", " ") for side in sides))


PAGE = Page(name="party", view=party, keys=lambda room: room.keys("parties"))
