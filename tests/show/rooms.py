"""A reading room over the rows of a small invented record, for the tests of pages."""

from __future__ import annotations

import tempfile
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
    with tempfile.TemporaryDirectory() as folder:
        with Store.open(Path(folder) / "record", create=True) as store:
            store.publish(whole() if rows is None else rows)
        with Store.open(Path(folder) / "record") as store:
            return Room.of(store, NAMES, title=title, public=public)
