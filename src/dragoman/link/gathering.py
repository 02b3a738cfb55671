"""Reports gathered into stories one after the other, in order of time.

Each report is compared with the few before it that share most of its rare terms and names, and
joins the story whose reports are on average most likely one with it. An average cannot drift: a
story does not grow from report to report into another. Two stories that a report fits both become
one where their reports fit on average too. When `LATER` more reports have come, each is looked at
a second time: by then its own story may have gone elsewhere, or a better one may be there.

The cost of a report does not depend on how many there are: a term leads to no more than the
`CROWD` newest reports that bear it, and reports are let go when `HELD` newer ones have come.
"""

from __future__ import annotations

import heapq
import math
from bisect import insort
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

from dragoman.link.likeness import Sheet, score

THRESHOLD = -1.5
"""Chosen on the development halves: the best sum of the three sets' figures."""
LATER = 5_000
"""Reports that come before a report is looked at for the second time."""
HELD = 100_000
"""Reports that are kept for comparison."""
CROWD = 24
"""A term leads to this many reports, the newest."""
RIVALS = 20
"""Earlier reports that a report is compared with."""
WITNESSES = 12
"""Reports of a story that speak for it: the first third and the newest two thirds."""
_NONE: Mapping[int, float] = {}


class Gathering:
    """The stories so far; reports are numbered in the order in which they come."""

    def __init__(self) -> None:
        self._sheets: dict[int, Sheet] = {}
        self._odds: dict[int, dict[int, float]] = {}
        self._terms: defaultdict[str, deque[int]] = defaultdict(lambda: deque(maxlen=CROWD))
        self._members: dict[int, list[int]] = {}
        self._joined: dict[int, int] = {}
        self._story: list[int] = []

    def add(self, sheet: Sheet) -> None:
        """Take the next report, not earlier than any before it."""
        at = len(self._story)
        known = {rival: score(sheet, self._sheets[rival]) for rival in self._rivals(sheet)}
        self._sheets[at] = sheet
        fits = self._fits(at, known)
        story = fits[0][1] if fits else at
        self._story.append(story)
        self._members.setdefault(story, []).append(at)
        for _, other in fits[1:]:
            story = self._merge(story, other)
        self._odds[at] = {rival: odds for rival, odds in known.items() if odds >= THRESHOLD}
        for rival, odds in self._odds[at].items():
            if rival in self._odds:
                self._odds[rival][at] = odds
        for term, _ in sheet.leads:
            self._terms[term].append(at)
        self._look_again(at - LATER)
        self._let_go(at - HELD)

    def firsts(self) -> list[int]:
        """For each report, in the order they came, the number of its story's first report."""
        for at in sorted(self._odds):
            self._look_again(at)
        roots = [self._root(story) for story in self._story]
        first: dict[int, int] = {}
        for at, root in enumerate(roots):
            first.setdefault(root, at)
        return [first[root] for root in roots]

    def _root(self, story: int) -> int:
        while story in self._joined:
            story = self._joined[story]
        return story

    def _fits(self, at: int, known: Mapping[int, float]) -> list[tuple[float, int]]:
        """The stories that a report fits, best first, as (minus the mean score, story).

        A mean above the threshold needs a report above it.
        """
        near = (rival for rival, odds in known.items() if odds >= THRESHOLD)
        stories = {self._root(self._story[rival]) for rival in near if rival in self._sheets}
        means = ((self._mean((at,), story, known), story) for story in stories)
        return sorted((-mean, story) for mean, story in means if mean >= THRESHOLD)

    def _rivals(self, sheet: Sheet) -> list[int]:
        near: defaultdict[int, int] = defaultdict(int)
        for term, weight in sheet.leads:
            for other in self._terms.get(term, ()):
                near[other] += weight
        best = heapq.nlargest(RIVALS, zip(near.values(), near.keys(), strict=True))
        return [other for _, other in best]

    def _witnesses(self, story: int) -> list[int]:
        members = self._members[story]
        if len(members) <= WITNESSES:
            return members
        early = WITNESSES // 3
        return members[:early] + members[early - WITNESSES :]

    def _mean(self, ours: Iterable[int], story: int, known: Mapping[int, float] = _NONE) -> float:
        """The mean score of some reports against a story's witnesses, themselves left out."""
        theirs = self._witnesses(story)
        odds = [
            known[other] if other in known else score(self._sheets[at], self._sheets[other])
            for at in ours
            for other in theirs
            if at != other
        ]
        return math.fsum(odds) / len(odds) if odds else -math.inf

    def _merge(self, story: int, other: int) -> int:
        """The story that both become where they fit, the older one; else `story`."""
        story, other = self._root(story), self._root(other)
        if story == other or self._mean(self._witnesses(story), other) < THRESHOLD:
            return story
        older, newer = min(story, other), max(story, other)
        self._members[older] = sorted(self._members[older] + self._members.pop(newer))
        self._joined[newer] = older
        return older

    def _look_again(self, at: int) -> None:
        """Put a report where it fits best now that what came after it is known."""
        known = self._odds.pop(at, None)
        if known is None:
            return
        own = self._root(self._story[at])
        fits = self._fits(at, known)
        best = fits[0][1] if fits else None
        if best == own or (best is None and self._members[own] == [at]):
            return
        self._leave(own, at)
        # A story's name is a report that began one; one that leaves it needs a name of its own.
        best = ~at if best is None else best
        self._story[at] = best
        insort(self._members.setdefault(best, []), at)

    def _leave(self, story: int, at: int) -> None:
        self._members[story].remove(at)
        if not self._members[story]:
            del self._members[story]

    def _let_go(self, old: int) -> None:
        sheet = self._sheets.pop(old, None)
        if sheet is None:
            return
        self._leave(self._root(self._story[old]), old)
        for term, _ in sheet.leads:
            known = self._terms.get(term)
            if known and known[0] == old:
                known.popleft()
                if not known:
                    del self._terms[term]
