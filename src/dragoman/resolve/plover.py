"""A party in PLOVER's terms, for phrases that are coded one by one.

PLOVER's country of an organisation of many states is a code of its own (UNO, EUR, IGO; of other
actors without a state NGO, IMG, MNC, ISM); a state by its plain name has no sector, where its
capital or seat stands for the government; who plainly acts without more being known is UNK.

Source: PLOVER manual 2.0, actors; see docs/decisions/0010-phrases-in-plovers-terms.md.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.names import NameIndex
from dragoman.model.event import Party

PLAIN = frozenset({"name", "initials"})
"""Kinds of names that stand for a state as a whole."""


def in_plovers_terms(party: Party, names: NameIndex, *, body: str | None = None) -> Party:
    """`party` with PLOVER's country and sector; `body` is the organisation that it belongs to."""
    row = names.knowledge.organisations.get(body or party.party_id)
    if row is not None and party.country is None and row.group is not None:
        return replace(party, country=row.group)
    if party.kind == "state" and _is_plain(party.name_raw, names):
        return replace(party, sector=None)
    if party.kind == "person" and party.sector is None:
        return replace(party, sector="UNK")
    return party


def _is_plain(words: str, names: NameIndex) -> bool:
    """Whether words are the name of a state itself and not of its capital, seat or people."""
    found = names.find(words)
    return bool(found) and found[-1][2][0].kind in PLAIN
