"""How fast `dragoman read` is, in one process, against plain spaCy over the same texts.

    python bench/speed/run.py [--reports 400] [--rounds 3] [FOLDER]

FOLDER holds plain texts; without it, texts are put together from the sample story's paragraphs by
a fixed seed, with other states and names for every five. Each side runs in a process of its own
with one thread, the sides in turn, and its processor time is taken, so that a busy machine is
unfair to neither. Printed: reports and words a second, peak memory, and the ratio of the times.
dragoman's time is that of the whole run: reading, cleaning, parsing, coding, resolving, storing,
linking, weighing, publishing. Both times include loading the parser, as every run has to.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEED = 20251103
PARAGRAPHS = 9
STORY = 5
STATES = (("Peru", "Peruvian", "Lima"), ("Mexico", "Mexican", "Mexico"))
SURNAMES = (
    "Castillo", "Boluarte", "Chávez", "Paredes", "Monroy", "Obrador", "Sheinbaum", "Ebrard",
    "Torres", "Jerí", "Zela", "Heredia", "Gervasi",
)  # fmt: skip


def synthetic(folder: Path, reports: int) -> None:
    """Texts of nine paragraphs, drawn from the sample story; every five tell of other states."""
    pool = paragraphs()
    draw = random.Random(SEED)
    words: dict[str, str] = {}
    for number in range(reports):
        if number % STORY == 0:
            words = cast(draw)
        text = "\n\n".join(draw.sample(pool, PARAGRAPHS))
        text = "".join(words.get(part, part) for part in re.split(r"(\w+)", text))
        (folder / f"{number:05}.txt").write_text(text + "\n", encoding="utf-8")


def paragraphs() -> list[str]:
    """The longer paragraphs of the sample's English reports."""
    from dragoman.show.sample import folder as sample

    return [
        paragraph
        for path in sorted(sample().glob("*.txt"))
        if not path.name.startswith("spanish")
        for paragraph in path.read_text(encoding="utf-8").split("\n\n")
        if len(paragraph.split()) > 12
    ]


def cast(draw: random.Random) -> dict[str, str]:
    """Other states and other surnames for one story."""
    from dragoman.knowledge.load import load

    named: dict[str, dict[str, str]] = {}
    for row in load().aliases:
        if row.kind in ("name", "demonym", "capital") and row.alias.isalpha():
            named.setdefault(row.party_id, {}).setdefault(row.kind, row.alias)
    whole = [names for _, names in sorted(named.items()) if len(names) == 3]
    words = {}
    for names, (state, demonym, capital) in zip(draw.sample(whole, 2), STATES, strict=True):
        words |= {state: names["name"], demonym: names["demonym"], capital: names["capital"]}
    syllables = ("ba", "do", "ke", "lin", "mor", "na", "pe", "ro", "sa", "tu", "vel", "win")
    for surname in SURNAMES:
        words[surname] = "".join(draw.sample(syllables, 3)).capitalize()
    return words


def dragoman(folder: Path) -> None:
    """The whole run."""
    from dragoman.run.local import InProcess
    from dragoman.run.pipeline import build

    with tempfile.TemporaryDirectory() as record:
        build([folder], Path(record) / "record", engine=InProcess())


def spacy(folder: Path) -> None:
    """Every text through the same pipeline with its default settings."""
    import spacy as library

    from dragoman.parse.grammar import PIPELINE

    pipeline = library.load(PIPELINE)
    for doc in pipeline.pipe(path.read_text(encoding="utf-8") for path in texts(folder)):
        assert doc.has_annotation("DEP")


def texts(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.txt"))


SIDES = {"dragoman": dragoman, "spacy": spacy}


def child(side: str, folder: Path) -> None:
    """Run one side and print its processor seconds and its peak memory in MiB."""
    SIDES[side](folder)
    seconds = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mib": peak}))


def measure(folder: Path, rounds: int) -> dict[str, dict[str, float]]:
    """Median seconds and highest peak of each side, the sides taking turns."""
    found: dict[str, list[dict[str, float]]] = {side: [] for side in SIDES}
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    for _ in range(rounds):
        for side in SIDES:
            command = [sys.executable, __file__, "--side", side, str(folder)]
            ran = subprocess.run(
                command, env=environment, stdout=subprocess.PIPE, text=True, check=True
            )
            found[side].append(json.loads(ran.stdout))
    return {
        side: {
            "seconds": statistics.median(run["seconds"] for run in runs),
            "peak_mib": max(run["peak_mib"] for run in runs),
        }
        for side, runs in found.items()
    }


def report(folder: Path, rounds: int) -> None:
    """Measure and print the table."""
    paths = texts(folder)
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in paths)
    found = measure(folder, rounds)
    print(f"{len(paths)} reports, {words} words, median of {rounds} rounds, one process each\n")
    print(f"{'':10}{'CPU s':>10}{'reports/s':>12}{'words/s':>10}{'peak MiB':>10}")
    for side, run in found.items():
        rate, word_rate = len(paths) / run["seconds"], words / run["seconds"]
        print(
            f"{side:10}{run['seconds']:>10.1f}{rate:>12.1f}{word_rate:>10.0f}{run['peak_mib']:>10.0f}"
        )
    ratio = found["spacy"]["seconds"] / found["dragoman"]["seconds"]
    share = 1 / ratio
    print(f"\ndragoman takes {share:.2f} of spaCy's time: {ratio:.1f} times as fast")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--reports", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.side:
        child(asked.side, asked.folder)
    elif asked.folder:
        report(asked.folder, asked.rounds)
    else:
        with tempfile.TemporaryDirectory() as made:
            synthetic(Path(made), asked.reports)
            report(Path(made), asked.rounds)


if __name__ == "__main__":
    main()
