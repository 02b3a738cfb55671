from __future__ import annotations

import pytest

from dragoman.opinion.marks import CLOSING, END, LONGEST, OPENING, START, marked
from dragoman.opinion.pieces import UNKNOWN, Vocabulary

WORDS = ["peru", "re", "##called", "its", "envoy", ".", "mexico", "##s"]
VOCABULARY = Vocabulary(WORDS)


def cut(text: str) -> list[str]:
    return [WORDS[number] if number < len(WORDS) else "?" for number, _ in VOCABULARY.pieces(text)]


def test_a_word_is_cut_into_the_longest_known_pieces() -> None:
    assert cut("Peru recalled its envoys.") == [
        "peru",
        "re",
        "##called",
        "its",
        "envoy",
        "##s",
        ".",
    ]


def test_pieces_know_where_they_start_in_the_text() -> None:
    assert VOCABULARY.pieces("Peru recalled") == [(0, 0), (1, 5), (2, 7)]


def test_accents_and_capitals_make_no_difference() -> None:
    assert cut("PERÚ México") == ["peru", "mexico"]


@pytest.mark.parametrize("word", ["zebra", "x" * 200, "北"])
def test_a_word_that_cannot_be_cut_is_unknown_as_a_whole(word: str) -> None:
    assert VOCABULARY.pieces(word) == [(UNKNOWN, 0)]


@pytest.mark.parametrize("text", ["", "  \n", "\x00\ufffd\u200b"])
def test_nothing_to_read_gives_no_pieces(text: str) -> None:
    assert VOCABULARY.pieces(text) == []


def test_marks_stand_around_the_parties_in_any_order() -> None:
    text = "mexico its peru"
    read = marked(VOCABULARY.pieces(text), actor=(11, 15), recipient=(0, 6))
    want = (START, OPENING[1], 6, CLOSING[1], 3, OPENING[0], 0, CLOSING[0], END)
    assert (read.ids, read.marks) == (want, (5, 1))


def test_a_side_that_is_not_given_has_no_mark() -> None:
    read = marked(VOCABULARY.pieces("peru its"), actor=(0, 4), recipient=None)
    assert read.marks == (1, 0)


def test_of_a_long_sentence_the_words_around_the_parties_are_read() -> None:
    text = "its " * 300 + "peru recalled mexico " + "its " * 300
    at = text.index("peru")
    read = marked(VOCABULARY.pieces(text), actor=(at, at + 4), recipient=(at + 14, at + 20))
    assert len(read.ids) == LONGEST
    assert [read.ids[mark] for mark in read.marks] == list(OPENING)
