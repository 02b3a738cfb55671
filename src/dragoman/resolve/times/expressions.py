"""Finding the time expressions of a text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from dragoman.resolve.times.meanings import part_of
from dragoman.resolve.times.patterns import patterns, trigger
from dragoman.resolve.times.values import NONE, SPAN, is_dateless

_REACH = 48
"""Characters around a trigger in which its expression must lie: the longest have about forty."""
_BETWEEN = re.compile(r"\s*(?:to|until|till|through|-|–|—)\s*(?:the )?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(since|until|till|before|by|after|between|from|following|prior to|as of)\s+"
    r"(?:the\s+|late\s+|early\s+)?$",
    re.IGNORECASE,
)
_CALENDAR = frozenset({"iso", "numeric", "days-month", "month-days", "day-month", "month-day"})
"""Patterns of written-out days: what fits one is a date, if perhaps one that cannot be."""
_RELATION = {
    "since": "since", "as of": "since", "until": "until", "till": "until", "before": "before",
    "prior to": "before", "by": "by", "after": "after", "following": "after", "from": "from",
    "between": "between",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words of a text that say when or how long.

    `text[start:end] == words`. `value` is a form of `values`. `relation` is how a preposition
    right before it binds what it dates: "at" (none, or "on", "in"), "since", "until", "before",
    "after", "by".
    """

    start: int
    end: int
    words: str
    value: str
    relation: str = "at"
    pattern: str = ""

    @property
    def form(self) -> str:
        """The value with its relation: "since 2023" -> "abs:2023.."."""
        if is_dateless(self.value) or SPAN in self.value:
            return self.value
        if self.relation in ("since", "after"):
            return f"{self.value}{SPAN}"
        if self.relation in ("until", "before", "by"):
            return f"{SPAN}{self.value}"
        return self.value


def _windows(text: str) -> Iterator[tuple[int, int, set[str]]]:
    """Stretches of `text` around triggers, and the kinds of trigger in each."""
    start = end = -1
    kinds: set[str] = set()
    for match in trigger().finditer(text):
        first, last = max(0, match.start() - _REACH), min(len(text), match.end() + _REACH)
        if start >= 0 and first > end:
            yield start, end, kinds
            start, kinds = -1, set()
        start, end = first if start < 0 else start, last
        kinds.add(str(match.lastgroup))
    if start >= 0:
        yield start, end, kinds


class _Candidate(NamedTuple):
    """A match: where, by the how-manieth pattern, and its value; None when impossible."""

    start: int
    end: int
    rank: int
    value: str | None
    pattern: str


def _candidates(text: str) -> list[_Candidate]:
    found: list[_Candidate] = []
    for start, end, kinds in _windows(text):
        for rank, pattern in enumerate(patterns()):
            if pattern.needs.isdisjoint(kinds):
                continue
            for match in pattern.regex.finditer(text, start, end):
                value = pattern.build(match)
                found.append(_Candidate(match.start(), match.end(), rank, value, pattern.name))
    return found


def _longest(candidates: list[_Candidate]) -> list[_Candidate]:
    """Candidates that do not overlap: the longer wins, then the earlier pattern.

    An impossible date wins its place too: no part of "31 February 2020" is a date.
    """
    taken: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, c.rank, c.start)):
        at = bisect_left(taken, candidate.start, key=lambda c: c.start)
        free_left = at == 0 or taken[at - 1].end <= candidate.start
        free_right = at == len(taken) or candidate.end <= taken[at].start
        if free_left and free_right:
            taken.insert(at, candidate)
    return taken


def find(text: str) -> list[TimeExpression]:
    """The time expressions of `text`, in order, without overlaps.

    Values are not grounded: "on Monday" is "weekday:0:auto" whatever the report's date. A day
    that the calendar does not have (31 February) is "abs:none", which is no day at all.
    """
    return _joined(text, separate(text))


def separate(text: str) -> list[TimeExpression]:
    """As `find`, but both ends of "from A to B" stand alone."""
    found: list[TimeExpression] = []
    for start, end, _, value, name in _longest(_candidates(text)):
        if value is None and name not in _CALENDAR:
            continue
        value = _in_ascii(value or f"abs:{NONE}")
        before = _BEFORE.search(text, max(0, start - 24), start)
        relation = _RELATION[before[1].lower()] if before else "at"
        found.append(
            TimeExpression(
                start=start, end=end, words=text[start:end], value=value, relation=relation,
                pattern=name,
            )
        )  # fmt: skip
    return _with_hour(text, _with_part(text, _of_the_year(text, found)))


def _in_ascii(value: str) -> str:
    """A value whose digits stood in another script: "٣" is 3."""
    if value.isascii():
        return value
    return "".join(str(unicodedata.decimal(character, character)) for character in value)


_DAY = re.compile(
    r"abs:\d{4}-\d\d-\d\d|weekday:\d:[a-z]+(?:[+-]\d)?|monthday:[\d-]+:[a-z]+|dom:\d+:[a-z]+|"
    r"unit:day:[+-]?\d+|narrative:[+-]\d+:day"
)
"""Values of one day, without a part of it."""
_PART_OF = re.compile(
    r"\b(?:early in )?the (?:early |late |mid-)?(?:(?P<part>morning|afternoon|evening|night)"
    r"(?: hours)?|(?:early |small )?hours) of (?:the )?$",
    re.IGNORECASE,
)
_ADJACENT = re.compile(r",? ")


def is_day(value: str) -> bool:
    """Whether a value is of one day, without a part of it or an hour."""
    return _DAY.fullmatch(value) is not None


_OF_YEAR = re.compile(r" (?:of )?")
_BARE_PART = re.compile(r"((?:month|monthday|season|quarter):[^:]+):(?:auto|this)(~\w+)?")


def _of_the_year(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """ "May of that year" and "December last year" as one expression."""
    out: list[TimeExpression] = []
    for expression in found:
        last = out[-1] if out else None
        which = _YEAR_OF.get(expression.value)
        bare = None if last is None or which is None else _BARE_PART.fullmatch(last.value)
        if last is None or bare is None or not _OF_YEAR.fullmatch(text, last.end, expression.start):
            out.append(expression)
            continue
        out[-1] = replace(
            last, end=expression.end, words=text[last.start : expression.end],
            value=f"{bare[1]}:{which}{bare[2] or ''}",
        )  # fmt: skip
    return out


_YEAR_OF = {
    "unit:year:-1": "year-1", "unit:year:0": "year+0", "unit:year:1": "year+1",
    "narrative:+0:year": "told",
}  # fmt: skip


def _with_part(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """ "the morning of 3 May" as one expression; "the early hours" are the morning's."""
    out: list[TimeExpression] = []
    for expression in found:
        start = expression.start
        match = _PART_OF.search(text, max(0, start - 32), start) if text.endswith(
            (" of ", " of the "), 0, start) and is_day(expression.value) else None  # fmt: skip
        if match is None:
            out.append(expression)
            continue
        while out and out[-1].end > match.start():
            out.pop()
        out.append(
            replace(
                expression, start=match.start(), words=text[match.start() : expression.end],
                value=f"{expression.value}@{part_of(match['part']) or 'MO'}",
            )
        )  # fmt: skip
    return out


def _with_hour(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """ "5 p.m. Tuesday" and "Tuesday, 5 p.m." as one expression."""
    out: list[TimeExpression] = []
    for expression in found:
        last = out[-1] if out else None
        pair = None if last is None else _hour_and_day(last, expression)
        if (
            last is None
            or pair is None
            or not _ADJACENT.fullmatch(text[last.end : expression.start])
        ):
            out.append(expression)
            continue
        hour, day = pair
        out[-1] = replace(
            day, start=last.start, end=expression.end, words=text[last.start : expression.end],
            value=f"{day.value}@{hour.value.removeprefix('time:T')}", relation=last.relation,
        )  # fmt: skip
    return out


def _hour_and_day(
    first: TimeExpression, last: TimeExpression
) -> tuple[TimeExpression, TimeExpression] | None:
    for hour, day in ((first, last), (last, first)):
        if hour.value.startswith("time:T") and is_day(day.value):
            return hour, day
    return None


def _joined(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """ "from A to B" and "between A and B" as one expression."""
    out: list[TimeExpression] = []
    for expression in found:
        last = out[-1] if out else None
        if last is not None and is_span(text, last, expression):
            out[-1] = TimeExpression(
                start=last.start, end=expression.end, words=text[last.start : expression.end],
                value=SPAN.join(of_one_year(last.value, expression.value)), pattern="span",
            )  # fmt: skip
        else:
            out.append(expression)
    return out


def of_one_year(first: str, last: str) -> tuple[str, str]:
    """The ends of a span, a bare month in the year of the other: "June to August 2019".

    A month that comes before the one it follows is of the year after: "November 2018 to March".
    """
    bare, dated = _BARE.fullmatch(first), _DATED.match(last)
    if bare and dated:
        return f"abs:{dated[1]}-{int(bare[1]):02d}{bare[2] or ''}", last
    bare, dated = _BARE.fullmatch(last), _DATED.match(first)
    if bare and dated:
        year = int(dated[1]) + (int(bare[1]) < int(dated[2] or 1))
        return first, f"abs:{year:04d}-{int(bare[1]):02d}{bare[2] or ''}"
    return first, last


_BARE = re.compile(r"month(?:day)?:(\d+)(-\d\d)?:auto")
_DATED = re.compile(r"abs:(\d{4})-(\d\d)")


def is_span(text: str, first: TimeExpression, last: TimeExpression) -> bool:
    """Whether two expressions that follow each other are the ends of "from A to B"."""
    if is_dateless(first.value) or is_dateless(last.value):
        return False
    if SPAN in first.value or SPAN in last.value:
        return False
    gap = text[first.end : last.start]
    if first.relation == "between":
        return _AND.fullmatch(gap) is not None
    return _BETWEEN.fullmatch(gap) is not None
