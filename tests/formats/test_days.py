from __future__ import annotations

import datetime as dt

import pytest

from dragoman.formats.days import ends, in_words, outer


def _row(first, last, precision="range"):
    days = [None if one is None else dt.date.fromisoformat(one) for one in (first, last)]
    return {"date_start": days[0], "date_end": days[1], "date_precision": precision}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (_row("2025-11-03", "2025-11-03", "day"), "3 November 2025"),
        (_row("2025-11-01", "2025-11-30", "month"), "November 2025"),
        (_row("2025-01-01", "2025-12-31", "year"), "2025"),
        (_row("2025-03-03", "2025-03-05"), "between 3 and 5 March 2025"),
        (_row("2025-02-27", "2025-03-05"), "between 27 February and 5 March 2025"),
        (_row("2024-12-27", "2025-01-05"), "between 27 December 2024 and 5 January 2025"),
        (_row("2025-03-01", "2025-04-30", "month"), "between March 2025 and April 2025"),
        (_row(None, "2025-03-05"), "by 5 March 2025"),
        (_row("2025-03-05", None), "on or after 5 March 2025"),
        (_row(None, None, None), "date not known"),
    ],
)
def test_days_in_words(row, words) -> None:
    assert in_words(row) == words


def test_parts_are_as_many_as_are_known() -> None:
    assert ends(_row("2025-11-01", "2025-11-30", "month")) == ((2025, 11), (2025, 11))
    assert ends(_row("2025-03-03", "2025-03-05")) == ((2025, 3, 3), (2025, 3, 5))
    assert ends(_row(None, "2025-03-05")) == ((2025, 3, 5), (2025, 3, 5))
    assert ends(_row(None, None, None)) is None


def test_an_open_side_is_taken_for_the_other() -> None:
    assert outer(_row("2025-03-05", None)) == (dt.date(2025, 3, 5), dt.date(2025, 3, 5))
    assert outer(_row(None, None, None)) is None
