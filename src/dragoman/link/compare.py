"""How alike two tellings are: a score, or None where they cannot be of one incident.

The score adds up what speaks for one incident (a shared dyad, the same person, dates that meet,
rare words in common) and what speaks against it. The weights were set on the development stories,
with the precision of joining in mind: two incidents made one are worse than one left as two.
"""

from __future__ import annotations

import datetime as dt
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


NEWS_DAYS = 180
"""Undated talk in two reports further apart than this is hardly of one occasion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each likeness or difference is worth; the threshold is `link.THRESHOLD`.

    Set by a random search on the development stories (B-cubed F1 of linking, pooled over them,
    with dates left out at random), then rounded. `strange_actor` None: actors must be shared.
    """

    same_act: float = 1.0
    kindred_act: float = -0.9
    talk: float = 0.0
    deed: float = 0.2
    same_side: float = 1.0
    shared_side: float = 0.0
    unnamed_side: float = 0.2
    strange_actor: float | None = None
    strange_recipient: float | None = -1.5
    same_focus: float = 2.0
    other_nameless: float = -0.2
    named_or_not: float = 0.5
    same_count: float = 0.6
    other_count: float = -2.0
    disputed_count: float = -0.6
    same_place: float = 0.8
    other_place: float = -0.6
    same_person: float = 0.9
    other_person: float = 0.2
    domestic: float = -0.8
    other_agent: float = -1.2
    other_target: float = -0.2
    old_talk: float = -1.0
    undated: float = 0.2
    undated_talk: float = 0.0
    near: float = 0.4
    once: float = 2.0
    same_week: float = 0.6
    same_month: float = 0.2
    vague: float = 0.0
    words: float = 3.3


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with what comparing needs, computed once."""

    event: Event
    range: DateRange | None
    latest: dt.date | None
    agents: frozenset[str]
    targets: frozenset[str]
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


def telling(
    event: Event, kinds: Mapping[str, ActKind], *, latest: dt.date | None = None
) -> Telling:
    """The features of an event.

    `range`: when, as the event itself says. `latest`: the day of the report, after which nothing
    it tells as done can be. `actors`, `recipients`: countries, or ids where there is none.
    `agents`, `targets`: named persons and bodies on either side. `persons`: ids of all persons
    named. `focus`: ids of the persons whom the act is about, who must not differ within an
    incident. `nameless`: such persons by what they are called ("wife"). `places`: towns, not
    states. `assertion`: what the report says of it: done, planned, denied or imagined.
    """
    sides = [_side(event.actors), _side(event.recipients)]
    kind = kinds.get(event.act)
    if kind is not None and kind.reciprocal:
        sides = [sides[0] | sides[1], frozenset()]
    about = _about(event, kind)
    done = "done" if event.status in ("actual", "claimed") else event.status
    return Telling(
        event=event,
        range=event.when.range,
        latest=latest,
        agents=frozenset(p.party_id for p in event.actors if _is_agent(p)),
        targets=frozenset(p.party_id for p in event.recipients if _is_agent(p)),
        actors=sides[0],
        recipients=sides[1],
        persons=frozenset(p.party_id for p in _persons(event)),
        focus=frozenset(p.party_id for p in about if is_named(p)),
        nameless=frozenset(p.name for p in about if not is_named(p)),
        places=towns(event),
        words=_matter(event),
        assertion=done,
        kin=frozenset((event.act, *(() if kind is None else kind.kin))),
        is_talk=event.event_type in TALK or event.act == "other",
        is_once=kind is not None and kind.once,
    )


def _is_agent(party: Party) -> bool:
    return party.kind != "state" and party.name[:1].isupper()


def _matter(event: Event) -> frozenset[str]:
    """The words of the quote without those of the parties' names, which are compared apart."""
    parties = (*event.actors, *event.recipients, *(other.party for other in event.others))
    names = " ".join(word for party in parties for word in (party.name, party.name_raw))
    return content_words(event.quote) - content_words(names)


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
        _agents(left.agents, right.agents, weigh.other_agent),
        _agents(left.targets, right.targets, weigh.other_target),
        _counts(left, right, weigh),
        _domestic(left, right, weigh),
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


def _domestic(left: Telling, right: Telling, weigh: Weights) -> float:
    """At home the country says nothing of who did it; that no person is shared, much."""
    at_home = left.actors | right.actors | left.recipients | right.recipients
    return weigh.domestic if len(at_home) < 2 and not left.persons & right.persons else 0.0


def _agents(left: frozenset[str], right: frozenset[str], other: float) -> float:
    """Both named, and not the same."""
    return other if left and right and not left & right else 0.0


def _counts(left: Telling, right: Telling, weigh: Weights) -> float:
    """Plain counts of one unit: the same speaks for one incident, different ones against."""
    mine, theirs = left.event.number, right.event.number
    if mine is None or theirs is None or mine.unit != theirs.unit:
        return 0.0
    if mine.value == theirs.value:
        return weigh.same_count
    return weigh.disputed_count if _same_days(left, right) else weigh.other_count


def _same_days(left: Telling, right: Telling) -> bool:
    """Both dated to a week or closer, and sharing a day."""
    mine, theirs = left.range, right.range
    if mine is None or theirs is None or not mine.overlaps(theirs):
        return False
    return max(mine.width_days, theirs.width_days) <= 7


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
        return _undated(left, right, weigh)
    gap = mine.gap_days(theirs)
    if gap > (FAR_TALK_DAYS if left.is_talk else FAR_DAYS):
        return None
    if gap > 0:
        return weigh.near
    if left.is_once and right.is_once and left.event.act == right.event.act:
        return weigh.once
    widest = max(mine.width_days, theirs.width_days)
    return weigh.same_week if widest <= 7 else weigh.same_month if widest <= 40 else weigh.vague


def _undated(left: Telling, right: Telling, weigh: Weights) -> float | None:
    """At least one has no days: it is not after its report, and talk is not long before it."""
    for one, other in ((left, right), (right, left)):
        first = None if one.range is None else one.range.since
        if first is not None and other.latest is not None and first > other.latest:
            return None
    if not left.is_talk:
        return weigh.undated
    if left.latest is None or right.latest is None:
        return weigh.undated_talk
    apart = abs((left.latest - right.latest).days)
    return weigh.old_talk if apart > NEWS_DAYS else weigh.undated_talk
