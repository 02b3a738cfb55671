"""The SQL window: a SELECT over the record's tables, answered by a child that can be killed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from anyio import CapacityLimiter, WouldBlock, to_thread
from starlette.responses import Response

from dragoman.errors import DragomanError, RecordError
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.room import Room
from dragoman.store import snapshot, window
from dragoman.store.export import csv_text
from dragoman.store.schema import Table, tables
from dragoman.store.window import Answer, Limits, QueryError
from dragoman.web.app import Asked, Site
from dragoman.web.security import RefusedError

LIMITS = Limits()
AT_A_TIME = 2
"""Queries that are answered at a time: each is a process that may fill a core."""

EXAMPLES = (
    "select act, count(*) as incidents\nfrom incidents group by act order by 2 desc",
    "select date_start, summary, independent_sources\nfrom incidents\n"
    "where list_contains(list_transform(actors, lambda a: a.country), 'PER')\norder by date_start",
    "select r.publisher, count(*) as tellings\nfrom events e join reports r using (report_id)\n"
    "group by 1 order by 2 desc",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sql(Shown):
    """The page.

    Attributes:
        query: what was typed. problem: why it is not answered.
        columns, types, rows: the answer; None where nothing was asked.
        cut: "rows" or "bytes" where the answer had more.
        limits: seconds, rows and bytes that an answer may have.
        waits: the query came with a link from elsewhere and has not been asked yet.
    """

    query: str
    problem: str | None
    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...] | None
    cut: str | None
    limits: dict[str, float]
    waits: bool
    tables: tuple[Table, ...]
    examples: tuple[str, ...]


def view(room: Room, ask: Ask) -> Sql:
    """The page before anything is asked."""
    return shown(ask.query.get("q", ""))


def shown(
    query: str, answer: Answer | None = None, problem: str | None = None, *, waits: bool = False
) -> Sql:
    """The page with an answer, or with the reason why there is none."""
    return Sql(
        title="SQL", query=query, problem=problem, waits=waits,
        columns=() if answer is None else answer.columns,
        types=() if answer is None else answer.types,
        rows=None if answer is None else answer.rows,
        cut=None if answer is None else answer.cut,
        limits={"seconds": LIMITS.seconds, "rows": LIMITS.rows, "bytes": LIMITS.bytes},
        tables=tuple(tables().values()), examples=EXAMPLES,
    )  # fmt: skip


def handler() -> Any:
    """What answers /sql: a query that was typed here is asked, one from a link elsewhere waits."""
    limiter = CapacityLimiter(AT_A_TIME)

    async def answer(site: Site, asked: Asked) -> Response:
        if asked.key is not None:
            raise RefusedError(404, "Nothing has this address.")
        query = asked.choices.get("q", "").replace("\r\n", "\n")
        if not query.strip() or not asked.is_own:
            page = shown(query, waits=bool(query.strip()))
            return await site.run(_page, site, page, asked, 200)
        try:
            limiter.acquire_nowait()
        except WouldBlock as error:
            reason = "Other queries are being answered; ask again in a moment."
            raise RefusedError(503, reason, {"retry-after": "2"}) from error
        try:
            found = await to_thread.run_sync(_found, site, query)
        finally:
            limiter.release()
        if isinstance(found, Answer) and asked.choices.get("as") == "csv":
            return _csv(found)
        if isinstance(found, Answer):
            return await site.run(_page, site, shown(query, found), asked, 200)
        return await site.run(_page, site, shown(query, problem=str(found)), asked, 400)

    return answer


def _found(site: Site, query: str) -> Answer | DragomanError:
    path = snapshot.current(site.rooms.record)
    if path is None:
        return RecordError("nothing was published yet")
    try:
        return window.ask(path, query, LIMITS)
    except (QueryError, RecordError) as error:
        return error


def _page(site: Site, page: Sql, asked: Asked, status: int) -> Response:
    with site.rooms.edition() as edition:
        return site.answers.page(
            PAGE, page, edition, as_json=asked.as_json, tag=None, status=status
        )


def _csv(found: Answer) -> Response:
    rows = found.mappings()
    names = list(rows[0]) if rows else list(dict.fromkeys(found.columns))
    return Response(
        csv_text(names, rows).encode("utf-8", "replace"),
        media_type="text/csv; charset=utf-8",
        headers={
            "content-disposition": 'attachment; filename="answer.csv"',
            "cache-control": "no-store",
        },
    )


PAGE = Page(name="sql", view=view, label="SQL", live=True)
