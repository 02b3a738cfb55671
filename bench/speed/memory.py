"""How much memory `dragoman read` takes: the reading half, its workers, the record half.

    python bench/speed/memory.py [--reports 1000 20000] [--workers 2]

The reports are made here by a fixed seed: short texts, every five of one happening, one file
each (the most there is to keep in mind of an input). Each size is read in a process of its own. The
peak of that process is taken when the last report is stored, then set back, and taken again when
the tables are published; the peaks of its workers are asked for while they live. Linux only.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

SEED = 20241105
STORY = 5
FIRST_DAY = dt.date(2015, 1, 1)
TELLINGS = (
    "{a} recalled its ambassador to {b} on {day}, the foreign ministry said.",
    "On {day} {a} expelled {n} diplomats of {b}. {b} condemned the decision.",
    "The foreign ministers of {a} and {b} met in Geneva on {day} and signed an agreement.",
    "{a} imposed sanctions on {b} on {day} after talks about the border had failed.",
    "{a} sent {n} doctors to {b} on {day}, an official of the health ministry said.",
)
REST = (
    "The decision was expected since the spring.", "No further comment was available.",
    "Analysts said that trade between the two would hardly suffer.",
    "The statement was read on state television in the evening.",
)  # fmt: skip


def made(folder: Path, reports: int) -> None:
    """`reports` files in folders of a thousand."""
    from dragoman.knowledge.load import load

    names = sorted(state.name for state in load().states.values() if state.name.isalpha())
    draw = random.Random(SEED)
    for number in range(reports):
        if number % STORY == 0:
            a, b = draw.sample(names, 2)
            day = FIRST_DAY + dt.timedelta(days=draw.randrange(3_000))
            telling = draw.choice(TELLINGS)
        said = f"{day.day} {day:%B %Y}"
        told = telling.format(a=a, b=b, day=said, n=draw.randint(2, 30))
        text = f"{a} and {b}, {number}\n\n{told} {' '.join(draw.sample(REST, 3))}\n"
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def peak(pid: int | str) -> int:
    """The most memory that a process held, in bytes."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0


class Workers(threading.Thread):
    """The highest peak of any worker, looked up four times a second."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = 0

    def run(self) -> None:
        children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
        while True:
            for pid in children.read_text(encoding="ascii").split():
                try:
                    self.peak = max(self.peak, peak(pid))
                except (FileNotFoundError, ProcessLookupError):
                    continue  # it has just ended
            time.sleep(0.25)


def child(folder: Path, workers: int) -> None:
    """Read a folder; print the peaks in bytes and the seconds of both halves."""
    from dragoman.run.pipeline import build

    watch = Workers()
    watch.start()
    started = time.monotonic()
    found: dict[str, float] = {}

    def show(stage: str, done: int, total: int) -> None:
        if stage == "weighing":
            found["reading"], found["reading_s"] = peak("self"), time.monotonic() - started
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")

    with tempfile.TemporaryDirectory() as record:
        build([folder], Path(record) / "record", workers=workers, progress=show)
    found["record"] = peak("self")
    found["record_s"] = time.monotonic() - started - found["reading_s"]
    found["worker"] = watch.peak
    print(json.dumps(found))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--reports", type=int, nargs="+", default=[1_000, 20_000])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(options.child, options.workers)
        return
    print("reports  reading MiB  a worker MiB  record MiB  reading s  record s")
    first: dict[str, float] = {}
    for reports in options.reports:
        with tempfile.TemporaryDirectory() as folder:
            made(Path(folder), reports)
            words = [sys.executable, __file__, "--child", folder, "--workers", str(options.workers)]
            ran = subprocess.run(words, capture_output=True, text=True, check=True)
        found = json.loads(ran.stdout)
        mib = {name: found[name] / 2**20 for name in ("reading", "worker", "record")}
        print(
            f"{reports:7}  {mib['reading']:11.0f}  {mib['worker']:12.0f}  {mib['record']:10.0f}  "
            f"{found['reading_s']:9.1f}  {found['record_s']:8.1f}"
        )
        first = first or {**found, "reports": reports}
        if reports > first["reports"]:
            more = reports - first["reports"]
            each = {n: (found[n] - first[n]) / more / 1024 for n in ("reading", "record")}
            print(
                f"         each further report: {each['reading']:.2f} KiB in the reading half, "
                f"{each['record']:.2f} KiB in the record half"
            )


if __name__ == "__main__":
    main()
