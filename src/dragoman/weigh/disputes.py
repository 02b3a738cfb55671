"""Parties that contradict each other: one accuses, the accused denies that very thing.

What a quoted party says is that party's position, not the report's claim; where the reports agree
on who says what, the disagreement is between the parties.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from dragoman.model.claim import Conflict
from dragoman.model.event import Event
from dragoman.model.words import content_words, likeness, rarity
from dragoman.weigh.readings import Record, Side, conflict, named
from dragoman.weigh.rivals import sides
from dragoman.weigh.timing import far_apart

ACCUSES = ("accuse", "condemn")
CLOSE_DAYS = 120
LIKE = 0.3
MIN_WORDS = 2
"""Share of the telling words of the shorter of the two that both must have, and how many words."""
PLAIN = content_words(
    "denies denied denying denial rejects rejected dismissed any all involvement involved"
    " accusation accusations accused allegations alleged claims claimed wrongdoing"
    " responsibility responsible role part government officials repeatedly strongly firmly"
)
"""Words of a denial that names nothing in particular: it answers all that its party is accused of.

To deny "the charges" is a defendant's answer to a court, not to a foreign accuser.
"""


def disputes(record: Record) -> Iterator[Conflict]:
    """Accusations of A against B that B denies, one conflict for each pair of parties."""
    events = sorted(record.events.values(), key=lambda e: e.event_id)
    matter = {e.event_id: _matter(e) for e in events}
    rare = rarity([matter[e.event_id] for e in events])
    charges = _by_country(record, ACCUSES, ("actual", "claimed"), accused=True)
    denials = _by_country(record, ("deny_accusation",), ("actual",), accused=False)
    for denier in sorted(denials.keys() & charges.keys()):
        answered: dict[str, list[tuple[Event, Event]]] = defaultdict(list)
        for charge, denial in product(charges[denier], denials[denier]):
            if _answers(denial, charge, matter, rare):
                for accuser in sides(charge.actors) or [""]:
                    answered[accuser].append((charge, denial))
        for accuser in sorted(answered.keys() - {denier}):
            yield _dispute(record, answered[accuser], denials[denier])


def _by_country(
    record: Record, acts: Sequence[str], statuses: Sequence[str], *, accused: bool
) -> dict[str, list[Event]]:
    """Events of these acts and statuses by the country of their recipients, or of their actors."""
    out: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(record.events.values(), key=lambda e: e.event_id):
        if event.act in acts and event.status in statuses:
            for country in sides(event.recipients if accused else event.actors):
                out[country].append(event)
    return out


def _matter(event: Event) -> frozenset[str]:
    """The content words of an event's quote without its parties' names."""
    parties = (*event.actors, *event.recipients, *(other.party for other in event.others))
    names = [word for party in parties for word in (party.name, party.name_raw)]
    return content_words(event.quote) - content_words(" ".join(names))


def _answers(
    denial: Event,
    charge: Event,
    matter: Mapping[str, frozenset[str]],
    rare: Mapping[str, int],
) -> bool:
    """Whether the denial is of what the charge says: of its words, or of all that is charged.

    A plain denial answers only whom it is addressed to.
    """
    if far_apart(denial.when.range, charge.when.range, CLOSE_DAYS):
        return False
    if not _is_accused(denial, charge):
        return False
    if not matter[denial.event_id] - PLAIN:
        addressed = {p.country for p in denial.recipients} & {p.country for p in charge.actors}
        return charge.act == "accuse" and bool(addressed - {None})
    said, answered = matter[charge.event_id], matter[denial.event_id]
    return len(said & answered) >= MIN_WORDS and likeness(answered, said, rare) >= LIKE


def _is_accused(denial: Event, charge: Event) -> bool:
    """Whether who denies is who was accused: the same party, or one state accused by another."""
    if {p.party_id for p in denial.actors} & {p.party_id for p in charge.recipients}:
        return True
    accusers = {p.country for p in charge.actors}
    mine = {p.country for p in denial.actors} & {p.country for p in charge.recipients}
    return bool(mine - {None}) and None not in accusers and not accusers & mine


def _dispute(
    record: Record, answered: Sequence[tuple[Event, Event]], denials: Sequence[Event]
) -> Conflict:
    charges = list({charge.event_id: charge for charge, _ in answered}.values())
    reports = {denial.report_id for _, denial in answered}
    denied = [denial for denial in denials if denial.report_id in reports]
    accuser = named(charges[0].actors) if charges[0].actors else "the accuser"
    accused = named(denied[0].actors)
    return conflict(
        "argument",
        f"Is it true what {accuser} accuses {accused} of?",
        [
            Side(value=f"yes, says {accuser}", passages=tuple(map(record.passage, charges))),
            Side(value=f"no, says {accused}", passages=tuple(map(record.passage, denied))),
        ],
        incidents=[record.incident_of[e.event_id] for e in (*charges, *denied)],
        between="parties",
    )
