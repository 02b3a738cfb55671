"""Context: the state that a passage is about."""

from __future__ import annotations

import pytest

from dragoman.resolve.context import Context


@pytest.fixture
def context(ask):
    """context(text) -> the context of the text's cast."""

    def run(text) -> Context:
        return ask(text).cast.context

    return run


def test_dominant_is_the_state_named_far_more_often(context):
    assert context("Kenya rose. Kenya fell. Kenya slept. Chile woke.").dominant == "KEN"


def test_dominant_is_open_between_two(context):
    assert context("Kenya rose. Chile fell.").dominant is None


def test_main_two_are_the_two_without_a_near_third(context):
    assert context("Kenya rose. Chile fell. Kenya met Chile.").main_two == ("CHL", "KEN")


def test_main_two_are_none_with_a_third_as_often(context):
    assert context("Kenya rose. Chile fell. Norway slept.").main_two == ()


def test_media_do_not_tell_what_a_report_is_about(context):
    assert context("Kenya rose, Reuters said. Reuters saw Kenya.").dominant == "KEN"


def test_home_is_the_state_of_the_place_beside(ask):
    asked = ask("Norway and Chile argued. Chile called it a coup by lawmakers in Kenya.")
    assert asked.one("lawmakers").party.country == "KEN"


def test_government_blamed_by_a_foreign_president_is_not_the_presidents(ask):
    asked = ask(
        "Kenya and Chad argue. Kenyan President Tom Wade condemned crackdowns by the government."
    )
    assert asked.ids("the government") == ["TCD"]


def test_government_said_to_rule_harshly_is_not_the_speakers(ask):
    asked = ask(
        "Kenya and Chad argue. Kenyan President Tom Wade said that the government rules by fear."
    )
    assert asked.ids("the government") == ["TCD"]


def test_government_said_to_act_is_the_speakers(ask):
    asked = ask(
        "Kenya and Chad argue. Kenyan President Tom Wade said that the government plans a vote."
    )
    assert asked.ids("the government") == ["KEN"]


def test_government_blamed_by_private_people_may_be_their_own(ask):
    asked = ask("Kenya and Chad argue. Kenyan protesters condemned the government.")
    assert asked.ids("the government") == ["KEN"]
