"""What the report, and failing it the tables, say of a person: state, office, sector."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from dragoman.dates import day
from dragoman.knowledge.names import NameIndex, fold
from dragoman.model.event import Party
from dragoman.model.text import ParsedReport
from dragoman.resolve.context import Context
from dragoman.resolve.homes import Homes
from dragoman.resolve.nominals import INSTITUTIONS
from dragoman.resolve.offices import Saying, is_public
from dragoman.resolve.person import Person, name_head
from dragoman.resolve.persons import Persons
from dragoman.resolve.resolved import Resolved
from dragoman.resolve.words import LEADERS


class Profiles:
    """Makes parties of the persons of one report; `homes` tells the state that its words show."""

    def __init__(
        self,
        parsed: ParsedReport,
        persons: Persons,
        said: Sequence[Saying],
        homes: Homes,
        context: Context,
        names: NameIndex,
    ) -> None:
        self._parsed = parsed
        self._on = parsed.report.published
        self._persons = persons
        self._said = said
        self._homes = homes
        self._context = context
        self._names = names
        self._knowledge = names.knowledge

    @cached_property
    def leaders(self) -> frozenset[str]:
        """Party ids of those whom the report calls leaders of a state, and not former ones."""
        now, once = set(), set()
        for saying in self._said:
            if saying.title.tense in ("former", "then"):
                once.add(saying.person.party_id)
            elif saying.title.office.id in LEADERS and saying.title.tense == "current":
                now.add(saying.person.party_id)
        return frozenset(now - once)

    def of(self, person: Person, why: str) -> Resolved:
        """A person of the report as a party, with what the report says of them."""
        said = [s for s in self._said if s.person.party_id == person.party_id]
        now = [s for s in said if s.title.tense in ("current", "future") and s.at is None]
        best = next(iter(now or said), None)
        country = self._homes.of(person)
        if country is None and person not in self._persons.all:
            rows = self._persons.known_holders(person.folded)
            known = rows[0].party_id if rows else None
            country = known if known in self._knowledge.states else None
        body = self._homes.body_of(person) if country is None else None
        if country is None and said and body is None:
            country = self._of_the_report(person)
        if (
            country is None
            and body is None
            and (self._is_official(person) or any(_of_a_state(s) for s in said))
        ):
            country = self._passage_of(person)
        sector = None
        if best is not None:
            sector = best.title.office.sector if now else "ELI"
        office = None if best is None else best.title.office.id
        if best is None:
            office, sector = self._known_office(person)
        return Resolved(
            party=Party(
                party_id=person.party_id, name=person.name, name_raw=person.name, kind="person",
                country=country, sector=sector,
                office=office,
            ),
            posting=None if best is None else best.title.posting,
            why=why, body=None if body is None else self._body(body, person),
        )  # fmt: skip

    def _body(self, body: str, person: Person) -> Party:
        row = self._knowledge.organisations[body]
        return Party(
            party_id=row.id, name=row.name, name_raw=person.name, kind="organisation",
            sector=row.sector,
        )  # fmt: skip

    def _of_the_report(self, person: Person) -> str | None:
        """The state that the report is about, unless the person acts on that state."""
        country = self._context.dominant
        for use in person.uses:
            head = name_head(self._parsed.sentences[use.sentence], use)
            if country in self._context.faced(use.sentence, head):
                return None
        return country

    def _is_official(self, person: Person) -> bool:
        """Whether a noun for people of a state's bodies stands right before a name."""
        use = person.uses[0] if person.uses else None
        if use is None or use.first == 0:
            return False
        before = self._parsed.sentences[use.sentence].tokens[use.first - 1]
        role = self._names.role(before.lemma) if before.tag[:2] == "NN" else None
        return role is not None and role.sector in INSTITUTIONS

    def _passage_of(self, person: Person) -> str | None:
        """The state of the passage that names a person first."""
        use = person.uses[0] if person.uses else None
        if use is None:
            return None
        head = name_head(self._parsed.sentences[use.sentence], use)
        found = self._context.home(use.sentence, head)
        return None if found is None else found[0]

    def known(self, surname: str) -> tuple[Resolved, ...]:
        """The one known officeholder with a surname, when the tables have just one."""
        rows = self._persons.known_holders((fold(surname),)) if surname else ()
        if not rows or not surname[0].isupper():
            return ()
        return (self.of(Person((surname,), (fold(surname),)), "by tenures.csv"),)

    def _known_office(self, person: Person) -> tuple[str | None, str | None]:
        """Office and sector of a person to whom the report gives none, from the tables."""
        rows = self._persons.known_holders(person.folded)
        if not rows:
            return None, None
        if self._on is None:
            return rows[-1].office, self._knowledge.offices[rows[-1].office].sector
        for row in reversed(rows):
            if row.days.overlaps(day(self._on)):
                return row.office, self._knowledge.offices[row.office].sector
        past = [row for row in rows if row.days.until is not None and row.days.until <= self._on]
        return (past[-1].office, "ELI") if past else (None, None)


def _of_a_state(saying: Saying) -> bool:
    """Whether an office is one of a state, as far as its words tell."""
    return is_public(saying.title.office) and saying.title.of_body is None
