"""Who a phrase means that stands alone, without a report around it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.names import NameIndex
from dragoman.knowledge.tables import Knowledge
from dragoman.model.text import ParsedReport
from dragoman.resolve.parties import Cast
from dragoman.resolve.resolved import Resolved


def who_is(
    parsed: ParsedReport, knowledge: Knowledge, names: NameIndex, *, context: str = ""
) -> tuple[Resolved, ...]:
    """The party of a phrase that stands alone ("Mexican troops"), parsed as a report of its own.

    `context` is words that tell the country when the phrase does not ("German").
    """
    if not parsed.sentences:
        return ()
    cast = Cast(parsed, knowledge, names)
    sentence = parsed.sentences[0]
    root = next(t.i for t in sentence.tokens if t.head == t.i)
    found = cast.head(0, root)
    countries = [
        row.party_id for _, _, rows in names.find(context) for row in rows[:1]
        if row.party_id in knowledge.states
    ]  # fmt: skip
    if not found and not countries:
        last = parsed.report.text.split()[-1] if parsed.report.text.split() else ""
        found = cast.known_person(last)
    if not countries:
        return found
    return tuple(
        r if r.party.country else replace(r, party=replace(r.party, country=countries[0]))
        for r in found
    )
