"""From scored pairs to clusters, without drift: a cluster is joined only as a whole.

Agglomerative, average linkage over the pairs that can be compared; a pair that cannot be one
incident (score None) keeps its clusters apart for good, so that a chain of weak likenesses never
joins two incidents. The order of the tellings does not matter: ties are broken by their ids.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

Scores = Mapping[tuple[int, int], float | None]
"""From index pairs (i < j) to their score; a pair that is missing was not worth comparing."""

Pair = tuple[float, int, int]
"""A pair of indices behind its score's negative: the likeliest sorts first."""


def cluster(
    size: int, scores: Scores, *, threshold: float, together: Iterable[tuple[int, int]] = ()
) -> list[list[int]]:
    """Join indices 0 to `size` - 1; clusters and their members in ascending order.

    `together` are pairs that are one whatever their score: what people ruled.

    Two clusters are joined when the mean score over all their cross pairs, missing ones counting as
    0, is at least `threshold`; the likeliest pair is tried first.
    """
    members: dict[int, list[int]] = {i: [i] for i in range(size)}
    home = list(range(size))
    for i, j in together:
        a, b = sorted((home[i], home[j]))
        if a != b:
            members[a] = sorted(members[a] + members.pop(b))
            for k in members[a]:
                home[k] = a
    near: dict[int, list[Pair]] = {i: [] for i in members}
    for (i, j), value in sorted(scores.items()):
        if value is not None and home[i] != home[j]:
            near[home[i]].append((-value, i, j))
            near[home[j]].append((-value, i, j))
    heap = sorted({pair for pairs in near.values() for pair in pairs if -pair[0] >= threshold})
    failed: set[tuple[int, int, int, int]] = set()
    while heap:
        _, i, j = heapq.heappop(heap)
        a, b = sorted((home[i], home[j]))
        state = (a, b, len(members[a]), len(members[b]))
        if a == b or state in failed:
            continue
        if _mean(members[a], members[b], scores) < threshold:
            failed.add(state)
            continue
        members[a] = sorted(members[a] + members.pop(b))
        for k in members[a]:
            home[k] = a
        near[a] = [pair for pair in (*near[a], *near[b]) if home[pair[1]] != home[pair[2]]]
        for pair in _best(near[a], a, home):
            heapq.heappush(heap, pair)
    return sorted(members.values())


def _best(pairs: list[Pair], own: int, home: list[int]) -> list[Pair]:
    """The likeliest pair with each cluster around: the others would only try the same again."""
    best: dict[int, Pair] = {}
    for pair in pairs:
        other = home[pair[2]] if home[pair[1]] == own else home[pair[1]]
        if other not in best or pair < best[other]:
            best[other] = pair
    return [best[other] for other in sorted(best)]


def _mean(left: list[int], right: list[int], scores: Scores) -> float:
    total = 0.0
    for i in left:
        for j in right:
            value = scores.get((min(i, j), max(i, j)), 0.0)
            if value is None:
                return float("-inf")
            total += value
    return total / (len(left) * len(right))
