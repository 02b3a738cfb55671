"""dragoman eval: a record beside a foreign event file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import options
from dragoman.cli.options import Form
from dragoman.cli.output import NOTHING_FOUND, SET_ASIDE, show, talk
from dragoman.errors import UsageError
from dragoman.formats.registry import READABLE
from dragoman.show.views import Column, View
from dragoman.store.store import Store

if TYPE_CHECKING:
    from dragoman.formats.comparison import Comparison


def eval_(
    against: Annotated[
        list[Path], typer.Option("--against", metavar="FILE", help="Their events; may be repeated.")
    ],
    record: options.RecordOption = options.DEFAULT_RECORD,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="F", help=f"Not guessed: {', '.join(READABLE)}."),
    ] = None,
    window: Annotated[
        int, typer.Option("--window", metavar="N", min=0, max=31, help="Days apart at most.")
    ] = 3,
    act: options.ActOption = None, party: options.PartyOption = None,
    since: options.SinceOption = None, until: options.UntilOption = None,
    report: options.ReportOption = None, status: options.StatusOption = None,
    as_json: options.JsonOption = False, as_jsonl: options.JsonlOption = False,
    as_csv: options.CsvOption = False,
) -> None:  # fmt: skip
    """Say which incidents a foreign event file has too, which only one has, and how they differ.

    Example: dragoman eval --against polecat.txt --party Peru --since 2025-11
    """
    from dragoman.formats import agreement, events
    from dragoman.formats.chosen import Chosen
    from dragoman.formats.comparison import UNREAD, compare
    from dragoman.formats.imports import texts

    asked = options.form(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    if form is not None and form not in READABLE:
        raise UsageError(f"--format {form}: expected one of {', '.join(READABLE)}")
    filters = options.filters(**locals())
    with Store.open(record) as store:
        incidents = (told.incident for told in Chosen(store=store, filters=filters).told())
        done = compare(incidents, events.read(against, form), window_days=window, filters=filters)
    if asked is Form.TABLE:
        _tables(done)
    else:
        rows = agreement.rows(done, events.read(against, form), filters)
        for piece in texts(rows, agreement.KEYS, asked.value):
            sys.stdout.write(piece)
        for words, ours, theirs in agreement.figures(done):
            talk(f"{words.strip()}: record {ours or '-'}, file {theirs}")
    for line in (*agreement.left_out(done), agreement.LIMITS):
        talk(line)
    if done.left[UNREAD]:
        talk("`dragoman import` says which rows of the file cannot be read, and why.")
        raise typer.Exit(SET_ASIDE)
    if not done.ours and not done.theirs:
        raise typer.Exit(NOTHING_FOUND)


def _tables(done: Comparison) -> None:
    """Three small tables, a blank line between: figures, differences, types."""
    from dragoman.formats import agreement

    for titles, lines in (
        (("", "Record", "File"), agreement.figures(done)),
        (("Found by both", "Number"), agreement.differences(done)),
        (("PLOVER type", "Record", "File", "Both"), agreement.by_type(done)),
    ):
        view = View(
            name="comparison", columns=tuple(Column(title=title) for title in titles),
            lines=tuple(lines), rows=tuple(dict(zip(titles, line, strict=True)) for line in lines),
            keys=titles,
        )  # fmt: skip
        if lines:
            show(view, Form.TABLE)
            sys.stdout.write("\n")
