"""dragoman sql: a SELECT over the record's tables."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.output import show, talk
from dragoman.errors import UsageError
from dragoman.show.views import Column, View
from dragoman.store.export import json_text
from dragoman.store.store import Store
from dragoman.store.window import QUERY_BYTES, Answer, Limits, ask

BYTES_A_ROW = 64 << 10
"""Bytes that the rows asked for may have, each on the average."""


def sql(
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help='One SELECT; "-" reads it from standard input.')
    ],
    record: options.RecordOption = options.DEFAULT_RECORD,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="At most N rows.")
    ] = 1_000,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", min=0.1, help="Then it is ended.")
    ] = 10.0,
    as_json: options.JsonOption = False, as_jsonl: options.JsonlOption = False,
    as_csv: options.CsvOption = False,
) -> None:  # fmt: skip
    """Ask the record's tables in SQL; it reads nothing else and changes nothing.

    Example: dragoman sql "select act, count(*) from incidents group by act order by 2 desc"
    """
    form = options.form(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    text = query if query != "-" else _read()
    limits = Limits(seconds=timeout, rows=limit, bytes=limit * BYTES_A_ROW)
    with Store.open(record) as store:
        path = store.snapshot()
    answer = ask(path, text, limits)
    code = show(_view(answer), form)
    if answer.cut is not None:
        talk(f"Only the first {len(answer.rows)} rows; --limit N gives more.")
    raise typer.Exit(code)


def _read() -> str:
    data = sys.stdin.buffer.read(QUERY_BYTES + 1)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError("the query on standard input is not UTF-8") from error


def _view(answer: Answer) -> View:
    rows = tuple(answer.mappings())
    names = tuple(rows[0]) if rows else answer.columns
    lines = tuple(
        tuple(value if isinstance(value, str) else json_text(value) for value in row)
        for row in answer.rows
    )
    return View(
        name="rows", columns=tuple(Column(title=name) for name in names), lines=lines, rows=rows,
        keys=names,
    )  # fmt: skip
