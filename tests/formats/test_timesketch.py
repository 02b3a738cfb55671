from __future__ import annotations

import csv
import datetime as dt
import io
import json

import pytest

from dragoman.formats.timesketch import HEADER, TIMESKETCH
from tests.formats import told_record
from tests.formats.told_record import HOSTILE, notes, written


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return told_record.made(tmp_path_factory.mktemp("record"))


def _lines(record, **settings):
    text = written(TIMESKETCH, record, **settings)["timesketch.jsonl"]
    return [json.loads(line) for line in text.splitlines()]


def _rows(record):
    text = written(TIMESKETCH, record)["timesketch.csv"]
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_line_has_what_timesketch_needs(record) -> None:
    for line in _lines(record):
        assert tuple(line) == HEADER
        assert line["message"]
        assert line["timestamp_desc"] in ("event date", "publication date")
        assert dt.datetime.fromisoformat(line["datetime"]).utcoffset() == dt.timedelta(0)


def test_an_incident_stands_on_its_day_and_its_tellings_on_theirs(record) -> None:
    days = [
        (line["timestamp_desc"], line["datetime"][:10], line["report"])
        for line in _lines(record)
        if line["incident_id"] == "i_recall"
    ]
    assert days == [
        ("event date", "2024-03-05", None),
        ("publication date", "2024-03-08", "The Post"),
        ("publication date", "2024-03-07", "Daily Copy"),
        ("publication date", "2024-03-06", "Norden Wire"),
    ]


def test_what_is_not_known_to_the_day_is_marked_or_dropped(record) -> None:
    visit = [line for line in _lines(record) if line["incident_id"] == "i_visit"]
    assert visit[0]["datetime"].startswith("2024-05-03")
    assert visit[0]["date_edtf"] == "2024-05-03/2024-05-05"
    assert any("first day" in note for note in notes(TIMESKETCH, record))
    kept = _lines(record, coarse="drop")
    events = {one["incident_id"] for one in kept if one["timestamp_desc"] == "event date"}
    assert not events & {"i_visit", "i_month", "i_by"}
    assert any("left out" in note for note in notes(TIMESKETCH, record, coarse="drop"))


def test_an_undated_report_gives_no_day(record) -> None:
    assert "i_undated" not in {line["incident_id"] for line in _lines(record)}


def test_jsonl_keeps_a_text_and_csv_shows_what_is_hidden(record) -> None:
    raw = [line["quote"] for line in _lines(record) if line["incident_id"] == "i_hostile"]
    assert raw == [None, HOSTILE]
    shown = [row["quote"] for row in _rows(record) if row["incident_id"] == "i_hostile"]
    assert "[U+202E]turned" in shown[1]
    assert "\n" not in shown[1]


def test_csv_runs_no_formula(record) -> None:
    cells = [cell for row in _rows(record) for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "＝"))]
