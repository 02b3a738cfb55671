"""The days that the acts and words of an undated report leave for its own, put together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.dates import DAY
from dragoman.link.almanac import NEWS_DAYS, is_near
from dragoman.link.hints import Hint
from dragoman.link.reckoning import Sign, fresh_from, reckon

_WIDE_DAYS = 60
_AT_LARGE_DAYS = 3 * 366
_OUTVOTED = 3
"""Acts that must agree on the days before one that does not is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An inferred date of publication.

    `published` is the day, the first of the month or the first of the year, by `precision`; `why`
    tells which act of which report it rests on; `first` and `last` are the days that remain,
    `share` how much of all weight gathered there, 0 to 1.
    """

    published: dt.date
    precision: str
    why: str
    first: dt.date
    last: dt.date
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Clue:
    """The days on which a report may have been published, as one of its acts allows.

    `act` names the act, parties included; `is_strong`: the report has words for its time;
    `is_fresh`: it tells as news what another report dates to the day, mostly the first of these.
    """

    first: dt.date
    last: dt.date
    is_strong: bool
    why: str
    act: str = ""
    is_fresh: bool = False

    @property
    def days(self) -> int:
        """How many days after the first the last is."""
        return (self.last - self.first).days

    def since(self, floor: dt.date | None) -> Clue | None:
        """The clue without the days before `floor`; None when no day is left."""
        if floor is None or floor <= self.first:
            return self
        return None if self.last < floor else replace(self, first=floor)


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


def settle(clue: Clue, signs: Sequence[Sign]) -> Dated | None:
    """The day, month or year that the clue leaves; `signs`: what the report's words say of it."""
    is_fresh = clue.is_fresh and not any(sign.is_weekday for sign in signs)
    fresh = [fresh_from(clue.first)] if is_fresh else []
    found = reckon(clue.first, clue.last, (*signs, *fresh))
    if found is not None and found.precision == "day":
        return Dated(
            published=found.published, precision="day", why=f"{clue.why}; {found.why}",
            first=found.first, last=found.last, share=found.share,
        )  # fmt: skip
    return _period(clue)


def at_large(hint: Hint, floor: dt.date | None) -> Dated | None:
    """The month or year of a report of which no act tells the day: what its words alone leave.

    In dated articles the year so found was right in 96 of 100; a day was so in six of ten only, so
    the month stands for it (decision 8).
    """
    bounds = hint.bounds
    if bounds.first is None or bounds.last is None:
        return None
    first = bounds.first if floor is None else max(bounds.first, floor)
    if (bounds.last - first).days > _AT_LARGE_DAYS:
        return None
    found = reckon(first, bounds.last, hint.signs)
    if found is None:
        return None
    is_year = found.precision == "year"
    start = found.published if is_year else found.published.replace(day=1)
    end = (start.replace(month=12) if is_year else start) + 31 * DAY
    last = min(bounds.last, end.replace(day=1) - DAY)
    return Dated(
        published=start, precision="year" if is_year else "month", share=found.share,
        why="; ".join(filter(None, (bounds.why, found.why))), first=max(first, start), last=last,
    )  # fmt: skip


def _period(clue: Clue) -> Dated | None:
    """The month or the year in which all days of the clue lie."""
    first, last = clue.first, clue.last
    if (first.year, first.month) == (last.year, last.month):
        published, precision = first.replace(day=1), "month"
    elif first.year == last.year:
        published, precision = dt.date(first.year, 1, 1), "year"
    else:
        return None
    return Dated(published=published, precision=precision, why=clue.why, first=first, last=last)


def _is_of_news(day: dt.date, doms: frozenset[int]) -> bool:
    """Whether one of the days of the month is the day itself or the one before it."""
    return any((day - n * DAY).day in doms for n in range(NEWS_DAYS))
