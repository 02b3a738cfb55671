"""Why a text is coded as it is: its grammar, the patterns that fired or nearly did, the roles.

What is explained is the very coding that `code_rows` gives: the same parser, coder and resolver.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.knowledge.names import NameIndex
from dragoman.model.coding import EventMention, Mention
from dragoman.model.event import Event
from dragoman.model.text import ParsedReport, Sentence
from dragoman.resolve.parties import Cast
from dragoman.run.reading import Reader
from dragoman.run.sentences import as_report, booked_events


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the parse; `head` is the index of the word that it hangs on, its own at the top."""

    text: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Role:
    """Words that fill a role, what they mean, and why; `means` is None where that stays open."""

    role: str
    words: str
    means: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A predicate that was coded: the pattern, what it gave, the roles.

    `set_aside` is the plain reason for which a record would not keep it, or None.
    """

    trigger: str
    pattern: str
    act: str
    event_type: str | None
    mode: str | None
    cameo: str
    status: str
    quote: str
    confidence: float
    roles: tuple[Role, ...]
    set_aside: str | None


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A pattern that lists the predicate and did not fit, with the condition it failed."""

    trigger: str
    pattern: str
    unmet: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything about one text; `events` are the rows that `dragoman code` gives for it."""

    words: tuple[tuple[Word, ...], ...]
    tellings: tuple[Telling, ...]
    near: tuple[NearMiss, ...]
    events: tuple[Event, ...]


def explain(text: str, published: dt.date | None, *, reader: Reader) -> Explanation:
    """Explain the coding of one text, as if published on a day."""
    parsed = reader.parser.parse(as_report(text, published, "text"))
    mentions = reader.coder.code(parsed)
    cast = Cast(parsed, reader.knowledge, NameIndex.of(reader.knowledge))
    return Explanation(
        words=tuple(tuple(_words(sentence)) for sentence in parsed.sentences),
        tellings=tuple(_telling(parsed, mention, cast, reader) for mention in mentions),
        near=tuple(_near(parsed, mentions, reader)),
        events=booked_events(parsed, reader),
    )


def _words(sentence: Sentence) -> Iterator[Word]:
    for token in sentence.tokens:
        yield Word(text=token.text, tag=token.tag, dep=token.dep, head=token.head)


def _telling(parsed: ParsedReport, mention: EventMention, cast: Cast, reader: Reader) -> Telling:
    aside = reader.resolver.resolve(parsed, [mention], coder=reader.name).rejections
    sides = (("actor", mention.actors), ("recipient", mention.recipients))
    others = ((role, (words,)) for role, words in mention.others)
    said = ("attributed to", mention.attributed_to)
    return Telling(
        trigger=parsed.quote(mention.trigger), pattern=mention.pattern, act=mention.act,
        event_type=mention.plover.event_type, mode=mention.plover.mode, cameo=mention.cameo,
        status=mention.status, quote=parsed.quote(mention.quote), confidence=mention.confidence,
        roles=tuple(
            row for role, words in (*sides, *others, said) for row in _roles(role, words, cast)
        ),
        set_aside=aside[0].detail.partition(": ")[2] if aside else None,
    )  # fmt: skip


def _roles(role: str, mentions: Sequence[Mention], cast: Cast) -> Iterator[Role]:
    for mention in mentions:
        found = cast.who(mention)
        if not found:
            yield Role(role, mention.text, None, "nothing tells which party is meant")
        for resolved in found:
            party = resolved.party
            country = f" of {party.country}" if party.country not in (None, party.party_id) else ""
            sector = f", {party.sector}" if party.sector else ""
            means = f"{party.party_id} ({party.kind}{country}{sector})"
            yield Role(role, mention.text, means, resolved.why)


def _near(
    parsed: ParsedReport, mentions: Sequence[EventMention], reader: Reader
) -> Iterator[NearMiss]:
    """Patterns that list a predicate which no pattern fits."""
    coded = {(mention.sentence, mention.trigger_token) for mention in mentions}
    for sentence in parsed.sentences:
        for frame, pattern, unmet in reader.coder.unmet(sentence):
            if (sentence.index, frame.at) not in coded:
                yield NearMiss(sentence.tokens[frame.at].text, pattern.id, unmet)
