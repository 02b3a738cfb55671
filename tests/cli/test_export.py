from __future__ import annotations

from pathlib import Path

from tests.cli.run import Run


def test_export_writes_the_tables(run: Run, record: Path, tmp_path: Path) -> None:
    ran = run("export", "jsonl", tmp_path / "out", "--record", record)
    assert (ran.code, len((tmp_path / "out/events.jsonl").read_text().splitlines())) == (0, 3)


def test_an_unknown_format_is_exit_2(run: Run, record: Path, tmp_path: Path) -> None:
    ran = run("export", "xml", tmp_path / "out", "--record", record)
    assert (ran.code, "expected one of jsonl, csv, parquet" in ran.err) == (2, True)
