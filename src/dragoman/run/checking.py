"""Whether a record is in order, and what can be done where it is not.

The shards and the journal are the truth, the tables follow from them. So what is wrong with the
tables is mended by making them anew; a damaged shard is set aside, and its reports are read again
by the next run, since the record no longer holds them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.errors import RecordDamagedError, RecordError
from dragoman.knowledge.tables import Knowledge
from dragoman.model.ids import sha256
from dragoman.run.pipeline import remade
from dragoman.store import checks, journal, shards
from dragoman.store.shards import Version
from dragoman.store.store import Store


class Finding(NamedTuple):
    """What was found of one part of a record: a plain sentence, and whether it is a fault."""

    part: str
    is_fault: bool
    told: str


def check(store: Store, version: Version, knowledge: Knowledge) -> Iterator[Finding]:
    """Each part of a record in turn; what needs a part that is damaged is left out."""
    bad = checks.bad_shards(store.folder)
    yield from _shards(store, bad)
    ruled = journal.faults(store.folder)
    yield from _rulings(store, ruled)
    why = checks.unreadable(store)
    if why is not None:
        yield Finding("tables", True, why)
        return
    yield _told("texts", "every text is the one that was read", checks.bad_texts(store))
    yield _told("quotes", "every quote stands where it says", checks.bad_quotes(store))
    yield _told("references", "every row that one names is there", checks.orphans(store))
    if not bad and "no judgement" not in ruled.values():
        yield _against_shards(store, version, knowledge)


def repair(store: Store, version: Version, knowledge: Knowledge) -> Iterator[str]:
    """Mend what can be mended, and tell what was done; needs the write lock.

    The tables are made anew in any case.
    """
    for bad in checks.bad_shards(store.folder):
        moved = shards.set_aside(bad.folder)
        held = "" if bad.reports is None else f" ({_reports(bad.reports)})"
        yield (
            f"set aside shard {bad.folder.name} as {_place(store, moved)}: the next "
            f"`dragoman read` of the same paths reads what it held again{held}"
        )
    if journal.faults(store.folder):
        aside = store.folder / shards.DAMAGED
        aside.mkdir(exist_ok=True)
        to = aside / f"{len(list(aside.glob('*')))}-{journal.NAME}"
        journal.mend(store.folder, to)
        yield f"took the broken lines out of {journal.NAME}; as it was it is {_place(store, to)}"
    content, made = remade(store, version, knowledge)
    store.publish({**content, "made": [made]})
    yield "made the tables anew from the shards and the rulings"


def _reports(count: int) -> str:
    return "1 report" if count == 1 else f"{count} reports"


def _place(store: Store, path: Path) -> str:
    return path.relative_to(store.folder).as_posix()


def _shards(store: Store, bad: list[checks.Bad]) -> Iterator[Finding]:
    for one in bad:
        held = "" if one.reports is None else f", {_reports(one.reports)}"
        yield Finding("shards", True, f"{one.folder.name}{held}: {one.why}")
    if not bad:
        notes = shards.notes(store.folder / "shards")
        reports = sum(len(shards.keys(note)) for note in notes)
        old = sum(note.files is None for note in notes)
        more = f"; {old} of them were written without digests" if old else ""
        yield Finding("shards", False, f"{len(notes)} with {reports} readings{more}")


def _rulings(store: Store, bad: dict[int, str]) -> Iterator[Finding]:
    for number, what in bad.items():
        yield Finding("rulings", True, f"{journal.NAME}, line {number} is {what}")
    if not bad:
        yield Finding("rulings", False, f"{len(store.judgements())}")


def _told(part: str, well: str, faults: Iterator[str]) -> Finding:
    fault = checks.told(faults)
    return Finding(part, fault is not None, fault or well)


def _against_shards(store: Store, version: Version, knowledge: Knowledge) -> Finding:
    """The tables beside what the shards and rulings give."""
    part = "tables"
    by = [(row["dragoman"], row["coder"], row["knowledge"]) for row in store.rows("made")]
    if by != [(version.dragoman, version.coder, version.knowledge)]:
        return Finding(
            part, False, "made by another version or with other knowledge, so not compared with "
            "the shards; --repair makes them anew",
        )  # fmt: skip
    if not store.is_published(store.inputs(version)):
        return Finding(
            part, True, "not made of the shards and rulings that are there: a run was cut short, "
            "or some were added or taken away; `dragoman read` or --repair makes them anew",
        )  # fmt: skip
    try:
        content, _ = remade(store, version, knowledge)
    except RecordDamagedError as error:
        return Finding(part, True, error.why)
    with (
        tempfile.TemporaryDirectory(prefix="dragoman-") as folder,
        Store.open(Path(folder) / "record", create=True) as fresh,
    ):
        fresh.publish(content)
        expected = fresh.digests()
    found = store.digests()
    other = [name for name in expected if expected[name] != found[name]]
    if other:
        return Finding(part, True, f"not what the shards give: {', '.join(other)}")
    return Finding(part, False, f"what the shards give, digest {digest(store)}")


def digest(store: Store) -> str:
    """One digest of all tables: that of the same reports read in any order on any machine."""
    return sha256("\n".join(f"{name} {one}" for name, one in store.digests().items()))[:16]


def opened(folder: Path) -> Store:
    """The record in `folder`.

    Raises:
        RecordError: what stands there was a record once.
    """
    if not (folder / "record.json").is_file() and (folder / "shards").is_dir():
        raise RecordError(
            f"{folder}: record.json is gone, so this folder is not known to be a record; "
            'write {"format": 1} into it to have it back'
        )
    return Store.open(folder)
