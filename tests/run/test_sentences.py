from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dragoman.run import sentences
from dragoman.run.engine import Job
from dragoman.run.reading import Reader
from dragoman.run.sentences import code_rows, events_of

TEXT = "Chile recalled its ambassador to Norway on Tuesday."


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    monkeypatch.setattr(sentences, "Reader", lambda job: reader)


def code(*rows: Any) -> list[dict[str, Any]]:
    return list(code_rows(rows, Job()))


def test_a_text_gives_its_events_dated_against_its_publication(reader: Reader) -> None:
    (event,) = events_of(TEXT, dt.date(2024, 3, 7), reader=reader)
    assert event.when.range is not None
    assert (event.act, event.when.range.first) == ("recall_ambassador", dt.date(2024, 3, 5))


def test_rows_come_back_in_order_under_their_ids() -> None:
    found = code({"id": "b", "text": TEXT}, {"id": 7, "text": "Nothing happened."})
    assert [(row["id"], len(row["events"])) for row in found] == [("b", 1), (7, 0)]


def test_events_of_a_row_are_rows_of_the_contract() -> None:
    (row,) = code({"id": "b", "text": TEXT, "published": "2024-03-07"})
    (event,) = row["events"]
    assert (event["date_start"], event["quote"] in TEXT) == (dt.date(2024, 3, 5), True)


def test_a_row_without_an_id_is_named_by_its_number() -> None:
    assert [row["id"] for row in code({"text": TEXT}, {"text": TEXT})] == [1, 2]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"id": "x"}, "no text"),
        ({"id": "x", "text": "  "}, "no text"),
        ({"id": "x", "text": 7}, "no text"),
        ([1], "not a JSON object"),
        (ValueError("line 1"), "not JSON: line 1"),
        ({"id": "x", "text": TEXT, "published": "yesterday"}, "is not a day"),
    ],
    ids=str,
)
def test_a_row_that_cannot_be_coded_says_why(row: Any, says: str) -> None:
    (found,) = code(row)
    assert (found["events"], says in found["error"]) == ([], True)


TWO = "Chile recalled its ambassador to Norway. Peru expelled 3 Bolivian diplomats."


@pytest.mark.parametrize(
    ("actor", "recipient", "acts"),
    [
        ("Chile", "Norway", ["recall_ambassador"]),
        ("Peru", None, ["expel_diplomats"]),
        ("Peru", "Norway", []),
        (None, None, ["recall_ambassador", "expel_diplomats"]),
    ],
)
def test_given_parties_leave_the_one_event_between_them(
    actor: str | None, recipient: str | None, acts: list[str]
) -> None:
    (row,) = code({"id": 1, "text": TWO, "actor": actor, "recipient": recipient})
    assert [event["act"] for event in row["events"]] == acts


def test_a_broken_row_costs_no_other() -> None:
    found = code(ValueError("line 1"), {"id": "b", "text": TEXT})
    assert [len(row["events"]) for row in found] == [0, 1]


def test_an_unpaired_surrogate_is_no_obstacle() -> None:
    (row,) = code({"id": "b", "text": f"\ud800 {TEXT}"})
    assert "error" not in row
