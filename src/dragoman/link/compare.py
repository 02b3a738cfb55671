"""How alike two tellings are: a score, or None where they cannot be of one incident.

The score adds up what speaks for one incident (a shared dyad, the same person, dates that meet,
rare words in common) and what speaks against it. The weights were set on the development stories,
with the precision of joining in mind: two incidents made one are worse than one left as two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.dates import DateRange
from dragoman.diplomacy.acts import ActKind
from dragoman.model.event import Event, Party
from dragoman.model.words import content_words, likeness

TALK = frozenset({"ACCUSE", "REQUEST", "CONSULT", "SUPPORT", "REJECT", "THREATEN", "AGREE"})
"""Types of which one dyad has many alike: only time or words tell one criticism from the next."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with what comparing needs, computed once."""

    event: Event
    actors: frozenset[str]
    recipients: frozenset[str]
    persons: frozenset[str]
    focus: frozenset[str]
    words: frozenset[str]
    assertion: str
    is_talk: bool
    is_once: bool


def telling(event: Event, kinds: Mapping[str, ActKind]) -> Telling:
    """The features of an event.

    `actors`, `recipients`: countries, or ids where there is none; `persons`: ids of all persons
    named; `focus`: ids of the persons whom the act is about, who must not differ within an
    incident; `assertion`: what the report says of it: done, planned, denied or imagined.
    """
    sides = [_side(event.actors), _side(event.recipients)]
    kind = kinds.get(event.act)
    if kind is not None and kind.reciprocal:
        sides = [sides[0] | sides[1], frozenset()]
    done = "done" if event.status in ("actual", "claimed") else event.status
    return Telling(
        event=event,
        actors=sides[0],
        recipients=sides[1],
        persons=frozenset(p.party_id for p in _persons(event)),
        focus=_focus(event, kind),
        words=content_words(event.quote),
        assertion=done,
        is_talk=event.event_type in TALK or event.act == "other",
        is_once=kind is not None and kind.once,
    )


def _side(parties: Sequence[Party]) -> frozenset[str]:
    return frozenset(p.country or p.party_id for p in parties)


def _persons(event: Event) -> list[Party]:
    told = [*event.actors, *event.recipients, *(o.party for o in event.others)]
    return [party for party in told if party.kind == "person"]


def _focus(event: Event, kind: ActKind | None) -> frozenset[str]:
    """Whom the act is about: single-valued roles; the person arrested, charged or removed."""
    single = set() if kind is None else set(kind.single)
    named = {o.party.party_id for o in event.others if o.role in single and _is_named(o.party)}
    if kind is not None and not kind.interstate and not kind.reciprocal:
        named |= {p.party_id for p in event.recipients if p.kind == "person" and _is_named(p)}
    return frozenset(named)


def _is_named(party: Party) -> bool:
    return party.kind == "person" and party.name[:1].isupper()


def score(left: Telling, right: Telling, weights: Mapping[str, float]) -> float | None:
    """What speaks for one incident; None: they cannot be one. Symmetric."""
    if left.assertion != right.assertion:
        return None
    total = 1.0 if left.event.act == right.event.act else 0.3
    for mine, theirs, people in (
        (left.actors, right.actors, True),
        (left.recipients, right.recipients, False),
    ):
        part = _sides(mine, theirs, is_actor=people)
        if part is None:
            return None
        total += part
    for extra in (_focuses(left, right), _people(left, right), _times(left, right)):
        if extra is None:
            return None
        total += extra
    return total + 2.5 * likeness(left.words, right.words, weights)


def _sides(left: frozenset[str], right: frozenset[str], *, is_actor: bool) -> float | None:
    if not left or not right:
        return -0.2
    shared = left & right
    if not shared:
        return None if is_actor else -1.5
    return 1.0 if left == right else 0.6


def _focuses(left: Telling, right: Telling) -> float | None:
    if not left.focus or not right.focus:
        return 0.0
    return 1.0 if left.focus & right.focus else None


def _people(left: Telling, right: Telling) -> float:
    if not left.persons or not right.persons:
        return 0.0
    return 0.8 if left.persons & right.persons else -1.0


def _times(left: Telling, right: Telling) -> float | None:
    mine, theirs = left.event.when.range, right.event.when.range
    if mine is None or theirs is None:
        return -0.6 if left.is_talk else 0.0
    gap = gap_days(mine, theirs)
    if gap > 3 or (gap > 1 and left.is_talk):
        return None
    if gap > 0:
        return 0.2
    if left.is_once and right.is_once and left.event.act == right.event.act:
        return 2.5
    return 1.5 if max(width_days(mine), width_days(theirs)) <= 7 else 0.7


def gap_days(left: DateRange, right: DateRange) -> int:
    """Days between two ranges; 0 where they share a day, 1 where they touch."""
    if left.overlaps(right):
        return 0
    if left.until is not None and right.since is not None and left.until <= right.since:
        return (right.since - left.until).days + 1
    if right.until is not None and left.since is not None:
        return (left.since - right.until).days + 1
    return 0


def width_days(range_: DateRange) -> int:
    """How many days a range holds; an open one very many."""
    if range_.since is None or range_.until is None:
        return 100_000
    return (range_.until - range_.since).days
