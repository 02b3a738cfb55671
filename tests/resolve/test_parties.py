"""Cast: whom the mentions of one report mean."""

from __future__ import annotations

import datetime as dt

import pytest


@pytest.mark.parametrize(
    ("phrase", "party"),
    [
        ("Kenya", "KEN"), ("The Kremlin", "RUS"), ("Nairobi", "KEN"), ("Britain", "GBR"),
        ("The Bolivian government", "BOL"), ("Chile's government", "CHL"),
        ("The United Nations", "IGO-un"), ("Hezbollah", "hezbollah"),
    ],
)  # fmt: skip
def test_names_and_governments_are_parties(ask, phrase, party):
    assert ask(f"{phrase} rejected the proposal on Friday.").ids(phrase) == [party]


def test_who_keeps_the_words_of_the_mention(ask):
    assert ask("Chile's government fell.").one("Chile's government").party.name_raw == (
        "Chile's government"
    )


def test_branch_of_a_state_has_its_sector(ask):
    assert ask("The Pentagon sent ships.").one("The Pentagon").party.sector == "MIL"


def test_demonym_before_a_role_noun_gives_country_and_sector(ask):
    party = ask("Norwegian lawmakers met on Friday.").one("Norwegian lawmakers").party
    assert (party.country, party.sector, party.kind) == ("NOR", "LEG", "group")


def test_two_demonyms_are_two_parties(ask):
    found = ask("Kenyan and Ugandan officials met.").who("Kenyan and Ugandan officials")
    assert {r.party.country for r in found} == {"KEN", "UGA"}


def test_counted_nationals_are_people_not_the_state(ask):
    party = ask("Two Norwegians were arrested.").one("Two Norwegians").party
    assert (party.kind, party.country, party.sector) == ("group", "NOR", "CVL")


def test_demonym_alone_as_modifier_is_the_state(ask):
    assert ask("The Chilean ambassador left.").ids("Chilean") == ["CHL"]


def test_ambassador_has_sender_and_host(ask):
    found = ask("The Norwegian ambassador to Kenya left.").one(
        "The Norwegian ambassador to Kenya", head="ambassador"
    )
    assert (found.party.country, found.posting, found.party.office) == ("NOR", "KEN", "ambassador")


def test_ambassador_of_sender_in_host(ask):
    found = ask("The ambassador of Norway in Kenya left.").one(
        "The ambassador of Norway in Kenya", head="ambassador"
    )
    assert (found.party.country, found.posting) == ("NOR", "KEN")


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("The Swedish embassy in Nairobi", "embassy"), ("Sweden's Nairobi embassy", "embassy"),
        ("The Swedish embassy in the city of Nairobi", "embassy"),
    ],
)  # fmt: skip
def test_embassy_has_sender_and_host(ask, phrase, head):
    found = ask(f"{phrase} was closed.").one(phrase, head=head)
    assert (found.party.country, found.posting) == ("SWE", "KEN")


def test_body_with_a_common_name_is_that_of_its_owner(ask):
    assert ask("Kenya's State Department replied.").one(
        "Kenya's State Department"
    ).party.country == ("KEN")


def test_backer_of_a_group_is_not_its_country(ask):
    assert (
        ask("Iranian-backed militants fled.").one("Iranian-backed militants").party.country is None
    )


def test_institution_takes_the_state_of_the_person_it_acts_on(ask):
    asked = ask(
        "Kenyan President Tom Wade met Ugandan officials. Wade was impeached by Congress on Friday."
    )
    assert asked.one("Congress").party.country == "KEN"


def test_institution_stays_open_between_two_states(ask):
    asked = ask("Kenya and Uganda traded blame on Friday. Prosecutors said nothing.")
    assert asked.one("Prosecutors").party.country is None


def test_second_of_a_possessed_pair_shares_the_owner(ask):
    asked = ask("Kenya's president Tom Wade left. Norway gave asylum to Wade's wife and two sons.")
    assert asked.one("two sons").party.country == "KEN"


def test_office_without_name_is_the_one_who_holds_it_in_the_report(ask):
    asked = ask("Kenyan President Tom Wade spoke on Friday. The president blamed Norway.")
    assert asked.ids("The president") == ["p-tom-wade"]


def test_office_of_another_state_is_not_taken_for_the_holder_known(ask):
    asked = ask("Kenyan President Tom Wade spoke on Friday. The Norwegian president was silent.")
    assert asked.ids("The Norwegian president") == ["g-nor-president"]


def test_former_office_is_not_the_present_holder(ask):
    asked = ask(
        "President Ana Ruiz of Chile met former president Jose Pardo. The former president wept."
    )
    assert asked.ids("The former president") == ["p-jose-pardo"]


def test_name_beside_its_description_is_the_person(ask):
    asked = ask("Chile's ambassador to Bolivia, Maria Lopez, left La Paz on Friday.")
    found = asked.one("Chile's ambassador to Bolivia", head="ambassador")
    assert (found.party.party_id, found.party.country, found.posting) == (
        "p-maria-lopez", "CHL", "BOL",
    )  # fmt: skip


def test_historic_state_is_its_successor_in_a_later_report(ask):
    asked = ask("The Soviet Union agreed.", published=dt.date(2010, 5, 1))
    assert asked.ids("The Soviet Union") == ["RUS"]


def test_historic_state_is_itself_in_a_report_of_its_time(ask):
    asked = ask("The Soviet Union agreed.", published=dt.date(1980, 5, 1))
    assert asked.ids("The Soviet Union") == ["SUN"]


def test_known_officeholder_has_the_country_of_the_tables(ask):
    party = ask("Angela Merkel visited Germany on Friday.").one("Angela Merkel").party
    assert party.country == "DEU"


def test_namesake_is_not_the_known_officeholder_when_the_state_is_another(ask):
    party = ask("Angela Merkel moved to Kenya on Friday.").one("Angela Merkel").party
    assert party.country is None


def test_persons_list_variants_and_country(ask):
    asked = ask("Kenyan Foreign Minister Amina Odhiambo spoke. Odhiambo then left.")
    (person,) = asked.cast.persons()
    assert (person.name, person.variants, person.country) == (
        "Amina Odhiambo", ("Amina Odhiambo", "Odhiambo"), "KEN",
    )  # fmt: skip
