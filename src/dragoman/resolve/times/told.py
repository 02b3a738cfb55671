"""Every time expression of a text with the days it means, and why.

The text is not parsed: which way a bare "Monday" points is read from the verbs near it (`tenses`),
what "two days later" counts from is the day told last. So an answer takes microseconds, and the
same words give the same days as in `timeml`. What an expression dates (which act) is another
question, and needs the grammar: `choose` answers it for reports that are coded.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from dragoman.dates import DateRange
from dragoman.resolve.times import reasons
from dragoman.resolve.times.expressions import is_span
from dragoman.resolve.times.grounding import ground
from dragoman.resolve.times.tenses import tense_near
from dragoman.resolve.times.timeml import DISTANCE, Reading, read
from dragoman.resolve.times.values import CHAIN, OPEN, SPAN, directed

_NEAR = 60
"""Characters between "days after" and the date of what it counts from."""
_LENGTH = re.compile(r"duration:P(\d+|X)(D|W|M|Y|DE)")
_IN = re.compile(r"\b(in|within) (?:about |just |only )?\Z", re.IGNORECASE)
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year", "DE": "decade"}
_STOP = re.compile(r"[.;!?]\s")
_AHEAD = "counted ahead from the day of publication"
_TOO_LATE = "counted so it would lie after the day of publication"
_NEWS = "default:recent"
"""What "the previous day" counts from where no day was told before: the news of the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTime:
    """A time expression, what it means and why.

    Attributes:
        start, end: code-point offsets; the text between them is `words`.
        type: TimeML's "DATE", "TIME", "DURATION" or "SET".
        value: TimeML's value; both values with a slash between for "from A to B".
        range: the days it means, with their precision; None where it names none, or where they
            hang on a day of publication that is not given.
        relative: the compact form (`values`) to be grounded when that day is known; None where
            the expression stands for itself.
        why: what it was counted from, which way, and why that way.
        open: what stays open and for what reason; None when nothing does.
    """

    start: int
    end: int
    words: str
    type: str
    value: str
    range: DateRange | None
    relative: str | None
    why: str
    open: str | None


@dataclass(frozen=True, slots=True)
class _Told:
    """What was told last: the form of its days, and its words."""

    form: str
    words: str


def times_in(text: str, published: dt.date | None) -> list[FoundTime]:
    """The time expressions of `text`, in order, without overlaps.

    Args:
        text: any text.
        published: the day the text is told on; None leaves what hangs on it relative.
    """
    found: list[FoundTime] = []
    before: Reading | None = None
    told: _Told | None = None
    for reading in read(text, published):
        time, form = _found(text, reading, told)
        if before is not None and is_span(text, before.expression, reading.expression):
            found[-1] = _joined(text, found[-1], time)
            before = None
            continue
        if before is not None and form is not None and _counts_from(text, before, reading):
            found[-1] = _counted(found[-1], before, reading, form)
        found.append(time)
        before = reading
        if reading.carries and form is not None and SPAN not in form and time.range is not None:
            told = _Told(form, time.words)
    return found


def _counts_from(text: str, length: Reading, reading: Reading) -> bool:
    """Whether "days after" counts from the next expression: "days after Monday's vote"."""
    if not length.expression.pattern.startswith(DISTANCE) or SPAN in reading.expression.value:
        return False
    gap = text[length.expression.end : reading.expression.start]
    return len(gap) <= _NEAR and not _STOP.search(gap)


def _counted(time: FoundTime, length: Reading, told: Reading, told_form: str) -> FoundTime:
    """ "Two days after Monday's vote" with its days: `time` is "two days", `told` "Monday"."""
    way = length.expression.pattern.removeprefix(DISTANCE)
    form = f"{told_form}{CHAIN}narrative:{way}"
    days = ground(form, length.anchor)
    still_open = "how many is not told" if "few" in way else None
    is_fixed = told_form.startswith("abs:")
    if _is_ahead(days, told):
        days, still_open, is_fixed = None, _TOO_LATE, True
    elif days is None:
        still_open = time.open
    return replace(
        time, range=days, relative=None if is_fixed else form,
        why=f"counted from {told.expression.words!r}", open=still_open,
    )  # fmt: skip


def _is_ahead(days: DateRange | None, reading: Reading) -> bool:
    """Whether news that tells of the past would tell of a day to come."""
    if days is None or days.since is None or reading.anchor is None or reading.is_narrative:
        return False
    return days.since > reading.anchor and reading.tense != "future"


def _found(text: str, reading: Reading, told: _Told | None) -> tuple[FoundTime, str | None]:
    """The time that a reading gives, and the form by which later words can count from it."""
    expression, timex = reading.expression, reading.timex
    form = _form(text, reading, told)
    bound = None if form is None else _bound(form, reading)
    anchor = reading.anchor
    days = None if bound is None else ground(bound, anchor, tense=reading.tense or "past")
    fault = _fault(text, reading, days, told)
    days = days if fault is None else None
    is_given = anchor is not None or days is not None
    is_moving = form is not None and not form.startswith("abs:")
    time = FoundTime(
        start=expression.start, end=expression.end, words=expression.words, type=timex.type,
        value=timex.value, range=days, relative=bound if is_moving and fault is None else None,
        why=_AHEAD if days and reading.value.kind == "duration" else reasons.why(
            reading, told.words if told else None
        ),
        open=fault or reasons.still_open(reading, days, is_given=is_given),
    )  # fmt: skip
    return time, form


def _fault(text: str, reading: Reading, days: DateRange | None, told: _Told | None) -> str | None:
    """Why "two days later" cannot mean these days; None when it can, and for all other words."""
    value, expression = reading.value, reading.expression
    if value.kind != "narrative" or not value.body.startswith("+") or days is None:
        return None
    if tense_near(text, expression.start, expression.end) == "future":
        return None
    if told is None and not value.body.startswith("+0"):
        return "the day it is counted from is not told"
    return _TOO_LATE if _is_ahead(days, reading) else None


def _ahead(text: str, reading: Reading) -> str | None:
    """The form of "in two weeks", of what is to come; None for any other length."""
    expression = reading.expression
    match = _LENGTH.fullmatch(expression.value)
    before = _IN.search(text, max(0, expression.start - 8), expression.start)
    if match is None or before is None or reading.is_narrative:
        return None
    if tense_near(text, expression.start, expression.end) != "future":
        return None
    count, unit = match[1], _UNITS[match[2]]
    number = "few" if count == "X" else count
    return f"{'offset' if before[1].lower() == 'in' else 'trail'}:+{number}:{unit}"


def _form(text: str, reading: Reading, told: _Told | None) -> str | None:
    """The compact form of a reading; None for what names no days."""
    value, written = reading.value, reading.timex.value
    if value.kind == "duration":
        return _ahead(text, reading)
    if value.kind == "set":
        return None
    if value.kind == "vague":
        return reasons.recent_form(reading.expression)
    if value.kind == "time":
        is_known = reading.day is not None and reading.day[:4].isdigit()
        return f"abs:{reading.day}" if is_known else None
    form = str(replace(value, part=None))
    if value.kind == "narrative" and "-Q" in written:
        return f"abs:{written}"
    if value.kind == "narrative":
        before = told.form if told else _NEWS
        return f"{before}{CHAIN}{form}"
    if value.kind == "unit" and value.body == "day:0" and reading.expression.words == "overnight":
        return f"unit:day:-1{SPAN}unit:day:0"
    return form if reading.is_narrative else directed(form, reading.tense or "past")


def _bound(form: str, reading: Reading) -> str:
    """`form` as its preposition binds it.

    "Since" reaches up to the day of publication (in a history: who knows), "until" and "by" have
    no start but, of what is to come, the day of publication.
    """
    relation, tense = reading.expression.relation, reading.tense
    if SPAN in form:
        return form
    if relation == "since":
        return f"{form}{SPAN}{OPEN if tense == 'future' or reading.is_narrative else ''}"
    if relation in ("until", "by"):
        return f"unit:day:0{SPAN}{form}" if tense == "future" else f"{SPAN}{form}"
    return form


def _joined(text: str, first: FoundTime, last: FoundTime) -> FoundTime:
    """ "from A to B" as one time."""
    days = _between(first.range, last.range)
    relative = None
    if first.relative is not None or last.relative is not None:
        ends = [time.relative or f"abs:{time.value}" for time in (first, last)]
        relative = SPAN.join(ends)
    return FoundTime(
        start=first.start, end=last.end, words=text[first.start : last.end], type="DATE",
        value=f"{first.value}/{last.value}", range=days, relative=relative,
        why=f"from {first.words!r} to {last.words!r}: {last.why}",
        open=first.open or last.open or (None if days else "its end lies before its start"),
    )  # fmt: skip


def _between(first: DateRange | None, last: DateRange | None) -> DateRange | None:
    if first is None or last is None:
        return None
    if first.since is not None and last.until is not None and last.until <= first.since:
        return None
    return DateRange(since=first.since, until=last.until, precision="range")


def as_row(time: FoundTime) -> dict[str, object]:
    """A found time as a row for programs: dates as ISO text, or None."""
    days = time.range
    return {
        "start": time.start, "end": time.end, "words": time.words, "type": time.type,
        "value": time.value,
        "date_start": None if days is None or days.first is None else days.first.isoformat(),
        "date_end": None if days is None or days.last is None else days.last.isoformat(),
        "date_precision": None if days is None else days.precision,
        "relative": time.relative, "why": time.why, "open": time.open,
    }  # fmt: skip
