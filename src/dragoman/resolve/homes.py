"""The state that each person of a report belongs to, as the report's own words show it.

Evidence, strongest first: the state of an office said of them; a demonym or a body before the name
("NSA contractor Tom Wade"); what an apposition says ("Tom Wade, a Kenyan"); whose wife, aide or
successor they are; the state whose decision they tell as its minister. Failing all, the tables.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from dragoman.knowledge.tables import Knowledge
from dragoman.model.text import ParsedReport, Sentence
from dragoman.resolve.nominals import Nominals
from dragoman.resolve.offices import Saying
from dragoman.resolve.person import Person, Use, name_head
from dragoman.resolve.persons import Persons
from dragoman.resolve.pieces import Piece
from dragoman.resolve.reference import SAYING, SUBJECTS
from dragoman.resolve.words import KIN

BESIDE = frozenset({"NN", "NNS", "JJ", "NNP", "NNPS", "HYPH", "POS", "VBN", "CD"})
REACH = 7  # tokens before a name in which its description stands
NESTED = 4  # of-phrases that are followed down from a description
OFFICE, WORDS, KINSHIP = 4, 2, 1  # weights of evidence


class Homes:
    """Finds the home state of persons; `of` answers for one."""

    def __init__(
        self,
        parsed: ParsedReport,
        persons: Persons,
        said: Sequence[Saying],
        known: Callable[[int], Mapping[int, Piece]],
        nominals: Callable[[int], Nominals],
        country: Callable[[Piece], str | None],
        knowledge: Knowledge,
    ) -> None:
        self._parsed = parsed
        self._persons = persons
        self._known = known
        self._nominals = nominals
        self._country = country
        self._knowledge = knowledge
        self._found: dict[str, str] = {}
        self._bodies: dict[str, str] = {}
        votes: dict[str, Counter[str]] = {p.party_id: Counter() for p in persons.all}
        for saying in said:
            for country_said in saying.title.countries[:1]:
                votes[saying.person.party_id][country_said] += OFFICE
        for person in persons.all:
            for use in person.uses:
                for found in self._beside(use):
                    votes[person.party_id][found] += WORDS
                body = self._body_beside(use)
                if body is not None:
                    self._bodies.setdefault(person.party_id, body)
        self._settle(votes)
        self._from_tables()
        self._from_offices(said)
        self._from_kin(votes)
        self._from_speech(said)

    def of(self, person: Person) -> str | None:
        """The state of a person (ISO3), or None when nothing shows it."""
        return self._found.get(person.party_id)

    def body_of(self, person: Person) -> str | None:
        """The organisation of states (its id) that a person speaks for, or None."""
        return None if person.party_id in self._found else self._bodies.get(person.party_id)

    def _body_beside(self, use: Use) -> str | None:
        """The organisation in "UN envoy Ada Cole" or "Ada Cole, head of the OSCE"."""
        sentence = self._parsed.sentences[use.sentence]
        known = self._known(use.sentence)
        for i in range(use.first - 1, max(-1, use.first - 1 - REACH), -1):
            if sentence.tokens[i].tag not in BESIDE:
                break
            if i in known:
                return self._union(known[i])
        for kid in sentence.kids(name_head(sentence, use), "appos"):
            owner = self._nominals(use.sentence).read(kid.i)
            for at in (*owner.bodies, *([] if owner.owner is None else [owner.owner])):
                if at in known:
                    return self._union(known[at])
        return None

    def _union(self, piece: Piece) -> str | None:
        """The id of the organisation that a name means, when it is of no one state."""
        row = self._knowledge.organisations.get(piece.rows[0].party_id)
        is_body = row is not None and row.country is None and row.group
        return row.id if row is not None and is_body and piece.rows[0].kind != "region" else None

    def _settle(self, votes: Mapping[str, Counter[str]]) -> None:
        for party_id, counted in votes.items():
            if counted and party_id not in self._found:
                self._found[party_id] = min(counted.items(), key=lambda kv: (-kv[1], kv[0]))[0]

    def _beside(self, use: Use) -> list[str]:
        """States named right before a name, or in an apposition after it."""
        sentence = self._parsed.sentences[use.sentence]
        known = self._known(use.sentence)
        out: list[str] = []
        for i in range(use.first - 1, max(-1, use.first - 1 - REACH), -1):
            token = sentence.tokens[i]
            if token.tag not in BESIDE or self._persons.at(use.sentence, i) is not None:
                break
            piece = known.get(i)
            if piece is not None:
                country = self._country(piece)
                out.extend([] if country is None else [country])
                break
        for kid in sentence.kids(name_head(sentence, use), "appos"):
            if self._persons.at(use.sentence, kid.i) is None and kid.i not in known:
                out.extend(self._told_by(use.sentence, kid.i))
        return out

    def _told_by(self, s: int, i: int) -> list[str]:
        """The state of "head of the lower house of the Russian parliament", by its of-phrases."""
        at: int | None = i
        for _ in range(NESTED):
            if at is None or self._persons.at(s, at) is not None:
                return []
            nominal = self._nominals(s).read(at)
            if nominal.countries:
                return [nominal.countries[0][0]]
            at = nominal.owner
        return []

    def _from_tables(self) -> None:
        for person in self._persons.all:
            if person.party_id in self._found:
                continue
            rows = self._persons.known_holders(person.folded)
            if not rows or person.party_id in self._bodies:
                continue
            if rows[0].party_id in self._knowledge.states:
                self._found[person.party_id] = rows[0].party_id
            else:
                self._bodies[person.party_id] = rows[0].party_id

    def _from_offices(self, said: Sequence[Saying]) -> None:
        """The state of "President Ruiz" where the tables know presidents Ruiz of one state only."""
        for saying in said:
            party_id = saying.person.party_id
            if party_id in self._found or party_id in self._bodies:
                continue
            found = self._persons.state_of_holder(saying.person.folded, saying.title.office.id)
            if found in self._knowledge.states:
                self._found[party_id] = str(found)

    def _from_kin(self, votes: Mapping[str, Counter[str]]) -> None:
        """Wives, aides and successors are of the state of those whom they belong to."""
        for person in self._persons.all:
            if person.party_id in self._found:
                continue
            for use in person.uses:
                sentence = self._parsed.sentences[use.sentence]
                noun = self._kin_noun(sentence, use)
                owner = None if noun is None else self._owner(use.sentence, noun)
                if owner is not None and owner is not person and self.of(owner) is not None:
                    votes[person.party_id][str(self.of(owner))] += KINSHIP
        self._settle(votes)

    def _kin_noun(self, sentence: Sentence, use: Use) -> int | None:
        """The noun of kinship that a name stands beside, or None."""
        head = sentence.tokens[name_head(sentence, use)]
        near = [t.i for t in sentence.kids(head.i, "appos", "compound", "nmod")]
        if head.dep in ("appos", "compound", "nmod", "attr"):
            near.append(head.head)
        if use.first:
            near.append(use.first - 1)
        for i in tuple(near):  # "the wife of Tom Wade, first lady Ana Ruiz,"
            above = sentence.tokens[sentence.tokens[i].head]
            if self._persons.at(use.sentence, i) is not None and above.text == "of":
                near.append(above.head)
        return next((i for i in near if sentence.tokens[i].lemma in KIN), None)

    def _owner(self, s: int, noun: int) -> Person | None:
        """The person whose kin a noun is: its possessor, or that of "the wife of X"."""
        sentence = self._parsed.sentences[s]
        owners = [t.i for t in sentence.kids(noun, "poss", "nmod")]
        if noun:
            owners.extend(
                i for i in (noun - 1, noun - 2) if i >= 0 and _is_owned(sentence, i, noun)
            )
        for preposition in sentence.kids(noun, "prep"):
            if preposition.text.lower() == "of":
                owners.extend(t.i for t in sentence.kids(preposition.i, "pobj"))
        for i in owners:
            person = self._persons.at(s, i)
            if person is not None:
                return person
        return None

    def _from_speech(self, said: Sequence[Saying]) -> None:
        """A minister who tells of a state's decision in the sentence that tells it is its own."""
        for saying in said:
            person = saying.person
            if person.party_id in self._found or not saying.title.office.one_holder:
                continue
            if saying.title.tense != "current":
                continue
            country = self._state_of_speech(saying)
            if country is not None:
                self._found[person.party_id] = country

    def _state_of_speech(self, saying: Saying) -> str | None:
        sentence = self._parsed.sentences[saying.sentence]
        use = next((u for u in saying.person.uses if u.sentence == saying.sentence), None)
        if use is None:
            return None
        head = sentence.tokens[name_head(sentence, use)]
        verb = sentence.tokens[head.head]
        if head.dep not in SUBJECTS or verb.lemma not in SAYING:
            return None
        for clause in sentence.kids(verb.i, "ccomp", "parataxis"):
            for subject in sentence.kids(clause.i, *SUBJECTS):
                piece = self._known(saying.sentence).get(subject.i)
                if piece is not None:
                    return self._country(piece)
                found = self._nominals(saying.sentence).read(subject.i).countries
                if found:
                    return found[0][0]
        return None


def _is_owned(sentence: Sentence, i: int, noun: int) -> bool:
    """Whether token `i` and "'s" stand before a noun."""
    return i + 1 < noun and sentence.tokens[i + 1].tag == "POS"
