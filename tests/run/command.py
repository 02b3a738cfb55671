"""`dragoman read` as a process of its own, and a corpus of our own for it."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from dragoman.store.store import Store

BATCH = 4
"""Reports that are stored together: few, so that a small corpus makes several shards."""
MAIN = f"""
from dragoman.run import pipeline
pipeline.BATCH = {BATCH}
from dragoman.cli.main import main
main()
"""
PAIRS = (
    ("Chile", "Norway"), ("Peru", "Kenya"), ("Ghana", "Finland"), ("Norway", "Chile"),
    ("Malawi", "Uruguay"), ("Kenya", "Peru"),
)  # fmt: skip
TELLINGS = (
    "{a} recalled its ambassador to {b} on {day} March 2024, the foreign ministry said.",
    "On {day} March 2024 {a} expelled {n} diplomats of {b}. {b} condemned the decision.",
    "The foreign ministers of {a} and {b} met in Geneva on {day} March 2024.",
    "{a} broke off diplomatic relations with {b} on {day} March 2024, after {n} officers died.",
)


def corpus(folder: Path, count: int, *, seed: int = 7) -> list[Path]:
    """`count` short reports, some of which disagree, and a file that is none; their paths."""
    draw = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        a, b = draw.choice(PAIRS)
        told = draw.sample(TELLINGS, 2)
        text = " ".join(
            one.format(a=a, b=b, day=draw.randint(3, 6), n=draw.randint(2, 9)) for one in told
        )
        (folder / f"{number:03}.txt").write_text(f"{a} and {b}\n\n{text}\n", encoding="utf-8")
    (folder / "empty.txt").write_text("\n", encoding="utf-8")
    return sorted(folder.iterdir())


def command(paths: Sequence[Path], record: Path, *, workers: int = 1) -> list[str]:
    """The words of the command; with small batches."""
    named = [str(path) for path in paths]
    return [
        sys.executable, "-c", MAIN, "read", *named, "--record", str(record),
        "--workers", str(workers),
    ]  # fmt: skip


def environment(**more: str) -> dict[str, str]:
    """That of the tests, with this source."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **more}


def digests(record: Path) -> dict[str, str]:
    """The digest of each table of a record."""
    with Store.open(record) as store:
        return store.digests()
