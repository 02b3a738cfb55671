"""What a time expression means, in a compact form that can be stored and grounded later.

    abs:2022-12-07  abs:2022-12  abs:2022  abs:1990s  abs:c20  abs:2022-SU  abs:2022-Q3
    abs:FY2022  abs:BC0218  abs:none (a day that the calendar does not have)
    weekday:2:past          Wednesday (Monday is 0); past, future, last, next, this or auto
    weekday:2:week-1        Wednesday of last week
    dom:25:past             the 25th
    month:12:last           last December; monthday:11-05:past  season:SU:past  quarter:3:past
    month:12:year-1         December of last year; year+0, year+1; told: of the year told before
    unit:week:-1            last week; unit:day:0 today
    offset:-3:week          three weeks ago; offset:-few:day  a few days ago
    trail:-5:year           the past five years
    default:recent          no expression, news of the day
    narrative:+2:day        two days later than what was told before
    duration:P25Y  vague:past  time:T2030  time:MO  set:P1D

    ~early ~mid ~late ~firsthalf ~lasthalf ~before ~after     a part of it
    @MO @AF @EV @NI @1730                                     the part of the day, or the hour
    A..B   A..   ..B        from A to B, since A (up to the telling), until B
    A..open                 from A on, without end
    A>+2:day                two days after A
    A>just:before           on the day of A or the day before; in the month or year of A

Source: the values of TimeML's TIMEX3, with an open anchor where TIMEX3 needs a document date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SPAN = ".."
CHAIN = ">"
JUST_BEFORE = "just:before"
NONE = "none"
"""The body of a date that the calendar does not have: abs:none."""
OPEN = "open"
_FORM = re.compile(r"([a-z]+):([^~@]*)(?:~([a-z]+))?(?:@([A-Z]{2}|\d{4}Z?))?")
_THIS = re.compile(r"unit:(?:week|month|quarter|year):0")
DATELESS = frozenset({"duration", "time", "vague", "set"})
"""Kinds that date nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeValue:
    """One value of the forms above, without span and chain.

    `kind` and `body` are what stands before and after the first colon; `mod` narrows it ("early",
    "mid", "late"; "before" and "after" mean: within it, on this side of the anchor); `part` is the
    part of the day.
    """

    kind: str
    body: str
    mod: str | None = None
    part: str | None = None

    def __str__(self) -> str:
        """The compact form, as `read_value` reads it."""
        mod = f"~{self.mod}" if self.mod else ""
        part = f"@{self.part}" if self.part else ""
        return f"{self.kind}:{self.body}{mod}{part}"


def read_value(form: str) -> TimeValue | None:
    """The value that `form` writes; None when it is none of them (or a span or a chain)."""
    match = _FORM.fullmatch(form)
    if match is None:
        return None
    kind, body, mod, part = match.groups()
    return TimeValue(kind=kind, body=body, mod=mod, part=part)


def is_dateless(form: str) -> bool:
    """Whether `form` can date nothing: a duration, a clock time, "recently"."""
    return form.split(":", 1)[0] in DATELESS


def is_absolute(form: str) -> bool:
    """Whether `form` needs no anchor to be grounded."""
    parts = [part for part in form.split(SPAN) if part]
    return bool(parts) and all(part.startswith("abs:") and CHAIN not in part for part in parts)


def directed(form: str, tense: str) -> str:
    """`form` with an open direction ("auto") settled: "future" for that tense, else "past"."""
    ahead = tense == "future"
    if _THIS.fullmatch(form):
        # "this week" of a past event ends with the telling, of a coming one begins with it.
        return form + ("~after" if ahead else "~before")
    return form.replace(":auto", ":future" if ahead else ":past")
