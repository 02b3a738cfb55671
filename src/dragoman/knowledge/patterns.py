"""Read the pattern files: verbs/*.toml -> Pattern rows, with every fault named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.diplomacy.acts import ActKind
from dragoman.knowledge.tables import Example, Pattern

KEYS = frozenset(
    {"id", "act", "type", "mode", "cameo", "verbs", "nouns", "subject", "object", "not_object",
     "complement", "clause", "preps", "near", "actor", "recipient", "others", "reciprocal",
     "possessor", "needs", "status", "inner", "contexts", "confidence", "tells", "example",
     "not_example"}
)  # fmt: skip
TELLS = ("mood", "mission_open", "safe_conduct_asked", "departure")
"""What words tell of relations besides their act, or instead: docs/knowledge.md."""
INNER = ("drop", "keep", "claimed", "planned", "denied", "hypothetical")


def read_patterns(
    file: str, data: Mapping[str, object], acts: Mapping[str, ActKind], faults: list[str]
) -> Iterator[Pattern]:
    """The patterns of one file; what is wrong is told in `faults` and left out."""
    rows = data.get("pattern", [])
    if not isinstance(rows, list):
        faults.append(f"{file}: expected tables [[pattern]]")
        return
    for row in rows:
        where = f"{file}: pattern {row.get('id', '(without id)')!r}"
        unknown = sorted(set(row) - KEYS)
        if unknown:
            faults.append(f"{where}: unknown keys {unknown}; known are {sorted(KEYS)}")
            continue
        if row.get("act") not in acts:
            faults.append(f"{where}: act {row.get('act')!r} is not in acts.toml")
            continue
        try:
            yield _pattern(file, row, acts[row["act"]])
        except (KeyError, ValueError, TypeError) as error:
            faults.append(f"{where}: {error!r}")


def _pattern(file: str, row: Mapping[str, object], act: ActKind) -> Pattern:
    inner = str(row.get("inner", "drop"))
    if inner not in INNER:
        raise ValueError(f"inner: {inner!r} is not one of {INNER}")
    verbs, nouns = _list(row, "verbs"), _list(row, "nouns")
    if not verbs and not nouns:
        raise ValueError("has neither verbs nor nouns")
    possessor = str(row.get("possessor", "subj"))
    if possessor not in ("subj", "obj"):
        raise ValueError(f"possessor: {possessor!r} is neither subj nor obj")
    if not _list(row, "example"):
        raise ValueError("has no example")
    event_type = row.get("type", act.event_type)
    own_type = event_type == act.event_type
    mode = row.get("mode", act.mode if own_type else None)
    return Pattern(
        id=str(row["id"]), act=act.id,
        event_type=None if event_type is None else str(event_type),
        mode=None if mode is None else str(mode), cameo=str(row.get("cameo", act.cameo)),
        verbs=verbs, nouns=nouns, subject=_list(row, "subject"), object=_list(row, "object"),
        not_object=_list(row, "not_object"), complement=_list(row, "complement"),
        clause=_list(row, "clause"), preps=_table(row, "preps"), near=_list(row, "near"),
        actor=_list(row, "actor") or ("subj",), recipient=_list(row, "recipient"),
        others=_table(row, "others"), reciprocal=bool(row.get("reciprocal", act.reciprocal)),
        possessor=possessor, needs=_list(row, "needs"), status=_optional(row, "status"),
        inner=inner,
        contexts=_list(row, "contexts"), confidence=float(str(row.get("confidence", 0.7))),
        tells=_one_of(row, "tells", TELLS),
        examples=tuple(_example(text) for text in _list(row, "example")),
        not_examples=_list(row, "not_example"), file=file,
    )  # fmt: skip


def _one_of(row: Mapping[str, object], key: str, known: tuple[str, ...]) -> str | None:
    value = _optional(row, key)
    if value is not None and value not in known:
        raise ValueError(f"{key}: {value!r} is not one of {known}")
    return value


def _optional(row: Mapping[str, object], key: str) -> str | None:
    value = row.get(key)
    return None if value is None else str(value)


def _list(row: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = row.get(key, [])
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    raise ValueError(f"{key}: expected a list of strings, found {value!r}")


def _table(row: Mapping[str, object], key: str) -> dict[str, tuple[str, ...]]:
    value = row.get(key, {})
    if not isinstance(value, dict):
        raise ValueError(f"{key}: expected a table, found {value!r}")
    return {name: _list(value, name) for name in value}


def _example(line: str) -> Example:
    text, *rest = (part.strip() for part in line.split(" | "))
    actors = recipients = None
    if rest and rest[0]:
        left, arrow, right = rest[0].partition(">")
        if not arrow:
            raise ValueError(f"example {line!r}: expected 'ACTORS > RECIPIENTS' after the bar")
        actors, recipients = _names(left), _names(right)
    return Example(
        text=text, actors=actors, recipients=recipients, status=rest[1] if len(rest) > 1 else None
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
