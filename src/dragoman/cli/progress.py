"""How far a long run is: a bar on a terminal, else a line a minute; both on standard error."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from dragoman.cli.output import talk

EVERY_S = 60.0
"""Seconds between two lines where nobody draws a bar: a log stays readable."""

Show = Callable[[str, int, int], None]


class Pace:
    """How fast a stage goes, from what is done after the first word of it.

    What was done before that word, such as reports that the record held already, is not counted.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._stage = ""
        self._since = 0.0
        self._before = 0

    def told(self, stage: str, done: int, total: int) -> str:
        """ "35 a second, 9 min left", or nothing as long as nothing can be said."""
        now = self._clock()
        if stage != self._stage or not self._before:
            self._stage, self._since, self._before = stage, now, done
            return ""
        more, seconds = done - self._before, now - self._since
        if more <= 0 or seconds <= 0:
            return ""
        rate = more / seconds
        return f"{rate:.3g} a second, {duration((total - done) / rate)} left"


def duration(seconds: float) -> str:
    """A length of time as people say it, rounded up: "40 s", "9 min", "2 h 5 min"."""
    if seconds < 60:
        return f"{max(0, round(seconds))} s"
    minutes = -int(-seconds // 60)
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours else f"{minutes} min"


@contextmanager
def bar(total_name: str) -> Iterator[Show]:
    """A function to call with (stage, done, total)."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lines(total_name)
        return
    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TextColumn(total_name), TextColumn("{task.fields[pace]}"), console=console, transient=True,
    ) as progress:  # fmt: skip
        task = progress.add_task("", total=None, pace="")
        pace = Pace()

        def show(stage: str, done: int, total: int) -> None:
            said = pace.told(stage, done, total)
            progress.update(task, description=stage, completed=done, total=total or None, pace=said)

        yield show


def lines(
    total_name: str, *, say: Callable[[str], None] = talk,
    clock: Callable[[], float] = time.monotonic,
) -> Show:  # fmt: skip
    """A function to call with (stage, done, total), which says a line now and then."""
    pace, said_at = Pace(clock), clock()

    def show(stage: str, done: int, total: int) -> None:
        nonlocal said_at
        told = pace.told(stage, done, total)
        if told and clock() - said_at >= EVERY_S:
            said_at = clock()
            say(f"{stage}: {done} of {total} {total_name}, {told}")

    return show
