"""Why a time expression means the days it is given, and what of it stays open, in plain words."""

from __future__ import annotations

from dragoman.dates import DateRange
from dragoman.resolve.times.expressions import TimeExpression
from dragoman.resolve.times.meanings import unit_of
from dragoman.resolve.times.timeml import DISTANCE, UP_TO, Reading
from dragoman.resolve.times.values import NONE

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_MODS = {
    "early": "its first third", "mid": "its middle third", "late": "its last third",
    "firsthalf": "its first half", "lasthalf": "its second half", "before": "as far as it is over",
    "after": "as far as it is to come",
}  # fmt: skip
_TENSES = {"past": "the verb near it tells of the past",
           "future": "the verb near it tells of what is to come"}  # fmt: skip
_PUBLISHED = "the day of publication"
_TOLD = "what was told before"


def recent_form(expression: TimeExpression) -> str | None:
    """The form of "recent years", "the past months": a few of them up to now; else None."""
    if expression.pattern != "recent":
        return None
    words = expression.words.lower().split()
    sign = "+" if "coming" in words else "-"
    return f"trail:{sign}few:{unit_of(words[-1])}"


def why(reading: Reading, told: str | None) -> str:
    """How a reading's days were come by; `told`: the words of the day told last."""
    told_by = _kind(reading, told)
    mod = _MODS.get(reading.value.mod or "")
    bound = {
        "since": "from then on", "until": "up to then", "by": "up to then",
        "after": "what is told lies after it", "before": "what is told lies before it",
    }.get(reading.expression.relation)  # fmt: skip
    return ", ".join(part for part in (told_by, mod, bound) if part)


def still_open(reading: Reading, days: DateRange | None, *, is_given: bool) -> str | None:
    """What a reading leaves open and for what reason; None when nothing."""
    value = reading.value
    if days is None:
        return _no_days(reading, is_given=is_given)
    if "few" in value.body or reading.expression.pattern == "recent":
        return "how many is not told"
    if value.body.startswith("FY"):
        return "when that fiscal year begins is not told"
    if reading.expression.pattern == "numeric" and days.precision == "year":
        return "day and month can be read both ways"
    if days.since is None:
        return "its start is not told"
    return "its end is not told" if days.until is None else None


def value_is_none(reading: Reading) -> bool:
    """Whether the words give a day that the calendar does not have."""
    return reading.value.body == NONE


def _no_days(reading: Reading, *, is_given: bool) -> str:
    kind = reading.value.kind
    if reading.expression.pattern.startswith(DISTANCE):
        return "the day of what it is counted from is not told with it"
    if kind == "duration":
        return "a length of time dates nothing by itself"
    if kind == "set":
        return "it recurs: no one day is meant"
    if kind == "vague" and reading.expression.pattern != "recent":
        return "too vague for days"
    if reading.value.body.endswith(":told"):
        return "which year is not told"
    if kind == "time":
        return "the day of that hour is not told"
    if value_is_none(reading):
        return "the calendar has no such day"
    if kind == "abs":
        return "before the calendar's first year" if "BC" in reading.value.body else _OUTSIDE
    return _OUTSIDE if is_given else "it hangs on the day of publication, which is not given"


_OUTSIDE = "outside the calendar's years 1 to 9999"


def _kind(reading: Reading, told: str | None) -> str:
    value = reading.value
    anchor = _TOLD if reading.is_narrative and reading.anchor is not None else _PUBLISHED
    match value.kind:
        case "abs":
            is_bare = not reading.expression.value.startswith("abs:")
            return "of the year told before" if is_bare else "written out"
        case "weekday" | "month" | "monthday" | "season" | "quarter" | "dom":
            return _turned(reading, anchor)
        case "unit":
            return _unit(value.body, anchor)
        case "offset":
            way = "back" if value.body.startswith("-") else "ahead"
            return f"counted {way} from {anchor}, as exact as its unit"
        case "trail":
            return f"the time {'up to' if value.body.startswith('-') else 'from'} {anchor}"
        case "narrative":
            return f"counted from {told!r}" if told else "counted from the news of the day"
    return {
        "duration": "a length of time", "set": "what recurs",
        "time": "an hour of the day told with it",
    }.get(value.kind, "a vague time")  # fmt: skip


def _name(kind: str, body: str) -> str:
    first = body.split(":")[0]
    if kind == "weekday":
        return _DAYS[int(first)]
    if kind == "month":
        return _MONTHS[int(first) - 1]
    if kind == "season":
        return _SEASONS[first]
    if kind == "quarter":
        return f"Q{first}"
    if kind == "monthday":
        month, day = first.split("-")
        return f"{int(day)} {_MONTHS[int(month) - 1]}"
    return f"day {first} of a month"


def _turned(reading: Reading, anchor: str) -> str:
    """ "the last Monday up to the day of publication: the verb near it tells of the past"."""
    value = reading.value
    name, which = _name(value.kind, value.body), value.body.split(":")[-1]
    if which.startswith("week"):
        week = {"-1": "the week before that of", "+1": "the week after that of"}.get(
            which[4:], "the week of"
        )
        return f"the {name} of {week} {anchor}"
    if which.startswith("year") or which == "told":
        year = {"year-1": "the year before that of", "year+1": "the year after that of"}.get(
            which, "the year of"
        )
        return f"the {name} of {year} {_TOLD if which == 'told' else anchor}"
    if which == "this":
        return f"the {name} of the year of {anchor}" if value.kind != "weekday" else f"this {name}"
    if which in ("last", "next"):
        return f"the {which} {name} {'before' if which == 'last' else 'after'} {anchor}"
    if which == "auto":
        return f"a {name} near {anchor}: no verb tells which way"
    is_ahead = which == "future"
    way = f"the first {name} from {anchor} on" if is_ahead else f"the last {name} up to {anchor}"
    if reading.anchor is None:
        return way
    is_limit = value.kind == "weekday" and reading.expression.relation in UP_TO
    if is_limit or (reading.tense is None and value.kind in ("month", "monthday")):
        return f"{way}: the nearest"
    if reading.tense is None:
        return f"{way}: news tells of the past"
    return f"{way}: {_TENSES[reading.tense]}"


def _unit(body: str, anchor: str) -> str:
    unit, _, number = body.partition(":")
    shift = int(number)
    if unit == "day":
        return {0: anchor, -1: f"the day before {anchor}", 1: f"the day after {anchor}"}.get(
            shift, f"{abs(shift)} days {'before' if shift < 0 else 'after'} {anchor}"
        )
    side = {-1: f"the {unit} before that of", 0: f"the {unit} of", 1: f"the {unit} after that of"}
    return f"{side.get(shift, f'{unit} {shift:+d} from that of')} {anchor}"
