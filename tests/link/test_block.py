from __future__ import annotations

from dragoman.link.block import families, pairs
from dragoman.link.compare import telling
from tests.factory import event
from tests.kinds import KNOWLEDGE

FAMILY = families(KNOWLEDGE.acts)


def _pairs(*events: object) -> list[tuple[int, int]]:
    return list(pairs([telling(e, KNOWLEDGE.acts) for e in events], FAMILY))  # type: ignore[arg-type]


def test_kin_makes_one_family() -> None:
    assert FAMILY["accuse"] == FAMILY["condemn"]


def test_acts_without_kin_stay_apart() -> None:
    assert FAMILY["meet"] != FAMILY["accuse"]


def test_kindred_acts_with_a_shared_side_meet_once() -> None:
    assert _pairs(event("accuse", "URY", "CHL"), event("condemn", "URY", "CHL")) == [(0, 1)]


def test_tellings_without_a_shared_side_do_not_meet() -> None:
    assert _pairs(event("accuse", "URY", "CHL"), event("accuse", "BRA", "PER")) == []


def test_a_crowded_block_is_cut_by_month() -> None:
    crowd = [
        event("accuse", "URY", "CHL", date=f"20{n // 12:02}-{n % 12 + 1:02}-15") for n in range(600)
    ]
    near = _pairs(*crowd)
    assert (0, 1) in near
    assert (0, 5) not in near
