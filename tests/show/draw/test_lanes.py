from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dragoman.show.draw import lanes
from dragoman.show.draw.lanes import Count, Dot, Mark


def day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def dot(first: str | None = "2025-11-03", last: str | None = "same", **more: Any) -> Dot:
    given: dict[str, Any] = {
        "incident_id": "i", "first": day(first), "last": day(first if last == "same" else last),
        "family": 4, "status": "actual", "sources": 1, "disputed": False, "tip": "It happened.",
    }  # fmt: skip
    return Dot(**{**given, **more})


def drawn(*dots: Dot, width: int = 1000) -> lanes.Lanes:
    line = lanes.frame(dots, width=width)
    assert line is not None
    return lanes.draw(dots, line)


def mark(one: Dot, *others: Dot) -> Mark:
    return drawn(one, *others).lanes[0].marks[0]


FAR = dot("2020-01-01", family=1), dot("2026-01-01", family=1)


def test_lanes_go_from_friendly_to_hostile_and_empty_ones_are_left_out() -> None:
    found = drawn(dot(family=4), dot(family=None), dot(family=2)).lanes
    assert [lane.name for lane in found] == [
        "material cooperation", "other acts", "material conflict",
    ]  # fmt: skip


def test_one_source_is_hollow_and_more_are_larger() -> None:
    one, two, ten = (mark(dot(sources=count)) for count in (1, 2, 10))
    assert (one.hollow, two.hollow) == (True, False)
    assert one.r < two.r < ten.r == lanes.MOST_R


def test_day_that_is_known_has_no_whisker() -> None:
    assert mark(dot(), *FAR).low is None


def test_stretch_of_days_is_a_whisker_round_its_middle() -> None:
    one = drawn(dot("2022-01-01", "2023-01-01"), *FAR).lanes[-1].marks[0]
    assert one.low is not None
    assert one.high is not None
    assert one.low < one.x < one.high
    assert abs((one.low + one.high) // 2 - one.x) <= 1


def test_open_side_has_a_whisker_on_that_side() -> None:
    late = drawn(dot("2022-01-01", None), *FAR).lanes[-1].marks[0]
    early = drawn(dot(None, "2022-01-01"), *FAR).lanes[-1].marks[0]
    assert late.high is not None
    assert late.high - late.x > late.r
    assert early.low is not None
    assert early.x - early.low > early.r


def test_without_a_day_or_within_many_years_there_is_no_place() -> None:
    assert not lanes.is_placed(dot(None, None))
    assert not lanes.is_placed(dot("2015-01-01", "2025-01-01"))
    assert lanes.is_placed(dot("2025-01-01", None))


def test_same_day_is_stacked() -> None:
    marks = drawn(dot(), dot(), dot()).lanes[0].marks
    assert len({one.y for one in marks}) == 3


def test_crowded_lane_has_smaller_marks() -> None:
    crowd = drawn(*(dot(sources=3) for _ in range(20))).lanes[0]
    assert crowd.marks[0].r < mark(dot(sources=3)).r
    assert len({one.y for one in crowd.marks}) == 20


def test_bars_share_one_scale() -> None:
    first = dt.date(2025, 1, 1)
    counts = [
        Count(family=4, since=first, until=dt.date(2025, 1, 31), count=10, place=1),
        Count(family=3, since=first, until=dt.date(2025, 1, 31), count=5, place=2),
    ]
    line = lanes.frame([], [first, dt.date(2025, 1, 31)], width=1000)
    assert line is not None
    low, high = (lane.bars[0] for lane in lanes.draw_bins(counts, line).lanes)
    assert (low.height, high.height) == (lanes.BARS // 2, lanes.BARS)


days = st.dates(dt.date(2010, 1, 1), dt.date(2025, 12, 31))


@given(st.lists(st.tuples(days, st.integers(0, 400), st.integers(1, 12)), min_size=1, max_size=40),
       st.sampled_from([340, 1000]))  # fmt: skip
def test_marks_stay_within_the_drawing(told: list[tuple[dt.date, int, int]], width: int) -> None:
    dots = [
        dot(first.isoformat(), (first + dt.timedelta(days=length)).isoformat(), sources=sources)
        for first, length, sources in sorted(told)
    ]
    found = drawn(*dots, width=width)
    for one in found.lanes[0].marks:
        assert one.r <= one.x <= width - one.r
        assert lanes.LABEL <= one.y <= found.height
        assert one.low is None or 0 < one.low <= one.x
        assert one.high is None or one.x <= one.high < width


def test_marks_of_a_row_do_not_cover_each_other() -> None:
    dots = [dot(f"2025-{month:02}-{at:02}") for month in (1, 2, 3) for at in range(1, 29, 2)]
    rows: dict[int, list[Mark]] = {}
    for one in drawn(*dots, width=340).lanes[0].marks:
        rows.setdefault(one.y, []).append(one)
    for row in rows.values():
        for one, other in pairwise(row):
            assert one.x + one.r < other.x - other.r
