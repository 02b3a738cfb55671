"""The states, bodies and people that the words of a report name: what a later word may mean."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.knowledge.names import NameIndex
from dragoman.model.text import ParsedReport, Sentence
from dragoman.resolve.persons import Persons
from dragoman.resolve.pieces import Piece
from dragoman.resolve.reference import SUBJECTS, Entity


class Entities:
    """The entities of each sentence of one report.

    `known` gives the known names of a sentence by token, `country` the state of a known name.
    """

    def __init__(
        self,
        parsed: ParsedReport,
        persons: Persons,
        names: NameIndex,
        known: Callable[[int], dict[int, Piece]],
        country: Callable[[Piece], str | None],
    ) -> None:
        self._parsed = parsed
        self._persons = persons
        self._names = names
        self._knowledge = names.knowledge
        self._known = known
        self._country = country
        self._rows: dict[int, tuple[Entity, ...]] = {}

    def of(self, s: int) -> tuple[Entity, ...]:
        """Those of sentence `s`, in text order."""
        rows = self._rows.get(s)
        if rows is None:
            rows = tuple(sorted(self._all(s), key=lambda e: e.head))
            self._rows[s] = rows
        return rows

    def _all(self, s: int) -> list[Entity]:
        sentence = self._parsed.sentences[s]
        out: list[Entity] = []
        for token in sentence.tokens:
            if token.tag[:2] not in ("NN", "JJ"):
                continue
            entity = self._entity(s, sentence, token.i)
            if entity is not None:
                out.append(entity)
        return out

    def _entity(self, s: int, sentence: Sentence, i: int) -> Entity | None:
        token = sentence.tokens[i]
        person = self._persons.at(s, i)
        if person is not None:
            inside = self._persons.at(s, token.head) is person and token.head != i
            if inside and token.dep in ("compound", "flat", "amod", "nmod"):
                return None
            return Entity(s, i, "person", False, person.gender, person.party_id)
        piece = self._known(s).get(i)
        if piece is not None:
            row = piece.rows[0]
            if i != piece.last or row.kind in ("region", "city"):
                return None
            if row.kind == "demonym" and token.dep in ("amod", "compound", "nmod"):
                return None
            kind = "state" if row.party_id in self._knowledge.states else "organisation"
            return Entity(s, i, kind, False, None, self._country(piece) or row.party_id)
        return self._common(s, sentence, i)

    def _common(self, s: int, sentence: Sentence, i: int) -> Entity | None:
        """A common noun for people or a body, when it is an argument of a verb."""
        token = sentence.tokens[i]
        if token.dep not in (*SUBJECTS, "dobj", "agent", "pobj", "conj", "attr"):
            return None
        role = self._names.role(token.lemma)
        if role is None or role.kind == "thing":
            return None
        kind = {"person": "person", "group": "group", "body": "organisation"}[role.kind]
        plural = token.tag in ("NNS", "NNPS")
        kids = {t.i for t in sentence.kids(i, "appos")}
        if any(self._persons.at(s, k) is not None for k in kids):
            return None
        return Entity(s, i, kind, plural, None, f"{token.lemma}@{s}.{i}")
