"""The story: how the pairs stood, the timeline in lanes, and below it the chronology."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from dragoman.show import band, wording
from dragoman.show.draw import lanes
from dragoman.show.draw.axis import Axis
from dragoman.show.pages import bins
from dragoman.show.pages.choice import Choice, choice
from dragoman.show.pages.common import FAMILIES, Line, PartyName, Quoted, line, quoted, source
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.room import Room, Row, Wanted
from dragoman.show.spells import when_text

WIDE, NARROW = 1000, 340
"""Widths of the drawings in SVG units: a desk and a phone."""

ENTRIES = 100
"""Entries of the chronology on one page."""

QUOTES = 3
"""Quotes of an entry; the incident's own page has them all."""

BANDS = 4
"""Pairs of states above the timeline, those with the most changes."""

MOST_LEAVES, NEAR = 24, 4
"""Pages of the chronology that are all listed; of more, how many on each side of this one."""

TABLE = 150
"""Marks up to which the table behind the chart has a row for each."""


Reports = dict[str, Row | None]
"""Reports by id, as far as they were looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairBand:
    """The relations of two states: how they stand, a sentence, and the band in both widths."""

    pair: str
    name: str
    now: str
    says: str
    wide: band.Band
    narrow: band.Band


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A party of an entry; `role` where it is neither plain actor nor recipient."""

    party: PartyName
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An incident in the chronology; `more`: quotes that only its own page shows."""

    line: Line
    parties: tuple[Part, ...]
    quotes: tuple[Quoted, ...]
    more: int
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The entries of one year, or those without a date."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A page of the chronology: its number, and the year it begins in."""

    number: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Shown):
    """The page.

    Attributes:
        period: the days that the record is about.
        figures: number and what is counted.
        pairs: how many pairs of states are told of; `bands` shows some of them.
        wide, narrow: the timeline; None where nothing has a date. binned: it counts in bins.
        rows: the marks as a table, when there are few; tallies: counts when there are many.
        undated, vague: happenings that have no place on the timeline.
        found: happenings of this choice, of which `years` has one page of `leaf_entries`.
    """

    period: str
    figures: tuple[tuple[int, str], ...]
    choice: Choice
    found: int
    bands: tuple[PairBand, ...]
    pairs: int
    wide: lanes.Lanes | None
    narrow: lanes.Lanes | None
    binned: bool
    rows: tuple[Line, ...]
    tallies: tuple[bins.Tally, ...]
    families: tuple[str, ...]
    undated: int
    vague: int
    leaf: int
    leaf_entries: int
    leaves: tuple[Leaf, ...]
    years: tuple[Year, ...] = field(default=())


def story(room: Room, ask: Ask) -> Story | None:
    """The page's data; `ask.key`, or `page` in the query, is a page of the chronology."""
    query = dict(ask.query) if ask.key is None else {**ask.query, "page": ask.key}
    chosen = choice(room, query, families=FAMILIES)
    found = room.count(chosen.wanted)
    if chosen.page > max(1, -(-found // ENTRIES)):
        return None
    head = chosen.page == 1
    drawn = _drawn(room, chosen.wanted) if head else _Drawn()
    line_ = drawn.wide.axis if drawn.wide else None
    phone = drawn.narrow.axis if drawn.narrow else None
    return Story(
        title=room.title if head else f"Chronology, page {chosen.page}",
        period=_period(room), figures=_figures(room), choice=chosen, found=found,
        bands=tuple(_bands(room, line_, phone)) if line_ and phone else (),
        pairs=room.value("select count(distinct pair) from relations"),
        wide=drawn.wide, narrow=drawn.narrow, binned=drawn.binned, rows=drawn.rows,
        tallies=drawn.tallies, families=tuple(name for _, name in lanes.LANES),
        undated=drawn.undated, vague=drawn.vague,
        leaf=chosen.page, leaf_entries=ENTRIES,
        leaves=tuple(_leaves(room, chosen.wanted, chosen.page, found)),
        years=tuple(_years(room, chosen)),
    )  # fmt: skip


def _keys(room: Room) -> Iterator[str | None]:
    """The pages of the whole chronology: the first has no key."""
    yield None
    for number in range(2, -(-room.count() // ENTRIES) + 1):
        yield str(number)


def _period(room: Room) -> str:
    first, last = next(room.select(
        "select min(coalesce(first, last)), max(coalesce(last, first)) from incidents"
        " where status in ('actual', 'claimed')"
    ))  # fmt: skip
    if first is None:
        return ""
    return wording.span_text(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def _figures(room: Room) -> tuple[tuple[int, str], ...]:
    counts = room.counts()
    copies = room.value("select count(*) from reports where copy_of is not null")
    return (
        (counts["reports"], "report" if counts["reports"] == 1 else "reports"),
        (counts["reports"] - copies, "independent"),
        (counts["events"], "tellings"),
        (counts["incidents"], "happenings"),
        (counts["conflicts"], "disagreements"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    wide: lanes.Lanes | None = None
    narrow: lanes.Lanes | None = None
    binned: bool = False
    rows: tuple[Line, ...] = ()
    tallies: tuple[bins.Tally, ...] = ()
    undated: int = 0
    vague: int = 0


def _drawn(room: Room, wanted: Wanted) -> _Drawn:
    """The timeline of what is wanted: mark by mark, or in bins where there are too many."""
    placed, vague, undated = bins.placed(room, wanted)
    if not placed:
        return _Drawn(vague=vague, undated=undated)
    if placed > lanes.MOST:
        counts = bins.counts(room, wanted)
        days = [day for one in counts for day in (one.since, one.until)]
        wide, narrow = (
            lanes.draw_bins(counts, line_)
            for line_ in (lanes.frame([], days, width=width) for width in (WIDE, NARROW))
            if line_
        )
        tallies = bins.tallies(counts)
        return _Drawn(
            wide=wide, narrow=narrow, binned=True, tallies=tallies, vague=vague, undated=undated
        )
    dots = bins.dots(room, wanted)
    wide, narrow = (
        lanes.draw(dots, line_)
        for line_ in (lanes.frame(dots, width=width) for width in (WIDE, NARROW))
        if line_
    )
    rows: tuple[Line, ...] = ()
    tallies = ()
    if placed <= TABLE:
        rows = tuple(line(row) for row in room.incidents(wanted) if _is_dated(row))
    else:
        tallies = bins.tallies(bins.counts(room, wanted))
    return _Drawn(
        wide=wide, narrow=narrow, rows=rows, tallies=tallies, vague=vague, undated=undated
    )


def _is_dated(row: Row) -> bool:
    return row["date_start"] is not None or row["date_end"] is not None


def _bands(room: Room, wide: Axis, narrow: Axis) -> Iterator[PairBand]:
    """The pairs with the most changes, on the line of days of the timeline below them."""
    query = "select pair from relations group by pair order by count(*) desc, pair limit ?"
    for (pair,) in room.select(query, BANDS):
        spells = room.relations(pair)
        periods = [_spell(row) for row in spells]
        says = "; ".join(
            f"{one.label} {when_text(row)}" for one, row in zip(periods, spells, strict=True)
        )
        yield PairBand(
            pair=pair, name=" and ".join(room.names.get(code, code) for code in pair.split("-")),
            now=f"{periods[-1].label}, {when_text(spells[-1])}", says=f"{says}.",
            wide=band.draw(periods, wide), narrow=band.draw(periods, narrow),
        )  # fmt: skip


def _spell(row: Row) -> band.Period:
    return band.Period(
        since=row["date_start"], until=row["date_end"],
        state=row["state"] if row["state"] in wording.STATES else "unknown",
        label=wording.of(wording.STATES, row["state"]),
    )  # fmt: skip


def _leaves(room: Room, wanted: Wanted, page: int, found: int) -> Iterator[Leaf]:
    """The pages of the chronology with the year each begins in; none where one is enough.

    Of very many those near this one, the first and the last.
    """
    last = -(-found // ENTRIES)
    if last < 2:
        return
    near = range(max(page - NEAR, 1), min(page + NEAR, last) + 1)
    where, values = wanted.clause()
    query = f"""
        select substr(coalesce(i.first, i.last), 1, 4) from incidents i
        where {where} order by i.n limit 1 offset ?
    """
    for number in sorted({1, *near, last}) if last > MOST_LEAVES else range(1, last + 1):
        ((year,),) = room.select(query, *values, (number - 1) * ENTRIES)
        yield Leaf(number=number, label=f"from {year}" if year else "without a date")


def _years(room: Room, chosen: Choice) -> Iterator[Year]:
    rows = room.incidents(chosen.wanted, limit=ENTRIES, offset=(chosen.page - 1) * ENTRIES)
    reports: Reports = {}
    for name, group in groupby(rows, key=_year):
        yield Year(name=name, entries=tuple(_entry(room, row, reports) for row in group))


def _year(row: Row) -> str:
    day = row["date_start"] or row["date_end"]
    return "Date not known" if day is None else str(day.year)


def _entry(room: Room, row: Row, reports: Reports) -> Entry:
    told = room.tellings(row["incident_id"])
    for event in told:
        if (key := event["report_id"]) not in reports:
            reports[key] = room.report(key)
    shown = list(_different(told, reports))
    found = {event["report_id"]: reports[event["report_id"]] for event in shown[:QUOTES]}
    cited = {key: source(report) for key, report in found.items() if report is not None}
    return Entry(
        line=line(row), parties=_parts(row),
        quotes=tuple(quoted(event, cited, status=row["status"]) for event in shown[:QUOTES]),
        more=len(told) - len(shown[:QUOTES]),
        conflicts=tuple(one["conflict_id"] for one in room.conflicts_of(row["incident_id"]))
        if row["disputed"] else (),
    )  # fmt: skip


def _different(told: Sequence[Row], reports: Reports) -> Iterator[Row]:
    """Tellings without the words that an earlier one has and without those of copies.

    When all are copies' words, as where the original tells it elsewhere, the first stands.
    """
    words = set[str]()
    copies = []
    for event in told:
        report = reports[event["report_id"]]
        if report is not None and report["duplicate_of"] is not None:
            copies.append(event)
        elif event["quote"] not in words:
            words.add(event["quote"])
            yield event
    if not words:
        yield from copies[:1]


def _parts(row: Row) -> tuple[Part, ...]:
    """Everybody in it, each once; those with a role of their own have it beside the name."""
    others = {one["party_id"]: one["role"].replace("_", " ") for one in row["others"]}
    people = [*row["actors"], *row["recipients"], *row["others"]]
    names = {one["party_id"]: one["name"] for one in people if one["party_id"] is not None}
    return tuple(
        Part(party=PartyName(party_id=key, name=name), role=others.get(key, ""))
        for key, name in names.items()
    )


PAGE = Page(name="story", view=story, label="Story", keys=_keys)
