"""What the reports of a batch have in common, against which each stands out.

How many of them hold a term; which lines are furniture of the page ("Sign up for our newsletter"),
which names are places. Beyond `SAMPLE` reports a sample tells that, drawn by a hash of the reports'
ids, so that it needs no more memory for a million and the order of reading changes nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.link import signs
from dragoman.link.signs import LEAD

SAMPLE = 30_000
"""Reports that tell what is common."""
REPEATED = 3
"""Reports in which a line must stand to be furniture, under as many titles."""
SPREAD_DAYS = 14
"""A wire story is printed within days; a line that comes again after two weeks is furniture."""
REAL = 120
"""Words of which no text is all furniture: it is a copy that was printed again and again."""
PLACED = 0.3
"""Share of a name's uses after "in", "at", "near" ... from which on it is a place."""
_TAIL = re.compile(r"\s+[-–—|:»]+\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A report as far as its story is concerned; `published` is None when unknown."""

    id: str
    title: str
    text: str
    published: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Backdrop:
    """What is common in a batch.

    Attributes:
        total: reports that were looked at.
        counts: in how many of them each term stands: stems, names (two words), "#12", days.
        furniture: keys of lines that belong to no story.
        places: names that are places.
    """

    total: int
    counts: dict[str | int, int]
    furniture: frozenset[int]
    places: frozenset[str]

    def rarity(self, term: str | int) -> float:
        """How telling a term is: the log of how few reports hold it."""
        return math.log(1 + self.total / self.counts.get(term, 1))

    def plain(self, article: Article) -> tuple[str, str]:
        """Title and text without furniture; a long text that is all furniture stays whole."""
        head, *tails = _tails(article.title)
        title = " ".join([head[0], *(tail for tail, key in tails if key not in self.furniture)])
        kept = [line for line, key in signs.lines(article.text) if key not in self.furniture]
        text = "\n".join(kept)
        if not text.strip() and len(article.text[:LEAD].split()) > REAL:
            text = article.text[:LEAD]
        return title, text


def _tails(title: str) -> list[tuple[str, int]]:
    """The parts of a title such as "Two hurt in fire - Radio 5 | News", each with its key."""
    parts = _TAIL.split(title)
    return [(part, -signs.lines(part.casefold())[0][1]) for part in parts]


def backdrop(articles: Iterable[Article]) -> Backdrop:
    """The backdrop of these articles, in any order."""
    total = 0
    counts: Counter[str | int] = Counter()
    named: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    repeats = _Repeats()
    for article in articles:
        total += 1
        text = article.text[:LEAD]
        counts.update(signs.words(f"{article.title}\n{text}").keys())
        counts.update(signs.days(text, article.published).keys())
        counts.update({f"#{number}" for number in signs.numbers(text)})
        found = list(signs.names(text))
        counts.update({name for name, _ in found})
        named.update(name for name, _ in found)
        placed.update(name for name, is_placed in found if is_placed)
        repeats.add(article)
    return Backdrop(
        total=total, counts=dict(counts), furniture=repeats.furniture(),
        places=frozenset(name for name, n in placed.items() if n > PLACED * named[name]),
    )  # fmt: skip


class _Repeats:
    """The lines seen, with the first and last day and the titles under which each stands."""

    def __init__(self) -> None:
        self.seen: dict[int, tuple[int, int, frozenset[str]]] = {}

    def add(self, article: Article) -> None:
        day = article.published
        if day is None:
            return
        keys = {key for _, key in signs.lines(article.text)}
        keys.update(key for _, key in _tails(article.title)[1:])
        keys.discard(0)
        title = article.title[:40]
        for key in keys:
            old = self.seen.get(key)
            if old is None:
                self.seen[key] = (day, day, frozenset((title,)))
                continue
            titles = old[2] if len(old[2]) >= REPEATED else old[2] | {title}
            self.seen[key] = (min(day, old[0]), max(day, old[1]), titles)

    def furniture(self) -> frozenset[int]:
        return frozenset(
            key
            for key, (first, last, titles) in self.seen.items()
            if len(titles) >= REPEATED and last - first > SPREAD_DAYS
        )
