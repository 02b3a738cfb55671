from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser

import jsonschema
import pytest

from dragoman.formats.timelinejs import HEADER, TIMELINEJS
from tests.formats import schemas, told_record
from tests.formats.told_record import FORMULAS, notes, only, written


class _Reader(HTMLParser):
    """The elements of a piece of HTML, the addresses it leads to, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data) -> None:
        self.words += data


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return told_record.made(tmp_path_factory.mktemp("record"))


@pytest.fixture(scope="module")
def timeline(record):
    return json.loads(written(TIMELINEJS, record)["timelinejs.json"])


@pytest.fixture(scope="module")
def slides(timeline):
    return {slide["unique_id"]: slide for slide in timeline["events"]}


def _rows(record, **settings):
    text = written(TIMELINEJS, record, **settings)["timelinejs.csv"]
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_json_is_what_the_documentation_asks_for(timeline, record) -> None:
    jsonschema.validate(timeline, schemas.TIMELINEJS)
    whole = written(TIMELINEJS, record, title="T", media=True)["timelinejs.json"]
    jsonschema.validate(json.loads(whole), schemas.TIMELINEJS)


def test_dates_are_as_precise_as_known(slides) -> None:
    assert slides["i_recall"]["start_date"] == {"year": 2024, "month": 3, "day": 5}
    assert slides["i_month"]["start_date"] == {"year": 2024, "month": 4}
    assert slides["i_visit"]["end_date"] == {"year": 2024, "month": 5, "day": 5}
    assert "end_date" not in slides["i_recall"] | slides["i_month"] | slides["i_by"]


def test_display_date_tells_the_uncertainty(slides) -> None:
    shown = {name: slide["display_date"] for name, slide in slides.items()}
    assert shown["i_recall"] == "5 March 2024"
    assert shown["i_month"] == "April 2024"
    assert shown["i_visit"] == "between 3 and 5 May 2024"
    assert shown["i_by"] == "by 8 February 2024"


def test_an_incident_without_a_date_is_left_out_and_said_so(slides, record) -> None:
    assert "i_undated" not in slides
    assert "1 incident without a date left out" in notes(TIMELINEJS, record)[0]


def test_each_independent_source_has_one_line(slides) -> None:
    text = slides["i_recall"]["text"]["text"]
    assert text.count("<li>") == 2 + 2  # two sources, two readings of the disagreement
    assert "Norden Wire, 6 March 2024:" in text
    assert "Daily Copy" not in text
    assert "(claimed)" in text


def test_only_addresses_on_the_web_are_linked(slides) -> None:
    links = [link for slide in slides.values() for link in _Reader(slide["text"]["text"]).links]
    assert set(links) == {"https://wire.example/a?x=1&y=2"}


def test_quotes_are_cut_after_forty_words(slides) -> None:
    assert "word0" not in slides["i_visit"]["text"]["text"]  # the first telling of the source
    words = told_record.LONG.split()
    from dragoman.formats.accounts import short

    assert short(told_record.LONG) == " ".join(words[:40]) + " […]"
    assert short(" ".join(words[:40])) == " ".join(words[:40])


def test_a_disagreement_is_told_with_its_readings(slides) -> None:
    words = _Reader(slides["i_recall"]["text"]["text"]).words
    assert "Disagreement: Whom did Chile recall?" in words
    assert "its ambassador (1 source, the likelier)" in words
    assert "The wire was there." in words


def test_text_of_reports_stays_text(slides) -> None:
    slide = slides["i_hostile"]
    assert _Reader(slide["text"]["text"]).tags <= {"p", "ul", "li", "a"}
    assert _Reader(slide["text"]["headline"]).tags == set()
    assert told_record.SCRIPT in _Reader(slide["text"]["headline"]).words
    assert "[U+202E]turned" in slide["text"]["headline"]


def test_eras_are_the_spells_of_pairs_that_changed(timeline) -> None:
    texts = [era["text"]["headline"] for era in timeline["eras"]]
    assert texts == [
        "Chile and Norway: full relations, until 4 March 2024",
        "Chile and Norway: ambassador withdrawn, from 5 March 2024 to April 2024",
        "Chile and Norway: relations severed, since April 2024",
    ]
    assert timeline["eras"][0]["start_date"] == {"year": 2024, "month": 2, "day": 8}
    assert timeline["eras"][1]["end_date"] == {"year": 2024, "month": 4}
    assert timeline["eras"][2]["start_date"] == {"year": 2024, "month": 4}
    assert timeline["eras"][2]["end_date"] == {"year": 2024, "month": 5, "day": 5}


def test_media_is_the_first_report_on_the_web_and_only_when_asked_for(slides, record) -> None:
    assert all("media" not in slide for slide in slides.values())
    shown = json.loads(written(TIMELINEJS, record, media=True)["timelinejs.json"])["events"]
    media = {slide["unique_id"]: slide.get("media") for slide in shown}
    assert media["i_recall"]["url"] == "https://wire.example/a?x=1&y=2"
    assert media["i_recall"]["credit"] == "Norden Wire"
    assert media["i_hostile"] is None


def test_top_keeps_those_with_most_sources(record) -> None:
    from dragoman.formats.chosen import Chosen

    text = written(TIMELINEJS, Chosen(store=record.store, top=1))["timelinejs.json"]
    assert [slide["unique_id"] for slide in json.loads(text)["events"]] == ["i_recall"]


def test_a_timeline_without_slides_says_so(record) -> None:
    nothing = only(record, act="mediate")
    assert json.loads(written(TIMELINEJS, nothing)["timelinejs.json"])["events"] == []
    assert "No slide" in notes(TIMELINEJS, nothing)[0]


def test_csv_has_the_template_s_columns(record) -> None:
    assert ", ".join(HEADER) == (
        "Year, Month, Day, Time, End Year, End Month, End Day, End Time, Display Date, Headline, "
        "Text, Media, Media Credit, Media Caption, Media Thumbnail, Alt Text, Type, Group, "
        "Background"
    )
    assert tuple(_rows(record)[0]) == HEADER


def test_csv_tells_what_the_json_tells(record, timeline) -> None:
    rows = _rows(record, title="Envoys")
    assert rows[0]["Type"] == "title"
    assert [row["Headline"] for row in rows if row["Type"] == "era"] == [
        era["text"]["headline"] for era in timeline["eras"]
    ]
    slides = [row for row in rows if not row["Type"]]
    assert [row["Text"] for row in slides] == [one["text"]["text"] for one in timeline["events"]]
    dates = [{"year": row["Year"], "month": row["Month"], "day": row["Day"]} for row in slides]
    assert [{key: int(value) for key, value in one.items() if value} for one in dates] == [
        one["start_date"] for one in timeline["events"]
    ]


def test_csv_runs_no_formula(record) -> None:
    cells = [cell for row in _rows(record) for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "＝"))]
    assert sum(cell.startswith("'") for cell in cells) == len(FORMULAS)
