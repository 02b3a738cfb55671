"""The relations of two states: the band, each change with its article, asylum, missions, months."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.errors import UsageError
from dragoman.show import matters, wording
from dragoman.show.band import Period, Scale
from dragoman.show.draw import months as draw_months
from dragoman.show.draw.months import Months
from dragoman.show.draw.ranks import Lanes, lanes
from dragoman.show.pages.common import FAMILIES, Line, Quoted, line, quoted, sources
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.relation import articles_of, by_then, causes, in_words, says, unsure, window
from dragoman.show.room import Room, Row, Wanted
from dragoman.show.spells import NARROW, WIDE, frame, when_text

MOST_LINES = 60
"""Incidents that the page lists; the search has the rest."""
MOST_QUOTES = 12

_KEY = re.compile(r"([A-Z]{3})-([A-Z]{3})\Z")
_STATE_OF = {
    "ambassador": "full", "absent": "recalled", "charge": "charge", "none": "severed",
    "unknown": "unknown",
}  # fmt: skip
_RANK = {
    "ambassador": "ambassador in post", "absent": "ambassador away", "charge": "chargé d'affaires",
    "none": "no mission", "unknown": "not told",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """An act that brought a spell about; `rests_on`: the articles of the conventions, or None."""

    incident_id: str
    sentence: str
    rests_on: str | None
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Days on which nothing changed, with what is said of each of them.

    `since`, `until`: inclusive, None: open; `first`, `last`: the same in words, as exactly as they
    are known; `says` goes on after "On 3 May 2024 "; `ranks`: how the first state is represented in
    the second, and the other way round, in words.
    """

    since: dt.date | None
    until: dt.date | None
    first: str
    last: str
    says: str
    ranks: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellRow:
    """One spell: state, words, days, both ranks in short, what brought it about."""

    state: str
    label: str
    when: str
    ranks: tuple[tuple[str, str], ...]
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """Days on one of which a change fell that no report dates to the day."""

    since: dt.date
    until: dt.date
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A matter beside the level: a sentence, its days, its status, the incident that tells it."""

    sentence: str
    when: str
    status: str
    incident_id: str
    rests_on: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An asylum case, step by step."""

    seeker_id: str
    seeker: str
    host: str
    sentence: str
    binding: str
    steps: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Events per month or year by quad class; `vague`: how many are dated too widely for a bar."""

    wide: Months
    narrow: Months
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    counts: tuple[tuple[str, tuple[int, ...]], ...]
    vague: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDay:
    """The answer for the day that was picked."""

    day: dt.date
    sentence: str
    unsure: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Shown):
    """The page."""

    key: str
    names: tuple[str, str]
    now: str
    band: str
    wide: Lanes | None
    narrow: Lanes | None
    spells: tuple[SpellRow, ...]
    days: tuple[Days, ...]
    unsure: tuple[Unsure, ...]
    on: OnDay | None
    first_day: dt.date | None
    last_day: dt.date | None
    cases: tuple[Case, ...]
    presence: tuple[Told, ...]
    chart: Chart | None
    incidents: int
    lines: tuple[Line, ...]


def pair(room: Room, ask: Ask) -> Pair | None:
    """The page's data; None for what is no pair of states of which the record tells anything.

    Raises:
        UsageError: `on` is no day.
    """
    match = _KEY.match(ask.key or "")
    if match is None or ask.key is None or not match[1] < match[2]:
        return None
    codes = (match[1], match[2])
    if not set(codes) <= room.names.keys():
        return None
    wanted = Wanted(pair=codes)
    spells, total = room.relations(ask.key), room.count(wanted)
    cases, presence = room.asylum(ask.key), room.presence(ask.key)
    if not (spells or cases or presence or total):
        return None
    names = (room.names[codes[0]], room.names[codes[1]])
    days = tuple(_days(room, spells, names))
    drawn = _drawn(spells, names)
    edges = [spell["date_start"] for spell in spells if spell["date_start"] is not None]
    return Pair(
        title=f"{names[0]} and {names[1]}", key=ask.key, names=names, now=_now(spells),
        band=_described(spells), wide=drawn[0], narrow=drawn[1],
        spells=tuple(_spell(room, spell) for spell in spells), days=days,
        unsure=tuple(_unsure(room, spells)), on=_on(room, spells, days, ask.query.get("on")),
        first_day=min(edges, default=None), last_day=max(edges, default=None),
        cases=tuple(_case(room, row) for row in cases),
        presence=tuple(_presence(room, row) for row in presence),
        chart=_chart(room, wanted), incidents=total,
        lines=tuple(map(line, room.incidents(wanted, limit=MOST_LINES))),
    )  # fmt: skip


def level_periods(spells: Sequence[Row]) -> list[Period]:
    """The spells as periods to draw."""
    return [
        Period(
            since=row["date_start"], until=row["date_end"], state=row["state"],
            label=wording.of(wording.STATES, row["state"]),
        )
        for row in spells
    ]  # fmt: skip


def _drawn(spells: Sequence[Row], names: tuple[str, str]) -> tuple[Lanes | None, Lanes | None]:
    if not spells:
        return None, None
    begin, end = frame(spells)
    tracks = [("Relations", level_periods(spells), 40)]
    for at, (sender, receiver) in enumerate((names, names[::-1])):
        tracks.append((f"{sender} in {receiver}", _rank_periods(spells, at), 30))
    wide, narrow = (
        lanes(tracks, Scale(first=begin, last=end, width=width)) for width in (WIDE, NARROW)
    )
    return wide, narrow


def _rank_periods(spells: Sequence[Row], at: int) -> list[Period]:
    """One direction's ranks; neighbours of one rank are one period."""
    merged: list[Period] = []
    for side in (side for spell in spells for side in spell["sides"] or ()):
        rank = side["ranks"][at]
        since = side["date_start"]
        if merged and merged[-1].label == _RANK[rank]:
            since = merged.pop().since
        merged.append(
            Period(since=since, until=side["date_end"], state=_STATE_OF[rank], label=_RANK[rank])
        )
    return merged


def _now(spells: Sequence[Row]) -> str:
    if not spells:
        return "No report tells of a change of their relations."
    return f"{wording.of(wording.STATES, spells[-1]['state'])}, {when_text(spells[-1])}"


def _described(spells: Sequence[Row]) -> str:
    told = (f"{wording.of(wording.STATES, row['state'])} {when_text(row)}" for row in spells)
    return "; ".join(told) + "." if spells else ""


def _spell(room: Room, spell: Row) -> SpellRow:
    ranks = dict.fromkeys(
        (_RANK[side["ranks"][0]], _RANK[side["ranks"][1]]) for side in spell["sides"] or ()
    )
    return SpellRow(
        state=spell["state"], label=wording.of(wording.STATES, spell["state"]),
        when=when_text(spell), ranks=tuple(ranks),
        because=tuple(
            Because(
                incident_id=one.incident_id, sentence=one.sentence, rests_on=one.rests_on,
                quotes=_quotes(room, one.incident_id),
            )
            for one in causes(spell, room.incident, articles_of())
        ),
    )  # fmt: skip


def _quotes(room: Room, incident: str) -> tuple[Quoted, ...]:
    told = room.tellings(incident)[:MOST_QUOTES]
    cited = sources(room, [event["report_id"] for event in told])
    return tuple(quoted(event, cited) for event in told)


def _days(room: Room, spells: Sequence[Row], names: tuple[str, str]) -> list[Days]:
    """Every run of days with one answer."""
    sides = [(spell, side) for spell in spells for side in spell["sides"] or ()]
    begun = [side["start_precision"] for _, side in sides]
    ended = [*begun[1:], None][: len(begun)]
    found = []
    for (spell, side), start, end in zip(sides, begun, ended, strict=True):
        since, until = side["date_start"], side["date_end"]
        told = by_then(spell, until or since or dt.date.max)
        found.append(
            Days(
                since=since, until=until,
                first="the beginning" if since is None else wording.edge(since, start),
                last="now" if until is None else wording.edge(until, end),
                says=says(told, names, room.incident),
                ranks=(wording.RANKS[side["ranks"][0]], wording.RANKS[side["ranks"][1]]),
            )
        )  # fmt: skip
    return found


def _unsure(room: Room, spells: Sequence[Row]) -> list[Unsure]:
    found = []
    for spell in spells:
        days = window(spell, room.incident)
        told = None if days is None else unsure([spell], days[0], room.incident)
        if days is not None and told is not None:
            found.append(Unsure(since=days[0], until=days[1], says=told))
    return found


def _on(room: Room, spells: Sequence[Row], days: Sequence[Days], text: str | None) -> OnDay | None:
    if not text:
        return None
    try:
        day = dt.date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"on={text}: not a day; write it as 2025-11-10") from error
    run = next((one for one in days if _within(one, day)), None)
    if run is None:
        return OnDay(day=day, sentence="No report tells of their relations.", unsure=None)
    return OnDay(
        day=day, sentence=f"On {wording.day_text(day)} {run.says}",
        unsure=unsure(spells, day, room.incident),
    )  # fmt: skip


def _within(run: Days, day: dt.date) -> bool:
    return (run.since is None or run.since <= day) and (run.until is None or day <= run.until)


def _presence(room: Room, row: Row) -> Told:
    return Told(
        sentence=f"{matters.presence_text(row, room.names)}.",
        when=wording.span_text(row["date_start"], row["date_end"], row["date_precision"]),
        status=wording.of(wording.STATUS, row["status"]), incident_id=row["incident_id"],
        rests_on=in_words(row["article"]),
    )  # fmt: skip


def _case(room: Room, row: Row) -> Case:
    steps = []
    for step in row["steps"]:
        words, status = wording.step(step["step"], step["status"])
        days = wording.span_text(step["date_start"], step["date_end"], step["date_precision"])
        steps.append(
            Told(
                sentence=words, when=days, status=status, incident_id=step["incident_id"],
                rests_on=in_words(step["article"]),
            )
        )  # fmt: skip
    return Case(
        seeker_id=row["seeker_id"], seeker=row["seeker"],
        host=room.names.get(row["host"], row["host"] or ""),
        sentence=matters.case_text(row, room.names), binding=matters.binding_text(row),
        steps=tuple(steps),
    )  # fmt: skip


def _chart(room: Room, wanted: Wanted) -> Chart | None:
    """What happened between them by month; by year over a long time."""
    where, values = wanted.clause()
    where += " and i.status in ('actual', 'claimed') and i.quad is not null"
    query = (
        "select i.quad, substr(i.first, 1, 7), substr(i.last, 1, 7), count(*) from incidents i"
        f" where {where} group by 1, 2, 3 order by 1, 2, 3"
    )
    found = list(room.select(query, *values))
    months = [first for _, first, last, _ in found if first is not None and first == last]
    if not months:
        return None
    names = draw_months.periods(min(months), max(months))
    size = len(names[0])
    counts: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    vague = 0
    for quad, first, last, count in found:
        if (
            first is None
            or last is None
            or first[:size] != last[:size]
            or first[:size] not in names
        ):
            vague += count
        else:
            counts[quad][first[:size]] += count
    told = [(name, tuple(counts[quad].get(name, 0) for quad in FAMILIES)) for name in names]
    wide, narrow = (
        draw_months.bars(names, counts, FAMILIES, width=width) for width in (WIDE, NARROW)
    )
    return Chart(
        wide=wide, narrow=narrow, names=tuple(names), kinds=tuple(FAMILIES.values()),
        counts=tuple(row for row in told if any(row[1])), vague=vague,
        by="year" if size == 4 else "month",
    )  # fmt: skip


PAGE = Page(name="pair", view=pair, keys=lambda room: room.pairs())
