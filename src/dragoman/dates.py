"""Days and ranges of days.

A `DateRange` is half-open, `since` inclusive and `until` exclusive; either side may be open (None).
The contract's `date_start` and `date_end` are the first and the last day, inclusive:
`DateRange.first` and `DateRange.last`.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

DAY = dt.timedelta(days=1)
FIRST_YEAR = 1400
"""Older dates of a news report are slips: printed news began later."""
PRECISIONS = ("day", "week", "month", "year", "range")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """Days from `since` up to, not including, `until`; `precision` says how the words gave it."""

    since: dt.date | None
    until: dt.date | None
    precision: str

    def __post_init__(self) -> None:
        if self.precision not in PRECISIONS:
            raise ValueError(f"precision {self.precision!r} is not one of {PRECISIONS}")
        if self.since is not None and self.until is not None and self.until <= self.since:
            raise ValueError(f"range {self.since}..{self.until} holds no day")

    @property
    def first(self) -> dt.date | None:
        """The first day, inclusive; None when open."""
        return self.since

    @property
    def last(self) -> dt.date | None:
        """The last day, inclusive; None when open."""
        return None if self.until is None else self.until - DAY

    @property
    def width_days(self) -> float:
        """How many days the range holds; infinite when a side is open."""
        if self.since is None or self.until is None:
            return math.inf
        return (self.until - self.since).days

    def overlaps(self, other: DateRange) -> bool:
        """Whether the two share a day; an open side reaches for ever."""
        starts_in_time = self.since is None or other.until is None or self.since < other.until
        ends_late_enough = other.since is None or self.until is None or other.since < self.until
        return starts_in_time and ends_late_enough

    def gap_days(self, other: DateRange) -> int:
        """Days between two ranges, either way: 0 where they share a day, 1 where they touch."""
        if self.overlaps(other):
            return 0
        if self.until is not None and other.since is not None and self.until <= other.since:
            return (other.since - self.until).days + 1
        if other.until is not None and self.since is not None:
            return (self.since - other.until).days + 1
        return 0


def publication_fault(published: dt.date, today: dt.date) -> str | None:
    """Why a report cannot be of that day, in plain words; None when it can.

    One day of grace for time zones: what is tomorrow here is today elsewhere.
    """
    if published > today + DAY:
        return f"{published} lies in the future"
    if published.year < FIRST_YEAR:
        return f"{published} is before {FIRST_YEAR}, when there was no printed news"
    return None


def day(on: dt.date) -> DateRange:
    """One day."""
    return DateRange(since=on, until=on + DAY, precision="day")


def month(year: int, number: int) -> DateRange:
    """A calendar month; `number` is 1 to 12."""
    after = dt.date(year + number // 12, number % 12 + 1, 1)
    return DateRange(since=dt.date(year, number, 1), until=after, precision="month")


def year(number: int) -> DateRange:
    """A calendar year."""
    return DateRange(since=dt.date(number, 1, 1), until=dt.date(number + 1, 1, 1), precision="year")


def span(first: dt.date | None, last: dt.date | None, *, precision: str = "range") -> DateRange:
    """From `first` to `last`, both inclusive, either open."""
    return DateRange(since=first, until=None if last is None else last + DAY, precision=precision)
