"""What stands in the setting of a sentence's news."""

from __future__ import annotations

import pytest

from dragoman.code.background import is_background


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peru expelled the envoy after Chile jailed a sailor.", "expelled", False),
        ("Peru expelled the envoy after Chile jailed a sailor.", "jailed", True),
        ("Peru thanked Chile, which freed two sailors.", "freed", True),
        ("Peru called for calm in the wake of the arrest of a sailor.", "arrest", True),
        ("Peru said that Chile had jailed a sailor.", "jailed", False),
        ("Peru condemned the arrest of a sailor.", "arrest", False),
        ("Rebels blew up a bus when they attacked Lima.", "attacked", False),
    ],
)
def test_clauses_of_time_and_relative_clauses_are_the_setting(parse, text, word, expected):
    (sentence,) = parse(text).sentences
    at = next(token.i for token in sentence.tokens if token.text == word)
    assert is_background(sentence, at) is expected
