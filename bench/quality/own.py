"""How the coder does on our own corpus, by type and by half; with --misses what it gets wrong.

    python bench/quality/own.py [--type AID] [--half 0] [--misses] [--raw] [--no-second]

Half 0 steered the patterns; half 1 did not. `given`: the parties are told, the type is asked;
`raw`: nothing is told, and the right type must be among the answers. For sentences without an
event the figure is the share that gets none.
"""

from __future__ import annotations

import argparse
import collections
import os
from collections.abc import Iterator
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from dragoman.knowledge.corpus import NONE, CodedSentence, corpus
from dragoman.run.engine import Job
from dragoman.run.sentences import code_rows

Answer = tuple[CodedSentence, list[dict[str, Any]]]


def answers(rows: list[CodedSentence], job: Job, *, given: bool) -> Iterator[Answer]:
    asked = []
    for row in rows:
        pair = row.pair() if given else None
        sides = {} if pair is None else {"actor": pair[0], "recipient": pair[1]}
        asked.append({"id": row.id, "text": row.text, **sides})
    for row, told in zip(rows, code_rows(asked, job), strict=True):
        yield row, told["events"]


def is_right(row: CodedSentence, events: list[dict[str, Any]]) -> bool:
    if row.act == NONE:
        return not events
    if row.event_type is None:
        return any(event["act"] == row.act for event in events)
    return any(event["event_type"] == row.event_type for event in events)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--type", default=None, help="a PLOVER type, or none")
    asked.add_argument("--half", type=int, choices=(0, 1), default=None)
    asked.add_argument("--misses", action="store_true")
    asked.add_argument("--raw", action="store_true", help="only without parties given")
    asked.add_argument("--no-second", action="store_true", help="patterns alone")
    want = asked.parse_args()
    job = Job(second=not want.no_second)
    rows = [
        row for row in corpus()
        if (want.half is None or row.half == want.half)
        and (want.type is None or want.type == (row.event_type or row.act))
    ]  # fmt: skip
    for given in (False,) if want.raw else (True, False):
        print("given" if given else "raw")
        right: dict[str, collections.Counter[bool]] = {}
        told = list(answers([r for r in rows if not given or r.pair()], job, given=given))
        for row, events in told:
            kind = row.event_type or (NONE if row.act == NONE else "(no type)")
            right.setdefault(kind, collections.Counter())[is_right(row, events)] += 1
            if want.misses and not is_right(row, events):
                short = [
                    (e["act"], e["event_type"], e["status"],
                     "+".join(p["name_raw"] for p in e["actors"]),
                     "+".join(p["name_raw"] for p in e["recipients"]))
                    for e in events
                ]  # fmt: skip
                print(f"{row.id} {row.act} {row.event_type} {row.status} | {row.text} | {short}")
        for kind, count in sorted(right.items()):
            print(f"{kind:12} {100 * count[True] / count.total():5.1f} % of {count.total()}")


if __name__ == "__main__":
    main()
