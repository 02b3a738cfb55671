"""What durations, clock times and words of repetition mean: they date nothing by themselves."""

from __future__ import annotations

import re

from dragoman.resolve.times.meanings import counted, month_number, part_of, unit_of, weekday_number
from dragoman.resolve.times.words import SEASONS

_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y",
    "twice-daily": "P1D", "twice-weekly": "P1W",
}  # fmt: skip
_RATED = re.compile(
    r"(?:\d|\b(?:million|billion|trillion|thousand|hundred|dozen|times|once|twice|thrice|percent|"
    r"per cent|cents|dollars|euros|pounds|hours|days|barrels|tons|tonnes))[ )%\"'’]*\Z|%\s*\Z",
    re.IGNORECASE,
)
"""What stands before "a day" where it means each day: an amount or a number of times."""
_HALVES = {"hour": "PT30M", "day": "PT12H", "month": "P15D", "year": "P6M", "decade": "P5Y",
           "century": "P50Y"}  # fmt: skip


def length(count: str, unit: str) -> str:
    """An ISO 8601 duration: ("3", "hour") -> "PT3H"; "few" gives X; TimeML's DE, CE and Q too."""
    letter = _LETTERS[unit]
    head = "PT" if letter.startswith("T") else "P"
    return f"{head}{'X' if 'few' in count else count}{letter.removeprefix('T')}"


def duration(m: re.Match[str]) -> str:
    """The value of "25 years", "25-year", "decades"."""
    unit = unit_of(m["unit"])
    is_several = m["unit"].lower().endswith("s") and m["n"].lower() in ("a", "an", "")
    count = "few" if is_several else counted(m["n"])
    if m.groupdict().get("half") and count != "few":
        count += ".5"
    return f"duration:{length(count, unit)}"


def one_long(m: re.Match[str]) -> str:
    """The value of "year-long", "weeklong", "decade-old"."""
    return f"duration:{length('1', unit_of(m['unit']))}"


def half(m: re.Match[str]) -> str:
    """The value of "half an hour", "half-century"."""
    return f"duration:{_HALVES[m['unit'].lower()]}"


def per(m: re.Match[str]) -> str:
    """The value of "per day", and of "a day": each day after an amount, else as long as a day."""
    value = length("1", unit_of(m["unit"]))
    is_rate = m["how"].lower() == "per" or _RATED.search(
        m.string, max(0, m.start() - 24), m.start()
    )
    return f"set:{value}" if is_rate else f"duration:{value}"


def adverb(m: re.Match[str]) -> str:
    """The value of "daily", "annual"."""
    return f"set:{_ADVERBS[m['how']]}"


def every(m: re.Match[str]) -> str:
    """The value of "every day", "each year", "every two weeks", "every Monday"."""
    if m["wd"]:
        return weekdays(m)
    if m["part"]:
        return f"set:XXXX-XX-XXT{part_of(m['part'])}"
    if m["season"]:
        return f"set:XXXX-{SEASONS[m['season'].lower()]}"
    if m["m"]:
        return f"set:XXXX-{month_number(m['m']):02d}"
    count = {"other": "2", "single": "1"}.get((m["n"] or "one").lower()) or counted(m["n"] or "one")
    return f"set:{length(count, unit_of(m['unit']))}"


def weekdays(m: re.Match[str]) -> str:
    """The value of "Mondays", "every Monday"."""
    return f"set:XXXX-WXX-{weekday_number(m['wd']) + 1}"


def clock(m: re.Match[str]) -> str | None:
    """The value of "9 p.m.", "21:00 GMT"."""
    hour, minute = int(m["h"]), int(m["min"] or 0)
    groups = m.groupdict()
    half = (m["half"] or "").lower()[:1]
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    zone = groups.get("zone") or groups.get("zone24")
    return f"time:T{hour:02d}{minute:02d}{'Z' if zone in ('UTC', 'GMT') else ''}"


def noon(m: re.Match[str]) -> str:
    """The value of "noon", "midnight" (the end of a day, as TimeML has it)."""
    return "time:T2400" if m["half"].lower() == "midnight" else "time:T1200"


def part(m: re.Match[str]) -> str:
    """The value of "in the morning", "at night": of which day, the words do not say."""
    return f"time:{part_of(m['part'])}"
