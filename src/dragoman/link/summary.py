"""One plain sentence for an incident, in our own words, from its coded fields."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.dates import DateRange
from dragoman.diplomacy.acts import ActKind
from dragoman.knowledge.tables import State
from dragoman.model.event import OtherParty, Party

_OBJECT_ROLES = ("beneficiary", "official")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def summary(
    kind: ActKind | None,
    actors: Sequence[Party],
    recipients: Sequence[Party],
    others: Sequence[OtherParty],
    *,
    range_: DateRange | None,
    status: str,
    states: Mapping[str, State],
) -> str:
    """ "Uruguay granted asylum to Ana Ruiz (Chile), 3 May 2024." """
    if kind is not None and kind.interstate:
        actors, recipients = _as_states(actors, states), _as_states(recipients, states)
    # Who takes refuge is the beneficiary too: named once, as the one who does it.
    doing = {party.party_id for party in actors}
    others = [other for other in others if other.party.party_id not in doing]
    who = _names(_speakers(actors)) or "Somebody"
    if kind is not None and kind.reciprocal and not recipients:
        who, what = _names(_speakers(actors[:1])) or "Somebody", _names(_speakers(actors[1:]))
    else:
        what = _object(kind, recipients, others)
    label = _label(kind, recipients, others, has_object=bool(what))
    doubt = "" if status == "actual" else f" ({status})"
    when = dated(range_)
    return f"{' '.join(word for word in (who, label, what) if word)}{doubt}{when and ', ' + when}."


def _as_states(parties: Sequence[Party], states: Mapping[str, State]) -> list[Party]:
    """The states that act, for an act between states: of a president, hers."""
    out: dict[str, Party] = {}
    for party in parties:
        state = states.get(party.country or "")
        if state is not None:
            party = replace(party, party_id=state.id, name=state.name, kind="state")
        out.setdefault(party.party_id, party)
    return list(out.values())


def _dangles(label: str) -> bool:
    """Whether the label ends in a word that needs an object after it."""
    return label.rsplit(" ", 1)[-1] in (
        "of",
        "to",
        "with",
        "on",
        "in",
        "from",
        "against",
        "between",
        "towards",
    )


def _label(
    kind: ActKind | None,
    recipients: Sequence[Party],
    others: Sequence[OtherParty],
    *,
    has_object: bool,
) -> str:
    """The act's words, without the preposition or noun that waits for an object not told."""
    if kind is None:
        return "acted towards" if has_object else "acted"
    if kind.person_label and (not has_object or _persons(kind, recipients, others)):
        return kind.person_label
    label = kind.label
    return label.rsplit(" ", 1)[0].rstrip(",") if not has_object and _dangles(label) else label


def _persons(
    kind: ActKind, recipients: Sequence[Party], others: Sequence[OtherParty]
) -> list[Party]:
    """The named persons whom the act is done to."""
    named = [o.party for o in others if o.role in _OBJECT_ROLES]
    if not kind.interstate:
        named += [party for party in recipients if party.kind == "person"]
    return [p for p in named if p.kind == "person" and p.name[:1].isupper()]


def _object(kind: ActKind | None, recipients: Sequence[Party], others: Sequence[OtherParty]) -> str:
    """The persons with their states, or the states with the officials concerned."""
    states = _names([p for p in recipients if p.kind == "state"])
    people = "" if kind is None else _names(_persons(kind, recipients, others))
    if kind is None or not people:
        return _names(_speakers(recipients))
    first, second = (states, people) if kind.interstate else (people, states)
    return f"{first} ({second})" if first and second else first or second


def _speakers(parties: Sequence[Party]) -> list[Party]:
    """The parties without the states whose persons are named too: "López", not "Mexico, López"."""
    spoken_for = {p.country for p in parties if p.kind != "state"}
    rest = [p for p in parties if p.kind != "state" or p.party_id not in spoken_for]
    return rest or list(parties)


def _names(parties: Sequence[Party]) -> str:
    names = list(dict.fromkeys(party.name for party in parties))
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def dated(range_: DateRange | None) -> str:
    """ "3 May 2024", "May 2024", "2024", "3 May 2024 to 9 May 2024"; empty when unknown."""
    if range_ is None or range_.first is None:
        return "" if range_ is None or range_.last is None else f"until {_day(range_.last)}"
    first, last = range_.first, range_.last
    if last is None:
        return f"since {_day(first)}"
    if range_.precision == "year":
        return str(first.year)
    if range_.precision == "month":
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(on: dt.date) -> str:
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
