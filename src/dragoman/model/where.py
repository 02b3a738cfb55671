"""Towns that an event names: as its place, as a further party, or inside a mission's name."""

from __future__ import annotations

import re

from dragoman.model.event import Event
from dragoman.model.words import fold

_IN_TOWN = re.compile(
    r"\b(?:in|at) (?:the (?:city|town|port) of )?([A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)"
)


def towns(event: Event) -> frozenset[str]:
    """Names of towns and the like, folded; states are left out."""
    told = [o.party.name for o in event.others if o.role == "place" and o.party.kind != "state"]
    for other in event.others:
        if other.role == "mission":
            told += _IN_TOWN.findall(other.party.name_raw)
    if event.place is not None:
        told.append(event.place.name)
    states = {fold(p.name) for p in (*event.actors, *event.recipients) if p.kind == "state"}
    return frozenset(fold(name) for name in told) - states
