from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from dragoman.formats import plover_jsonl
from dragoman.formats.foreign import ForeignEvent, ForeignParty, ForeignPlace, Read
from dragoman.formats.registry import Settings
from dragoman.model.report import Rejection
from dragoman.store.store import Store
from tests.formats.eventful import TEXT, written

SAID = {
    "id": "p1", "date": "2024-03-01", "enddate": "2024-03-04",
    "actor": [{"code": "PER", "sector": "GOV", "entity_text": "Lima", "identifier_text": "Peru"}],
    "recipient": [{"code": "igo", "entity_text": "the UN"}], "event": ["accuse"],
    "mode": ["allege"], "context": ["diplomatic", "negation"], "quad_code": 3,
    "event_scale": "-3.5",
    "event_loc": {"resolved_place": "Lima", "country_code": "PER", "lat": -12, "lon": -77},
    "cite_info": {"publication": "The Post", "url": "https://post.example/1"},
}  # fmt: skip


def read(*rows: str) -> list[Read]:
    return list(plover_jsonl.read("f.jsonl", enumerate(rows, start=1)))


def said(**changed: Any) -> str:
    return json.dumps(SAID | changed)


def one(**changed: Any) -> ForeignEvent:
    (found,) = read(said(**changed))
    assert isinstance(found, ForeignEvent)
    return found


def test_a_line_is_read() -> None:
    assert one() == ForeignEvent(
        format="plover", file="f.jsonl", row=1, event_id="p1", date_start=dt.date(2024, 3, 1),
        date_end=dt.date(2024, 3, 4), date_precision="range",
        actors=(ForeignParty("Peru", "PER", "GOV", name_raw="Lima"),),
        recipients=(ForeignParty("the UN", group="IGO", name_raw="the UN"),),
        event_type="ACCUSE", mode="allege", quad_class=3, intensity=-3.5,
        contexts=("diplomatic",), place=ForeignPlace("Lima", "PER", -12.0, -77.0),
        status="denied", source="The Post", url="https://post.example/1",
    )  # fmt: skip


def test_a_text_without_an_event_is_passed_over() -> None:
    assert read(said(has_event=False), "", said(has_event=True))[0] == one_at(3)


def one_at(row: int) -> Read:
    return read(*[""] * (row - 1), said())[0]


def test_what_was_written_is_read_back(eventful_record: Store) -> None:
    text, file = written(eventful_record, plover_jsonl.FORMAT)["plover.jsonl"]
    found = {row.event_id: row for row in read(*text.splitlines()) if isinstance(row, ForeignEvent)}
    assert file.count() == len(found) == 5
    told = found["e1"]
    assert (told.event_type, told.mode, told.intensity) == ("SANCTION", "expel", -5.5)
    assert told.actors[1] == ForeignParty(
        "Ana Ruiz; the minister", "PER", "GOV", None, "=HYPERLINK(1)", "foreign minister"
    )
    assert told.place == ForeignPlace("Lima", "PER", -12.0432, -77.0282)
    assert (told.source, told.url) == ("The Post", "https://post.example/1")
    assert (found["e3"].date_start, found["e3"].date_end) == (
        dt.date(2023, 5, 1), dt.date(2023, 5, 31),
    )  # fmt: skip
    statuses = {name: row.status for name, row in found.items()}
    assert statuses == {
        "e1": "actual", "e2": "actual", "e3": "actual", "e4": "hypothetical", "e5": "claimed",
    }  # fmt: skip
    assert found["e5"].actors[0].group == "UNO"


def test_every_line_has_the_fields_that_are_required(eventful_record: Store) -> None:
    text, file = written(eventful_record, plover_jsonl.FORMAT)["plover.jsonl"]
    known = [name for name, _ in file.columns]
    for row in map(json.loads, text.splitlines()):
        assert set(plover_jsonl.REQUIRED) <= row.keys()
        assert list(row) == [name for name in known if name in row]


def test_texts_go_along_only_when_asked(eventful_record: Store) -> None:
    plain, _ = written(eventful_record, plover_jsonl.FORMAT)["plover.jsonl"]
    assert "expelled the ambassador" not in plain
    made = written(eventful_record, plover_jsonl.FORMAT, Settings(with_text=True))
    told = [json.loads(row) for row in made["plover.jsonl"][0].splitlines()]
    (told_e1,) = (row for row in told if row["id"] == "e1")
    assert told_e1["text"] == "Peru expelled the ambassador of Mexico on Friday"
    assert told_e1["text_info"]["text_story"] == TEXT


def test_the_incident_links_its_tellings(eventful_record: Store) -> None:
    text, _ = written(eventful_record, plover_jsonl.FORMAT)["plover.jsonl"]
    links = {row["id"]: row["link"] for row in map(json.loads, text.splitlines())}
    assert (links["e1"], links["e2"]) == ("i1", "i1")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{", "bad_json"),
        ("[]", "bad_json"),
        ('{"id": ' + "[" * 70 + "]" * 70 + "}", "too_deep"),
        (said(id=None), "bad_json"),
        (said(actor="Peru"), "bad_json"),
        (said(actor=[{"code": ["PER"]}]), "bad_json"),
        (said(event=[1]), "bad_json"),
        (said(event_loc="Lima"), "bad_json"),
        (said(date="May"), "bad_date"),
        (said(enddate="2024-02-01"), "bad_date"),
        (said(event_scale="much"), "bad_number"),
    ],
)
def test_a_bad_line_is_set_aside_and_the_next_is_read(row: str, reason: str) -> None:
    bad, good = read(row, said())
    assert isinstance(bad, Rejection)
    assert (bad.uri, bad.reason) == ("f.jsonl#1", reason)
    assert isinstance(good, ForeignEvent)
