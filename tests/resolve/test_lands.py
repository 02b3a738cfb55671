"""Towns and peoples as parties: of which state they are, or that it stays open."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Rebels shelled the town of Garba in western Niger.", "the town of Garba", "NER"),
        ("Rebels in Chad shelled the capital.", "the capital", "TCD"),
        ("Ethnic Turks in Greece protested.", "Ethnic Turks", "GRC"),
        ("The Serbs of Croatia wrote a letter.", "The Serbs", "HRV"),
        ("Families fleeing the war in Mali were fed.", "Families", "MLI"),
    ],
)
def test_land_and_people_are_of_the_state_that_the_words_give(ask, text, words, country):
    head = "town" if words.startswith("the town") else None
    assert ask(text).one(words, head=head).party.country == country


def test_town_without_a_state_stays_open(ask):
    found = ask("They left the town at dawn.").who("the town")
    assert [resolved.party.country for resolved in found if resolved.party.country] == []


def test_envoy_of_an_organisation_has_no_state_and_speaks_for_it(ask):
    found = ask("Chad met UN envoy Ivo Horn.").one("Ivo Horn")
    assert found.party.country is None
    assert found.body is not None
    assert found.body.party_id == "IGO-un"


def test_president_of_a_name_that_one_state_knows_needs_no_state_beside_it(ask):
    found = ask("President Bush threatened Chad on Friday.").one("Bush")
    assert found.party.country == "USA"
