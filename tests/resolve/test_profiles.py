"""Profiles: the state of persons whom the report calls officials, and whom "he" cannot mean."""

from __future__ import annotations


def test_official_without_a_state_is_of_the_passage(ask):
    asked = ask(
        "Kenya came under fire in Malta for the plan, to which embassy official Tom Wade replied."
    )
    assert asked.one("Tom Wade").party.country == "KEN"


def test_head_of_a_private_body_is_not_of_the_passage(ask):
    asked = ask("Chad left. The move hurts Kenya, said Tom Wade, director of a research program.")
    assert asked.one("Tom Wade").party.country is None


def test_he_who_was_ousted_is_not_the_president_who_says_so(ask):
    asked = ask(
        "Peru removed Juan Pardo. Chilean President Luis Ruiz claims that he was illegally ousted."
    )
    assert asked.ids("he") == ["p-juan-pardo"]


def test_he_who_is_waiting_may_be_the_president_who_says_so(ask):
    asked = ask(
        "Peru removed Juan Pardo. Chilean President Luis Ruiz claims that he waited for days."
    )
    assert asked.ids("he") == ["p-luis-ruiz"]


def test_name_after_the_conjunction_that_is_a_person(ask):
    asked = ask("Reports said that Tom Wade, a Kenyan lawyer, would come.")
    assert asked.one("Tom Wade").party.kind == "person"


def test_apposition_gives_the_state_also_from_deep_inside(ask):
    asked = ask("Ivan Wade, head of the lower house of the Kenyan parliament, spoke in Chad.")
    assert asked.one("Ivan Wade").party.country == "KEN"
