from __future__ import annotations

import importlib
import re

import pytest

from tests.docs.reading import text

ENTRIES = sorted(set(re.findall(r"`(dragoman(?:\.\w+){2,})`", text("docs/stages.md"))))


@pytest.mark.parametrize("name", ENTRIES)
def test_entry_point_is_there(name: str) -> None:
    module, _, member = name.rpartition(".")
    assert hasattr(importlib.import_module(module), member)


def test_every_stage_has_a_section() -> None:
    stages = re.findall(r"^\| (\w+) \|", text("docs/stages.md"), flags=re.M)[1:]
    assert [f"## {stage}\n" in text("docs/stages.md") for stage in stages] == [True] * 10
