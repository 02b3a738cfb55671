"""Conflicts over a single-valued role: two values where the happening has one.

Whom: two reports each tell of one grant of asylum as what set off the same affair, but name two
persons. By whom: one report has one state break relations, another has both do it. How: the same
recall is temporary here and for good there. What a report tells of two happenings, what is only
less detailed, and what changed with time is no conflict.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.model.claim import Conflict
from dragoman.model.event import Event, Party
from dragoman.model.incident import Incident
from dragoman.model.where import towns
from dragoman.weigh.readings import Record, Side, conflict, question, whether
from dragoman.weigh.timing import compatible, far_apart

MUTUAL_WORDS = re.compile(r"\b(?:both|each other|mutual(?:ly)?|either side)\b", re.IGNORECASE)
MISSIONS = ("embassy", "consulate")
HAPPENED = ("actual", "claimed")
CLOSE_DAYS = 45
"""Two grants with dates further apart are two grants; chosen with the development stories."""


def groups(record: Record) -> Iterator[list[Incident]]:
    """Incidents that may be one: the same act, done, between the same sides."""
    by_key: dict[tuple[str, str, str], list[Incident]] = defaultdict(list)
    for incident in record.incidents:
        if incident.status in HAPPENED:
            for actor in sides(incident.actors):
                for recipient in sides(incident.recipients) or [""]:
                    by_key[incident.act, actor, recipient].append(incident)
    for key in sorted(by_key):
        yield by_key[key]


def sides(parties: Sequence[Party]) -> list[str]:
    """The countries of one side, or the ids of parties without one."""
    return sorted({party.country or party.party_id for party in parties})


def whom(record: Record) -> Iterator[Conflict]:
    """Rival persons in a role that the act has once."""
    seen: set[tuple[str, str]] = set()
    for group in groups(record):
        kind = record.knowledge.acts.get(group[0].act)
        for role in () if kind is None else kind.single:
            tellings = [e for incident in group for e in record.tellings(incident)]
            holders = _holders(tellings, role)
            for left, right in combinations(sorted(holders), 2):
                if (left, right) in seen or not _are_rivals(record, holders[left], holders[right]):
                    continue
                seen.add((left, right))
                yield _whom(record, role, [holders[left], holders[right]], group)


def _holders(tellings: Sequence[Event], role: str) -> dict[str, list[Event]]:
    """From each named person in the role to the tellings that name them."""
    out: dict[str, list[Event]] = defaultdict(list)
    for event in tellings:
        for other in event.others:
            if other.role == role and other.party.kind == "person" and _named(other.party):
                out[other.party.party_id].append(event)
    return out


def _named(party: Party) -> bool:
    return party.name[:1].isupper()


def _are_rivals(record: Record, left: Sequence[Event], right: Sequence[Event]) -> bool:
    """Whether two persons are given for one happening, by different reports.

    No report gives both; nothing in the dates parts them; and two of three things tie them: the
    dates meet closely, both persons bear the same description (an office), or both tellings stand
    beside the same other incident between the same states.
    """
    mine, theirs = ({e.report_id for e in side} for side in (left, right))
    if mine & theirs or _both_told(record, left, right):
        return False
    pairs = [(a, b) for a in left for b in right]
    if any(far_apart(a.when.range, b.when.range, CLOSE_DAYS) for a, b in pairs):
        return False
    meet = any(compatible(a.when.range, b.when.range) for a, b in pairs)
    alike = bool(_descriptions(record, left) & _descriptions(record, right))
    beside = bool(_company(record, left) & _company(record, right))
    return meet + alike + beside >= 2


def _both_told(record: Record, left: Sequence[Event], right: Sequence[Event]) -> bool:
    """Whether some report of one side names the other side's person in an event of its own."""
    people = [{o.party.party_id for e in side for o in e.others} for side in (left, right)]
    reports = [{e.report_id for e in side} for side in (left, right)]
    for event in record.events.values():
        persons = {p.party_id for p in _everyone(event)} - {
            p.party_id for p in _everyone(event) if p.kind != "person"
        }
        if event.report_id in reports[0] and persons & (people[1] - people[0]):
            return True
        if event.report_id in reports[1] and persons & (people[0] - people[1]):
            return True
    return False


def _everyone(event: Event) -> list[Party]:
    return [*event.actors, *event.recipients, *(o.party for o in event.others)]


def _descriptions(record: Record, events: Sequence[Event]) -> set[tuple[str, str | None]]:
    """Offices that the reports give the persons whom these events are about."""
    persons = {o.party.party_id: o.party for e in events for o in e.others}
    reports = {e.report_id for e in events}
    out = {(p.office, p.country) for p in persons.values() if p.office}
    out |= {
        (office.office, office.country)
        for office in record.offices
        if office.party_id in persons and office.report_id in reports
    }
    return {(office, country) for office, country in out if office is not None}


def _company(record: Record, events: Sequence[Event]) -> set[str]:
    """Other incidents of the same two states that the same reports tell of, near in time."""
    reports = {e.report_id for e in events}
    states = {s for e in events for s in (*sides(e.actors), *sides(e.recipients))}
    own = {record.incident_of[e.event_id] for e in events}
    out = set()
    for event in record.events.values():
        kind = record.knowledge.acts.get(event.act)
        if event.report_id not in reports or kind is None or not kind.interstate:
            continue
        incident = record.incident_of[event.event_id]
        involved = {*sides(event.actors), *sides(event.recipients)}
        if incident not in own and len(involved & states) > 1 and event.status == "actual":
            out.add(incident)
    return out


def _whom(
    record: Record, role: str, rivals: Sequence[Sequence[Event]], group: Sequence[Incident]
) -> Conflict:
    incidents = [
        incident
        for incident in group
        if set(incident.events) & {e.event_id for side in rivals for e in side}
    ]
    made = []
    for events in rivals:
        party = next(o.party for e in events for o in e.others if o.role == role)
        made.append(Side(value=party.name, passages=tuple(record.passage(e) for e in events)))
    return conflict(
        "argument",
        question(record, _telling_most(incidents)),
        made,
        incidents=[i.incident_id for i in incidents],
    )


def which_mission(record: Record) -> Iterator[Conflict]:
    """An embassy in some reports, a consulate in others, of one town in one incident."""
    for incident in record.incidents:
        kind = record.knowledge.acts.get(incident.act)
        if kind is None or "mission" not in kind.single or incident.status not in HAPPENED:
            continue
        by_place: dict[str, dict[str, list[Event]]] = defaultdict(lambda: defaultdict(list))
        for event in record.tellings(incident):
            for place in towns(event):
                for mission in _missions(event):
                    by_place[place][mission].append(event)
        for place in sorted(by_place):
            made = [
                Side(value=f"the {mission}", passages=tuple(map(record.passage, events)))
                for mission, events in sorted(by_place[place].items())
            ]
            if len(made) > 1 and not made[0].reports & made[1].reports:
                yield conflict(
                    "argument", question(record, incident), made, incidents=[incident.incident_id]
                )


def _missions(event: Event) -> list[str]:
    """The kinds of mission named: embassy or consulate."""
    told = [o.party.name_raw.casefold() for o in event.others if o.role == "mission"]
    return sorted({kind for kind in MISSIONS for words in told if kind in words})


def by_whom(record: Record) -> Iterator[Conflict]:
    """One side alone in some reports, both sides in others, for an act that one side can do."""
    for group in _dyads(record):
        kind = record.knowledge.acts[group[0].act]
        if not kind.interstate or "actor" not in kind.single:
            continue
        tellings = [e for incident in group for e in record.tellings(incident)]
        both = [e for e in tellings if _is_mutual(e)]
        reports = {e.report_id for e in both}
        alone: dict[str, list[Event]] = defaultdict(list)
        for event in tellings:
            actors = sides(event.actors)
            if event.report_id not in reports and len(actors) == 1:
                alone[actors[0]].append(event)
        if not both or len(alone) != 1:
            continue
        (_, single), *_rest = alone.items()
        yield conflict(
            "argument", question(record, _telling_most(group)),
            [
                Side(
                    value=f"{_state_name(single)} alone",
                    passages=tuple(record.passage(e) for e in single),
                ),
                Side(value="both countries", passages=tuple(record.passage(e) for e in both)),
            ],
            incidents=[i.incident_id for i in group],
        )  # fmt: skip


def _telling_most(group: Sequence[Incident]) -> Incident:
    """The incident that says most of the affair: dated, and told most."""
    return min(group, key=lambda i: (i.range is None, -len(i.events), i.incident_id))


def _dyads(record: Record) -> Iterator[list[Incident]]:
    """Incidents of one act between the same two states in either direction, close in time."""
    by_key: dict[tuple[str, ...], list[Incident]] = defaultdict(list)
    for incident in record.incidents:
        involved = sorted({*sides(incident.actors), *sides(incident.recipients)})
        kind = record.knowledge.acts.get(incident.act)
        if kind is not None and incident.status == "actual" and len(involved) == 2:
            by_key[(incident.act, *involved)].append(incident)
    for key in sorted(by_key):
        group = by_key[key]
        if not any(far_apart(a.range, b.range, CLOSE_DAYS) for a, b in combinations(group, 2)):
            yield group


def _is_mutual(event: Event) -> bool:
    actors = sides(event.actors)
    return len(actors) > 1 and MUTUAL_WORDS.search(event.quote) is not None


def _state_name(events: Sequence[Event]) -> str:
    states = [p for e in events for p in e.actors if p.kind == "state"]
    return (states or [p for e in events for p in e.actors])[0].name


def how(record: Record) -> Iterator[Conflict]:
    """The same act done in two ways that exclude each other; kindred words tell of the same act."""
    seen: set[tuple[str, ...]] = set()
    for group in _kindred(record):
        kind = record.knowledge.acts[group[0].act]
        for incidents in _same(group, merge=kind.once):
            tellings = [e for incident in incidents for e in record.tellings(incident)]
            told = [[e for e in tellings if _tells(e, words)] for words in kind.manners]
            made = [
                Side(value=_found(events, words), passages=tuple(map(record.passage, events)))
                for events, words in zip(told, kind.manners, strict=True)
                if events
            ]
            ids = tuple(sorted(i.incident_id for i in incidents))
            if len(made) < 2 or ids in seen or made[0].reports & made[1].reports:
                continue
            seen.add(ids)
            yield conflict(
                "argument", whether("How did this happen", incidents[0]), made, incidents=ids
            )


def _kindred(record: Record) -> Iterator[list[Incident]]:
    """Groups of an act with manners, each with the incidents of kindred acts of the same sides."""
    by_sides = {(g[0].act, *_key(g[0])): g for g in groups(record)}
    for group in groups(record):
        kind = record.knowledge.acts.get(group[0].act)
        if kind is not None and kind.manners:
            more = [i for kin in kind.kin for i in by_sides.get((kin, *_key(group[0])), [])]
            yield [*group, *(more if kind.once else [])]


def _key(incident: Incident) -> tuple[str, str]:
    return ",".join(sides(incident.actors)), ",".join(sides(incident.recipients))


def _same(group: Sequence[Incident], *, merge: bool) -> Iterator[list[Incident]]:
    """Each incident alone; for an act done once until undone also those not far apart in time."""
    if not merge:
        yield from ([incident] for incident in group)
        return
    taken: set[str] = set()
    dated_first = sorted(group, key=lambda i: (i.range is None, -len(i.events), i.incident_id))
    for incident in dated_first:
        if incident.incident_id in taken:
            continue
        near = [
            other
            for other in dated_first
            if other.incident_id not in taken and not far_apart(incident.range, other.range, 3)
        ]
        taken.update(other.incident_id for other in near)
        yield near


def _tells(event: Event, words: Sequence[str]) -> bool:
    text = f" {' '.join(event.quote.casefold().split())} "
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in words)


def _found(events: Sequence[Event], words: Sequence[str]) -> str:
    """The words of the manner that the reports use."""
    return next(word for event in events for word in words if _tells(event, (word,)))
