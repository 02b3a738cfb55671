from __future__ import annotations

from itertools import pairwise

import pytest

from dragoman.show.draw.months import MOST_MONTHS, WIDEST, bars, periods


@pytest.mark.parametrize(
    ("first", "last", "made"),
    [
        ("2022-11", "2023-02", ["2022-11", "2022-12", "2023-01", "2023-02"]),
        ("2023-02", "2023-02", ["2023-02"]),
        ("1961-01", "2018-05", [str(year) for year in range(1961, 2019)]),
    ],
)
def test_months_or_years_between_two(first: str, last: str, made: list[str]) -> None:
    assert periods(first, last) == made


def test_no_more_months_than_can_be_seen() -> None:
    assert len(periods("2018-01", "2023-12")) == MOST_MONTHS
    assert len(periods("2018-01", "2024-01")) == 7


def test_bars_share_one_scale() -> None:
    art = bars(["2024-01", "2024-02"], {1: {"2024-01": 10}, 4: {"2024-02": 5}}, {1: "a", 4: "b"},
               width=960)  # fmt: skip
    first, second = (row.bars[0] for row in art.rows)
    assert (art.most, first.height, second.height) == (10, 46, 23)
    assert (first.width, second.x, second.tip) == (WIDEST, 480, "2024-02: 5, b")


def test_labels_of_the_axis_keep_apart() -> None:
    names = periods("2018-01", "2023-12")
    ticks = bars(names, {}, {1: "a"}, width=320).ticks
    assert all(b - a >= 72 for (a, _), (b, _) in pairwise(ticks))
    assert all(x + 72 <= 320 for x, _ in ticks)
