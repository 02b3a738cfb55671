"""Who: the parties of one report, from the words that mention them.

`Cast` is built once for a report. It knows the names in it, links the forms of a person's name,
learns offices and countries from the report's own words, and follows pronouns and descriptions to
what they mean. What cannot be told stays open: an empty answer, a country of None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from dragoman.knowledge.names import NameIndex
from dragoman.knowledge.tables import Knowledge
from dragoman.model.coding import Mention
from dragoman.model.event import OfficeAssertion, Party, PersonName
from dragoman.model.text import ParsedReport
from dragoman.resolve.belonging import country_of
from dragoman.resolve.context import Context
from dragoman.resolve.described import Descriptions
from dragoman.resolve.echoes import Echoes
from dragoman.resolve.entities import Entities
from dragoman.resolve.handovers import handovers
from dragoman.resolve.homes import Homes
from dragoman.resolve.individuals import Individuals, is_one_another
from dragoman.resolve.lands import Lands, is_where
from dragoman.resolve.nominals import Nominals
from dragoman.resolve.offices import Saying, assertions, in_order, sayings
from dragoman.resolve.person import Person, variants
from dragoman.resolve.persons import Persons
from dragoman.resolve.pieces import Piece, line_ends, scan
from dragoman.resolve.profiles import Profiles
from dragoman.resolve.reference import (
    ORDINALS,
    PLURAL,
    RELATIVE,
    Antecedents,
    Entity,
    is_of_two,
    undoes,
)
from dragoman.resolve.resolved import Resolved, group, state
from dragoman.resolve.shared import settled
from dragoman.resolve.titles import Titles

PRONOUNS = frozenset({"PRP", "PRP$"})
FOREIGN_VOICES = frozenset({"JRN", "SOC", "BUS"})
"""Bodies that speak of other states than their own: they do not tell what a passage is about."""
LIKELIEST = 3  # candidates for "they" that are looked at
DEEPEST = 6  # steps from a word to what it means: "its ambassador's wife" takes three


class Cast:
    """The parties of one report; `who` answers for a mention."""

    def __init__(self, parsed: ParsedReport, knowledge: Knowledge, names: NameIndex) -> None:
        self._parsed = parsed
        self._knowledge = knowledge
        self._names = names
        self._on = parsed.report.published
        text = parsed.report.text
        self._line_ends = [line_ends(sentence, text) for sentence in parsed.sentences]
        found = tuple(
            scan(sentence, names, line_ends=self._line_ends[sentence.index], shared=True)
            for sentence in parsed.sentences
        )
        self._pieces = settled(parsed.sentences, found, names, self._line_ends)
        self._persons = Persons(parsed, self._pieces, names)
        self._readers: dict[int, Titles] = {}
        self._phrases: dict[int, Nominals] = {}
        self._known_at: dict[int, dict[int, Piece]] = {}
        self._memo: dict[tuple[int, int], tuple[Resolved, ...]] = {}
        self._open: set[tuple[int, int]] = set()
        told = sayings(parsed, self._persons, self.titles)
        self.said = in_order((*told, *handovers(parsed, self._persons, told, self.titles)))
        entities = Entities(parsed, self._persons, names, self.known, self._country)
        self._antecedents = Antecedents(parsed, entities.of)
        self._individuals = Individuals(parsed, self._persons, self._antecedents)
        self.context = Context(parsed, self.head, self._countries_in)
        echoes = Echoes(parsed, knowledge, self.known, self.nominals)
        self._lands = Lands(parsed, self, self.context, names)
        self._descriptions = Descriptions(
            self, knowledge, self.context, self._antecedents, echoes, self._lands, self._individuals
        )

    def who(self, mention: Mention) -> tuple[Resolved, ...]:
        """The parties that a mention means: mostly one, several for a pair, none when open."""
        found = self.head(mention.sentence, mention.head)
        return tuple(replace(r, party=replace(r.party, name_raw=mention.text)) for r in found)

    def persons(self) -> tuple[PersonName, ...]:
        """Every person the report names, in order of first use."""
        report = self._parsed.report
        ordered = sorted(self._persons.all, key=lambda p: (p.uses[0].sentence, p.uses[0].first))
        merged: dict[str, PersonName] = {}
        for person in ordered:
            offices = [s.title.office.id for s in self.said if s.person is person]
            merged.setdefault(person.party_id, PersonName(
                report_id=report.report_id, party_id=person.party_id, name=person.name,
                variants=variants(person), country=self._country_of(person),
                offices=tuple(dict.fromkeys(offices)),
            ))  # fmt: skip
        return tuple(merged.values())

    def offices(self) -> tuple[OfficeAssertion, ...]:
        """Every office that the report's words give a person."""
        return assertions(self._parsed, self.said, self.country_of_saying)

    # -- what the pieces of a sentence are ---------------------------------------------------

    def known(self, s: int) -> dict[int, Piece]:
        """Known names of a sentence by token, persons' names apart."""
        found = self._known_at.get(s)
        if found is None:
            found = {
                i: piece
                for piece in self._pieces[s]
                if piece.kind == "known"
                for i in range(piece.first, piece.last + 1)
                if self._persons.at(s, i) is None
            }
            self._known_at[s] = found
        return found

    def titles(self, s: int) -> Titles:
        """The reader of titles of a sentence."""
        reader = self._readers.get(s)
        if reader is None:
            sentence = self._parsed.sentences[s]
            reader = Titles(
                sentence, self._pieces[s], self._names, on=self._on, line_ends=self._line_ends[s]
            )
            self._readers[s] = reader
        return reader

    def nominals(self, s: int) -> Nominals:
        """The reader of noun phrases of a sentence."""
        reader = self._phrases.get(s)
        if reader is None:
            reader = Nominals(
                self._parsed.sentences[s], self.known(s), self._names, self._country, self._sector
            )
            self._phrases[s] = reader
        return reader

    def _country(self, piece: Piece) -> str | None:
        return country_of(piece, self._names, on=self._on)

    def _sector(self, piece: Piece) -> str | None:
        row = piece.rows[0]
        organisation = self._knowledge.organisations.get(row.party_id)
        return row.sector or (None if organisation is None else organisation.sector)

    # -- persons -----------------------------------------------------------------------------

    @cached_property
    def _homes(self) -> Homes:
        return Homes(
            self._parsed, self._persons, self.said, self.known, self.nominals, self._country,
            self._knowledge,
        )  # fmt: skip

    def _country_of(self, person: Person) -> str | None:
        return self._homes.of(person)

    def country_of_saying(self, saying: Saying) -> str | None:
        """The state of an office that is said: of its words, of "its", of the person."""
        if saying.title.countries:
            return saying.title.countries[0]
        if saying.title.pronoun is not None:
            for resolved in self._pronoun(saying.sentence, saying.title.pronoun):
                if resolved.party.country is not None:
                    return resolved.party.country
        owner = self._owner_of(saying)
        if owner is None:
            owner = self._country_of(saying.person)
        if owner is None and saying.kin is not None:
            owner = self._only_state(saying.sentence, saying.kin)
        if owner is None:
            listed = saying.title.plural  # of a list, each may be of another state
            told = None if listed else self._profiles.of(saying.person, "named")
            owner = None if told is None else told.party.country
        return owner

    def _owner_of(self, saying: Saying) -> str | None:
        """The state of "the country's president", "the department's spokeswoman"."""
        s, title = saying.sentence, saying.title
        tokens = self._parsed.sentences[s].tokens
        for noun in reversed(tokens[title.first : title.start]):
            role = self._names.role(noun.lemma) if noun.tag[:2] == "NN" else None
            if role is not None and role.kind == "body":
                return self._only_state(s, noun.i)
        return None

    def _only_state(self, s: int, i: int) -> str | None:
        """The one state of what token `i` means, or None."""
        found = {r.party.country for r in self.head(s, i)}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _profiles(self) -> Profiles:
        return Profiles(
            self._parsed, self._persons, self.said, self._homes, self.context, self._names
        )

    def person(self, person: Person, why: str) -> Resolved:
        """A person of the report as a party, with what the report says of them."""
        return self._profiles.of(person, why)

    def known_person(self, surname: str) -> tuple[Resolved, ...]:
        """The one known officeholder with a surname, when the tables have just one."""
        return self._profiles.known(surname)

    # -- heads of phrases --------------------------------------------------------------------

    def head(self, s: int, i: int) -> tuple[Resolved, ...]:
        """What the phrase headed by token `i` of sentence `s` means."""
        key = (s, i)
        if key in self._memo:
            return self._memo[key]
        if key in self._open or len(self._open) > DEEPEST:
            return ()
        self._open.add(key)
        found = self._find(s, i)
        self._open.discard(key)
        self._memo[key] = found
        return found

    def _find(self, s: int, i: int) -> tuple[Resolved, ...]:
        sentence = self._parsed.sentences[s]
        token = sentence.tokens[i]
        if token.tag in PRONOUNS:
            return self._pronoun(s, i)
        if token.text.lower() in RELATIVE:
            return self._relative(s, i)
        if is_of_two(sentence, i):
            return self._of_two(s, i)
        if is_one_another(sentence, i):
            return self._mean(self._individuals.one_another(s, i))
        aged = self._individuals.of_age(s, i)
        if aged is not None:
            return (self.person(aged, "by the age that was told"),)
        person = self._persons.at(s, i)
        if person is not None:
            return (self.person(person, "named"),)
        piece = self.known(s).get(i)
        if piece is not None:
            return self.named(s, i, piece)
        for kid in sentence.kids(i, "appos", "compound"):
            named = self._persons.at(s, kid.i)
            if named is not None and (kid.dep == "appos" or kid.i > i):
                return (self.person(named, "named beside its description"),)
        return self._descriptions.read(s, self.nominals(s).read(i))

    def is_person(self, s: int, i: int) -> bool:
        """Whether a token is part of a person's name."""
        return self._persons.at(s, i) is not None

    def named(self, s: int, i: int, piece: Piece) -> tuple[Resolved, ...]:
        """A state, organisation, city or people by name."""
        row, tokens = piece.rows[0], self._parsed.sentences[s].tokens
        words = " ".join(t.text for t in tokens[piece.first : piece.last + 1])
        country = self._country(piece)
        other = self._other_owner(s, i, country)
        if other is not None and row.party_id in self._knowledge.organisations:
            role = self._names.role(words.lower())
            sector = self._sector(piece) if role is None else role.sector
            return (group(words, other, sector, f"{words} of {other}", kind="organisation"),)
        if row.party_id in self._knowledge.organisations:
            organisation = self._knowledge.organisations[row.party_id]
            return (Resolved(party=Party(
                party_id=organisation.id, name=organisation.name, name_raw=words,
                kind="group" if row.kind == "region" else "organisation", country=country,
                sector=row.sector or organisation.sector,
            ), posting=None, why="an organisation by name"),)  # fmt: skip
        if country is None:
            return ()
        if row.kind in ("city", "region") or row.sector == "PRE":
            why = f"{words} lies in {country}"
            is_place = row.sector is None
            return (group(words, country, row.sector or "CVL", why, is_place=is_place),)
        sentence = self._parsed.sentences[s]
        counted = bool(sentence.kids(i, "nummod"))
        modifies = sentence.tokens[i].dep in ("amod", "compound", "nmod", "poss")
        of_place = None if row.kind != "demonym" or modifies else self._lands.people_of(s, i)
        if of_place is not None:
            return (group(words, of_place[0], "CVL", of_place[1]),)
        if row.kind == "demonym" and not modifies and (
            counted or not self._stands_for_state(s, i)
        ):  # fmt: skip
            return (group(words, country, "CVL", f"people of {country}"),)
        found = state(self._knowledge, country, words, f"{row.kind} of the state")
        is_place = row.kind == "capital" and is_where(sentence, i)
        party = replace(found.party, sector=row.sector or "GOV")
        return (replace(found, party=party, is_place=is_place),)

    def _other_owner(self, s: int, i: int, country: str | None) -> str | None:
        """The state that a body with a common name belongs to: "Chile's Justice Department"."""
        if country is None:
            return None
        owners = [c for c, _ in self.nominals(s).read(i).countries]
        return owners[0] if owners and country not in owners else None

    def _stands_for_state(self, s: int, i: int) -> bool:
        """Whether a demonym alone means the state: "the Russians", not "two Russians"."""
        return any(t.text.lower() == "the" for t in self._parsed.sentences[s].kids(i, "det"))

    def _relative(self, s: int, i: int) -> tuple[Resolved, ...]:
        sentence = self._parsed.sentences[s]
        at = i
        while sentence.tokens[at].dep != "relcl" and sentence.tokens[at].head != at:
            at = sentence.tokens[at].head
        if sentence.tokens[at].dep != "relcl":
            return ()
        return self.head(s, sentence.tokens[at].head)

    def _pronoun(self, s: int, i: int) -> tuple[Resolved, ...]:
        sentence = self._parsed.sentences[s]
        word = sentence.tokens[i].text
        named = sentence.kids(i, "appos")  # "we, the ministers of ..."
        if named:
            return self.head(s, named[0].i)
        if word.lower() in PLURAL:
            found = self._those(s, i)
        else:
            barred = self._profiles.leaders if undoes(sentence, i) else frozenset()
            found = self._mean(self._antecedents.of_pronoun(s, i, barred=barred))
        return tuple(replace(r, why=f"{word!r} for {r.party.name}") for r in found)

    def _those(self, s: int, i: int) -> tuple[Resolved, ...]:
        """Whom "they" means: the likeliest whose state or name is known, else the likeliest."""
        first: tuple[Resolved, ...] = ()
        for those in islice(self._antecedents.plurals(s, i), LIKELIEST):
            found = self._mean(those)
            if any(r.party.country or r.party.kind == "organisation" for r in found):
                return found
            first = first or found
        return first

    def _mean(self, entities: Sequence[Entity]) -> tuple[Resolved, ...]:
        return tuple(r for e in entities for r in self.head(e.sentence, e.head))

    def _of_two(self, s: int, i: int) -> tuple[Resolved, ...]:
        """ "The latter", "the former", "both", "the two": of the last two that were named."""
        word = self._parsed.sentences[s].tokens[i].text.lower()
        two = self._antecedents.latest_two(s, i)
        if word in ORDINALS:
            two = two[ORDINALS[word] : ORDINALS[word] + 1]
        return tuple(replace(r, why=f"{word!r} for {r.party.name}") for r in self._mean(two))

    # -- what a later word may mean ----------------------------------------------------------

    def _countries_in(self, s: int) -> tuple[tuple[int, str], ...]:
        """States that a sentence names, with the tokens that do, in text order, repeated."""
        found: list[tuple[int, str]] = []
        for piece in self._pieces[s]:
            if piece.kind == "known" and self._persons.at(s, piece.first) is None:
                country = self._country(piece)
                if country is not None and self._sector(piece) not in FOREIGN_VOICES:
                    found.append((piece.first, country))
        return tuple(found)
