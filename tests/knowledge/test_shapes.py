import json

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge import shapes
from dragoman.knowledge.load import load
from dragoman.knowledge.shapes import UNIT, Ring

AROUND = {
    "PER": (-77.03, -12.04),
    "MEX": (-99.13, 19.43),
    "UKR": (34.1, 45.1),
    "ESH": (-13.0, 27.0),
}
"""Points that lie well inside, among them land that some maps give to others."""


def holds(rings, longitude, latitude):
    x, y, inside = longitude * UNIT, latitude * UNIT, False
    for ring in rings:
        for (a, b), (c, d) in zip(ring.points, ring.points[1:], strict=False):
            if (b > y) != (d > y) and x < (c - a) * (y - b) / (d - b) + a:
                inside = not inside
    return inside


def test_the_shipped_shapes_have_no_faults():
    assert list(shapes.faults(shapes.load(), load().states)) == []


def test_the_file_stays_small():
    path = shapes.files("dragoman.knowledge") / "data" / shapes.FILE
    assert len(path.read_bytes()) < 250_000


def test_every_sovereign_state_of_today_has_a_shape():
    today = {s.id for s in load().states.values() if s.until is None and s.parent is None}
    assert today - shapes.load().keys() == set()


@pytest.mark.parametrize("code", AROUND)
def test_a_place_lies_in_the_shape_of_its_state_alone(code):
    found = [other for other, rings in shapes.load().items() if holds(rings, *AROUND[code])]
    assert found == [code]


def test_a_ring_over_the_180th_meridian_runs_on():
    west, _, east, _ = shapes.load()["RUS"][0].box
    assert east > 180 * UNIT
    assert east - west < 180 * UNIT


def test_the_ring_around_the_pole_is_closed_along_it():
    west, south, east, _ = shapes.load()["ATA"][0].box
    assert (west, south, east) == (-180 * UNIT, -90 * UNIT, 180 * UNIT)


def test_neighbours_share_their_border_point_by_point():
    peru = {point for ring in shapes.load()["PER"] for point in ring.points}
    bolivia = {point for ring in shapes.load()["BOL"] for point in ring.points}
    assert len(peru & bolivia) > 10


def test_faults_name_the_shape():
    broken = {"PER": (Ring(points=((0, 0), (1, 0), (1, 1)), box=(0, 0, 1, 1)),), "ZZZ": ()}
    found = list(shapes.faults(broken, {"PER"}))
    assert len(found) == 2
    assert "PER" in found[0]
    assert "ZZZ" in found[1]


def test_a_file_that_is_none_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "shapes.json"
    path.write_text(json.dumps({"unit": UNIT, "arcs": [[0, 0]], "shapes": {"PER": [[3]]}}))
    with pytest.raises(KnowledgeError, match="make shapes"):
        shapes.load(path)
