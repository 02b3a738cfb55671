from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.cli.main import main
from dragoman.formats import known
from tests.cli.run import Run


def test_export_writes_the_tables(run: Run, record: Path, tmp_path: Path) -> None:
    ran = run("export", "jsonl", tmp_path / "out", "--record", record)
    assert (ran.code, len((tmp_path / "out/events.jsonl").read_text().splitlines())) == (0, 3)


def test_a_part_can_be_exported(run: Run, record: Path, tmp_path: Path) -> None:
    run("export", "jsonl", tmp_path / "out", "--status", "planned", "--record", record)
    assert len((tmp_path / "out/events.jsonl").read_text().splitlines()) == 1


def test_a_format_of_one_file_goes_to_standard_output(
    record: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with pytest.raises(SystemExit):
        main(["export", "ftm", "-", "--record", str(record)])
    captured = capfdbinary.readouterr()
    assert captured.out.startswith(b'{"id": "drg-')
    assert b"Wrote" not in captured.err


def test_nothing_as_asked_is_exit_3(run: Run, record: Path, tmp_path: Path) -> None:
    ran = run("export", "csv", tmp_path / "out", "--act", "grant_asylum", "--party", "Peru",
              "--record", record)  # fmt: skip
    assert (ran.code, "Nothing in the record is as asked" in ran.err) == (3, True)


def test_an_unknown_format_is_exit_2(run: Run, record: Path, tmp_path: Path) -> None:
    ran = run("export", "xml", tmp_path / "out", "--record", record)
    assert (ran.code, "expected one of jsonl, csv, parquet" in ran.err) == (2, True)


def test_a_setting_without_use_is_exit_2(run: Run, record: Path, tmp_path: Path) -> None:
    ran = run("export", "jsonl", tmp_path / "out", "--with-text", "--record", record)
    assert (ran.code, "--with-text: the format jsonl has no use" in ran.err) == (2, True)


def test_the_formats_are_listed(run: Run) -> None:
    ran = run("export", "--list")
    assert (ran.code, [line.split()[0] for line in ran.out.splitlines()]) == (0, [*known.FORMATS])


def test_format_and_folder_must_be_named(run: Run) -> None:
    ran = run("export", "csv")
    assert (ran.code, "name a format and a folder" in ran.err) == (2, True)
