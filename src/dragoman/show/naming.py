"""What a party is called where people look: titles, kinds and sectors in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.model.words import fold
from dragoman.show import wording
from dragoman.show.details import Called

KINDS = {
    "state": "state",
    "organisation": "organisation",
    "person": "person",
    "group": "group",
}
"""party.kind in words."""

SECTORS = {
    "AGR": "farming",
    "BUS": "business",
    "COP": "police",
    "CRM": "crime",
    "CVL": "civilians",
    "EDU": "education",
    "ELI": "former officials",
    "GOV": "government",
    "IGO": "organisation of states",
    "JRN": "media",
    "JUD": "courts",
    "LAB": "labour",
    "LEG": "legislature",
    "MED": "health",
    "MIL": "armed forces",
    "OPP": "opposition",
    "PRE": "partially recognised state",
    "PRM": "armed group on the government's side",
    "PTY": "political party",
    "REB": "armed opposition",
    "REF": "refugees",
    "REL": "religion",
    "SOC": "civil society",
    "SPY": "intelligence",
    "UAF": "armed group of unknown side",
    "UNK": "not known",
}
"""PLOVER sectors in words."""

PRONOUNS = frozenset({
    "both", "he", "her", "hers", "herself", "him", "himself", "his", "i", "it", "its", "itself",
    "she", "that", "the", "their", "theirs", "them", "themselves", "these", "they", "this",
    "those", "us", "we", "which", "who", "whom", "whose", "is", "are", "was", "were", "one",
})  # fmt: skip
"""Words that stand for a party and say nothing of it; a bare verb has its subject elsewhere."""

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 4
"""Letters that "Peru" and "Peruvian", "Mexico" and "Mexican" share."""


def is_described(party_id: str) -> bool:
    """Whether a party has no name of its own, only words that describe it: "lawmakers"."""
    return party_id.startswith("g-")


def shown_name(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """A party's name as a heading; one without a name says whose it is: "lawmaker (Peru)".

    Args:
        row: party_id, name, country.
        names: states by ISO 3166 alpha-3.
    """
    if not is_described(row["party_id"]):
        return str(row["name"])
    code = row["country"]
    whose = "country not told" if code is None else names.get(code, code)
    return f"{row['name'][:1].upper()}{row['name'][1:]} ({whose})"


def sector_of(code: str | None) -> str | None:
    """A PLOVER sector in words."""
    return None if code is None else wording.of(SECTORS, code)


def group_calls(
    called: Iterable[Called], name: str
) -> tuple[list[Called], list[Called], list[Called]]:
    """The reports' words for a party: with its name, in other words, pronouns; orders are kept."""
    own = {fold(word)[:_STEM] for word in _WORD.findall(name) if len(word) > 2}
    named, described, pronouns = [], [], []
    for one in called:
        words = [fold(word) for word in _WORD.findall(one.words)]
        if any(word[:_STEM] in own for word in words):
            named.append(one)
        elif all(word in PRONOUNS for word in words):
            pronouns.append(one)
        else:
            described.append(one)
    return named, described, pronouns
