"""Time expressions in TimeML's terms, for measuring and for exchange with other tools.

News is anchored on its date; a narrative (a history, a chronicle) on what was told before. Which of
the two a text is shows in its years: most of a narrative's are not that of its own date, and hardly
a word in it points to the day of writing ("Monday", "last week", "ten years ago").

Source: TimeML 1.2.1, TIMEX3; Mazur and Dale, WikiWars, EMNLP 2010.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.resolve.times import iso
from dragoman.resolve.times.expressions import (
    TimeExpression,
    is_day,
    is_span,
    of_one_year,
    separate,
)
from dragoman.resolve.times.grounding import ground
from dragoman.resolve.times.lengths import length
from dragoman.resolve.times.tenses import tense_near
from dragoman.resolve.times.values import NONE, SPAN, TimeValue, directed, read_value

DISTANCE = "distance "
"""Begins the pattern of a duration that measures from what is told next, with the way and unit."""
_FAR_YEARS = 2
_POINTING = ("weekday:", "unit:", "offset:")
_POINTS = 5
"""Far years for each pointing word from which a text is a narrative: in WikiWars there are ten or
more, in news that looks back three or fewer."""
_ADJECTIVES = frozenset({"former", "recent", "current", "future"})
_REFS = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}
_DATED = (
    "abs:", "month:", "monthday:", "season:", "quarter:", "narrative:+",
)  # fmt: skip
"""Values that carry a text on to their time; "five years before" only looks aside."""
_NEAR = ("weekday:", "unit:day:")
"""Values that carry news on, too."""
_BENDING = frozenset({"weekday", "month", "monthday", "season", "quarter", "dom"})
"""Kinds whose direction is left to the tense."""
UP_TO = ("before", "until", "by")
"""Relations after which a weekday is the nearest: "before Tuesday's vote" may lie ahead."""
_TO_DAY = re.compile(r",? (?:on )?(?:the )?")
_TO_HOUR = re.compile(r",? (?:(?:at|around|about|by|until|before|after|from) )?(?:the )?")
_SAME_SENTENCE = 160
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"abs:\d{4}(?:~\w+)?")
_OPENING = re.compile(
    r"(?:^|[.!?:]['\"”’)]*\s|\n)(?:[A-Z]\w*,? )?"
    r"(?:(?:in|by|on|during|from|after|throughout) )?(?:the )?$",
    re.IGNORECASE,
)
"""What may stand between the start of a sentence, or a heading, and its date."""


@dataclass(frozen=True, slots=True)
class Timex:
    """One TIMEX3: characters, type ("DATE", "TIME", "DURATION", "SET") and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An expression read in its text.

    `value` has its direction settled and is None where nothing could be; `anchor` is the day it is
    seen from: the text's own, in a narrative the one told before; `tense` is that of the words
    around it, None where nothing tells or nothing hangs on it; `day` is, for an hour, the day
    (ISO 8601) it is told with, None where the text tells none.
    """

    expression: TimeExpression
    timex: Timex
    value: TimeValue
    anchor: dt.date | None
    tense: str | None
    is_narrative: bool
    day: str | None = None

    @property
    def carries(self) -> bool:
        """Whether what is told after it may be counted from it."""
        kinds = _DATED if self.is_narrative else _DATED + _NEAR
        return self.expression.value.startswith(kinds)


def timexes(text: str, dct: dt.date | None) -> list[Timex]:
    """The time expressions of `text` as TIMEX3, in order; `dct` is the text's own date."""
    return [reading.timex for reading in read(text, dct) if reading.value.body != NONE]


def read(text: str, dct: dt.date | None) -> Iterator[Reading]:
    """Each time expression of `text`, in order, as far as it can be read; see `Reading`."""
    found = [piece for expression in separate(text) for piece in _ends(expression)]
    is_history = _is_narrative(found, dct)
    is_narrative = dct is None or is_history
    if not is_history:
        found = [_news(text, e) for e in found if e.words.lower() not in _ADJECTIVES]
    found = _paired(text, found)
    reader = _Reader(text, found, dct, is_narrative=is_narrative)
    for at in range(len(found)):
        reading = reader.next(at)
        if reading is not None:
            yield reading


class _Reader:
    """Reads the expressions of one text in order and keeps what was told last."""

    def __init__(
        self, text: str, found: Sequence[TimeExpression], dct: dt.date | None, *, is_narrative: bool
    ) -> None:
        self._text, self._found, self._dct = text, found, dct
        self._is_narrative = is_narrative
        self._context = dct
        self._last = ""
        self._last_day: tuple[int, str] | None = None

    def next(self, at: int) -> Reading | None:
        """The reading of the expression at place `at`; None for what has no value."""
        expression = self._found[at]
        reading = self._read(expression)
        if reading is None:
            return None
        if reading.value.kind == "time":
            reading = self._on_its_day(at, reading)
        self._carry(reading)
        return reading

    def _carry(self, reading: Reading) -> None:
        written = reading.timex.value
        if reading.carries and not self._is_aside(reading):
            self._context = iso.first_day(written) or self._context
            self._last = written
        if _FULL_DAY.match(written):
            self._last_day = (reading.timex.end, written[:10])

    def _is_aside(self, reading: Reading) -> bool:
        """Whether a narrative only looks at a date in passing, and goes on where it was.

        So it is with what stands in brackets, and with a bare year that opens no sentence ("the
        coup of 1955"): measured on WikiWars, value F1 rises by three points with the rule.
        """
        if not self._is_narrative or not self._last:
            return False
        start = reading.expression.start
        before = self._text[max(0, start - 40) : start]
        if before.count("(") > before.count(")"):
            return True
        return bool(_YEAR.fullmatch(reading.expression.value)) and not _OPENING.search(before)

    def _read(self, expression: TimeExpression) -> Reading | None:
        value = read_value(expression.value)
        if value is None:
            return None
        anchor = self._context if self._is_narrative else self._dct
        tense = None
        if value.kind in _BENDING or (value.kind == "unit" and value.body.endswith(":0")):
            tense = tense_near(self._text, expression.start, expression.end)
        if tense is None and expression.words.lower() == "this weekend":
            tense = "future"
        is_limit = value.kind == "weekday" and expression.relation in UP_TO
        if is_limit and tense != "future" and anchor is not None and not self._is_narrative:
            tense = _nearest(value, anchor)
        if anchor is not None or tense is not None:
            value = _settled(value, anchor, tense, is_narrative=self._is_narrative)
        if value.body.endswith(":told") and self._last and self._context is not None:
            value = _of_year(value, value.body.removesuffix(":told"), self._context.year)
        written = self._written(value, anchor, tense)
        if written is None and value.kind in _BENDING:
            # "29 February of last year": no such day, or outside the calendar.
            value = TimeValue(kind="abs", body=NONE)
            written = iso.absolute(value)
        if written is None:
            return None
        timex = Timex(expression.start, expression.end, _type(value, written), written)
        return Reading(
            expression=expression, timex=timex, value=value, anchor=anchor, tense=tense,
            is_narrative=self._is_narrative,
        )  # fmt: skip

    def _written(self, value: TimeValue, anchor: dt.date | None, tense: str | None) -> str | None:
        match value.kind:
            case "duration" | "set":
                return value.body
            case "vague":
                return _REFS[value.body]
            case "time":
                return value.body
            case "abs":
                return iso.absolute(value)
            case "trail":
                return iso.trail(value.body)
        if anchor is None:
            return iso.open_value(value)
        if value.kind == "narrative":
            again = iso.same_quarter(value.body, self._last)
            moved = again or iso.moved(value.body, self._context or anchor)
            return iso.in_part(moved, value.part)
        if value.kind == "offset":
            return iso.moved(value.body, anchor)
        return iso.grounded(value, anchor, tense or "past")

    def _on_its_day(self, at: int, reading: Reading) -> Reading:
        """An hour with the day that stands beside it, else with the one told last."""
        day = self._beside(at)
        if day is None and self._last_day is not None:
            end, last = self._last_day
            gap = self._text[end : reading.timex.start]
            is_near = len(gap) < _SAME_SENTENCE and ". " not in gap
            day = last if is_near or self._is_narrative else None
        own = None if self._is_narrative or self._dct is None else f"{self._dct}"
        hour = reading.timex.value
        part = hour.removeprefix("T") if hour[1:].rstrip("Z").isdigit() else hour
        written = iso.in_part(day or own or iso.UNKNOWN, part)
        return replace(reading, timex=replace(reading.timex, value=written), day=day)

    def _beside(self, at: int) -> str | None:
        hour = self._found[at]
        if at + 1 < len(self._found):
            day = self._found[at + 1]
            gap = self._text[hour.end : day.start]
            if is_day(day.value) and _TO_DAY.fullmatch(gap) and (read := self._read(day)):
                return read.timex.value
        if at and self._last_day is not None:
            gap = self._text[self._found[at - 1].end : hour.start]
            if self._last_day[0] == self._found[at - 1].end and _TO_HOUR.fullmatch(gap):
                return self._last_day[1]
        return None


def _type(value: TimeValue, written: str) -> str:
    if value.kind == "set":
        return "SET"
    if value.kind == "time":
        return "TIME"
    if written.startswith("P") and written[1:2] in "TX0123456789":
        return "DURATION"
    return "TIME" if "T" in written[4:] and "_" not in written else "DATE"


def _settled(
    value: TimeValue, anchor: dt.date | None, tense: str | None, *, is_narrative: bool
) -> TimeValue:
    """`value` with its direction: of the year told before, the nearest, or as the tense has it."""
    if not value.body.endswith(":auto"):
        return value
    body = value.body.removesuffix(":auto")
    if anchor is not None and is_narrative and value.kind in ("month", "monthday", "season"):
        return _of_year(value, body, anchor.year)
    if anchor is not None and value.kind in ("month", "monthday") and tense is None:
        tense = _nearest(value, anchor)
    return replace(value, body=f"{body}:{'future' if tense == 'future' else 'past'}")


def _of_year(value: TimeValue, body: str, year: int) -> TimeValue:
    """A month, day, season or quarter of a year; as it was where that year has no such day."""
    part = f"{int(body):02d}" if value.kind == "month" else body
    part = f"Q{body}" if value.kind == "quarter" else part
    settled = replace(value, kind="abs", body=f"{year:04d}-{part}")
    return settled if ground(str(settled), None) is not None else value


def _nearest(value: TimeValue, anchor: dt.date) -> str:
    """A day without its year and without a verb is the one nearest to the text's own date."""
    away = {}
    for tense in ("past", "future"):
        days = ground(directed(str(value), tense), anchor)
        if days is not None and days.since is not None:
            away[tense] = abs(days.since - anchor)
    return min(away, key=lambda tense: away[tense], default="past")


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


def _paired(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """The expressions with both ends of each span in their year."""
    out = list(found)
    for at in range(1, len(out)):
        if is_span(text, out[at - 1], out[at]):
            first, last = of_one_year(out[at - 1].value, out[at].value)
            out[at - 1], out[at] = replace(out[at - 1], value=first), replace(out[at], value=last)
    return out


def _news(text: str, expression: TimeExpression) -> TimeExpression:
    """In news "five years" of "five years after they met" is a duration, as TimeML has it."""
    match = re.match(r"(.*) (after|before)$", expression.words, re.IGNORECASE)
    form = re.fullmatch(r"narrative:([+-][\w.]+:\w+)", expression.value)
    if match is None or form is None or not re.match(r" [A-Za-z]", text[expression.end :][:2]):
        return expression
    value = f"duration:{length(*form[1][1:].split(':'))}"
    end = expression.start + len(match[1])
    return replace(expression, end=end, words=match[1], value=value, pattern=DISTANCE + form[1])


def _is_narrative(found: Sequence[TimeExpression], dct: dt.date | None) -> bool:
    years = [int(m[1]) for e in found if (m := re.match(r"abs:(?:BC)?(\d{4})(?!s)", e.value))]
    far = len(set(years)) if dct is None else sum(abs(y - dct.year) >= _FAR_YEARS for y in years)
    pointing = sum(e.value.startswith(_POINTING) for e in found)
    return len(years) >= 5 and 2 * far > len(years) and _POINTS * pointing <= far
