"""Inside which state an act without named sides took place, as far as its own clauses tell.

"His arrest sparked demonstrations", "fled during the riots": the state is that of whoever the
governing clauses are about. Only clauses above the act count, nearest first; a clause about two
states says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.coding import EventMention
from dragoman.model.text import ParsedReport, Sentence
from dragoman.resolve.parties import Cast

SUBJECTS = ("nsubj", "nsubjpass")
HIGHEST = 6  # clauses above the act that are looked at


def inside(parsed: ParsedReport, mention: EventMention, cast: Cast) -> str | None:
    """The state (ISO3) of the nearest clause that is about one state; None when none is."""
    sentence = parsed.sentences[mention.sentence]
    for clause in _clauses_above(sentence, mention.trigger_token):
        countries = {
            resolved.party.country
            for head in _about(sentence, clause)
            for resolved in cast.head(sentence.index, head)
            if resolved.party.country is not None
        }
        if countries:
            return next(iter(countries)) if len(countries) == 1 else None
    return None


def _clauses_above(sentence: Sentence, at: int) -> Iterator[int]:
    token = sentence.tokens[at]
    for _ in range(HIGHEST):
        if token.head == token.i:
            return
        token = sentence.tokens[token.head]
        if token.tag.startswith("VB"):
            yield token.i


def _about(sentence: Sentence, verb: int) -> Iterator[int]:
    """The subject of a clause and whose it is; the head of a relative clause."""
    for subject in sentence.kids(verb, *SUBJECTS):
        yield subject.i
        yield from (owner.i for owner in sentence.kids(subject.i, "poss"))
    token = sentence.tokens[verb]
    if token.dep in ("relcl", "acl"):
        yield token.head
