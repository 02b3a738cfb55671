"""docs/reading.md tells every format, column and reason, and no other."""

from __future__ import annotations

import re

import pytest

from dragoman.clean import REASONS as CLEAN_REASONS
from dragoman.clean.settings import FATAL
from dragoman.read import REASONS as READ_REASONS
from dragoman.read.folder import FORMATS
from dragoman.read.rows import COLUMNS
from tests.docs.reading import sections, text

PAGE = sections(text("docs/reading.md"))
ROW = re.compile(r"^\| `(\w+)` \| (.+) \|$", re.M)
WORD = re.compile(r"`([\w.]+)`")


@pytest.mark.parametrize(
    ("stage", "reasons"), [("read", READ_REASONS), ("clean", CLEAN_REASONS)], ids=["read", "clean"]
)
def test_every_reason_is_documented(stage: str, reasons: dict[str, str]) -> None:
    _, _, part = PAGE["Reasons"].partition(f"Stage `{stage}`")
    part = part.partition("Stage `clean`")[0]
    assert ROW.findall(part) == sorted(reasons.items())


def test_every_fatal_reason_is_documented() -> None:
    told = re.search(r"of these only(.+?)set the whole", PAGE["Reasons"], re.S)
    assert told is not None
    assert WORD.findall(told[1]) == list(FATAL)


def test_every_ending_is_documented() -> None:
    rows = [line for line in PAGE["Formats"].splitlines() if line.startswith("| `")]
    told = [ending for row in rows for ending in WORD.findall(row.split("|")[1])]
    assert told == list(FORMATS)


def test_every_column_name_is_documented() -> None:
    told = [(value, tuple(WORD.findall(names))) for value, names in ROW.findall(PAGE["Columns"])]
    assert told == list(COLUMNS)
