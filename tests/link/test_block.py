from __future__ import annotations

from dragoman.link.block import families, pairs
from dragoman.link.compare import telling
from tests.factory import event
from tests.kinds import KNOWLEDGE

FAMILY = families(KNOWLEDGE.acts)


def _pairs(*events: object) -> list[tuple[int, int]]:
    return pairs([telling(e, KNOWLEDGE.acts) for e in events], FAMILY)  # type: ignore[arg-type]


def test_kin_makes_one_family() -> None:
    assert FAMILY["accuse"] == FAMILY["condemn"]


def test_acts_without_kin_stay_apart() -> None:
    assert FAMILY["meet"] != FAMILY["accuse"]


def test_kindred_acts_with_a_shared_side_meet_once() -> None:
    assert _pairs(event("accuse", "URY", "CHL"), event("condemn", "URY", "CHL")) == [(0, 1)]


def test_tellings_without_a_shared_side_do_not_meet() -> None:
    assert _pairs(event("accuse", "URY", "CHL"), event("accuse", "BRA", "PER")) == []


def test_days_far_apart_do_not_meet() -> None:
    days = [event("accuse", "URY", "CHL", date=f"2024-{n:02}-15") for n in range(1, 13)]
    assert _pairs(*days) == []


def test_wide_and_unknown_days_meet_all_that_they_may_be() -> None:
    told = [event("accuse", "URY", "CHL", date=date) for date in ("2024-05-15", "2024", None)]
    assert _pairs(*told) == [(0, 1), (0, 2), (1, 2)]


def test_a_telling_without_a_side_meets_those_that_share_the_other() -> None:
    told = [event("accuse", "URY", "CHL"), event("accuse", "URY"), event("accuse", None, "CHL")]
    assert _pairs(*told) == [(0, 1), (0, 2)]


def test_two_recipients_of_one_actor_do_not_meet() -> None:
    assert _pairs(event("accuse", "URY", "CHL"), event("accuse", "URY", "BRA")) == []
