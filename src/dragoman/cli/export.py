"""dragoman export: the record, or a part of it, as files for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli import options
from dragoman.cli.output import NOTHING_FOUND, out, talk
from dragoman.errors import UsageError
from dragoman.show.asking import as_option
from dragoman.store.store import Store

if TYPE_CHECKING:
    from dragoman.formats.export import Exported

OUT = Path("-")


def export(
    form: Annotated[
        str | None, typer.Argument(metavar="FORMAT", help="One of --list.", show_default=False)
    ] = None,
    dest: Annotated[
        Path | None,
        typer.Argument(
            metavar="DEST", show_default=False,
            help='A folder, made when missing; "-" for standard output.',
        ),
    ] = None,
    record: options.RecordOption = options.DEFAULT_RECORD,
    act: options.ActOption = None, party: options.PartyOption = None,
    since: options.SinceOption = None, until: options.UntilOption = None,
    report: options.ReportOption = None, status: options.StatusOption = None,
    top: Annotated[
        int | None,
        typer.Option("--top", metavar="N", min=1, help="Only the N incidents most told of."),
    ] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="The reports' texts too: mind their rights.")
    ] = False,
    coarse: Annotated[
        str | None,
        typer.Option("--coarse", metavar="HOW", help="Dates coarser than a day: first, drop."),
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="UNIT", help="A row a telling, or an incident.")
    ] = None,
    unplaced: Annotated[
        bool, typer.Option("--unplaced", help="What has no place too, without coordinates.")
    ] = False,
    weighted: Annotated[
        bool, typer.Option("--weighted", help="One edge a pair and kind, with its weight.")
    ] = False,
    media: Annotated[
        bool, typer.Option("--media", help="Slides show the first report's page.")
    ] = False,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TITLE", help="What it is called, for readers.")
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Text that Excel knows for UTF-8.")
    ] = False,
    listed: Annotated[bool, typer.Option("--list", help="Show the formats, and stop.")] = False,
) -> None:  # fmt: skip
    """Write the record, or a part of it, in a format of other programs.

    Example: dragoman export csv out/ --party Peru --since 2025-11
    """
    asked = locals()
    if listed:
        _list()
        return
    if form is None or dest is None:
        raise UsageError("name a format and a folder: dragoman export csv out/; --list shows all")
    done = _export(form, dest, record, asked)
    for note in done.notes:
        talk(f"Note: {note}")
    if done.paths:
        talk(f"Wrote {len(done.files)} file{'s' * (len(done.files) > 1)} to {dest}.")
    if not done.rows:
        talk("Nothing in the record is as asked: there are no rows.")
        raise typer.Exit(NOTHING_FOUND)


def _list() -> None:
    from dragoman.formats import known

    width = 2 + max(len(name) for name in known.FORMATS)
    for form in known.FORMATS.values():
        out(f"{form.name:<{width}}{form.about}")


def _export(name: str, dest: Path, record: Path, asked: dict[str, Any]) -> Exported:
    from dragoman.formats import known
    from dragoman.formats.chosen import Chosen
    from dragoman.formats.export import send, write

    form = known.find(name)
    settings = known.settings(form, as_option, **{key: asked[key] for key in known.NAMES})
    filters = options.filters(**asked)
    with Store.open(record) as store:
        chosen = Chosen(store=store, filters=filters, top=asked["top"])
        if dest == OUT:
            return send(chosen, form, settings, sys.stdout.buffer)
        return write(chosen, form, settings, dest)
