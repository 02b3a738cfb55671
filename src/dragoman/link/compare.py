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
from dragoman.model.where import towns
from dragoman.model.words import content_words, likeness

TALK = frozenset({"ACCUSE", "REQUEST", "CONSULT", "SUPPORT", "REJECT", "THREATEN", "AGREE"})
"""Types of which one dyad has many alike: only time or words tell one criticism from the next."""


FAR_DAYS = 3
FAR_TALK_DAYS = 1
"""Dates further apart than this are of two incidents; words are dated more closely than deeds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each likeness or difference is worth; the threshold is `link.THRESHOLD`.

    Set by a random search on the development stories (B-cubed F1 of linking, pooled over them,
    with dates left out at random), then rounded. `strange_actor` None: actors must be shared.
    """

    same_act: float = 1.0
    kindred_act: float = -0.7
    talk: float = -0.6
    deed: float = 0.2
    same_side: float = 1.0
    shared_side: float = 0.2
    unnamed_side: float = -0.6
    strange_actor: float | None = None
    strange_recipient: float | None = -1.3
    same_focus: float = 1.5
    other_nameless: float = -0.5
    named_or_not: float = -0.5
    same_count: float = 0.8
    other_count: float = -1.2
    same_place: float = 0.5
    other_place: float = -0.8
    same_person: float = 0.7
    other_person: float = -0.2
    undated: float = 0.0
    undated_talk: float = 0.4
    near: float = 0.2
    once: float = 2.0
    same_week: float = 0.6
    same_month: float = 0.3
    vague: float = 0.0
    words: float = 2.5


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with what comparing needs, computed once."""

    event: Event
    range: DateRange | None
    actors: frozenset[str]
    recipients: frozenset[str]
    persons: frozenset[str]
    focus: frozenset[str]
    nameless: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    assertion: str
    kin: frozenset[str]
    is_talk: bool
    is_once: bool


def telling(event: Event, kinds: Mapping[str, ActKind], range_: DateRange | None = None) -> Telling:
    """The features of an event.

    `range`: when, as the event itself says, else `range_`; `actors`, `recipients`: countries, or
    ids where there is none; `persons`: ids of all persons named; `focus`: ids of the persons whom
    the act is about, who must not differ within an incident; `nameless`: such persons by what
    they are called ("wife"); `places`: towns, not states; `assertion`: what the report says of
    it: done, planned, denied or imagined.
    """
    sides = [_side(event.actors), _side(event.recipients)]
    kind = kinds.get(event.act)
    if kind is not None and kind.reciprocal:
        sides = [sides[0] | sides[1], frozenset()]
    about = _about(event, kind)
    done = "done" if event.status in ("actual", "claimed") else event.status
    return Telling(
        event=event,
        range=event.when.range or range_,
        actors=sides[0],
        recipients=sides[1],
        persons=frozenset(p.party_id for p in _persons(event)),
        focus=frozenset(p.party_id for p in about if is_named(p)),
        nameless=frozenset(p.name for p in about if not is_named(p)),
        places=towns(event),
        words=content_words(event.quote),
        assertion=done,
        kin=frozenset((event.act, *(() if kind is None else kind.kin))),
        is_talk=event.event_type in TALK or event.act == "other",
        is_once=kind is not None and kind.once,
    )


def _side(parties: Sequence[Party]) -> frozenset[str]:
    return frozenset(p.country or p.party_id for p in parties)


def _persons(event: Event) -> list[Party]:
    told = [*event.actors, *event.recipients, *(o.party for o in event.others)]
    return [party for party in told if party.kind == "person"]


def _about(event: Event, kind: ActKind | None) -> list[Party]:
    """Whom the act is about: single-valued roles; else the person arrested, charged or removed."""
    single = () if kind is None else kind.single
    told = [o.party for o in event.others if o.role in single and o.party.kind == "person"]
    if told or kind is None or kind.interstate or kind.reciprocal:
        return told
    return [party for party in event.recipients if party.kind == "person"]


def is_named(party: Party) -> bool:
    """Whether a person is called by name, not by a common noun."""
    return party.kind == "person" and party.name[:1].isupper()


def score(
    left: Telling, right: Telling, rarity: Mapping[str, int], weigh: Weights = WEIGHTS
) -> float | None:
    """What speaks for one incident; None: they cannot be one. Symmetric."""
    if left.assertion != right.assertion or not _are_kin(left, right):
        return None
    parts = (
        _sides(left.actors, right.actors, weigh.strange_actor, weigh),
        _sides(left.recipients, right.recipients, weigh.strange_recipient, weigh),
        _focuses(left, right, weigh),
        _people(left, right, weigh),
        _counts(left, right, weigh),
        _where(left, right, weigh),
        _times(left, right, weigh),
    )
    total = weigh.same_act if left.event.act == right.event.act else weigh.kindred_act
    total += weigh.talk if left.is_talk and right.is_talk else weigh.deed
    for part in parts:
        if part is None:
            return None
        total += part
    return total + weigh.words * likeness(left.words, right.words, rarity)


def _are_kin(left: Telling, right: Telling) -> bool:
    return left.event.act in right.kin or right.event.act in left.kin


def _sides(
    left: frozenset[str], right: frozenset[str], strange: float | None, weigh: Weights
) -> float | None:
    if not left or not right:
        return weigh.unnamed_side
    if not left & right:
        return strange
    return weigh.same_side if left == right else weigh.shared_side


def _focuses(left: Telling, right: Telling, weigh: Weights) -> float | None:
    if left.focus and right.focus:
        return weigh.same_focus if left.focus & right.focus else None
    if left.nameless and right.nameless:
        return weigh.same_focus if left.nameless & right.nameless else weigh.other_nameless
    named_or_not = left.focus | right.focus and left.nameless | right.nameless
    return weigh.named_or_not if named_or_not else 0.0


def _counts(left: Telling, right: Telling, weigh: Weights) -> float:
    """Plain counts of one unit: the same speaks for one incident, different ones against."""
    mine, theirs = left.event.number, right.event.number
    if mine is None or theirs is None or mine.unit != theirs.unit:
        return 0.0
    return weigh.same_count if mine.value == theirs.value else weigh.other_count


def _where(left: Telling, right: Telling, weigh: Weights) -> float:
    if not left.places or not right.places:
        return 0.0
    return weigh.same_place if left.places & right.places else weigh.other_place


def _people(left: Telling, right: Telling, weigh: Weights) -> float:
    if not left.persons or not right.persons:
        return 0.0
    return weigh.same_person if left.persons & right.persons else weigh.other_person


def _times(left: Telling, right: Telling, weigh: Weights) -> float | None:
    mine, theirs = left.range, right.range
    if mine is None or theirs is None:
        return weigh.undated_talk if left.is_talk else weigh.undated
    gap = gap_days(mine, theirs)
    if gap > (FAR_TALK_DAYS if left.is_talk else FAR_DAYS):
        return None
    if gap > 0:
        return weigh.near
    if left.is_once and right.is_once and left.event.act == right.event.act:
        return weigh.once
    widest = max(width_days(mine), width_days(theirs))
    return weigh.same_week if widest <= 7 else weigh.same_month if widest <= 40 else weigh.vague


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
