"""What is told beside the level of relations: missions, consular relations, protecting powers.

Source: Vienna Convention on Diplomatic Relations 1961, arts. 2, 22, 45, 46; on Consular Relations
1963, arts. 2 (severed diplomatic relations leave consular ones standing), 4, 8, 27.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dragoman.derive.acts import Senses, is_consular, mentions_consular, mission_kind
from dragoman.knowledge.tables import Knowledge
from dragoman.model.claim import Presence
from dragoman.model.event import Event, Party
from dragoman.model.incident import Incident

_CONSULAR_CHANGE = {"sever_relations": "severed", "restore_relations": "restored"}
_KEPT = re.compile(r"\b(?:maintain|keep|kept|retain|preserv|remain|continu)\w*", re.IGNORECASE)
_DIPLOMATIC_TOO = re.compile(
    r"\bdiplomatic and consular\b|\bconsular and diplomatic\b", re.IGNORECASE
)
_CONSULAR_ARTICLE = "VCCR 2"


def presences(
    incidents: Iterable[Incident], events: Iterable[Event], knowledge: Knowledge
) -> tuple[Presence, ...]:
    """Each change that an incident tells, by pair, day and incident."""
    told = {event.event_id: event for event in events}
    senses = Senses(knowledge)
    found: list[Presence] = []
    for incident in incidents:
        tellings = [told[event_id] for event_id in incident.events]
        kind = knowledge.acts.get(incident.act)
        article = None if kind is None else kind.article
        tells = senses.told_by(tellings)
        found += _missions(incident, tellings, tells, knowledge)
        found += _consular(incident, tellings)
        found += _protected(incident, article)
    return tuple(sorted(found, key=_order))


def _order(one: Presence) -> tuple[tuple[str, str], str, str, str, str]:
    on = one.range.first if one.range is not None else None
    return (one.pair or ("", ""), "~" if on is None else on.isoformat(), one.incident_id,
            one.matter, one.change)  # fmt: skip


def _missions(
    incident: Incident, tellings: Sequence[Event], tells: frozenset[str], knowledge: Knowledge
) -> Iterator[Presence]:
    closed = {"close_mission": "closed", "storm_mission": "stormed"}.get(incident.act)
    act = incident.act
    if closed is None:
        if "mission_open" not in tells:
            return
        act = "open_mission"
    missions = [other.party for other in incident.others if other.role == "mission"]
    places = [other.party.name for other in incident.others if other.role == "place"]
    sender, receiver = _whose(missions, incident)
    kind = knowledge.acts.get(act)
    yield Presence(
        pair=_pair(sender, receiver), matter="mission", change=closed or "opened",
        sender=sender, receiver=receiver,
        mission=mission_kind((*(m.name_raw for m in missions), *(e.quote for e in tellings))),
        place=places[0] if places else None, status=incident.status, range=incident.range,
        incident_id=incident.incident_id, article=None if kind is None else kind.article,
    )  # fmt: skip


def _whose(missions: Sequence[Party], incident: Incident) -> tuple[str | None, str | None]:
    """Sending and receiving state: a mission is of the side that its name tells, else of the actor.

    Who storms a mission is no side of it; where the words name nobody's mission, it is the
    recipient's.
    """
    actors, recipients = _countries(incident.actors), _countries(incident.recipients)
    named = _countries(missions)
    sides = list(dict.fromkeys([*actors, *recipients]))
    if incident.act == "storm_mission":
        sender = next(iter([*named, *recipients]), None)
    else:
        sender = next((one for one in named if one in sides), next(iter([*named, *actors]), None))
    return sender, next((one for one in sides if one != sender), None)


def _consular(incident: Incident, tellings: Sequence[Event]) -> Iterator[Presence]:
    """Consular relations broken or restored by themselves, with the others, or kept."""
    words = [event.quote for event in tellings]
    change = _CONSULAR_CHANGE.get(incident.act)
    if change is not None:
        if not any(is_consular(text) or _both(text) for text in words):
            return
    elif any(mentions_consular(text) and _KEPT.search(text) for text in words):
        change = "kept"
    else:
        return
    sides = _countries((*incident.actors, *incident.recipients))
    first, second = (*sides, None, None)[:2]
    yield Presence(
        pair=_pair(first, second), matter="consular", change=change, sender=first, receiver=second,
        status=incident.status, range=incident.range, incident_id=incident.incident_id,
        article=_CONSULAR_ARTICLE,
    )  # fmt: skip


def _both(words: str) -> bool:
    return _DIPLOMATIC_TOO.search(words) is not None


def _protected(incident: Incident, article: str | None) -> Iterator[Presence]:
    if incident.act != "represent_interests":
        return
    places = _countries(other.party for other in incident.others if other.role == "place")
    receiver = places[0] if places else None
    for protector in _countries(incident.actors):
        for sender in _countries(incident.recipients):
            if sender != protector:
                yield Presence(
                    pair=_pair(sender, receiver), matter="protecting_power", change="taken_over",
                    sender=sender, receiver=receiver, protector=protector, status=incident.status,
                    range=incident.range, incident_id=incident.incident_id, article=article,
                )  # fmt: skip


def _countries(parties: Iterable[Party]) -> list[str]:
    return list(dict.fromkeys(p.country for p in parties if p.country is not None))


def _pair(one: str | None, other: str | None) -> tuple[str, str] | None:
    if one is None or other is None or one == other:
        return None
    first, second = sorted((one, other))
    return first, second
