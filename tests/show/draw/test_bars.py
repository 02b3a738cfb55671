import datetime as dt

import pytest

from dragoman.show.draw.bars import Spell, bars, binned, columns


def day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def spell(since: str | None, until: str | None) -> Spell:
    return Spell(label="president", since=day(since), until=day(until))


def test_nothing_is_drawn_where_no_day_is_known():
    assert bars([spell(None, None)], width=700) is None
    assert bars([], width=700) is None


@pytest.mark.parametrize(
    ("since", "until", "left", "right"),
    [
        (None, "2000-01-01", True, False),
        ("2000-01-01", None, False, True),
        ("2000-01-01", "2004-01-01", False, False),
    ],
)
def test_open_ends_reach_the_frame(since, until, left, right):
    drawing = bars([spell(since, until), spell("1990-01-01", "2010-01-01")], width=700)
    bar = drawing.bars[0]
    assert (bar.open_left, bar.open_right) == (left, right)
    assert (bar.x == 0, bar.x + bar.width == 700) == (left, right)


def test_a_spell_without_any_day_has_no_bar():
    drawing = bars([spell(None, None), spell("2000-01-01", "2010-01-01")], width=700)
    assert len(drawing.bars) == 1


def test_a_spell_within_a_year_says_which():
    drawing = bars([spell("2000-06-01", "2000-06-20")], width=700)
    assert [tick.label for tick in drawing.ticks] == ["2000"]


def test_a_day_is_wide_enough_to_be_seen():
    drawing = bars(
        [spell("2000-01-01", "2000-01-01"), spell("1900-01-01", "2020-01-01")], width=700
    )
    assert drawing.bars[0].width == 3


@pytest.mark.parametrize("at", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_of_all_days_can_be_drawn(at: str):
    bar = bars([spell(at, at)], width=340).bars[0]
    assert 0 <= bar.x < bar.x + bar.width <= 340


def test_labels_and_years_stay_within_the_frame():
    long = Spell(label="x" * 200, since=day("2000-01-01"), until=day("2000-02-01"))
    drawing = bars([long, spell("1900-01-01", "2010-01-01")], width=340)
    assert drawing.bars[0].label_x == 0
    assert all(tick.x + 30 <= 340 for tick in drawing.ticks)
    apart = [b.x - a.x for a, b in zip(drawing.ticks, drawing.ticks[1:], strict=False)]
    assert min(apart) >= 40


def test_columns_compare_by_the_largest_count():
    drawing = columns({2000: 4}, {2001: 1}, first=2000, last=2001, most=4, width=340)
    first, second = drawing.columns
    assert (first.above, first.below) == (44, 0)
    assert (second.above, second.below) == (0, 11)
    assert "2000: 4 done, 0 received" in first.label


def test_many_years_are_put_together_and_none_is_lost():
    counts = {year: 1 for year in range(1900, 2001)}
    most = binned(counts, first=1900, last=2000)
    drawing = columns(counts, {}, first=1900, last=2000, most=most, width=340)
    assert len(drawing.columns) <= 30
    assert sum(one.done for one in drawing.columns) == 101
    assert max(one.above for one in drawing.columns) == 44
    assert drawing.columns[0].label.startswith("1900–1903")
