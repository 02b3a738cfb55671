"""Checks of the words and names by which phrases are understood: nouns, people, notables."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.knowledge.tables import Knowledge

SECTORS = frozenset(
    {"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS",
     "CRM", "CVL", "EDU", "ELI", "IGO", "JRN", "LAB", "MED", "OPP", "PRE", "REF", "REL", "SOC"}
)  # fmt: skip
"""PLOVER's sectors, with IGO for those who serve an organisation of states."""
NOUN_KINDS = ("person", "group", "body", "thing")


def nouns(knowledge: Knowledge) -> Iterator[str]:
    """Unknown sectors and kinds, and nouns that stand in both tables."""
    for name, rows in (("nouns.csv", knowledge.nouns), ("people.csv", knowledge.people)):
        for row in rows.values():
            if row.sector and row.sector not in SECTORS:
                yield f"{name}: {row.noun!r}: no sector {row.sector!r}"
            if row.kind not in NOUN_KINDS:
                yield f"{name}: {row.noun!r}: no kind {row.kind!r}; {', '.join(NOUN_KINDS)}"
    for noun in sorted(knowledge.people.keys() & knowledge.nouns.keys()):
        yield f"people.csv: {noun!r}: stands in nouns.csv too; leave one out"


def notables(knowledge: Knowledge) -> Iterator[str]:
    """Persons of unknown parties or offices."""
    known = knowledge.states.keys() | knowledge.organisations.keys()
    for row in knowledge.notables:
        if row.party_id not in known or row.office not in knowledge.offices:
            yield f"notables.csv: {row.name!r}: no party {row.party_id!r} or office {row.office!r}"
