from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.knowledge.tables import Knowledge
from dragoman.run.engine import Job
from dragoman.run.local import InProcess
from dragoman.run.pipeline import build, refresh, version_of
from dragoman.store import shards
from dragoman.store.store import Store
from tests.cli.run import Run
from tests.store.made import refused


@pytest.fixture
def checked(tmp_path: Path, knowledge: Knowledge) -> Path:
    """A record of one thing that was set aside."""
    folder = tmp_path / "checked"
    build([], folder, engine=InProcess())
    with Store.open(folder) as store, store.writing():
        store.add({"k1": refused("x.txt")}, version_of(Job(), knowledge))
        refresh(store, Job(), knowledge)
    return folder


def words(said: str) -> list[tuple[str, str]]:
    return [(line.split()[0], line.split()[1].rstrip(":")) for line in said.splitlines()]


def test_all_is_well(run: Run, checked: Path) -> None:
    ran = run("doctor", "--record", checked)
    parts = (
        "dragoman", "knowledge", "parser", "shards", "rulings", "texts", "quotes", "references",
        "tables", "record",
    )  # fmt: skip
    assert (ran.code, words(ran.out)) == (0, [("ok", part) for part in parts])


def test_no_record_yet_is_no_fault(run: Run, tmp_path: Path) -> None:
    ran = run("doctor", "--record", tmp_path / "none")
    assert (ran.code, f"none at {tmp_path / 'none'} yet" in ran.out) == (0, True)


@pytest.mark.filterwarnings("ignore")
def test_a_pipeline_that_is_not_installed_is_a_fault(run: Run, checked: Path) -> None:
    ran = run("doctor", "--pipeline", "xx_no_such", "--record", checked)
    assert (ran.code, "FAULT  parser: parser pipeline 'xx_no_such'" in ran.out) == (1, True)


def test_what_can_be_mended_is_mended(run: Run, checked: Path) -> None:
    (checked / "CURRENT").unlink()
    ran = run("doctor", "--record", checked)
    assert (ran.code, ("FAULT", "tables") in words(ran.out)) == (1, True)
    ran = run("doctor", "--repair", "--record", checked)
    assert (ran.code, ("mended", "record") in words(ran.out)) == (0, True)
    assert run("doctor", "--record", checked).code == 0


def test_a_shard_that_is_lost_is_said_and_has_an_exit_code(run: Run, checked: Path) -> None:
    (shard,) = shards.folders(checked / "shards")
    (shard / "events.parquet").write_bytes(b"PAR1")
    assert f"FAULT  shards: {shard.name}, 1 report: " in run("doctor", "--record", checked).out
    ran = run("doctor", "--repair", "--record", checked)
    assert (ran.code, "reads what it held again (1 report)" in ran.out) == (4, True)
    assert run("doctor", "--record", checked).code == 0


def test_a_record_that_is_written_to_is_left_alone(run: Run, checked: Path) -> None:
    with Store.open(checked).writing():
        assert run("doctor", "--record", checked).code == 5


def test_a_record_that_is_none_any_more_is_a_fault(run: Run, checked: Path) -> None:
    (checked / "record.json").write_text("{")
    assert run("doctor", "--record", checked).code == 1
