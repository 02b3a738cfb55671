"""Numbers as news writes them: digits, words, dozens, hundreds, nobody.

"25", "1,200", "twenty-five", "two hundred and six", "2.5 million", "half a million", "two dozen",
"a couple", "dozens", "several", "no one".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.model.text import Token

_UNDER_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_ONES = {word: value for value, word in enumerate(_UNDER_TWENTY.split(" "))}
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9}
_ROUND = {"dozen": 12, "couple": 2, "score": 20, "pair": 2, "handful": 4}
"""A dozen may be eleven: these are said of about so many."""
_VAGUE = {
    "several": (3, 20), "few": (2, 10), "many": (4, None), "numerous": (4, None),
    "multiple": (2, None), "dozens": (20, None), "scores": (30, None), "hundreds": (150, None),
    "thousands": (1_500, None), "tens": (15, None), "millions": (1_500_000, None),
}  # fmt: skip
"""What is meant at least and at most, read loosely."""
_NONE = frozenset({"no", "nobody", "none", "neither"})
_LONGEST = 15
"""Digits of a number of people, and far more; longer ones are codes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """Tokens `first` up to `after`, and what they say: a number, or between `low` and `high`.

    `value` is None for "several"; `is_round` says that the words mean about so many.
    """

    first: int
    after: int
    value: float | None
    low: float | None = None
    high: float | None = None
    is_round: bool = False


def numerals(tokens: Sequence[Token]) -> Iterator[Numeral]:
    """The numbers of a text, in text order, without overlap. Ordinals are none."""
    at = 0
    while at < len(tokens):
        found = _at(tokens, at)
        if found is None:
            at += 1
        else:
            yield found
            at = found.after


def _at(tokens: Sequence[Token], at: int) -> Numeral | None:
    words = [token.text.lower() for token in tokens[at : at + 12]]
    word, following = words[0], words[1] if len(words) > 1 else ""
    if word in _NONE:
        return Numeral(first=at, after=at + (2 if following == "one" else 1), value=0)
    if word == "half" and following in ("a", "of") and len(words) > 2:
        size = {**_SCALES, **_ROUND}.get(words[2])
        return None if size is None else _round(at, at + 3, size / 2)
    if word in _VAGUE:
        low, high = _VAGUE[word]
        skip = 2 if following == "of" and words[2:3] and words[2] in _VAGUE else 0
        if skip:
            low, high = (low or 1) * (_VAGUE[words[2]][0] or 1) // 2, None
        return Numeral(first=at, after=at + 1 + skip, value=None, low=low, high=high)
    if word in ("a", "an") and following in (*_SCALES, *_ROUND):
        size = _SCALES.get(following) or _ROUND[following]
        return _round(at, at + 2, size)
    return _figure(words, at)


def _round(first: int, after: int, value: float) -> Numeral:
    return Numeral(first=first, after=after, value=value, is_round=True)


def _figure(words: Sequence[str], at: int) -> Numeral | None:
    """Digits or number words, with the scale or the round word after them."""
    value, used = _spelled(words)
    if used == 0:
        return None
    rest = words[used:]
    if rest[:1] and rest[0] in _ROUND:
        return _round(at, at + used + 1, value * _ROUND[rest[0]])
    return Numeral(first=at, after=at + used, value=value)


def _spelled(words: Sequence[str]) -> tuple[float, int]:
    """The number that the first words write, and how many words it takes; 0 words: none."""
    total, current, used = 0.0, 0.0, 0
    is_open = True
    """Whether a further number word would belong to this number."""
    for i, word in enumerate(words):
        plain = _digits(word)
        if plain is not None and used == 0:
            current, used, is_open = plain, 1, False
        elif word in _ONES and is_open:
            current, used, is_open = current + _ONES[word], i + 1, False
        elif word in _TENS and is_open:
            current, used = current + _TENS[word], i + 1
            is_open = words[i + 1 : i + 2] == ["-"] or words[i + 1 : i + 2] in [[w] for w in _ONES]
        elif word in _SCALES and used:
            scale = _SCALES[word]
            if scale == _SCALES["hundred"]:
                current *= scale
            else:
                total, current = total + current * scale, 0.0
            used, is_open = i + 1, True
        elif word in ("-", "and") and used and is_open and i == used:
            continue
        else:
            break
    return total + current, used


def _digits(word: str) -> float | None:
    plain = word.replace(",", "")
    whole, _, part = plain.partition(".")
    if not whole.isdecimal() or (part and not part.isdecimal()) or len(plain) > _LONGEST:
        hyphened = word.split("-")
        if len(hyphened) == 2 and hyphened[0] in _TENS and hyphened[1] in _ONES:
            return float(_TENS[hyphened[0]] + _ONES[hyphened[1]])
        return None
    return float(plain)
