import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.show.draw.scale import classes, level, words


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([1], ("1",)),
        ([1, 3], ("1", "2", "3")),
        ([1, 6], ("1", "2–4", "5–6")),
        ([2, 54], ("1", "2–4", "5–9", "10–24", "25–54")),
        ([7, 119], ("1–4", "5–19", "20–99", "100–119")),
        ([90_000], ("1–9", "10–99", "100–999", "1000–9999", "10000–90000")),
    ],
)
def test_classes_are_few_and_told_in_figures(counts, told):
    assert words(classes(counts), max(counts)) == told


def test_nothing_counted_has_no_classes():
    assert classes([]) == ()
    assert words((), 0) == ()
    assert level(0, (1, 2)) == 0


@given(st.lists(st.integers(1, 10**6), min_size=1))
def test_every_count_has_a_class(counts):
    steps = classes(counts)
    assert 1 <= len(steps) <= 5
    assert all(1 <= level(count, steps) <= len(steps) for count in counts)
    assert level(max(counts), steps) == len(steps)
