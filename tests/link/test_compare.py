from __future__ import annotations

import datetime as dt

import pytest

from dragoman.link.compare import score, telling
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
    assert dates(left).gap_days(dates(right)) == days


def test_two_named_speakers_of_one_state_speak_against_one_incident() -> None:
    ruiz, paz = (party(name, country="URY") for name in ("Ana Ruiz", "Luis Paz"))
    one, other = (event("accuse", who, "CHL", quote="x") for who in (ruiz, paz))
    assert (_score(one, other) or 0) < (_score(one, event("accuse", "URY", "CHL", quote="x")) or 0)


def test_an_undated_telling_is_not_of_days_after_its_report() -> None:
    dated = telling(event("accuse", "URY", "CHL", date="2024-05-03"), KNOWLEDGE.acts)
    before = telling(event("accuse", "URY", "CHL"), KNOWLEDGE.acts, latest=dt.date(2024, 5, 2))
    assert score(dated, before, {}) is None


def test_undated_talk_of_reports_years_apart_is_weak() -> None:
    undated = event("accuse", "URY", "CHL", quote="x", event_type="ACCUSE")
    old, new = (
        telling(undated, KNOWLEDGE.acts, latest=dt.date(year, 5, 2)) for year in (2014, 2024)
    )
    assert (score(old, new, {}) or 0) < (score(new, new, {}) or 0)


def test_at_home_the_country_says_little() -> None:
    at_home, abroad = (event("arrest", "CHL", who, quote="x") for who in ("CHL", "URY"))
    assert (_score(at_home, at_home) or 0) < (_score(abroad, abroad) or 0)
