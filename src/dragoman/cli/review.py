"""dragoman review: people's rulings, kept for ever and above what the machine finds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli import options
from dragoman.cli.output import show, talk
from dragoman.errors import UsageError
from dragoman.store.store import Store

app = typer.Typer(
    help="Rule on the record: accept, correct, merge, split, settle, undo.", no_args_is_help=False
)

Ids = Annotated[list[str], typer.Argument(metavar="ID...", show_default=False)]
ByOption = Annotated[
    str | None,
    typer.Option("--by", envvar="DRAGOMAN_REVIEWER", metavar="NAME", show_default="the account",
                 help="Who rules."),
]  # fmt: skip
NoteOption = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why.")]


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    record: options.RecordOption = options.DEFAULT_RECORD,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many.")] = 20,
    as_json: options.JsonOption = False, as_jsonl: options.JsonlOption = False,
    as_csv: options.CsvOption = False,
) -> None:  # fmt: skip
    """Rule on the record: accept, correct, merge, split, settle, undo.

    Alone it lists what a ruling would change most: open conflicts and unsure tellings. Rulings are
    kept in the record's journal, hold when reports are read again, and can be undone.

    Example: dragoman review settle c_0123456789abcdef 2 --note "the ministry's own statement"
    """
    if context.invoked_subcommand is not None:
        return
    from dragoman.show.review import queue

    form = options.form(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    with Store.open(record) as store:
        view = queue(store, limit)
    raise typer.Exit(show(view, form))


@app.command("list")
def list_(
    record: options.RecordOption = options.DEFAULT_RECORD,
    as_json: options.JsonOption = False, as_jsonl: options.JsonlOption = False,
    as_csv: options.CsvOption = False,
) -> None:  # fmt: skip
    """The rulings given, in order, and what became of each.

    Example: dragoman review list
    """
    from dragoman.show.review import judgements

    form = options.form(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    with Store.open(record) as store:
        view = judgements(store)
    raise typer.Exit(show(view, form))


@app.command()
def accept(
    about: Ids,
    record: options.RecordOption = options.DEFAULT_RECORD,
    by: ByOption = None,
    note: NoteOption = None,
) -> None:
    """These tellings, or all of these incidents, are coded right.

    Example: dragoman review accept e0123456789abcdef0
    """
    _rule(record, "accept", about, {}, by, note)


@app.command()
def reject(
    about: Ids,
    record: options.RecordOption = options.DEFAULT_RECORD,
    by: ByOption = None,
    note: NoteOption = None,
) -> None:
    """These tellings tell no such thing: they leave the record, with a row in `rejections`.

    Example: dragoman review reject e0123456789abcdef0 --note "a football match"
    """
    _rule(record, "reject", about, {}, by, note)


@app.command()
def correct(
    about: Annotated[str, typer.Argument(metavar="TELLING", show_default=False)],
    record: options.RecordOption = options.DEFAULT_RECORD,
    act: Annotated[str | None, typer.Option("--act", metavar="ACT", help="What it was.")] = None,
    status: options.StatusOption = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DAYS", help="2025-11-03, 2025-11-03/2025-11-05; '' none."),
    ] = None,
    actor: Annotated[
        list[str] | None,
        typer.Option("--actor", metavar="PARTY", help="Who did it; may be given several times."),
    ] = None,
    recipient: Annotated[
        list[str] | None,
        typer.Option("--recipient", metavar="PARTY", help="To whom; several times, '' for nobody."),
    ] = None,
    by: ByOption = None,
    note: NoteOption = None,
) -> None:
    """This telling is another act, by or to others, of another day or status.

    Example: dragoman review correct e0123456789abcdef0 --actor MEX --date 2025-11-03
    """
    given = {
        "act": act, "status": status, "date": date, "actors": _named(actor),
        "recipients": _named(recipient),
    }  # fmt: skip
    value = {name: right for name, right in given.items() if right is not None}
    if not value:
        raise UsageError(
            "review correct: say what is right with --act, --status, --date, --actor or --recipient"
        )
    _rule(record, "correct", [about], value, by, note)


@app.command()
def merge(
    about: Ids,
    record: options.RecordOption = options.DEFAULT_RECORD,
    by: ByOption = None,
    note: NoteOption = None,
) -> None:
    """These incidents are one.

    Example: dragoman review merge i_0123456789abcdef i_fedcba9876543210
    """
    _rule(record, "merge", about, {}, by, note)


@app.command()
def split(
    about: Ids,
    record: options.RecordOption = options.DEFAULT_RECORD,
    by: ByOption = None,
    note: NoteOption = None,
) -> None:
    """These tellings are of another incident than the rest of theirs.

    Example: dragoman review split e0123456789abcdef0
    """
    _rule(record, "split", about, {}, by, note)


@app.command()
def settle(
    about: Annotated[str, typer.Argument(metavar="CONFLICT", show_default=False)],
    reading: Annotated[int, typer.Argument(metavar="READING", help="1 for the first listed.")],
    record: options.RecordOption = options.DEFAULT_RECORD,
    by: ByOption = None,
    note: NoteOption = None,
) -> None:
    """This reading of the conflict is right.

    Example: dragoman review settle c_0123456789abcdef 2 --note "the ministry's own statement"
    """
    _rule(record, "settle", [about], {"reading": reading}, by, note)


@app.command()
def undo(
    about: Ids,
    record: options.RecordOption = options.DEFAULT_RECORD,
    by: ByOption = None,
    note: NoteOption = None,
) -> None:
    """These rulings hold no longer; to undo an undoing brings them back.

    Example: dragoman review undo j_0123456789abcdef
    """
    _rule(record, "undo", about, {}, by, note)


def _named(given: list[str] | None) -> list[str] | None:
    """The parties that an option names; "" alone is nobody."""
    return None if not given else [name for name in given if name]


def _rule(
    record: Path,
    ruling: str,
    about: list[str],
    value: Mapping[str, Any],
    by: str | None,
    note: str | None,
) -> None:
    from dragoman.run.review import rule

    made = rule(record, ruling, about, value=value, by=by, note=note)
    talk(f"{made.judgement_id}: {ruling} {', '.join(about)}. `dragoman review undo` takes it back.")
