"""A record as Python sees it: each question a method, each answer lazy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from dragoman.errors import UsageError
from dragoman.knowledge.load import load
from dragoman.knowledge.names import NameIndex
from dragoman.model.claim import CONFLICT_KINDS
from dragoman.model.event import PARTY_KINDS
from dragoman.show import asking, views
from dragoman.show.filters import Filters
from dragoman.show.parties import parties as all_parties
from dragoman.show.relation import Answer
from dragoman.show.relation import relation as answer
from dragoman.show.results import Query, Result
from dragoman.show.views import Row, View
from dragoman.store.store import Store

TELLINGS = ("act", "party", "since", "until", "report", "status")
KINDS = {"conflicts": CONFLICT_KINDS, "parties": PARTY_KINDS}
WITH_QUOTES = {"timeline": "incidents"}
"""Views whose rows are those of a table with `disputed` and `quotes` behind."""


class Record:
    """One record, open for questions; a context manager that closes itself.

    Filters are those of the commands: `act`, `party`, `since`, `until` ("2025", "2025-11",
    "2025-11-03" or a date, both included), `report`, `status`. Names are checked at once; the
    record is read when a result is looked at.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def open(cls, folder: Path | str) -> Record:
        """The record in `folder`.

        Raises:
            RecordMissingError: there is none.
        """
        return cls(Store.open(folder))

    def timeline(self, **asked: Any) -> Result:
        """What happened, in order of date; rows of `incidents` with `disputed` and `quotes`."""
        return self._result("timeline", views.timeline, TELLINGS, asked)

    def incidents(self, **asked: Any) -> Result:
        """Rows of `incidents`, in order of date."""
        return self._result("incidents", views.incidents, TELLINGS, asked)

    def events(self, **asked: Any) -> Result:
        """Rows of `events`, one a telling, in order of date."""
        return self._result("events", views.events, TELLINGS, asked)

    def conflicts(self, **asked: Any) -> Result:
        """Where reports disagree, best supported first; also by `kind`, not by `status`."""
        known = ("kind", *TELLINGS[:-1])
        return self._result("conflicts", views.conflicts, known, asked)

    def offices(self, **asked: Any) -> Result:
        """Who held what, by country and office; by `party`, `since`, `until`, `report`."""
        return self._result("offices", views.offices, TELLINGS[1:-1], asked)

    def reports(self, **asked: Any) -> Result:
        """Rows of `reports`; by `since`, `until`, `report`."""
        return self._result("reports", views.reports, TELLINGS[2:-1], asked)

    def rejections(self, **asked: Any) -> Result:
        """What was set aside, and why; by `report` and `reason`."""
        return self._result("rejections", views.rejections, ("report", "reason"), asked)

    def parties(self, **asked: Any) -> Result:
        """Who takes part, those with most tellings first.

        By `party`, `country`, `sector`, `kind`, `since`, `until`, `report` and `limit`.
        """
        known = ("party", "country", "sector", "kind", "since", "until", "report", "limit")

        def view(store: Store, filters: Filters) -> View:
            return all_parties(store, filters, names=NameIndex.of(load()))

        return self._result("parties", view, known, asked)

    def relations(self, *states: str) -> Result:
        """Spells of relations of all pairs of states, of one state's, or of one pair.

        Raises:
            UsageError: no such state, or more than two.
        """
        if len(states) > 2:
            raise UsageError(f"relations() is of two states at most, not of {len(states)}")
        pair = [_state(name) for name in states]
        view = partial(_relations, self.store, pair)
        return Result("relations", view, partial(self._schema, "relations"))

    def relation(self, first: str, second: str, *, on: dt.date | str) -> Answer | None:
        """The relations of two states on a day; None where no report tells of them.

        Raises:
            UsageError: no such state, or no such day.
        """
        day = asking.day(on, "on")
        assert day is not None
        return answer(self.store, (_state(first), _state(second)), day, _names())

    def sql(self, query: str, parameters: Sequence[object] = ()) -> Result:
        """What a query over the record's tables gives; read-only, no file and no network.

        A query that cannot be answered is a UsageError at the first look.
        """
        return Query(self.store, query, parameters)

    def rows(self, table: str, **equal: object) -> list[Row]:
        """The rows of a table of the record by id; `equal` keeps those that match.

        Raises:
            UsageError: no such table or column.
        """
        return self.store.rows(table, **equal)

    def close(self) -> None:
        """Let go of the record's files; a later question opens them again."""
        self.store.close()

    def __enter__(self) -> Record:
        """The record itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def __repr__(self) -> str:
        """Where it is."""
        return f"<record {str(self.store.folder)!r}>"

    def _result(
        self, name: str, page: Callable[[Store, Filters], View], known: Sequence[str],
        asked: dict[str, Any],
    ) -> Result:  # fmt: skip
        unknown = sorted(asked.keys() - set(known))
        if unknown:
            raise UsageError(f"{name}({unknown[0]}=...): expected one of {', '.join(known)}")
        kind = asked.get("kind")
        if kind is not None and kind not in KINDS[name]:
            raise UsageError(f"kind {kind}: expected one of {', '.join(KINDS[name])}")
        filters = asking.filters(**asked)
        return Result(name, partial(page, self.store, filters), partial(self._schema, name))

    def _schema(self, name: str) -> Any:
        """The Arrow schema of a view's rows; None: as the rows themselves tell."""
        import pyarrow as pa

        if name == "parties":
            return None
        found = self.store.arrow(f"from {WITH_QUOTES.get(name, name)} limit 0").schema
        if name in WITH_QUOTES:
            quote = pa.struct([("report", pa.string()), ("quote", pa.string())])
            found = found.append(pa.field("disputed", pa.list_(pa.string())))
            found = found.append(pa.field("quotes", pa.list_(quote)))
        return found


def _relations(store: Store, states: Sequence[str]) -> View:
    if len(states) == 1:
        whole = views.relations(store, _names())
        kept = [at for at, row in enumerate(whole.rows) if states[0] in row["pair"]]
        return View(
            name=whole.name, columns=whole.columns, keys=whole.keys,
            lines=tuple(whole.lines[at] for at in kept), rows=tuple(whole.rows[at] for at in kept),
        )  # fmt: skip
    return views.relations(store, _names(), states)


def _names() -> dict[str, str]:
    return {state.id: state.name for state in load().states.values()}


def _state(name: str) -> str:
    found = asking.state(name, load())
    if found is None:
        raise UsageError(f"{name}: no state of that name or code (ISO 3166 alpha-3)")
    return found
