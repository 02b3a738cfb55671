"""Plain words for the codes, dates and counts of a record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

HOW_DATED = {
    "given": "given with the report",
    "text": "stated in the text",
    "uri": "read from its address",
    "inferred": "inferred from what it tells",
}
"""reports.published_from in words."""

KINDS = {
    "argument": "who or what",
    "office": "who holds an office",
    "date": "when",
    "number": "how many",
    "status": "whether it happened",
    "place": "where",
    "sequence": "the order of events",
}
"""conflicts.kind in words."""

BETWEEN = {
    "reports": "Reports disagree",
    "parties": "The parties they quote disagree",
    "within": "One report disagrees with itself",
}
"""conflicts.between in words."""

STATUS = {
    "actual": "",
    "claimed": "claimed",
    "planned": "planned or promised",
    "denied": "denied",
    "hypothetical": "possible only",
}
"""events.status in words; empty for what is told as fact."""

STATES = {
    "full": "full relations",
    "recalled": "ambassador withdrawn",
    "charge": "chargé d'affaires only",
    "severed": "relations severed",
    "unknown": "not known",
}
"""relations.state in words."""

RANKS = {
    "ambassador": "an ambassador is in post",
    "absent": "the ambassador is away, a chargé d'affaires ad interim acts",
    "charge": "the mission is headed by a chargé d'affaires",
    "none": "no mission, relations are broken",
    "unknown": "no report tells who heads the mission",
}
"""relations.sides.ranks in words."""

STEPS = {
    "sheltered": "took refuge",
    "sought": "asked for asylum",
    "granted": "was granted asylum",
    "refused": "was refused asylum",
    "safe_conduct_asked": "safe-conduct was asked for",
    "safe_conduct_refused": "safe-conduct was refused",
    "safe_conduct_granted": "safe-conduct was granted",
    "departed": "left",
    "proposed": "asylum was only spoken of",
}
"""asylum.steps.step and asylum.outcome in words."""

NOT_STEPS = {
    "sheltered": "did not take refuge",
    "sought": "did not ask for asylum",
    "granted": "was not granted asylum",
    "refused": "was not refused asylum",
    "safe_conduct_asked": "safe-conduct was not asked for",
    "safe_conduct_refused": "safe-conduct was not refused",
    "safe_conduct_granted": "safe-conduct was not granted",
    "departed": "did not leave",
}
"""The same of a step that is told with the status denied."""

STAGES = {
    "read": "Not read",
    "run": "Given up",
    "code": "Kept as a report, not coded",
    "resolve": "Words that tell of an act, not used",
    "clean": "Taken out of the texts",
}
"""rejections.stage in words, gravest first."""


def step(name: str, status: str) -> tuple[str, str]:
    """A step of an asylum case in words, and its status where the words do not tell it."""
    if status == "denied":
        return NOT_STEPS[name], ""
    return STEPS[name], of(STATUS, status)


def of(words: Mapping[str, str], code: str) -> str:
    """The words for a code; the code itself where there are none."""
    return words.get(code, code)


def count(number: int, one: str, many: str | None = None) -> str:
    """`number` and its noun: "1 report", "3 reports"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def day_text(day: dt.date) -> str:
    """A day: "3 November 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def at_precision(day: dt.date, precision: str | None) -> str:
    """A date as far as it is known: "3 November 2025", "November 2025", "2025"."""
    if precision == "year":
        return str(day.year)
    if precision == "month":
        return f"{MONTHS[day.month - 1]} {day.year}"
    return day_text(day)


def edge(day: dt.date, precision: str | None) -> str:
    """The day of a change as far as it is known: "December 2022", "about 3 November 2025"."""
    text = at_precision(day, precision)
    return text if precision in (None, "day", "month", "year") else f"about {text}"


def span_text(first: dt.date | None, last: dt.date | None, precision: str | None = None) -> str:
    """A run of days in words, as short as it can be said; "date not known" for two open sides."""
    if first is None and last is None:
        return "date not known"
    if first is None or last is None:
        return f"from {day_text(first)}" if first is not None else f"until {_known(last)}"
    if precision in ("year", "month"):
        return at_precision(first, precision)
    if first == last:
        return day_text(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {MONTHS[first.month - 1]} {first.year}"
    if first.year == last.year:
        begin = f"{first.day} {MONTHS[first.month - 1]}"
        return f"{begin} – {day_text(last)}"
    return f"{day_text(first)} – {day_text(last)}"


def _known(day: dt.date | None) -> str:
    return "an unknown day" if day is None else day_text(day)


def listing(items: tuple[str, ...] | list[str]) -> str:
    """Names in a row: "Peru", "Peru and Mexico", "Peru, Mexico and Chile"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
