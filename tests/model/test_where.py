from __future__ import annotations

from dragoman.model.where import towns
from tests.factory import event, party


def test_towns_of_place_party_and_mission() -> None:
    mission = party("consulate in Porto Alegre", kind="organisation")
    told = event("close_mission", "URY", "BRA", place="Río Negro", others={"mission": mission})
    assert towns(told) == {"rio negro", "porto alegre"}


def test_states_are_no_towns() -> None:
    told = event("meet", ("URY", "BRA"), others={"place": "BRA"}, place="URY")
    assert towns(told) == frozenset()
