"""When a report can have been written, from the offices that it gives to persons.

A report that calls someone president is no older than the tenure and, unless it looks back, no
younger; one that calls the president new is of the first weeks; one that says former is of after.
Who looks back shows it mostly by naming a later holder too: then the earlier one bounds nothing
from above. The tenures are those of the knowledge files; a name that means two people bounds
nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.dates import DAY
from dragoman.knowledge.names import FAMILY_FIRST, fold, words_of
from dragoman.knowledge.tables import Officeholder
from dragoman.model.event import OfficeAssertion

NEW_DAYS = 60
"""How long reports call a holder of an office new."""
_NEW = r"new(?:ly[- ]\w+)?\s+(?:[\w'-]+\s+){0,2}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The days on which a report may have been published, both inclusive, None where open.

    `first_why` and `last_why` name the tenure each rests on; `incumbents` are the tenures of those
    whom the report shows in office.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    first_why: str | None = None
    last_why: str | None = None
    incumbents: tuple[Officeholder, ...] = ()

    @property
    def days(self) -> int | None:
        """How many days after the first the last is; None when a side is open."""
        return None if self.first is None or self.last is None else (self.last - self.first).days

    @property
    def why(self) -> str:
        """The tenures that the two ends rest on."""
        parts = (self.first_why, self.last_why)
        return "; ".join(dict.fromkeys(part for part in parts if part is not None))


class Incumbents:
    """The tenures of the knowledge files by name."""

    def __init__(self, holders: Iterable[Officeholder]) -> None:
        self._by_word: dict[str, list[Officeholder]] = defaultdict(list)
        for row in holders:
            surnames = {word for name in row.names for word in _surnames(row, folded(name))}
            for word in sorted(surnames):
                self._by_word[word].append(row)

    def tenures(
        self, name: str, *, country: str | None, office: str | None = None
    ) -> tuple[Officeholder, ...]:
        """The tenures of the one person that `name` means, by their start; empty when unclear.

        Args:
            name: as a report writes it; a surname alone needs both country and office.
            country: the state (ISO3) or organisation of the office; None: any.
            office: an office of offices.csv; None: any.
        """
        words = folded(name)
        if not words or (len(words) == 1 and (country is None or office is None)):
            return ()
        found = [
            row
            for row in self._by_word.get(words[-1], self._by_word.get(words[0], ()))
            if office in (None, row.office)
            and country in (None, row.party_id)
            and any(_fits(words, folded(known), row) for known in row.names)
        ]
        if len({row.name for row in found}) != 1 or len({row.party_id for row in found}) != 1:
            return ()
        return tuple(sorted(found, key=lambda row: row.days.since or dt.date.min))

    def bounds(self, assertions: Sequence[OfficeAssertion], text: str) -> Bounds:
        """What the offices given in one report say of its day.

        Args:
            assertions: those of the report.
            text: the report's, in which "the new chancellor" may stand apart from the name.
        """
        now: dict[str, tuple[OfficeAssertion, tuple[Officeholder, ...]]] = {}
        bounds = Bounds()
        for one in assertions:
            rows = self.tenures(one.name, country=one.country, office=one.office)
            if not rows or one.at is not None:
                continue
            if one.tense == "current":
                now.setdefault(f"{one.office} {rows[0].name}", (one, rows))
                bounds = _after(bounds, rows[0].days.since, _told(rows[0]))
            elif one.tense == "former" and rows[0].days.until is not None:
                bounds = _after(bounds, rows[0].ended, f"{_told(rows[0])}, called former")
        for one, rows in now.values():
            serving = [row for row in rows if _meets(row, bounds)]
            if serving:
                is_new = _is_new(one, assertions, text)
                bounds = _within(bounds, serving, is_new=is_new)
        return bounds


def _after(bounds: Bounds, first: dt.date | None, why: str) -> Bounds:
    if first is None or (bounds.first is not None and bounds.first >= first):
        return bounds
    return Bounds(first=first, last=bounds.last, first_why=why, last_why=bounds.last_why)


def _within(bounds: Bounds, serving: Sequence[Officeholder], *, is_new: bool) -> Bounds:
    """`bounds` with a person in office; `is_new`: in the first weeks of the last tenure."""
    row = serving[-1]
    first, last, first_why = bounds.first, row.days.until, bounds.first_why
    why = _told(row)
    if is_new and row.began is not None:
        last = row.began + NEW_DAYS * DAY
        why = f"{why}, called new"
        if first is None or row.began > first:
            first, first_why = row.began, why
    last_why: str | None = why
    if last is None or (bounds.last is not None and bounds.last <= last):
        last, last_why = bounds.last, bounds.last_why
    return Bounds(
        first=first, last=last, first_why=first_why, last_why=last_why,
        incumbents=(*bounds.incumbents, row),
    )  # fmt: skip


def _meets(row: Officeholder, bounds: Bounds) -> bool:
    """Whether a tenure reaches the days of `bounds`; one over by then is looked back on."""
    since, until = row.days.since, row.days.until
    if until is not None and bounds.first is not None and until <= bounds.first:
        return False
    return since is None or bounds.last is None or since <= bounds.last


def _is_new(one: OfficeAssertion, assertions: Sequence[OfficeAssertion], text: str) -> bool:
    """Whether the report calls the holder new, at the name or apart from it."""
    if re.search(rf"\b{_NEW}", one.quote, re.IGNORECASE):
        return True
    rivals = {a.name for a in assertions if a.office == one.office and a.tense == "current"}
    apart = rf"\b(?:the|its|their|\w+'s)\s+{_NEW}{re.escape(one.office)}\b"
    return len(rivals) == 1 and re.search(apart, text, re.IGNORECASE) is not None


def _told(row: Officeholder) -> str:
    since, until = row.days.since, row.days.until
    return f"{row.name} was {row.office} from {since} to {until or 'now'}"


@lru_cache(maxsize=16384)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name without accents, case and signs; words without letters left out."""
    return tuple(word for word in map(fold, words_of(name)) if word.strip("-"))


def _surnames(row: Officeholder, words: tuple[str, ...]) -> tuple[str, ...]:
    """The word or words of a name that may stand for it alone."""
    if not words:
        return ()
    return (words[-1], words[0]) if row.party_id in FAMILY_FIRST else (words[-1],)


def _fits(words: tuple[str, ...], known: tuple[str, ...], row: Officeholder) -> bool:
    """Whether a name is a known one, its surname, or either with further given names."""
    if len(words) == 1 or not known:
        return words[0] in _surnames(row, known)
    short, long = sorted((words, known), key=len)
    rest = iter(long)
    return words[-1] == known[-1] and len(short) > 1 and all(word in rest for word in short)
