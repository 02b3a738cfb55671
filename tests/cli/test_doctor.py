from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import Run


def test_all_is_well(run: Run, record: Path) -> None:
    ran = run("doctor", "--record", record)
    names = [line.split()[0] for line in ran.out.splitlines()]
    assert (ran.code, names) == (0, ["ok"] * 4)


def test_no_record_yet_is_no_fault(run: Run, tmp_path: Path) -> None:
    ran = run("doctor", "--record", tmp_path / "none")
    assert (ran.code, f"none at {tmp_path / 'none'} yet" in ran.out) == (0, True)


@pytest.mark.filterwarnings("ignore")
def test_a_pipeline_that_is_not_installed_is_a_fault(run: Run, record: Path) -> None:
    ran = run("doctor", "--pipeline", "xx_no_such", "--record", record)
    assert (ran.code, "FAULT  parser: parser pipeline 'xx_no_such'" in ran.out) == (1, True)
