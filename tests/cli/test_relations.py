from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import Run


@pytest.mark.parametrize("pair", [("CHL", "NOR"), ("Norway", "Chile"), ("norwegian", "chl")])
def test_a_pair_on_a_day_is_answered_in_one_sentence_with_its_sources(
    run: Run, record: Path, pair: tuple[str, str]
) -> None:
    first, *sources = run(
        "relations", *pair, "--on", "2024-04-01", "--record", record
    ).out.splitlines()
    assert "went on without an ambassador of at least one side, since 5 March 2024" in first
    assert sources[0] == "  post.txt (2024-03-06): “Chile recalled its ambassador to Norway”"


def test_a_day_before_the_first_act_is_said_to_be_presupposed(run: Run, record: Path) -> None:
    out = run("relations", "CHL", "NOR", "--on", "2024-03-04", "--record", record).out
    assert out == (
        "On 4 March 2024 relations between Chile and Norway were full, "
        "as what was told later presupposes.\n"
    )


def test_the_answer_is_also_json(run: Run, record: Path) -> None:
    out = run("relations", "CHL", "NOR", "--on", "2024-04-01", "--json", "--record", record).out
    answer = json.loads(out)
    assert (answer["state"], answer["since"], answer["incidents"]) == (
        "recalled", "2024-03-05", ["i1"],
    )  # fmt: skip


def test_the_words_of_a_report_are_made_safe(run: Run, record: Path) -> None:
    out = run("relations", "CHL", "NOR", "--on", "2024-04-01", "--record", record).out
    assert not {"\x1b", "\x07", "\u202e"} & set(out)


def test_a_pair_without_a_day_lists_its_spells(run: Run, record: Path) -> None:
    rows = json.loads(run("relations", "NOR", "CHL", "--json", "--record", record).out)
    assert [row["state"] for row in rows] == ["full", "recalled"]


def test_a_pair_that_no_report_tells_of_is_exit_3(run: Run, record: Path) -> None:
    ran = run("relations", "Peru", "Mexico", "--on", "2024-04-01", "--record", record)
    assert (ran.code, "relations of Peru and Mexico" in ran.err) == (3, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("Chile",), "with whom?"),
        (("Chile", "Atlantis"), "no state of this name"),
        (("Chile", "CHL"), "are one state"),
        (("--on", "2024-04-01"), "needs two states"),
        (("Chile", "Norway", "--on", "1 April"), "not a day"),
    ],
    ids=str,
)
def test_a_question_that_makes_no_sense_is_exit_2(
    run: Run, record: Path, arguments: tuple[str, ...], says: str
) -> None:
    ran = run("relations", *arguments, "--record", record)
    assert (ran.code, says in ran.err) == (2, True)
