"""Checks on states, organisations and the names that stand for them."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.knowledge.names import KIND_ORDER, fold
from dragoman.knowledge.tables import Alias, Knowledge

GROUPS = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")
NAMESAKES = frozenset({"demonym", "capital", "city", "region", "seat"})
"""Kinds of names that two parties may have side by side: Congolese, Brussels, Guantánamo."""


def names(knowledge: Knowledge) -> Iterator[str]:
    """Every fault of states.csv, organizations.csv, aliases.csv and exonyms.csv."""
    yield from _states(knowledge)
    yield from _organisations(knowledge)
    yield from _aliases(knowledge)


def _states(knowledge: Knowledge) -> Iterator[str]:
    for state in knowledge.states.values():
        for key, other in (("successor", state.successor), ("parent", state.parent)):
            if other is not None and other not in knowledge.states:
                yield f"states.csv: {state.id}: {key} {other!r} is not a state"
        if state.since and state.until and state.until <= state.since:
            yield (
                f"states.csv: {state.id}: until {state.until} is not after since {state.since}; "
                "swap them or fix the year"
            )
        if state.until is not None and state.successor is None:
            yield f"states.csv: {state.id}: ended {state.until} without a successor; name one"


def _organisations(knowledge: Knowledge) -> Iterator[str]:
    named = {alias.party_id for alias in knowledge.aliases}
    seen: dict[tuple[str, str | None], str] = {}
    for row in knowledge.organisations.values():
        where = f"organizations.csv: {row.id}"
        if row.country is not None and row.country not in knowledge.states:
            yield f"{where}: no state {row.country!r}"
        if row.group is not None and row.group not in GROUPS:
            yield f"{where}: group {row.group!r} is not one of {', '.join(GROUPS)}"
        if row.id not in named:
            yield f"{where}: no name in aliases.csv leads here; add {row.name!r}"
        twin = seen.setdefault((fold(row.name), row.country), row.id)
        if twin != row.id:
            yield f"{where}: {row.name!r} is {twin} too; join the two rows"


def _aliases(knowledge: Knowledge) -> Iterator[str]:
    known = knowledge.states.keys() | knowledge.organisations.keys()
    rows: dict[tuple[str, str], list[Alias]] = {}
    for alias in knowledge.aliases:
        if alias.party_id not in known:
            yield f"{_where(alias)}: no state or organisation {alias.party_id!r}"
        if alias.kind not in KIND_ORDER:
            yield f"{_where(alias)}: kind {alias.kind!r} is not one of {', '.join(KIND_ORDER)}"
        rows.setdefault((alias.alias, alias.lang), []).append(alias)
    for (name, _), same in rows.items():
        if len(same) > 1:
            yield from _contradictions(name, same)


def _where(alias: Alias) -> str:
    return f"{'aliases' if alias.lang == 'en' else 'exonyms'}.csv: {alias.alias!r}"


def _contradictions(name: str, rows: list[Alias]) -> Iterator[str]:
    """Two rows of one party, or two parties that each claim the name for themselves."""
    parties = [row.party_id for row in rows]
    for party in sorted({p for p in parties if parties.count(p) > 1}):
        yield f"aliases.csv: {name!r}: {parties.count(party)} rows for {party}; leave one"
    own = [row for row in rows if row.kind != "shared"]
    if len({row.party_id for row in own}) > 1 and not all(r.kind in NAMESAKES for r in own):
        claims = " and ".join(f"{row.party_id} ({row.kind})" for row in own)
        yield (
            f"aliases.csv: {name!r} means {claims}; give all but the foremost the kind 'shared', "
            "or only their full names"
        )
