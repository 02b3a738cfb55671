from __future__ import annotations

import pytest

from dragoman.model.words import content_words, fold, likeness, rarity


def test_fold_drops_case_and_diacritics() -> None:
    assert fold("Ñandú Élite") == "nandu elite"


def test_content_words_are_stems_without_common_words() -> None:
    assert content_words("The envoy was recalled and they left") == {"envoy", "recall", "left"}


def test_rarity_is_higher_for_rarer_words() -> None:
    weights = rarity([{"envoy", "left"}, {"envoy"}])
    assert weights["left"] > weights["envoy"]


@pytest.mark.parametrize(
    ("left", "right", "expected"), [("envoy left", "envoy left", 1.0), ("envoy", "rain", 0.0)]
)
def test_likeness_runs_from_zero_to_one(left: str, right: str, expected: float) -> None:
    weights = {"envoy": 1.0, "left": 2.0, "rain": 1.0}
    assert likeness(content_words(left), content_words(right), weights) == expected


def test_likeness_of_empty_texts_is_zero() -> None:
    assert likeness(frozenset(), frozenset({"envoy"}), {"envoy": 1.0}) == 0.0
