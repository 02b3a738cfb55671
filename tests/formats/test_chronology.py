from __future__ import annotations

import re

import markdown
import pytest

from dragoman.formats.chronology import MARKDOWN
from tests.formats import told_record
from tests.formats.told_record import written


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return told_record.made(tmp_path_factory.mktemp("record"))


@pytest.fixture(scope="module")
def text(record):
    return written(MARKDOWN, record, title="Envoys <&> more")["chronology.md"]


@pytest.fixture(scope="module")
def page(text):
    return markdown.markdown(text, extensions=["footnotes", "extra"])


def test_incidents_stand_under_their_year(text) -> None:
    assert text.startswith("# Envoys &#60;&#38;&#62; more\n\n## 2024\n\n")
    assert "- **5 March 2024**: Chile recalled its ambassador to Norway.[^" in text
    assert "- **Between 3 and 5 May 2024**: Chile met Norway (planned).[^" in text
    assert text.index("## Date not known") > text.index("**April 2024**")


def test_every_footnote_is_defined_once_and_cited(text) -> None:
    defined = re.findall(r"^\[\^([\w-]+)\]: ", text, re.MULTILINE)
    cited = re.findall(r"\[\^([\w-]+)\](?!:)", text)
    assert len(defined) == len(set(defined))
    assert set(defined) == set(cited)


def test_a_footnote_is_the_reference_and_the_quote(text) -> None:
    assert (
        "“Chile calls envoy home”, Norden Wire, 6 March 2024, <https://wire.example/a?x=1&y=2>: "
        "“Chile recalled its ambassador to Norway on Tuesday”\n"
    ) in text
    assert "Ida Holm, “The visit”, The Post, 8 March 2024, folder/the post: 2.txt: “" in text
    assert "no date, r5.txt: “Norway praised Ana Ruiz”" in text


def test_a_copy_is_not_cited(text) -> None:
    assert "Daily Copy" not in text


def test_disagreements_and_relations_are_told(text) -> None:
    assert "    - Disagreement: Whom did Chile recall?" in text
    assert "- Chile and Norway: ambassador withdrawn, from 5 March 2024 to April 2024.\n" in text


def test_markdown_of_a_report_stays_words(page) -> None:
    assert "<script" not in page
    assert "<img" not in page
    links = set(re.findall(r'(?:href|src)="([^"#]+)"', page))
    assert links == {"https://wire.example/a?x=1&amp;y=2"}
    assert "<code>" not in page
    assert "<em>" not in page
    assert "[U+202E]turned" in page
    assert page.count("<h1") == 1


def test_nothing_of_a_report_begins_a_line(text) -> None:
    starts = re.compile(r"# |## |- |    - |        - |\[\^[\w-]+\]: |\Z")
    assert all(starts.match(line) for line in text.split("\n"))


def test_readings_stand_below_their_disagreement_below_its_incident(page) -> None:
    lists = re.findall("</?(?:ul|li)>", page.partition("Disagreement")[2])
    # The readings open a list within the list that the question stands in.
    readings = ["<ul>", "<li>", "</li>", "<li>", "</li>", "</ul>", "</li>"]
    assert lists[:9] == [*readings, "</ul>", "</li>"]
