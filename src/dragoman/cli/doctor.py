"""dragoman doctor: is all well here?"""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from dragoman import __version__
from dragoman.cli import options
from dragoman.cli.output import SET_ASIDE, out
from dragoman.errors import DragomanError, RecordLockedError, RecordMissingError
from dragoman.show.visible import visible


def doctor(
    record: options.RecordOption = options.DEFAULT_RECORD,
    pipeline: options.PipelineOption = None,
    repair: Annotated[
        bool, typer.Option("--repair", help="Mend the record; set aside what cannot be mended.")
    ] = False,
) -> None:
    """Check that the parser, the knowledge and the record are in order.

    Of the record all is looked at: the digests of its shards, every text and quote, whatever names
    what is not there, and whether its tables are what its shards and rulings give.

    Example: dragoman doctor --record andes
    """
    faults = 0
    for name, check in _checks(pipeline):
        try:
            _say("ok", name, check())
        except DragomanError as error:
            faults += 1
            _say("FAULT", name, str(error))
    try:
        found, was_lost = _record(record, pipeline, repair=repair)
    except RecordMissingError:
        _say("ok", "record", f"none at {record} yet")
        found, was_lost = 0, False
    except RecordLockedError:
        raise
    except DragomanError as error:
        _say("FAULT", "record", str(error))
        found, was_lost = 1, False
    if faults + found:
        raise typer.Exit(1)
    if was_lost:
        raise typer.Exit(SET_ASIDE)


def _say(word: str, name: str, told: str) -> None:
    out(f"{word:6} {name}: {visible(told)}")


def _checks(pipeline: str | None) -> Iterator[tuple[str, Callable[[], str]]]:
    yield "dragoman", lambda: f"{__version__}, Python {platform.python_version()}"
    yield "knowledge", _knowledge
    yield "parser", lambda: _parser(pipeline)


def _knowledge() -> str:
    from dragoman.knowledge.load import load

    knowledge = load()
    return f"{len(knowledge.patterns)} patterns, digest {knowledge.digest[:12]}"


def _parser(pipeline: str | None) -> str:
    from dragoman.parse.grammar import PIPELINE, Parser

    Parser(pipeline)
    return f"{pipeline or PIPELINE} loads"


def _record(folder: Path, pipeline: str | None, *, repair: bool) -> tuple[int, bool]:
    """Say what is found of the record; how many faults it has now, and whether a shard is lost."""
    from dragoman.knowledge.load import load
    from dragoman.run import checking
    from dragoman.run.engine import Job
    from dragoman.run.pipeline import version_of

    knowledge = load()
    version = version_of(Job(pipeline=pipeline), knowledge)
    was_lost = False
    with checking.opened(folder) as store:
        # Nobody may write while it is looked at; who may not write either only looks.
        may_write = repair or os.access(folder, os.W_OK)
        with store.writing() if may_write else nullcontext():
            if repair:
                for done in checking.repair(store, version, knowledge):
                    was_lost = was_lost or done.startswith("set aside")
                    _say("mended", "record", done)
            faults = 0
            for finding in checking.check(store, version, knowledge):
                faults += finding.is_fault
                _say("FAULT" if finding.is_fault else "ok", finding.part, finding.told)
            if not faults:
                tables = ("reports", "events", "incidents", "conflicts")
                held = ", ".join(f"{len(store.rows(table))} {table}" for table in tables)
                _say("ok", "record", held)
    return faults, was_lost
