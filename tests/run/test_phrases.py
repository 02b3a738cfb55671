"""Rows of phrases in, parties out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dragoman.run import sentences
from dragoman.run.engine import Job
from dragoman.run.phrases import Phrasebook, parties_of, party_batches, plain, shared_phrasebook
from dragoman.run.reading import Reader

KEYS = ["party_id", "name", "name_raw", "kind", "country", "sector", "office", "why"]


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    monkeypatch.setattr(sentences, "Reader", lambda job: reader)
    shared_phrasebook.cache_clear()


def ask(*rows: Any) -> list[dict[str, Any]]:
    return list(parties_of(rows, Job()))


def test_rows_come_back_in_order_under_their_ids() -> None:
    found = ask(
        {"id": "b", "phrase": "Kenyan nurses"}, {"phrase": "Peru"}, {"id": 0, "phrase": "a"}
    )
    assert [row["id"] for row in found] == ["b", 2, 0]


def test_a_party_has_the_keys_of_the_contract_and_why() -> None:
    (row,) = ask({"id": 1, "phrase": "Kenyan nurses "})
    assert list(row["party"]) == KEYS
    assert (row["party"]["name_raw"], row["party"]["why"]) == ("Kenyan nurses ", "by 'Kenyan'")


def test_several_parties_give_what_they_have_in_common_and_each() -> None:
    (row,) = ask({"phrase": "the Norwegian army and Norwegian police"})
    party = row["party"]
    assert (party["country"], party["sector"], party["kind"]) == ("NOR", None, "group")
    assert [one["sector"] for one in row["parties"]] == ["MIL", "COP"]


def test_no_party_is_null_and_says_why() -> None:
    (row,) = ask({"phrase": "yesterday"})
    assert row["party"] is None
    assert row["why"]


@pytest.mark.parametrize(
    ("row", "error"),
    [
        (5, "not a JSON object"), ({}, "no phrase"), ({"phrase": " "}, "no phrase"),
        ({"phrase": 7}, "no phrase"), ({"phrase": "word " * 5000}, "5000 words"),
        ({"phrase": "x" * 5000}, "5000 characters"),
        ({"phrase": "Peru", "context": 5}, "context is not a string"),
        ({"phrase": "Peru", "context": "x" * 200_001}, "200001 characters"),
        ({"phrase": "Peru", "lang": "Spanish"}, "no language"),
        ({"phrase": "Peru", "published": "2025-02-31"}, "not a day"),
        (ValueError("broken"), "not JSON: broken"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_says_why_in_its_place(row: Any, error: str) -> None:
    bad, good = ask(row, {"phrase": "Peru"})
    assert (bad["party"], error in bad["error"]) == (None, True)
    assert good["party"]["country"] == "PER"


@pytest.mark.parametrize("phrase", ["\ud800 Peru", "Peru\x00", "«Peru»", "Peru's", "the  Peru,"])
def test_hostile_characters_cost_nothing(phrase: str) -> None:
    (row,) = ask({"phrase": phrase})
    assert row["party"]["country"] == "PER"
    json.dumps(row).encode()
    row["party"]["name_raw"].encode()


@pytest.mark.parametrize(
    ("phrase", "means"),
    [
        ("truck - driving youths", "truck-driving youths"), ("Peru 's miners", "Peru's miners"),
        ("Oslo’s", "Oslo"), ("the Netherlands'", "the Netherlands"), ("“miners”.", "miners"),
        ("ex-minister of Peru", "former minister of Peru"), ("Gen.", "Gen."),
        ("PERUVIAN SOLDIERS", "Peruvian soldiers"), ("NATO", "NATO"),
    ],
)  # fmt: skip
def test_a_phrase_is_rid_of_what_does_not_belong_to_it(
    reader: Reader, phrase: str, means: str
) -> None:
    assert plain(phrase, reader) == means


def test_a_language_keeps_its_names_and_the_english_ones() -> None:
    rows = [{"phrase": "Finnland", "lang": lang} for lang in ("de", "it")]
    assert [row["party"]["country"] for row in ask(*rows)] == ["FIN", None]


def test_the_day_chooses_the_office() -> None:
    row = {"phrase": "Angela Merkel"}
    then, later = ask(row | {"published": "2010-05-01"}, row | {"published": "2023-05-01"})
    assert (then["party"]["sector"], later["party"]["sector"]) == ("GOV", "ELI")
    assert "formerly" in later["party"]["why"]


def test_what_has_come_is_answered_before_more_is_asked_for() -> None:
    asked = []

    def batches() -> Any:
        for phrase in ("Peru", "Chile"):
            asked.append(phrase)
            yield [{"phrase": phrase}]

    answers = party_batches(batches(), Job())
    assert next(answers)["party"]["country"] == "PER"
    assert asked == ["Peru"]


def test_names_of_a_language_are_indexed_once(reader: Reader) -> None:
    book = Phrasebook(Job())
    assert book.names("es") is book.names("es")
