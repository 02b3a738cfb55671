"""One happening in the world, told by one or more events."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.dates import DateRange
from dragoman.model.event import OtherParty, Party, Place
from dragoman.model.ids import identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """A happening and the tellings of it. Fields as in record.md."""

    incident_id: str
    act: str
    event_type: str | None
    mode: str | None
    cameo: str
    quad_class: int | None
    intensity: float | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    others: tuple[OtherParty, ...]
    range: DateRange | None
    place: Place | None
    status: str
    events: tuple[str, ...]
    reports: int
    independent_sources: int
    confidence: float
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """All tellings of a record joined into incidents.

    `incidents` sorted by first day (unknown last), then id; `incident_of` leads from every
    `event_id` to its `incident_id`.
    """

    incidents: tuple[Incident, ...]
    incident_of: dict[str, str]


def incident_name(event_id: str) -> str:
    """The id of an incident whose first telling is `event_id`.

    When incidents merge, the names that their other tellings would have given them are the ids
    that they had before; so every id once given leads to the incident of the telling it is made of.
    """
    return identifier("i_", event_id)
