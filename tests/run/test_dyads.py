"""The pairs of parties that rows of single sentences tell (dyads.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dragoman.run import sentences
from dragoman.run.engine import Job
from dragoman.run.reading import Reader
from dragoman.run.sentences import code_rows

CASES = tomllib.loads(Path(__file__).with_name("dyads.toml").read_text(encoding="utf-8"))["case"]


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    monkeypatch.setattr(sentences, "Reader", lambda job: reader)


def name_of(party):
    return party["country"] or party["party_id"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_rows_tell_these_pairs_and_no_others(case):
    (row,) = code_rows([{"text": case["text"]}], Job(news=True))
    told = {
        f"{name_of(actor)} {name_of(recipient)}"
        for event in row["events"]
        for actor in event["actors"]
        for recipient in event["recipients"]
    }
    assert told == set(case["pairs"])
