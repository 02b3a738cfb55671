"""Options that several commands share, each written once."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.errors import UsageError
from dragoman.model.coding import STATUSES
from dragoman.show import asking
from dragoman.show.asking import state as state
from dragoman.show.filters import Filters


class Form(Enum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


RecordOption = Annotated[
    Path,
    typer.Option(
        "--record", envvar="DRAGOMAN_RECORD", metavar="DIR", help="The record's folder.",
        show_default="./record",
    ),
]  # fmt: skip
PipelineOption = Annotated[
    str | None,
    typer.Option(
        "--pipeline", envvar="DRAGOMAN_PIPELINE", metavar="NAME", show_default=False,
        help="Another installed spaCy pipeline.",
    ),
]  # fmt: skip
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON list on standard output.")]
JsonlOption = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="CSV with a header; lists as JSON.")]
ActOption = Annotated[
    str | None,
    typer.Option("--act", metavar="ACT", help="Only this act or PLOVER type: grant_asylum, AID."),
]
PartyOption = Annotated[
    str | None,
    typer.Option("--party", metavar="NAME", help="Only with this state, organisation or person."),
]
SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DAY", help="Not before: 2025, 2025-11, 2025-11-03."),
]
UntilOption = Annotated[
    str | None,
    typer.Option("--until", metavar="DAY", help="Not after; the day itself is included."),
]
ReportOption = Annotated[
    str | None,
    typer.Option("--report", metavar="NAME", help="Only this report: its id, or part of its name."),
]
StatusOption = Annotated[
    str | None, typer.Option("--status", metavar="STATUS", help=f"Only {', '.join(STATUSES)}.")
]

DEFAULT_RECORD = Path("record")


def form(*, as_json: bool, as_jsonl: bool, as_csv: bool) -> Form:
    """The form that the options ask for; a table when none does.

    Raises:
        UsageError: more than one is asked for.
    """
    asked = [
        name
        for name, is_set in ((Form.JSON, as_json), (Form.JSONL, as_jsonl), (Form.CSV, as_csv))
        if is_set
    ]
    if len(asked) > 1:
        names = " and ".join(f"--{name.value}" for name in asked)
        raise UsageError(f"{names} exclude each other; give one of them")
    return asked[0] if asked else Form.TABLE


def filters(**asked: Any) -> Filters:
    """What the options ask for: `dragoman.show.asking.filters`."""
    return asking.filters(asking.as_option, **asked)
