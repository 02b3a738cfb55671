"""How fast time expressions are read, in one process, against a bare scan of the same texts.

    python bench/speed/times.py [--rows IN.jsonl ...] [--megabytes 2] [--rounds 3]

Texts are those of the rows {"text", "dct"}, as often as it takes to reach the size; without rows,
sentences of our own corpus in reports of twenty, every fourth with a date put before it. Sides:
`timexes`, which gives TimeML's terms; `when`, which gives days and reasons; `jsonl`, the answering
of rows as `dragoman when --jsonl` does it; and one regular expression that only finds the names of
months, weekdays and units and what may be a year. Each side runs in a process of its own, the sides
in turn; processor time is taken after one warming text. Printed: characters a second and the ratio.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SIDES = ("timexes", "when", "jsonl", "bare scan")
GOAL = 300_000
"""Characters a second that `timexes` is to read on one core."""
TODAY = dt.date(2019, 6, 12)
DATES = ("On Monday, ", "Late last week, ", "On 3 May 2017, ", "Two days later, ")
SCAN = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun)\w*|"
    r"\b(?:second|minute|hour|day|week|month|quarter|year|decade|century)s?\b|\b[12]\d{3}\b",
    re.IGNORECASE,
)


def rows_of(files: list[Path], size: int) -> list[dict[str, Any]]:
    """Rows of `size` characters or a little more."""
    if files:
        lines = [line for file in files for line in file.read_text("utf-8").splitlines() if line]
        rows = [{"text": row["text"], "dct": row.get("dct")} for row in map(json.loads, lines)]
    else:
        from dragoman.knowledge.corpus import corpus

        told = [row.text for row in corpus()]
        dated = [(DATES[at // 4 % 4] if at % 4 == 0 else "") + text for at, text in enumerate(told)]
        texts = (" ".join(dated[at : at + 20]) for at in range(0, len(dated), 20))
        rows = [{"text": text, "dct": TODAY.isoformat()} for text in texts]
    out, length = [], 0
    while length < size:
        out.append(rows[len(out) % len(rows)])
        length += len(out[-1]["text"])
    return out


def work(side: str) -> Callable[[list[dict[str, Any]]], int]:
    """What a side does with rows; how much it found."""
    if side == "bare scan":
        return lambda rows: sum(sum(1 for _ in SCAN.finditer(row["text"])) for row in rows)
    from dragoman.resolve.times.timeml import timexes
    from dragoman.run.when import timex_rows, when

    does = timexes if side == "timexes" else when
    if side == "jsonl":
        return lambda rows: sum(
            len(json.dumps(row)) for row in timex_rows([rows], today=dt.date.today())
        )
    return lambda rows: sum(
        len(does(row["text"], dt.date.fromisoformat(row["dct"][:10]) if row["dct"] else None))
        for row in rows
    )


def measure(side: str, rows: list[dict[str, Any]]) -> None:
    """Print the seconds of processor time of one side, and its characters."""
    does = work(side)
    does(rows[:1])
    start = time.process_time()
    does(rows)
    print(json.dumps([time.process_time() - start, sum(len(row["text"]) for row in rows)]))


def main() -> None:
    """Measure every side in turn and print the table."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rows", type=Path, nargs="*", default=[])
    asked.add_argument("--megabytes", type=float, default=2)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.side:
        measure(given.side, rows_of(given.rows, int(1e6 * given.megabytes)))
        return
    taken: dict[str, list[float]] = {side: [] for side in SIDES}
    count = 0
    for _ in range(given.rounds):
        for side in SIDES:
            command = [
                sys.executable, __file__, "--side", side, "--megabytes", str(given.megabytes),
                "--rows", *map(str, given.rows),
            ]  # fmt: skip
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            seconds, count = json.loads(done.stdout)
            taken[side].append(seconds)
    base = statistics.median(taken["bare scan"])
    for side in SIDES:
        seconds = statistics.median(taken[side])
        print(
            f"{side:12} {count / seconds / 1e6:8.2f} M characters/s  "
            f"{seconds / base:6.1f} x the time of a bare scan"
        )
    rate = count / statistics.median(taken["timexes"])
    print(f"to reach: {GOAL / 1e6:.2f} M characters/s; timexes are {rate / GOAL:.1f} times as fast")


if __name__ == "__main__":
    main()
