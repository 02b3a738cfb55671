"""What the second opinion learns from: our corpus, and the example sentences of the patterns.

All of it was written for dragoman; nothing else is read. An example of a pattern is short and
plain, a sentence of the corpus varied: the two together teach both the core of an act and its
wordings.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.knowledge.corpus import NONE, CodedSentence, corpus
from dragoman.knowledge.load import load
from dragoman.run.booking import booked
from dragoman.run.engine import Job
from dragoman.run.reading import Reader
from dragoman.run.sentences import as_report

HELD = 6
"""One sentence of the corpus in so many is held back, to see whether training goes well."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence with two parties (character spans or None) and its PLOVER type and mode."""

    text: str
    actor: tuple[int, int] | None
    recipient: tuple[int, int] | None
    event_type: str
    mode: str | None
    is_held: bool


def lessons() -> list[Lesson]:
    """Everything to learn from, in a fixed order."""
    return [*_from_corpus(), *_from_patterns()]


def _from_corpus() -> Iterator[Lesson]:
    for row in corpus():
        if row.status in ("denied", "hypothetical"):
            continue  # PLOVER codes neither
        sides = row.sides()
        event_type, mode = _as_booked(row)
        yield Lesson(
            row.text, sides[0] if sides else None, sides[1] if len(sides) > 1 else None,
            event_type, mode, _hash(row.text) % HELD == 0,
        )  # fmt: skip


def _as_booked(row: CodedSentence) -> tuple[str, str | None]:
    """Type and mode; of what is only planned, those that PLOVER books it as."""
    if row.event_type is None:
        return NONE, None
    if row.status == "planned":
        cameo = load().of_types[row.event_type, None].cameo
        plan = load().rebooking("planned", cameo)
        if plan is not None:
            return plan.event_type, plan.mode
    return row.event_type, row.mode


def _from_patterns() -> Iterator[Lesson]:
    knowledge, reader = load(), Reader(Job())
    for pattern in knowledge.patterns:
        for example in pattern.examples:
            parsed = reader.parser.parse(as_report(example.text, None, pattern.id))
            for mention in reader.coder.code(parsed):
                sides = (*mention.actors[:1], *(mention.recipients[:1] or mention.actors[1:2]))
                is_plain = mention.status not in ("denied", "hypothetical")
                if mention.pattern == pattern.id and is_plain and len(sides) == 2:
                    code = booked(mention, knowledge).plover
                    yield Lesson(
                        example.text, tuple(sides[0].span), tuple(sides[1].span),
                        code.event_type or NONE, code.mode, False,
                    )  # fmt: skip
                    break


def _hash(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)
