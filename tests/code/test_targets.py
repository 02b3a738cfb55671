"""Whom a protest is against."""

from __future__ import annotations

import pytest

from dragoman.code.rules import RulesCoder
from dragoman.code.targets import protested


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Farmers blocked a road to protest against Chad's decision.", "blocked", "Chad"),
        ("Youths threw stones at a rally against abuses by the army.", "threw", "army"),
        ("Miners marched to denounce the governor.", "marched", "governor"),
        ("Students rioted in Oslo on Friday.", "rioted", None),
    ],
)
def test_the_words_beside_a_protest_say_whom_it_is_against(
    parse, knowledge, text, trigger, expected
):
    coder = RulesCoder(knowledge)
    (sentence,) = parse(text).sentences
    at = next(token.i for token in sentence.tokens if token.text == trigger)
    found = [sentence.tokens[i].text for i in protested(coder.clauses(sentence), coder.kinds, at)]
    assert found == ([] if expected is None else [expected])
