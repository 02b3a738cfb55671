"""Readings for the tests of the store, made by hand."""

from __future__ import annotations

from dragoman.model.reading import ReportReading
from dragoman.model.report import Rejection
from dragoman.store.shards import Version
from tests import factory

FIRST = Version(dragoman="1", coder="rules@1", knowledge="k1", parser="p")
SECOND = Version(dragoman="1", coder="rules@2", knowledge="k1", parser="p")


def reading(name: str, act: str = "meet") -> ReportReading:
    """A report with one telling, one person, one office and one rejection."""
    return ReportReading(
        report=factory.report(name, "Chile and Norway met — “gladly”.", published="2024-03-05"),
        events=(
            factory.event(
                act, ("CHL", "NOR"), report=name, date="2024-03", number=(2, "envoys"),
                others={"official": "Ana Ruiz"}, place="Oslo",
            ),
        ),
        persons=(factory.person("Ana Ruiz", "Ruiz", report=name, offices=("president",)),),
        offices=(factory.office("Ana Ruiz", "president", "CHL", report=name, at="2020"),),
        rejections=(
            Rejection(
                stage="code", uri=f"{name}.txt", reason="no_actor", detail="-", report_id=name
            ),
        ),
    )  # fmt: skip


def refused(uri: str, reason: str = "empty") -> ReportReading:
    """A reading of something that was no report."""
    return ReportReading(
        report=None,
        rejections=(Rejection(stage="read", uri=uri, reason=reason, detail="Nothing in it."),),
    )
