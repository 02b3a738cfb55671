"""Run the command line inside the test: its exit code, standard output and standard error."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from dragoman.cli.main import main


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def runner(capsys: pytest.CaptureFixture[str]) -> Run:
    """run("timeline", "--record", folder) -> Ran."""

    def run(*arguments: object) -> Ran:
        with pytest.raises(SystemExit) as stopped:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        code = stopped.value.code
        return Ran(code if isinstance(code, int) else 0, captured.out, captured.err)

    return run
