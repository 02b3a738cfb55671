"""What to rule on next, and what was ruled: the two lists of `dragoman review`."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.show.views import Column, Row, View, days, telling
from dragoman.show.wording import count
from dragoman.store.store import Store

UNSURE = 0.6
"""A telling that is less sure than this is worth a look."""


def queue(store: Store, limit: int = 20) -> View:
    """What a ruling would change most: open conflicts, then unsure tellings, the weightiest first.

    A conflict weighs as many as the independent sources of its readings, a telling as many as those
    of its incident, each less the more sure it is. What was ruled on is left out.
    """
    columns = (
        Column(title="Id"),
        Column(title="Question", long=True),
        Column(title="Words", long=True),
        Column(title="To rule"),
    )
    ranked = sorted(_open(store), key=lambda row: (-row["weight"], row["id"]))[:limit]
    return View(
        name="review queue", columns=columns, rows=tuple(ranked),
        lines=tuple((r["id"], r["question"], "\n".join(r["words"]), r["how"]) for r in ranked),
        keys=("id", "kind", "question", "words", "how", "weight"),
    )  # fmt: skip


def _open(store: Store) -> Iterator[Row]:
    ruled = {i for row in store.rows("judgements") if row["holds"] for i in row["about"]}
    done = {
        i for row in store.rows("judgements")
        if row["holds"] and row["ruling"] in ("accept", "correct") for i in row["events"]
    }  # fmt: skip
    for row in store.rows("conflicts"):
        if row["preferred"] is None and row["conflict_id"] not in ruled:
            sides = row["readings"]
            words = [
                f"{n}. {side['value']} ({count(side['independent_sources'], 'source')})"
                for n, side in enumerate(sides, 1)
            ]
            yield {
                "id": row["conflict_id"], "kind": "conflict", "question": row["about"],
                "words": words, "how": f"settle {row['conflict_id']} 1..{len(sides)}",
                "weight": float(sum(side["independent_sources"] for side in sides)),
            }  # fmt: skip
    sources = {row["incident_id"]: row["independent_sources"] for row in store.rows("incidents")}
    for row in store.rows("events"):
        if row["confidence"] < UNSURE and row["event_id"] not in done:
            yield {
                "id": row["event_id"], "kind": "telling",
                "question": f"{days(row)} {telling(row)}", "words": [row["quote"]],
                "how": f"accept | reject | correct {row['event_id']}",
                "weight": round(sources.get(row["incident_id"], 1) * (1 - row["confidence"]), 3),
            }  # fmt: skip


def judgements(store: Store) -> View:
    """The rulings in the order given, with what became of each."""
    columns = (
        Column(title="Id"),
        Column(title="When"),
        Column(title="Who"),
        Column(title="Ruling"),
        Column(title="About", long=True),
        Column(title="Note", long=True, spare=True),
        Column(title="Holds"),
    )
    rows = tuple(store.rows("judgements"))
    return View(
        name="judgements", columns=columns, rows=rows, keys=store.columns("judgements"),
        lines=tuple(
            (
                row["judgement_id"], row["at"][:16], row["by"], row["ruling"],
                ", ".join(row["about"]), row["note"] or "", _state(row),
            )
            for row in rows
        ),
    )  # fmt: skip


def _state(row: Row) -> str:
    if row["undone_by"] is not None:
        return "undone"
    return "yes" if row["holds"] or row["ruling"] == "undo" else "no: nothing is coded so any more"
