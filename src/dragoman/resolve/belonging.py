"""To which state a known name belongs, and whether it is only a part of one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dragoman.knowledge.names import NameIndex
from dragoman.model.text import Token
from dragoman.resolve.pieces import Piece
from dragoman.resolve.words import REGIONAL, words

BACKED = words("backed born based-in allied controlled occupied speaking made style held")


def country_of(piece: Piece, names: NameIndex, *, on: dt.date | None = None) -> str | None:
    """The state that a known name stands for or belongs to; None for the UN or Africa.

    A state that had ended by `on` (or ever, when `on` is None) is its successor; a dependency is
    the state that it belongs to.
    """
    knowledge = names.knowledge
    for row in piece.rows:
        state = knowledge.states.get(row.party_id)
        if state is not None:
            ended = state.until is not None and (on is None or on >= state.until)
            return (state.successor if ended else None) or state.parent or state.id
        organisation = knowledge.organisations[row.party_id]
        if organisation.country is not None:
            return organisation.country
    return None


def is_backed(tokens: Sequence[Token], last: int) -> bool:
    """Whether a demonym is the first half of "Iranian-backed": it names the backer."""
    if last + 2 >= len(tokens):
        return False
    dash, word = tokens[last + 1], tokens[last + 2]
    return dash.text == "-" and word.text.lower() in BACKED


def is_part(piece: Piece, names: NameIndex) -> bool:
    """Whether a known name is that of a region, a town that is no capital, or a dependency."""
    row = piece.rows[0]
    state = names.knowledge.states.get(row.party_id)
    is_dependency = state is not None and state.parent is not None
    return row.kind in ("region", "city") or row.alias in REGIONAL or is_dependency
