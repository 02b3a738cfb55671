"""What to rule on next, and what was ruled: the two lists of `dragoman review`."""

from __future__ import annotations

from dragoman.show.views import Column, Row, View, days, telling
from dragoman.show.wording import count
from dragoman.store.store import Store

UNSURE = 0.6
"""A telling that is less sure than this is worth a look."""


QUEUE = f"""
with ruled as (select unnest(about) id from judgements where holds),
done as (select unnest(events) id from judgements where holds and ruling in ('accept', 'correct')),
open as (
    select 'conflict' kind, conflict_id id,
        list_sum(list_transform(readings, lambda r: r.independent_sources))::double weight
    from conflicts where preferred is null and conflict_id not in (select id from ruled)
    union all
    select 'telling', e.event_id, round(i.independent_sources * (1 - e.confidence), 3)
    from events e join incidents i using (incident_id)
    where e.confidence < {UNSURE} and e.event_id not in (select id from done)
)
select kind, id, weight from open order by weight desc, id
"""
"""What a ruling would change most, the weightiest first.

A conflict that evidence leaves open weighs as many as the independent sources of its readings, a
telling as many as those of its incident, each less the more sure it is. What was ruled on is out.
"""


def queue(store: Store, limit: int = 20) -> View:
    """The first of `QUEUE`, with what to say to rule on each."""
    columns = (
        Column(title="Id"),
        Column(title="Question", long=True),
        Column(title="Words", long=True),
        Column(title="To rule"),
    )
    found = store.sql(f"{QUEUE} limit ?", (limit,))
    rows = tuple(
        {**_asked(store, row["kind"], row["id"]), "weight": row["weight"]} for row in found
    )
    return View(
        name="review queue", columns=columns, rows=rows,
        lines=tuple((r["id"], r["question"], "\n".join(r["words"]), r["how"]) for r in rows),
        keys=("id", "kind", "question", "words", "how", "weight"),
    )  # fmt: skip


def _asked(store: Store, kind: str, key: str) -> Row:
    if kind == "conflict":
        row = store.rows("conflicts", conflict_id=key)[0]
        sides = row["readings"]
        words = [
            f"{n}. {side['value']} ({count(side['independent_sources'], 'source')})"
            for n, side in enumerate(sides, 1)
        ]
        how = f"settle {key} 1..{len(sides)}"
        return {"id": key, "kind": kind, "question": row["about"], "words": words, "how": how}
    row = store.rows("events", event_id=key)[0]
    return {
        "id": key, "kind": kind, "question": f"{days(row)} {telling(row)}", "words": [row["quote"]],
        "how": f"accept | reject | correct {key}",
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
                ", ".join(row["about"]), row["note"] or "", state_of(row),
            )
            for row in rows
        ),
    )  # fmt: skip


def state_of(row: Row) -> str:
    """Whether a row of `judgements` holds, in words."""
    if row["undone_by"] is not None:
        return "undone"
    return "yes" if row["holds"] or row["ruling"] == "undo" else "no: nothing is coded so any more"
