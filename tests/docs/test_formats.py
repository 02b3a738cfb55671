"""docs/formats.md and docs/cli.md tell every column, reason and format of event data, in order."""

from __future__ import annotations

import re

from dragoman.formats import agreement, events
from dragoman.formats.foreign import REASONS
from dragoman.formats.imports import NAMES
from tests.docs.reading import sections, text

ROW = re.compile(r"^\| (`\w+`(?:, `\w+`)*) \| (.+) \|$", re.M)
PAGE = sections(sections(text("docs/formats.md"))["Event data"], level=3)
ALONE = sections(text("docs/formats.md"))["Event data"].partition("\n### ")[0]


def told(part: str) -> list[str]:
    """The names in the first cells of a table."""
    return [name for names, _ in ROW.findall(part) for name in re.findall(r"`(\w+)`", names)]


def test_every_column_of_an_imported_row_is_documented() -> None:
    columns, _, _ = PAGE["Imported rows"].partition("| reason |")
    assert tuple(told(columns)) == NAMES


def test_every_reason_is_documented() -> None:
    _, _, reasons = PAGE["Imported rows"].partition("| reason |")
    assert {name.strip("`"): about for name, about in ROW.findall(reasons)} == REASONS


def test_every_format_is_documented() -> None:
    assert re.findall(r"^\| `(\w+)`", ALONE, re.M) == list(events.READERS)


def test_every_column_of_a_comparison_is_documented() -> None:
    assert sorted(told(sections(text("docs/cli.md"))["eval"])) == sorted(agreement.KEYS)
