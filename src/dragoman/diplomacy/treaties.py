"""The conventions that acts rest on: their articles, and which states they bind.

Source: United Nations Treaty Series 500, 596 and 1438 (nos. 7310, 8638 and 24377).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.dates import DateRange

TREATIES = {
    "VCDR": "Vienna Convention on Diplomatic Relations 1961",
    "VCCR": "Vienna Convention on Consular Relations 1963",
    "Caracas": "Caracas Convention on Diplomatic Asylum 1954",
}
"""What acts.toml calls each convention, and its name."""

EVERY_OTHER = "*"
"""Stands for every state that a treaty's rows do not name."""

_PART = re.compile(r"(?P<treaty>\w+) (?P<numbers>\w+(?:, \w+)*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Articles:
    """Articles of one convention, in the order given."""

    treaty: str
    numbers: tuple[str, ...]

    def __str__(self) -> str:
        """In words: "Vienna Convention on Diplomatic Relations 1961, arts. 2 and 45"."""
        *most, last = self.numbers
        listed = f"{', '.join(most)} and {last}" if most else last
        return f"{TREATIES[self.treaty]}, {'arts.' if most else 'art.'} {listed}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Whether a convention binds a state (treaties.csv).

    `state` is ISO 3166 alpha-3, or `EVERY_OTHER`; `bound` None: not known. `since` and `until` are
    the day on which it began to bind the state and the first on which it did no longer, or the year
    where that is all that is known; None: open.
    """

    treaty: str
    state: str
    bound: bool | None
    since: DateRange | None = None
    until: DateRange | None = None
    note: str | None = None
    source: str


def articles(text: str | None) -> tuple[Articles, ...]:
    """ "VCDR 2, 45; VCCR 2" taken apart; none for None.

    Raises:
        ValueError: it names no convention of `TREATIES`, or is not written so.
    """
    found = []
    for part in text.split(";") if text else ():
        match = _PART.fullmatch(part.strip())
        if match is None or match["treaty"] not in TREATIES:
            raise ValueError(f"{part.strip()!r}: expected {', '.join(TREATIES)} and its articles")
        found.append(Articles(treaty=match["treaty"], numbers=tuple(match["numbers"].split(", "))))
    return tuple(found)


def is_bound(
    treaty: str, state: str, on: dt.date | None, rows: Iterable[Membership]
) -> bool | None:
    """Whether `treaty` bound `state` on a day (None: ever); None where that is not known.

    Of a state that is bound from some day of a year on, it is not known on the days of that year.
    """
    own = [row for row in rows if row.treaty == treaty]
    named = [row for row in own if row.state == state]
    meant = named or [row for row in own if row.state == EVERY_OTHER]
    held = [_holds(row, on) for row in meant]
    if True in held:
        return True
    return None if None in held or not held else False


def _holds(row: Membership, on: dt.date | None) -> bool | None:
    if row.bound is not True or on is None:
        return row.bound
    for edge, is_in_after in ((row.since, True), (row.until, False)):
        if edge is None or edge.first is None or edge.last is None:
            continue
        if edge.first <= on < edge.last:
            return None
        if (on >= edge.last) is not is_in_after:
            return False
    return True
