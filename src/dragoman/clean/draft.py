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
        dated: the publication date, and `dated_from`, how it is known.
        day_and_month: a dateline's "May 3", which waits for a year.
        removed: (reason, detail) of each passage that was set aside.
    """

    paragraphs: list[str]
    title: str | None = None
    title_at: int = 0
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    lang: str | None = None
    dated: Dated | None = None
    dated_from: str | None = None
    day_and_month: str | None = None
    removed: list[tuple[str, str]] = field(default_factory=list)

    def set_aside(self, reason: str, what: str, passage: str) -> None:
        """Note that `passage` was taken away."""
        shown = " ".join(passage.split())
        cut = shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + "…"
        self.removed.append((reason, f"{what}: {cut}" if what else cut))

    def date(self, words: str, origin: str, today: dt.date | None) -> None:
        """Take `words` for the publication date unless one is known; a bad one is set aside."""
        found = parse(words, today=today)
        if found is None:
            self.set_aside("bad_date", f"not used, from the {origin}", words)
        elif self.dated is None:
            self.dated, self.dated_from = found, origin

    def complete(self, today: dt.date | None) -> None:
        """Use the dateline's day and month with the year of the date that is known roughly."""
        if self.day_and_month is None:
            return
        if self.day_and_month[-4:].isdigit():
            self.date(self.day_and_month, "text", today)
        elif self.dated is not None and self.dated.precision != "day":
            day = month_day(self.day_and_month, self.dated.day.year)
            fits = self.dated.precision == "year" or (day and day.month == self.dated.day.month)
            if day is not None and fits:
                self.dated, self.dated_from = Dated(day, "day"), "text"
