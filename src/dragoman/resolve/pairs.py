"""Several at once: "the two countries", "both sides", "the pair", "the three ministers"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.knowledge.tables import Knowledge
from dragoman.resolve.company import Company
from dragoman.resolve.context import Context
from dragoman.resolve.echoes import FIRM_NOUNS, UNION_NOUNS
from dragoman.resolve.nominals import INSTITUTIONS, Nominal
from dragoman.resolve.reference import Antecedents, Entity
from dragoman.resolve.resolved import Resolved, group, state
from dragoman.resolve.words import LEADERS

PAIRED = frozenset({"country", "nation", "state", "government", "side", "neighbor", "neighbour"})
PEOPLE_PAIRED = frozenset({"pair", "duo", "couple", "two", "both", "man", "leader", "politician"})
BODIES_PAIRED = FIRM_NOUNS | UNION_NOUNS | {"agency", "body"}
SIZES = {"three": 3, "four": 4, "five": 5, "six": 6, "3": 3, "4": 4, "5": 5, "6": 6}
"""Numbers of those who may stand in one list."""


class Pairs:
    """Resolves phrases that mean two parties."""

    def __init__(
        self,
        company: Company,
        knowledge: Knowledge,
        context: Context,
        antecedents: Antecedents,
    ) -> None:
        self._company = company
        self._knowledge = knowledge
        self._context = context
        self._antecedents = antecedents

    def read(self, s: int, nominal: Nominal) -> tuple[Resolved, ...]:
        """ "The two countries", "both sides", "the pair": the two named last."""
        several = self._several(s, nominal)
        if several:
            return several
        two = nominal.number == "two" or nominal.noun in ("pair", "duo", "couple") or (
            nominal.number is None and nominal.is_plural and self._is_both(s, nominal)
        )  # fmt: skip
        if nominal.countries or not two:
            return ()
        if nominal.noun in PAIRED and (nominal.is_definite or self._is_both(s, nominal)):
            return self._all(self._antecedents.two(s, nominal.head, "state")) or tuple(
                state(self._knowledge, country, nominal.noun, "the two that the report is about")
                for country in self._context.main_two
            )
        if nominal.noun in BODIES_PAIRED and nominal.is_definite and nominal.owner is None:
            return self._all(self._antecedents.two(s, nominal.head, "organisation"))
        if nominal.sector in INSTITUTIONS and nominal.is_definite and nominal.owner is None:
            states = self._all(self._antecedents.two(s, nominal.head, "state"))
            countries = tuple(r.party.country for r in states) or self._context.main_two
            if nominal.noun not in PEOPLE_PAIRED:
                return tuple(
                    group(nominal.noun, country, nominal.sector, "of one of the two states")
                    for country in countries
                )
        if nominal.noun in PEOPLE_PAIRED and nominal.is_definite and nominal.owner is None:
            people = self._antecedents.two(s, nominal.head, "person")
            if people and nominal.noun != "leader":
                return self._all(people)
            return self._two_leaders(people)
        return ()

    def _several(self, s: int, nominal: Nominal) -> tuple[Resolved, ...]:
        """ "The three ministers": those of a list of just three that was told before."""
        size = SIZES.get(nominal.number or "")
        if (
            size is None
            or nominal.countries
            or not nominal.is_definite
            or nominal.owner is not None
        ):
            return ()
        is_state = nominal.noun in PAIRED
        is_person = nominal.noun in PEOPLE_PAIRED or (
            nominal.role is not None and nominal.role.kind == "person"
        )
        if not (is_state or is_person):
            return ()
        kind = "state" if is_state else "person"
        return self._all(self._antecedents.listed(s, nominal.head, kind, size))

    def _two_leaders(self, two: Sequence[Entity]) -> tuple[Resolved, ...]:
        """The last two persons when both lead a state, else the two leaders named most."""
        leaders = {
            saying.person.party_id: saying.person
            for saying in self._company.said
            if saying.title.office.id in LEADERS and saying.title.tense == "current"
        }
        if two and all(entity.key in leaders for entity in two):
            return self._all(two)
        ranked = sorted(leaders.values(), key=lambda p: (-len(p.uses), p.name))[:2]
        found = tuple(self._company.person(p, "of the two leaders") for p in ranked)
        apart = len({r.party.country for r in found}) == 2
        return found if apart else self._all(two)

    def _is_both(self, s: int, nominal: Nominal) -> bool:
        return self._company.titles(s).word_before(nominal.head) == "both"

    def _all(self, entities: Sequence[Entity]) -> tuple[Resolved, ...]:
        return tuple(r for e in entities for r in self._company.head(e.sentence, e.head))
