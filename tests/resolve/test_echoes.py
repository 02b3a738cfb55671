"""Descriptions that an earlier one explains, and organisations meant by their people."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("ASEAN ministers met in Hanoi.", "ASEAN ministers", "IGO-asean"),
        ("The finance ministers of the G20 met in Cape Town.", "G20", "IGO-g20"),
        ("Several NATO members rejected the offer.", "Several NATO members", "IGO-nato"),
        ("The EU's executive arm fined Malta.", "The EU's executive arm", "IGO-eu"),
        ("The European court fined Malta.", "The European court", "IGO-eu"),
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
        ("The EU met in Riga. Kenya came too. The bloc warned Chad.", "The bloc", "IGO-eu"),
        ("NATO met in Riga. The alliance warned Chad.", "The alliance", "IGO-nato"),
        ("The G7 met in Rome. The delegates warned Chad.", "The delegates", "IGO-g7"),
        ("Greenpeace sued Malta. The environmental group won.", "The environmental group",
         "NGO-greenpeace"),
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
    assert asked.ids("Their") == ["IGO-g20"]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Kenya froze. The Macron administration wrote to Malta. France waited.",
         "The Macron administration", "FRA"),
        ("President Ana Ruiz of Chile met lawmakers. Peru waited. The Ruiz government wrote.",
         "The Ruiz government", "CHL"),
        ("The Macron administration wrote to Malta. France and Malta waited. The administration "
         "was calm.", "The administration", "FRA"),
    ],
)  # fmt: skip
def test_government_is_of_the_state_of_the_leader_it_is_called_after(ask, text, words, country):
    assert ask(text).one(words).party.country == country


def test_there_is_the_place_named_last(ask):
    asked = ask("Chad drew criticism from Nairobi. The Ministry of Foreign Affairs there wrote.")
    assert asked.one("The Ministry", head="Ministry").party.country == "KEN"


def test_the_latter_is_the_second_of_two(ask):
    asked = ask("The jail holds Juan Ruiz and Pedro Pardo. The latter is serving ten years.")
    assert asked.ids("latter") == ["p-pedro-pardo"]


def test_the_two_alone_are_the_two_named_last(ask):
    assert ask("Kenya met Chad in Rome. The two signed a treaty.").ids("two") == ["KEN", "TCD"]


def test_countries_that_are_listed_are_those_meant(ask):
    asked = ask("It angered various countries, including Chad and Kenya.")
    assert asked.ids("various countries", head="countries") == ["TCD", "KEN"]


def test_they_passes_over_what_names_nobody(ask):
    asked = ask("It angered various countries, including Chad and Kenya. They urged Peru to wait.")
    assert asked.ids("They") == ["TCD", "KEN"]


def test_two_leaders_are_those_of_the_report_and_not_who_speaks_of_them(ask):
    asked = ask(
        "Chilean President Ana Ruiz met Peruvian President Juan Pardo. Pardo and Ruiz smiled. "
        "Tom Wade, an aide, spoke. The two leaders will talk, Wade said."
    )
    assert sorted(asked.ids("The two leaders")) == ["p-ana-ruiz", "p-juan-pardo"]


def test_holder_of_an_office_has_the_state_that_the_description_names(ask):
    asked = ask("Ambassador Ann Wade was calm. The Chilean ambassador in Lima wrote a letter.")
    party = asked.one("The Chilean ambassador").party
    assert (party.party_id, party.country) == ("p-ann-wade", "CHL")


def test_surname_alone_is_of_the_person_named_most(ask):
    asked = ask(
        "Tom Wade was freed. Wade flew home. Wade smiled. His wife Ann Wade spoke. "
        "Wade had been on hunger strike."
    )
    assert asked.ids("Wade", nth=4) == ["p-tom-wade"]


def test_participants_of_a_meeting_are_the_organisation_that_met(ask):
    asked = ask("The G20 warned Chad in a statement. The meeting's participants condemned Chad.")
    assert asked.ids("participants") == ["IGO-g20"]


def test_we_of_a_statement_are_those_who_made_it_sentences_before(ask):
    asked = ask(
        "The G20 ministers warned Chad in a statement. No force may be used. It is forbidden. "
        "We reaffirm our support."
    )
    assert asked.ids("We") == ["IGO-g20"]


def test_we_with_an_apposition_are_those_whom_it_names(ask):
    asked = ask('"We, the ministers of Chile, reject the plan," the paper said.')
    assert asked.one("We").party.country == "CHL"


def test_two_bodies_are_one_of_each_of_the_two_states(ask):
    asked = ask("Kenya and Chad settled it. Years before, the two parliaments ratified a treaty.")
    assert [r.party.country for r in asked.who("the two parliaments")] == ["KEN", "TCD"]


def test_body_before_a_noun_gives_its_state(ask):
    asked = ask("Chad waited. Kenya wrote. A government official fell.")
    assert asked.one("A government official").party.country == "KEN"


def test_parliament_with_a_capital_repeats_the_parliament_of_a_state(ask):
    asked = ask("Chad waited. Kenya's parliament rose. Chad wrote. It urged Parliament to vote.")
    assert asked.one("Parliament").party.country == "KEN"


def test_unknown_name_keeps_its_spelling_and_the_state_told_of_it(ask):
    asked = ask("The Kenyan bank Equara denied it. Chad sued. Later Equara paid.")
    party = asked.one("Equara", nth=1).party
    assert (party.name, party.country) == ("Equara", "KEN")


def test_body_is_of_the_only_state_in_the_sentence_before(ask):
    asked = ask("Chad and Kenya met.\n\nKenya voted.\n\nThe senators rose.")
    assert asked.one("The senators").party.country == "KEN"
