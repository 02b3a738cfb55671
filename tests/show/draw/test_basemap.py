import re

import pytest

from dragoman.knowledge import shapes
from dragoman.knowledge.shapes import UNIT
from dragoman.show.draw.basemap import BLEED, basemap
from dragoman.show.draw.frame import WIDTH, around


def points(path):
    """The points of a path as `basemap` writes it: for each line a start, then steps."""
    out = []
    for line in filter(None, path.split("z")):
        start, *steps = re.findall(r"(-?\d+)[ ]?(-?\d+)", line)
        x, y = map(int, start)
        out.append((x, y))
        for dx, dy in steps:
            x, y = x + int(dx), y + int(dy)
            out.append((x, y))
    return out


def frame_of(code):
    return around([shapes.load()[code][0].box])


@pytest.mark.parametrize("code", ["PER", "NZL", "RUS", "LUX", "ATA"])
def test_no_shape_reaches_far_out_of_the_drawing(code):
    frame = frame_of(code)
    for outline in basemap(frame).outlines.values():
        for x, y in points(outline.path):
            assert -BLEED <= x <= WIDTH + BLEED
            assert -BLEED <= y <= frame.height + BLEED


def test_the_state_asked_for_fills_much_of_its_own_frame():
    outline = basemap(frame_of("PER")).outlines["PER"]
    assert outline.height > 300
    assert 300 < outline.middle[0] < 660


def test_land_far_away_is_left_out():
    assert not basemap(frame_of("PER")).outlines.keys() & {"JPN", "IND", "AUS"}


def test_the_world_has_nearly_every_state():
    outlines = basemap(around([])).outlines
    assert {"RUS", "USA", "NZL", "FJI", "ISL", "ZAF"} <= outlines.keys()
    assert len(outlines) > 170


def test_no_shape_of_the_world_is_torn_across_it():
    # A ring that jumps over the edge would be as broad as the map.
    for code, outline in basemap(around([])).outlines.items():
        assert outline.width < WIDTH // 2 or code in ("RUS", "ATA")


def test_the_same_frame_is_drawn_once():
    assert basemap(around([])) is basemap(around([]))


def test_the_edge_of_the_globe_is_seen_on_the_world_only():
    near = around([(20 * UNIT, 0, 30 * UNIT, 5 * UNIT)])
    xs = {x for x, _ in points(basemap(near).globe)}
    assert min(xs) == -BLEED
    assert max(xs) == WIDTH + BLEED
