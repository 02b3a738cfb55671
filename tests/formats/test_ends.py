from __future__ import annotations

import datetime as dt

import pytest

from dragoman.formats.ends import begins, ends, lasting

DAY = dt.date(2024, 2, 1)


@pytest.mark.parametrize(
    ("day", "precision", "expected"),
    [(None, None, ""), (DAY, "day", "2024-02-01"), (DAY, None, "2024-02-01"),
     (DAY, "month", "2024-02"), (DAY, "year", "2024"), (DAY, "range", "2024-02")],
)  # fmt: skip
def test_a_beginning_is_as_precise_as_known(
    day: dt.date | None, precision: str | None, expected: str
) -> None:
    assert begins({"date_start": day, "start_precision": precision}) == expected


def test_a_spell_lasts_into_the_month_of_the_change_that_ended_it() -> None:
    last = dt.date(2024, 1, 31)
    assert ends({"date_end": last, "end_precision": "day"}) == "2024-01-31"
    assert ends({"date_end": last, "end_precision": "month"}) == "2024-02"


def test_both_ends_are_one_interval() -> None:
    row = {"date_start": None, "start_precision": None, "date_end": DAY, "end_precision": "year"}
    assert lasting(row) == "../2024"
