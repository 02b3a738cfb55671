"""The days that the acts and words of an undated report leave for its own, put together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.dates import DAY
from dragoman.link.almanac import NEWS_DAYS, is_near
from dragoman.link.hints import Hint

_WIDE_DAYS = 60
_SHORTEST_MONTH = 28
_OUTVOTED = 3
"""Acts that must agree on the days before one that does not is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An inferred date of publication.

    `published` is the day, the first of the month or the first of the year, by `precision`; `why`
    tells which act of which report it rests on; `first` and `last` are the days that remain.
    """

    published: dt.date
    precision: str
    why: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Clue:
    """The days on which a report may have been published, as one of its acts allows.

    `act` names the act, parties included; `is_strong`: the report has words for its time.
    """

    first: dt.date
    last: dt.date
    is_strong: bool
    why: str
    act: str = ""

    @property
    def days(self) -> int:
        """How many days after the first the last is."""
        return (self.last - self.first).days


def meet(clues: Sequence[Clue]) -> Clue | None:
    """The days the clues allow; None when there are none, or when clues exclude each other.

    A clue months wide gives way to a narrower one: it rests on an act known to the year only, and
    a dyad may have done the like in another year. One act that excludes the days of three others
    gives way too: a misread clause should not undo what the rest of the report agrees on.
    """
    by_width = sorted(clues, key=lambda c: (c.days, c.first, c.last, c.why))
    met, odd = _meet(by_width)
    if odd is None:
        return met
    for act in sorted({clue.act for clue in by_width}):
        rest = [clue for clue in by_width if clue.act != act]
        agreed, still_odd = _meet(rest)
        if still_odd is None and len({clue.act for clue in rest}) >= _OUTVOTED:
            return agreed
    return None


def _meet(by_width: Sequence[Clue]) -> tuple[Clue | None, Clue | None]:
    """The days that the clues leave, narrowest first, and the first that excludes those before."""
    if not by_width:
        return None, None
    met = by_width[0]
    for clue in by_width[1:]:
        first, last = max(met.first, clue.first), min(met.last, clue.last)
        if first <= last:
            met = replace(met, first=first, last=last)
        elif clue.days <= _WIDE_DAYS:
            return None, clue
    return met, None


def bounded(met: Clue | None, hint: Hint) -> Clue | None:
    """The days that the offices named in the report leave of `met`; None: none of them.

    A report may look back on a president of old, so an upper bound that does not meet is none.
    """
    if met is None:
        return None
    first, last = hint.bounds.first or met.first, hint.bounds.last or met.last
    if first > met.last:
        return None
    last = met.last if last < met.first else min(last, met.last)
    return replace(met, first=max(first, met.first), last=last)


def is_borne_out(met: Clue, clues: Sequence[Clue], hint: Hint) -> bool:
    """Whether something else speaks for days that rest on an act told without a date.

    Such an act is most often news, but may be what a story of later is about: another act must
    leave the same days, or the report's own weekdays or days of the month fall on them.
    """
    if len({clue.act for clue in clues}) > 1:
        return True
    days = [met.first + n * DAY for n in range(met.days + 1)]
    if hint.weekdays and any(is_near(day, hint.weekdays) for day in days):
        return True
    return any(_is_of_news(day, hint.doms) for day in days)


def settle(clue: Clue, weekdays: frozenset[int], doms: frozenset[int]) -> Dated | None:
    """The day, month or year that the clue leaves.

    Args:
        clue: the days.
        weekdays: those that the report names by themselves, most often of its own day or near it.
        doms: the days of the month that it names without the month, likewise.
    """
    days = [clue.first + n * DAY for n in range(clue.days + 1)]
    near = [d for d in days if is_near(d, weekdays)]
    if weekdays and not near:
        near = [d for d in days if any((d.weekday() - w) % 7 <= NEWS_DAYS for w in weekdays)]
    days = near or days
    if (days[-1] - days[0]).days < _SHORTEST_MONTH:
        days = [d for d in days if _is_of_news(d, doms)] or days
    first, last = days[0], days[-1]
    if (last - first).days <= 2 * NEWS_DAYS:
        published, precision = days[len(days) // 2], "day"
    elif (first.year, first.month) == (last.year, last.month):
        published, precision = first.replace(day=1), "month"
    elif first.year == last.year:
        published, precision = dt.date(first.year, 1, 1), "year"
    else:
        return None
    return Dated(published=published, precision=precision, why=clue.why, first=first, last=last)


def _is_of_news(day: dt.date, doms: frozenset[int]) -> bool:
    """Whether one of the days of the month is the day itself or the one before it."""
    return any((day - n * DAY).day in doms for n in range(NEWS_DAYS))
