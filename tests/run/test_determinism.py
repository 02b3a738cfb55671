"""One digest: whatever the number of workers, the order of the input and the hash seed.

Two of the 27 here, all in `make soak` (DRAGOMAN_SOAK=1).
"""

from __future__ import annotations

import os
import random
import subprocess
from itertools import product
from pathlib import Path

import pytest

from tests.run.command import command, corpus, digests, environment

WORKERS, ORDERS, SEEDS = (1, 2, 4), ("sorted", "reversed", "shuffled"), ("0", "1", "4711")
SOAK = bool(os.environ.get("DRAGOMAN_SOAK"))
CASES = (
    list(product(WORKERS, ORDERS, SEEDS)) if SOAK
    else [(1, "sorted", "0"), (2, "shuffled", "4711")]
)  # fmt: skip


def ordered(paths: list[Path], order: str) -> list[Path]:
    if order == "shuffled":
        return random.Random(3).sample(paths, len(paths))
    return sorted(paths, reverse=order == "reversed")


@pytest.mark.slow
def test_every_way_of_reading_gives_one_digest(tmp_path: Path) -> None:
    paths = corpus(tmp_path / "reports", 30)
    found = set()
    for workers, order, seed in CASES:
        record = tmp_path / f"{workers}-{order}-{seed}"
        ran = subprocess.run(
            command(ordered(paths, order), record, workers=workers),
            env=environment(PYTHONHASHSEED=seed), capture_output=True, timeout=300,
        )  # fmt: skip
        assert ran.returncode == 4, ran.stderr.decode()
        found.add(tuple(sorted(digests(record).items())))
    assert len(found) == 1
