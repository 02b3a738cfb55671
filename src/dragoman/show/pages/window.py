"""Which incidents a chart counts: those of some days and of one family of acts."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.errors import UsageError
from dragoman.show.pages.common import FAMILIES
from dragoman.show.room import Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What a chart is narrowed to; None: not narrowed. `quad` is 1 to 4, days are inclusive."""

    since: dt.date | None = None
    until: dt.date | None = None
    quad: int | None = None

    @property
    def wanted(self) -> Wanted:
        """The same as the reading room takes it."""
        return Wanted(since=self.since, until=self.until, quad=self.quad)


def window(query: Mapping[str, str]) -> Window:
    """The window that a page's query asks for; an empty value asks for nothing.

    Raises:
        UsageError: no such day or class.
    """
    quad = chosen(query, "quad", [str(number) for number in FAMILIES])
    return Window(
        since=_day(query.get("since"), "since", last=False),
        until=_day(query.get("until"), "until", last=True),
        quad=None if quad is None else int(quad),
    )


def chosen(query: Mapping[str, str], name: str, values: Sequence[str]) -> str | None:
    """The value of a choice, one of `values`; None where it is not made.

    Raises:
        UsageError: it is none of them.
    """
    value = query.get(name) or None
    if value is not None and value not in values:
        raise UsageError(f"{name}={value}: expected one of {', '.join(values)}")
    return value


def asked(query: Mapping[str, str], names: Sequence[str]) -> dict[str, str]:
    """The choices that were made, for addresses of the same page."""
    return {name: query[name] for name in names if query.get(name)}


def _day(text: str | None, name: str, *, last: bool) -> dt.date | None:
    """The first or last day of 2025, 2025-11 or 2025-11-03."""
    if not text:
        return None
    parts = text.strip().split("-")
    lengths = [len(part) for part in parts]
    if lengths in ([4], [4, 2], [4, 2, 2]) and all(p.isascii() and p.isdigit() for p in parts):
        numbers = [int(part) for part in parts]
        year, month = numbers[0], numbers[1] if len(numbers) > 1 else (12 if last else 1)
        if year >= 1 and 1 <= month <= 12:
            end = calendar.monthrange(year, month)[1]
            day = numbers[2] if len(numbers) > 2 else (end if last else 1)
            if 1 <= day <= end:
                return dt.date(year, month, day)
    raise UsageError(f"{name}={text}: not a date; write it as 2025, 2025-11 or 2025-11-03")
