"""Names of armed groups however they are spelt: "Ahlu Sunnah Wal-Jama'a", "Ahlu Sunna Waljamaa".

Names from Arabic, Urdu or Pashto come in as many spellings as there are desks. The key of a name
leaves out what the spellings differ in: articles and particles, hyphens, doubled letters, and which
vowel was written for a sound. Two names with one key are taken for one only where they are of one
body, and only names of some length have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from dragoman.knowledge.tables import Alias

SECTORS = frozenset({"REB", "PRM"})
SHORTEST = 9  # letters of a key: "lashkartiba" and "ansaralah" have them, "hamas" has not
MOST_WORDS = 9  # of a name as the parser cuts it, hyphens apart
PARTICLES = frozenset(
    {"al", "el", "ul", "il", "ad", "ar", "as", "ash", "at", "az", "an", "ed", "ud", "ur", "us",
     "e", "i", "o", "wa", "wal", "ws", "bil", "fi", "lil", "of", "the", "for", "and", "s", "l"}
)  # fmt: skip
SOUNDS = (
    (re.compile(r"^(?:wal|wa|al|el)(?=.{4})"), ""),
    (re.compile(r"a[iy](?!a)|e[eaiy]|ie"), "i"),
    (re.compile(r"oo|ou"), "u"),
    (re.compile(r"[ye]"), "i"),
    (re.compile(r"[ow]"), "u"),
    (re.compile(r"q|kh"), "k"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"h$"), ""),
)  # fmt: skip


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """The key of one word in small letters without accents; empty for a particle or a hyphen."""
    if word in PARTICLES or not word.isalpha():
        return ""
    for pattern, letter in SOUNDS:
        word = pattern.sub(letter, word)
    return word


def keyed(
    aliases: Iterable[tuple[Sequence[str], Alias]],
) -> dict[str, dict[str, tuple[Alias, ...]]]:
    """First word's key -> whole key -> rows, for names of several words.

    Args:
        aliases: the words of each name, folded, with its row.
    """
    found: dict[str, tuple[str, dict[str, Alias]]] = {}
    for words, row in aliases:
        sounds = [s for s in map(sound, words) if s]
        key = "".join(sounds)
        if len(sounds) > 1 and len(key) >= SHORTEST:
            found.setdefault(key, (sounds[0], {}))[1].setdefault(row.party_id, row)
    out: dict[str, dict[str, tuple[Alias, ...]]] = {}
    for key, (first, rows) in found.items():
        if len(rows) == 1:
            out.setdefault(first, {})[key] = tuple(rows.values())
    return out
