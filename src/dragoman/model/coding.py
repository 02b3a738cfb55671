"""What a coder returns: words found, nothing looked up yet."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.text import Span

STATUSES = ("actual", "claimed", "planned", "denied", "hypothetical")
"""How a report asserts a telling, from record.md."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name a party: a noun phrase of one sentence.

    `head` is the index of its head token in sentence number `sentence`; `span` covers the phrase
    without its clauses (relative clauses, participles) and without its coordinated siblings.
    """

    sentence: int
    head: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plover:
    """A PLOVER code: event type ("SANCTION"), mode ("expel") or None, contexts."""

    event_type: str | None
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountMention:
    """A count that is part of an act: "35 diplomats" -> 35.0, "diplomats"."""

    value: float
    unit: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One predicate that tells of an act.

    Attributes:
        sentence: index in `ParsedReport.sentences`.
        trigger: span of the predicate's words; `trigger_token` its index in the sentence.
        quote: the clause that justifies the coding; holds the trigger.
        pattern: id of the pattern that fired.
        actors, recipients: as written; empty when the sentence names none (resolving may fill
            them from the act's knowledge or the report, never invent them).
        others: (role, mention), e.g. ("beneficiary", ...), ("official", ...).
        status: one of `STATUSES`.
        attributed_to: mentions of whom the report gives as its source, innermost first.
        places: mentions in a locative phrase of the predicate.
        confidence: before calibration, 0 to 1.
        coder: who coded it, "opinion@1", where it is not the coder of the other tellings.
        is_unsure: such words often tell something else: it takes two named parties to believe it.
        is_aim: planned only as the aim of something else ("left *to attack* the town").
        is_conditional: what will be done on a condition ("will retaliate if ...").
    """

    sentence: int
    trigger: Span
    trigger_token: int
    quote: Span
    pattern: str
    act: str
    plover: Plover
    cameo: str
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    others: tuple[tuple[str, Mention], ...] = ()
    number: CountMention | None = None
    status: str = "actual"
    attributed_to: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    confidence: float = 0.5
    coder: str | None = None
    is_unsure: bool = False
    is_aim: bool = False
    is_conditional: bool = False
