"""What other programs answered on the same rows, as rows that the scorers read.

The files `peer_*.jsonl` beside the sets hold two kinds of answer: CAMEO triples of the dictionary
coders ([source, code, target]), and the PLOVER root or quad class that a classifier predicted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.knowledge.load import load
from dragoman.knowledge.tables import QUAD_OF_ROOT

ROOT_TYPES = {
    "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID",
    "08": "CONCEDE", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT",
    "13": "THREATEN",
    "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT",
    "19": "ASSAULT", "20": "ASSAULT", "02": "REQUEST",
}  # fmt: skip
"""PLOVER types of CAMEO roots; 01 (statements) has none. PLOVER's CAMEO2PLOVER-2021 table."""
BLANK = "---"


def names(folder: Path) -> Iterator[tuple[str, Path]]:
    """The peers that have answers in a set's folder, with their files."""
    for path in sorted(folder.glob("peer_*.jsonl")):
        yield path.name.split(".")[0].removeprefix("peer_"), path


def answers(path: Path) -> list[dict[str, Any]]:
    """A peer's answers as `dragoman code` would give them."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [{"id": row["id"], "events": list(_events(row))} for row in map(json.loads, lines)]


def _events(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "root_L2" in row:
        yield {"event_type": row["root_L2"], "quad_class": row["quad_L2"]}
    if "conflict_L2" in row:
        yield {"quad_class": 4 if row["conflict_L2"] else 1}
    yield from _of_triples(row.get("events", ()))


def _of_triples(triples: Iterable[list[str]]) -> Iterator[dict[str, Any]]:
    plover = load().plover
    for source, code, target in triples:
        event_type = ROOT_TYPES.get(code[:2])
        if event_type is None:
            continue
        quad = plover[event_type].quad_class if event_type in plover else QUAD_OF_ROOT[code[:2]]
        yield {
            "event_type": event_type, "cameo": code, "quad_class": quad,
            "actors": _party(source), "recipients": _party(target),
        }  # fmt: skip


def _party(code: str) -> list[dict[str, str]]:
    return [] if code.startswith(BLANK) else [{"party_id": code, "country": code[:3]}]
