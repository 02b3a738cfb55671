"""Which incidents a chart counts: those of some days and of one family of acts."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.errors import UsageError
from dragoman.show.pages.common import FAMILIES
from dragoman.show.room import Room, Wanted

MOST = 50_000
"""Incidents that a chart counts when it is asked for, in 0.3 s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What a chart is narrowed to; None: not narrowed. `quad` is 1 to 4, days are inclusive."""

    since: dt.date | None = None
    until: dt.date | None = None
    quad: int | None = None

    @property
    def wanted(self) -> Wanted:
        """The same as the reading room takes it."""
        return Wanted(since=self.since, until=self.until, quad=self.quad)


def window(query: Mapping[str, str]) -> Window:
    """The window that a page's query asks for; an empty value asks for nothing.

    Raises:
        UsageError: no such day or class.
    """
    quad = chosen(query, "quad", [str(number) for number in FAMILIES])
    return Window(
        since=_day(query.get("since"), "since", last=False),
        until=_day(query.get("until"), "until", last=True),
        quad=None if quad is None else int(quad),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a chart counts: a condition over the table incidents, named i, with its values.

    `asked` incidents are asked for, `number` of them counted: the latest, of very many.
    """

    where: str
    values: tuple[object, ...]
    asked: int
    number: int


def counted(room: Room, narrowed: Window) -> Counted:
    """The incidents of a window, or the latest `MOST` of them that have a date."""
    where, values = narrowed.wanted.clause()
    number = room.count(narrowed.wanted)
    if number <= MOST:
        return Counted(where=where, values=tuple(values), asked=number, number=number)
    where = f"{where} and coalesce(i.first, i.last) is not null"
    query = f"select i.n from incidents i where {where} order by i.n desc limit 1 offset ?"
    found = list(room.select(query, *values, MOST - 1))
    if not found:  # fewer have a date: they are counted, the others not
        dated = int(room.value(f"select count(*) from incidents i where {where}", *values))
        return Counted(where=where, values=tuple(values), asked=number, number=dated)
    return Counted(
        where=f"{where} and i.n >= ?", values=(*values, found[0][0]), asked=number, number=MOST
    )


def chosen(query: Mapping[str, str], name: str, values: Sequence[str]) -> str | None:
    """The value of a choice, one of `values`; None where it is not made.

    Raises:
        UsageError: it is none of them.
    """
    value = query.get(name) or None
    if value is not None and value not in values:
        raise UsageError(f"{name}={value}: expected one of {', '.join(values)}")
    return value


def asked(query: Mapping[str, str], names: Sequence[str]) -> dict[str, str]:
    """The choices that were made, for addresses of the same page."""
    return {name: query[name] for name in names if query.get(name)}


def _day(text: str | None, name: str, *, last: bool) -> dt.date | None:
    """The first or last day of 2025, 2025-11 or 2025-11-03."""
    if not text:
        return None
    parts = text.strip().split("-")
    lengths = [len(part) for part in parts]
    if lengths in ([4], [4, 2], [4, 2, 2]) and all(p.isascii() and p.isdigit() for p in parts):
        numbers = [int(part) for part in parts]
        year, month = numbers[0], numbers[1] if len(numbers) > 1 else (12 if last else 1)
        if year >= 1 and 1 <= month <= 12:
            end = calendar.monthrange(year, month)[1]
            day = numbers[2] if len(numbers) > 2 else (end if last else 1)
            if 1 <= day <= end:
                return dt.date(year, month, day)
    raise UsageError(f"{name}={text}: not a date; write it as 2025, 2025-11 or 2025-11-03")
