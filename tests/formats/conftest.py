"""The record of the event formats, made once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.store.store import Store
from tests.formats import eventful


@pytest.fixture(scope="session")
def eventful_record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = eventful.make(tmp_path_factory.mktemp("eventful") / "record")
    with Store.open(folder) as store:
        yield store
