"""dragoman demo: the sample story, end to end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli import options
from dragoman.cli.output import SET_ASIDE, out, show, talk
from dragoman.cli.progress import bar
from dragoman.cli.relations import say
from dragoman.errors import UsageError
from dragoman.knowledge.load import load
from dragoman.show import sample, views
from dragoman.show.relation import relation
from dragoman.show.views import View
from dragoman.store.store import Store

PAGE = "index.html"
RECORD = "record"
PLANTED = {"no_text"}
"""Why a row of the sample is set aside on purpose; anything else is a fault of ours."""


def demo(
    dest: Annotated[
        Path, typer.Argument(metavar="[DEST]", help="A new folder.", show_default="./demo")
    ] = Path("demo"),
) -> None:
    """Read the built-in sample story; show its timeline, its conflicts and an answer.

    The record is kept in DEST/record, so that every other command can be tried on it, and its
    pages in one file, DEST/index.html.

    Example: dragoman demo
    """
    from dragoman.run.pipeline import build
    from dragoman.show.room import Room
    from dragoman.show.site import static

    _check(dest)
    with bar("reports") as progress:
        summary = build([sample.folder()], dest / RECORD, progress=progress)
    names = {row.id: row.name for row in load().states.values()}
    with Store.open(dest / RECORD) as store:
        whole = views.timeline(store)
        part = _between(whole, sample.PAIR)
        _heading(f"{sample.TITLE}: what passed between the two")
        show(part, options.Form.TABLE)
        more = len(whole.rows) - len(part.rows)
        out(f"and {more} more: dragoman timeline --record {dest / RECORD}")
        _heading("Where the reports disagree")
        show(views.conflicts(store), options.Form.TABLE)
        _heading(f"Relations on {sample.ON.isoformat()}")
        answer = relation(store, sample.PAIR, sample.ON, names)
        if answer is not None:
            say(answer, names)
        room = Room.of(store, names, title=sample.TITLE)
    written = static.write_file(static.single_file(room, note=sample.NOTE), dest / PAGE)
    out("")
    for line in summary.lines():
        talk(line)
    talk(f"The pages of this story: {written.resolve()}")
    if set(summary.refused) - PLANTED:
        raise typer.Exit(SET_ASIDE)
    talk(f"Ask further, for instance: dragoman offices --record {dest / RECORD}")


def _check(dest: Path) -> None:
    """Refuse a folder that holds anything but an earlier demonstration."""
    is_ours = (dest / RECORD).is_dir()
    if dest.exists() and not is_ours and (not dest.is_dir() or any(dest.iterdir())):
        raise UsageError(f"{dest}: this holds other things; name a new folder: dragoman demo DEST")


def _between(view: View, pair: Sequence[str]) -> View:
    """The dated happenings of a timeline, told as facts, in which both states have a part."""
    kept = [
        at
        for at, row in enumerate(view.rows)
        if row["status"] == "actual" and row["date_end"] and set(pair) <= _states(row)
    ]
    return replace(
        view,
        rows=tuple(view.rows[at] for at in kept),
        lines=tuple(view.lines[at] for at in kept),
    )


def _states(row: Mapping[str, Any]) -> set[str]:
    return {party["country"] for party in (*row["actors"], *row["recipients"])}


def _heading(text: str) -> None:
    out(f"\n{text}\n{'=' * len(text)}")
