"""Options that several commands share, each written once."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.errors import UsageError
from dragoman.knowledge.check_nouns import SECTORS
from dragoman.knowledge.load import load
from dragoman.knowledge.tables import Knowledge
from dragoman.model.coding import STATUSES
from dragoman.model.words import fold
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
    """What the options ask for, names of states and partial dates resolved.

    Raises:
        UsageError: no such date, act, status, state or sector.
    """
    act, party, status = asked.get("act"), asked.get("party"), asked.get("status")
    country = asked.get("country")
    until = day(asked.get("until"), "--until", last=True)
    if status is not None and status not in STATUSES:
        raise UsageError(f"--status {status}: expected one of {', '.join(STATUSES)}")
    if act is not None:
        _check_act(act, load())
    return Filters(
        act=act, party=party, state=None if party is None else state(party, load()),
        since=day(asked.get("since"), "--since"), until=until,
        report=asked.get("report"), status=status, kind=asked.get("kind"),
        reason=asked.get("reason"), sector=_sector(asked.get("sector")), limit=asked.get("limit"),
        country=None if country is None else _country(country),
    )  # fmt: skip


def day(text: str | None, option: str, *, last: bool = False) -> dt.date | None:
    """The first day, or the `last`, of 2025, 2025-11 or 2025-11-03.

    Raises:
        UsageError: it is none of these.
    """
    if text is None:
        return None
    try:
        if len(text) == 10:
            return dt.date.fromisoformat(text)
        year, _, month = text.partition("-")
        if len(year) != 4 or (month and len(month) != 2):
            raise ValueError(text)
        first = dt.date(int(year), int(month or (12 if last else 1)), 1)
        if not last:
            return first
        after = dt.date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return after - dt.timedelta(days=1)
    except ValueError as error:
        raise UsageError(
            f"{option} {text}: not a date; write it as 2025, 2025-11 or 2025-11-03"
        ) from error


def state(name: str, knowledge: Knowledge) -> str | None:
    """The ISO 3166 alpha-3 code of a state by its code or any of its names; None: no state."""
    if name.upper() in knowledge.states:
        return name.upper()
    wanted = fold(name)
    for row in knowledge.states.values():
        if wanted in (fold(row.name), fold(row.official or "")):
            return row.id
    for alias in knowledge.aliases:
        if fold(alias.alias) == wanted and alias.party_id in knowledge.states:
            return alias.party_id
    return None


def _country(name: str) -> str:
    found = state(name, load())
    if found is None:
        raise UsageError(f"--country {name}: no state of that name or code (ISO 3166 alpha-3)")
    return found


def _sector(code: str | None) -> str | None:
    if code is not None and code.upper() not in SECTORS:
        raise UsageError(f"--sector {code}: expected one of {', '.join(sorted(SECTORS))}")
    return None if code is None else code.upper()


def _check_act(act: str, knowledge: Knowledge) -> None:
    known = {*knowledge.acts, *(name.casefold() for name in knowledge.plover)}
    if act.casefold() not in known:
        raise UsageError(
            f"--act {act}: no such act; the acts are {', '.join(sorted(knowledge.acts))}, "
            f"the PLOVER types {', '.join(sorted(knowledge.plover))}"
        )
