"""The tables of names: what the build scripts promise of them, whether or not they can run here."""

from __future__ import annotations

import csv
import sys
from importlib.resources import files
from pathlib import Path

import pytest

DATA = Path(str(files("dragoman.knowledge") / "data"))
SCRIPTS = Path(__file__).parents[2] / "scripts"
LANGUAGES = {
    "fr", "de", "es", "pt", "it", "nl", "sv", "pl", "tr", "id", "ru", "uk", "ar", "fa", "zh", "ja",
    "ko", "hi",
}  # fmt: skip


def rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def exonyms():
    return rows("exonyms.csv")


def test_every_language_names_most_states(exonyms):
    named = [lang for row in exonyms for lang in row["langs"].split(";")]
    assert {lang for lang in LANGUAGES if named.count(lang) > 80} == LANGUAGES


def test_a_name_abroad_means_one_state_and_is_no_english_name(exonyms):
    english = {row["alias"] for row in rows("aliases.csv")}
    names = [row["alias"] for row in exonyms]
    assert (len(names), english & set(names)) == (len(set(names)), set())


def test_the_script_writes_the_names_that_are_shipped(exonyms, monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    build = __import__("build_exonyms")
    hand = (SCRIPTS / "states_by_hand.txt").read_text(encoding="utf-8").splitlines()
    cells = [line.split("|") for line in hand if line and not line.startswith("#")]
    taken = {row["alias"] for row in rows("aliases.csv")}
    built = list(build.exonyms({row[1]: row[0] for row in cells}, taken))
    sys.modules.pop("build_exonyms")
    assert [row["alias"] for row in built] == [row["alias"] for row in exonyms]


def test_a_state_that_ended_has_its_dates_and_its_heir(knowledge):
    ended = [state for state in knowledge.states.values() if state.until is not None]
    assert len(ended) > 15
    assert all(state.successor in knowledge.states for state in ended)
