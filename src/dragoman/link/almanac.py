"""The day of an undated report from the calendar in its own words.

Three things tell a day once the offices that a report names bound the years:

- A handover told with a weekday or the like: "was sworn in on Wednesday" of one who took office
  on a Wednesday puts the report into the week from that day, "last week" into the week after.
- A day of a month with its weekday ("Monday, July 27"): the weekday leaves one year.
- A day of a month without one, where the report tells of the same weekday by itself.

A day of a month counts only where the weekdays named alone fall on a day near it: a chronology
and an announcement of next month name days too.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from dragoman import dates
from dragoman.dates import DAY
from dragoman.knowledge.tables import Officeholder
from dragoman.link.incumbents import Bounds, Incumbents, folded
from dragoman.model.event import Event, Party
from dragoman.resolve.times import TimeExpression, ground

NEWS_DAYS = 2
"""A weekday in a report is most often that of publication, the day before or the one before."""
_WEEK = 6
_AHEAD_DAYS = 13
"""How long before it a day is announced with its weekday."""
_YEAR_DAYS = 400
_FEW_YEARS_DAYS = 900
"""Bounds in which a weekday told alone can still single out one year for a day of a month."""
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_AHEAD = re.compile(
    r"\b(?:until|till|by|before|will|due|scheduled|deadline|next|plans?|planned)\b"
    r"(?:(?![.;]\s+[A-Z]).){0,60}$",
    re.DOTALL,
)
"""Words before a day that put it after the report; in the same sentence."""
_NEAR_AHEAD = re.compile(
    r"\b(?:(?:until|till|by|before)\s+(?:on\s+)?"
    r"|(?:will|would|due|scheduled|deadline|next|coming)\s+(?:[\w.,'-]+\s+){0,3})$"
)
"""Words right before a weekday that put it after the report."""
_BEFORE = 100  # characters before a day in which such a word is looked for
_TOLD = ("weekday:", "unit:day:", "unit:week:", "offset:")
"""Times that lie within weeks of the report: weekdays, "yesterday", "last week"."""
_GAIN, _LOSS = frozenset({"appoint", "elect"}), frozenset({"remove_from_office", "resign"})


@dataclass(frozen=True, slots=True)
class Week:
    """Days, both inclusive, on one of which the report was published: a week or two."""

    first: dt.date
    last: dt.date
    why: str

    @property
    def days(self) -> list[dt.date]:
        """Each of the days."""
        return [self.first + n * DAY for n in range((self.last - self.first).days + 1)]


def weeks(
    events: Sequence[Event],
    expressions: Sequence[TimeExpression],
    text: str,
    bounds: Bounds,
    known: Incumbents,
) -> list[Week]:
    """The weeks that the words of one report leave for its day; all should meet.

    Args:
        events: what the report tells.
        expressions: the time expressions of its text, as `find` gives them.
        text: its text.
        bounds: the days that the offices it names allow.
        known: the tenures of the knowledge files.
    """  # fmt: skip
    found = [*_handovers(events, bounds, known), *_named_days(expressions, text, bounds)]
    return sorted(set(found), key=lambda week: (week.first, week.last, week.why))


def weekdays(expressions: Sequence[TimeExpression]) -> frozenset[int]:
    """The weekdays named by themselves, as a report names those of its own week."""
    matches = (re.match(r"weekday:(\d):auto", one.value) for one in expressions)
    return frozenset(int(match[1]) for match in matches if match)


def is_near(on: dt.date, alone: Set[int]) -> bool:
    """Whether each of the weekdays named alone was the day itself or one of the two before it."""
    return all((on.weekday() - weekday) % 7 <= NEWS_DAYS for weekday in alone)


def days_of_month(expressions: Sequence[TimeExpression], text: str) -> frozenset[int]:
    """The days told without their month ("on the 25th"), but for those announced."""
    matches = (
        re.match(r"dom:(\d+):auto", one.value) for one in expressions if not is_ahead(one, text)
    )
    return frozenset(int(match[1]) for match in matches if match)


# --- handovers ----------------------------------------------------------------------------------


def _handovers(events: Sequence[Event], bounds: Bounds, known: Incumbents) -> Iterator[Week]:
    for event in events:
        relative = event.when.relative or ""
        if event.status != "actual" or not relative.startswith(_TOLD):
            continue
        for on, name in sorted(_days_of_handover(event, bounds, known)):
            days = [day for day in _month_from(on) if _means(relative, day, on)]
            if days and _allows(bounds, days[0], days[-1]):
                first = max((days[0], *_acts_in_office(events, name, on)))
                if first <= days[-1]:
                    yield Week(first, days[-1], f"tells of {name}'s handover of {on}")


def _month_from(on: dt.date) -> list[dt.date]:
    return [on + n * DAY for n in range(31)]


def _means(relative: str, told: dt.date, on: dt.date) -> bool:
    """Whether words such as "Wednesday" or "last week" mean `on` when told on `told`."""
    meant = ground(relative, told)
    return meant is not None and meant.overlaps(dates.day(on))


def _days_of_handover(event: Event, bounds: Bounds, known: Incumbents) -> set[tuple[dt.date, str]]:
    """Days on which those whom an act puts into office or out of it are known to have moved."""
    days: set[tuple[dt.date, str]] = set()
    for party in (*event.recipients, *event.actors):
        rows = _tenures(party, known)
        if event.act in _LOSS:
            days |= {(row.ended, row.name) for row in rows if row.ended is not None}
        if event.act in _GAIN:
            days |= {(row.began, row.name) for row in rows if row.began is not None}
            days |= {
                (row.began, row.name)
                for row in bounds.incumbents
                if row.began is not None and row.party_id == party.country
            }
    return days


def _tenures(party: Party, known: Incumbents) -> tuple[Officeholder, ...]:
    if party.kind != "person":
        return ()
    return known.tenures(party.name, country=party.country)


def _acts_in_office(events: Sequence[Event], name: str, on: dt.date) -> Iterator[dt.date]:
    """Days after the handover on which the new holder is told to have acted."""
    surname = folded(name)[-1]
    for event in events:
        weekday = re.match(r"weekday:(\d):past", event.when.relative or "")
        names = [p.name for p in (*event.actors, *event.recipients) if p.kind == "person"]
        is_theirs = any(folded(one)[-1:] == (surname,) for one in names)
        is_deed = event.act not in _GAIN | _LOSS and event.status == "actual"
        if weekday and is_theirs and is_deed:
            yield on + ((int(weekday[1]) - on.weekday()) % 7) * DAY


# --- days of a month ----------------------------------------------------------------------------


def _named_days(expressions: Sequence[TimeExpression], text: str, bounds: Bounds) -> Iterator[Week]:
    if bounds.first is None:
        return
    alone = weekdays(expressions)
    for one in expressions:
        match = re.match(r"monthday:(\d\d)-(\d\d):auto$", one.value)
        if match is None or one.relation in ("since", "after") or not re.search(r"\d", one.words):
            continue
        days = _in_bounds(int(match[1]), int(match[2]), bounds)
        named = weekday_of(one.words)
        if named is not None:
            days = [day for day in days if day.weekday() == named]
        elif bounds.days is not None and bounds.days <= _FEW_YEARS_DAYS:
            days = [day for day in days if day.weekday() in alone]
        else:
            continue
        if len(days) == 1 and alone:
            week = _week_of(days[0], one, text, is_told=days[0].weekday() in alone)
            if any(is_near(on, alone) for on in week.days):
                yield week


def _week_of(on: dt.date, one: TimeExpression, text: str, *, is_told: bool) -> Week:
    """The days around one that the report dates; `is_told`: it names its weekday alone too."""
    why = f"tells {one.words!r}, which was {on}"
    ahead = is_ahead(one, text)
    first = on - _AHEAD_DAYS * DAY if ahead or not is_told else on
    last = on if ahead else on + _WEEK * DAY
    return Week(first, last, why)


def is_ahead(one: TimeExpression, text: str) -> bool:
    """Whether the words put the day after the report."""
    before = text[max(0, one.start - _BEFORE) : one.start]
    return one.relation in ("until", "by", "before") or _AHEAD.search(before) is not None


def is_next(one: TimeExpression, text: str) -> bool:
    """Whether the words right before a weekday put it after the report: "will meet on Friday"."""
    before = text[max(0, one.start - _BEFORE) : one.start]
    return one.relation in ("until", "by", "before") or _NEAR_AHEAD.search(before) is not None


def _in_bounds(month: int, day: int, bounds: Bounds) -> list[dt.date]:
    """That day of every year that the bounds reach."""
    if bounds.first is None:
        return []
    last = bounds.last or bounds.first + 3 * _YEAR_DAYS * DAY
    days = []
    for year in range(bounds.first.year, last.year + 1):
        try:
            on = dt.date(year, month, day)
        except ValueError:  # 29 February
            continue
        if bounds.first - _WEEK * DAY <= on <= last + _WEEK * DAY:
            days.append(on)
    return days


def weekday_of(words: str) -> int | None:
    """The weekday that an expression begins with ("Monday, July 27"), or None."""
    head = words.split()[0].strip(",").lower()
    return next((i for i, name in enumerate(_WEEKDAYS) if head in (name, name[:3])), None)


def _allows(bounds: Bounds, first: dt.date, last: dt.date) -> bool:
    """Whether one of the days lies within the bounds."""
    after = bounds.first is None or last >= bounds.first
    return after and (bounds.last is None or first <= bounds.last)
