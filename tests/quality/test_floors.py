"""Floors under the figures of the patterns on our own corpus.

Counted on every third sentence of the half that nobody looked at while the patterns were written,
without the second opinion, which learned from it. A figure that falls below its floor means that
something broke; raise the floors when figures rise. Sets that may not be shipped are measured by
bench/quality/run.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from dragoman.knowledge.corpus import NONE, CodedSentence, corpus
from dragoman.run.engine import Job
from dragoman.run.sentences import code_rows

FLOORS = {
    "ACCUSE": 50, "AGREE": 45, "AID": 16, "ASSAULT": 40, "COERCE": 28, "CONCEDE": 35,
    "CONSULT": 45, "COOPERATE": 20, "MOBILIZE": 20, "PROTEST": 18, "REJECT": 38, "REQUEST": 45,
    "RETREAT": 25, "SANCTION": 33, "SUPPORT": 48, "THREATEN": 26,
}  # fmt: skip
"""Percent of the sentences of a type that are coded as it, nothing being told."""
LEFT_ALONE = 74
"""Percent of the sentences without an event that get none."""
GIVEN = 42
"""Percent of the sentences with two parties whose type is told right, the parties being given."""
Coded = list[tuple[CodedSentence, list[dict[str, Any]]]]


def unseen() -> Iterator[CodedSentence]:
    yield from [row for row in corpus() if row.half == 1][::3]


def types(events: list[dict[str, Any]]) -> set[str | None]:
    return {event["event_type"] for event in events}


@pytest.fixture(scope="module")
def coded() -> Coded:
    rows = list(unseen())
    answers = code_rows([{"text": row.text} for row in rows], Job(second=False))
    return [(row, answer["events"]) for row, answer in zip(rows, answers, strict=True)]


@pytest.mark.parametrize("event_type", sorted(FLOORS))
def test_share_of_a_type_that_is_coded(coded: Coded, event_type: str) -> None:
    right = Counter(
        event_type in types(events) for row, events in coded if row.event_type == event_type
    )
    assert 100 * right[True] / right.total() >= FLOORS[event_type]


def test_share_of_sentences_without_an_event_that_are_left_alone(coded: Coded) -> None:
    left = Counter(not events for row, events in coded if row.act == NONE)
    assert 100 * left[True] / left.total() >= LEFT_ALONE


def test_share_that_is_right_with_given_parties() -> None:
    rows = [row for row in unseen() if row.event_type is not None and row.pair() is not None][::2]
    asked = []
    for row in rows:
        actor, recipient = row.pair() or ("", "")
        asked.append({"text": row.text, "actor": actor, "recipient": recipient})
    answers = code_rows(asked, Job(second=False))
    told = [
        row.event_type in types(answer["events"]) for row, answer in zip(rows, answers, strict=True)
    ]
    assert 100 * sum(told) / len(told) >= GIVEN
