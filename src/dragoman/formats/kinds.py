"""Which PLOVER types a foreign event may be of, by whatever code book it was coded."""

from __future__ import annotations

from dragoman.formats import cameo
from dragoman.formats.foreign import ForeignEvent

NONE: frozenset[str] = frozenset()
VIOLENCE = frozenset({"ASSAULT"})

ACLED_SUBTYPES = {
    "mob violence": frozenset({"ASSAULT", "PROTEST"}),
    "excessive force against protesters": frozenset({"ASSAULT", "COERCE"}),
    "agreement": frozenset({"AGREE", "SUPPORT"}),
    "arrests": frozenset({"COERCE"}),
    "looting/property destruction": frozenset({"ASSAULT", "COERCE"}),
    "non-violent transfer of territory": frozenset({"RETREAT"}),
    "headquarters or base established": frozenset({"MOBILIZE"}),
}
"""PLOVER's types by ACLED's sub-event; the others go by their event type."""

ACLED_TYPES = {
    "battles": VIOLENCE,
    "explosions/remote violence": VIOLENCE,
    "violence against civilians": VIOLENCE,
    "protests": frozenset({"PROTEST"}),
    "riots": frozenset({"PROTEST"}),
}
"""Of ACLED's strategic developments only some sub-events have a type of PLOVER's."""


def types_of(event: ForeignEvent) -> frozenset[str]:
    """The PLOVER types that an event may be of; none for statements and what has no code."""
    if event.event_type is not None:
        return frozenset({event.event_type})
    if event.cameo is not None:
        found = cameo.event_type(event.cameo)
        return NONE if found is None else frozenset({found})
    if event.format == "ucdp":
        return VIOLENCE
    if event.format == "acled":
        first, _, second = (event.kind or "").casefold().partition(" / ")
        return ACLED_SUBTYPES.get(second) or ACLED_TYPES.get(first, NONE)
    return NONE
