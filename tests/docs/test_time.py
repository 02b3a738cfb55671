"""docs/time.md tells what the program answers."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from dragoman.run.when import when
from tests.docs.reading import sections, text

TOLD = dt.date(2019, 6, 12)
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in sections(text("docs/time.md"))["What news says"].splitlines()
    if line.startswith("| ") and "**" in line
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_words_mean_what_the_page_says(row: list[str]) -> None:
    told = re.search(r"\*\*(.+?)\*\*", row[0])
    assert told is not None
    found = {time.words: time for time in when(row[0].replace("**", ""), TOLD)}
    time = found[told[1]]
    days = time.range
    means = ["", "", ""] if days is None else [str(days.first), str(days.last), days.precision]
    assert [*means, f"{time.type} {time.value}"] == row[1:]
