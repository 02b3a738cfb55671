"""What an analyst asks for: which rows of the record a view is to show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.model.words import fold

Row = Mapping[str, Any]
PARTIES = ("actors", "recipients", "others")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which rows to show; what is None is not asked for.

    Attributes:
        act: an act of acts.toml, or a PLOVER event type.
        party: a name or part of one, or a party_id; with `state` set, that state and its people.
        state: ISO 3166 alpha-3 of the state that `party` names, found by the caller.
        since, until: first and last day, both inclusive; rows without a date are left out.
        report: a report_id, or a uri or part of one.
        status: a status of the contract.
        kind: a kind of conflict or of party; reason: a reason of a rejection.
        country, sector: ISO 3166 alpha-3 and PLOVER sector of a party.
        limit: how many rows at most.
    """

    act: str | None = None
    party: str | None = None
    state: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    report: str | None = None
    status: str | None = None
    kind: str | None = None
    reason: str | None = None
    country: str | None = None
    sector: str | None = None
    limit: int | None = None

    def take_telling(self, row: Row) -> bool:
        """Whether a row of events or incidents is asked for, but for its report."""
        return (
            (self.act is None or self.act.casefold() in _acts(row))
            and (self.status is None or row["status"] == self.status)
            and self.take_days(row["date_start"], row["date_end"])
            and (self.party is None or any(self.take_party(one) for one in parties(row)))
        )

    def take_days(self, first: dt.date | None, last: dt.date | None) -> bool:
        """Whether a run of days meets those asked for."""
        if self.since is None and self.until is None:
            return True
        if first is None and last is None:
            return False
        ends_in_time = self.since is None or last is None or last >= self.since
        starts_in_time = self.until is None or first is None or first <= self.until
        return ends_in_time and starts_in_time

    def take_party(self, party: Row) -> bool:
        """Whether a party, or a row of offices, is the one asked for."""
        if self.party is None:
            return True
        if self.state is not None:
            return self.state in (party["party_id"], party["country"])
        wanted = fold(self.party)
        names = (party["party_id"], party["name"], party.get("name_raw") or "")
        return any(wanted in fold(name) for name in names)

    def take_report(self, report_id: str, uri: str) -> bool:
        """Whether a report is the one asked for."""
        return self.report is None or self.report == report_id or self.report in uri


def parties(row: Row) -> list[Row]:
    """Everyone who takes part in a telling or an incident."""
    return [party for side in PARTIES for party in row[side]]


def _acts(row: Row) -> tuple[str, str]:
    return row["act"].casefold(), (row["event_type"] or "").casefold()
