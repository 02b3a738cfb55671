from __future__ import annotations

import csv
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.formats import cells
from dragoman.formats.foreign import BadRow


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_a_line_has_its_cells_and_one_end_whatever_they_hold(values: list[str]) -> None:
    made = cells.line(values)
    assert made.count("\t") == len(values) - 1
    assert len(made.splitlines()) == 1


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_a_reader_that_looks_for_quotes_finds_the_same_cells(values: list[str]) -> None:
    made = cells.line(["id", *values])
    assert next(csv.reader([made], delimiter="\t")) == made.removesuffix("\n").split("\t")


@pytest.mark.parametrize("payload", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_a_formula_is_made_harmless_and_comes_back(payload: str) -> None:
    assert cells.cell(payload) == f"'{payload}"
    assert cells.text(cells.cell(payload)) == payload


def test_a_number_keeps_its_sign() -> None:
    assert cells.cell(-5.0) == "-5.0"


def test_a_list_keeps_its_order_and_its_gaps() -> None:
    assert cells.joined(["PER", None, "M;X"], "None") == "PER; None; M,X"
    assert cells.joined([None, ""], "None") == ""


@pytest.mark.parametrize("text", ["2025-05-16", "20250516", "2025-05-16 00:00:00.000"])
def test_a_day_in_several_spellings(text: str) -> None:
    assert cells.day(text, "Day") == dt.date(2025, 5, 16)


@pytest.mark.parametrize(
    "text", ["", "2025", "2025-13-01", "20250230", "16/05/2025", "２０２５０５１６"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(BadRow, match="is no date"):
        cells.day(text, "Day")


@pytest.mark.parametrize("text", ["x", "nan", "inf", "11"])
def test_what_is_no_number_within_bounds_is_refused(text: str) -> None:
    with pytest.raises(BadRow, match="Intensity"):
        cells.number(text, "Intensity", low=-10, high=10)


def test_a_point_needs_both_sides() -> None:
    assert cells.point("1.5", "") == (None, None)
    assert cells.point("1.5", "-2") == (1.5, -2.0)
    with pytest.raises(BadRow, match="latitude"):
        cells.point("91", "0")
