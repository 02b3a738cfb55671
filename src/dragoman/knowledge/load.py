"""load(folder=None) -> Knowledge: the files read whole and checked, or refused with every fault."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path
from typing import TypeVar

from dragoman import dates
from dragoman.dates import DateRange
from dragoman.diplomacy.acts import ActKind, Effect
from dragoman.diplomacy.treaties import Membership
from dragoman.errors import KnowledgeError
from dragoman.knowledge.check import check
from dragoman.knowledge.country_codes import faults_of as faults_of_country_codes
from dragoman.knowledge.gazetteer import REGIONS, TOWNS, Gazetteer
from dragoman.knowledge.patterns import read_patterns
from dragoman.knowledge.tables import (
    Alias,
    Calibration,
    CodeOfType,
    Embedding,
    Knowledge,
    Office,
    Officeholder,
    Organisation,
    PloverType,
    Rebooked,
    RoleNoun,
    State,
)

Row = TypeVar("Row")
Table = Mapping[str, object]
FILES = (
    "states.csv", "organizations.csv", "aliases.csv", "exonyms.csv", "offices.csv", "nouns.csv",
    "acts.toml", "plover.toml", "cameo.csv", "classes.toml", "embeddings.toml", TOWNS, REGIONS,
    "tenures.csv", "rebooked.csv", "opinion.csv",
    "calibration.csv", "natures.csv", "people.csv", "notables.csv", "treaties.csv",
)  # fmt: skip


@lru_cache(maxsize=4)
def load(folder: Path | None = None, *, with_places: bool = False) -> Knowledge:
    """The shipped knowledge, or that of `folder`, checked as a whole.

    The shipped towns and regions are read when one is looked up, and checked here only
    `with_places`; those of a folder are always checked.

    Raises:
        KnowledgeError: with every fault found, each naming its file and row.
    """
    root: Traversable = folder if folder is not None else files("dragoman.knowledge") / "data"
    missing = [f"{name}: file is missing" for name in FILES if not (root / name).is_file()]
    if missing:
        raise KnowledgeError(missing)
    faults: list[str] = []
    knowledge = _assemble(root, faults)
    faults.extend(check(knowledge))
    if with_places or folder is not None:
        faults.extend(knowledge.places.faults(knowledge.states))
        faults.extend(faults_of_country_codes(root, knowledge.states))
    if faults:
        raise KnowledgeError(faults)
    return knowledge


def _assemble(root: Traversable, faults: list[str]) -> Knowledge:
    acts = _tables(root / "acts.toml", "act", faults, _act)
    patterns = [
        pattern
        for path in sorted((root / "verbs").iterdir(), key=lambda p: p.name)
        if path.name.endswith(".toml")
        for pattern in read_patterns(f"verbs/{path.name}", _toml(path), acts, faults)
    ]
    classes = {
        name: frozenset(_words(words))
        for name, words in _toml(root / "classes.toml").items()
        if name != "source"
    }
    return Knowledge(
        states={s.id: s for s in _csv(root / "states.csv", faults, _state)},
        organisations={o.id: o for o in _csv(root / "organizations.csv", faults, _organisation)},
        aliases=(
            *_csv(root / "aliases.csv", faults, _alias),
            *chain.from_iterable(_csv(root / "exonyms.csv", faults, _exonyms)),
        ),
        offices={o.id: o for o in _csv(root / "offices.csv", faults, _office)},
        nouns={n.noun: n for n in _csv(root / "nouns.csv", faults, _noun)},
        people={n.noun: n for n in _csv(root / "people.csv", faults, _noun)},
        notables=tuple(_csv(root / "notables.csv", faults, _notable)),
        treaties=tuple(_csv(root / "treaties.csv", faults, _membership)),
        acts=acts,
        plover=_tables(root / "plover.toml", "type", faults, _plover),
        cameo=dict(_csv(root / "cameo.csv", faults, _cameo)),
        classes=classes,
        patterns=tuple(patterns),
        embeddings=tuple(_embeddings(_toml(root / "embeddings.toml"))),
        digest=_digest(root),
        places=Gazetteer(root),
        holders=tuple(_csv(root / "tenures.csv", faults, _holder)),
        natures={
            word: states
            for words, states in _csv(root / "natures.csv", faults, _nature)
            for word in words
        },
        rebooked={(r.when, r.of): r for r in _csv(root / "rebooked.csv", faults, _rebooked)},
        calibrations=_by_coder(_csv(root / "calibration.csv", faults, _calibration)),
        of_types={
            (c.event_type, c.mode): c for c in _csv(root / "opinion.csv", faults, _code_of_type)
        },
    )


def _digest(root: Traversable) -> str:
    total = hashlib.sha256()
    names = [*FILES, *sorted(f"verbs/{p.name}" for p in (root / "verbs").iterdir())]
    for name in names:
        if name.endswith((".csv", ".toml")):
            total.update(name.encode() + b"\0" + (root / name).read_bytes())
    return total.hexdigest()


def _toml(path: Traversable) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError([f"{path.name}: not valid TOML: {error}"]) from error


def _csv(
    path: Traversable, faults: list[str], make: Callable[[dict[str, str]], Row]
) -> Iterator[Row]:
    rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    head = next(rows, [])
    for number, row in enumerate(rows, start=2):
        if not row:
            continue
        try:
            yield make(dict(zip(head, row, strict=True)))
        except (KeyError, ValueError, AttributeError) as error:
            faults.append(f"{path.name}:{number}: {error!r} in {row}")


def _tables(
    path: Traversable, key: str, faults: list[str], make: Callable[[str, Table], Row]
) -> dict[str, Row]:
    out: dict[str, Row] = {}
    section = _toml(path).get(key, {})
    if not isinstance(section, dict):
        raise KnowledgeError([f"{path.name}: expected tables [{key}.NAME]"])
    for name, row in section.items():
        try:
            out[name] = make(name, row)
        except (KeyError, ValueError, TypeError) as error:
            faults.append(f"{path.name}: [{key}.{name}]: {error!r}")
    return out


def _words(value: object) -> tuple[str, ...]:
    """A list of words, or one string of words separated by commas."""
    if isinstance(value, str):
        return tuple(w.strip() for w in value.split(",") if w.strip())
    if isinstance(value, list) and all(isinstance(w, str) for w in value):
        return tuple(value)
    raise ValueError(f"expected words, found {value!r}")


def _lists(value: object) -> tuple[tuple[str, ...], ...]:
    """A list of lists of words."""
    if isinstance(value, list):
        return tuple(_words(words) for words in value)
    raise ValueError(f"expected lists of words, found {value!r}")


def _text(row: Table, key: str) -> str | None:
    value = row.get(key)
    return None if value in (None, "") else str(value)


def _date(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _number(text: str) -> float | None:
    return float(text) if text else None


def _state(row: dict[str, str]) -> State:
    return State(
        id=row["id"], name=row["name"], official=row["official"] or None,
        capital=row["capital"] or None, lat=_number(row["lat"]), lon=_number(row["lon"]),
        since=_date(row["since"]), until=_date(row["until"]), successor=row["successor"] or None,
        parent=row["parent"] or None, source=row["source"],
    )  # fmt: skip


def _organisation(row: dict[str, str]) -> Organisation:
    return Organisation(
        id=row["id"], name=row["name"], group=row["group"] or None, country=row["country"] or None,
        sector=row["sector"] or None, source=row["source"],
    )  # fmt: skip


def _alias(row: dict[str, str]) -> Alias:
    return Alias(
        alias=row["alias"], party_id=row["party_id"], kind=row["kind"], lang=row["lang"],
        sector=row["sector"] or None, source=row["source"],
    )  # fmt: skip


def _nature(row: dict[str, str]) -> tuple[tuple[str, ...], frozenset[str]]:
    return tuple(row["words"].split(";")), frozenset(row["states"].split())


def _exonyms(row: dict[str, str]) -> tuple[Alias, ...]:
    """The name once for each language that has it."""
    return tuple(
        Alias(
            alias=row["alias"], party_id=row["party_id"], kind="name", lang=lang, sector=None,
            source=row["source"],
        )
        for lang in row["langs"].split(";")
    )  # fmt: skip


def _holder(row: dict[str, str]) -> Officeholder:
    began = _reduced(row["since"])
    ended = _reduced(row["until"]) if row["until"] else None
    is_dated = row["until"].count("-") == 2
    return Officeholder(
        name=row["person"], aliases=_words(row["aliases"].replace(";", ",")),
        office=row["office"], party_id=row["country"],
        days=DateRange(since=began.since, until=_out(ended, is_dated), precision="range"),
        began=began.since if began.precision == "day" else None,
        ended=ended.since if ended is not None and is_dated else None, source=row["source"],
    )  # fmt: skip


def _notable(row: dict[str, str]) -> Officeholder:
    """Somebody whose years in office may be unknown."""
    dated = _holder({**row, "since": row["since"] or "0001"})
    since = dated.days.since if row["since"] else None
    days = DateRange(since=since, until=dated.days.until, precision="range")
    return replace(dated, days=days, began=None, ended=None, is_notable=True)


def _membership(row: dict[str, str]) -> Membership:
    if row["bound"] not in ("yes", "no", ""):
        raise ValueError("bound: expected yes, no or nothing")
    return Membership(
        treaty=row["treaty"], state=row["state"],
        bound=None if row["bound"] == "" else row["bound"] == "yes",
        since=_reduced(row["since"]) if row["since"] else None,
        until=_reduced(row["until"]) if row["until"] else None,
        note=row["note"] or None, source=row["source"],
    )  # fmt: skip


def _reduced(text: str) -> DateRange:
    """A day, month or year as ISO 8601 writes it: "2016-07-28", "2016-07", "2016"."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return dates.day(dt.date(*parts))
    return dates.month(*parts) if len(parts) == 2 else dates.year(*parts)


def _out(ended: DateRange | None, is_dated: bool) -> dt.date | None:
    """The first day surely out of office: the day given, or that after the month or year."""
    if ended is None:
        return None
    return ended.since if is_dated else ended.until


def _office(row: dict[str, str]) -> Office:
    words = sorted(_words(row["words"].replace(";", ",")), key=len, reverse=True)
    return Office(
        id=row["id"], words=tuple(words), sector=row["sector"],
        one_holder=row["one_holder"] == "yes", elsewhere=row["elsewhere"] == "yes",
        homes=dict(cell.split("=") for cell in row.get("homes", "").split(";") if cell),
        source=row["source"],
    )  # fmt: skip


def _noun(row: dict[str, str]) -> RoleNoun:
    return RoleNoun(noun=row["noun"], sector=row["sector"], kind=row["kind"], source=row["source"])


def _cameo(row: dict[str, str]) -> tuple[str, float]:
    return row["code"], float(row["goldstein"])


def _calibration(row: dict[str, str]) -> Calibration:
    return Calibration(
        context=row["context"], coder=row["coder"], raw=float(row["raw"]),
        share=float(row["share"]), rows=int(row["rows"]), source=row["source"],
    )  # fmt: skip


def _by_coder(rows: Iterator[Calibration]) -> dict[tuple[str, str], tuple[Calibration, ...]]:
    out: dict[tuple[str, str], tuple[Calibration, ...]] = {}
    for row in sorted(rows, key=lambda r: (r.context, r.coder, r.raw)):
        key = (row.context, row.coder)
        out[key] = (*out.get(key, ()), row)
    return out


def _code_of_type(row: dict[str, str]) -> CodeOfType:
    return CodeOfType(
        event_type=row["type"], mode=row["mode"] or None, act=row["act"], cameo=row["cameo"],
        source=row["source"],
    )  # fmt: skip


def _rebooked(row: dict[str, str]) -> Rebooked:
    return Rebooked(
        when=row["when"], of=row["cameo"], cameo=row["becomes"], act=row["act"] or None,
        event_type=row["type"], mode=row["mode"] or None, source=row["source"],
    )  # fmt: skip


def _plover(name: str, row: Table) -> PloverType:
    modes = row.get("modes", {})
    if not isinstance(modes, dict):
        raise ValueError("modes: expected a table of mode = intensity")
    return PloverType(
        id=name, quad_class=int(str(row["quad_class"])), intensity=float(str(row["intensity"])),
        modes={str(k): float(v) for k, v in modes.items()},
    )  # fmt: skip


def _labels(row: Table) -> dict[str, str]:
    labels = row.get("labels", {})
    if not isinstance(labels, dict):
        raise ValueError("labels: expected a table of PLOVER type = words")
    return {str(event_type): str(words) for event_type, words in labels.items()}


def _act(name: str, row: Table) -> ActKind:
    effect = row.get("effect")
    fill = row.get("fill", {})
    if not isinstance(fill, dict):
        raise ValueError("fill: expected a table of role = [paths]")
    return ActKind(
        id=name, label=str(row["label"]), question=str(row["question"]),
        event_type=_text(row, "type"), mode=_text(row, "mode"), cameo=str(row["cameo"]),
        kin=_words(row.get("kin", [])), single=_words(row.get("single", [])),
        labels=_labels(row),
        manners=_lists(row.get("manners", [])), person_label=_text(row, "person_label"),
        reciprocal=bool(row.get("reciprocal", False)),
        interstate=bool(row.get("interstate", False)),
        domestic=bool(row.get("domestic", False)),
        own=_text(row, "own"),
        two_sided=bool(row.get("two_sided", False)),
        counterpart=bool(row.get("counterpart", row.get("interstate", False))),
        fill={role: _words(paths) for role, paths in fill.items()},
        effect=None if not isinstance(effect, dict) else Effect(
            sets=_words(effect.get("sets", [])), requires=_words(effect.get("requires", [])),
            head=bool(effect.get("head", False)),
        ),
        answers=_text(row, "answers"), envoy=_text(row, "envoy"),
        reopening=_text(row, "reopening"), article=_text(row, "article"),
        once=bool(row.get("once", False)), source=str(row["source"]),
    )  # fmt: skip


def _embeddings(data: dict[str, object]) -> Iterator[Embedding]:
    rows = data.get("embedding", [])
    if isinstance(rows, list):
        for row in rows:
            yield Embedding(words=_words(row["words"]), kind=row["kind"], effect=row["effect"])
