"""When, without a record: the time expressions of single texts, and the day a report is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from dragoman import dates
from dragoman.errors import UsageError
from dragoman.model.words import plain
from dragoman.resolve.times.timeml import timexes
from dragoman.resolve.times.told import FoundTime, times_in
from dragoman.run.rows import shape_fault

LONGEST = 5_000_000
"""Characters of a row's text: a thick book."""
Row = dict[str, Any]


def publication_day(
    given: dt.date | str | None, *, today: dt.date, name: str = "published"
) -> dt.date | None:
    """The day of publication that a caller gives; None for None.

    Args:
        given: a date, or ISO 8601; what follows the day (an hour) is passed over.
        today: nothing is published after it, but for a day of grace.
        name: of the option or key, for the message.

    Raises:
        UsageError: no such day, one in the future, or one before 1400.
    """
    if given is None:
        return None
    day = given.date() if isinstance(given, dt.datetime) else given
    if isinstance(day, str):
        try:
            day = dt.date.fromisoformat(day[:10])
        except ValueError as error:
            raise UsageError(f"{name} {given}: no such day; write it as 2025-11-05") from error
    fault = dates.publication_fault(day, today)
    if fault is not None:
        raise UsageError(f"{name} {fault}; give the day on which the text was published")
    return day


def when(text: str, published: dt.date | None = None) -> list[FoundTime]:
    """Every time expression of a text and the days it means; see `resolve.times.told`.

    No parser is loaded: which way "Monday" points is read from the verbs near it.
    """
    return times_in(plain(text), published)


def timex_rows(batches: Iterable[Sequence[Any]], *, today: dt.date) -> Iterator[Row]:
    """For each row, in order, its time expressions as TIMEX3.

    Args:
        batches: rows {"id", "text", "dct"?} as they come; `dct` is the day of publication, ISO
            8601, or null. What is no such row gives no time expressions and an "error".
        today: see `publication_day`.

    Yields:
        {"id", "timexes": [{"start", "end", "type", "value"}]}, and "error" with a plain sentence
        where the row could not be read. A row without an id is told by its number, from 1.
    """
    number = 0
    for batch in batches:
        for row in batch:
            number += 1
            given = row.get("id", number) if isinstance(row, dict) else number
            fault, dct = _checked(row, today)
            if fault is not None:
                yield {"id": given, "timexes": [], "error": fault}
            else:
                found = timexes(row["text"], dct)
                yield {"id": given, "timexes": [asdict(timex) for timex in found]}


def _checked(row: Any, today: dt.date) -> tuple[str | None, dt.date | None]:
    """Why a row cannot be read, or None; and its day."""
    fault = shape_fault(row)
    if fault is not None:
        return fault, None
    text, dct = row.get("text"), row.get("dct")
    if not isinstance(text, str):
        return 'no text: the key "text" must hold the words to read', None
    if len(text) > LONGEST:
        return f"{len(text)} characters, more than {LONGEST}", None
    if dct is not None and not isinstance(dct, str):
        return f"dct {dct!r} is not a day; write it as 2025-11-05", None
    try:
        return None, publication_day(dct or None, today=today, name="dct")
    except UsageError as error:
        return str(error), None
