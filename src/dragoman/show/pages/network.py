"""The network: who did what kind of thing to whom, states with their people or each by name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from dragoman.show.draw import network
from dragoman.show.draw.network import Network as Drawing
from dragoman.show.draw.network import Party, Tie
from dragoman.show.pages.common import Line, lines_of
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.pages.window import Counted, Window, asked, chosen, counted, window
from dragoman.show.room import Room

CHOICES = ("since", "until", "quad", "people")
FEW = 6
"""With fewer states and bodies than that, their people are shown by name unless asked."""
WIDE, NARROW = (960, 600), (390, 560)
"""The drawing on a desk and on a phone, in CSS pixels."""
MOST_WIDE, MOST_NARROW = 20, 9
"""Parties that each of them has room for."""
LISTED = 50
"""Ties in the table, those with most incidents."""
PARTIES = 100
"""Parties in the table, those with most incidents."""
FIRST = 3
"""Incidents that are listed of one tie."""

Ends = tuple[str, str, int | None, bool]
"""Source, target, quad, and whether mutual."""
TOGETHER = "coalesce(s.country, case when s.party not like 'g-%' then s.party end)"
BY_NAME = "case when s.party not like 'g-%' then s.party else s.country end"
"""The node of a side: its state, or whoever has a name; `g-` begins the id of a description."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRow:
    """What one party did to another: `lines` are the first incidents.

    `quad` is 1 to 4, None without a class; `mutual`: they did it with each other.
    """

    source: str
    source_name: str
    target: str
    target_name: str
    quad: int | None
    mutual: bool
    count: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A party of the network; `inside` counts incidents among its own people.

    `home` is the code of the state that it belongs to and `home_name` its name; empty without one.
    `is_party` is false for a state of which only people have part: it has no page.
    """

    key: str
    name: str
    kind: str
    home: str
    home_name: str
    count: int
    inside: int
    is_party: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Network(Shown):
    """The page.

    Attributes:
        window: what it is narrowed to; query: the choices made, by name.
        people: "folded" into their states or "shown" by name.
        asked: incidents that are asked for; incidents: counted, the latest of very many.
        tied: of these, between parties; inside: only among one party's own people; alone: done to
            nobody who is told.
        parties: those with most incidents first, and every end of a tie that is listed; ties: the
            strongest; more_parties, more_ties: not listed.
    """

    window: Window
    query: Mapping[str, str]
    people: str
    asked: int
    incidents: int
    tied: int
    inside: int
    alone: int
    parties: tuple[PartyRow, ...]
    more_parties: int
    ties: tuple[TieRow, ...]
    more_ties: int

    def names(self) -> dict[str, str]:
        """Names of the parties by key."""
        return {row.key: row.name for row in self.parties}

    def party_numbers(self) -> dict[str, int]:
        """Rows of the table of parties by key, from 1."""
        return {row.key: number for number, row in enumerate(self.parties, 1)}

    def tie_numbers(self) -> dict[Ends, int]:
        """Rows of the table of ties by source, target, quad and whether mutual, from 1."""
        return {
            (row.source, row.target, row.quad, row.mutual): number
            for number, row in enumerate(self.ties, 1)
        }

    def wide(self) -> Drawing:
        """The drawing for a desk."""
        return self._draw(WIDE, MOST_WIDE)

    def narrow(self) -> Drawing:
        """The drawing for a phone."""
        return self._draw(NARROW, MOST_NARROW)

    def _draw(self, size: tuple[int, int], most: int) -> Drawing:
        parties = [
            Party(key=row.key, name=row.name, kind=row.kind, count=row.count, home=row.home or None)
            for row in self.parties
        ]
        ties = [
            Tie(
                source=row.source,
                target=row.target,
                quad=row.quad,
                mutual=row.mutual,
                count=row.count,
            )
            for row in self.ties
        ]
        return network.draw(parties, ties, width=size[0], height=size[1], most=most)


@dataclass(slots=True)
class _Found:
    """What is gathered of the incidents."""

    ties: dict[Ends, list[str]]
    parties: Counter[str]
    inside: Counter[str]
    tied: int = 0
    within: int = 0
    alone: int = 0


def network_(room: Room, ask: Ask) -> Network:
    """The page's data; choices: since, until, quad, people (folded, shown).

    Raises:
        UsageError: a choice that cannot be read.
    """
    narrowed = window(ask.query)
    people = chosen(ask.query, "people", ("folded", "shown"))
    told = counted(room, narrowed)
    found = _gather(room, BY_NAME if people == "shown" else TOGETHER, told)
    if people is None:
        people = "folded"
        if len({end for tie in found.ties for end in tie[:2]}) < FEW:
            people, found = "shown", _gather(room, BY_NAME, told)
    order = sorted(
        found.ties.items(), key=lambda item: (-len(item[1]), item[0][:2], item[0][2] or 9)
    )
    keys = _keys(found, order[:LISTED])
    parties = tuple(_party(room, found, key) for key in keys)
    names = {row.key: row.name for row in parties}
    return Network(
        title="Network",
        window=narrowed,
        query=asked(ask.query, CHOICES),
        people=people,
        asked=told.asked,
        incidents=told.number,
        tied=found.tied,
        inside=found.within,
        alone=found.alone,
        parties=parties,
        more_parties=len(found.parties) - len(parties),
        ties=tuple(
            TieRow(
                source=source,
                source_name=names[source],
                target=target,
                target_name=names[target],
                quad=quad,
                mutual=mutual,
                count=len(ids),
                lines=tuple(lines_of(room, ids[:FIRST])),
            )
            for (source, target, quad, mutual), ids in order[:LISTED]
        ),
        more_ties=max(0, len(order) - LISTED),
    )


def _gather(room: Room, node: str, told: Counted) -> _Found:
    found = _Found(ties=defaultdict(list), parties=Counter(), inside=Counter())
    for incident, quad, actors, recipients in _incidents(room, node, told):
        found.parties.update(actors | recipients)
        ties = list(_ties(actors, recipients))
        for source, target, mutual in ties:
            if source == target:
                found.inside[source] += 1
            else:
                found.ties[source, target, quad, mutual].append(incident)
        found.tied += any(source != target for source, target, _ in ties)
        found.within += bool(ties) and all(source == target for source, target, _ in ties)
        found.alone += not ties
    return found


def _ties(actors: set[str], recipients: set[str]) -> Iterator[tuple[str, str, bool]]:
    """Each actor to each recipient; without recipients, of several actors each with each."""
    if recipients:
        for source in sorted(actors):
            for target in sorted(recipients):
                yield source, target, False
        return
    order = sorted(actors)
    for at, source in enumerate(order):
        for target in order[at + 1 :]:
            yield source, target, True


def _incidents(
    room: Room, node: str, told: Counted
) -> Iterator[tuple[str, int | None, set[str], set[str]]]:
    """The incidents in order of date: id, class, nodes of the actors and of the recipients."""
    # The names of the columns are ours; what is asked for is bound.
    query = (
        f"select i.id, i.quad, s.side, {node} from incidents i"
        " left join sides s on s.incident = i.id and s.side in ('actor', 'recipient')"
        f" where {told.where} order by i.n"
    )
    for (incident, quad), sides in groupby(room.select(query, *told.values), key=itemgetter(0, 1)):
        ends: dict[str | None, set[str]] = {"actor": set(), "recipient": set(), None: set()}
        for _, _, side, key in sides:
            if key is not None:
                ends[side].add(key)
        yield incident, quad, ends["actor"], ends["recipient"]


def _keys(found: _Found, ties: Iterable[tuple[Ends, list[str]]]) -> list[str]:
    """The parties to list: those in most incidents, and all that the ties need."""
    order = sorted(found.parties, key=lambda key: (-found.parties[key], key))
    needed = {*order[:PARTIES], *(end for tie, _ in ties for end in tie[:2])}
    return [key for key in order if key in needed]


def _party(room: Room, found: _Found, key: str) -> PartyRow:
    known = room.party(key)
    is_state = key in room.names
    home = "" if is_state or known is None else known["country"] or ""
    return PartyRow(
        key=key,
        name=room.names[key] if is_state else known["name"] if known else key,
        kind="state" if is_state else known["kind"] if known else "group",
        home=home,
        home_name=room.names.get(home, home),
        count=found.parties[key],
        inside=found.inside[key],
        is_party=known is not None,
    )


PAGE = Page(name="network", view=network_, label="Network")
