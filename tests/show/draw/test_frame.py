from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.shapes import UNIT
from dragoman.show.draw.frame import HIGHEST, LOWEST, SEAM, WIDTH, around, turned

ANDES = (-82 * UNIT, -19 * UNIT, -68 * UNIT, 0)


def corners(box):
    west, south, east, north = box
    return [(west, south), (west, north), (east, south), (east, north)]


def test_everything_asked_for_is_seen_with_a_margin():
    frame = around([ANDES])
    places = [frame.at(*corner) for corner in corners(ANDES)]
    assert all(20 < x < WIDTH - 20 and 20 < y < frame.height - 20 for x, y in places)


def test_north_is_up_and_east_is_right():
    frame = around([ANDES])
    assert frame.at(-70 * UNIT, 0)[1] < frame.at(-70 * UNIT, -10 * UNIT)[1]
    assert frame.at(-80 * UNIT, 0)[0] < frame.at(-70 * UNIT, 0)[0]


def test_nothing_asked_for_shows_the_world():
    frame = around([])
    assert frame.middle == SEAM
    for longitude in (-168, -75, 0, 75, 150, 190):
        assert frame.holds(*frame.at(longitude * UNIT, 10 * UNIT))


def test_a_region_over_the_180th_meridian_stays_one_region():
    fiji = (17_700, -1_900, -17_800, -1_600)
    samoa = (-17_300, -1_400, -17_100, -1_300)
    frame = around([fiji, samoa])
    left, right = frame.at(17_700, -1_800)[0], frame.at(-17_100, -1_400)[0]
    assert 0 < left < right < WIDTH
    assert right - left > WIDTH // 4


def test_a_single_town_is_shown_with_its_surroundings():
    town = (-7_703, -1_204, -7_703, -1_204)
    frame = around([town])
    south, north = frame.latitudes
    assert north - south >= 14 * UNIT
    assert frame.holds(*frame.at(*town[:2]))


def test_what_spreads_over_most_of_the_globe_shows_the_world():
    peru, japan, france = ANDES, (129_00, 31_00, 146_00, 45_00), (-4_00, 42_00, 8_00, 51_00)
    assert around([peru, japan, france]).middle == SEAM


degrees = st.tuples(
    st.integers(-180, 179), st.integers(-89, 80), st.integers(0, 60), st.integers(0, 20)
)


@given(st.lists(degrees, min_size=1, max_size=6))
def test_every_region_fits_a_drawing_of_some_height(places):
    boxes = [
        (w * UNIT, s * UNIT, turned((w + dx) * UNIT), min(s + dy, 90) * UNIT)
        for w, s, dx, dy in places
    ]
    frame = around(boxes)
    assert LOWEST <= frame.height <= HIGHEST
    for west, south, east, north in boxes:
        for longitude, latitude in ((west, south), (east, north)):
            x, y = frame.at(longitude, latitude)
            assert -1 <= x <= WIDTH + 1
            assert -1 <= y <= frame.height + 1
