"""Places that stand as parties: "shelled the town of Garba", "the capital, Lima", "Garba".

Who shells a town does it to the state that it lies in. The state is that of the words themselves,
of the name beside them, of the table of towns, or of the passage; where two towns of one name could
be meant it stays open.
"""

from __future__ import annotations

from dragoman.knowledge.names import NameIndex
from dragoman.model.text import ParsedReport
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
        token = self._parsed.sentences[s].tokens[nominal.head]
        above = self._parsed.sentences[s].tokens[token.head]
        is_where = token.dep == "pobj" and above.text.lower() in LOCATIVE
        return (next(iter(found)), nominal.name) if len(found) == 1 and is_where else None
