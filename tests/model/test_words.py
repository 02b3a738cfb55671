from __future__ import annotations

from dragoman.model.words import content_words, fold, likeness, rarity


def test_fold_drops_case_and_diacritics() -> None:
    assert fold("Ñandú Élite") == "nandu elite"


def test_content_words_are_stems_without_common_words() -> None:
    assert content_words("The envoy was recalled and they left") == {"envoy", "recall", "left"}


def test_rarity_is_higher_for_rarer_words() -> None:
    weights = rarity([{"envoy", "left"}, {"envoy"}])
    assert weights["left"] > weights["envoy"]


WEIGHTS = {"envoy": 3000, "left": 2000, "rain": 3000, "harbou": 5000}


def _alike(left: str, right: str) -> float:
    return likeness(content_words(left), content_words(right), WEIGHTS)


def test_likeness_of_strangers_is_zero() -> None:
    assert _alike("envoy", "rain") == 0.0


def test_likeness_grows_with_the_words_shared() -> None:
    assert _alike("envoy left", "envoy left") > _alike("envoy rain", "envoy left") > 0


def test_likeness_of_long_texts_says_more_than_of_a_word() -> None:
    assert 1 > _alike("envoy left harbour", "envoy left harbour") > _alike("left", "left")


def test_likeness_of_empty_texts_is_zero() -> None:
    assert likeness(frozenset(), frozenset({"envoy"}), {"envoy": 1000}) == 0.0
