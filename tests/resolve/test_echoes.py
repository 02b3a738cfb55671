"""Descriptions that an earlier one explains, and organisations meant by their people."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("ASEAN ministers met in Hanoi.", "ASEAN ministers", "asean"),
        ("The finance ministers of the G20 met in Cape Town.", "G20", "g20"),
        ("Several NATO members rejected the offer.", "Several NATO members", "nato"),
        ("The EU's executive arm fined Malta.", "The EU's executive arm", "eu"),
        ("The European court fined Malta.", "The European court", "eu"),
        ("Western countries condemned Eritrea.", "Western countries", "r-west"),
    ],
)
def test_people_and_arms_of_an_organisation_are_the_organisation(ask, text, words, party):
    assert ask(text).ids(words) == [party]


def test_people_of_a_region_are_no_organisation(ask):
    assert ask("Some Asian countries refused the offer.").ids("Some Asian countries") == []


def test_country_of_a_region_is_the_state_named(ask):
    asked = ask("Uganda recalled its envoy. The African country's embassy was shut.")
    assert asked.one("embassy").party.country == "UGA"


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("The EU met in Riga. Kenya came too. The bloc warned Chad.", "The bloc", "eu"),
        ("NATO met in Riga. The alliance warned Chad.", "The alliance", "nato"),
        ("The G7 met in Rome. The delegates warned Chad.", "The delegates", "g7"),
        ("Greenpeace sued Malta. The environmental group won.", "The environmental group",
         "greenpeace"),
    ],
)  # fmt: skip
def test_noun_for_an_organisation_means_the_one_named_last(ask, text, words, party):
    assert ask(text).ids(words) == [party]


def test_definite_phrase_repeats_the_last_with_the_same_noun(ask):
    asked = ask(
        "Kenya and Chad met in Rome. Kenyan lawmakers rejected the plan. Chad protested. "
        "The lawmakers left the hall."
    )
    assert asked.one("The lawmakers").party.country == "KEN"


def test_definite_phrase_does_not_repeat_one_of_another_number(ask):
    asked = ask("A Kenyan soldier fled. Chad and Kenya talked. The soldiers of Chad returned.")
    assert asked.one("The soldiers", head="soldiers").party.country == "TCD"


def test_condemnation_of_ministers_of_an_organisation_is_the_organisations(ask):
    asked = ask("G20 ministers met in Cape Town. Their condemnation of Chad was loud.")
    assert asked.ids("Their") == ["g20"]
