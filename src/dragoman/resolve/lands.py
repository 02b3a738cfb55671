"""Places that stand as parties: "shelled the town of Garba", "the capital, Lima", "Garba".

Who shells a town does it to the state that it lies in. The state is that of the words themselves,
of the name beside them, of the table of towns, or of the passage; where two towns of one name could
be meant it stays open.
"""

from __future__ import annotations

from dragoman.knowledge.names import NameIndex
from dragoman.model.text import ParsedReport, Sentence
from dragoman.resolve.company import Company
from dragoman.resolve.context import Context
from dragoman.resolve.nominals import Nominal
from dragoman.resolve.resolved import Resolved, group
from dragoman.resolve.words import words

PLACES = words(
    """
    city capital town port province district village enclave suburb neighborhood neighbourhood
    township settlement valley
    """
)
"""Nouns for a part of a state; "region" and "island" are as often a part of none."""
LOCATIVE = frozenset({"in", "at", "near", "to", "from", "of", "into", "on", "outside", "around"})
Country = tuple[str, str]
"""A state (ISO3) and the words that tell it."""


class Lands:
    """Finds the states of places that one report speaks of as parties."""

    def __init__(
        self, parsed: ParsedReport, company: Company, context: Context, names: NameIndex
    ) -> None:
        self._parsed = parsed
        self._company = company
        self._context = context
        self._names = names

    def read(self, s: int, nominal: Nominal) -> tuple[Resolved, ...]:
        """The place that a noun for one means, as people of its state; none when that is open."""
        if nominal.noun.rpartition(" ")[2] not in PLACES or nominal.is_plural:
            return ()
        found = self._country(s, nominal)
        if found is None:
            return ()
        why = f"lies in {found[1]}"
        return (group(nominal.noun, found[0], "CVL", why, is_place=True),)

    def _country(self, s: int, nominal: Nominal) -> Country | None:
        if nominal.countries:
            return nominal.countries[0]
        sentence = self._parsed.sentences[s]
        beside = [t.i for t in sentence.kids(nominal.head, "appos")]
        for at in (*beside, *([] if nominal.owner is None else [nominal.owner])):
            for resolved in self._company.head(s, at):
                if resolved.party.country is not None:
                    return resolved.party.country, resolved.party.name
        return self._context.home(s, nominal.head) if nominal.is_definite else None

    def of_name(self, s: int, nominal: Nominal) -> Country | None:
        """The state of a town that no table of parties names; None where towns share the name.

        A town of a state that the report names goes first; one of another state is believed only
        where the words say where something is.
        """
        found = {town.country for town in self._names.towns(nominal.name)}
        here = found & self._context.named
        if len(here) == 1:
            return next(iter(here)), nominal.name
        if len(found) != 1 or not is_where(self._parsed.sentences[s], nominal.head):
            return None
        return next(iter(found)), nominal.name

    def people_of(self, s: int, i: int) -> tuple[str | None, str] | None:
        """Where people of some nation live: "the Turks of Greece", "ethnic Turks"; else None.

        They are of the state they live in; whose they are is open when nothing tells it.
        """
        sentence = self._parsed.sentences[s]
        before = sentence.kids(i, "amod", "compound", "nmod")
        is_ethnic = any(t.text.lower() == "ethnic" for t in before)
        of = any(t.text.lower() == "of" for t in sentence.kids(i, "prep"))
        if not (is_ethnic or of):
            return None
        countries = self._company.nominals(s).read(i).countries
        if countries:
            return countries[0][0], f"people of {countries[0][1]}"
        if not is_ethnic:
            return None
        return self._context.home(s, i) or (None, "its state is not told")


def is_where(sentence: Sentence, i: int) -> bool:
    """Whether token `i` stands after a preposition of place."""
    token = sentence.tokens[i]
    return token.dep == "pobj" and sentence.tokens[token.head].text.lower() in LOCATIVE
