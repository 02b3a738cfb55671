"""`kill -9` at any moment, and then the same command: nothing is lost, nothing is there twice.

`DRAGOMAN_KILLS` is how often it is killed: 5 here, 200 in `make soak`.
"""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest

from dragoman.errors import RecordError
from dragoman.store import shards
from dragoman.store.store import Store
from tests.run.command import BATCH, command, corpus, digests, environment

KILLS = int(os.environ.get("DRAGOMAN_KILLS", "5"))
SEED = int(os.environ.get("DRAGOMAN_SEED", "20241122"))
FEW = 5
"""Kills of one record at most: each finished record costs a whole run."""
REPORTS = 27
SHARDS = -(-(REPORTS + 1) // BATCH)
DONE = 4
"""Exit code of the whole run: the empty file is set aside."""


def start(paths: list[Path], record: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(paths, record), env=environment(), stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )  # fmt: skip


def finish(paths: list[Path], record: Path) -> str:
    """What the command says when nobody disturbs it."""
    process = start(paths, record)
    _, said = process.communicate(timeout=300)
    assert process.returncode == DONE, said.decode()
    return said.decode()


def stored(record: Path) -> dict[str, str]:
    """The digest of each file of each whole shard: what was acknowledged."""
    return {
        str(path.relative_to(record)): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in shards.folders(record / "shards")
        for path in folder.iterdir()
    }


def kill(paths: list[Path], record: Path, draw: random.Random, whole_s: float) -> str:
    """Start the command and kill it: at any time, behind a shard, or when all are written."""
    process = start(paths, record)
    folder = record / "shards"
    moment = draw.choice(["any", "shard", "last"])
    before = len(shards.folders(folder))
    wanted = {"any": 0, "shard": min(before + draw.randint(1, 3), SHARDS), "last": SHARDS}[moment]
    while len(shards.folders(folder)) < wanted and process.poll() is None:
        time.sleep(0.001)
    time.sleep(draw.uniform(0, {"any": whole_s, "shard": 0.2, "last": 0.3 * whole_s}[moment]))
    process.kill()
    process.communicate()
    return f"{moment} {before}->{len(shards.folders(folder))}"


@pytest.mark.slow
def test_killed_at_any_moment_it_goes_on_as_if_nothing_had_been(tmp_path: Path) -> None:
    paths = corpus(tmp_path / "reports", REPORTS)
    started = time.monotonic()
    finish(paths, tmp_path / "undisturbed")
    whole_s = time.monotonic() - started
    expected = digests(tmp_path / "undisturbed")
    with Store.open(tmp_path / "undisturbed") as store:
        assert len(store.rows("incidents")) > 10
    draw = random.Random(SEED)
    left, number = KILLS, 0
    while left:
        record = tmp_path / f"killed-{number}"
        kept: dict[str, str] = {}
        told = []
        for _ in range(left if left <= FEW else draw.randint(1, FEW)):
            told.append(kill(paths, record, draw, whole_s))
            left -= 1
            assert kept.items() <= stored(record).items(), told
            kept = stored(record)
        finish(paths, record)
        assert kept.items() <= stored(record).items(), told
        assert digests(record) == expected, told
        assert _twice(record) == [], told
        assert not list(record.glob("**/unfinished*")), told
        number += 1


def _twice(record: Path) -> list[str]:
    """Keys of raw reports that more than one shard holds."""
    found = Counter(key for note in shards.notes(record / "shards") for key in shards.keys(note))
    return [key for key, count in found.items() if count > 1]


def test_a_record_whose_making_was_cut_short_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "r" / "shards").mkdir(parents=True)
    (tmp_path / "r" / "record.json.unfinished").write_text('{"form')
    assert Store.open(tmp_path / "r", create=True).known is not None
    assert (tmp_path / "r" / "record.json").is_file()


def test_shards_without_a_note_are_no_place_for_a_new_record(tmp_path: Path) -> None:
    (tmp_path / "r" / "shards" / "s_1").mkdir(parents=True)
    with pytest.raises(RecordError, match="other files"):
        Store.open(tmp_path / "r", create=True)
