"""dragoman who: the parties of one text and why, no record needed."""

from __future__ import annotations

import dataclasses
import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli import options
from dragoman.cli.output import SET_ASIDE, show, talk
from dragoman.show.views import Column, View

if TYPE_CHECKING:
    from dragoman.run.who import Meant

OPEN = "?"
COLUMNS = (
    Column(title="#"),
    Column(title="Words"),
    Column(title="Party"),
    Column(title="State"),
    Column(title="Sector"),
    Column(title="Why", long=True),
)
KEYS = ("sentence", "start", "end", "words", "party", "why")


def who(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The text; - is standard input.")],
    published: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day of TEXT.", show_default=False)
    ] = None,
    pipeline: options.PipelineOption = None,
    as_json: options.JsonOption = False,
    as_jsonl: options.JsonlOption = False,
    as_csv: options.CsvOption = False,
) -> None:
    """Who is meant: every name, description and pronoun of a text, the party, and why.

    What stays open is listed too, with the reason.

    Example: dragoman who "Norway's foreign minister met her Kenyan colleague."
    """
    from dragoman.run.engine import Job
    from dragoman.run.sentences import fault_of, shared_reader
    from dragoman.run.when import publication_day
    from dragoman.run.who import who as parties

    form = options.form(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    text = sys.stdin.read() if text == "-" else text
    fault = fault_of({"text": text})
    if fault is not None:
        talk(f"who: {fault}")
        raise typer.Exit(SET_ASIDE)
    day = publication_day(published, today=date.today(), name="--published")
    found = parties(text, day, reader=shared_reader(Job(pipeline=pipeline)))
    view = View(
        name="parties", columns=COLUMNS, lines=tuple(map(_line, found)),
        rows=tuple(map(_row, found)), keys=KEYS,
    )  # fmt: skip
    raise typer.Exit(show(view, form))


def _line(meant: Meant) -> tuple[str, ...]:
    party = meant.party
    if party is None:
        return (str(meant.sentence), meant.words, OPEN, OPEN, OPEN, f"open: {meant.why}")
    named = f"{party.name} ({party.kind})"
    state, sector = party.country or OPEN, party.sector or OPEN
    return (str(meant.sentence), meant.words, named, state, sector, meant.why)


def _row(meant: Meant) -> dict[str, Any]:
    return dataclasses.asdict(meant)
