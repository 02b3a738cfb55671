"""Descriptions that an earlier one explains: "the ministers" after "the ministers of the EFTA".

A definite phrase without a state of its own repeats the last phrase with the same noun that names
one; "the bloc", "the bank", "the delegates" mean the organisation named last that can be so called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from dragoman.knowledge.tables import Knowledge, Organisation
from dragoman.model.text import ParsedReport
from dragoman.resolve.nominals import Nominal, Nominals
from dragoman.resolve.pieces import Piece
from dragoman.resolve.words import words

Place = tuple[int, int]
"""A sentence and the head token of a phrase in it."""
UNIONS = frozenset({"IGO", "EUR", "UNO"})
"""Groups of organisations of which states are members."""
MEMBERS = words("delegate participant minister member attendee signatory representative")
"""People who, without a state, may be those of the organisation of states named last."""
UNION_NOUNS = words("bloc alliance organisation organization union club")
FIRM_NOUNS = words("company firm bank group manufacturer corporation airline carrier maker giant")
BODY_NOUNS = words("organisation organization group watchdog body agency network")
FIRMS = frozenset({"BUS", "MNC"})
BACK = 6  # sentences looked back over for an organisation


class Echoes:
    """Finds the earlier phrase that a description of one report repeats."""

    def __init__(
        self,
        parsed: ParsedReport,
        knowledge: Knowledge,
        known: Callable[[int], Mapping[int, Piece]],
        nominals: Callable[[int], Nominals],
    ) -> None:
        self._parsed = parsed
        self._knowledge = knowledge
        self._known = known
        self._nominals = nominals

    def same_noun(self, s: int, nominal: Nominal) -> Iterator[Place]:
        """Earlier phrases with the same noun and number that say whose it is, the last first."""
        lemma = self._lemma(s, nominal.head)
        for place in reversed(self._by_lemma.get(lemma, ())):
            if place >= (s, nominal.head):
                continue
            read = self._nominals(place[0]).read(place[1])
            by_others = read.owner if read.beside is None else read.beside
            told = read.countries or read.bodies or read.named or by_others is not None
            if told and read.is_plural == nominal.is_plural and read.noun.endswith(nominal.noun):
                yield place

    def organisation(self, s: int, nominal: Nominal) -> Place | None:
        """The organisation named last that such a noun may mean, or None."""
        fits = _fitting(nominal)
        if fits is None or not nominal.is_definite:
            return None
        for number in range(s, max(-1, s - BACK - 1), -1):
            for i, row in reversed(self._organisations(number)):
                if (number < s or i < nominal.head) and fits(row):
                    return number, i
        return None

    def _organisations(self, s: int) -> list[tuple[int, Organisation]]:
        rows = self._knowledge.organisations
        return [
            (i, rows[piece.rows[0].party_id])
            for i, piece in self._known(s).items()
            if i == piece.last and piece.rows[0].party_id in rows
            and piece.rows[0].kind != "region"
        ]  # fmt: skip

    def _lemma(self, s: int, i: int) -> str:
        return self._parsed.sentences[s].tokens[i].lemma.lower()

    @cached_property
    def _by_lemma(self) -> Mapping[str, list[Place]]:
        found: dict[str, list[Place]] = {}
        for sentence in self._parsed.sentences:
            for token in sentence.tokens:
                if token.tag[:2] == "NN":
                    found.setdefault(token.lemma.lower(), []).append((sentence.index, token.i))
        return found


def _fitting(nominal: Nominal) -> Callable[[Organisation], bool] | None:
    """Which organisations a noun may mean; None when it means none."""
    noun = nominal.noun.rpartition(" ")[2]
    if nominal.is_plural:
        return _is_union if noun in MEMBERS else None
    if noun in UNION_NOUNS:
        return _is_union
    if noun in FIRM_NOUNS and (nominal.sector == "BUS" or noun in ("giant", "maker")):
        return _is_firm
    if noun in BODY_NOUNS:
        return _is_body
    return None


def _is_union(row: Organisation) -> bool:
    return row.group in UNIONS and row.sector != "JRN"


def _is_firm(row: Organisation) -> bool:
    return row.sector in FIRMS or row.group in FIRMS


def _is_body(row: Organisation) -> bool:
    return row.sector not in ("JRN", "GOV") and not _is_firm(row)
