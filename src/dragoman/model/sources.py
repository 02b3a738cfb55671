"""Who stands behind a telling: counts independent sources, copies and citations once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.model.event import Event
from dragoman.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The source of each report, and of each publisher that others may cite.

    `of_report` leads from a report's id to its source: the publisher where it is known, else the
    report itself, and for a near-copy the source of what it copies. `of_publisher` leads from the
    key of a publisher in the record to the same.
    """

    of_report: Mapping[str, str]
    of_publisher: Mapping[str, str]

    def behind(self, event: Event) -> str:
        """The source of a telling: a publisher of the record that it cites, else its report's."""
        for name in event.attributed_to:
            cited = self.of_publisher.get(publisher_key(name))
            if cited is not None:
                return cited
        return self.of_report.get(event.report_id, event.report_id)

    def count(self, events: Iterable[Event]) -> int:
        """How many independent sources tell these events."""
        return len({self.behind(event) for event in events})


def sources(reports: Iterable[Report], copies: Mapping[str, str]) -> Sources:
    """The sources of a record's reports; `copies` leads from a near-copy to its original."""
    known = {report.report_id: report for report in reports}
    of_report: dict[str, str] = {}
    of_publisher: dict[str, str] = {}
    for report_id in sorted(known):
        original = known.get(copies.get(report_id, report_id), known[report_id])
        key = publisher_key(original.publisher or "")
        of_report[report_id] = key or original.report_id
        own = publisher_key(known[report_id].publisher or "")
        if own:
            of_publisher.setdefault(own, of_report[report_id])
    return Sources(of_report=of_report, of_publisher=of_publisher)


def publisher_key(name: str) -> str:
    """A publisher's name without case, article and the word "news": "The BBC News" -> "bbc"."""
    words = name.casefold().replace(".", "").split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[-1] in ("news", "agency", "newspaper", "online"):
        words = words[:-1]
    return " ".join(words)
