"""Parties given: which of a text's tellings is about exactly these two, and in their roles.

The caller says who is meant by the words of the text, so nothing has to be recognised as a party:
a telling is chosen by where its own mentions stand and the given words take its roles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model.coding import EventMention, Mention
from dragoman.model.text import ParsedReport, Sentence, Span

ELSEWHERE = 2.5
"""What a given party costs that stands in another sentence: more than a role that fits is worth."""


@dataclass(frozen=True, slots=True)
class Given:
    """The parties as mentions in the text; None where the row does not give the side."""

    actor: Mention | None
    recipient: Mention | None


def locate(parsed: ParsedReport, actor: str | None, recipient: str | None) -> Given | None:
    """Where the given words stand; None when they do not stand in the text.

    Of several places the pair nearest to each other in one sentence is taken.
    """
    places = [tuple(_mentions(parsed, words)) for words in (actor, recipient)]
    if any(words and not found for words, found in zip((actor, recipient), places, strict=True)):
        return None
    if not (places[0] and places[1]):
        return Given(*(found[0] if found else None for found in places))
    pairs = [(a, r) for a in places[0] for r in places[1] if not _overlap(a.span, r.span)]
    if not pairs:
        return None
    return Given(*min(pairs, key=lambda pair: _distance(*pair)))


def best_between(
    parsed: ParsedReport, mentions: Sequence[EventMention], given: Given
) -> tuple[EventMention | None, float]:
    """The telling that fits the given parties best, in their roles, and how well it does.

    A telling whose own actor and recipient are the given ones has a fit of 4, less a little for
    each clause or phrase that it stands under. One with a fit below 0 is about others: None.
    """
    ranked = sorted(
        ((_fit(parsed, mention, given), -place) for place, mention in enumerate(mentions)),
        reverse=True,
    )
    if not ranked or ranked[0][0] < 0:
        return None, 0.0
    fit, place = ranked[0]
    return in_roles(mentions[-place], given), fit


def in_roles(mention: EventMention, given: Given) -> EventMention:
    """The telling with the given parties as its actor and recipient."""
    actors = mention.actors if given.actor is None else (given.actor,)
    recipients = mention.recipients if given.recipient is None else (given.recipient,)
    return replace(mention, actors=actors, recipients=recipients, others=())


def _fit(parsed: ParsedReport, mention: EventMention, given: Given) -> float:
    """How much speaks for a telling being about the given two, in these roles."""
    done_by, done_to = mention.actors, (*mention.recipients, *_named(mention))
    if not mention.recipients:
        done_to = (*done_to, *mention.actors)
    fit = 0.0
    for party, own, other in (
        (given.actor, done_by, mention.recipients), (given.recipient, done_to, mention.actors),
    ):  # fmt: skip
        if party is None:
            continue
        if _is_among(party, own):
            fit += 2
        elif _is_among(party, other):
            fit -= 1
        elif _within(party.span, mention.quote):
            fit += 0.5
    sides = [p for p in (given.actor, given.recipient) if p is not None]
    fit -= ELSEWHERE * sum(party.sentence != mention.sentence for party in sides)
    above = parsed.sentences[mention.sentence].path(mention.trigger_token)[1:]
    return fit - 0.1 * len(above)


def _named(mention: EventMention) -> tuple[Mention, ...]:
    return (*(m for _, m in mention.others), *mention.places)


def _is_among(party: Mention, mentions: Sequence[Mention]) -> bool:
    return any(_overlap(party.span, mention.span) for mention in mentions)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _distance(one: Mention, other: Mention) -> tuple[int, int]:
    return abs(one.sentence - other.sentence), abs(one.span.start - other.span.start)


def _mentions(parsed: ParsedReport, words: str | None) -> Iterator[Mention]:
    """The places in a text where some words stand."""
    if not words or not words.strip():
        return
    text, wanted = parsed.report.text, words.strip()
    if wanted not in text:
        text, wanted = text.lower(), wanted.lower()
        if len(text) != len(parsed.report.text):
            return  # lowering changed the length, so offsets would not be those of the text
    start = text.find(wanted)
    while start >= 0:
        span = Span(start, start + len(wanted))
        for sentence in parsed.sentences:
            inside = [t.i for t in sentence.tokens if _overlap(Span(t.start, t.end), span)]
            if inside:
                head = _head(sentence, inside)
                yield Mention(
                    sentence=sentence.index, head=head, span=span, text=parsed.quote(span)
                )
                break
        start = text.find(wanted, start + 1)


def _head(sentence: Sentence, inside: Sequence[int]) -> int:
    """The word of a phrase that the others hang on."""
    within = set(inside)
    for i in inside:
        if sentence.tokens[i].head not in within or sentence.tokens[i].head == i:
            return i
    return inside[-1]
