"""The persons that one report names, and which of its words name which of them.

Full names make persons; shorter forms (surname, given name, initials) are joined to the person
they fit, the one named last when several fit. Accents, case and common ways of transliterating
make no difference. A run of capitals that looks like a thing ("the Lima Treaty") is no person.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from dragoman import dates
from dragoman.dates import DateRange
from dragoman.knowledge.names import NameIndex, fold, words_of
from dragoman.knowledge.tables import Officeholder
from dragoman.model.text import ParsedReport, Sentence, Token
from dragoman.resolve.person import Person, Use
from dragoman.resolve.pieces import PROPER, Piece
from dragoman.resolve.spellings import core_words, fits, is_short_for, like
from dragoman.resolve.words import (
    FEMALE,
    GENERATIONS,
    KIN,
    MALE,
    MEN_BEFORE,
    SPEAKING,
    THINGS,
    WOMEN_BEFORE,
)

Pieces = Sequence[Sequence[Piece]]
GIVEN_OR_THING = frozenset({"bill"})
"""Words for things that are also given names when they come first."""
PLACES = frozenset({"city", "region"})
GOVERNMENTS = frozenset({"administration", "government", "regime", "cabinet", "presidency"})
PRELUDE = dt.timedelta(days=15 * 365)
"""How long before their first day in office people may be in the news under their names."""
AFTERLIFE = dt.timedelta(days=40 * 365)


class Persons:
    """All persons of one report; `at` tells whom a token names."""

    def __init__(self, parsed: ParsedReport, pieces: Pieces, names: NameIndex) -> None:
        self._parsed = parsed
        self._states = {
            row.party_id for found in pieces for p in found if p.kind == "known" for row in p.rows
        }
        states = names.knowledge.states  # who led North Vietnam stands in the tables as Vietnam's
        self._states |= {states[s].successor or s for s in self._states if s in states}
        self._names = names
        self.all: list[Person] = []
        self._by_token: dict[tuple[int, int], Person] = {}
        runs = [(s, piece) for s, row in enumerate(pieces) for piece in row if piece.kind == "name"]
        self._titled = _titled(pieces) | {
            (s, piece.first) for s, piece in runs if self._follows_office(s, piece.first)
        }
        full = [run for run in runs if run[1].last > run[1].first and self._is_full(*run)]
        for s, piece in full:
            self._join_full(s, piece)
        taken = {(s, piece.first) for s, piece in full}
        for s, piece in runs:
            if (s, piece.first) not in taken:
                self._join_short(s, piece)
        self._surnames_of_known(pieces)
        self._surnames_mistagged()
        for person in self.all:
            person.uses.sort(key=lambda use: (use.sentence, use.first))

    def at(self, sentence: int, i: int) -> Person | None:
        """The person whom token `i` of the sentence names, or None."""
        return self._by_token.get((sentence, i))

    def _follows_office(self, s: int, first: int) -> bool:
        """Whether an office in small letters stands right before a name ("ambassador Ruiz")."""
        tokens = self._parsed.sentences[s].tokens
        if first == 0 or tokens[first - 1].text[0].isupper() or tokens[first - 1].tag[:2] != "NN":
            return False
        words = [token.text for token in tokens[max(0, first - 4) : first]]
        for start in range(len(words)):
            office = self._names.office(words, start)
            if office is not None and start + office[0] == len(words):
                return True
        return False

    def known_holders(self, folded: tuple[str, ...]) -> tuple[Officeholder, ...]:
        """Tenures of the tables that may be a name's in this report, of one party, by their start.

        The report must name their state, or no state at all: namesakes are many. A surname alone
        must mean people of one state. Who held office too long before or after the report is not
        meant; who served both a state and an organisation is seen in the office of the day.
        """
        found = [
            row for row in self._names.holders(folded[-1]) if _may_be(folded, row)
        ] or [
            row for row in self._names.holders(folded[0]) if _may_be(folded, row)
        ]  # fmt: skip
        if self._states:
            found = [row for row in found if row.party_id in self._states]
        on = self._parsed.report.published
        if on is not None:
            found = [row for row in found if row.days.overlaps(_lifetime(on))]
        return tuple(_of_one_party(found, on))

    def state_of_holder(self, folded: tuple[str, ...], office: str) -> str | None:
        """The one state of which the tables know holders of this name in this office, or None.

        "President Ruiz" says more than "Ruiz": the report need not name the state.
        """
        on = self._parsed.report.published
        found = {
            row.party_id for row in self._names.holders(folded[-1])
            if row.office == office and _may_be(folded, row)
            and (on is None or row.days.overlaps(_lifetime(on)))
        }  # fmt: skip
        return next(iter(found)) if len(found) == 1 else None

    def _is_full(self, s: int, piece: Piece) -> bool:
        words = self._words(s, piece)
        core = core_words(words)
        if len(core) < 2 or len(core) > 6:
            return False
        given = core[0] in GIVEN_OR_THING or (s, piece.first) in self._titled
        second = {fold(word) for hyphen, word in pairwise(words) if hyphen == "-"}  # "Jong-un"
        if any(word in THINGS - second for word in core[given:]) or any(
            c.isdigit() for word in core for c in word
        ):
            return False
        if self._is_role(core[-1]) or (core[0] in ("el", "la")):
            return False
        if (s, piece.first) in self._titled:
            return True
        sentence = self._parsed.sentences[s]
        before = sentence.tokens[piece.first - 1] if piece.first else None
        return before is None or before.tag != "DT"

    def _is_role(self, word: str) -> bool:
        row = self._names.role(word)
        return row is not None and row.kind != "person"

    def _words(self, s: int, piece: Piece) -> tuple[str, ...]:
        tokens = self._parsed.sentences[s].tokens[piece.first : piece.last + 1]
        return tuple(token.text.partition("(")[0] or token.text for token in tokens)

    def _join_full(self, s: int, piece: Piece) -> None:
        words = self._words(s, piece)
        folded = core_words(words)
        generation = self._generation(s, piece.last)
        for person in reversed(self.all):
            if None not in (generation, person.generation) and generation != person.generation:
                continue
            if fits(folded, person.folded):
                break
            if fits(person.folded, folded):
                person.words, person.folded = words, folded
                break
        else:
            if generation is not None and any(folded == p.folded for p in self.all):
                words = (*words, f"{generation.title()}.")
            person = Person(words, folded, generation=generation)
            self.all.append(person)
        person.generation = person.generation or generation
        self._use(person, s, piece.first, piece.last)

    def _generation(self, s: int, last: int) -> str | None:
        """What "Jr." or ", Sr." right after a name says, or None."""
        tokens = self._parsed.sentences[s].tokens
        after = [token.text.lower() for token in tokens[last + 1 : last + 3]]
        return GENERATIONS.get(next((word for word in after if word != ","), ""))

    def _join_short(self, s: int, piece: Piece) -> None:
        words = self._words(s, piece)
        folded = core_words(words)
        person = self._fitting(s, piece.first, folded, words) if folded else None
        if person is None and folded and self._is_single_person(s, piece, folded):
            person = Person(words, folded)
            self.all.append(person)
        if person is not None:
            self._use(person, s, piece.first, piece.last)

    def _fitting(
        self, s: int, first: int, folded: tuple[str, ...], words: Sequence[str]
    ) -> Person | None:
        """The person that a short form names: of several, the one named most so far, then last.

        Reports call the person they are about by the surname, and the wife by both names. "Mrs."
        before the form means no man, "Mr." no woman.
        """
        found = [p for p in self.all if is_short_for(folded, p.folded, words)]
        address = self._parsed.sentences[s].tokens[first - 1].text.lower() if first else ""
        if address in MEN_BEFORE:
            found = [p for p in found if p.gender != "f"] or found
        elif address in WOMEN_BEFORE:
            found = [p for p in found if p.gender == "f"] or found
        if len(found) < 2:
            return found[0] if found else None
        surname = [p for p in found if like(folded[-1], p.folded[-1])]
        before = [
            (len(named), max(named, default=-1), -k, p)
            for k, p in enumerate(surname or found)
            for named in [[u.sentence for u in p.uses if u.sentence <= s]]
        ]
        return max(before, key=lambda item: item[:3])[3]

    def _is_single_person(self, s: int, piece: Piece, folded: tuple[str, ...]) -> bool:
        if len(folded) > 1 or folded[0] in THINGS or self._names.role(folded[0]) is not None:
            return False
        if (s, piece.first) in self._titled:
            return True
        sentence = self._parsed.sentences[s]
        token = sentence.tokens[piece.last]
        before = sentence.tokens[piece.first - 1].text.lower() if piece.first else ""
        if before == "the" and self._is_led(sentence, piece.last) and self.known_holders(folded):
            return True
        if before in ("the", "a", "an", "this", "of", "in", "at") or token.text.isupper():
            return False
        if before in KIN and token.tag == "NNP":  # "Ruiz's brother Diego"
            return True
        if token.tag == "NNP" and self.known_holders(folded):
            return True
        if token.dep in ("nsubj", "nsubjpass") and token.tag == "NNP":
            return sentence.tokens[token.head].lemma in SPEAKING
        return False

    def _is_led(self, sentence: Sentence, last: int) -> bool:
        """Whether a government follows a name: "the Ruiz administration"."""
        after = last + 1
        return after < len(sentence.tokens) and sentence.tokens[after].lemma in GOVERNMENTS

    def _surnames_of_known(self, pieces: Pieces) -> None:
        """A known name that is a surname here ("Jordan" after "Ana Jordan") is the person's."""
        surnames = {p.folded[-1]: p for p in self.all if len(p.folded) > 1}
        for s, row in enumerate(pieces):
            for piece in row:
                if piece.kind != "known" or piece.first != piece.last:
                    continue
                token = self._parsed.sentences[s].tokens[piece.first]
                person = surnames.get(fold(token.text))
                if person is None or token.tag not in PROPER:
                    continue
                if (s, piece.first) in self._titled or self._is_surname(person, s, token, piece):
                    self._use(person, s, piece.first, piece.last)

    def _is_surname(self, person: Person, s: int, token: Token, piece: Piece) -> bool:
        """Whether a body's or region's name is a person's named before; a state's name never."""
        row = piece.rows[0]
        if row.party_id in self._names.knowledge.states and row.kind not in PLACES:
            return False
        modifies = token.dep in ("amod", "compound", "nmod")
        return not modifies and any(use.sentence < s for use in person.uses)

    def _surnames_mistagged(self) -> None:
        """Surnames and initials of full names that the parser takes for common words."""
        surnames = {p.folded[-1]: p for p in self.all if len(p.folded) > 1}
        surnames |= {"".join(w[0] for w in p.folded): p for p in self.all if len(p.folded) > 2}
        if not surnames:
            return
        for sentence in self._parsed.sentences:
            for token in sentence.tokens:
                if not token.text[0].isupper() or token.tag in PROPER or token.tag[:2] != "NN":
                    continue
                if (sentence.index, token.i) not in self._by_token:
                    person = surnames.get(fold(token.text))
                    if person is None or (len(token.text) < 3 or fold(token.text) in THINGS):
                        continue
                    if token.text.isupper() or fold(token.text) == person.folded[-1]:
                        self._use(person, sentence.index, token.i, token.i)

    def _use(self, person: Person, s: int, first: int, last: int) -> None:
        tokens = self._parsed.sentences[s].tokens
        text = self._parsed.report.text[tokens[first].start : tokens[last].end].partition("(")[0]
        person.uses.append(Use(s, first, last, text))
        for i in range(first, last + 1):
            self._by_token[(s, i)] = person
        before = [t.text.lower() for t in tokens[max(0, first - 3) : first]]
        person.female += any(w in FEMALE for w in before) or before[-2:] == ["first", "lady"]
        person.male += any(w in MALE for w in before)


def _may_be(folded: tuple[str, ...], row: Officeholder) -> bool:
    for name in row.names:
        known = core_words(words_of(name))
        if not known:
            continue
        if len(folded) == 1:
            if (not row.is_notable or len(known) == 1) and folded[0] in (known[-1], known[0]):
                return True
        elif fits(folded, known) or fits(known, folded):
            return True
    return False


def _lifetime(on: dt.date) -> DateRange:
    """The days on which those who are in the news on a day may have been in office."""
    return dates.span(on - AFTERLIFE, on + PRELUDE)


def _of_one_party(rows: list[Officeholder], on: dt.date | None) -> list[Officeholder]:
    """The rows when they are of one state or organisation; of one person, those in force."""
    parties = {row.party_id for row in rows}
    if len(parties) < 2:
        return rows
    if len({row.name for row in rows}) > 1:
        return []
    if on is not None:
        now = [row for row in rows if row.days.overlaps(dates.day(on))]
        rows = now or rows[-1:]
    return rows if len({row.party_id for row in rows}) == 1 else []


def _titled(pieces: Pieces) -> set[tuple[int, int]]:
    """(sentence, first token) of names that follow an office or an honorific at once."""
    return {
        (s, piece.first)
        for s, row in enumerate(pieces)
        for before, piece in pairwise(row)
        if before.last + 1 == piece.first
        and (before.kind in ("office", "honorific") or _is_holy_see(before))
    }


def _is_holy_see(piece: Piece) -> bool:
    """Whether a known name is an office too: "Pope"."""
    return piece.kind == "known" and piece.rows[0].sector == "REL" and piece.rows[0].kind == "seat"
