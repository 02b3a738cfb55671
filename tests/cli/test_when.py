from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import Run

ROWS = [
    {"id": "a", "text": "He came on Monday.", "dct": "2019-06-12"},
    {"id": "b", "text": "He came on Monday.", "dct": None},
    {"id": "c", "text": "", "dct": "2019-06-12T10:00:00Z"},
]


def lines(rows: list[object]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text(lines(list(ROWS)))
    return path


def test_a_text_gives_a_table_of_words_days_and_reasons(run: Run) -> None:
    ran = run("when", "They met late Thursday.", "--published", "2019-06-12")
    assert ran.code == 0
    for words in ("late Thursday", "2019-06-06", "day", "DATE 2019-06-06", "tells of the past"):
        assert words in ran.out


def test_json_gives_the_rows(run: Run) -> None:
    ran = run("when", "They met late Thursday.", "--published", "2019-06-12", "--json")
    (row,) = json.loads(ran.out)
    assert (row["words"], row["date_start"], row["relative"]) == (
        "late Thursday", "2019-06-06", "weekday:3:past",
    )  # fmt: skip


def test_without_a_day_of_publication_the_table_says_that_it_is_open(run: Run) -> None:
    assert "open: it hangs on the day of publication, which is not given" in " ".join(
        run("when", "They met on Thursday.").out.split()
    )


def test_a_text_can_come_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("They met on 3 May 2017."))
    assert "2017-05-03" in run("when", "-").out


def test_a_text_without_times_is_exit_3(run: Run) -> None:
    assert run("when", "They met.").code == 3


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2025-02-31", "no such day"), ("2025-13-40", "no such day"), ("soon", "no such day"),
        ("2999-01-01", "lies in the future"), ("1215-06-15", "before 1400"),
    ],
)  # fmt: skip
def test_a_day_of_publication_that_cannot_be_is_refused(run: Run, day: str, why: str) -> None:
    ran = run("when", "They met on Monday.", "--published", day)
    assert (ran.code, ran.out) == (2, "")
    assert f"--published {day}" in ran.err
    assert why in ran.err


def test_neither_text_nor_rows_is_exit_2(run: Run) -> None:
    assert run("when").code == 2


def test_text_and_rows_together_are_exit_2(run: Run, rows: Path) -> None:
    assert run("when", "He came.", "--jsonl", rows).code == 2


def test_hostile_text_is_shown_as_plain_text(run: Run) -> None:
    ran = run("when", "He came on \x1b[31m[bold]3 May 2017[/bold].")
    assert ("\x1b" in ran.out, "3 May 2017" in ran.out) == (False, True)


def test_rows_are_answered_in_order(run: Run, rows: Path) -> None:
    ran = run("when", "--jsonl", rows)
    told = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert told == [
        {"id": "a", "timexes": [{"start": 11, "end": 17, "type": "DATE", "value": "2019-06-10"}]},
        {"id": "b", "timexes": [{"start": 11, "end": 17, "type": "DATE", "value": "XXXX-WXX-1"}]},
        {"id": "c", "timexes": []},
    ]


def test_bad_rows_are_answered_in_their_place_and_exit_4(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    bad = [
        [1], {"id": "a"}, {"id": "b", "text": 3}, {"id": "c", "text": "x", "dct": "2019-02-31"},
        {"id": "d", "text": "x", "dct": 2019}, {"id": "e", "text": "x", "dct": "2999-01-01"},
        {"id": "f", "text": "x", "dct": "1215-06-15"},
    ]  # fmt: skip
    path.write_text("{\n" + lines(bad) + lines([ROWS[0]]))
    ran = run("when", "--jsonl", path)
    told = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 4
    assert [row["id"] for row in told] == [1, 2, *"abcdef", "a"]
    assert ["error" in row for row in told] == [True] * 8 + [False]
    assert all(row["timexes"] == [] for row in told[:-1])
    assert "8 rows could not be read" in ran.err


def test_rows_can_come_from_standard_input(
    run: Run, rows: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(rows.read_bytes())))
    assert len(run("when", "--jsonl", "-").out.splitlines()) == len(ROWS)


def test_a_file_that_is_not_there_is_exit_2(run: Run, tmp_path: Path) -> None:
    assert run("when", "--jsonl", tmp_path / "none.jsonl").code == 2


def test_no_parser_is_loaded_for_the_times_of_a_text() -> None:
    asks = (
        "import sys, dragoman; dragoman.when('He came on Monday.'); print('spacy' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


LEAD = "Kenya and Malawi signed a border treaty on Tuesday, officials said. It took ten years."


def test_main_gives_the_day_that_a_report_is_about(run: Run) -> None:
    ran = run(
        "when", LEAD, "--main", "--title", "Border treaty signed", "--published", "2019-06-13"
    )
    assert (ran.code, ran.out) == (0, "2019-06-11\n")
    assert '"Tuesday"' in ran.err


def test_main_as_json_has_the_sentence_and_the_reason(run: Run) -> None:
    row = json.loads(run("when", LEAD, "--main", "--published", "2019-06-13", "--json").out)
    assert (row["date_start"], row["date_precision"]) == ("2019-06-11", "day")
    assert row["sentence"].startswith("Kenya and Malawi")


def test_main_without_any_day_is_exit_3_and_says_why(run: Run) -> None:
    ran = run("when", "Kenya and Malawi signed a treaty.", "--main")
    assert (ran.code, ran.out) == (3, "")
    assert "not known" in ran.err
