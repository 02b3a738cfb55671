"""Which spellings are of one name: shorter forms, accents, ways of transliterating."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from dragoman.knowledge.names import fold
from dragoman.knowledge.spellings import are_one
from dragoman.resolve.words import HONORIFICS, PARTICLES


def slug(text: str) -> str:
    """`text` folded, with hyphens between words."""
    return "-".join(filter(None, (fold(word).strip("-") for word in text.split())))


def core_words(words: Iterable[str]) -> tuple[str, ...]:
    """The words that carry a name: folded, without particles, hyphens and titles."""
    lower = (word.lower() for word in words)
    return tuple(
        fold(word) for word in lower
        if word not in PARTICLES and word not in HONORIFICS and word[0].isalpha()
    )  # fmt: skip


@lru_cache(maxsize=8192)
def like(left: str, right: str) -> bool:
    """Whether two folded words are spellings of one name ("zelensky", "zelenskiy")."""
    return are_one(left, right)


def fits(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name of two or more words is a shorter form of the other, or the same.

    Its words stand in the longer one in order; both begin alike or the shorter leaves out given
    names ("García Márquez"); an initial stands for its word ("A. Ruiz").
    """
    if len(short) < 2 or len(short) > len(long):
        return False
    at = 0
    first_found = None
    for word in short:
        while at < len(long) and not (
            like(word, long[at]) or (len(word) == 1 and long[at].startswith(word))
        ):
            at += 1
        if at == len(long):
            return False
        first_found = at if first_found is None else first_found
        at += 1
    return first_found == 0 or short == long[len(long) - len(short) :]


def is_short_for(short: tuple[str, ...], long: tuple[str, ...], words: Sequence[str]) -> bool:
    """Whether folded words, written `words`, are a surname, given name or initials of a name."""
    if len(long) < 2:
        return len(short) == 1 and like(short[0], long[0])
    if len(short) > 1:
        return fits(short, long)
    word = short[0]
    if any(like(word, part) for part in long):
        return True
    return len(word) > 2 and words[-1].isupper() and word == "".join(part[0] for part in long)
