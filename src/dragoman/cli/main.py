"""The command line: gathers the commands, turns errors into messages and exit codes.

0 done · 1 error · 2 usage · 3 nothing found · 4 done, but some input was rejected
5 record locked by another process · 130 interrupted
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

# Set before numpy is loaded by anything: one thread a process is fastest for small matrices, and
# the workers share the cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from dragoman import __version__
from dragoman.cli import (
    code,
    compare,
    demo,
    doctor,
    dossier,
    evaluate,
    export,
    imports,
    knowledge,
    lists,
    read,
    relations,
    review,
    serve,
    sql,
    stories,
    when,
    who,
)
from dragoman.cli.output import talk
from dragoman.errors import DragomanError

INTERRUPTED = 130
READER_GONE = 141

app = typer.Typer(
    help="Reads news reports and keeps the sourced record of who did what to whom, when and where.",
    epilog="Exit codes: 0 done, 1 error, 2 usage, 3 nothing found, 4 some input was rejected, "
    "5 record locked, 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    read.read, lists.timeline, lists.events, lists.incidents, lists.conflicts,
    relations.relations, lists.parties, lists.offices, lists.reports, stories.stories,
    lists.rejections, export.export, code.code, when.when, who.who, compare.compare,
    dossier.dossier, serve.serve, sql.sql, demo.demo, doctor.doctor,
):  # fmt: skip
    app.command()(command)
app.command("import")(imports.import_)
app.command("eval")(evaluate.eval_)
app.add_typer(review.app, name="review")
app.add_typer(knowledge.app, name="knowledge")


def _version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version.")
    ] = False,
) -> None:
    """Reads news reports and keeps the sourced record of who did what to whom, when and where."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    try:
        app(arguments, prog_name="dragoman")
    except DragomanError as error:
        talk(f"dragoman: {error}")
        sys.exit(error.exit_code)
    except SystemExit as stopped:
        if stopped.code == INTERRUPTED:
            talk("dragoman: interrupted; the same command goes on where it stopped")
        raise
    except BrokenPipeError:
        # `dragoman events | head`: the reader has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(READER_GONE)
