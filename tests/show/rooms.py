"""A reading room over the rows of a small invented record, for the tests of pages."""

from __future__ import annotations

import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman.show.room import Room
from dragoman.store.store import Store
from tests.show.story import whole

NAMES = {"BOL": "Bolivia", "CHL": "Chile"}


def room(
    rows: dict[str, list[dict[str, Any]]] | None = None,
    *,
    title: str = "A story",
    public: bool = False,
) -> Room:
    """The room of `rows` (tests/show/story.py), as a record on disk would give it."""
    if rows is None and title == "A story" and not public:
        return _whole()
    return _room(whole() if rows is None else rows, title=title, public=public)


@lru_cache(maxsize=1)
def _whole() -> Room:
    return _room(whole(), title="A story", public=False)


def _room(rows: dict[str, list[dict[str, Any]]], *, title: str, public: bool) -> Room:
    with tempfile.TemporaryDirectory() as folder:
        with Store.open(Path(folder) / "record", create=True) as store:
            store.publish(rows)
        with Store.open(Path(folder) / "record") as store:
            return Room.of(store, NAMES, title=title, public=public)
