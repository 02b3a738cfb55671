"""Titles: an office with its country, host and tense."""

from __future__ import annotations

import pytest

from dragoman.resolve.pieces import scan
from dragoman.resolve.titles import Titles


@pytest.fixture
def title(parse, names):
    """title(text, word) -> the title that the word belongs to."""

    def run(text, word):
        sentence = parse(text).sentences[0]
        at = next(t.i for t in sentence.tokens if t.text == word)
        return Titles(sentence, scan(sentence, names), names).at(at)

    return run


@pytest.mark.parametrize(
    ("text", "word", "countries", "tense"),
    [
        ("The current Kenyan president spoke.", "president", ("KEN",), "current"),
        ("Kenya's ex-president spoke.", "president", ("KEN",), "former"),
        ("The then-president of Kenya spoke.", "president", ("KEN",), "then"),
        ("The incoming president spoke.", "president", (), "future"),
        ("A deposed Kenyan ruler spoke.", "ruler", ("KEN",), "former"),
        ("The presidents of Kenya and Chile spoke.", "presidents", ("KEN",), "current"),
    ],
)
def test_modifiers_give_country_and_tense(title, text, word, countries, tense):
    found = title(text, word)
    assert (found.countries, found.tense) == (countries, tense)


def test_host_of_an_envoy_is_no_sender(title):
    found = title("Our ambassador to Kenya spoke.", "ambassador")
    assert (found.countries, found.posting) == ((), "KEN")


def test_pronoun_before_the_office_is_kept(title):
    assert title("Norway recalled its ambassador.", "ambassador").pronoun == 2


def test_head_of_a_body_is_marked(title):
    assert title("The president of the club spoke.", "president").of_body is not None


def test_plural_is_marked(title):
    assert title("The foreign ministers met.", "ministers").plural


def test_word_without_office_has_no_title(title):
    assert title("The crash was loud.", "crash") is None
