"""Parties by description: governments, officials, bodies, groups, embassies, pairs of states."""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.tables import Knowledge
from dragoman.resolve.company import Company
from dragoman.resolve.context import Context
from dragoman.resolve.echoes import BODY_NOUNS, Echoes
from dragoman.resolve.individuals import STRANGERS, Individuals
from dragoman.resolve.lands import Lands
from dragoman.resolve.natures import Natures
from dragoman.resolve.nominals import INSTITUTIONS, MISSIONS, POLITIES, QUANTITIES, Nominal
from dragoman.resolve.pairs import Pairs
from dragoman.resolve.person import Person, use_before
from dragoman.resolve.reference import Antecedents, Entity
from dragoman.resolve.resolved import Resolved, group, state
from dragoman.resolve.titles import Title
from dragoman.resolve.unions import Unions
from dragoman.resolve.words import LEADERS

Countries = tuple[tuple[str, str], ...]
LEADING = frozenset({"leader", "ruler"})
PEOPLE_OF_A_STATE = frozenset({"REB", "OPP", "LAB", "EDU", "AGR", "CVL"})
"""Sectors of people who mostly act in their own state: rebels, students, farmers, villagers."""
RELATIVE_TO = frozenset(
    ["neighbor", "neighbour", "ally", "rival", "foe", "enemy", "adversary", "arch-rival"]
)
"""Nouns for a state by its place or ties to another: never the one whose it is."""
FOREIGN = frozenset({"international", "world", "global", "foreign", "overseas"})
"""What says that a body is not that of the passage."""
OFFICES_OF_STATE = frozenset({"ministry", "department", "secretariat"})
"""Bodies whose "of" phrase says what they look after, not whose they are."""
GATHERINGS = frozenset({"meeting", "summit", "conference", "talk", "session", "gathering"})
PRIVATE = frozenset({"CVL", "EDU", "LAB", "MED", "AGR", "JRN", "REL", "CRM", "REF", "SOC", None})
"""Sectors of callings that one does not hold: a retired teacher is no former official."""


class Descriptions:
    """Resolves noun phrases that are no names."""

    def __init__(
        self,
        company: Company,
        knowledge: Knowledge,
        context: Context,
        antecedents: Antecedents,
        echoes: Echoes,
        lands: Lands,
        individuals: Individuals,
    ) -> None:
        self._company = company
        self._knowledge = knowledge
        self._context = context
        self._antecedents = antecedents
        self._echoes = echoes
        self._lands = lands
        self._individuals = individuals
        self._unions = Unions(company, knowledge)
        self._natures = Natures(knowledge, context, antecedents)
        self._pairs = Pairs(company, knowledge, context, antecedents)

    def read(self, s: int, nominal: Nominal) -> tuple[Resolved, ...]:
        """The parties that a noun phrase means; empty when it means none that can be told."""
        pair = self._pairs.read(s, nominal)
        if pair:
            return pair
        fitting = self._natures.fitting(nominal)
        if fitting is not None:
            return self._natures.read(s, nominal, fitting)
        if nominal.noun == "counterpart" and not nominal.countries and nominal.is_definite:
            return (group("counterpart", None, "GOV", "of another state", kind="person"),)
        if nominal.noun in RELATIVE_TO and not nominal.countries and nominal.is_definite:
            return self._other_one(s, nominal)
        generic = nominal.noun in QUANTITIES
        if generic and nominal.owner is not None:
            counted = self._company.head(s, nominal.owner)
            if counted or not nominal.countries:  # "dozens of miners in Peru"
                return tuple(_with_country(r, nominal.countries) for r in counted)
        union = self._unions.read(s, nominal)
        if union:
            return union
        if nominal.noun in POLITIES:
            return self._polity(s, nominal)
        accused = self._individuals.accused(s, nominal)
        if accused:
            return tuple(r for e in accused for r in self._company.head(e.sentence, e.head))
        title = self._company.titles(s).at(nominal.head)
        if title is not None and not title.plural and _heads(title, nominal):
            return self._official(s, nominal, title)
        return self._body(s, nominal, title)

    def _other_one(self, s: int, nominal: Nominal) -> tuple[Resolved, ...]:
        """ "Its neighbour": the one other state of the sentence, else of the two of the report."""
        at = nominal.pronoun if nominal.pronoun is not None else nominal.owner
        own = () if at is None else self._company.head(s, at)
        mine = {r.party.country for r in own if r.party.country is not None}
        found = self._context.other_than(mine, s, nominal.head) if mine else None
        if found is None:
            return ()
        return (state(self._knowledge, found[0], nominal.noun, found[1]),)

    # -- what was told before ----------------------------------------------------------------

    def _repeated(self, s: int, nominal: Nominal) -> tuple[Resolved, ...]:
        """The parties of the earlier phrase or organisation that a definite phrase repeats."""
        if nominal.pronoun is not None or not self._stands_alone(s, nominal):
            return ()
        if not nominal.is_definite and not (nominal.is_proper and nominal.role is not None):
            return ()
        for place in self._echoes.same_noun(s, nominal):
            found = self._company.head(*place)
            if any(r.party.country or r.party.kind == "organisation" for r in found):
                return found
        body = self._echoes.organisation(s, nominal)
        return () if body is None else self._company.head(*body)

    def _stands_alone(self, s: int, nominal: Nominal) -> bool:
        """Whether nothing says whose it is, unless a gathering does: "the summit's delegates"."""
        if nominal.owner is None:
            return True
        return self._company.nominals(s).read(nominal.owner).noun in GATHERINGS

    # -- which state -------------------------------------------------------------------------

    def _states(self, s: int, nominal: Nominal) -> Countries:
        """States that the phrase names: itself, by its possessor, or by "its"."""
        if nominal.countries:
            return nominal.countries
        if nominal.is_there:
            return self._states_beside(s, nominal)
        at = nominal.pronoun if nominal.pronoun is not None else nominal.owner
        if at is None:
            return self._states_of_names(s, nominal) or self._states_beside(s, nominal)
        found = self._company.head(s, at)
        return tuple(
            (r.party.country, r.party.name if r.why == "named" else r.why)
            for r in found if r.party.country is not None
        )  # fmt: skip

    def _states_of_names(self, s: int, nominal: Nominal) -> Countries:
        """The state of a person or body before the noun: "the Ruiz government", "embassy staff"."""
        return tuple(
            (r.party.country, f"{r.party.name}'s")
            for named in nominal.named
            for r in self._company.head(s, named)
            if r.party.country is not None
        )[:1]

    def _states_beside(self, s: int, nominal: Nominal) -> Countries:
        """States of the first noun of "his wife and two sons", or of the place meant by "there"."""
        if nominal.first is not None and not nominal.is_definite:
            return tuple(
                (r.party.country, f"as {r.party.name}")
                for r in self._company.head(s, nominal.first)
                if r.party.country is not None and r.party.kind in ("person", "group")
            )
        if nominal.is_there:
            last = self._context.last_named(s, nominal.head)
            return () if last is None else ((last, "there"),)
        return ()

    def _home(self, s: int, i: int) -> Countries:
        found = self._context.home(s, i)
        return () if found is None else (found,)

    # -- states by description ---------------------------------------------------------------

    def _polity(self, s: int, nominal: Nominal) -> tuple[Resolved, ...]:
        """A government or "the country": the state itself."""
        countries = self._states(s, nominal)
        if not countries and nominal.is_plural and nominal.noun != "authority":
            return self._listed(s, nominal)
        if not countries and nominal.noun in ("country", "nation", "state", "republic", "side"):
            if not nominal.is_definite:
                return ()
            last = self._state_meant(s, nominal.head)
            if last is not None:
                return self._company.head(last.sentence, last.head)
        if not countries and nominal.noun == "administration":
            repeated = self._repeated(s, nominal)
            if repeated:
                return repeated
        blamed = self._context.blamed(s, nominal.head) if not countries else None
        countries = countries or ((blamed,) if blamed else self._home(s, nominal.head))
        if not countries:
            repeated = self._repeated(s, nominal)
            if repeated:
                return repeated
        if not countries and nominal.sector is not None:
            return (group(nominal.noun, None, nominal.sector, "its state is not told"),)
        return tuple(
            state(
                self._knowledge,
                country,
                nominal.noun,
                f"{nominal.noun} of {why.removeprefix('of ')}",
            )
            for country, why in countries
            if country in self._knowledge.states
        )

    def _listed(self, s: int, nominal: Nominal) -> tuple[Resolved, ...]:
        """The states that follow "countries, including ..."."""
        return tuple(
            r for i in nominal.listed for r in self._company.head(s, i) if r.party.kind == "state"
        )

    def _state_meant(self, s: int, i: int) -> Entity | None:
        """Which state "the country" is: where it is acted on, another than the one that acts."""
        acting = self._antecedents.acting(s, i)
        keys = {r.party.country for e in acting for r in self._company.head(e.sentence, e.head)}
        return self._antecedents.nearest(
            s, i, lambda e: e.kind == "state" and e.key not in keys
        ) or self._antecedents.nearest(s, i, lambda e: e.kind == "state")

    # -- officials ---------------------------------------------------------------------------

    def _official(self, s: int, nominal: Nominal, title: Title) -> tuple[Resolved, ...]:
        """A holder of an office without a name: whom the report gives that office, else nobody."""
        countries = tuple((c, "its own words") for c in title.countries)
        countries = countries or self._states(s, nominal)
        posting = title.posting or nominal.posting
        former = title.tense in ("former", "then") or nominal.is_former
        if nominal.is_definite or countries:
            person = self._holder(s, nominal, title, countries, former=former)
            if person is not None:
                found = self._company.person(person, f"{title.office.id} in this report")
                return (_with_country(found, countries),)
        if not countries and nominal.is_definite:
            countries = tuple(c for c in self._home(s, nominal.head) if c[0] != posting)
        sector = "ELI" if former else self._sector_of(s, nominal, title)
        noun = title.office.id if not former else f"former {title.office.id}"
        rows = countries or ((None, "its state is not told"),)
        return tuple(
            group(
                noun, country, sector, why, kind="person", office=title.office.id, posting=posting
            )
            for country, why in rows
        )

    def _sector_of(self, s: int, nominal: Nominal, title: Title) -> str | None:
        """The sector of an office: that of the body it heads when it heads one."""
        if title.of_body is not None:
            for resolved in self._company.head(s, title.of_body):
                if resolved.party.kind != "person" and resolved.party.sector:
                    return resolved.party.sector
        return title.office.sector

    def _holder(
        self, s: int, nominal: Nominal, title: Title, countries: Countries, *, former: bool
    ) -> Person | None:
        """The person whom the report gives this office, the one named last before the words."""
        wanted = {country for country, _ in countries}
        found: list[tuple[int, int, int, Person]] = []
        for k, saying in enumerate(self._company.said):
            if not _is_same_office(title, saying.title, nominal):
                continue
            country = self._company.country_of_saying(saying)
            if wanted and country is not None and country not in wanted:
                continue
            if title.posting and saying.title.posting not in (None, title.posting):
                continue
            use = use_before(saying.person, s, nominal.head)
            agrees = (saying.title.tense in ("former", "then")) == former
            if former and not agrees:
                continue
            if use is None and saying.sentence > s + 1:
                continue
            at = (-1, -1) if use is None else (use.sentence, use.first)
            found.append((int(agrees), *at, saying.person) if k >= 0 else (0, 0, 0, saying.person))
        if not found:
            return None
        return max(found, key=lambda row: row[:3])[3]

    # -- bodies and groups -------------------------------------------------------------------

    def _body(self, s: int, nominal: Nominal, title: Title | None) -> tuple[Resolved, ...]:
        """A ministry, a court, an embassy, troops, protesters, four men."""
        sector = nominal.sector
        office = None
        if title is not None and _heads(title, nominal):
            sector, office = title.office.sector, title.office.id
        place = self._lands.read(s, nominal)
        if place:
            return place
        if sector is None and nominal.role is None and nominal.noun not in MISSIONS:
            return self._unknown(s, nominal)
        countries = self._states(s, nominal)
        if not countries and nominal.noun in MISSIONS and nominal.posting is not None:
            countries = self._senders(nominal.posting)
        repeated = () if countries else self._repeated(s, nominal)
        if repeated:
            return repeated
        if not countries and self._belongs_to_passage(s, nominal, sector):
            countries = tuple(c for c in self._home(s, nominal.head) if c[0] != nominal.posting)
        if nominal.is_former and sector not in PRIVATE:
            sector = "ELI"
        kind = (
            "organisation" if nominal.role is not None and nominal.role.kind == "body" else "group"
        )
        if nominal.role is not None and nominal.role.kind == "person" and not nominal.is_plural:
            kind = "person"
        rows = countries or ((None, "its state is not told"),)
        return tuple(
            group(
                nominal.noun, country, sector, why, kind=kind, office=office,
                posting=nominal.posting,
            )
            for country, why in rows
        )  # fmt: skip

    def _senders(self, host: str) -> Countries:
        """Whose mission it is that lies in one of the two states that the report is about."""
        two = self._context.main_two
        return tuple((c, "the other of the report's two states") for c in two if c != host)[:1] if (
            host in two
        ) else ()  # fmt: skip

    def _belongs_to_passage(self, s: int, nominal: Nominal, sector: str | None) -> bool:
        """Whether a body without a state is that of the passage: "the police", "prosecutors"."""
        if nominal.noun in STRANGERS or nominal.noun in BODY_NOUNS:
            return False
        if FOREIGN & set(nominal.before):
            return False
        if sector in PEOPLE_OF_A_STATE and (nominal.is_plural or nominal.is_definite):
            return nominal.owner is None and not self._company.nominals(s).has_backer(nominal.head)
        if sector not in INSTITUTIONS or nominal.noun in MISSIONS:
            return False
        if nominal.owner is not None and nominal.noun not in OFFICES_OF_STATE:
            return False
        return nominal.is_definite or nominal.is_plural or nominal.is_proper or sector in (
            "JUD", "COP", "LEG"
        )  # fmt: skip

    def _unknown(self, s: int, nominal: Nominal) -> tuple[Resolved, ...]:
        """A noun that is in no table: a party only when a state is named with it."""
        if nominal.is_proper:
            countries, sector = self._told_of(s, nominal)
            town = None if countries else self._lands.of_name(s, nominal)
            if town is not None:
                why = f"lies in {town[0]}"
                return (group(nominal.name, town[0], "CVL", why, is_place=True),)
            rows = countries[:1] or ((None, "a name that no table has"),)
            return tuple(
                group(nominal.name, country, sector, why, kind="organisation")
                for country, why in rows
            )
        return tuple(
            group(nominal.noun, country, None, f"of {why}") for country, why in nominal.countries
        )

    def _told_of(self, s: int, nominal: Nominal) -> tuple[Countries, str | None]:
        """State and sector that the report gives a name: "the Kenyan bank Equa"."""
        for number, i in ((s, nominal.head), *self._echoes.same_noun(s, nominal)):
            reader = self._company.nominals(number)
            read = reader.read(i)
            described = read if read.beside is None else reader.read(read.beside)
            countries = read.countries or described.countries
            if countries:
                return countries, described.sector
        return (), None


def _with_country(found: Resolved, countries: Countries) -> Resolved:
    """A person with the one state that the description names, when nothing else tells it."""
    if found.party.country is not None or len(countries) != 1:
        return found
    return replace(found, party=replace(found.party, country=countries[0][0]))


def _heads(title: Title, nominal: Nominal) -> bool:
    """Whether the office is what the phrase is about ("secretary of state": its first word).

    A role noun of several words that says more than the office ("indigenous leader") goes first.
    """
    if not title.start <= nominal.head <= title.at:
        return False
    says_more = " " in nominal.noun and nominal.noun not in title.office.words
    return not says_more or nominal.noun.startswith(("former ", "retired "))


def _is_same_office(title: Title, said: Title, nominal: Nominal) -> bool:
    office, other = title.office.id, said.office.id
    if office == other:
        return True
    if office in LEADING or nominal.noun in LEADING:
        return other in LEADERS
    return office == "minister" and other.endswith("minister") and other != "prime minister"
