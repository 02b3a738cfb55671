"""Checks across the knowledge files: all faults at once, each naming file and row."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from dragoman.diplomacy.treaties import EVERY_OTHER, TREATIES, articles
from dragoman.knowledge.check_names import names
from dragoman.knowledge.check_nouns import notables, nouns
from dragoman.knowledge.tables import Knowledge, Officeholder, Pattern

JOINTLY = "held jointly"
YEAR = dt.timedelta(days=366)
BUILT_IN = ("party", "state", "person", "official", "any", "event", "several", "to", "must")
STATUSES = ("actual", "claimed", "planned", "denied", "hypothetical")
EFFECTS = (
    "say",
    "claim",
    "deny",
    "plan",
    "wish",
    "try",
    "refuse",
    "fail",
    "phase",
    "cause",
    "decide",
)


def check(knowledge: Knowledge) -> list[str]:
    """Every fault of the knowledge as a plain sentence; empty when all is well."""
    return [
        *names(knowledge), *_natures(knowledge), *_holders(knowledge), *_acts(knowledge),
        *_patterns(knowledge), *_embeddings(knowledge), *_rebooked(knowledge),
        *_of_types(knowledge), *_treaties(knowledge), *nouns(knowledge), *notables(knowledge),
    ]  # fmt: skip


def _natures(knowledge: Knowledge) -> Iterator[str]:
    for words, states in sorted(knowledge.natures.items()):
        for unknown in sorted(states - knowledge.states.keys()):
            yield f"natures.csv: {words!r}: no state {unknown!r}"


def _holders(knowledge: Knowledge) -> Iterator[str]:
    """Tenures of unknown offices and parties, and two at once in an office that one may hold.

    Two persons who hold it together are marked by `JOINTLY` in the source of both rows.
    """
    known = knowledge.states.keys() | knowledge.organisations.keys()
    dated: dict[tuple[str, str], list[Officeholder]] = {}
    for row in knowledge.holders:
        if row.party_id not in known:
            yield f"tenures.csv: {row.name!r}: no state or organisation {row.party_id!r}"
        office = knowledge.offices.get(row.office)
        if office is None:
            yield f"tenures.csv: {row.name!r}: no office {row.office!r} in offices.csv"
        elif office.one_holder and JOINTLY not in row.source:
            dated.setdefault((row.party_id, row.office), []).append(row)
    for (party, title), rows in sorted(dated.items()):
        last = None
        sure = [row for row in rows if _surely_since(row) < _surely_until(row)]
        for row in sorted(sure, key=_surely_since):
            if last is not None and _surely_until(last) > _surely_since(row):
                yield (
                    f"tenures.csv: {last.name!r}: {title} of {party} until "
                    f"{last.days.until or 'now'}, but {row.name!r} from {row.days.since}; "
                    f"fix either, or write {JOINTLY!r} in both sources"
                )
            if last is None or _surely_until(row) > _surely_until(last):
                last = row


def _surely_since(row: Officeholder) -> dt.date:
    """The first day on which a holder is surely in office: a year after a mere year or month."""
    since = row.days.since or dt.date.min
    return since if row.began is not None else since + YEAR


def _surely_until(row: Officeholder) -> dt.date:
    """The first day on which a holder may be out of office."""
    until = row.days.until or dt.date.max
    return until if row.ended is not None or row.days.until is None else until - YEAR


def _acts(knowledge: Knowledge) -> Iterator[str]:
    for act in knowledge.acts.values():
        yield from _codes(knowledge, f"acts.toml: {act.id}", act.event_type, act.mode, act.cameo)
        named = (("own", act.own), ("envoy", act.envoy), ("reopening", act.reopening))
        for key, other in (*(("kin", kin) for kin in act.kin), *named):
            if other is None:
                continue
            if other not in knowledge.acts:
                yield f"acts.toml: {act.id}: {key} {other!r} is not an act"

        try:
            articles(act.article)
        except ValueError as error:
            yield f"acts.toml: {act.id}: article {error}"


def _treaties(knowledge: Knowledge) -> Iterator[str]:
    for row in knowledge.treaties:
        where = f"treaties.csv: {row.treaty} {row.state}"
        if row.treaty not in TREATIES:
            yield f"{where}: treaty is not one of {', '.join(TREATIES)}"
        if row.state != EVERY_OTHER and row.state not in knowledge.states:
            yield f"{where}: no state {row.state!r} in states.csv"


def _patterns(knowledge: Knowledge) -> Iterator[str]:
    seen = Counter(pattern.id for pattern in knowledge.patterns)
    for pattern in knowledge.patterns:
        where = f"{pattern.file}: pattern {pattern.id!r}"
        if seen[pattern.id] > 1:
            yield f"{where}: {seen[pattern.id]} patterns have this id"
        if pattern.status is not None and pattern.status not in STATUSES:
            yield f"{where}: status {pattern.status!r} is not one of {STATUSES}"
        if pattern.act == "other" and pattern.event_type is None:
            yield f"{where}: act 'other' needs a PLOVER type; give `type`, or an act of acts.toml"
        yield from _codes(knowledge, where, pattern.event_type, pattern.mode, pattern.cameo)
        for word in _conditions(pattern):
            if word.startswith("@") and word[1:] not in knowledge.classes | _built_in():
                yield f"{where}: class {word!r} is not in classes.toml"


def _built_in() -> dict[str, frozenset[str]]:
    """Classes that the coder decides from the grammar and the party tables, not from a list."""
    return {name: frozenset() for name in BUILT_IN}


def _conditions(pattern: Pattern) -> Iterator[str]:
    for words in (
        pattern.subject, pattern.object, pattern.not_object, pattern.complement, pattern.clause,
        pattern.near, *pattern.preps.values(),
    ):  # fmt: skip
        yield from (word.lstrip("!") for word in words)


def _codes(
    knowledge: Knowledge, where: str, event_type: str | None, mode: str | None, cameo: str
) -> Iterator[str]:
    if cameo not in knowledge.cameo:
        yield f"{where}: cameo {cameo!r} is not in cameo.csv"
    if event_type is None:
        return
    kind = knowledge.plover.get(event_type)
    if kind is None:
        yield f"{where}: type {event_type!r} is not one of {', '.join(sorted(knowledge.plover))}"
    elif mode is not None and mode not in kind.modes:
        yield f"{where}: mode {mode!r} is not one of {', '.join(sorted(kind.modes)) or '(none)'}"


def _embeddings(knowledge: Knowledge) -> Iterator[str]:
    for row in knowledge.embeddings:
        if row.effect not in EFFECTS:
            yield f"embeddings.toml: {row.words}: effect {row.effect!r} is not one of {EFFECTS}"


def _of_types(knowledge: Knowledge) -> Iterator[str]:
    for row in knowledge.of_types.values():
        where = f"opinion.csv: {row.event_type} {row.mode or ''}".rstrip()
        yield from _codes(knowledge, where, row.event_type, row.mode, row.cameo)
        if row.act not in knowledge.acts:
            yield f"{where}: act {row.act!r} is not in acts.toml"
    for event_type in knowledge.plover:
        if (event_type, None) not in knowledge.of_types:
            yield f"opinion.csv: {event_type}: no row without a mode"


def _rebooked(knowledge: Knowledge) -> Iterator[str]:
    for row in knowledge.rebooked.values():
        where = f"rebooked.csv: {row.when} {row.of}"
        yield from _codes(knowledge, where, row.event_type, row.mode, row.cameo)
        if row.when not in ("planned", "refused", "asked"):
            yield f"{where}: when {row.when!r} is not planned, refused or asked"
        if row.act is not None and row.act not in knowledge.acts:
            yield f"{where}: act {row.act!r} is not in acts.toml"
