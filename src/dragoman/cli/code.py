"""dragoman code: single sentences and texts, JSON lines in and out, no record needed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import options
from dragoman.cli.output import SET_ASIDE, talk
from dragoman.cli.rows import answer, batches
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.run.engine import Job


def code(
    source: Annotated[
        Path,
        typer.Argument(metavar="[IN.jsonl]", help="Rows; - is standard input.", show_default=False),
    ] = Path("-"),
    explain: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="Show why TEXT is coded as it is, instead.", show_default=False
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="The day of TEXT.", show_default=False),
    ] = None,
    second: Annotated[
        bool,
        typer.Option(help="Ask the second opinion where no pattern tells anything."),
    ] = True,
    news: Annotated[
        bool,
        typer.Option(
            "--news", help="Only the news of a sentence: nothing possible, alleged or aside."
        ),
    ] = False,
    phrases: Annotated[
        bool,
        typer.Option("--phrases", help="Rows are phrases that name a party; answer who is meant."),
    ] = False,
    pipeline: options.PipelineOption = None,
) -> None:
    """Code texts, one JSON object a line; or explain the coding of one.

    A row is {"id", "text", "published"?, "actor"?, "recipient"?}; each gives, in order, {"id",
    "events"}, the events as in the export. A row that cannot be coded gives {"id", "events": [],
    "error"}.

    With --phrases a row is {"id", "phrase", "context"?, "lang"?, "published"?} and gives {"id",
    "party"}: who the phrase means, in PLOVER's terms, and why.

    With --explain, the parse is drawn, with each pattern that fired, its roles and why.

    Example: echo '{"id": 1, "text": "Chile recalled its ambassador to Norway."}' | dragoman code
    """
    from dragoman.run.engine import Job
    from dragoman.run.phrases import party_batches
    from dragoman.run.sentences import code_batches

    job = Job(pipeline=pipeline, second=second, news=news, today=date.today())
    if explain is not None:
        if phrases:
            raise UsageError("--explain and --phrases exclude each other; give one of them")
        _explain(explain, published, job)
        return
    if phrases:
        answer(party_batches(batches(source), job), "read")
    else:
        answer(code_batches(batches(source), job), "coded")


def _explain(text: str, published: str | None, job: Job) -> None:
    from dragoman.cli.explain import show
    from dragoman.run.explain import explain
    from dragoman.run.sentences import fault_of, shared_reader
    from dragoman.run.when import publication_day

    fault = fault_of({"text": text})
    if fault is not None:
        talk(f"--explain: {fault}")
        raise typer.Exit(SET_ASIDE)
    day = publication_day(published, today=date.today(), name="--published")
    show(explain(text, day, reader=shared_reader(job)))
