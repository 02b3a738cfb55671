from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from dragoman.store.schema import tables
from tests.cli.run import Run

STYLE = re.compile(r"\x1b\[[0-9;]*m")
COMMANDS = ("timeline", "events", "incidents", "conflicts", "offices", "reports", "rejections")


@pytest.mark.parametrize("command", [*COMMANDS, "relations"])
def test_json_is_one_list_of_rows_of_the_contract(run: Run, record: Path, command: str) -> None:
    ran = run(command, "--json", "--record", record)
    first = json.loads(ran.out)[0]
    table = "incidents" if command == "timeline" else command
    columns = tables()[table].names
    assert (ran.code, tuple(first)[: len(columns)]) == (0, columns)


@pytest.mark.parametrize("command", [*COMMANDS, "relations"])
def test_jsonl_is_one_row_a_line(run: Run, record: Path, command: str) -> None:
    whole = json.loads(run(command, "--json", "--record", record).out)
    lines = run(command, "--jsonl", "--record", record).out.splitlines()
    assert [json.loads(line) for line in lines] == whole


@pytest.mark.parametrize("command", [*COMMANDS, "relations"])
def test_csv_has_the_same_rows_under_a_header(run: Run, record: Path, command: str) -> None:
    whole = json.loads(run(command, "--json", "--record", record).out)
    read = list(csv.DictReader(io.StringIO(run(command, "--csv", "--record", record).out)))
    assert [list(row) for row in read] == [list(row) for row in whole]


@pytest.mark.parametrize("command", [*COMMANDS, "relations"])
def test_nothing_from_a_report_reaches_the_terminal_raw(
    run: Run, record: Path, command: str
) -> None:
    out = run(command, "--record", record).out
    assert not {"\x1b", "\x07", "\u202e"} & set(out)


@pytest.mark.parametrize("command", ["events", "conflicts", "reports", "rejections"])
def test_markup_in_a_report_is_shown_as_it_stands(run: Run, record: Path, command: str) -> None:
    assert "[bold]" in run(command, "--record", record).out


@pytest.mark.parametrize("command", COMMANDS)
def test_a_table_keeps_to_a_narrow_terminal(
    run: Run, record: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    out = STYLE.sub("", run(command, "--record", record).out)
    assert max(len(line.rstrip()) for line in out.splitlines()) <= 60


def test_timeline_is_in_order_of_date_and_says_what_is_disputed(run: Run, record: Path) -> None:
    rows = json.loads(run("timeline", "--json", "--record", record).out)
    assert [(row["incident_id"], row["disputed"]) for row in rows] == [("i1", ["date"]), ("i2", [])]


def test_timeline_says_a_date_once(run: Run, record: Path) -> None:
    line = run("timeline", "--record", record).out.splitlines()[-1]
    assert line.split("  ")[0] == "2025-01"
    assert "met (planned). " in line


def test_a_month_is_shown_as_a_month(run: Run, record: Path) -> None:
    assert "2025-01 " in run("timeline", "--record", record).out


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--act", "meet"), ["e3"]),
        (("--act", "SANCTION"), ["e1", "e2"]),
        (("--party", "Norway"), ["e1", "e2"]),
        (("--party", "nor"), ["e1", "e2"]),
        (("--party", "ana ruíz"), ["e3"]),
        (("--since", "2024-03-06"), ["e2", "e3"]),
        (("--until", "2024-03"), ["e1", "e2"]),
        (("--since", "2024", "--until", "2024-03-05"), ["e1"]),
        (("--report", "post"), ["e1"]),
        (("--status", "planned"), ["e3"]),
        (("--act", "meet", "--party", "Norway"), []),
    ],
    ids=str,
)
def test_filters_keep_what_is_asked_for(
    run: Run, record: Path, options: tuple[str, ...], found: list[str]
) -> None:
    rows = json.loads(run("events", "--json", "--record", record, *options).out)
    assert [row["event_id"] for row in rows] == found


def test_a_date_within_a_month_finds_what_may_have_happened_then(run: Run, record: Path) -> None:
    rows = json.loads(run("events", "--json", "--since", "2025-01-30", "--record", record).out)
    assert [row["event_id"] for row in rows] == ["e3"]


def test_timeline_of_a_report_has_the_incidents_it_tells(run: Run, record: Path) -> None:
    rows = json.loads(run("timeline", "--json", "--report", "post.txt", "--record", record).out)
    assert [row["incident_id"] for row in rows] == ["i1"]


@pytest.mark.parametrize(("party", "found"), [("Norway", 1), ("Peru", 0)])
def test_conflicts_are_kept_by_the_parties_of_their_incidents(
    run: Run, record: Path, party: str, found: int
) -> None:
    ran = run("conflicts", "--json", "--party", party, "--record", record)
    assert len(json.loads(ran.out)) == found


def test_conflicts_show_the_preferred_reading_first_and_marked(run: Run, record: Path) -> None:
    out = run("conflicts", "--record", record).out
    assert out.index("=> 5 March") < out.index("- 6 March")


@pytest.mark.parametrize("form", [(), ("--json",), ("--csv",)])
def test_nothing_found_is_exit_3(run: Run, record: Path, form: tuple[str, ...]) -> None:
    assert run("events", "--report", "no such", "--record", record, *form).code == 3


def test_nothing_found_is_still_valid_json(run: Run, record: Path) -> None:
    assert json.loads(run("events", "--report", "none", "--json", "--record", record).out) == []


def test_nothing_found_is_said_on_standard_error(run: Run, record: Path) -> None:
    ran = run("events", "--report", "no such", "--record", record)
    assert (ran.out, ran.err) == ("", "No events found.\n")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--act", "nonsense"), "no such act"),
        (("--status", "nonsense"), "expected one of actual"),
        (("--since", "yesterday"), "write it as 2025, 2025-11 or 2025-11-03"),
        (("--until", "2025-13"), "not a date"),
        (("--json", "--csv"), "exclude each other"),
    ],
    ids=str,
)
def test_options_that_make_no_sense_are_exit_2(
    run: Run, record: Path, options: tuple[str, ...], says: str
) -> None:
    ran = run("events", "--record", record, *options)
    assert (ran.code, says in ran.err) == (2, True)


def test_an_unknown_kind_of_conflict_is_exit_2(run: Run, record: Path) -> None:
    assert run("conflicts", "--kind", "quarrel", "--record", record).code == 2


@pytest.mark.parametrize("command", [*COMMANDS, "relations"])
def test_no_record_is_a_plain_message(run: Run, tmp_path: Path, command: str) -> None:
    ran = run(command, "--record", tmp_path / "none")
    assert (ran.code, "there is no record here" in ran.err, "Traceback" in ran.err) == (
        1, True, False,
    )  # fmt: skip


def test_the_record_may_be_named_by_the_environment(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_RECORD", str(record))
    assert run("events").code == 0


def test_the_record_is_the_folder_record_by_default(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(record.parent)
    assert run("events").code == 0


def test_parties_are_counted_and_filtered(run: Run, record: Path) -> None:
    told = json.loads(run("parties", "--record", record, "--json").out)
    assert [(row["name"], row["tellings"]) for row in told][:2] == [("Chile", 3), ("Norway", 2)]
    kept = json.loads(run("parties", "--record", record, "--country", "Norway", "--json").out)
    assert [row["party_id"] for row in kept] == ["NOR"]


@pytest.mark.parametrize(
    ("option", "value"),
    [("--country", "Atlantis"), ("--sector", "XYZ"), ("--kind", "river"), ("--limit", "0")],
)
def test_parties_refuse_what_no_party_can_be(
    run: Run, record: Path, option: str, value: str
) -> None:
    assert run("parties", "--record", record, option, value).code == 2
