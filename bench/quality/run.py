"""Every scorer on every development set and story, in one table beside the peers' figures.

    python bench/quality/run.py [--shared ../shared] [--only plv,seeds] [--out FOLDER] [--no-second]

The sets and their scorers lie outside the project, as most texts belong to their publishers; where
they are absent this says so and ends with 2. Peers' figures are scored here, by the same scorers,
from the answers that lie beside the sets, but for the few of which only a published figure exists.
With --out the answers and the exports are kept. Development figures: they steer the rules.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import gzip
import itertools
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import main_event
import peers
from offices import Offices
from table import Line, show

SENTENCES = {
    "plv": ("plv/test.dev.jsonl", "plv/train.jsonl"),
    "plover-gsr": ("plover-gsr/gsr.dev.jsonl",),
    "coped": ("coped/test.dev.jsonl", "coped/class.train.jsonl"),
    "cameo-examples": ("cameo-examples/examples.dev.jsonl",),
    "ngec-headlines": ("ngec-headlines/headlines.dev.jsonl",),
    "aw-wikievents": ("aw-wikievents/test.dev.jsonl",),
    "ngec-actors": ("ngec-actors/actors.dev.jsonl",),
}
"""The development half of each set; what else stands there is a second view of the same task."""
PHRASES = frozenset({"ngec-actors"})
"""Sets of phrases that name a party."""
PAIRS = {"report-conflicts": "pairs.jsonl"}
GROUPS = ("gva-incidents", "news-cluster", "basil")
"""Reports to be grouped into stories."""
TIMES = {"timex-wikiwars": "dev.jsonl", "meantime": "dev.jsonl"}
GOALS = {
    ("plv", "root"): (72, 82), ("plv", "quad"): (85, 90), ("plv", "binary"): (93, 96),
    ("plover-gsr", "triple F1"): (50, 60), ("plover-gsr", "dyad F1"): (65, 75),
    ("coped", "class5"): (72, 85), ("cameo-examples", "root"): (80, 90),
    ("cameo-examples", "exact"): (45, 60), ("ngec-headlines", "type"): (70, 85),
    ("ngec-headlines", "mode_accuracy"): (50, 65),
    ("ngec-actors", "country"): (92, 95), ("ngec-actors", "sector"): (80, 88),
    ("stories", "telling_strict F1"): (55, 70), ("stories", "telling_root F1"): (65, 78),
    ("timex-wikiwars", "relaxed f1"): (91.8, 94), ("timex-wikiwars", "value f1"): (82.1, 87),
    ("meantime", "relaxed f1"): (91, 93), ("meantime", "value f1"): (80, 83),
    ("giveme5w1h", "within one day"): (75, 90),
    ("seeds", "offices R"): (80, 90), ("seeds", "offices P"): (90, 97),
    ("report-conflicts", "p"): (70, 80), ("report-conflicts", "r"): (60, 75),
    ("seeds", "telling_strict F1"): (75, 85), ("seeds", "incident_recall_strict"): (85, 95),
    ("gva-incidents", "pair F1"): (80, 85), ("news-cluster", "B3 F1"): (97, 98),
    ("basil", "B3 F1"): (98, 99),
}  # fmt: skip
"""What we set out to reach, and to aim for, in percent."""


class Bench:
    """The sets of one `shared` folder, and where answers go."""

    def __init__(self, shared: Path, out: Path, *, second: bool) -> None:
        self.shared, self.out, self.second = shared, out, second
        self.scorer = shared / "score" / "score_sentences.py"
        self.story_scorer = shared / "score" / "score_story.py"

    def sentences(self, name: str) -> Iterator[Line]:
        """Figures of one set of sentences: ours on each part, then the peers'."""
        for part in SENTENCES[name]:
            gold = self.shared / "data" / part
            if not gold.is_file():
                continue
            stem = part.replace("/", ".")
            rows, told = self.out / f"{stem}.in", self.out / f"{stem}.out"
            self._score(self.scorer, "input", name, gold, rows)
            self._code(rows, told, *(["--phrases"] if name in PHRASES else []))
            label = "dragoman" if "dev" in part else "dragoman, train part"
            yield Line(name, label, self._figures(name, gold, told))
        gold = self.shared / "data" / SENTENCES[name][0]
        for peer, path in peers.names(gold.parent):
            told = self.out / f"{name}.{peer}.out"
            told.write_text("".join(json.dumps(a) + "\n" for a in peers.answers(path)))
            yield Line(name, peer, self._figures(name, gold, told))

    def seeds(self) -> Iterator[Line]:
        """Figures of the first five reports."""
        folder = self.shared / "seeds"
        export = self._record("seeds", sorted(folder.glob("*.txt")))
        text = self._score(self.story_scorer, "score", folder, export)
        figures = json.loads(text[text.index("{") :])
        offices = Offices()
        offices.add(folder, export)
        yield Line("seeds", "dragoman", dict(_story_figures(figures)) | offices.figures())

    def stories(self) -> Iterator[Line]:
        """Figures of the four stories, pooled."""
        folders = sorted(p for p in (self.shared / "stories").iterdir() if p.is_dir())
        root = self.out / "exports"
        offices = Offices()
        for folder in folders:
            rows = self.out / f"{folder.name}.jsonl"
            self._score(self.story_scorer, "input", folder, rows)
            offices.add(folder, self._record(folder.name, [rows]))
        text = self._score(self.story_scorer, "total", root, *folders)
        pooled = json.loads(text[text.rindex("TOTAL") + len("TOTAL") :])
        yield Line("stories", "dragoman", dict(_story_figures(pooled)) | offices.figures())

    def groups(self, name: str) -> Iterator[Line]:
        """Figures of one set of reports that are grouped into stories."""
        folder = self.shared / "data" / name
        packed, gold = folder / "docs.jsonl.gz", folder / "gold_clusters.tsv"
        if not packed.is_file():
            return
        rows, told = self.out / f"{name}.in", self.out / f"{name}.tsv"
        with gzip.open(packed, "rt", encoding="utf-8") as file, rows.open("w") as out:
            for line in file:
                row = json.loads(line)
                row["published"] = None if row["published"] == "None" else row["published"]
                out.write(json.dumps(row) + "\n")
        answers = self.out / f"{name}.out"
        with answers.open("w", encoding="utf-8") as file:
            self._run("stories", rows, "--jsonl", stdout=file)
        found = map(json.loads, answers.read_text(encoding="utf-8").splitlines())
        told.write_text("".join(f"{row['id']}\t{row['story']}\n" for row in found))
        scorer = self.shared / "score" / "score_clusters.py"
        figures = json.loads(self._score(scorer, gold, told, "--json"))
        names = {"pair_p": "pair P", "pair_r": "pair R", "pair_f1": "pair F1", "b3_f1": "B3 F1"}
        yield Line(name, "dragoman", {names[key]: 100 * figures[key] for key in names})

    def times(self, name: str) -> Iterator[Line]:
        """Figures of one set of time expressions."""
        folder = self.shared / "data" / name
        gold, told = folder / TIMES[name], self.out / f"{name}.times"
        if not gold.is_file():
            return
        from dragoman.resolve.times.timeml import timexes

        with told.open("w", encoding="utf-8") as file:
            for line in gold.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                day = dt.date.fromisoformat(row["dct"][:10]) if row["dct"] else None
                found = timexes(row["text"], day)
                said = [dataclasses.asdict(timex) for timex in found]
                file.write(json.dumps({"id": row["id"], "timexes": said}) + "\n")
        for label, path in (("dragoman", told), *peers.names(folder)):
            scorer = self.shared / "score" / "timex_score.py"
            figures = json.loads(self._score(scorer, gold, path, "--json"))
            yield Line(name, label, dict(_time_figures(figures)))

    def main_events(self) -> Iterator[Line]:
        """Figures of the day of whole articles' main events."""
        articles = self.shared / "data" / "giveme5w1h" / "docs.dev.jsonl"
        if not articles.is_file():
            return
        ours, published = main_event.figures(articles)
        yield Line("giveme5w1h", "dragoman", ours)
        yield Line("giveme5w1h", "publication", published)

    def places(self) -> Iterator[Line]:
        """Figures of the sets that stand in for gold places."""
        from places import Bench as PlacesBench

        yield from PlacesBench(self.shared, misses=False).lines()

    def pairs(self, name: str) -> Iterator[Line]:
        """Figures of one set of pairs of sentences: with the values in hand, and from the words."""
        gold = self.shared / "data" / name / PAIRS[name]
        if not gold.is_file():
            return
        scorer = self.shared / "score" / "score_conflicts.py"
        rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        for label, kept in (
            ("dragoman", ("sentence", "published", "value")),
            ("dragoman, no values", ("sentence", "published")),
        ):
            stem = self.out / f"{name}.{'values' if 'value' in kept else 'words'}"
            source, told = stem.with_suffix(".in"), stem.with_suffix(".out")
            sides = [{s: {k: row[s].get(k) for k in kept} for s in "ab"} for row in rows]
            source.write_text("".join(
                json.dumps({"pair": row["pair"], "slot": row["slot"], **side}) + "\n"
                for row, side in zip(rows, sides, strict=True)
            ))  # fmt: skip
            with told.open("w", encoding="utf-8") as file:
                self._run("compare", source, stdout=file)
            figures = json.loads(self._score(scorer, gold, told, "--json"))
            yield Line(name, label, dict(_pair_figures(figures)))

    def _record(self, name: str, paths: list[Path]) -> Path:
        """The export of a record that is read from `paths`."""
        record, export = self.out / "records" / name, self.out / "exports" / name
        self._run("read", *paths, "--record", record)
        self._run("export", "jsonl", export, "--record", record)
        return export

    def _code(self, rows: Path, told: Path, *options: str) -> None:
        with told.open("w", encoding="utf-8") as file:
            second = () if self.second else ("--no-second",)
            self._run("code", rows, *options, *second, stdout=file)

    def _figures(self, name: str, gold: Path, told: Path) -> dict[str, float]:
        text = self._score(self.scorer, "score", name, gold, told)
        return _flat(json.loads(text.partition(" ")[2]))

    def _score(self, script: Path, *words: object) -> str:
        command = [sys.executable, str(script), *map(str, words)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def _run(self, *words: object, stdout: Any = subprocess.DEVNULL) -> None:
        command = [sys.executable, "-m", "dragoman", *map(str, words)]
        done = subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True)
        if done.returncode not in (0, 4):  # 4: some rows were set aside
            raise SystemExit(f"{' '.join(command[2:])} ended with {done.returncode}: {done.stderr}")


def _flat(figures: dict[str, Any], before: str = "") -> dict[str, float]:
    out: dict[str, float] = {}
    for key, value in figures.items():
        name = f"{before} {key}".strip()
        if isinstance(value, dict):
            out |= _flat(value, name)
        elif isinstance(value, int | float) and key != "rows":
            out[name] = value
    return out


def _time_figures(figures: dict[str, Any]) -> Iterator[tuple[str, float]]:
    """Extent and value F1."""
    for name, value in _flat(figures).items():
        for wanted in ("strict f1", "relaxed f1", "value f1"):
            if name.endswith(f" {wanted}"):
                yield wanted, value


def _pair_figures(figures: dict[str, Any]) -> Iterator[tuple[str, float]]:
    """Precision, recall, F1 and conflict told from update, in percent."""
    for key in ("p", "r", "f1", "recall_conflict_update"):
        if figures[key] is not None:
            yield key, round(100 * figures[key], 1)


def _story_figures(figures: dict[str, Any]) -> Iterator[tuple[str, float]]:
    """A story's figures in percent, under plain names."""
    for name, value in _flat(figures).items():
        if 0 <= value <= 1 and isinstance(value, float):
            yield name, round(100 * value, 1)


def main() -> int:
    """Run what is asked for and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--shared", type=Path, default=Path("../shared"))
    arguments.add_argument("--only", default="", help="sets, separated by commas")
    arguments.add_argument("--out", type=Path, default=None)
    arguments.add_argument("--no-second", action="store_true", help="patterns alone")
    given = arguments.parse_args()
    if not (given.shared / "score").is_dir():
        print(f"no scorers under {given.shared}; pass --shared FOLDER", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        out = given.out or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        bench = Bench(given.shared.resolve(), out.resolve(), second=not given.no_second)
        jobs: dict[str, Callable[[], Iterator[Line]]] = {
            **{name: lambda name=name: bench.sentences(name) for name in SENTENCES},
            **{name: lambda name=name: bench.groups(name) for name in GROUPS},
            **{name: lambda name=name: bench.times(name) for name in TIMES},
            "giveme5w1h": bench.main_events,
            "seeds": bench.seeds, "stories": bench.stories, "places": bench.places,
            **{name: lambda name=name: bench.pairs(name) for name in PAIRS},
        }  # fmt: skip
        wanted = [name for name in given.only.split(",") if name] or list(jobs)
        for name in wanted:
            if name not in jobs:
                print(f"no set {name!r}; there are {', '.join(jobs)}", file=sys.stderr)
                return 2
            for _, lines in itertools.groupby(jobs[name](), key=lambda line: line.set):
                show(list(lines), GOALS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
