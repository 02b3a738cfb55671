"""Ruling on a record: makes judgements from what a person says, and makes the tables anew."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dragoman.errors import UsageError
from dragoman.knowledge.load import load
from dragoman.knowledge.tables import Knowledge
from dragoman.model.coding import STATUSES
from dragoman.model.event import Party
from dragoman.model.ids import identifier
from dragoman.model.incident import incident_name
from dragoman.model.judgement import Anchor, Judgement
from dragoman.run.engine import Job
from dragoman.run.judging import read_days
from dragoman.run.pipeline import refresh
from dragoman.store.rows import Row
from dragoman.store.store import Store

PARTY_FIELDS = ("party_id", "name", "name_raw", "kind", "country", "sector", "office")


def rule(
    folder: Path | str,
    ruling: str,
    about: Sequence[str],
    *,
    value: Mapping[str, Any] | None = None,
    by: str | None = None,
    note: str | None = None,
) -> Judgement:
    """Rule on a record, keep the ruling in its journal, and make its tables anew.

    Args:
        folder: the record.
        ruling: "accept" or "reject" tellings (or all of an incident); "correct" one telling;
            "merge" incidents; "split" tellings off their incident; "settle" a conflict; "undo" a
            judgement.
        about: the ids, as the lists show them; for a split those that do not belong.
        value: for "correct" the right values by field: act, status, date ("2024-03-05", or two
            days joined by "/", "" for none), actors, recipients (ISO 3166 alpha-3 codes, or names
            or ids of parties of the record); for "settle" {"reading": n}, from 1.
        by: who rules; None: the name of the account.
        note: why.

    Raises:
        UsageError: no such id, field, act, status, date, party or reading; the message says which.
        RecordMissingError: there is no record.
    """
    knowledge = load()
    with Store.open(folder) as store, store.writing():
        case = _Case(store, knowledge)
        groups, kept = case.of(ruling, list(about), dict(value or {}))
        at = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
        who = by or getpass.getuser()
        judgement = Judgement(
            judgement_id=identifier("j_", ruling, *about, sorted(kept.items()), who, at),
            ruling=ruling, about=tuple(about), tellings=groups, value=kept, by=who, at=at,
            note=note,
        )  # fmt: skip
        store.judge(judgement)
        refresh(store, Job(), knowledge)
    return judgement


class _Case:
    """One record as the person sees it: its rows by id."""

    def __init__(self, store: Store, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._events = {row["event_id"]: row for row in store.rows("events")}
        self._incidents = {row["incident_id"]: row for row in store.rows("incidents")}
        self._conflicts = {row["conflict_id"]: row for row in store.rows("conflicts")}
        self._former = {incident_name(key): row for key, row in self._events.items()}
        self._judgements = {one.judgement_id: one for one in store.judgements()}

    def of(
        self, ruling: str, about: list[str], value: dict[str, Any]
    ) -> tuple[tuple[tuple[Anchor, ...], ...], dict[str, Any]]:
        """The tellings that a ruling concerns, in groups, and what it says of them."""
        if not about:
            raise UsageError(f"review {ruling}: name what it is about; the lists show the ids")
        if ruling == "undo":
            for name in about:
                if name not in self._judgements:
                    raise UsageError(
                        f"{name}: no such judgement; `dragoman review list` shows them"
                    )
            return (), {}
        if ruling == "settle":
            return (), self._settled(about, value)
        if ruling == "merge":
            if len(about) < 2:
                raise UsageError("review merge: name two incidents or more")
            return (self._tellings(about, "merge"),), {}
        if ruling == "split":
            return self._parts(about), {}
        if ruling == "correct" and (len(about) != 1 or about[0] not in self._events):
            raise UsageError(
                f"review correct {' '.join(about)}: name one telling; `dragoman events --jsonl` "
                "shows the ids"
            )
        corrected = self._corrected(value) if ruling == "correct" else {}
        return (self._tellings(about, ruling),), corrected

    def _tellings(self, about: Sequence[str], ruling: str) -> tuple[Anchor, ...]:
        found: list[str] = []
        for name in about:
            if name in self._events:
                found.append(name)
            elif (incident := self._incidents.get(self._now(name))) is not None:
                found.extend(i for i in incident["events"] if i in self._events)
            else:
                raise UsageError(
                    f"review {ruling}: {name} is neither a telling nor an incident of this record; "
                    "`dragoman events --jsonl` and `dragoman incidents --jsonl` show the ids"
                )
        return tuple(_anchor(self._events[i]) for i in dict.fromkeys(found))

    def _now(self, name: str) -> str:
        """The id of an incident as it is now, also for one that it had before."""
        telling = self._former.get(name)
        return name if telling is None else str(telling["incident_id"])

    def _parts(self, about: Sequence[str]) -> tuple[tuple[Anchor, ...], ...]:
        """The tellings to split off, and the rest of their incident."""
        for name in about:
            if name not in self._events:
                raise UsageError(f"review split: {name} is no telling of this record")
        homes = {self._events[name]["incident_id"] for name in about}
        if len(homes) > 1:
            raise UsageError(
                "review split: the tellings are of several incidents; name those of one"
            )
        rest = [i for i in self._incidents[homes.pop()]["events"] if i not in set(about)]
        if not rest:
            raise UsageError("review split: these are all the tellings of their incident")
        return tuple(
            tuple(_anchor(self._events[i]) for i in group if i in self._events)
            for group in (about, rest)
        )

    def _settled(self, about: Sequence[str], value: Mapping[str, Any]) -> dict[str, Any]:
        if len(about) != 1 or about[0] not in self._conflicts:
            raise UsageError(
                f"review settle {' '.join(about)}: name one conflict; `dragoman conflicts --jsonl` "
                "shows the ids"
            )
        row = self._conflicts[about[0]]
        number = value.get("reading")
        if not isinstance(number, int) or not 1 <= number <= len(row["readings"]):
            raise UsageError(
                f"reading {number}: expected 1 to {len(row['readings'])}, as `dragoman conflicts` "
                "lists them"
            )
        quotes = sorted({quote for side in row["readings"] for quote in side["quotes"]})
        right = row["readings"][number - 1]["value"]
        return {"kind": row["kind"], "quotes": quotes, "value": right}

    def _corrected(self, value: Mapping[str, Any]) -> dict[str, Any]:
        known = {"act", "status", "date", "actors", "recipients"}
        if not value or set(value) - known:
            wrong = ", ".join(sorted(set(value) - known)) or "nothing"
            raise UsageError(
                f"{wrong} is no field to correct; there are {', '.join(sorted(known))}"
            )
        out: dict[str, Any] = dict(value)
        if out.get("act") is not None and out["act"] not in self._knowledge.acts:
            acts = ", ".join(sorted(self._knowledge.acts))
            raise UsageError(f"act {out['act']!r}: no such act; the acts are {acts}")
        if out.get("status") is not None and out["status"] not in STATUSES:
            raise UsageError(f"status {out['status']!r}: expected one of {', '.join(STATUSES)}")
        if "date" in out:
            try:
                read_days(out["date"])
            except ValueError as error:
                raise UsageError(
                    f"date {out['date']!r}: write 2024-03-05, 2024-03-05/2024-03-09, or nothing "
                    "for no date"
                ) from error
        for side in ("actors", "recipients"):
            if side in out:
                out[side] = [asdict(self._party(name)) for name in out[side]]
        return out

    def _party(self, name: str) -> Party:
        """A state by its code or name, or a party of the record by its id or name."""
        for state in self._knowledge.states.values():
            if name.casefold() in (state.id.casefold(), state.name.casefold()):
                return Party(
                    party_id=state.id, name=state.name, name_raw=state.name, kind="state",
                    country=state.id, sector="GOV",
                )  # fmt: skip
        found = {
            party["party_id"]: party
            for row in self._events.values()
            for party in (*row["actors"], *row["recipients"], *row["others"])
            if name.casefold() in (party["party_id"].casefold(), party["name"].casefold())
        }
        if len(found) != 1:
            what = "no party" if not found else f"several parties ({', '.join(sorted(found))})"
            raise UsageError(
                f"{name}: {what} of this record; name a state by its ISO 3166 code, or a party by "
                "the id that `dragoman parties` shows"
            )
        party = next(iter(found.values()))
        return Party(**{key: party[key] for key in PARTY_FIELDS})


def _anchor(row: Row) -> Anchor:
    return Anchor(
        event_id=row["event_id"], report_id=row["report_id"], act=row["act"], start=row["start"],
        end=row["end"],
    )  # fmt: skip
