from __future__ import annotations

import pytest

from dragoman.model.sources import publisher_key, sources
from tests.factory import event, report


@pytest.mark.parametrize(
    ("name", "key"),
    [("The Harbour News", "harbour"), ("HARBOUR", "harbour"), ("News", "news"), ("", "")],
)
def test_publisher_key_drops_case_article_and_news(name: str, key: str) -> None:
    assert publisher_key(name) == key


def test_two_reports_without_publisher_are_two_sources() -> None:
    origin = sources([report("r1"), report("r2")], {})
    assert origin.count([event("meet", report="r1"), event("meet", report="r2")]) == 2


def test_two_reports_of_one_publisher_are_one_source() -> None:
    origin = sources([report("r1", publisher="Harbour"), report("r2", publisher="Harbour")], {})
    assert origin.count([event("meet", report="r1"), event("meet", report="r2")]) == 1


def test_a_copy_counts_with_its_original() -> None:
    origin = sources([report("r1", publisher="A"), report("r2", publisher="B")], {"r2": "r1"})
    assert origin.count([event("meet", report="r1"), event("meet", report="r2")]) == 1


def test_a_telling_that_cites_a_publisher_of_the_record_counts_with_it() -> None:
    origin = sources([report("r1", publisher="Harbour News"), report("r2", publisher="B")], {})
    told = [event("meet", report="r1"), event("meet", report="r2", attributed_to=("Harbour",))]
    assert origin.count(told) == 1


def test_a_telling_that_cites_a_stranger_keeps_its_own_source() -> None:
    origin = sources([report("r2", publisher="B")], {})
    assert origin.behind(event("meet", report="r2", attributed_to=("Lighthouse",))) == "b"
