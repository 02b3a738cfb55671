"""Which words of a quote carry a reading: "Ruiz" in "granted asylum to Ruiz on Monday"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.model.words import fold

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:[’'][^\W_]+)*")
_OWNER = re.compile(r"['’]s?\Z")
_LITTLE = frozenset({
    "a", "an", "and", "as", "at", "been", "by", "for", "from", "had", "has", "have", "he", "her",
    "him", "his", "in", "is", "it", "its", "of", "on", "or", "she", "that", "the", "their", "them",
    "they", "this", "to", "up", "was", "were", "who", "with",
})  # fmt: skip
"""Words that carry no reading alone; between two that do they are marked with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of a quote; `carries`: the reading stands on these words."""

    text: str
    carries: bool = False


def pieces(quote: str, carriers: Iterable[str]) -> tuple[Piece, ...]:
    """`quote` in pieces, in order, none empty; marked are the words that stand in a carrier too.

    Compared without case, accents and possessive endings, figures without their separators.
    Nothing is marked where no word is shared: a quote need not hold the value in so many words.
    """
    wanted = {_key(word) for text in carriers for word in _WORD.findall(text)} - _LITTLE
    found: list[tuple[int, int]] = []
    between = True
    for word in _WORD.finditer(quote):
        key = _key(word.group())
        if key in wanted:
            if found and between:
                found[-1] = (found[-1][0], word.end())
            else:
                found.append(word.span())
            between = True
        elif key not in _LITTLE:
            between = False
    return tuple(_cut(quote, found))


def _key(word: str) -> str:
    key = _OWNER.sub("", fold(word))
    return re.sub(r"[.,]", "", key) if key[:1].isdigit() else key


def _cut(quote: str, found: Iterable[tuple[int, int]]) -> Iterable[Piece]:
    at = 0
    for start, end in found:
        if start > at:
            yield Piece(text=quote[at:start])
        yield Piece(text=quote[start:end], carries=True)
        at = end
    if at < len(quote):
        yield Piece(text=quote[at:])
