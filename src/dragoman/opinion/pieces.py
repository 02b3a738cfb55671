"""Word pieces, as BERT's uncased vocabulary has them.

The usual library for this brings a client of a model hub along, which a program that works offline
has no use for; the algorithm is short (Wu et al. 2016; Devlin et al. 2019, basic and word-piece
tokenizer), and was found to cut every sentence of our corpus just as that library does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

UNKNOWN = 100
LONGEST_WORD = 100  # characters; a longer one is unknown as a whole
CONTINUED = "##"
ASCII_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")

Piece = tuple[int, int]
"""The number of a piece, and the character at which it starts."""


class Vocabulary:
    """Cuts texts into word pieces; `words` in the order of their numbers."""

    def __init__(self, words: Sequence[str]) -> None:
        self._numbers = {word: number for number, word in enumerate(words)}
        self._cut = lru_cache(maxsize=20_000)(self._cut_word)

    def pieces(self, text: str) -> list[Piece]:
        """The pieces of a text with the character that each starts at."""
        return [
            (number, places[at]) for word, places in _words(text) for number, at in self._cut(word)
        ]

    def _cut_word(self, word: str) -> tuple[Piece, ...]:
        """The longest known beginnings, one after the other."""
        if len(word) > LONGEST_WORD:
            return ((UNKNOWN, 0),)
        out: list[Piece] = []
        start = 0
        while start < len(word):
            before = CONTINUED if start else ""
            for end in range(len(word), start, -1):
                number = self._numbers.get(before + word[start:end])
                if number is not None:
                    out.append((number, start))
                    start = end
                    break
            else:
                return ((UNKNOWN, 0),)
        return tuple(out)


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Lower-case words without accents, punctuation by itself, with each character's place."""
    word, places = "", list[int]()
    for at, char in enumerate(text):
        for plain in _plain(char):
            if not plain.isspace() and not _stands_alone(plain):
                word += plain
                places.append(at)
                continue
            if word:
                yield word, places
                word, places = "", []
            if not plain.isspace():
                yield plain, [at]
    if word:
        yield word, places


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """A character in lower case without accents; control characters vanish."""
    if char in "\t\n\r":
        return " "
    kind = unicodedata.category(char)
    if kind in ("Cc", "Cf", "Cn", "Co") or char in "\x00�":
        return ""
    if kind == "Zs":
        return " "
    apart = unicodedata.normalize("NFD", char.lower())
    return "".join(part for part in apart if unicodedata.category(part) != "Mn")


@lru_cache(maxsize=4096)
def _stands_alone(char: str) -> bool:
    """Punctuation, and the characters of Chinese and Japanese, are words by themselves."""
    if char in ASCII_MARKS or unicodedata.category(char).startswith("P"):
        return True
    code = ord(char)
    return 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF
