"""dragoman stories: which reports cover one story, of a record or of rows without one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.output import NOTHING_FOUND, SET_ASIDE, json_out, show, talk
from dragoman.cli.rows import left_out
from dragoman.errors import UsageError
from dragoman.show import stories as page
from dragoman.store.store import Store


def stories(
    source: Annotated[
        Path | None,
        typer.Argument(
            metavar="[RECORD|IN.jsonl]", show_default=False,
            help="A record's folder; or rows to group, - for standard input.",
        ),
    ] = None,
    record: options.RecordOption = options.DEFAULT_RECORD,
    act: options.ActOption = None, party: options.PartyOption = None,
    since: options.SinceOption = None, until: options.UntilOption = None,
    report: options.ReportOption = None,
    as_json: options.JsonOption = False, as_jsonl: options.JsonlOption = False,
    as_csv: options.CsvOption = False,
) -> None:  # fmt: skip
    """Which reports cover one story: its headline, days, reports, sources, parties.

    With --jsonl and a file of rows {"id", "title"?, "text", "published"?}, no record is needed:
    each row gives, in order, {"id", "story"}.

    Example: dragoman stories --party Peru
    """
    form = options.form(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    asked = {"act": act, "party": party, "since": since, "until": until, "report": report}
    if source is not None and not source.is_dir():
        if form is not options.Form.JSONL or any(value is not None for value in asked.values()):
            raise UsageError(f"{source}: rows are grouped with --jsonl and without filters")
        raise typer.Exit(_rows(source))
    with Store.open(source or record) as store:
        view = page.stories(store, options.filters(**asked))
    raise typer.Exit(show(view, form))


def _rows(source: Path) -> int:
    from dragoman.run.stories import group_lines, group_rows, parsed

    if str(source) == "-":
        lines = (line for line in sys.stdin.buffer if line.strip())
        answers = group_rows(map(parsed, lines))
    else:
        answers = group_lines(source)
    rows = failed = 0
    for row in answers:
        rows += 1
        failed += "error" in row
        json_out(row)
    if failed:
        talk(left_out(failed, "grouped"))
        return SET_ASIDE
    if not rows:
        talk("No rows found.")
        return NOTHING_FOUND
    return 0
