from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.formats.gdelt_read import EVENTS
from tests.cli.run import Run


def gdelt(path: Path, *days: str) -> Path:
    cells = dict.fromkeys(EVENTS, "")
    rows = ["\t".join((cells | {"GlobalEventID": "7", "Day": day}).values()) for day in days]
    path.write_text("\n".join(rows) + "\n")
    return path


def test_rows_come_as_json_lines(run: Run, tmp_path: Path) -> None:
    ran = run("import", "gdelt", gdelt(tmp_path / "a.CSV", "20240301", "20240302"))
    assert ran.code == 0
    assert [json.loads(line)["date_start"] for line in ran.out.splitlines()] == [
        "2024-03-01", "2024-03-02",
    ]  # fmt: skip


@pytest.mark.parametrize(("option", "start"), [("--json", "[\n{"), ("--csv", "format,file,row")])
def test_rows_come_in_the_form_asked_for(run: Run, tmp_path: Path, option: str, start: str) -> None:
    assert run("import", "gdelt", gdelt(tmp_path / "a.CSV", "20240301"), option).out.startswith(
        start
    )


def test_what_cannot_be_read_is_exit_4_and_told_safely(run: Run, tmp_path: Path) -> None:
    ran = run("import", "gdelt", gdelt(tmp_path / "a.CSV", "20240301", "\x1b[31mx"))
    assert (ran.code, len(ran.out.splitlines())) == (4, 1)
    assert "a.CSV#2: bad_date" in ran.err
    assert "\x1b" not in ran.err


def test_into_a_folder(run: Run, tmp_path: Path) -> None:
    path = gdelt(tmp_path / "a.CSV", "20240301")
    ran = run("import", "gdelt", path, "--into", tmp_path / "out")
    assert (ran.code, ran.out) == (0, "")
    assert len((tmp_path / "out/events.jsonl").read_text().splitlines()) == 1
    assert "Wrote 1 events" in ran.err


def test_an_empty_file_is_exit_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.CSV").write_text("")
    assert run("import", "gdelt", tmp_path / "a.CSV").code == 3


def test_misuse_is_exit_2(run: Run, tmp_path: Path) -> None:
    path = gdelt(tmp_path / "a.CSV", "20240301")
    assert run("import", "cameo", path).code == 2
    assert run("import", "gdelt", tmp_path / "gone.CSV").code == 2
    assert run("import", "gdelt", path, "--json", "--csv").code == 2
