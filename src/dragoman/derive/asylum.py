"""Cases of asylum, from the incidents that tell a step of one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.derive.acts import Senses
from dragoman.diplomacy.asylum import AsylumCase, Step, in_order
from dragoman.diplomacy.treaties import is_bound
from dragoman.knowledge.tables import Knowledge
from dragoman.model.event import Event, Party
from dragoman.model.ids import identifier
from dragoman.model.incident import Incident

_STEP_OF = {
    "take_refuge": "sheltered",
    "request_asylum": "sought",
    "grant_asylum": "granted",
    "deny_asylum": "refused",
    "grant_safe_conduct": "safe_conduct_granted",
    "deny_safe_conduct": "safe_conduct_refused",
}
_TOLD = {"safe_conduct_asked": "safe_conduct_asked", "departure": "departed"}
"""What the words tell (`Pattern.tells`) and the step that it is."""
_OPENING = frozenset({"sheltered", "sought", "granted", "refused"})
"""Steps that make a case; the others only go on with one."""


@dataclass(frozen=True, slots=True)
class _Told:
    """One step of one seeker: with whom, and who has the say over the territory, where told."""

    seeker: Party
    host: str | None
    local: str | None
    step: Step


def asylum_cases(
    incidents: Iterable[Incident], events: Iterable[Event], knowledge: Knowledge
) -> tuple[AsylumCase, ...]:
    """One case for each person and each state asked, named persons first, then by day.

    A step without a state asked (a safe-conduct, a departure) belongs to every case of the person
    in which asylum was granted, else to every case; a case that none opened is none.
    """
    senses = Senses(knowledge)
    events_of = {event.event_id: event for event in events}
    told: dict[str, list[_Told]] = defaultdict(list)
    nobodys: list[tuple[Incident, Step]] = []
    for incident in sorted(incidents, key=lambda one: one.incident_id):
        tells = senses.told_by(events_of[i] for i in incident.events)
        for step in _steps(incident, tells, knowledge):
            seekers = _seekers(incident, step.step)
            if not seekers:
                nobodys.append((incident, step))
            for one in _sides(incident, step, seekers):
                told[one.seeker.party_id].append(one)
    cases = [case for key in sorted(told) for case in _cases(told[key], knowledge)]
    for incident, step in nobodys:
        cases = _with_the_one_meant(cases, incident, step)
    return tuple(sorted(cases, key=_order))


def _order(case: AsylumCase) -> tuple[bool, str, str, str, str]:
    days = [step.since for step in case.steps if step.since is not None]
    first = min(days).isoformat() if days else "~"
    return not case.is_named, first, case.seeker, case.host or "", case.case_id


def _steps(incident: Incident, tells: frozenset[str], knowledge: Knowledge) -> Iterator[Step]:
    """The steps that an incident is: by its act, and by what its words tell besides."""
    name = _STEP_OF.get(incident.act)
    extra = [_TOLD[one] for one in sorted(tells & _TOLD.keys())]
    kind, days = knowledge.acts.get(incident.act), incident.range
    for step_name in dict.fromkeys([*([name] if name else []), *extra]):
        yield Step(
            step=step_name, status=incident.status, incident_id=incident.incident_id,
            act=incident.act, article=None if kind is None else kind.article,
            since=None if days is None else days.first, until=None if days is None else days.last,
            precision=None if days is None else days.precision,
        )  # fmt: skip


def _sides(incident: Incident, step: Step, seekers: Iterable[Party]) -> Iterator[_Told]:
    """The step for each person, with each state asked."""
    for seeker in seekers:
        hosts: list[str | None] = [*_hosts(incident, step.step, seeker)]
        for host in hosts or [None]:
            yield _Told(seeker, host, _local(incident, step.step, host), step)


def _with_the_one_meant(
    cases: Sequence[AsylumCase], incident: Incident, step: Step
) -> list[AsylumCase]:
    """A safe-conduct for somebody not named belongs to the one case between the two states."""
    if not step.step.startswith("safe_conduct"):
        return list(cases)
    sides = set(_countries((*incident.actors, *incident.recipients)))
    meant = [
        case
        for case in cases
        if case.is_named and {case.host, case.local} == sides and _is_open(case, step)
    ]
    if len(meant) != 1:
        return list(cases)
    return [
        replace(case, steps=in_order((*case.steps, step))) if case is meant[0] else case
        for case in cases
    ]


def _is_open(case: AsylumCase, step: Step) -> bool:
    """Whether asylum had been granted, as far as the days tell, when the step was taken."""
    granted = [one for one in case.steps if one.step == "granted" and one.status == "actual"]
    return any(
        step.since is not None and one.since is not None and one.since <= step.since
        for one in granted
    )


def _seekers(incident: Incident, step: str) -> list[Party]:
    """Whom the step is about: persons and groups, never a state."""
    named = [other.party for other in incident.others if other.role == "beneficiary"]
    if not named and step in ("sought", "sheltered", "departed"):
        named = list(incident.actors)
    people = {p.party_id: p for p in named if p.kind in ("person", "group")}
    return [people[key] for key in sorted(people)]


def _hosts(incident: Incident, step: str, seeker: Party) -> list[str]:
    """The states that are asked, or that shelter."""
    if step in ("granted", "refused"):
        return _countries(incident.actors)
    if step == "safe_conduct_asked":
        return _countries(incident.actors)
    if step in ("sought", "sheltered"):
        missions = [other.party for other in incident.others if other.role == "mission"]
        own = {seeker.country} if step == "sheltered" else set()
        return [c for c in _countries((*incident.recipients, *missions)) if c not in own]
    if step == "departed" and incident.act not in _STEP_OF:
        return _countries(p for p in incident.recipients if p.kind == "state")
    return []


def _local(incident: Incident, step: str, host: str | None) -> str | None:
    """The state that has the say where the person is."""
    if step in ("safe_conduct_granted", "safe_conduct_refused"):
        sides = _countries(incident.actors)
    elif step in ("granted", "refused", "safe_conduct_asked"):
        sides = _countries(p for p in incident.recipients if p.kind == "state")
    else:
        sides = []
    others = [one for one in sides if one != host]
    return others[0] if others else None


def _countries(parties: Iterable[Party]) -> list[str]:
    return list(dict.fromkeys(p.country for p in parties if p.country is not None))


def _cases(told: Sequence[_Told], knowledge: Knowledge) -> Iterator[AsylumCase]:
    """The cases of one seeker."""
    opened: dict[str | None, list[_Told]] = defaultdict(list)
    for one in told:
        if one.step.step in _OPENING:
            opened[one.host].append(one)
    if None in opened and len(opened) > 1:
        # "was granted asylum": by one of those whom other reports name.
        del opened[None]
    later = [one for one in told if one.step.step not in _OPENING]
    for host, steps in sorted(opened.items(), key=lambda item: item[0] or ""):
        mine = [one for one in later if _goes_on(one, host, opened)]
        yield _case(host, [*steps, *mine], knowledge)


def _goes_on(one: _Told, host: str | None, opened: Mapping[str | None, Sequence[_Told]]) -> bool:
    """Whether a step belongs to the case with `host`."""
    if one.host is not None:
        is_later = one.step.step != "departed" or _is_after_grant(one.step, opened[host])
        return one.host == host and is_later
    granted = [other for other in opened if _is_granted(opened[other])]
    return (host in granted) if granted else one.local != host


def _is_after_grant(step: Step, told: Iterable[_Told]) -> bool:
    """Whether somebody went to the host when asylum had been granted: a journey before is none."""
    days = [t.step.until for t in told if t.step.step == "granted" and t.step.status == "actual"]
    known = [day for day in days if day is not None]
    return bool(known) and step.since is not None and step.since >= min(known)


def _is_granted(steps: Iterable[_Told]) -> bool:
    return any(s.step.step == "granted" and s.step.status == "actual" for s in steps)


def _case(host: str | None, told: Sequence[_Told], knowledge: Knowledge) -> AsylumCase:
    seeker = max((one.seeker for one in told), key=lambda p: (len(p.name), p.name))
    said = Counter(one.local for one in told if one.local is not None)
    own = seeker.country
    local = max(sorted(said), key=lambda key: (said[key], key == own)) if said else own
    unique = {(one.step.step, one.step.incident_id): one.step for one in told}
    case = AsylumCase(
        case_id=identifier("a_", seeker.party_id, host or ""), seeker_id=seeker.party_id,
        seeker=seeker.name, is_named=seeker.kind == "person" and seeker.name[:1].isupper(),
        host=host, local=None if local == host else local, steps=in_order(unique.values()),
    )  # fmt: skip
    return replace(case, is_bound=_is_bound(case, knowledge))


def _is_bound(case: AsylumCase, knowledge: Knowledge) -> bool | None:
    """Whether the Caracas convention bound both states on the first day of the case."""
    if case.host is None or case.local is None:
        return None
    on = next((step.since for step in case.steps if step.since is not None), None)
    bound = [is_bound("Caracas", one, on, knowledge.treaties) for one in (case.host, case.local)]
    if False in bound:
        return False
    return None if None in bound else True
