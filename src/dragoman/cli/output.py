"""What reaches the terminal: data on standard output, talk on standard error.

Text from reports is hostile until shown otherwise: it is cleared of control and formatting
characters (`show.visible`) and handed to Rich as plain text, never as markup.
"""

from __future__ import annotations

import sys

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.cli.options import Form
from dragoman.show.views import View
from dragoman.show.visible import visible
from dragoman.store.export import csv_text, json_lines, json_text

NOTHING_FOUND = 3
SET_ASIDE = 4
"""Exit codes: nothing to show; done, but some input could not be used."""
ROOMY = 100
"""Columns of a terminal from which on the spare columns of a view are shown."""

NARROW = 12
"""Columns of the terminal that a column of a table may take without being broken."""

PIPED = 160
"""Columns of a table that goes to a file or another program."""


def show(view: View, form: Form) -> int:
    """Write a view in the form asked for; the exit code: 3 when there is nothing to show."""
    if form is Form.JSON:
        body = ",\n".join(json_lines(view.rows))
        out(f"[\n{body}\n]" if body else "[]")
    elif form is Form.JSONL:
        for line in json_lines(view.rows):
            out(line)
    elif form is Form.CSV:
        sys.stdout.write(csv_text(view.keys, view.rows))
    elif view.rows:
        _print(table(view, width := columns()), width)
    if view.rows:
        return 0
    talk(f"No {view.name} found." if view.name != "timeline" else "Nothing on the timeline.")
    return NOTHING_FOUND


def table(view: View, width: int) -> Table:
    """The lines of a view as a table for a terminal of `width` columns."""
    kept = [at for at, column in enumerate(view.columns) if width >= ROOMY or not column.spare]
    is_tall = any(column.margin for column in view.columns)
    whole = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, leading=int(is_tall))
    for at in kept:
        _add_column(whole, view, at, width)
    for line in view.lines:
        whole.add_row(*(_cell(line[at], view.columns[at].margin) for at in kept))
    return whole


def json_out(value: object) -> None:
    """One JSON value on standard output."""
    out(json_text(value))


def out(line: str) -> None:
    """One line on standard output."""
    sys.stdout.write(line + "\n")


def talk(message: str) -> None:
    """A message for people, on standard error, in one piece and made safe to look at."""
    for line in message.split("\n"):
        sys.stderr.write(visible(line) + "\n")


def _print(content: Table, width: int) -> None:
    console(width).print(content)


def console(width: int | None = None) -> Console:
    """Standard output for drawings: text is shown as it is, never read as markup."""
    return Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False)


def columns() -> int:
    """The terminal's columns; a pipe has none, and gets lines that are seldom broken."""
    console = Console(file=sys.stdout)
    return console.width if console.is_terminal else PIPED


def _cell(text: str, margin: int) -> Text | Table:
    """A cell as plain text; with a margin, each line's first characters stand apart."""
    lines = [visible(line) for line in text.split("\n")]
    if not margin:
        return Text("\n".join(lines))
    inside = Table.grid(padding=0)
    inside.add_column(width=margin, no_wrap=True)
    inside.add_column(overflow="fold")
    for line in lines:
        inside.add_row(Text(line[:margin]), Text(line[margin:]))
    return inside


def _add_column(whole: Table, view: View, at: int, width: int) -> None:
    """Long columns share what room is left; of the others none takes more than a quarter."""
    column = view.columns[at]
    if column.long:
        whole.add_column(column.title, overflow="fold", ratio=1, min_width=NARROW)
        return
    widest = max(len(part) for line in view.lines for part in line[at].split("\n"))
    if widest <= NARROW:
        whole.add_column(column.title, no_wrap=True)
    else:
        whole.add_column(column.title, overflow="fold", max_width=max(NARROW, width // 4))
