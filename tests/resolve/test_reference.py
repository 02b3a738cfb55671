"""Antecedents: whom pronouns and descriptions mean."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "word", "party"),
    [
        ("Tom Wade left Kenya. He blamed Norway.", "He", "p-tom-wade"),
        ("Ana Ruiz met Tom Wade. She thanked him.", "She", "p-ana-ruiz"),
        ("When he fell ill, Tom Wade left Kenya.", "he", "p-tom-wade"),
        ("Norway said it would recall its envoy.", "it", "NOR"),
        ("Norway recalled its envoy.", "its", "NOR"),
        ("Tom Wade, who led Kenya, resigned.", "who", "p-tom-wade"),
    ],
)
def test_pronoun_means_the_nearest_fitting_party(ask, text, word, party):
    assert ask(text).ids(word) == [party]


def test_object_pronoun_is_not_its_own_subject(ask):
    asked = ask("Ana Ruiz resigned on Friday. Tom Wade praised her.")
    assert asked.ids("her") == ["p-ana-ruiz"]


def test_they_means_all_who_are_joined(ask):
    asked = ask("Tom Wade and Ana Ruiz met in Oslo. They signed a treaty.")
    assert asked.ids("They") == ["p-tom-wade", "p-ana-ruiz"]


def test_the_two_countries_are_the_last_two_named(ask):
    asked = ask("Norway and Kenya met on Friday. The two countries signed a treaty.")
    assert asked.ids("The two countries") == ["NOR", "KEN"]


def test_the_pair_are_the_last_two_persons(ask):
    asked = ask("Tom Wade was charged alongside Ana Ruiz. The pair were freed in March.")
    assert set(asked.ids("The pair")) == {"p-tom-wade", "p-ana-ruiz"}


def test_the_country_acted_on_is_not_the_one_that_acts(ask):
    asked = ask("Kenya is calm. Norway withdrew its staff from the country.")
    assert asked.ids("the country") == ["KEN"]


def test_speaker_is_not_one_whom_the_quotation_names(ask):
    asked = ask(
        'Chilean minister Tom Wade spoke on Friday. "Ana Ruiz has fled to Norway," he stated.'
    )
    assert asked.ids("he") == ["p-tom-wade"]


def test_pronoun_without_antecedent_stays_open(ask):
    assert ask("He left early on Friday.").ids("He") == []


def test_i_in_a_quotation_is_the_speaker(ask):
    asked = ask('"I will not resign," President Tom Wade of Kenya said.')
    assert asked.ids("I") == ["p-tom-wade"]
