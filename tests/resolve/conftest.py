"""Fixture `ask(text)`: a text with its cast."""

from __future__ import annotations

import pytest

from dragoman.knowledge.names import NameIndex
from tests.resolve.people import Asked


@pytest.fixture(scope="session")
def names(knowledge):
    return NameIndex.of(knowledge)


@pytest.fixture(scope="session")
def ask(parse, knowledge, names):
    """ask(text, **parse arguments) -> Asked."""

    def run(text, **kind):
        return Asked(parse(text, **kind), knowledge, names)

    return run
