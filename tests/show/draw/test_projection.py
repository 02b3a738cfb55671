from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.show.draw.projection import latitude_at, northing, project, width_at

GLOBE = 4 * 3.141592653589793 * 100_000**2


def test_a_point_lies_where_other_programs_put_it():
    # PROJ, +proj=eqearth +R=1: 122 47 gives 1.55 0.89.
    x, y = project(12_200, 4_700)
    assert (round(x / 100_000, 2), round(y / 100_000, 2)) == (1.55, 0.89)


def test_areas_keep_their_proportion():
    bands = [
        (northing(at + 100) - northing(at)) * (width_at(at) + width_at(at + 100)) / 2 * 36_000
        for at in range(-9_000, 9_000, 100)
    ]
    assert sum(bands) == pytest.approx(GLOBE, rel=0.001)
    tropics = sum(bands[60:120])  # 30 south to 30 north: half of the globe
    assert tropics == pytest.approx(GLOBE / 2, rel=0.001)


@given(st.integers(-8_999, 8_999))
def test_a_latitude_comes_back_from_its_northing(latitude):
    assert latitude_at(northing(latitude)) == latitude


def test_what_lies_beyond_the_pole_is_the_pole():
    assert latitude_at(10**9) == 9_000
    assert latitude_at(-(10**9)) == -9_000


def test_parallels_are_shorter_towards_the_poles():
    assert width_at(0) > width_at(3_000) > width_at(-6_000) > width_at(9_000) > 0
    assert width_at(0) == pytest.approx(
        2 * sqrt(3) / (3 * 1.340264) * 100_000 * 0.000174533, rel=1e-4
    )
