"""Conflicts over whether it happened: done here, denied or never more than sought there."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.claim import Conflict
from dragoman.model.event import Event, Party
from dragoman.model.words import content_words, likeness, rarity
from dragoman.weigh.holders import report_days
from dragoman.weigh.readings import Record, Side, conflict, whether
from dragoman.weigh.rivals import sides
from dragoman.weigh.timing import compatible, far_apart

OFFER = re.compile(r"\b(?:offer|willing|ready)", re.IGNORECASE)
"""Words of a grant that may still be declined: such a telling says neither done nor undone."""
NOT_YET = re.compile(
    r"\b(?:won['’]t|will not|would not|wouldn['’]t|may not|might not|maybe|never)\b", re.IGNORECASE
)
"""Words that deny what is to come, or all there ever was: no denial of one happening."""
UNSPECIFIC = "other"
"""The act that says nothing of what was done: only words tell two of them together."""
TALK = frozenset({"CONSULT", "ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN"})
CLOSE_DAYS = 7
LIKE = 0.35
"""Without close dates, a denial answers a telling whose words it shares to this degree."""


def denials(record: Record) -> Iterator[Conflict]:
    """One report says that it was done, another that it was not, of the same act and parties."""
    by_key: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for event in _ordered(record):
        if event.actors:
            key = (event.act, *sides(event.actors), ">", *sides(event.recipients), *_persons(event))
            by_key[key].append(event)
    seen: set[frozenset[str]] = set()
    weights = rarity([content_words(event.quote) for event in _ordered(record)])
    for key in sorted(by_key):
        done = [e for e in by_key[key] if e.status == "actual"]
        denied = [e for e in by_key[key] if e.status == "denied" and not NOT_YET.search(e.quote)]
        denied = [d for d in denied if any(_meet(d, e, weights) for e in done)]
        done = [e for e in done if any(_meet(d, e, weights) for d in denied)]
        reports = {e.report_id for e in done}
        denied = [d for d in denied if d.report_id not in reports]
        ids = frozenset(e.event_id for e in (*done, *denied))
        if done and denied and ids not in seen:
            seen.add(ids)
            yield _status(record, done, denied, "it did not happen")


def _ordered(record: Record) -> list[Event]:
    return sorted(record.events.values(), key=lambda e: e.event_id)


def _meet(left: Event, right: Event, weights: Mapping[str, int]) -> bool:
    """Whether a denial can be of what the other event tells: by its days, else by its words.

    Of meetings and other talk there are many alike: they need days.
    """
    mine, theirs = left.when.range, right.when.range
    if far_apart(mine, theirs, CLOSE_DAYS):
        return False
    if compatible(mine, theirs) and left.act != UNSPECIFIC:
        return True
    if left.event_type in TALK:
        return False
    alike = likeness(content_words(left.quote), content_words(right.quote), weights)
    return alike >= LIKE


def _persons(event: Event) -> list[str]:
    """Ids of the named persons whom the act is about: beneficiaries, else recipients."""
    told = [o.party for o in event.others if o.role != "mediator"]
    if not any(party.kind == "person" for party in told):
        told = [party for party in event.recipients if party.kind == "person"]
    return sorted({p.party_id for p in told if _is_named(p)})


def _is_named(party: Party) -> bool:
    return party.kind == "person" and party.name[:1].isupper()


def only_sought(record: Record) -> Iterator[Conflict]:
    """One report says that a person was given it, others that it was only asked for or offered.

    Only reports at or after the day of the grant count against it: what was sought before it was
    given is no contradiction. Where no report dates the grant, every report that tells only of the
    asking counts, since none of them knows of the giving.
    """
    days = report_days(record)
    for act, earlier in _grants(record):
        done: dict[tuple[str, str], list[Event]] = defaultdict(list)
        less: dict[tuple[str, str], list[Event]] = defaultdict(list)
        for event in _ordered(record):
            for key in _askings(event, act, earlier):
                is_done = (
                    event.act == act and event.status == "actual" and not OFFER.search(event.quote)
                )
                (done if is_done else less)[key].append(event)
        for key in sorted(done):
            held = {e.report_id for e in done[key]}
            rest = [e for e in less[key] if e.report_id not in held]
            rest = [e for e in rest if _comes_after(e, done[key], days)]
            if rest and len(held) <= len({e.report_id for e in rest}):
                yield _status(record, done[key], rest, "only sought or offered")


def _grants(record: Record) -> list[tuple[str, str]]:
    """Acts that grant what another act asks for."""
    kinds = record.knowledge.acts
    return [(act, kinds[act].answers or "") for act in sorted(kinds) if kinds[act].answers]


def _askings(event: Event, act: str, earlier: str) -> list[tuple[str, str]]:
    """(giver, person) pairs that an event speaks of, as given or as asked for."""
    if event.act == act and event.status in ("actual", "planned", "hypothetical", "denied"):
        givers, persons = sides(event.actors), _persons(event)
    elif event.act == earlier and event.status in ("actual", "planned"):
        givers = sides(event.recipients)
        persons = sorted(
            {p.party_id for p in event.actors if p.kind == "person"} | set(_persons(event))
        )
    else:
        return []
    return [(giver, person) for giver in givers for person in persons]


def _comes_after(event: Event, done: Sequence[Event], days: Mapping[str, dt.date]) -> bool:
    """Whether the report of `event` is of the day of the grant or later."""
    granted = [e.when.range.since for e in done if e.when.range is not None]
    known = [on for on in granted if on is not None]
    on = days.get(event.report_id)
    if not known:
        return True
    return on is not None and on >= min(known)


def _status(record: Record, done: Sequence[Event], rest: Sequence[Event], value: str) -> Conflict:
    incident_ids = [record.incident_of[e.event_id] for e in (*done, *rest)]
    incident = next(i for i in record.incidents if i.incident_id == incident_ids[0])
    return conflict(
        "status", whether("Did this happen", incident),
        [
            Side(value="it happened", passages=tuple(map(record.passage, done))),
            Side(value=value, passages=tuple(map(record.passage, rest))),
        ],
        incidents=incident_ids,
    )  # fmt: skip
