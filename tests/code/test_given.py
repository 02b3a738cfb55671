from __future__ import annotations

import pytest

from dragoman.code.given import best_between, locate
from dragoman.code.rules import RulesCoder
from dragoman.run.sentences import as_report


@pytest.fixture(scope="module")
def between(knowledge, parser):
    coder = RulesCoder(knowledge)

    def run(text, actor, recipient):
        parsed = parser.parse(as_report(text, None, "text"))
        given = locate(parsed, actor, recipient)
        if given is None:
            return None
        return best_between(parsed, coder.code(parsed), given)[0]

    return run


def test_the_given_words_take_the_roles(between):
    telling = between("The Fijian navy seized a boat of Tongan poachers.", "Fijian navy", "a boat")
    assert (telling.plover.event_type, telling.actors[0].text) == ("COERCE", "Fijian navy")
    assert telling.recipients[0].text == "a boat"


@pytest.mark.parametrize(
    ("actor", "recipient", "act"),
    [("Chad", "Niger", "recall_ambassador"), ("Niger", "Mali", "condemn")],
)
def test_of_several_tellings_the_one_between_the_two_is_taken(between, actor, recipient, act):
    text = "Chad recalled its ambassador to Niger after Niger condemned Mali."
    assert between(text, actor, recipient).act == act


def test_of_words_that_stand_twice_the_pair_that_is_close_is_taken(between):
    text = "Niger is dry. Chad condemned Niger."
    assert between(text, "Chad", "Niger").recipients[0].sentence == 1


@pytest.mark.parametrize(
    ("actor", "recipient"), [("Benin", "Niger"), ("Chad", "Benin"), ("Chad", "Chad")]
)
def test_words_that_do_not_stand_in_the_text_are_no_parties(between, actor, recipient):
    assert between("Chad condemned Niger.", actor, recipient) is None


def test_capitals_of_the_given_words_do_not_matter(between):
    assert between("Chad condemned Niger.", "CHAD", "niger").act == "condemn"


def test_a_telling_of_another_sentence_is_not_about_the_two(between):
    text = "Chad recalled its ambassador to Niger. Mali expelled two diplomats of Benin."
    assert between(text, "Mali", "Niger") is None


def test_one_side_alone_may_be_given(between):
    assert between("Chad condemned Niger.", None, "Niger").actors[0].text == "Chad"
