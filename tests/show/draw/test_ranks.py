from __future__ import annotations

import datetime as dt

from dragoman.show.band import Period, Scale
from dragoman.show.draw.ranks import lanes

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
