"""The place of a text where the words of a search stand, with the words marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

BEFORE, LENGTH = 60, 240
"""Characters before the first word found, and of the whole piece."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Part of a text; `marked`: it is what was looked for."""

    text: str
    marked: bool


class Sought:
    """The words of a search, to be marked in texts."""

    def __init__(self, words: Iterable[str], beginnings: Iterable[str] = ()) -> None:
        self._words = frozenset(words)
        self._beginnings = tuple(beginnings)
        plain = [re.escape(word) for word in sorted(self._words)]
        plain += [rf"{re.escape(one)}\w*" for one in sorted(self._beginnings)]
        self._quick = re.compile(rf"\b(?:{'|'.join(plain)})\b", re.IGNORECASE) if plain else None

    def pieces(self, text: str, length: int = LENGTH) -> tuple[Piece, ...]:
        """The part of `text` round the first word found, or its beginning, cut into pieces."""
        at = self._first(text)
        start = 0 if at is None or len(text) <= length else max(0, at - BEFORE)
        if start:
            start = text.find(" ", start, at) + 1 or start
        end = start + length
        if end < len(text):
            end = text.rfind(" ", start + 1, end) if " " in text[start + 1 : end] else end
        found = self._cut(text[start:end])
        if start:
            found = (Piece(text="… ", marked=False), *found)
        return (*found, Piece(text=" …", marked=False)) if end < len(text) else found

    def is_in(self, text: str) -> bool:
        """Whether a text has any of the words."""
        return self._first(text) is not None

    def _first(self, text: str) -> int | None:
        if self._quick is None:
            return None
        quick = self._quick.search(text)
        if quick is not None:
            return quick.start()
        if text.isascii():
            return None
        return next((m.start() for m in _WORD.finditer(text) if self._is_sought(m[0])), None)

    def _is_sought(self, word: str) -> bool:
        plain = folded(word)
        return plain in self._words or any(plain.startswith(one) for one in self._beginnings)

    def _cut(self, text: str) -> tuple[Piece, ...]:
        if self._quick is None:
            return (Piece(text=text, marked=False),) if text else ()
        found, done = [], 0
        for match in _WORD.finditer(text):
            if not self._is_sought(match[0]):
                continue
            if match.start() > done:
                found.append(Piece(text=text[done : match.start()], marked=False))
            found.append(Piece(text=match[0], marked=True))
            done = match.end()
        if done < len(text):
            found.append(Piece(text=text[done:], marked=False))
        return tuple(found)


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """A word as the index compares it: lower case, letters without their accents."""
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in plain if not unicodedata.combining(char))
