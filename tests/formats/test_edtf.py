from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.formats.edtf import edtf


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("first", "last", "precision", "expected"),
    [
        (None, None, None, ""),
        ("2025-03-14", "2025-03-14", "day", "2025-03-14"),
        ("2025-03-14", "2025-03-14", "range", "2025-03-14"),
        ("2025-03-03", "2025-03-05", "range", "2025-03-03/2025-03-05"),
        ("2025-03-03", "2025-03-09", "week", "2025-03-03/2025-03-09"),
        ("2025-03-01", "2025-03-31", "month", "2025-03"),
        ("2024-02-01", "2024-02-29", "month", "2024-02"),
        ("2025-01-01", "2025-12-31", "year", "2025"),
        ("2024-01-01", "2025-12-31", "year", "2024/2025"),
        ("2025-03-01", "2025-05-31", "month", "2025-03/2025-05"),
        (None, "2025-03-14", "range", "../2025-03-14"),
        ("2025-03-14", None, "range", "2025-03-14/.."),
    ],
)
def test_edtf_says_what_is_known(first, last, precision, expected) -> None:
    assert edtf(_day(first), _day(last), precision) == expected


@pytest.mark.parametrize("precision", ["month", "year"])
def test_edtf_never_widens_days_that_do_not_fill_their_month_or_year(precision) -> None:
    assert edtf(_day("2025-03-01"), _day("2025-03-10"), precision) == "2025-03-01/2025-03-10"


def test_edtf_writes_early_years_with_four_digits() -> None:
    assert edtf(_day("0987-01-02"), _day("0987-01-02"), "day") == "0987-01-02"


@given(st.dates(), st.dates(), st.sampled_from(["day", "week", "month", "year", "range", None]))
def test_edtf_holds_both_days(one, other, precision) -> None:
    first, last = sorted((one, other))
    begin, _, end = edtf(first, last, precision).partition("/")
    assert first.isoformat().startswith(begin)
    assert last.isoformat().startswith(end or begin)
