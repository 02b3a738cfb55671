import pytest

from dragoman.show.draw import network
from dragoman.show.draw.network import Party, Tie, in_lines


def party(key, count=1, kind="state", home=None):
    return Party(key=key, name=f"Name of {key}", kind=kind, count=count, home=home)


def tie(source, target, quad=3, count=1, mutual=False):
    return Tie(source=source, target=target, quad=quad, mutual=mutual, count=count)


def draw(keys, ties, most=20):
    return network.draw([party(k) for k in keys], ties, width=900, height=600, most=most)


def test_a_tie_is_a_curve_between_its_nodes():
    found = draw("AB", [tie("A", "B")])
    assert [node.party.key for node in found.nodes] == ["A", "B"]
    (curve,) = found.curves
    assert curve.path.startswith("M")
    assert curve.head.endswith("z")


def test_cooperation_has_an_open_head_and_conflict_a_closed_one():
    found = draw("AB", [tie("A", "B", quad) for quad in (1, 2, 3, 4)])
    heads = {curve.tie.quad: curve.head.endswith("z") for curve in found.curves}
    assert heads == {1: False, 2: False, 3: True, 4: True}


def test_what_is_done_together_has_no_head():
    assert draw("AB", [tie("A", "B", 1, mutual=True)]).curves[0].head == ""


def test_each_direction_and_class_has_a_curve_of_its_own():
    ties = [tie("A", "B", 1), tie("B", "A", 1), tie("A", "B", 3), tie("A", "B", None)]
    assert len({curve.path for curve in draw("AB", ties).curves}) == 4


def test_more_incidents_are_broader_and_have_their_number():
    found = draw("ABC", [tie("A", "B", count=1), tie("B", "C", count=40)])
    widths = {curve.tie.count: curve.width for curve in found.curves}
    assert widths[40] > widths[1]
    assert {curve.tie.count: curve.number for curve in found.curves} == {40: "40", 1: ""}


def test_a_party_without_ties_is_not_drawn():
    assert [node.party.key for node in draw("ABC", [tie("A", "B")]).nodes] == ["A", "B"]


def test_a_tie_to_oneself_is_not_drawn():
    found = draw("AB", [tie("A", "A", count=9), tie("A", "B")])
    assert len(found.curves) == 1
    assert not draw("A", [tie("A", "A")]).nodes


def test_only_the_strongest_are_drawn_and_the_rest_counted():
    ties = [tie("A", "B", count=9), tie("B", "C", count=5), tie("C", "D", count=1)]
    found = draw("ABCD", ties, most=3)
    assert {node.party.key for node in found.nodes} == {"A", "B", "C"}
    assert found.left_out == 1


def test_nobody_is_drawn_whose_ties_lead_out_of_the_drawing():
    # D has much to do, with people who have no room.
    ties = [tie("A", "B", count=9)] + [tie("D", f"x{at}", count=2) for at in range(6)]
    found = draw(["A", "B", "D", *(f"x{at}" for at in range(6))], ties, most=3)
    assert {node.party.key for node in found.nodes} == {"A", "B"}
    assert found.left_out == 7


def test_the_order_of_parties_and_ties_does_not_matter():
    ties = [tie("A", "B"), tie("B", "C", 1, 4), tie("C", "A", 2)]
    assert draw("ABC", ties) == draw("CAB", ties[::-1])


def test_nothing_is_drawn_of_nothing():
    assert draw("", []).nodes == ()


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Peru", ["Peru"]),
        ("Organization of American States", ["Organization of", "American States"]),
        ("Ana Maria de la Cruz Vega", ["Ana Maria de", "la Cruz Vega"]),
        ("x" * 60, ["x" * 21 + "…"]),
        ("", [""]),
    ],
)
def test_long_names_stand_in_two_lines(name, lines):
    assert in_lines(name) == lines
