from __future__ import annotations

import pytest

from dragoman.link.compare import gap_days, score, telling
from dragoman.model.event import Event
from dragoman.model.words import rarity
from tests.factory import dates, event, party
from tests.kinds import KNOWLEDGE

RUIZ = party("Ana Ruiz", country="CHL")
PAZ = party("Luis Paz", country="CHL")


def _score(left: Event, right: Event) -> float | None:
    pair = [telling(one, KNOWLEDGE.acts) for one in (left, right)]
    return score(*pair, rarity([one.words for one in pair]))


def _granted(**fields: object) -> Event:
    return event("grant_asylum", "URY", "CHL", **fields)  # type: ignore[arg-type]


def test_score_is_symmetric() -> None:
    left, right = _granted(date="2024-05-03"), _granted(date="2024-05")
    assert _score(left, right) == _score(right, left)


def test_same_day_outweighs_unknown_day() -> None:
    dated = _granted(date="2024-05-03")
    assert (_score(dated, dated) or 0) > (_score(dated, _granted()) or 0)


@pytest.mark.parametrize(
    "other",
    [
        _granted(date="2024-05-20"),
        _granted(status="planned", date="2024-05-03"),
        event("grant_asylum", "BRA", "CHL", date="2024-05-03"),
        _granted(date="2024-05-03", others={"beneficiary": PAZ}),
    ],
    ids=["another day", "only planned", "another giver", "another person"],
)
def test_tellings_that_cannot_be_one_incident(other: Event) -> None:
    assert _score(_granted(date="2024-05-03", others={"beneficiary": RUIZ}), other) is None


def test_the_same_person_speaks_for_one_incident() -> None:
    with_person = _granted(others={"beneficiary": RUIZ})
    assert (_score(with_person, with_person) or 0) > (_score(with_person, _granted()) or 0)


def test_kindred_acts_count_less_than_the_same_act() -> None:
    accused, criticised = (event(act, "URY", "CHL", quote="x") for act in ("accuse", "condemn"))
    assert (_score(accused, accused) or 0) > (_score(accused, criticised) or 0)


def test_a_reciprocal_act_has_one_side() -> None:
    there, back = event("meet", "URY", "CHL"), event("meet", ("CHL", "URY"))
    assert telling(there, KNOWLEDGE.acts).actors == telling(back, KNOWLEDGE.acts).actors


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        ("2024-05-03", "2024-05", 0),
        ("2024-05-03", "2024-05-04", 1),
        ("2024-05-09", "2024-05-03", 6),
    ],
)
def test_gap_days(left: str, right: str, days: int) -> None:
    assert gap_days(dates(left), dates(right)) == days
