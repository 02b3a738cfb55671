"""The reading room: what the pages ask of a record, answered from its card index.

Rows are those of the contract (docs/tables.md) as mappings, dates as `datetime.date`. Nothing is
counted over the whole record when a page is asked for.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman.show import card_index
from dragoman.store.store import Store

Row = dict[str, Any]
DATES = frozenset({"date_start", "date_end", "published", "date"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which incidents a page asks for; what is None is not asked for.

    Attributes:
        act: an act of acts.toml. type: a PLOVER event type. quad: 1 to 4.
        status: of the contract.
        party: a party_id. country: ISO 3166 alpha-3 of a party on either side.
        pair: two countries; one of each side takes part.
        since, until: days, both inclusive; what has no date is left out.
        disputed: True: only what stands in a disagreement.
    """

    act: str | None = None
    type: str | None = None
    quad: int | None = None
    status: str | None = None
    party: str | None = None
    country: str | None = None
    pair: tuple[str, str] | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    disputed: bool | None = None

    def clause(self) -> tuple[str, list[object]]:
        """The condition over the table incidents, named i, and its values."""
        parts: list[str] = []
        values: list[object] = []
        plain = (("act", self.act), ("type", self.type), ("quad", self.quad))
        for column, value in (*plain, ("status", self.status)):
            if value is not None:
                parts.append(f"i.{column} = ?")
                values.append(value)
        if self.since is not None:
            parts.append("(i.last >= ? or (i.last is null and i.first is not null))")
            values.append(self.since.isoformat())
        if self.until is not None:
            parts.append("(i.first <= ? or (i.first is null and i.last is not null))")
            values.append(self.until.isoformat())
        if self.disputed:
            parts.append("i.disputed > 0")
        countries = [one for one in (self.country, *(self.pair or ())) if one is not None]
        for column, sought in [*(("country", one) for one in countries), ("party", self.party)]:
            if sought is not None:
                parts.append(f"i.n in (select n from sides where {column} = ?)")
                values.append(sought)
        return " and ".join(parts) or "true", values


EVERYTHING = Wanted()
_COUNTS = "select name, number from counts order by rowid"


class Room:
    """The pages' door to one snapshot of a record. Not shared between threads."""

    def __init__(
        self, connection: sqlite3.Connection, names: Mapping[str, str], *, title: str
    ) -> None:
        self._connection = connection
        self.names = names
        """States' names by ISO 3166 alpha-3."""
        self.title = title

    @classmethod
    def of(
        cls, store: Store, names: Mapping[str, str], *, title: str, public: bool = False
    ) -> Room:
        """A room over the record as it is now, its card index held in memory."""
        connection = sqlite3.connect(":memory:")
        card_index.fill(connection, store, public=public)
        return cls(connection, names, title=title)

    @classmethod
    def open(cls, path: Path, names: Mapping[str, str], *, title: str) -> Room:
        """A room over a card index that `card_index.build` made."""
        connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        return cls(connection, names, title=title)

    def close(self) -> None:
        """Let go of the index."""
        self._connection.close()

    @lru_cache(maxsize=1)  # noqa: B019 (a room lives as long as what asks it)
    def counts(self) -> dict[str, int]:
        """Rows of each table."""
        return {str(name): int(number) for name, number in self.select(_COUNTS)}

    def made(self) -> Row:
        """The row of `made`: versions and digests."""
        found = self._first("select row from made")
        return {} if found is None else found

    def has_text(self) -> bool:
        """Whether the texts of reports may be shown."""
        return bool(self.value("select exists (select 1 from texts)"))

    def incident(self, key: str) -> Row | None:
        """One incident."""
        return self._first("select row from incidents where id = ?", key)

    def incident_now(self, key: str) -> str | None:
        """The id of the incident that had the id `key` before, or is told of by that telling.

        None where `key` is an incident's id now, or nothing's.
        """
        found = self._connection.execute(
            "select incident from former where id = ?1 union all"
            " select incident from events where id = ?1 limit 1",
            (key,),
        ).fetchone()
        if found is None or self.value("select exists (select 1 from incidents where id = ?)", key):
            return None
        return str(found[0])

    def incidents(
        self, wanted: Wanted = EVERYTHING, *, limit: int = -1, offset: int = 0
    ) -> Iterator[Row]:
        """Incidents in order of date, those without one last; `disputed` counts its conflicts."""
        where, values = wanted.clause()
        query = (
            f"select i.row, i.disputed from incidents i where {where} order by i.n limit ? offset ?"
        )
        for text, disputed in self._connection.execute(query, [*values, limit, offset]):
            yield {**decode(text), "disputed": disputed}

    def count(self, wanted: Wanted = EVERYTHING) -> int:
        """How many incidents are asked for."""
        where, values = wanted.clause()
        return int(self.value(f"select count(*) from incidents i where {where}", *values))

    def count_tellings(self, wanted: Wanted = EVERYTHING) -> int:
        """How many tellings the incidents have that are asked for."""
        where, values = wanted.clause()
        query = f"select coalesce(sum(i.tellings), 0) from incidents i where {where}"
        return int(self.value(query, *values))

    def event(self, key: str) -> Row | None:
        """One telling."""
        return self._first("select row from events where id = ?", key)

    def tellings(self, incident: str) -> list[Row]:
        """The tellings of an incident, by report and place in the text."""
        order = "order by (select n from reports r where r.id = events.report), start, id"
        return self._rows(f"select row from events where incident = ? {order}", incident)

    def report(self, key: str) -> Row | None:
        """One report, with `number` (by date of publication, from 1) and `tellings`."""
        found = self._connection.execute(
            "select row, n, tellings from reports where id = ?", (key,)
        ).fetchone()
        return None if found is None else _report(*found)

    def reports(self, *, limit: int = -1, offset: int = 0) -> Iterator[Row]:
        """Reports by date of publication, with `number` and `tellings`."""
        query = "select row, n, tellings from reports order by n limit ? offset ?"
        for found in self._connection.execute(query, (limit, offset)):
            yield _report(*found)

    def copies(self, report: str) -> list[Row]:
        """The reports that are near-copies of one."""
        return self._rows("select row from reports where copy_of = ? order by n", report)

    def text(self, report: str) -> str | None:
        """The stored text of a report; None where it may not be shown."""
        found = self._connection.execute("select text from texts where id = ?", (report,))
        row = found.fetchone()
        return None if row is None else str(row[0])

    def conflict(self, key: str) -> Row | None:
        """One disagreement."""
        return self._first("select row from conflicts where id = ?", key)

    def conflicts(self, *, limit: int = -1, offset: int = 0) -> Iterator[Row]:
        """Disagreements, those with most sources first."""
        yield from self._rows(
            "select row from conflicts order by n limit ? offset ?", limit, offset
        )

    def conflicts_of(self, incident: str) -> list[Row]:
        """The disagreements that an incident stands in."""
        return self._rows(
            "select row from conflicts where id in"
            " (select conflict from disputes where incident = ?) order by n",
            incident,
        )

    def party(self, key: str) -> Row | None:
        """A party: party_id, name, kind, country, sector, offices, called (words for it)."""
        return self._first("select row from parties where id = ?", key)

    def parties(self, *, limit: int = -1, offset: int = 0) -> Iterator[Row]:
        """Parties, those in most incidents first, with `incidents`."""
        query = "select row, incidents from parties order by n limit ? offset ?"
        for text, incidents in self._connection.execute(query, (limit, offset)):
            yield {**decode(text), "incidents": incidents}

    def pairs(self) -> list[str]:
        """The pairs of states whose relations, missions or asylum cases are told of: "MEX-PER"."""
        query = (
            "select pair from (select pair from relations union select pair from asylum"
            " union select pair from presence) where pair is not null order by pair"
        )
        return [str(row[0]) for row in self._connection.execute(query)]

    def relations(self, pair: str) -> list[Row]:
        """The spells of a pair, in order of time."""
        return self._rows("select row from relations where pair = ? order by n", pair)

    def asylum(self, pair: str) -> list[Row]:
        """The asylum cases between two states, in order of time."""
        return self._rows("select row from asylum where pair = ? order by n", pair)

    def presence(self, pair: str) -> list[Row]:
        """What is told of missions, consular relations and protecting powers, in order of time."""
        return self._rows("select row from presence where pair = ? order by n", pair)

    def offices(self, party: str | None = None) -> list[Row]:
        """Who held what; of one person, or all."""
        where, values = ("party = ?", [party]) if party is not None else ("true", [])
        return self._rows(f"select row from offices where {where} order by n", *values)

    def rejections(
        self, stage: str | None = None, *, limit: int = -1, offset: int = 0
    ) -> list[Row]:
        """What was set aside; at one stage, or all."""
        where, values = ("stage = ?", [stage]) if stage is not None else ("true", [])
        query = f"select row from rejections where {where} order by n limit ? offset ?"
        return self._rows(query, *values, limit, offset)

    def judgements(self) -> list[Row]:
        """People's rulings, in the order given."""
        return self._rows("select row from judgements order by n")

    def keys(self, table: str) -> Iterator[str]:
        """The ids of a table of the index, in its order."""
        if table not in ("incidents", "reports", "parties", "conflicts"):
            raise ValueError(f"{table} has no keys")
        for row in self._connection.execute(f"select id from {table} order by n"):
            yield str(row[0])

    def value(self, query: str, *values: object) -> Any:
        """The one value of a query over the card index."""
        return self._connection.execute(query, values).fetchone()[0]

    def select(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a query over the card index, for what has no method here."""
        yield from self._connection.execute(query, values)

    def _first(self, query: str, *values: object) -> Row | None:
        found = self._connection.execute(query, values).fetchone()
        return None if found is None else decode(found[0])

    def _rows(self, query: str, *values: object) -> list[Row]:
        return [decode(row[0]) for row in self._connection.execute(query, values)]


def decode(text: str) -> Row:
    """A row of the contract from its JSON: dates as dates."""
    row: Row = json.loads(text, object_hook=_dated)
    return row


def _dated(value: Row) -> Row:
    for name in DATES & value.keys():
        if isinstance(value[name], str):
            value[name] = dt.date.fromisoformat(value[name])
    return value


def _report(text: str, number: int, tellings: int) -> Row:
    return {**decode(text), "number": number, "tellings": tellings}
