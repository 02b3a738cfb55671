"""The commands that show one table of the record each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

import typer

from dragoman.cli import options
from dragoman.cli.output import show
from dragoman.errors import UsageError
from dragoman.knowledge.load import load
from dragoman.knowledge.names import NameIndex
from dragoman.model.claim import CONFLICT_KINDS
from dragoman.model.event import PARTY_KINDS
from dragoman.show import parties as views_of_parties
from dragoman.show import views
from dragoman.show.filters import Filters
from dragoman.show.views import View
from dragoman.store.store import Store


def timeline(
    record: options.RecordOption = options.DEFAULT_RECORD,
    act: options.ActOption = None, party: options.PartyOption = None,
    since: options.SinceOption = None, until: options.UntilOption = None,
    report: options.ReportOption = None, status: options.StatusOption = None,
    as_json: options.JsonOption = False, as_jsonl: options.JsonlOption = False,
    as_csv: options.CsvOption = False,
) -> None:  # fmt: skip
    """What happened, in order of date: one line an incident.

    Example: dragoman timeline --party Peru --since 2025-11
    """
    _answer(views.timeline, record, locals())


def events(
    record: options.RecordOption = options.DEFAULT_RECORD,
    act: options.ActOption = None, party: options.PartyOption = None,
    since: options.SinceOption = None, until: options.UntilOption = None,
    report: options.ReportOption = None, status: options.StatusOption = None,
    as_json: options.JsonOption = False, as_jsonl: options.JsonlOption = False,
    as_csv: options.CsvOption = False,
) -> None:  # fmt: skip
    """What each report tells: one line a telling, with the words it stands in.

    Example: dragoman events --act grant_asylum --jsonl
    """
    _answer(views.events, record, locals())


def incidents(
    record: options.RecordOption = options.DEFAULT_RECORD,
    act: options.ActOption = None, party: options.PartyOption = None,
    since: options.SinceOption = None, until: options.UntilOption = None,
    report: options.ReportOption = None, status: options.StatusOption = None,
    as_json: options.JsonOption = False, as_jsonl: options.JsonlOption = False,
    as_csv: options.CsvOption = False,
) -> None:  # fmt: skip
    """What happened, with codes: one line an incident.

    Example: dragoman incidents --act sever_relations --csv
    """
    _answer(views.incidents, record, locals())


def conflicts(
    record: options.RecordOption = options.DEFAULT_RECORD,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help=f"Only {', '.join(CONFLICT_KINDS)}."),
    ] = None,
    act: options.ActOption = None, party: options.PartyOption = None,
    since: options.SinceOption = None, until: options.UntilOption = None,
    report: options.ReportOption = None,
    as_json: options.JsonOption = False, as_jsonl: options.JsonlOption = False,
    as_csv: options.CsvOption = False,
) -> None:  # fmt: skip
    """Where reports disagree: the question, each reading, and who gives it.

    Example: dragoman conflicts --kind date
    """
    if kind is not None and kind not in CONFLICT_KINDS:
        raise UsageError(f"--kind {kind}: expected one of {', '.join(CONFLICT_KINDS)}")
    _answer(views.conflicts, record, locals())


def offices(
    record: options.RecordOption = options.DEFAULT_RECORD,
    party: options.PartyOption = None,
    since: options.SinceOption = None, until: options.UntilOption = None,
    report: options.ReportOption = None,
    as_json: options.JsonOption = False, as_jsonl: options.JsonlOption = False,
    as_csv: options.CsvOption = False,
) -> None:  # fmt: skip
    """Who held which office, as the reports tell it.

    Example: dragoman offices --party Mexico
    """
    _answer(views.offices, record, locals())


def parties(
    record: options.RecordOption = options.DEFAULT_RECORD,
    party: options.PartyOption = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="STATE", help="Only of this state: Peru.")
    ] = None,
    sector: Annotated[
        str | None, typer.Option("--sector", metavar="SECTOR", help="Only this sector: GOV, MIL.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help=f"Only {', '.join(PARTY_KINDS)}.")
    ] = None,
    since: options.SinceOption = None, until: options.UntilOption = None,
    report: options.ReportOption = None,
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", min=1, help="At most N, the most told of.")
    ] = None,
    as_json: options.JsonOption = False, as_jsonl: options.JsonlOption = False,
    as_csv: options.CsvOption = False,
) -> None:  # fmt: skip
    """Who is in the record: names, offices, and how often they act or are acted upon.

    Example: dragoman parties --kind person --country Mexico
    """
    if kind is not None and kind not in PARTY_KINDS:
        raise UsageError(f"--kind {kind}: expected one of {', '.join(PARTY_KINDS)}")
    page = partial(views_of_parties.parties, names=NameIndex.of(load()))
    _answer(page, record, locals())


def reports(
    record: options.RecordOption = options.DEFAULT_RECORD,
    since: options.SinceOption = None, until: options.UntilOption = None,
    report: options.ReportOption = None,
    as_json: options.JsonOption = False, as_jsonl: options.JsonlOption = False,
    as_csv: options.CsvOption = False,
) -> None:  # fmt: skip
    """The reports of the record: date, language, and what is a copy of what.

    Example: dragoman reports --json
    """
    _answer(views.reports, record, locals())


def rejections(
    record: options.RecordOption = options.DEFAULT_RECORD,
    report: options.ReportOption = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="REASON", help="Only this: no_text, timeout.")
    ] = None,
    as_json: options.JsonOption = False, as_jsonl: options.JsonlOption = False,
    as_csv: options.CsvOption = False,
) -> None:  # fmt: skip
    """What was set aside, and why.

    Example: dragoman rejections --csv
    """
    _answer(views.rejections, record, locals())


def _answer(page: Callable[[Store, Filters], View], record: Any, asked: dict[str, Any]) -> None:
    """Show a page; `asked` are the command's options by name."""
    form = options.form(**{name: asked[name] for name in ("as_json", "as_jsonl", "as_csv")})
    with Store.open(record) as store:
        view = page(store, options.filters(**asked))
    raise typer.Exit(show(view, form))
