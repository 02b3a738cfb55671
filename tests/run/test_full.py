"""A disk that is full: the run stops with a clear word, and goes on when there is room."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from dragoman.run.local import InProcess
from dragoman.run.pipeline import build
from tests.run.command import command, corpus, digests, environment

LIMIT = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({bytes}, resource.RLIM_INFINITY))
"""


@pytest.mark.slow
def test_a_run_without_room_says_so_and_goes_on_when_there_is(tmp_path: Path) -> None:
    paths, record = corpus(tmp_path / "reports", 6), tmp_path / "record"
    words = command(paths, record)
    for room in (3_000, 120_000):  # too little for a shard, and for the tables
        limited = [*words[:2], LIMIT.format(bytes=room) + words[2], *words[3:]]
        ran = subprocess.run(limited, env=environment(), capture_output=True, timeout=300)
        assert (ran.returncode, b"make room on the disk" in ran.stderr) == (1, True), ran.stderr
        assert b"Traceback" not in ran.stderr
        assert not list(record.glob("**/*unfinished*"))
    whole = subprocess.run(words, env=environment(), capture_output=True, timeout=300)
    assert whole.returncode == 4, whole.stderr
    assert b"0 of them new" in whole.stderr
    build(paths, tmp_path / "other", engine=InProcess())
    assert digests(record) == digests(tmp_path / "other")
