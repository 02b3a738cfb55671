from __future__ import annotations

import io
import json
import sys

import pytest

from tests.cli.run import Run

TEXT = "Norway's minister met them."


def test_a_table_tells_words_party_and_why(run: Run) -> None:
    ran = run("who", TEXT)
    assert ran.code == 0
    for words in ("Norway's minister", "NOR", "GOV", "open: nothing before it fits"):
        assert words in ran.out


def test_json_has_the_party_of_the_contract_or_null(run: Run) -> None:
    first, *_, last = json.loads(run("who", TEXT, "--json").out)
    assert first["party"]["party_id"] == "NOR"
    assert (last["words"], last["party"], last["why"]) == ("them", None, "nothing before it fits")


def test_standard_input_is_read_for_a_dash(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(TEXT))
    assert "NOR" in run("who", "-").out


def test_no_text_is_exit_4_and_nobody_exit_3(run: Run) -> None:
    assert (run("who", "").code, run("who", "The stone fell.").code) == (4, 3)


def test_hostile_text_is_shown_as_plain_text(run: Run) -> None:
    assert "\x1b" not in run("who", "Peru\x1b[31m met [bold]Chile[/bold].").out
