from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.show.band import Period, Scale, draw

FIRST, LAST = dt.date(1960, 1, 1), dt.date(1979, 12, 31)
SCALE = Scale(first=FIRST, last=LAST, width=1000)


def period(since: str | None, until: str | None, label: str = "full") -> Period:
    ends = [None if text is None else dt.date.fromisoformat(text) for text in (since, until)]
    return Period(since=ends[0], until=ends[1], state="full", label=label)


def test_open_sides_reach_the_frame() -> None:
    (segment,) = draw([period(None, None)], SCALE).segments
    assert (segment.x, segment.width) == (0, 1000)


def test_neighbours_meet_without_gap() -> None:
    drawing = draw([period(None, "1969-12-31"), period("1970-01-01", None)], SCALE)
    one, two = drawing.segments
    assert one.x + one.width == two.x


def test_spell_of_a_day_can_be_seen() -> None:
    (segment,) = draw([period("1970-05-01", "1970-05-01")], SCALE).segments
    assert segment.width == 2


def test_spell_outside_the_frame_is_left_out() -> None:
    drawing = draw([period("1950-01-01", "1955-01-01"), period("1990-01-01", None)], SCALE)
    assert drawing.segments == ()


def test_label_without_room_is_left_to_the_tip() -> None:
    (segment,) = draw([period("1970-01-01", "1970-03-01", "relations severed")], SCALE).segments
    assert (segment.label, segment.tip) == ("", "relations severed, 1970-01-01 to 1970-03-01")


def test_year_labels_do_not_run_into_each_other() -> None:
    narrow = draw([], Scale(first=FIRST, last=LAST, width=320))
    labelled = [tick.x for tick in narrow.ticks if tick.label]
    assert min(b - a for a, b in pairwise(labelled)) >= 40


def test_frame_within_a_year_still_names_it() -> None:
    scale = Scale(first=dt.date(1970, 2, 1), last=dt.date(1970, 3, 1), width=320)
    assert [tick.label for tick in draw([], scale).ticks] == ["1970"]


def test_last_day_of_the_calendar_can_be_drawn() -> None:
    scale = Scale(first=dt.date(9990, 1, 1), last=dt.date.max, width=100)
    last = Period(since=None, until=dt.date.max, state="full", label="full")
    assert draw([last], scale).segments[0].x == 0


@given(st.dates(FIRST, LAST), st.dates(FIRST, LAST))
def test_segments_stay_near_the_frame(one: dt.date, other: dt.date) -> None:
    since, until = min(one, other), max(one, other)
    drawn = draw([Period(since=since, until=until, state="full", label="x")], SCALE)
    assert all(part.x >= 0 and part.x + part.width <= 1002 for part in drawn.segments)
