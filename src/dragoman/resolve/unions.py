"""Organisations of states by their people and arms: "EFTA ministers", "the EU executive"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.tables import Knowledge
from dragoman.model.event import Party
from dragoman.resolve.company import Company
from dragoman.resolve.nominals import INSTITUTIONS, POLITIES, QUANTITIES, Nominal
from dragoman.resolve.resolved import Resolved

ARMS = frozenset(
    ["arm", "executive", "branch", "headquarters", "power", "capital", "partner", "forum", "pact"]
)
"""Nouns for parts and members of an organisation that are in no table of roles."""
BLOCS = frozenset({"r-west"})
"""Regions that act as one in the language of diplomacy; others are only where someone is from."""
UNIONS = {"r-europe": "IGO-eu", "r-africa": "IGO-au"}
"""The union that has courts, commissions and a parliament of the region's name."""


class Unions:
    """Resolves phrases that name an organisation of states with its people."""

    def __init__(self, company: Company, knowledge: Knowledge) -> None:
        self._company = company
        self._knowledge = knowledge

    def read(self, s: int, nominal: Nominal) -> tuple[Resolved, ...]:
        """An organisation of states, by its ministers, members or arms: they act as it."""
        if nominal.countries or not nominal.bodies:
            return ()
        if nominal.role is None and nominal.noun not in ARMS | POLITIES | QUANTITIES:
            return ()
        found = self._company.head(s, nominal.bodies[0])
        region = next((r.party.party_id for r in found if r.party.kind == "group"), None)
        if region is not None and region not in BLOCS:
            return self._court(nominal, region)
        return tuple(
            replace(r, party=replace(r.party, sector=nominal.sector or r.party.sector))
            for r in found
            if r.party.country is None and r.party.kind != "person"
        )

    def _court(self, nominal: Nominal, region: str) -> tuple[Resolved, ...]:
        """The union of a continent, by "the European court": it has such bodies of its own."""
        row = self._knowledge.organisations.get(UNIONS.get(region, ""))
        if row is None or nominal.is_plural or not nominal.is_definite:
            return ()
        if nominal.sector not in INSTITUTIONS or nominal.noun in POLITIES:
            return ()
        return (Resolved(party=Party(
            party_id=row.id, name=row.name, name_raw=nominal.noun, kind="organisation",
            country=None, sector=nominal.sector,
        ), posting=None, why=f"a body of the {row.name}"),)  # fmt: skip
