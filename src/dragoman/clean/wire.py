"""What stands before the first words of a report: a date, a place, an agency."""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.clean.calendar import DATE, NUMBER_OF

_MONTH = "|".join(sorted((n for n in NUMBER_OF if len(n) > 2), key=len, reverse=True))
_DAY = rf"(?P<day>(?i:(?:{_MONTH})\b\.? \d{{1,2}}|\d{{1,2}} (?:{_MONTH})\b)(?:,? (?:19|20)\d\d)?)"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}"
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3}"
_AGENCY = r"\((?P<agency>[A-Z][\w .&/’'-]{1,30})\)"
_DASH = r"(?:\.? ?(?:—|--) ?|\.? ?[–‑-] | [–‑-])"  # a hyphen without a space joins words: US-led
_FIRST_WORD = r"(?=[\"“'‘«]?[A-ZÀ-Þ0-9])"

DATELINES = tuple(
    re.compile(pattern + _FIRST_WORD)
    for pattern in (
        rf"(?P<place>{_CAPITALS}(?:[,/] ?{_NAME}){{0,2}}?)(?:, {_DAY})?(?: ?{_AGENCY})?"
        rf"(?:{_DASH}|: )",
        rf"(?P<place>{_NAME}(?:[,/] ?{_NAME}){{0,2}}?), {_DAY}(?: ?{_AGENCY})?(?:{_DASH}|: )",
        rf"(?P<place>{_NAME}(?:[,/] ?{_NAME}){{0,2}}) {_AGENCY}(?:{_DASH}|: )",
        rf"{_AGENCY}(?:{_DASH}|: )",
    )
)
"""PLACE, Country, May 3 (Agency) —; a place that is not in capitals needs a day or an agency."""

GLUED_DATES = tuple(
    re.compile(rf"\s*(?i:{pattern}){_FIRST_WORD}")
    for pattern in (
        r"(?:date|published|posted|updated|last updated|publication date)(?: on)? ?[:|-]? ?"
        rf"(?P<date>{DATE})(?: ?[|:—–-]+)? ?",
        rf"(?P<date>{DATE})(?: ?[—–|] ?| ?-+ |: )",
        r"(?P<date>(?:19|20)\d\d-\d\d-\d\d) +",
    )
)
"""A date glued to the first words: "date 2025-11-05 The ...", "Nov 5, 2025 - The ..."."""


DATED_LINE = re.compile(rf"(?:(?P<place>{_NAME}(?:, {_NAME})?), )?(?i:(?P<date>{DATE}))\.?\s*\Z")
"""A line that is only a day, or a place and a day, as over an official communiqué."""


BEHIND_NAME = re.compile(rf"[\w.] in (?P<place>{_NAME}(?:, {_NAME})?)\Z")
"""A writer's name and, behind it, where it was written from."""


class Opening(NamedTuple):
    """What can be cut from the start of a paragraph: its length, and what it says.

    `place` are the words for where it was written ("OSLO, Norway").
    """

    length: int
    date: str | None = None
    agency: str | None = None
    place: str | None = None


def glued_date(paragraph: str) -> Opening | None:
    """The date at the start of `paragraph`, or None."""
    for pattern in (*GLUED_DATES, DATED_LINE):
        if match := pattern.match(paragraph):
            return Opening(match.end(), match["date"], place=match.groupdict().get("place"))
    return None


def place_behind(byline: str | None) -> str | None:
    """The town in "Ana Ruiz in Oslo", the form of a byline that tells one; else None."""
    match = BEHIND_NAME.search(byline or "")
    return None if match is None else match["place"]


def dateline(paragraph: str) -> Opening | None:
    """The dateline at the start of `paragraph`, or None."""
    for pattern in DATELINES:
        if match := pattern.match(paragraph):
            said = match.groupdict()
            return Opening(match.end(), said.get("day"), said.get("agency"), said.get("place"))
    return None
