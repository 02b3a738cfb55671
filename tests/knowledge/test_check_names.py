"""What `knowledge check` refuses in states, organisations and names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.knowledge.check_names import names
from dragoman.knowledge.tables import Alias, Organisation


def alias(text, party, kind="name", lang="en"):
    return Alias(alias=text, party_id=party, kind=kind, lang=lang, sector=None, source="test")


def body(key, name, country=None, group=None):
    return Organisation(
        id=key, name=name, group=group, country=country, sector=None, source="test"
    )  # fmt: skip


@pytest.fixture
def faults(knowledge):
    """faults(aliases, organisations) -> what is found with these rows added."""

    def run(aliases, organisations=()):
        with_them = replace(
            knowledge,
            aliases=(*knowledge.aliases, *aliases),
            organisations=knowledge.organisations | {o.id: o for o in organisations},
        )
        return list(names(with_them))

    return run


def test_the_shipped_names_are_in_order(faults):
    assert faults(()) == []


def test_two_parties_that_claim_one_name_contradict_each_other(faults):
    (fault,) = faults([alias("Kenya", "URY")])
    assert "'Kenya' means KEN (name) and URY (name)" in fault


def test_one_of_them_may_share_it(faults):
    assert faults([alias("Kenya", "URY", "shared")]) == []


def test_places_and_peoples_may_be_namesakes(faults):
    assert faults([alias("Nairobi", "URY", "city")]) == []


def test_the_same_row_twice_is_refused(faults):
    (fault,) = faults([alias("Nairobi", "KEN", "city")])
    assert "2 rows for KEN" in fault


def test_the_same_name_in_another_language_is_no_contradiction(faults):
    assert faults([alias("Kenya", "URY", lang="fr")]) == []


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (alias("Narnia", "XXN"), "no state or organisation 'XXN'"),
        (alias("Narnia", "KEN", "nickname"), "kind 'nickname'"),
    ],
)
def test_a_faulty_name_is_told(faults, row, says):
    assert [says in fault for fault in faults([row])] == [True]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (body("owls", "Owls of Nairobi", country="XXN"), "no state 'XXN'"),
        (body("owls", "Owls of Nairobi", group="GNO"), "group 'GNO'"),
        (body("hizbollah-2", "Hezbollah", country="LBN"), "is hezbollah too"),
    ],
)
def test_a_faulty_organisation_is_told(faults, row, says):
    assert [says in fault for fault in faults([alias("Owls", row.id)], [row])] == [True]


def test_an_organisation_without_a_name_is_told(faults):
    (fault,) = faults((), [body("owls", "Owls of Nairobi")])
    assert "no name in aliases.csv leads here" in fault
