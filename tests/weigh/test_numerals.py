from __future__ import annotations

import pytest

from dragoman.model.text import Token
from dragoman.weigh.numerals import Numeral, numerals


def read(text: str) -> list[Numeral]:
    tokens = [
        Token(i, 0, 0, word, word.lower(), "", "", "", i) for i, word in enumerate(text.split())
    ]
    return list(numerals(tokens))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12", 12), ("1,200", 1200), ("2.5 million", 2_500_000), ("twenty - five", 25),
        ("twenty-five", 25), ("two hundred and six", 206), ("three thousand", 3000),
        ("a hundred", 100), ("half a million", 500_000), ("two dozen", 24), ("half a dozen", 6),
        ("a couple", 2), ("no one", 0), ("nobody", 0),
    ],
)  # fmt: skip
def test_a_number_is_read_whole(words: str, value: float) -> None:
    assert [(n.value, n.after) for n in read(words)] == [(value, len(words.split()))]


@pytest.mark.parametrize("words", ["a dozen", "two dozen", "half a million", "a couple"])
def test_round_words_say_about_so_many(words: str) -> None:
    assert [n.is_round for n in read(words)] == [True]


@pytest.mark.parametrize(("words", "low"), [("several", 3), ("dozens", 20), ("hundreds", 150)])
def test_vague_words_give_a_least_number_only(words: str, low: float) -> None:
    assert [(n.value, n.low) for n in read(words)] == [(None, low)]


@pytest.mark.parametrize("words", ["third", "a man", "9" * 40, "half the town", "²", "1-2-3"])
def test_what_is_no_number_is_left_alone(words: str) -> None:
    assert read(words) == []


def test_two_numbers_in_a_row_are_two() -> None:
    assert [n.value for n in read("12 dead and 5 hurt")] == [12, 5]
