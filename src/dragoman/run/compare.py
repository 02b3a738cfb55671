"""Pairs of sentences about one thing: whether they disagree, and why. No record is needed."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import Any

from dragoman.dates import DateRange
from dragoman.dates import day as one_day
from dragoman.knowledge.names import NameIndex
from dragoman.model.event import Place
from dragoman.model.text import ParsedReport, Token
from dragoman.resolve.times.expressions import find
from dragoman.resolve.times.grounding import ground
from dragoman.run.engine import Job
from dragoman.run.reading import LONGEST, Reader
from dragoman.run.rows import day_fault, day_of, shape_fault
from dragoman.run.sentences import as_report, shared_reader
from dragoman.store.rows import Row
from dragoman.weigh.counts import counts
from dragoman.weigh.pairs import Side, Verdict
from dragoman.weigh.questions import is_of_number, verdict
from dragoman.weigh.scope import Scope
from dragoman.weigh.sets import Said

AHEAD = 32
"""Pairs that are parsed together."""
LARGEST = 10**15
"""A number of people or things; larger ones are mistakes."""
WIDEST_DAYS = 400
"""A stretch of time that still says when something happened."""
LARGE = 100_000
"""Inhabitants of a town whose name is rather the town than a person or a street."""
LAND_KINDS = ("name", "region", "initials")
_CAPITALS = re.compile(r"\b[A-Z][\w'’.-]+(?: (?:of |de |the )?[A-Z][\w'’.-]+){0,2}")


def compare_rows(rows: Iterable[Any], job: Job) -> Iterator[Row]:
    """For each row, in order, whether its two sentences disagree.

    Args:
        rows: {"pair", "slot"?, "a": {"sentence", "published"?, "value"?}, "b": {...}}; without a
            `slot` everything is compared that both sentences tell. What is no such row (an
            exception, a list, a side without a sentence) gives an `error`.
        job: how to read.

    Yields:
        {"pair", "disagree", "label", "why"}, the label one of `dragoman.weigh.pairs.LABELS`; or
        {"pair", "disagree": None, "label": None, "error"} with a plain sentence.
    """
    stream = iter(rows)
    yield from compare_batches(iter(lambda: list(islice(stream, AHEAD)), []), job)


def compare_batches(batches: Iterable[Sequence[Any]], job: Job) -> Iterator[Row]:
    """`compare_rows` for rows that come in batches: what has come is answered before more."""
    before = 0
    reader = shared_reader(job)
    names = NameIndex.of(reader.knowledge)
    for batch in batches:
        faults = [_fault(row, job.today) for row in batch]
        sound = [row for row, fault in zip(batch, faults, strict=True) if fault is None]
        parsed = reader.parser.parse_all(
            as_report(row[name]["sentence"], day_of(row[name].get("published")), name)
            for row in sound
            for name in "ab"
        )
        for number, (row, fault) in enumerate(zip(batch, faults, strict=True), start=before + 1):
            given = row.get("pair", number) if isinstance(row, dict) else number
            if fault is None:
                sides = [_side(row[name], next(parsed), reader, names) for name in "ab"]
                yield _answer(given, row.get("slot"), sides, row)
            else:
                yield _failed(given, fault)
        before += len(batch)


def _answer(given: object, slot: str | None, sides: Sequence[Side], row: Mapping[str, Any]) -> Row:
    a, b = sides
    found = verdict(a, b, slot, (row["a"].get("value"), row["b"].get("value")))
    if isinstance(found, Verdict):
        return {"pair": given, "disagree": found.disagrees, "label": found.label, "why": found.why}
    return _failed(given, found)


def _failed(given: object, error: str) -> Row:
    return {"pair": given, "disagree": None, "label": None, "error": error}


def _side(side: Mapping[str, Any], parsed: ParsedReport, reader: Reader, names: NameIndex) -> Side:
    text = parsed.report.text
    tokens: list[Token] = []
    for sentence in parsed.sentences:
        base = len(tokens)
        tokens += [t._replace(i=t.i + base, head=t.head + base) for t in sentence.tokens]
    published = day_of(side.get("published"))
    scope = Scope(
        text=text, published=None if published is None else one_day(published),
        days=_days(text, published), places=_places(text, names),
    )  # fmt: skip
    acts = {
        mention.number.span.start: mention.act
        for mention in reader.coder.code(parsed)
        if mention.number is not None and mention.act != "other"
    }
    told = tuple(counts(tokens, text))
    said = Said(text=text, tokens=tuple(tokens), counts=told, acts=acts)
    value = side.get("value")
    asked = _days(value, published) if isinstance(value, str) else ()
    return Side(said=said, scope=scope, value=_number(value), asked=asked)


def _days(text: str, published: dt.date | None) -> tuple[DateRange, ...]:
    """The days that a sentence names, at most about a year wide each."""
    found = (ground(one.form, published) for one in find(text))
    return tuple(days for days in found if days is not None and days.width_days <= WIDEST_DAYS)


def _places(text: str, names: NameIndex) -> tuple[Place, ...]:
    """The states and large towns that a sentence names; a name of several towns gives them all."""
    found = []
    states = names.knowledge.states
    for _, _, rows in names.find(text):
        land = next((r for r in rows if r.kind in (*LAND_KINDS, "capital")), None)
        state = None if land is None else states.get(land.party_id)
        if land is not None and state is not None:
            is_town = land.kind == "capital"
            at = (state.lat, state.lon) if is_town else (None, None)
            found.append(Place(name=land.alias, country=state.id, lat=at[0], lon=at[1]))
    for match in _CAPITALS.finditer(text):
        words = match.group().rstrip(".").split()
        for start, stop in combinations(range(len(words) + 1), 2):
            found += [
                Place(name=town.name, country=town.country, lat=town.lat, lon=town.lon)
                for town in names.towns(" ".join(words[start:stop]))
                if town.population >= LARGE
            ]
    return tuple(dict.fromkeys(found))


def _fault(row: Any, today: dt.date | None) -> str | None:
    """Why a row cannot be compared, in a plain sentence; None when it can.

    `today`: as of `dragoman.run.sentences.fault_of`.
    """
    fault = shape_fault(row)
    if fault is not None:
        return fault
    slot = row.get("slot")
    if slot is not None and not isinstance(slot, str):
        return "slot is not a string"
    for name in "ab":
        fault = _side_fault(row.get(name), number=slot is None or is_of_number(slot))
        fault = fault or day_fault(row[name].get("published"), today, most=40)
        if fault is not None:
            return f"{name}: {fault}"
    return None


def _side_fault(side: Any, *, number: bool) -> str | None:
    if not isinstance(side, dict):
        return "no object with a sentence"
    sentence = side.get("sentence")
    if not isinstance(sentence, str) or not sentence.strip():
        return 'no sentence: the key "sentence" must hold the words to compare'
    if len(sentence) > LONGEST:
        return f"{len(sentence)} characters, more than {LONGEST}"
    if not _is_readable(sentence):
        return "not in Latin letters: only English can be read"
    value = side.get("value")
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str):
        return (
            f"value {value[:40]!r} is not a number" if number and _number(value) is None else None
        )
    if not isinstance(value, int | float):
        return "value is neither a number nor a string"
    return f"value {value!r:.40} is no number of anything" if _number(value) is None else None


def _is_readable(sentence: str) -> bool:
    """Whether at least half of the letters are Latin."""
    letters = [c for c in sentence if c.isalpha()]
    latin = sum(c < "\u0250" or "\u1e00" <= c <= "\u1eff" for c in letters)
    return 2 * latin >= len(letters)


def _number(value: object) -> float | None:
    """A value as a number from 0 to `LARGEST`; None when it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value.replace(",", "") if isinstance(value, str) else value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) and 0 <= number <= LARGEST else None
