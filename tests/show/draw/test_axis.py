from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.show.draw.axis import MOST_CUTS, Axis, axis

WIDTH = 1000


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def span(first: str, count: int, step: int = 1) -> list[dt.date]:
    return [day(first) + dt.timedelta(days=step * at) for at in range(count)]


def test_even_days_are_drawn_evenly_and_nothing_is_cut() -> None:
    line = axis(span("2020-01-01", 100, 20), WIDTH)
    assert line.cuts == ()
    middle = line.at(day("2020-01-01") + dt.timedelta(days=990))
    assert abs(middle - WIDTH // 2) <= 2


def test_long_gap_is_cut_and_says_how_long_it_is() -> None:
    line = axis([*span("2014-03-01", 20), *span("2018-06-01", 20)], WIDTH)
    (cut,) = line.cuts
    assert (cut.width, cut.label) == (33, "4 years")
    assert line.at(day("2014-03-20")) < cut.x
    assert line.at(day("2016-01-01")) == line.at(line.stretches[1].first) == cut.x + cut.width


def test_single_day_fills_the_line() -> None:
    line = axis([day("2020-02-29")], WIDTH)
    assert (line.first, line.last) == (day("2020-02-28"), day("2020-03-01"))


def test_few_far_days_are_not_cut_apart() -> None:
    assert axis([day("1990-01-01"), day("2000-01-01"), day("2010-01-01")], WIDTH).cuts == ()


@pytest.mark.parametrize(
    ("days", "label"),
    [
        (span("2025-11-01", 8), "1 Nov"),
        (span("2025-01-10", 300), "Apr"),
        (span("1990-01-01", 3000, 5), "2000"),
        (span("0900-01-01", 3000, 150), "1500"),
    ],
)
def test_labels_fit_the_length(days: list[dt.date], label: str) -> None:
    assert label in {tick.label for tick in axis(days, WIDTH).ticks}


def test_labels_do_not_run_into_each_other() -> None:
    line = axis([*span("2014-03-01", 20), *span("2018-06-01", 20)], 340)
    said = [(tick.x, tick.label) for tick in line.ticks if tick.label]
    assert said
    for (x, label), (other, _) in pairwise(said):
        assert x + 7 * len(label) <= other


def test_ends_of_the_calendar_are_drawn() -> None:
    line = axis([dt.date.min, dt.date.max], WIDTH)
    assert (line.first, line.last) == (dt.date.min, dt.date.max)
    assert line.after(dt.date.max) == WIDTH


def checked(line: Axis) -> None:
    x = 0
    for at, stretch in enumerate(line.stretches):
        assert stretch.x == x
        x = stretch.x + stretch.width + (line.cuts[at].width if at < len(line.cuts) else 0)
    assert x == line.width


@given(st.sets(st.dates(), min_size=1, max_size=60), st.sampled_from([340, 1000]))
def test_stretches_and_cuts_fill_the_line_in_order(days: set[dt.date], width: int) -> None:
    line = axis(sorted(days), width)
    checked(line)
    assert len(line.cuts) <= MOST_CUTS
    places = [line.at(one) for one in sorted(days)]
    assert places == sorted(places)
    assert all(0 <= one <= width for one in places)
