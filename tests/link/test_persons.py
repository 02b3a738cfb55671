from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.persons import link_persons, rename_events, rename_offices
from dragoman.model.event import PersonName
from dragoman.model.reading import ReportReading
from tests.factory import event, office, party, person


def _readings(*persons: PersonName) -> list[ReportReading]:
    return [ReportReading(report=None, persons=(one,)) for one in persons]


def _ids(*persons: PersonName) -> list[str]:
    linked = link_persons(_readings(*persons))
    return [linked[one.report_id, one.party_id].party_id for one in persons]


def test_persons_of_one_name_with_and_without_accents_are_one() -> None:
    a, b = _ids(person("Inés Quiroga", report="r1"), person("Ines Quiroga", report="r2"))
    assert a == b


def test_a_surname_joins_the_only_full_name_that_fits() -> None:
    a, b = _ids(person("Quiroga", report="r1"), person("Inés Quiroga", report="r2"))
    assert a == b


def test_a_surname_that_fits_two_persons_joins_neither() -> None:
    a, b, c = _ids(
        person("Ferro", report="r1"),
        person("Luis Ferro", report="r2"),
        person("Rosa Ferro", report="r3"),
    )
    assert len({a, b, c}) == 3


def test_country_and_office_decide_between_two_persons_of_one_surname() -> None:
    a, b, c = _ids(
        person("Mr. Ferro", report="r1", country="URY", offices=("president",)),
        person("Luis Ferro", report="r2", country="URY", offices=("president",)),
        person("Rosa Ferro", report="r3", country="CHL"),
    )
    assert a == b != c


def test_an_acronym_joins_its_name_of_the_same_country() -> None:
    a, b = _ids(
        person("IQP", report="r1", country="URY"),
        person("Inés Quiroga Paz", report="r2", country="URY"),
    )
    assert a == b


def test_a_surname_of_another_country_stays_apart() -> None:
    a, b = _ids(
        person("Ferro", report="r1", country="CHL"),
        person("Luis Ferro", report="r2", country="URY"),
    )
    assert a != b


def test_the_record_carries_the_fullest_name() -> None:
    linked = link_persons(
        _readings(person("Ferro", report="r1"), person("Luis Ferro Duarte", report="r2"))
    )
    assert {one.name for one in linked.values()} == {"Luis Ferro Duarte"}


def test_a_misspelt_given_name_needs_country_and_office() -> None:
    mike = person("Mikel Brandt", report="r1", country="USA", offices=("senator",))
    assert len(set(_ids(mike, person("Mikal Brandt", report="r2", country="USA")))) == 2
    same = person("Mikal Brandt", report="r2", country="USA", offices=("senator",))
    assert len(set(_ids(mike, same))) == 1


def test_a_short_form_of_a_given_name_joins_unless_the_states_differ() -> None:
    mike = person("Mike Brandt", report="r1", country="USA")
    assert len(set(_ids(mike, person("Michael Brandt", report="r2", country="USA")))) == 1
    assert len(set(_ids(mike, person("Michael Brandt", report="r2", country="CAN")))) == 2


def test_a_family_name_that_comes_first_joins_its_full_name() -> None:
    full = person("Tan Weiming", report="r1", country="CHN")
    assert len(set(_ids(full, person("Tan", report="r2")))) == 1
    assert len(set(_ids(full, person("Weiming", report="r2", country="CHN")))) == 2


def test_transliterations_of_a_name_lead_to_one_person() -> None:
    one = person("Moammar Qaddour", report="r1", country="DZA")
    assert len(set(_ids(one, person("Muammar Gaddour", report="r2", country="DZA")))) == 1


def test_husband_and_wife_of_one_surname_stay_apart() -> None:
    he, she = person("Martin Ferro", report="r1"), person("Martina Ferro", report="r2")
    assert len(set(_ids(he, she))) == 2
    assert len(set(_ids(he, she, person("Ferro", report="r3")))) == 3


def test_persons_named_only_in_events_are_linked_too() -> None:
    told = event("arrest", "URY", party("Luis Ferro"), report="r9")
    linked = link_persons([ReportReading(report=None, events=(told,))])
    assert linked["r9", "person:luis-ferro"].name == "Luis Ferro"


def test_rename_events_gives_the_record_id_and_name() -> None:
    told = event("arrest", "URY", party("Ferro"), report="r1")
    other = ReportReading(report=None, persons=(person("Luis Ferro", report="r2"),))
    linked = link_persons([ReportReading(report=None, events=(told,)), other])
    renamed = rename_events([told], linked)[0].recipients[0]
    assert (renamed.party_id, renamed.name, renamed.name_raw) == (
        "person:luis-ferro", "Luis Ferro", "Ferro",
    )  # fmt: skip


def test_rename_offices_gives_the_record_id() -> None:
    said = office("Ferro", "president", "URY", report="r1")
    other = ReportReading(report=None, persons=(person("Luis Ferro", report="r2"),))
    linked = link_persons([ReportReading(report=None, offices=(said,)), other])
    assert rename_offices([said], linked)[0].party_id == "person:luis-ferro"


NAMES = st.lists(
    st.sampled_from(
        ["Luis Ferro", "Luis Ángel Ferro", "Rosa Ferro", "Ferro", "L. Ferro", "LAF", "Ana Paz"]
    ),
    max_size=7,
)


@given(NAMES, st.randoms(use_true_random=False))
def test_order_of_readings_does_not_matter(names: list[str], chance: random.Random) -> None:
    readings = _readings(*(person(name, report=f"r{i}") for i, name in enumerate(names)))
    shuffled = list(readings)
    chance.shuffle(shuffled)
    assert link_persons(shuffled) == link_persons(readings)


def test_two_full_names_of_one_report_are_never_joined() -> None:
    bill = person("Bill Ferro", report="r1", country="USA")
    assert len(set(_ids(bill, person("William Ferro", report="r1", country="USA")))) == 2
