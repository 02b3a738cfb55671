"""The state that words around a phrase tell, where the phrase itself names none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dragoman.knowledge.names import NameIndex
from dragoman.knowledge.tables import Knowledge
from dragoman.resolve.belonging import country_of
from dragoman.resolve.pieces import Piece

CLEARLY = 2  # a context is about one state when it names it this many times as often as the next


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The state (ISO3) that a context tells, or None, and why."""

    country: str | None
    why: str


def home_in(context: str, knowledge: Knowledge, names: NameIndex) -> Home:
    """The one state that a context names: a word ("German"), a code ("DEU") or a whole sentence."""
    bare = context.strip()
    if bare.upper() in knowledge.states:
        return Home(country=bare.upper(), why=f"of the context {bare!r}")
    found = states_in(bare, knowledge, names)
    if not found and bare.islower():
        found = states_in(bare.title(), knowledge, names)
    ranked = found.most_common(2)
    if not ranked:
        return Home(country=None, why="the context names no state")
    if len(ranked) > 1 and ranked[0][1] < CLEARLY * ranked[1][1]:
        several = ", ".join(sorted(found))
        return Home(country=None, why=f"the context names several states: {several}")
    country, _ = ranked[0]
    return Home(country=country, why=f"of {country}, which the context names")


def states_in(text: str, knowledge: Knowledge, names: NameIndex) -> Counter[str]:
    """The states that a text names, by how often; no grammar is asked."""
    found: Counter[str] = Counter()
    for _, _, rows in names.find(text):
        country = country_of(Piece(0, 0, "known", rows=rows), names)
        if country in knowledge.states:
            found[country] += 1
    return found
