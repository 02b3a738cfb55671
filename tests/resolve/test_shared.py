"""Names that several bodies share mean the one of the state that the report is about."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("The PRD won two states in Mexico.", "The PRD", "party-of-the-democratic-revolution"),
        ("Sudan said on Friday that the RSF had shelled a market.", "the RSF", "rsf-sdn"),
        ("The RSF, or Rapid Support Forces, shelled a market.", "The RSF", "rsf-sdn"),
        ("Turkey said MIT had arrested two men.", "MIT", "mit"),
    ],
)
def test_a_shared_name_means_the_body_of_the_state_that_is_named(ask, text, words, party):
    assert ask(text).ids(words) == [party]


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("The RSF called for the release of the reporters.", "The RSF", "NGO-rsf"),
        ("MIT published a study.", "MIT", "massachusetts-institute-of-technology"),
    ],
)
def test_without_a_state_it_means_what_it_means_by_itself(ask, text, words, party):
    assert ask(text).ids(words) == [party]


def test_without_a_state_and_a_meaning_of_its_own_it_is_an_unknown_name(ask):
    party = ask("The PRD opposed the reform.").one("The PRD").party
    assert (party.country, party.sector) == (None, None)


def test_the_state_of_the_same_sentence_counts_before_those_of_the_report(ask):
    text = "Mexico and Mexicans waited. In Panama the PRD won. Mexico voted on Sunday."
    assert ask(text).ids("the PRD") == ["democratic-revolutionary-party"]


def test_two_states_named_as_often_leave_it_open(ask):
    party = ask("The PRD of Panama is no kin of Mexico.").one("The PRD").party
    assert party.party_id != "party-of-the-democratic-revolution"


def test_other_words_of_the_report_stay_what_they_are(ask):
    asked = ask("Kenya and the PRD signed a pact.")
    assert asked.ids("Kenya") == ["KEN"]
