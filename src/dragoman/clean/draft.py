"""A report while it is being cleaned: what is known of it, and what has been taken away."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from dragoman.clean.calendar import Dated, month_day, parse

SHOWN = 80
"""Characters of a removed passage that its rejection shows."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """Changed in place by the steps of `cleaning`, and by nobody else.

    Attributes:
        paragraphs: of the text, the title among them once it is known.
        title: as stated or found; `title_at` is 1 when it is the first paragraph, else 0.
        written_at: the words of a dateline for where it was written; `writer_at` a byline's.
        dated: the publication date, and `dated_from`, how it is known.
        day_and_month: a dateline's "May 3", which waits for a year.
        updated: the date of an update, used where no other is known.
        removed: (reason, detail) of each passage that was set aside.
    """

    paragraphs: list[str]
    title: str | None = None
    title_at: int = 0
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    written_at: str | None = None
    writer_at: str | None = None
    lang: str | None = None
    dated: Dated | None = None
    dated_from: str | None = None
    day_and_month: str | None = None
    updated: Dated | None = None
    removed: list[tuple[str, str]] = field(default_factory=list)

    def set_aside(self, reason: str, what: str, passage: str) -> None:
        """Note that `passage` was taken away."""
        shown = " ".join(passage.split())
        cut = shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + "…"
        self.removed.append((reason, f"{what}: {cut}" if what else cut))

    def date(
        self, words: str, origin: str, today: dt.date | None, *, is_update: bool = False
    ) -> None:
        """Take `words` for the publication date unless one is known; a bad one is set aside."""
        found = parse(words, today=today)
        if found is None:
            self.set_aside("bad_date", f"not used, from the {origin}", words)
        elif is_update:
            self.updated = self.updated or found
        elif self.dated is None:
            self.dated, self.dated_from = found, origin

    def complete(self, today: dt.date | None) -> None:
        """Use the day of an update, and a dateline's day with a year that is known roughly."""
        if self.dated is None and self.updated is not None:
            self.dated, self.dated_from = self.updated, "text"
        if self.day_and_month is None or (self.dated and self.dated.precision == "day"):
            return
        known = self.dated
        if self.day_and_month[-4:].isdigit():
            found = parse(self.day_and_month, today=today)
        elif known is not None:
            day = month_day(self.day_and_month, known.day.year)
            found = Dated(day, "day") if day is not None else None
        else:
            return
        if found is not None and (known is None or _lies_within(found.day, known)):
            self.dated, self.dated_from = found, "text"


def _lies_within(day: dt.date, rough: Dated) -> bool:
    """Whether `day` is of the month or year that is known."""
    same_month = rough.precision == "year" or day.month == rough.day.month
    return day.year == rough.day.year and same_month
