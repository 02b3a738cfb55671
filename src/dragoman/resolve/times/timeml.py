"""Time expressions in TimeML's terms, for measuring and for exchange with other tools.

News is anchored on its date; a narrative (a history, a chronicle) on what was told before. Which of
the two a text is shows in its years: most of a narrative's are not that of its own date.

Source: TimeML 1.2.1, TIMEX3; Mazur and Dale, WikiWars, EMNLP 2010.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.resolve.times.expressions import TimeExpression, separate
from dragoman.resolve.times.grounding import calendar_unit, ground
from dragoman.resolve.times.values import SPAN, TimeValue, directed, read_value

_FUTURE = re.compile(r"\b(?:will|shall|plans?|planned|scheduled|due|expected)\b")
_REACH = 60
_FAR_YEARS = 2
_ADJECTIVES = frozenset({"former", "recent", "current"})
_HALVES = {"first half": "H1", "second half": "H2", "latter half": "H2"}
_REFS = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}
_MOVING = (
    "abs:", "month:", "monthday:", "season:", "quarter:", "narrative:+0:day", "narrative:+1:day",
)  # fmt: skip
"""Values that carry a narrative on; "five years before" only looks aside."""
_COARSE = {
    "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE", "quarter": "Q",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timex:
    """One TIMEX3: characters, type ("DATE", "TIME", "DURATION") and value."""

    start: int
    end: int
    type: str
    value: str


def timexes(text: str, dct: dt.date | None) -> list[Timex]:
    """The time expressions of `text` as TIMEX3, in order; `dct` is the text's own date."""
    found = [piece for expression in separate(text) for piece in _ends(expression)]
    is_narrative = dct is None or _is_narrative(found, dct)
    context = dct
    out: list[Timex] = []
    for expression in found if is_narrative else (_news(text, e) for e in found):
        if not is_narrative and expression.words.lower() in _ADJECTIVES:
            continue
        anchor = context if is_narrative else dct
        value = _value(text, expression, anchor, context, is_narrative=is_narrative)
        if value is None:
            continue
        kind = "DURATION" if value.startswith("P") and value[1:2] in "TX0123456789" else "DATE"
        kind = "TIME" if kind == "DATE" and "T" in value[4:] else kind
        out.append(Timex(expression.start, expression.end, kind, value))
        if expression.value.startswith(_MOVING):
            context = _day_of(value) or context
    return out


def _ends(expression: TimeExpression) -> list[TimeExpression]:
    """ "1861-1865" as its two years; any other expression as it is."""
    if expression.pattern != "years":
        return [expression]
    first, last = expression.value.split(SPAN)
    cut = len(re.split(r"[-–—/]", expression.words)[-1])
    return [
        replace(expression, end=expression.start + 4, words=expression.words[:4], value=first),
        replace(expression, start=expression.end - cut, words=expression.words[-cut:], value=last),
    ]


def _news(text: str, expression: TimeExpression) -> TimeExpression:
    """In news "five years" of "five years after they met" is a duration, as TimeML has it."""
    match = re.match(r"(.*) (?:after|before)$", expression.words, re.IGNORECASE)
    form = re.fullmatch(r"narrative:[+-](\w+):(\w+)", expression.value)
    if match is None or form is None or not re.match(r" [A-Za-z]", text[expression.end :][:2]):
        return expression
    value = f"duration:{_duration(f'{form[1]}:{form[2]}')}"
    end = expression.start + len(match[1])
    return replace(expression, end=end, words=match[1], value=value)


def _is_narrative(found: Sequence[TimeExpression], dct: dt.date) -> bool:
    years = [int(m[1]) for e in found if (m := re.match(r"abs:(?:BC)?(\d{4})(?!s)", e.value))]
    far = sum(abs(year - dct.year) >= _FAR_YEARS for year in years)
    return len(years) >= 5 and 2 * far > len(years)


def _value(
    text: str,
    expression: TimeExpression,
    anchor: dt.date | None,
    context: dt.date | None,
    *,
    is_narrative: bool,
) -> str | None:
    value = read_value(expression.value)
    if value is None:
        return None
    if value.kind == "duration":
        return value.body
    if value.kind == "vague":
        return _REFS[value.body]
    if value.kind == "time":
        day = f"{context}" if context else "XXXX-XX-XX"
        return f"{day}T{value.body[1:3]}:{value.body[3:5]}"
    if value.kind == "abs":
        half = next((h for words, h in _HALVES.items() if words in expression.words.lower()), None)
        return f"{value.body}-{half}" if half and value.body.isdigit() else _absolute(value.body)
    if anchor is None:
        return "XXXX-XX-XX"
    if value.kind == "narrative":
        moved = _offset(value.body, context or anchor)
        return f"{moved}T{value.part}" if moved and value.part and len(moved) == 10 else moved
    if value.kind == "offset":
        return _offset(value.body, anchor)
    if value.kind == "trail":
        return _duration(value.body)
    is_open = value.kind in ("month", "monthday", "season") and value.body.endswith("auto")
    if is_narrative and is_open:
        return _same_year(value, anchor)
    if value.kind == "monthday" and value.body.endswith("auto"):
        return _nearest(value, anchor)
    before = text[max(0, expression.start - _REACH) : expression.start]
    tense = "future" if _FUTURE.search(before.rsplit(". ", 1)[-1]) else "past"
    return _grounded(value, anchor, tense)


def _absolute(body: str) -> str:
    if body.endswith("s"):
        return body[:3]
    if body.startswith("c"):
        return f"{int(body[1:]) - 1:02d}"
    return body


def _same_year(value: TimeValue, anchor: dt.date) -> str:
    number = value.body.split(":")[0]
    return f"{anchor.year}-{int(number):02d}" if number.isdigit() else f"{anchor.year}-{number}"


def _nearest(value: TimeValue, anchor: dt.date) -> str | None:
    """A day without its year is the one nearest to the text's own date."""
    options = [ground(directed(str(value), tense), anchor) for tense in ("past", "future")]
    days = [option.since for option in options if option is not None and option.since is not None]
    return min(days, key=lambda d: abs(d - anchor)).isoformat() if days else None


def _grounded(value: TimeValue, anchor: dt.date, tense: str) -> str | None:
    plain = TimeValue(kind=value.kind, body=value.body)
    days = ground(directed(str(plain), tense).split("~")[0], anchor)
    if days is None or days.since is None:
        return None
    unit = value.body.split(":")[0] if value.kind == "unit" else value.kind
    if unit == "season":
        return f"{days.since.year}-{value.body.split(':')[0]}"
    if unit == "quarter":
        return f"{days.since.year}-Q{(days.since.month + 2) // 3}"
    written = _written(days.since, unit if unit in (*_COARSE, "weekend") else "day")
    return f"{written}T{value.part}" if value.part and unit in ("day", "weekday") else written


def _written(since: dt.date, unit: str) -> str:
    iso = since.isocalendar()
    return {
        "week": f"{iso.year}-W{iso.week:02d}", "weekend": f"{iso.year}-W{iso.week:02d}-WE",
        "month": f"{since:%Y-%m}", "year": f"{since.year:04d}", "decade": f"{since.year // 10}",
        "century": f"{since.year // 100:02d}",
    }.get(unit, since.isoformat())  # fmt: skip


def _offset(body: str, anchor: dt.date) -> str | None:
    number, _, unit = body.partition(":")
    if "few" in number:
        return "PAST_REF" if number.startswith("-") else "FUTURE_REF"
    shift = int(number)
    if unit in ("hour", "minute", "second"):
        return anchor.isoformat()
    if unit == "decade":
        unit, shift = "year", 10 * shift
    try:
        days = calendar_unit(unit, anchor, shift)
    except (OverflowError, ValueError):
        return None
    return None if days is None or days.since is None else _written(days.since, unit)


def _duration(body: str) -> str:
    number, _, unit = body.partition(":")
    count = "X" if "few" in number else number.lstrip("+-")
    letter = _COARSE.get(unit, unit[0].upper())
    return f"PT{count}{letter}" if unit in ("hour", "minute", "second") else f"P{count}{letter}"


def _day_of(value: str) -> dt.date | None:
    """The first day of a calendar value; None for durations and references."""
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)
    if match is None:
        return None
    try:
        return dt.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        # 29 February of a year that has none.
        return None
