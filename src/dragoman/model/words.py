"""Words of texts made comparable: without case, diacritics and endings, weighed by rarity."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

STEM = 6
"""Words are cut to this many letters: "recalled" and "recalling" are one."""
ONE_WORD = 2000
"""What an average word of a record weighs, in thousandths."""
_WORD = re.compile(r"[a-z]{3,}")
COMMON = frozenset(
    {
        "the", "and", "for", "that", "with", "his", "her", "its", "their", "has", "have", "had",
        "was", "were", "been", "being", "are", "will", "would", "from", "after", "before", "who",
        "which", "this", "said", "says", "into", "over", "also", "they", "them", "not", "but",
        "than", "then", "when", "while", "what", "about", "between", "could", "may", "might",
    }
)  # fmt: skip


def plain(text: str) -> str:
    """`text` as it can be stored: an unpaired surrogate (a file name's odd byte) becomes U+FFFD."""
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def fold(text: str) -> str:
    """Text without case and diacritics."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


def content_words(text: str) -> frozenset[str]:
    """The stems of a text's content words."""
    return frozenset(word[:STEM] for word in _WORD.findall(fold(text)) if word not in COMMON)


def rarity(texts: Collection[Iterable[str]]) -> dict[str, int]:
    """How telling each word is among these texts: the log of how few hold it, in thousandths.

    Whole numbers, so that no sum depends on the order in which it is made.
    """
    counts = Counter(word for words in texts for word in set(words))
    return {
        word: round(1000 * math.log(1 + len(texts) / count))
        for word, count in sorted(counts.items())
    }


def likeness(left: frozenset[str], right: frozenset[str], weights: Mapping[str, int]) -> float:
    """Rare words in common, of those of the shorter text: 0 none, near 1 all of many.

    One more word counts as not shared: of texts of a word or two little can be said.
    """
    shared = left & right
    if not shared:
        return 0.0
    least = min(sum(weights.get(word, 0) for word in side) for side in (left, right))
    return sum(weights.get(word, 0) for word in shared) / (least + ONE_WORD)
