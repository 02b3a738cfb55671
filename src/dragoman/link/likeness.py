"""How likely two reports tell of one story, from the signs each bears.

The weights come from a logistic regression on pairs of half the incidents of three development
sets (`bench/quality/run.py --only gva-incidents,news-cluster,basil`), each set weighing the same;
they were rounded, and `SAME`, `TITLES` and `WORDS` settled on the sets as wholes. One setting for
all three. A score of 0 means that one story and two are about equally likely.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping
from dataclasses import dataclass
from operator import mul
from sys import intern
from typing import TypeVar

from dragoman.link import signs
from dragoman.link.backdrop import Article, Backdrop

T = TypeVar("T", str, int)

TITLE = 3
"""A word of the title counts as often as this many of the text."""
TERMS = 400
"""Terms of a report that are kept: the heaviest."""
BASE = -9.0
WORDS = 20.0
TITLES = 1.8
SAME = 0.5
"""Words that are more alike than this are one text, or one form filled in twice: other signs
decide."""
NAMES = 0.8
GAP = -0.70
STRANGERS = -0.24
"""No name in common, for each step of the log of the days between."""
NAMELESS = 0.5
"""Both name persons, none the same: offsets what the first shared name brings."""
OTHER_DAYS = -0.7
OTHER_DAYS_NEAR = -1.5
"""Both name days and none is the same: much worse within a week, where "Friday" is one day."""
OTHER_AGES = -2.2
DAYS = 0.95
NUMBERS = 0.4
UNDATED_GAP = 7
"""Days that are taken to lie between two reports when the date of one is unknown."""
NAME = 600
"""What a shared name adds, for each thousandth of its rarity, to the search for rivals."""
ALIEN = 0.02
"""A likeness of words below which nothing else counts."""
LEAST, MOST = -10.0, 6.0
"""No pair speaks louder than this."""
UNIT = 1 << 14
"""The length of a vector: weights are whole numbers, so no sum depends on its order."""
LEADS = 40
"""Terms, and names, by which a report is looked for: the heaviest."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The signs of one report.

    Attributes:
        published: day of publication as an ordinal, or None.
        words, title, days, numbers: vectors of length `UNIT`.
        names: the rarity of each name of a person or body, in thousandths.
        ages: those told.
        leads: the terms to look for kindred reports by, each with what it counts.
    """

    published: int | None
    words: dict[str, int]
    title: dict[str, int]
    names: dict[str, int]
    days: dict[int, int]
    ages: frozenset[str]
    numbers: dict[str, int]
    leads: tuple[tuple[str, int], ...]


def sheet(article: Article, against: Backdrop) -> Sheet:
    """The signs of a report."""
    title, text = against.plain(article)
    counted = signs.words(text)
    titled = signs.words(title)
    for word, count in titled.items():
        counted[word] += TITLE * count
    # A million reports share their words: each is held once.
    vector = _heaviest(_vector(counted, against), TERMS)
    words = {intern(word): weight for word, weight in vector.items()}
    names = {
        name: round(1000 * against.rarity(name))
        for name in {name for name, _ in signs.names(text)}
        if name not in against.places
    }
    leads = (
        *((word, weight * weight) for word, weight in _heaviest(words, LEADS).items()),
        *((name, NAME * weight) for name, weight in _heaviest(names, LEADS).items()),
    )
    return Sheet(
        article.published, words, _vector(titled, against), names,
        _vector(signs.days(text, article.published), against), signs.ages(text),
        _vector({f"#{number}": 1 for number in signs.numbers(text)}, against), leads,
    )  # fmt: skip


def score(left: Sheet, right: Sheet) -> float:
    """The log odds that two reports tell of one story, between -10 and 6."""
    alike = _dot(left.words, right.words)
    if alike < ALIEN:
        return LEAST
    shared = sum(left.names[name] for name in left.names.keys() & right.names.keys()) / 1000
    gap = _gap(left, right)
    far = math.log1p(gap)
    out = BASE + WORDS * min(SAME, math.sqrt(alike)) + NAMES * math.log1p(shared) + GAP * far
    if not shared:
        out += STRANGERS * far + NAMELESS * bool(left.names and right.names)
    if left.days and right.days:
        same = _dot(left.days, right.days)
        out += DAYS * same if same else OTHER_DAYS + OTHER_DAYS_NEAR * (gap <= signs.WEEK)
    if left.ages and right.ages and left.ages.isdisjoint(right.ages):
        out += OTHER_AGES
    out += TITLES * math.sqrt(_dot(left.title, right.title))
    out += NUMBERS * _dot(left.numbers, right.numbers)
    return min(MOST, max(LEAST, out))


def _gap(left: Sheet, right: Sheet) -> int:
    if left.published is None or right.published is None:
        return UNDATED_GAP
    return abs(left.published - right.published)


def _vector(counts: Mapping[T, int], against: Backdrop) -> dict[T, int]:
    raw = {term: (1 + math.log(n)) * against.rarity(term) for term, n in counts.items()}
    length = math.sqrt(math.fsum(weight * weight for weight in raw.values()))
    return {term: round(UNIT * weight / length) for term, weight in raw.items()}


def _heaviest(vector: dict[str, int], most: int) -> dict[str, int]:
    if len(vector) <= most:
        return vector
    kept = heapq.nsmallest(most, ((-weight, term) for term, weight in vector.items()))
    return {term: -weight for weight, term in kept}


def _dot(left: dict[T, int], right: dict[T, int]) -> float:
    both = left.keys() & right.keys()
    if not both:
        return 0.0
    total: int = sum(map(mul, map(left.__getitem__, both), map(right.__getitem__, both)))
    return total / UNIT**2
