"""A sentence with two marked parties as the network reads it: word pieces and marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.opinion.pieces import Piece

START, END = 101, 102
OPENING, CLOSING = (1, 3), (2, 4)
"""Pieces that the network's vocabulary left unused: before and after actor and recipient."""
LONGEST = 128
"""Word pieces of a sentence that are read, those around the parties first."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """Piece numbers, and where the marks of actor and recipient stand (0: none given)."""

    ids: tuple[int, ...]
    marks: tuple[int, int]


def marked(pieces: Iterable[Piece], actor: Span | None, recipient: Span | None) -> Marked:
    """The pieces of a sentence with its parties marked, both spans in characters."""
    waiting = sorted(
        (at, side, piece)
        for side, span in enumerate((actor, recipient))
        if span is not None
        for at, piece in zip(span, (OPENING[side], CLOSING[side]), strict=True)
    )
    ids, marks = [START], [0, 0]
    for number, start in pieces:
        while waiting and start >= waiting[0][0]:
            _put(waiting.pop(0), ids, marks)
        ids.append(number)
    for left in waiting:
        _put(left, ids, marks)
    return _shortened([*ids, END], marks)


def _put(mark: tuple[int, int, int], ids: list[int], marks: list[int]) -> None:
    _, side, piece = mark
    if piece == OPENING[side]:
        marks[side] = len(ids)
    ids.append(piece)


def _shortened(ids: list[int], marks: list[int]) -> Marked:
    """At most `LONGEST` pieces: those around the parties of a sentence that is longer."""
    if len(ids) <= LONGEST:
        return Marked(tuple(ids), (marks[0], marks[1]))
    given = [at for at in marks if at]
    middle = sum(given) // len(given) if given else 0
    first = max(1, min(middle - LONGEST // 2, len(ids) - LONGEST + 1))
    kept = [START, *ids[first : first + LONGEST - 2], END]
    moved = [at - first + 1 if first <= at < first + LONGEST - 2 else 0 for at in marks]
    return Marked(tuple(kept), (moved[0], moved[1]))
