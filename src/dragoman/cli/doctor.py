"""dragoman doctor: is all well here?"""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator

import typer

from dragoman import __version__
from dragoman.cli import options
from dragoman.cli.output import out
from dragoman.errors import DragomanError, RecordMissingError
from dragoman.show.visible import visible


def doctor(
    record: options.RecordOption = options.DEFAULT_RECORD, pipeline: options.PipelineOption = None
) -> None:
    """Check that the parser, the knowledge and the record are in order.

    Example: dragoman doctor
    """
    faults = 0
    for name, check in _checks(record, pipeline):
        try:
            out(f"ok     {name}: {visible(check())}")
        except RecordMissingError:
            out(f"ok     {name}: none at {record} yet")
        except DragomanError as error:
            faults += 1
            out(f"FAULT  {name}: {visible(str(error))}")
    if faults:
        raise typer.Exit(1)


def _checks(record: object, pipeline: str | None) -> Iterator[tuple[str, Callable[[], str]]]:
    yield "dragoman", lambda: f"{__version__}, Python {platform.python_version()}"
    yield "knowledge", _knowledge
    yield "parser", lambda: _parser(pipeline)
    yield "record", lambda: _record(str(record))


def _knowledge() -> str:
    from dragoman.knowledge.load import load

    knowledge = load()
    return f"{len(knowledge.patterns)} patterns, digest {knowledge.digest[:12]}"


def _parser(pipeline: str | None) -> str:
    from dragoman.parse.grammar import PIPELINE, Parser

    Parser(pipeline)
    return f"{pipeline or PIPELINE} loads"


def _record(folder: str) -> str:
    from dragoman.store.store import Store

    with Store.open(folder) as store:
        tables = ("reports", "events", "incidents", "conflicts")
        return ", ".join(f"{len(store.rows(table))} {table}" for table in tables)
