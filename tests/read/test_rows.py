"""Rows under their usual names."""

import pytest

from dragoman.read.files import Refused
from dragoman.read.rows import COLUMNS, raw_report

TEXT = "The envoy of Kenya left Oslo."
SYNONYMS = [(field, name) for field, names in COLUMNS for name in names if field != "html"]


@pytest.mark.parametrize(("field", "name"), SYNONYMS)
def test_every_synonym_is_read(field: str, name: str) -> None:
    value = {"lang": "en", "text": TEXT}.get(field, "value")
    raw = raw_report({"text": TEXT, name: value}, "x#1")
    assert getattr(raw, {"id": "uri", "text": "content"}.get(field, field)) == value


def test_uri_is_the_id() -> None:
    assert raw_report({"id": 7, "url": "http://a.example/b", "text": TEXT}, "x#1").uri == "7"


def test_uri_is_the_url_where_there_is_no_id() -> None:
    raw = raw_report({"id": "", "url": "http://a.example/b", "text": TEXT}, "x#1")
    assert raw.uri == "http://a.example/b"


def test_uri_is_the_place_where_there_is_neither() -> None:
    assert raw_report({"text": TEXT}, "x.jsonl#3").uri == "x.jsonl#3"


def test_names_are_read_in_any_style() -> None:
    assert raw_report({"Publish Date": "2024-05-01", "Full-Text": TEXT}, "x").published is not None


def test_camel_case_is_read() -> None:
    assert raw_report({"publishedAt": "2024-05-01", "content": TEXT}, "x").published == "2024-05-01"


def test_publisher_may_be_an_object_with_a_name() -> None:
    assert (
        raw_report({"source": {"id": None, "name": "Post"}, "text": TEXT}, "x").publisher == "Post"
    )


def test_text_may_be_a_list_of_paragraphs() -> None:
    assert raw_report({"text": ["One.", "Two."]}, "x").content == "One.\n\nTwo."


def test_html_column_is_a_page() -> None:
    assert raw_report({"html": "<p>x</p>"}, "x").media == "html"


def test_text_that_is_a_page_is_a_page() -> None:
    assert raw_report({"body": "<div><p>The envoy left.</p></div>"}, "x").media == "html"


def test_language_is_two_letters() -> None:
    assert raw_report({"text": TEXT, "language": "en-GB"}, "x").lang == "en"


def test_language_that_is_no_code_is_unknown() -> None:
    assert raw_report({"text": TEXT, "language": "English"}, "x").lang is None


def test_control_characters_leave_the_uri() -> None:
    assert raw_report({"id": "a\x00b\nc", "text": TEXT}, "x").uri == "a b c"


def test_unpaired_surrogates_are_replaced() -> None:
    assert raw_report({"text": "a\ud800b"}, "x").content == "a\ufffdb"


@pytest.mark.parametrize(
    "row", [{}, {"text": "  "}, {"text": None}, {"title": "A"}, {"text": True}]
)
def test_row_without_text_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(Refused, match="no column text") as refusal:
        raw_report(row, "x")
    assert refusal.value.reason == "no_text"
