"""What the timeline draws, straight from the columns of the card index: dots, or counts in bins."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.show import wording
from dragoman.show.draw.lanes import LANES, VAGUE_DAYS, Count, Dot
from dragoman.show.room import Room, Wanted

DAYS, MONTHS = 150, 3650
"""Up to so many days bins are days, up to so many months, beyond that years."""

_VAGUE = (
    f"coalesce(i.first <> i.last and julianday(i.last) - julianday(i.first) > {VAGUE_DAYS}, false)"
)
"""Most are of one day: the cheap question first."""

_PLACED = f"coalesce(i.first, i.last) is not null and not {_VAGUE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A row of the table behind a chart of bins: a period and a count for each lane."""

    name: str
    since: dt.date
    until: dt.date
    place: int
    counts: tuple[int, ...]


def placed(room: Room, wanted: Wanted) -> tuple[int, int, int]:
    """How many incidents have a place on the line, are too vague for one, or have no date."""
    where, values = wanted.clause()
    query = f"""
        select count(*), coalesce(sum({_VAGUE}), 0), count(coalesce(i.first, i.last))
        from incidents i where {where}
    """
    ((total, vague, dated),) = room.select(query, *values)
    return dated - vague, vague, total - dated


def dots(room: Room, wanted: Wanted) -> list[Dot]:
    """Each placed incident, in order of time."""
    where, values = wanted.clause()
    query = f"""
        select i.id, i.first, i.last, i.quad, i.status, i.sources, i.disputed, i.row ->> 'summary'
        from incidents i where {where} and {_PLACED} order by i.n
    """
    return [
        Dot(
            incident_id=key, first=_date(first), last=_date(last), family=family, status=status,
            sources=count, disputed=disputed > 0,
            tip=_tip(summary, count, disputed),
        )
        for key, first, last, family, status, count, disputed, summary in
        room.select(query, *values)
    ]  # fmt: skip


def counts(room: Room, wanted: Wanted) -> list[Count]:
    """Placed incidents counted by family and day, month or year, in order of time."""
    where, values = wanted.clause()
    bounds = (
        f"select min(d), max(d) from (select coalesce(i.first, i.last) d from incidents i"
        f" where {where} and {_PLACED})"
    )
    ((low, high),) = room.select(bounds, *values)
    if low is None:
        return []
    days = (dt.date.fromisoformat(high) - dt.date.fromisoformat(low)).days
    length = 10 if days <= DAYS else 7 if days <= MONTHS else 4
    query = f"""
        select substr(coalesce(i.first, i.last), 1, {length}) bin, i.quad, count(*), min(i.n)
        from incidents i where {where} and {_PLACED} group by bin, i.quad order by bin, i.quad
    """
    return [
        Count(family=family, since=_start(bin_), until=_end(bin_), count=count, place=place)
        for bin_, family, count, place in room.select(query, *values)
    ]


def tallies(found: Sequence[Count]) -> tuple[Tally, ...]:
    """The counts as rows of a table, a column for each lane in the order of the drawing."""
    rows: dict[tuple[dt.date, dt.date], list[Count]] = defaultdict(list)
    for one in found:
        rows[one.since, one.until].append(one)
    return tuple(
        Tally(
            name=period(since, until), since=since, until=until,
            place=min(one.place for one in row),
            counts=tuple(
                sum(one.count for one in row if one.family == family) for family, _ in LANES
            ),
        )
        for (since, until), row in rows.items()
    )  # fmt: skip


def period(since: dt.date, until: dt.date) -> str:
    """The days of a bin in words."""
    if since == until:
        return wording.day_text(since)
    precision = "month" if since.month == until.month else "year"
    return wording.at_precision(since, precision)


def _tip(summary: str, sources: int, disputed: int) -> str:
    words = [wording.count(sources, "source")]
    if disputed:
        words.append("disputed")
    return f"{summary[:1].upper()}{summary[1:]} {', '.join(words)}"


def _date(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _start(text: str) -> dt.date:
    return dt.date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)


def _end(text: str) -> dt.date:
    if len(text) == 10:
        return dt.date.fromisoformat(text)
    year, month = int(text[:4]), int(text[5:7] or 12)
    return dt.date(year, month, calendar.monthrange(year, month)[1])
