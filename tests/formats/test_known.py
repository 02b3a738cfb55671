from __future__ import annotations

import re
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any, ClassVar

import pytest

from dragoman.errors import UsageError
from dragoman.formats import known
from dragoman.formats.chosen import Chosen
from dragoman.formats.registry import Settings
from dragoman.store.store import Store
from tests.docs.reading import text


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="expected one of jsonl, csv, parquet"):
        known.find("excel")


@pytest.mark.parametrize("name", known.FORMATS)
def test_a_format_is_described_in_a_line_and_takes_settings_that_exist(name: str) -> None:
    form = known.FORMATS[name]
    assert 0 < len(form.about) < 90
    assert set(form.takes) <= {field.name for field in fields(Settings)}


def test_no_two_formats_share_a_name() -> None:
    assert all(name == form.name for name, form in known.FORMATS.items())


def test_what_was_not_asked_is_left_at_its_default() -> None:
    assert known.settings(known.find("csv"), bom=False, coarse=None) == Settings()


def test_a_setting_that_a_format_does_not_know_is_refused() -> None:
    with pytest.raises(UsageError, match="bom: the format jsonl has no use for it; it is for csv"):
        known.settings(known.find("jsonl"), bom=True)


@pytest.mark.parametrize("asked", [{"colour": "red"}, {"limit": 3}])
def test_a_name_that_is_no_filter_and_no_setting_is_refused(asked: dict[str, object]) -> None:
    with pytest.raises(UsageError, match="expected one of act, party"):
        known.sorted_out(known.find("csv"), asked)


def test_filters_are_understood_as_on_the_command_line() -> None:
    filters, _ = known.sorted_out(known.find("csv"), {"party": "Peru", "until": "2024-02"})
    assert (filters.state, str(filters.until)) == ("PER", "2024-02-29")


class Watched(Settings):
    """Settings that remember what they were asked for, but by whom copies them."""

    asked: ClassVar[set[str]] = set()

    def __getattribute__(self, name: str) -> Any:
        by = sys._getframe(1).f_code.co_filename
        if name in known.NAMES and Path(by).name != "dataclasses.py":
            Watched.asked.add(name)
        return super().__getattribute__(name)


@pytest.mark.parametrize("name", known.FORMATS)
def test_a_format_takes_just_the_settings_that_it_looks_at(store: Store, name: str) -> None:
    Watched.asked.clear()
    for file in known.FORMATS[name].files(Chosen(store=store), Watched()):
        for _ in file.content:
            pass
    assert Watched.asked == set(known.FORMATS[name].takes)


@pytest.mark.parametrize("name", known.FORMATS)
def test_a_format_is_documented(name: str) -> None:
    page = text("docs/formats.md")
    assert f"`{name}`" in page or re.search(rf"^### .*\b{name}\b", page, re.M)
