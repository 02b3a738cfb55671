"""What the reading half makes of one report: everything that goes into a shard."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.event import Event, OfficeAssertion, PersonName
from dragoman.model.report import Rejection, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReading:
    """One report read: its text, tellings, persons, offices, and what was set aside.

    `report` is None when the report itself was rejected.
    """

    report: Report | None
    events: tuple[Event, ...] = ()
    persons: tuple[PersonName, ...] = ()
    offices: tuple[OfficeAssertion, ...] = ()
    rejections: tuple[Rejection, ...] = ()
