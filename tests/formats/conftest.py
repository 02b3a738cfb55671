"""Two small records made by hand, opened once: one for every format, one for event files."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.store.store import Store
from tests.formats import eventful
from tests.formats.made import tables


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A small record that has something of everything, hostile text included."""
    folder = tmp_path_factory.mktemp("formats") / "record"
    with Store.open(folder, create=True) as made:
        made.publish(tables())
        yield made


@pytest.fixture(scope="session")
def eventful_record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The record of the event formats."""
    folder = eventful.make(tmp_path_factory.mktemp("eventful") / "record")
    with Store.open(folder) as store:
        yield store
