"""Seven kinds of poison at the first, a middle and the last place: each costs itself alone.

`DRAGOMAN_SOAK=1` (make soak) tries every kind at every place, and 70 among 1,000 reports.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from dragoman.run.engine import Job
from dragoman.run.local import Workers
from tests.run.poisoned import POISONS
from tests.run.test_local import COMMAND, outcome, raws

SOAK = bool(os.environ.get("DRAGOMAN_SOAK"))
PLACES = {"first": 0, "middle": 20, "last": 39}
"""Of 40 reports, which are three chunks."""
WHOLE = Job(pipeline="whole")


def cases() -> Iterator[tuple[str, str]]:
    """Every kind at every place, or each kind once and each place at least twice."""
    for at, kind in enumerate(POISONS):
        for number, place in enumerate(PLACES):
            if SOAK or number == at % len(PLACES):
                yield kind, place


@pytest.mark.parametrize(("kind", "place"), list(cases()))
def test_poison_costs_itself_alone(kind: str, place: str) -> None:
    texts = [f"report {number}" for number in range(40)]
    texts[PLACES[place]] = kind
    # To take all the memory takes time: the deadline must not come first.
    deadline_s = 1.0 if POISONS[kind] == "timeout" else 30.0
    (found,) = Workers(2, deadline_s=deadline_s, command=COMMAND).map(WHOLE, [raws(*texts)])
    assert outcome(found) == [POISONS.get(text, text) for text in texts]


@pytest.mark.skipif(not SOAK, reason="minutes: in full by `make soak`")
def test_seventy_among_a_thousand_are_set_aside_and_no_other() -> None:
    texts = [f"report {number}" for number in range(1_000)]
    for number in range(70):
        texts[number * 14 + number % 5] = list(POISONS)[number % 7]
    batches = [raws(*texts[at : at + 128]) for at in range(0, 1_000, 128)]
    engine = Workers(2, deadline_s=10.0, command=COMMAND)
    found = [one for readings in engine.map(WHOLE, batches) for one in outcome(readings)]
    assert found == [POISONS.get(text, text) for text in texts]
