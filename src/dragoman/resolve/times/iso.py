"""Values as TIMEX3 writes them: ISO 8601 with TimeML's additions."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.resolve.times.grounding import calendar_unit, ground
from dragoman.resolve.times.lengths import length
from dragoman.resolve.times.values import NONE, TimeValue, directed

UNKNOWN = "XXXX-XX-XX"
_WHOLE = frozenset({"week", "month", "year", "decade", "century", "weekend"})
_HALVES = {"firsthalf": "H1", "lasthalf": "H2"}
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")


def absolute(value: TimeValue) -> str:
    """A written-out date: "2015-07-14", "2008-H2", "197" for the 1970s, "18" for a century."""
    body = value.body
    if body == NONE:
        return UNKNOWN
    if body.endswith("s"):
        return body[:3]
    if body.startswith("c"):
        return f"{int(body[1:]) - 1:02d}"
    return in_part(halved(body, value), value.part)


def in_part(day: str, part: str | None) -> str:
    """A day's value with a part of the day, or an hour: "2015-07-14TMO", "2015-07-14T17:30"."""
    if part is None or len(day) != len(UNKNOWN) or "T" in day:
        return day
    return f"{day}T{part[:2]}:{part[2:]}" if part[0].isdigit() else f"{day}T{part}"


def halved(written: str, value: TimeValue) -> str:
    """A year's value narrowed to its half: "2008-H2"."""
    half = _HALVES.get(value.mod or "")
    return f"{written}-{half}" if half and written.isdigit() and len(written) == 4 else written


def grounded(value: TimeValue, anchor: dt.date, tense: str) -> str | None:
    """The value of a calendar expression seen from `anchor`; None where it has none."""
    plain = TimeValue(kind=value.kind, body=value.body)
    days = ground(directed(str(plain), tense).split("~")[0], anchor, tense=tense)
    if days is None or days.since is None:
        return open_value(value) if value.body.endswith(":told") else None
    unit = value.body.split(":")[0] if value.kind == "unit" else value.kind
    if unit == "season":
        return f"{days.since.year:04d}-{value.body.split(':')[0]}"
    if unit == "quarter":
        return _quarter(days.since)
    text = written(days.since, unit if unit in _WHOLE else "day")
    return in_part(halved(text, value), value.part)


def open_value(value: TimeValue) -> str:
    """The value of what has no anchor: X stands for what is not known."""
    body = value.body.split(":")
    if value.kind == "weekday":
        return in_part(f"XXXX-WXX-{int(body[0]) + 1}", value.part)
    if value.kind == "month":
        return f"XXXX-{int(body[0]):02d}"
    if value.kind == "monthday":
        return in_part(f"XXXX-{body[0]}", value.part)
    if value.kind == "dom":
        return in_part(f"XXXX-XX-{int(body[0]):02d}", value.part)
    if value.kind in ("season", "quarter"):
        return f"XXXX-{'Q' if value.kind == 'quarter' else ''}{body[0]}"
    unit = body[-1] if value.kind in ("offset", "narrative") else body[0]
    whole = {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX",
             "quarter": "XXXX-QX", "decade": "XXX", "century": "XX"}.get(unit, UNKNOWN)  # fmt: skip
    return in_part(whole, value.part)


def moved(body: str, anchor: dt.date) -> str:
    """The value of "three weeks ago", body "-3:week"; a vague one outside the calendar."""
    number, _, unit = body.partition(":")
    vague = "PAST_REF" if number.startswith("-") else "FUTURE_REF"
    if "few" in number:
        return vague
    if "." in number and unit == "year":
        number, unit = f"{12 * float(number):.0f}", "month"
    shift = int(number.partition(".")[0])
    if unit in ("hour", "minute", "second"):
        return anchor.isoformat()
    if unit == "decade":
        unit, shift = "year", 10 * shift
    try:
        days = calendar_unit(unit, anchor, shift)
    except (OverflowError, ValueError):
        return vague
    if days is None or days.since is None:
        return vague
    return _quarter(days.since) if unit == "quarter" else written(days.since, unit)


def same_quarter(body: str, before: str) -> str | None:
    """ "A year earlier", told after a quarter, is that quarter of the year; None otherwise."""
    match = _QUARTER.fullmatch(before)
    number, _, unit = body.partition(":")
    if match is None or unit != "year" or "few" in number:
        return None
    year = int(match[1]) + int(number)
    return f"{year:04d}-Q{match[2]}" if 1 <= year <= dt.date.max.year else None


def trail(body: str) -> str:
    """The value of "the past five years", body "-5:year"."""
    number, _, unit = body.partition(":")
    return length(number.lstrip("+-"), unit)


def written(since: dt.date, unit: str) -> str:
    """The week, month, year, decade or century that begins on `since`, else the day."""
    iso = since.isocalendar()
    return {
        "week": f"{iso.year:04d}-W{iso.week:02d}", "weekend": f"{iso.year:04d}-W{iso.week:02d}-WE",
        "month": f"{since.year:04d}-{since.month:02d}", "year": f"{since.year:04d}",
        "decade": f"{since.year // 10:03d}", "century": f"{since.year // 100:02d}",
    }.get(unit, since.isoformat())  # fmt: skip


def first_day(value: str) -> dt.date | None:
    """The first day of a calendar value; None for durations and references."""
    if quarter := _QUARTER.fullmatch(value):
        return dt.date(int(quarter[1]), 3 * int(quarter[2]) - 2, 1)
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)
    if match is None:
        return None
    try:
        return dt.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        # 29 February of a year that has none.
        return None


def _quarter(since: dt.date) -> str:
    return f"{since.year:04d}-Q{(since.month + 2) // 3}"
