"""How often tellings of a confidence are right: the reliability table, and calibration.csv from it.

    python bench/quality/calibrate.py [--shared ../shared] [--write]

Raw confidences are a pattern's, lowered where a side was filled in or a deed only tried; the second
opinion's are its own. Three kinds of telling are counted apart on the development sets: of a
record (the seeds and the four stories: act and parties right), of open sentences (PLOVER's gold
records: type and both countries right) and of sentences with given parties (PLV, both parts: root
right). The shares are made monotone by pooling neighbours (Ayer et al. 1955), each pulled towards
the mean of its kind by ten rows, so that a thin bin claims little. With --write the table becomes
src/dragoman/knowledge/data/calibration.csv; without it, the shipped table is checked: its rows
should lie on the diagonal.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from dragoman.run.engine import Job
from dragoman.run.pipeline import build
from dragoman.run.sentences import code_rows
from dragoman.store.export import export
from dragoman.store.store import Store

STEP, PRIOR, FEWEST = 0.05, 10, 30
HEAD = ("context", "coder", "raw", "share", "rows", "source")
Hit = tuple[str, str, float, bool]
"""Context, coder, confidence, and whether it is right."""


def sentences(shared: Path, job: Job) -> Iterator[Hit]:
    """Tellings of open sentences and of sentences with given parties."""
    import score_sentences as scorer

    for part in ("train", "test.dev"):
        gold = scorer.rows(shared / "data" / "plv" / f"{part}.jsonl")
        answers = code_rows(scorer.to_input("plv", gold), job)
        for row, answer in zip(gold, answers, strict=True):
            for event in answer["events"]:
                yield _hit("given", event, scorer.root(event) == row["root"])
    gold = scorer.rows(shared / "data" / "plover-gsr" / "gsr.dev.jsonl")
    # The news alone: what stands aside is less sure by a fixed share (`run.sentences.ASIDE`).
    answers = code_rows(scorer.to_input("plover-gsr", gold), replace(job, news=True))
    for row, answer in zip(gold, answers, strict=True):
        want = scorer.gsr_triples(row)
        for event in answer["events"] if want else ():
            sides = [(a, b) for a in event["actors"] for b in event["recipients"]]
            told = {
                (scorer.country(a), event["event_type"], scorer.country(b)) for a, b in sides
            }  # fmt: skip
            yield _hit("open", event, bool(told & want))


def records(shared: Path, job: Job, scratch: Path) -> Iterator[Hit]:
    """Tellings of the seeds and the stories."""
    import score_story as scorer

    stories = [p for p in sorted((shared / "stories").iterdir()) if p.is_dir()]
    for story in [shared / "seeds", *stories]:
        rows = scratch / f"{story.name}.jsonl"
        scorer.write_input(story, rows)
        record, out = scratch / f"{story.name}.record", scratch / f"{story.name}.export"
        paths = sorted(story.glob("*.txt")) if story.name == "seeds" else [rows]
        build(paths, record, job=job, workers=1)
        with Store.open(record) as store:
            export(store, "jsonl", out)
        gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
        ids = list(scorer.doc_files(story))
        for event in scorer.load_jsonl(out / "events.jsonl"):
            yield _hit("record", event, _is_told(scorer, event, gold["events"], ids))


def _is_told(
    scorer: Any, event: dict[str, Any], gold: list[dict[str, Any]], ids: list[str]
) -> bool:
    doc = scorer.which_doc(event["report"], ids)
    return any(
        scorer.same_act(event, told, "strict") and scorer.same_parties(event, told)
        for told in gold
        for report in told["reports"]
        if scorer.which_doc(report["doc"], ids) == doc
        and scorer.overlap(event["quote"], report["quote"]) > 0
    )


def _hit(context: str, event: dict[str, Any], is_right: bool) -> Hit:
    return context, event["coder"].partition("@")[0], float(event["confidence"]), is_right


def table(hits: list[Hit]) -> list[tuple[str, str, float, float, int]]:
    """Context, coder, confidence, share right and rows, monotone in each kind."""
    out = []
    for kind in sorted({hit[:2] for hit in hits}):
        mine = [hit for hit in hits if hit[:2] == kind]
        if len(mine) < FEWEST:
            continue  # too few to say anything: the raw confidence stays
        mean = sum(hit[3] for hit in mine) / len(mine)
        bins: dict[float, list[bool]] = {}
        for hit in mine:
            bins.setdefault(round(round(hit[2] / STEP) * STEP, 2), []).append(hit[3])
        pools = [[raw, float(sum(b)), len(b)] for raw, b in sorted(bins.items())]
        for raw, share, count in _monotone(pools, mean):
            out.append((*kind, raw, share, count))
    return out


def _monotone(pools: list[list[float]], mean: float) -> Iterator[tuple[float, float, int]]:
    """Neighbours pooled until shares rise and no pool is thinner than `FEWEST`."""
    done: list[list[float]] = []
    for raw, right, count in pools:
        done.append([raw * count, right, count])
        while len(done) > 1 and (
            done[-2][2] < FEWEST or _share(done[-2], mean) >= _share(done[-1], mean)
        ):
            last = done.pop()
            done[-1] = [a + b for a, b in zip(done[-1], last, strict=True)]
    if len(done) > 1 and done[-1][2] < FEWEST:
        last = done.pop()
        done[-1] = [a + b for a, b in zip(done[-1], last, strict=True)]
    for pool in done:
        yield round(pool[0] / pool[2], 3), round(_share(pool, mean), 3), int(pool[2])


def _share(pool: list[float], mean: float) -> float:
    return (pool[1] + PRIOR * mean) / (pool[2] + PRIOR)


def main() -> int:
    """Print the reliability table; with --write make it the shipped one."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--shared", type=Path, default=Path("../shared"))
    asked.add_argument("--write", action="store_true")
    given = asked.parse_args()
    if not (given.shared / "score").is_dir():
        print(f"no scorers under {given.shared}; pass --shared FOLDER", file=sys.stderr)
        return 2
    sys.path.insert(0, str(given.shared / "score"))
    shipped = Path(str(files("dragoman.knowledge"))) / "data"
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        job = Job()
        if given.write:
            shutil.copytree(shipped, scratch / "knowledge")
            (scratch / "knowledge" / "calibration.csv").write_text(",".join(HEAD) + "\n")
            job = Job(knowledge=scratch / "knowledge")
        hits = [*sentences(given.shared, job), *records(given.shared, job, scratch)]
    rows = table(hits)
    print(f"{'context':8} {'coder':8} {'said':>6} {'right':>6} {'rows':>5}")
    for context, coder, raw, share, count in rows:
        print(f"{context:8} {coder:8} {raw:6.2f} {share:6.2f} {count:5}")
    if given.write:
        with (shipped / "calibration.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(HEAD)
            writer.writerows((*row, "bench/quality/calibrate.py on the dev halves") for row in rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
