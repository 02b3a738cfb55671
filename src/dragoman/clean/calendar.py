"""Dates as pages and rows write them: what they say, and how precisely."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from dragoman.dates import FIRST_YEAR

MONTHS = {
    1: "january jan enero janvier januar janeiro gennaio ene janv gen",
    2: "february feb febrero février februar fevereiro febbraio févr fev",
    3: "march mar marzo mars märz março",
    4: "april apr abril avril aprile abr avr",
    5: "may mayo mai maio maggio",
    6: "june jun junio juin juni junho giugno giu",
    7: "july jul julio juillet juli julho luglio juil lug",
    8: "august aug agosto août ago",
    9: "september sept sep septiembre septembre setembro settembre set",
    10: "october oct octubre octobre oktober outubro ottobre okt out ott",
    11: "november nov noviembre novembre novembro",
    12: "december dec diciembre décembre dezember dezembro dicembre dic déc dez",
}
NUMBER_OF = {name: number for number, names in MONTHS.items() for name in names.split()}
_MONTH = "|".join(sorted(NUMBER_OF, key=len, reverse=True))
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]* (?:the )?)?"
_TIME = (
    r"(?:[T,]?[ T]*(?:at |@ ?)?\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?"
    r"(?: ?[ap]\.?m\b\.?)?(?: ?(?:Z\b|[A-Z]{2,5}\b|[+-]\d{2}:?\d{2}))?)?"
)
DATE = (
    rf"{_WEEKDAY}(?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01]|[1-9])(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th|º|\.)?[ -](?:de |of )?(?:{_MONTH})\b\.?,?[ -](?:de |del )?"
    r"(?:19|20)\d\d"
    rf"|(?:{_MONTH})\b\.? \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d){_TIME}"
)
"""A full date in a text, for use in case-blind patterns: day, month and year, perhaps the hour."""

ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?!\d))?)?(?=$|[T ,])")
PACKED = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(?:\d{4}|\d{6})Z?)?")
NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")
DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|º|\.)?[ -](?:de |of )?({_MONTH})\b\.?,?[ -](?:de |del )?"
    r"(\d{4})\b",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    rf"\b({_MONTH})\b\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE
)
MONTH_ONLY = re.compile(rf"({_MONTH})\b\.?,? (?:de |del )?(\d{{4}})", re.IGNORECASE)
EPOCH = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})")
IN_PATH = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\d|3[01])(?!\d)"
    rf"|/((?:19|20)\d\d)/({_MONTH}|1[0-2]|0?[1-9])/(0?[1-9]|[12]\d|3[01])/"
    r"|/((?:19|20)\d\d)/(0[1-9]|1[0-2])/",
    re.IGNORECASE,
)


class Dated(NamedTuple):
    """A day and its precision: "day", "month" or "year"; the first day of a month or year."""

    day: dt.date
    precision: str


def parse(words: str, *, today: dt.date | None = None) -> Dated | None:
    """The date that `words` give, or None: no date, two readings, in the future, before 1400.

    Args:
        words: ISO 8601, RFC 822, "5 Nov 2025", "November 5th, 2025", "20251105", epoch seconds.
        today: later dates are refused; None refuses none. One day of grace for time zones.
    """
    found = _read(words.strip())
    if found is None or found.day.year < FIRST_YEAR:
        return None
    if today is not None and found.day > today + dt.timedelta(days=1):
        return None
    return found


def from_path(path: str, *, today: dt.date | None = None) -> Dated | None:
    """The date in a file's path or a page's address: /2025/11/05/, 2025-11-05, 20251105."""
    for match in IN_PATH.finditer(path):
        year, month, day = (match[1], match[2], match[3]) if match[1] else match.group(4, 5, 6)
        if match[7]:
            year, month, day = match[7], match[8], None
        found = _dated(year, month, day)
        if found is not None and (today is None or found.day <= today + dt.timedelta(days=1)):
            return found
    return None


def _read(words: str) -> Dated | None:
    if (match := PACKED.fullmatch(words)) and (found := _dated(*match.groups())):
        return found
    if match := EPOCH.fullmatch(words):
        seconds = int(match[1]) if match[1] else int(match[2]) // 1000
        return Dated(dt.datetime.fromtimestamp(seconds, dt.UTC).date(), "day")
    if match := ISO.match(words):
        return _dated(*match.groups())
    if match := DAY_FIRST.search(words):
        return _dated(match[3], match[2], match[1])
    if match := MONTH_FIRST.search(words):
        return _dated(match[3], match[1], match[2])
    if match := NUMERIC.match(words):
        return _numeric(int(match[1]), int(match[2]), match[3])
    if match := MONTH_ONLY.fullmatch(words):
        return _dated(match[2], match[1], None)
    return None


def _numeric(first: int, second: int, year: str) -> Dated | None:
    """05/11/2025 has two readings and is refused; 25/11/2025 has one."""
    if first > 12 or first == second:
        return _dated(year, str(second), str(first))
    return _dated(year, str(first), str(second)) if second > 12 else None


def _dated(year: str, month: str | None, day: str | None) -> Dated | None:
    try:
        if month is None:
            return Dated(dt.date(int(year), 1, 1), "year")
        number = int(month) if month.isdigit() else NUMBER_OF[month.lower().rstrip(".")]
        if day is None:
            return Dated(dt.date(int(year), number, 1), "month")
        return Dated(dt.date(int(year), number, int(day)), "day")
    except ValueError:
        return None


def month_day(words: str, year: int) -> dt.date | None:
    """The day that a dateline's "May 3" is in `year`, or None."""
    found = _read(f"{words} {year}")
    return None if found is None or found.precision != "day" else found.day
