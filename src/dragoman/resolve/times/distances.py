"""Events told by how far they lie from another: "fled two days after the vote of 3 May"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.text import Sentence
from dragoman.resolve.times.clauses import Tie, governor
from dragoman.resolve.times.placing import Placed

_NEAR = 5
"""Tokens behind "after" in which the date of a noun stands that the parser hung elsewhere."""


def measured(sentence: Sentence, here: Sequence[Placed], at: int) -> tuple[Placed, Placed] | None:
    """The distance that dates token `at`, and the expression that dates what it counts from.

    Either a noun follows ("two days after the vote of 3 May"), whose distance hangs on the verb,
    or a clause ("two days after they met on 3 May"), whose distance hangs on that clause's verb.
    None where no distance dates the token, or nothing dates what it counts from.
    """
    for distance in here:
        below = _counted_from(sentence, distance, at) if distance.is_distance else None
        if below is None:
            continue
        for other in here:
            is_behind = other.first > distance.last and not other.is_distance
            if is_behind and (other.first in below or other.first - distance.last <= _NEAR):
                return distance, other
    return None


def _counted_from(sentence: Sentence, distance: Placed, at: int) -> frozenset[int] | None:
    """The tokens of what a distance counts from; None when it does not date token `at`."""
    word = sentence.tokens[distance.last]
    if distance.owner == at:
        return frozenset(sentence.subtree(word.i)) if word.dep == "prep" else None
    step = governor(sentence, distance.owner)
    if step is None or step[0] != at or step[1] not in (Tie.JUST, Tie.AFTER):
        return None
    return frozenset(sentence.subtree(distance.owner))
