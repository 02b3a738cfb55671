"""States by what they are: "the Andean nation", "the kingdom", "the communist state".

Which states such words fit is knowledge (natures.csv). Of those the state is meant that the report
named last, in the order of search of all antecedents; where two of one sentence fit, or none that
the report names, it stays open.
"""

from __future__ import annotations

from dragoman.knowledge.tables import Knowledge
from dragoman.resolve.context import Context
from dragoman.resolve.nominals import Nominal
from dragoman.resolve.reference import Antecedents
from dragoman.resolve.resolved import Resolved, state
from dragoman.resolve.words import words

STATES = words(
    """
    country nation state republic kingdom emirate sultanate monarchy principality archipelago
    power neighbor neighbour giant republic
    """
)
"""Nouns that a word of place or constitution makes a description of one state."""
LONGEST = 3  # words of a phrase of natures.csv ("horn of africa")


class Natures:
    """Resolves descriptions of one state."""

    def __init__(self, knowledge: Knowledge, context: Context, antecedents: Antecedents) -> None:
        self._knowledge = knowledge
        self._context = context
        self._antecedents = antecedents

    def fitting(self, nominal: Nominal) -> frozenset[str] | None:
        """The states that the words fit; None where they do not describe a state so."""
        alone = nominal.countries or nominal.pronoun is not None or nominal.is_plural
        if nominal.noun not in STATES or alone or not nominal.is_definite:
            return None
        natures = self._knowledge.natures
        found = [natures[phrase] for phrase in _phrases(nominal) if phrase in natures]
        return frozenset.intersection(*found) if found else None

    def read(self, s: int, nominal: Nominal, fitting: frozenset[str]) -> tuple[Resolved, ...]:
        """The one of the fitting states that is meant; none where that cannot be told."""
        i = nominal.head
        last = self._antecedents.nearest(s, i, lambda e: e.kind == "state" and e.key in fitting)
        if last is not None:
            beside = {e.key for e in self._antecedents.of_sentence(last.sentence, s, i)}
            named = {last.key} if len(beside & fitting) == 1 else frozenset()
        else:
            named = self._context.named & fitting
        if len(named) != 1:
            return ()
        why = f"the state of the report that is {' '.join(_phrases(nominal)[-1:])}"
        return (state(self._knowledge, next(iter(named)), nominal.noun, why),)


def _phrases(nominal: Nominal) -> list[str]:
    """The head and the phrases before it, hyphens closed up, the longest last."""
    before = " ".join(nominal.before).replace(" - ", "-").split()
    spans = [
        " ".join(before[first : first + size])
        for size in range(1, LONGEST + 1)
        for first in range(len(before) - size + 1)
    ]
    return [nominal.noun, *spans]
