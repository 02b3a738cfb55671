from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import Run


@pytest.mark.parametrize("pair", [("CHL", "NOR"), ("Norway", "Chile"), ("norwegian", "chl")])
def test_a_pair_on_a_day_is_answered_in_one_sentence_with_its_sources(
    run: Run, record: Path, pair: tuple[str, str]
) -> None:
    first, *rest = run(
        "relations", *pair, "--on", "2024-04-01", "--record", record
    ).out.splitlines()
    assert "went on without an ambassador of at least one side, since 5 March 2024" in first
    assert "(Vienna Convention on Diplomatic Relations 1961, arts. 19 and 43)" in first
    assert (
        rest[0] == "  Chile in Norway: the ambassador is away, a chargé d'affaires ad interim acts."
    )
    assert rest[2] == "  post.txt (2024-03-06): “Chile recalled its ambassador to Norway”"


def test_a_day_before_the_first_act_is_said_to_be_presupposed(run: Run, record: Path) -> None:
    out = run("relations", "CHL", "NOR", "--on", "2024-03-04", "--record", record).out
    assert out.splitlines()[0] == (
        "On 4 March 2024 relations between Chile and Norway were full, "
        "as what was told later presupposes."
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


def test_a_pair_without_a_day_is_all_that_is_told_of_it(run: Run, record: Path) -> None:
    whole = json.loads(run("relations", "NOR", "CHL", "--json", "--record", record).out)
    assert [row["state"] for row in whole["spells"]] == ["full", "recalled"]
    assert [case["seeker"] for case in whole["asylum"]] == ["Ana Ruiz"]
    assert [row["change"] for row in whole["presence"]] == ["closed"]


def test_the_rows_of_a_pair_are_its_spells(run: Run, record: Path) -> None:
    lines = run("relations", "NOR", "CHL", "--jsonl", "--record", record).out.splitlines()
    assert [json.loads(line)["state"] for line in lines] == ["full", "recalled"]


def test_asylum_and_missions_stand_under_the_table_of_a_pair(run: Run, record: Path) -> None:
    out = run("relations", "NOR", "CHL", "--record", record).out
    assert "The consulate of Chile in Bergen, Norway was closed: May 2024\n" in out
    assert "Ana Ruiz and Norway: was granted asylum; safe-conduct was refused\n" in out
    assert "  3 April 2024: was granted asylum\n" in out


def test_the_band_draws_both_directions(run: Run, record: Path) -> None:
    out = run("relations", "NOR", "CHL", "--band", "--record", record).out.splitlines()
    assert [line.partition(" █")[0].strip() for line in out[:2]] == ["relations", "Chile in Norway"]
    assert out[2].startswith("Norway in Chile ·")
    assert "5 March 2024: ambassador withdrawn" in out[6]


def test_the_band_can_do_with_plain_signs(run: Run, record: Path) -> None:
    out = run("relations", "NOR", "CHL", "--band", "--ascii", "--record", record).out
    assert out.isascii()
    assert "###" in out


def test_the_band_of_no_pair_is_exit_3(run: Run, record: Path) -> None:
    assert run("relations", "Peru", "Mexico", "--band", "--record", record).code == 3


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
        (("Chile", "Norway", "--on", "2024-04-01", "--band"), "a drawing of all days"),
    ],
    ids=str,
)
def test_a_question_that_makes_no_sense_is_exit_2(
    run: Run, record: Path, arguments: tuple[str, ...], says: str
) -> None:
    ran = run("relations", *arguments, "--record", record)
    assert (ran.code, says in ran.err) == (2, True)
