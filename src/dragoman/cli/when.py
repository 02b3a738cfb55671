"""dragoman when: the time expressions of a text, what they mean and why; no record needed."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.output import json_out, out, show, talk
from dragoman.cli.rows import answer, batches
from dragoman.errors import UsageError
from dragoman.show.visible import visible


def when(
    text: Annotated[
        str | None,
        typer.Argument(
            metavar="TEXT",
            help="A sentence or a report; - is standard input.",
            show_default=False,
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DAY", help="The day of TEXT.", show_default=False),
    ] = None,
    main: Annotated[
        bool, typer.Option("--main", help="Only the day of the event that TEXT is about.")
    ] = False,
    title: Annotated[
        str | None,
        typer.Option(
            "--title", metavar="TITLE", help="With --main: its headline.", show_default=False
        ),
    ] = None,
    rows: Annotated[
        Path | None,
        typer.Option(
            "--jsonl",
            metavar="IN.jsonl",
            help="Rows to answer instead; - is standard input.",
            show_default=False,
        ),
    ] = None,
    pipeline: options.PipelineOption = None,
    as_json: options.JsonOption = False,
    as_csv: options.CsvOption = False,
) -> None:
    """Every time expression of a text: the days it means, how precisely, and why.

    Without --published what hangs on that day stays relative. With --jsonl, rows {"id", "text",
    "dct"} give, in order, {"id", "timexes"} in TimeML's terms; a row that cannot be read gives
    {"id", "timexes": [], "error"}.

    Example: dragoman when "They met late Thursday and will meet next week." --published 2025-11-05
    """  # fmt: skip
    from dragoman.run.when import publication_day, timex_rows
    from dragoman.run.when import when as times_of
    from dragoman.show.times import times

    today = dt.date.today()
    if rows is not None:
        if text is not None:
            raise UsageError("TEXT and --jsonl exclude each other; give one of them")
        answer(timex_rows(batches(rows), today=today), "read")
        return
    if text is None:
        raise UsageError('no text; give one: dragoman when "TEXT", or rows: --jsonl IN.jsonl')
    if text == "-":
        text = sys.stdin.read()
    day = publication_day(published, today=today, name="--published")
    if main:
        _main(text, title, day, pipeline, as_json=as_json)
        return
    form = options.form(as_json=as_json, as_jsonl=False, as_csv=as_csv)
    raise typer.Exit(show(times(times_of(text, day)), form))


def _main(
    text: str, title: str | None, day: dt.date | None, pipeline: str | None, *, as_json: bool
) -> None:
    from dragoman.api import main_day
    from dragoman.cli.output import NOTHING_FOUND
    from dragoman.show.times import in_words

    found = main_day(text, title=title, published=day, pipeline=pipeline)
    if as_json:
        days = found.range
        json_out({
            "date_start": days and days.first and days.first.isoformat(),
            "date_end": days and days.last and days.last.isoformat(),
            "date_precision": days and days.precision, "words": found.words,
            "sentence": found.sentence, "why": found.why,
        })  # fmt: skip
    elif found.range is not None:
        out(in_words(found.range))
        talk(f"Why: {found.why}." if found.words is None else
             f'Why: {found.why}, "{visible(found.words)}".')  # fmt: skip
    if found.range is None:
        talk(f"No day: {found.why}.")
        raise typer.Exit(NOTHING_FOUND)
