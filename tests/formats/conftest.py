"""A small record made by hand, opened, for every format."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.store.store import Store
from tests.formats.made import tables


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("formats") / "record"
    with Store.open(folder, create=True) as made:
        made.publish(tables())
        yield made
