from __future__ import annotations

import re

import pytest

from dragoman.store.schema import EXPORTED, tables
from tests.docs.reading import sections, text

COLUMN = re.compile(r"^\| `(\w+)` \|", re.M)


@pytest.mark.parametrize("name", EXPORTED)
def test_every_column_is_documented_in_order(name: str) -> None:
    documented = COLUMN.findall(sections(text("docs/tables.md"))[name])
    assert documented == list(tables()[name].names)
