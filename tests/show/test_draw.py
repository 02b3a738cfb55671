from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from dragoman.show.band import Period, Scale
from dragoman.show.draw.lanes import lanes
from dragoman.show.draw.months import MOST_MONTHS, WIDEST, bars, periods

SCALE = Scale(first=dt.date(2024, 1, 1), last=dt.date(2024, 12, 31), width=960)


def _period(since: str | None, until: str | None, state: str) -> Period:
    first, last = (None if one is None else dt.date.fromisoformat(one) for one in (since, until))
    return Period(since=first, until=last, state=state, label=state)


def test_the_height_of_a_bar_tells_the_state() -> None:
    states = ("full", "recalled", "charge", "severed")
    told = [
        _period(f"2024-0{n}-01", f"2024-0{n}-28", state) for n, state in enumerate(states, start=1)
    ]
    lane = lanes([("level", told, 40)], SCALE).lanes[0]
    heights = [bar.height for bar in lane.bars]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 4
    assert {bar.y + bar.height for bar in lane.bars} == {lane.floor}


def test_lanes_stand_one_below_the_other() -> None:
    told = [_period(None, None, "full")]
    art = lanes([("one", told, 40), ("two", told, 20)], SCALE)
    assert art.lanes[0].floor < art.lanes[1].name_y < art.lanes[1].floor < art.axis < art.height


def test_a_low_bar_has_no_label() -> None:
    lane = lanes([("level", [_period(None, None, "severed")], 40)], SCALE).lanes[0]
    assert (lane.bars[0].label, lane.bars[0].tip) == ("", "severed, all the time")


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
