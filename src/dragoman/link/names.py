"""Names of persons compared: "Garcia Marquez", "Mr. García", initials and the full name.

A surname alone says little, so `compare` tells apart names that agree (`FULL`), names that could
be the same person if nothing speaks against it (`PARTIAL`), and names that cannot be (None).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.knowledge.spellings import LETTERS, are_one, is_feminine_of, is_short_given
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
_GENERATIONS = {"jr": "jr", "junior": "jr", "ii": "jr", "sr": "sr", "senior": "sr"}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: its words without case, diacritics, titles and particles."""

    words: tuple[str, ...]
    is_acronym: bool
    generation: str | None = None
    """ "jr" or "sr" where the name ends so, else None."""

    @property
    def is_full(self) -> bool:
        """Whether it has a given name and a surname."""
        return len(self.words) > 1


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> Name:
    """The words of a name; no words where the text holds none ("his wife" is not a name)."""
    found = _WORD.findall(text)
    raw = [w for k, w in enumerate(found) if fold(w) not in _TITLES or _is_generation(found, k)]
    if not raw or not any(word[0].isupper() for word in raw):
        return Name((), False)
    last = fold(raw[-1])
    is_told = len(raw) > 2 or (len(raw) == 2 and last != "sr")
    generation = _GENERATIONS.get(last) if is_told else None
    raw = raw[:-1] if generation is not None else raw
    acronym = len(raw) == 1 and 3 <= len(raw[0]) <= 5 and raw[0].isupper()
    folded = (fold(word).removesuffix("'s").translate(LETTERS) for word in raw)
    return Name(tuple(w for w in folded if w not in _PARTICLES), acronym, generation)


def _is_generation(found: list[str], k: int) -> bool:
    """Whether word `k` is "Sr" for senior, at the end of a full name, and not "señor"."""
    return k == len(found) - 1 and k > 1 and fold(found[k]) == "sr"


@lru_cache(maxsize=65536)
def compare(left: Name, right: Name, *, family_first: bool = False) -> int | None:
    """How well two names agree.

    `FULL` when they agree as far as both go; `PARTIAL` when one is a mere surname or acronym of the
    other, or has a short form of its given name; `HINT` when they may be one misspelt; None when
    they name two persons. `family_first`: the first word is the surname (China, Korea, Hungary).
    """
    if not left.words or not right.words:
        return None
    if left.generation and right.generation and left.generation != right.generation:
        return None
    short, long = sorted((left, right), key=lambda name: (len(name.words), name.words))
    if short.words == long.words:
        return FULL if short.is_full or short.is_acronym else PARTIAL
    if short.is_acronym and long.is_full:
        return PARTIAL if _abbreviates(short.words[0], long.words) else None
    if not short.is_full:
        if family_first:
            return PARTIAL if are_one(short.words[0], long.words[0]) else None
        return PARTIAL if _is_surname(short.words[0], long) else None
    if _fits(short.words, long.words) or _is_written_together(short.words, long.words):
        return FULL
    if short.words[-1] == long.words[-1] and is_short_given(short.words[0], long.words[0]):
        return PARTIAL
    return HINT if _is_misspelt(short.words, long.words) else None


def _is_written_together(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one name is the other written as fewer words: Abdelfattah, Abdel Fattah."""
    return len(short) < len(long) and are_one("".join(short), "".join(long))


def _is_misspelt(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Two words each, one surname, given names that begin alike: "Chuk" and "Chuck", "Rob".

    Not such as differ by their last vowel (Mario, Maria) nor a diminutive (Luis, Luisito): a son's.
    """
    if not (len(left) == len(right) == 2 and left[1] == right[1]):
        return False
    short, long = sorted((left[0], right[0]), key=len)
    if is_feminine_of(short, long) or short[:2] != long[:2] or long.endswith(("ito", "ita")):
        return False
    return _one_apart(short, long) or (len(short) > 2 and long.startswith(short))


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


@lru_cache(maxsize=65536)
def _like(left: str, right: str) -> bool:
    """Spellings of one name, an initial, or one letter apart in a word of six and more."""
    if are_one(left, right):
        return True
    if is_feminine_of(left, right):
        return False
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
