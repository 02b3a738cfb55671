"""Names of persons compared: "Garcia Marquez", "Mr. García", initials and the full name.

A surname alone says little, so `compare` tells apart names that agree (`FULL`), names that could
be the same person if nothing speaks against it (`PARTIAL`), and names that cannot be (None).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.model.words import fold

FULL = 2
PARTIAL = 1
HINT = 0

_TITLES = frozenset(
    {
        "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lord", "lady", "don",
        "dona", "señor", "señora", "sr", "sra", "president", "minister", "ambassador",
        "senator", "general", "colonel", "judge", "pope", "king", "queen", "prince",
        "princess",
    }
)  # fmt: skip
_PARTICLES = frozenset(
    {
        "de", "del", "la", "da", "das", "do", "dos", "di", "van", "von", "der", "den",
        "bin", "ibn", "al", "el", "y", "e",
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: its words without case, diacritics, titles and particles."""

    words: tuple[str, ...]
    is_acronym: bool

    @property
    def is_full(self) -> bool:
        """Whether it has a given name and a surname."""
        return len(self.words) > 1


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> Name:
    """The words of a name; no words where the text holds none ("his wife" is not a name)."""
    raw = [word for word in _WORD.findall(text) if fold(word) not in _TITLES]
    if not raw or not any(word[0].isupper() for word in raw):
        return Name((), False)
    acronym = len(raw) == 1 and 3 <= len(raw[0]) <= 5 and raw[0].isupper()
    words = tuple(w for w in (fold(word).removesuffix("'s") for word in raw) if w not in _PARTICLES)
    return Name(words, acronym)


def compare(left: Name, right: Name) -> int | None:
    """`FULL` when the names agree as far as both go, `PARTIAL` when one is a mere surname or
    acronym of the other, None when they name two persons."""
    if not left.words or not right.words:
        return None
    short, long = sorted((left, right), key=lambda name: (len(name.words), name.words))
    if short.words == long.words:
        return FULL if short.is_full or short.is_acronym else PARTIAL
    if short.is_acronym and long.is_full:
        return PARTIAL if _abbreviates(short.words[0], long.words) else None
    if not short.is_full:
        return PARTIAL if _is_surname(short.words[0], long) else None
    if _fits(short.words, long.words):
        return FULL
    return HINT if _one_surname_and_letter(short.words, long.words) else None


def _one_surname_and_letter(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Two words each, one surname, given names of one first letter: Mike and Michael Doe."""
    return len(left) == len(right) == 2 and left[1] == right[1] and left[0][:2] == right[0][:2]


def _abbreviates(acronym: str, words: tuple[str, ...]) -> bool:
    return acronym == "".join(word[0] for word in words)


def _is_surname(word: str, name: Name) -> bool:
    """Any word but the first can be a surname; of a two-part surname either part."""
    return any(_like(word, other) for other in name.words[1:])


def _fits(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of the shorter name stand in the longer in order, its given name first.

    The given names agree (or one is the other's initial) and every further word is found: "Ana
    Ruiz" fits "Ana María Ruiz Soto", "Luis Ruiz" does not. A name that lacks the first given name
    ("Pedro" of "José Pedro") fits when at least two words do; different middle initials part them.
    """
    if len(short[1]) == len(long[1]) == 1 and short[1] != long[1]:
        return False
    at = 0
    for word in short:
        while at < len(long) and not _like(word, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _like(left: str, right: str) -> bool:
    """Equal, an initial, or one letter apart in a word of six letters and more."""
    if left == right:
        return True
    if min(len(left), len(right)) == 1:
        return left[0] == right[0]
    return min(len(left), len(right)) >= 6 and left[0] == right[0] and _one_apart(left, right)


def _one_apart(left: str, right: str) -> bool:
    """Whether one letter was changed, put in or left out."""
    short, long = sorted((left, right), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    skip = 0 if len(short) == len(long) else 1
    return short[at + 1 - skip :] == long[at + 1 :]
