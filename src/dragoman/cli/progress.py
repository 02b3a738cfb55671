"""The bar of a long run, on a terminal only, and on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


@contextmanager
def bar(total_name: str) -> Iterator[Callable[[str, int, int], None]]:
    """A function to call with (stage, done, total); it draws a bar where someone is looking."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _nothing
        return
    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TextColumn(total_name), TimeRemainingColumn(), console=console, transient=True,
    ) as progress:  # fmt: skip
        task = progress.add_task("", total=None)

        def show(stage: str, done: int, total: int) -> None:
            progress.update(task, description=stage, completed=done, total=total or None)

        yield show


def _nothing(stage: str, done: int, total: int) -> None:
    """Nobody is looking."""
