"""Fill the roles that the words leave empty, from the act's knowledge and from the report.

Nothing is invented: a filled party comes from a named participant (the sender of the expelled
ambassador), from the place, or is the only other state that the sentence or the report is about.
Each fill keeps its reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.diplomacy.acts import ActKind
from dragoman.knowledge.tables import Knowledge
from dragoman.model.event import Party, Place
from dragoman.resolve.resolved import Resolved, state

Roles = Mapping[str, tuple[Resolved, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StateMention:
    """A state named in the report's text, by character offsets."""

    country: str
    start: int
    end: int
    text: str


def fill(
    kind: ActKind, roles: Roles, place: Place | None, knowledge: Knowledge
) -> dict[str, tuple[Resolved, ...]]:
    """`roles`, each empty one of `kind.fill` taken from the first path that leads to a state."""
    out = dict(roles)
    for role, paths in kind.fill.items():
        if out.get(role):
            continue
        other = {r.party.country for r in out.get("recipient" if role == "actor" else "actor", ())}
        for path in paths:
            found = _follow(path, out, place, knowledge)
            if found is not None and not (kind.interstate and found.party.country in other):
                out[role] = (found,)
                break
    return out


def _follow(path: str, roles: Roles, place: Place | None, knowledge: Knowledge) -> Resolved | None:
    role, _, what = path.partition(".")
    if role == "place":
        if place is None or place.country not in knowledge.states:
            return None
        return state(knowledge, place.country, place.name, "where it was")
    for resolved in roles.get(role, ()):
        country = resolved.posting if what == "posting" else resolved.party.country
        if country in knowledge.states:
            return state(knowledge, country, resolved.party.name_raw, f"{what} of the {role}")
    return None


def other_state(
    known: Sequence[Resolved],
    states: Sequence[StateMention],
    sentence: tuple[int, int],
    knowledge: Knowledge,
    *,
    by_report: bool = True,
) -> Resolved | None:
    """The other state of an interstate act that names one side only.

    It is the one other state named in the sentence; failing that, the other of the two states that
    the report is about, when a third is named less than half as often. Else None. `by_report` False
    leaves the second way out: a private person's counterpart must stand in the sentence.
    """
    here = {r.party.country for r in known}
    near = [s for s in states if sentence[0] <= s.start < sentence[1] and s.country not in here]
    if len({s.country for s in near}) == 1:
        return state(knowledge, near[0].country, near[0].text, "the other state in the sentence")
    if near or not by_report:
        return None
    counts = Counter(s.country for s in states)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) < 2 or not here & {ranked[0][0], ranked[1][0]}:
        return None
    if len(ranked) > 2 and ranked[1][1] < 2 * ranked[2][1]:
        return None
    other = ranked[1][0] if ranked[0][0] in here else ranked[0][0]
    if other in here:
        return None
    first = next(s for s in states if s.country == other)
    return state(knowledge, other, first.text, "the other state that the report is about")


def distinct(resolved: Sequence[Resolved]) -> tuple[Party, ...]:
    """The parties, one for each id, in order; the words of the first are kept."""
    out: dict[str, Party] = {}
    for item in resolved:
        party = item.party
        if party.party_id in out:
            first = out[party.party_id]
            party = replace(first, office=first.office or party.office)
        out[item.party.party_id] = party
    return tuple(out.values())
