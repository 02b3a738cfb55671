from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.show.draw.layout import Box, Spring, placed

SMALL = Box(side=30, above=20, below=30)


def place(number, springs=(), box=SMALL, width=900, height=600):
    return placed([box] * number, springs, width=width, height=height)


def test_nothing_has_no_places():
    assert place(0) == []


def test_one_node_stands_in_the_middle():
    assert place(1) == [(450, 300)]


def test_who_is_tied_stands_nearer():
    spots = place(6, [Spring(a=0, b=1, pull=1.0)])

    def apart(a, b):
        return (spots[a][0] - spots[b][0]) ** 2 + (spots[a][1] - spots[b][1]) ** 2

    assert apart(0, 1) < min(apart(0, other) for other in range(2, 6))


def test_the_drawing_is_filled():
    xs, ys = zip(*place(7), strict=True)
    assert max(xs) - min(xs) > 700
    assert max(ys) - min(ys) > 400


springs = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(0.1, 1)), max_size=12)


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 8), springs)
def test_nodes_stay_inside_and_do_not_cover_each_other(number, found):
    ties = [Spring(a=a, b=b, pull=pull) for a, b, pull in found if a < b < number]
    spots = place(number, ties)
    assert len(spots) == number
    for at, (x, y) in enumerate(spots):
        assert 30 <= x <= 870
        assert 20 <= y <= 570
        for u, v in spots[at + 1 :]:
            assert abs(x - u) >= 58 or abs(y - v) >= 48


def test_the_same_network_is_laid_out_the_same():
    ties = [Spring(a=0, b=2, pull=0.4), Spring(a=1, b=2, pull=0.7)]
    assert place(5, ties) == place(5, ties)
