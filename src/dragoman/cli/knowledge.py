"""dragoman knowledge: the files that dragoman reads by."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.output import talk
from dragoman.errors import KnowledgeError, NoSuchPathError
from dragoman.knowledge import shapes
from dragoman.knowledge.load import load

app = typer.Typer(help="The files that dragoman reads by.", no_args_is_help=True)


@app.callback()
def main() -> None:
    """The files that dragoman reads by."""


@app.command()
def check(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FOLDER]", help="Files of your own.", show_default="the shipped ones"
        ),
    ] = None,
) -> None:
    """Check the knowledge files and print every fault at once.

    Example: dragoman knowledge check
    """
    if folder is not None and not folder.is_dir():
        raise NoSuchPathError(str(folder))
    knowledge = load(folder, with_places=True)
    if folder is None and (faults := list(shapes.faults(shapes.load(), knowledge.states))):
        raise KnowledgeError(faults)
    talk(
        f"The knowledge files are in order: {len(knowledge.states)} states, "
        f"{len(knowledge.organisations)} organisations, {len(knowledge.aliases)} other names, "
        f"{len(knowledge.offices)} offices, {len(knowledge.acts)} acts, "
        f"{len(knowledge.patterns)} patterns."
    )
