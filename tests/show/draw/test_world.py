from dragoman.show.draw import world
from dragoman.show.draw.world import Capital, Town

NAMES = {"PER": "Peru", "MEX": "Mexico", "RUS": "Russia", "JPN": "Japan", "VAT": "Vatican City"}
CAPITALS = {
    "PER": Capital(latitude=-12.04, longitude=-77.03),
    "RUS": Capital(latitude=55.75, longitude=37.62),
    "GIB": Capital(latitude=36.14, longitude=-5.35),
}
LIMA = Town(name="Lima", latitude=-12.04, longitude=-77.03, count=9)
CALLAO = Town(name="Callao", latitude=-12.06, longitude=-77.12, count=2)
PUNO = Town(name="Puno", latitude=-15.84, longitude=-70.02, count=1)


def draw(counts, towns=(), **more):
    return world.draw(counts, towns, names=NAMES, capitals=CAPITALS, **more)


def test_states_are_filled_by_class():
    found = draw({"PER": 20, "MEX": 3})
    assert {land.code: (land.level, land.count) for land in found.lands} == {
        "PER": (4, 20), "MEX": (2, 3),
    }  # fmt: skip
    assert found.classes == ("1", "2–4", "5–9", "10–20")


def test_a_state_without_incidents_is_not_filled():
    assert [land.code for land in draw({"PER": 2, "MEX": 0}).lands] == ["PER"]


def test_towns_that_fall_together_share_a_pin_at_the_most_told():
    found = draw({"PER": 12}, [CALLAO, LIMA, PUNO])
    pins = {pin.towns: pin for pin in found.desk.pins}
    assert set(pins) == {(1, 0), (2,)}
    assert pins[1, 0].count == 11
    assert pins[1, 0].r > pins[2,].r


def test_a_phone_merges_more_and_has_larger_marks():
    found = draw({"PER": 12, "MEX": 40}, [LIMA, PUNO])
    assert found.phone.size > found.desk.size
    assert found.phone.pins[0].r > found.desk.pins[0].r


def test_labels_cover_neither_pins_nor_each_other():
    found = draw({"PER": 12, "BOL": 7, "ECU": 5, "COL": 4}, [LIMA, PUNO])
    size = found.desk.size
    boxes = [
        (label.x - 4 * len(label.text), label.y - size, label.x + 4 * len(label.text), label.y)
        for label in found.desk.labels
    ]
    boxes += [(p.x - p.r, p.y - p.r, p.x + p.r, p.y + p.r) for p in found.desk.pins]
    for at, a in enumerate(boxes):
        for b in boxes[at + 1 :]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
    assert {label.text for label in found.desk.labels} >= {"Peru 12"}


def test_little_that_lies_far_away_is_named_and_does_not_shrink_the_map():
    found = draw({"PER": 60, "MEX": 38, "JPN": 1}, [])
    assert found.beyond == ("JPN",)
    assert "JPN" not in {land.code for land in found.lands}
    assert draw({"PER": 60, "MEX": 38, "JPN": 1}, whole=True).beyond == ()


def test_a_town_outside_of_the_frame_is_told_by_its_place():
    osaka = Town(name="Osaka", latitude=34.7, longitude=135.5, count=1)
    assert draw({"PER": 60}, [LIMA, osaka]).towns_beyond == (1,)


def test_of_a_very_broad_state_the_part_around_the_capital_is_shown():
    found = draw({"RUS": 5})
    moscow = Town(name="Moscow", latitude=55.75, longitude=37.62, count=1)
    assert draw({"RUS": 5}, [moscow]).towns_beyond == ()
    assert found.lands[0].code == "RUS"


def test_a_state_too_small_to_see_has_a_dot():
    found = draw({"VAT": 2}, whole=True)
    assert [dot.code for dot in found.desk.dots] == ["VAT"]


def test_a_state_without_a_shape_stands_at_its_capital():
    found = draw({"GIB": 2, "ESP": 4})
    dot = found.desk.dots[0]
    assert (dot.code, dot.count) == ("GIB", 2)
    assert 0 < dot.x < found.width
    assert 0 < dot.y < found.height


def test_a_state_that_has_ended_is_on_no_map():
    found = draw({"SUN": 3, "PER": 1})
    assert found.shapeless == ("SUN",)
    assert [land.code for land in found.lands] == ["PER"]


def test_nothing_told_is_an_empty_map_of_the_world():
    found = draw({})
    assert (found.lands, found.classes, found.desk.pins) == ((), (), ())
    assert len(found.rest) > 10_000


def test_the_order_of_what_is_told_does_not_matter():
    assert draw({"PER": 2, "MEX": 3}) == draw({"MEX": 3, "PER": 2})


def test_a_place_at_the_edge_of_the_world_is_drawn():
    pole = Town(name="South Pole", latitude=-90.0, longitude=0.0, count=1)
    fiji = Town(name="Suva", latitude=-18.1, longitude=180.0, count=1)
    assert len(draw({}, [pole]).desk.pins) == 1
    assert len(draw({}, [fiji]).desk.pins) == 1
