"""dragoman relations: the relations of states over time, or of two of them on a day."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Mapping
from dataclasses import asdict
from textwrap import fill
from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.output import NOTHING_FOUND, columns, json_out, out, show, talk
from dragoman.errors import UsageError
from dragoman.knowledge.load import load
from dragoman.show import matters, strip, views, wording
from dragoman.show.relation import Answer, relation
from dragoman.show.visible import visible
from dragoman.store.store import Store


def relations(
    first: Annotated[
        str | None, typer.Argument(metavar="[A", help="A state: PER or Peru.", show_default=False)
    ] = None,
    second: Annotated[
        str | None, typer.Argument(metavar="B]", help="Another state.", show_default=False)
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="A day: 2025-11-10.")
    ] = None,
    band: Annotated[
        bool, typer.Option("--band", help="Draw them over time, with both heads of mission.")
    ] = False,
    ascii_only: Annotated[
        bool, typer.Option("--ascii", help="Draw with plain signs only.")
    ] = False,
    record: options.RecordOption = options.DEFAULT_RECORD,
    as_json: options.JsonOption = False,
    as_jsonl: options.JsonlOption = False,
    as_csv: options.CsvOption = False,
) -> None:
    """The relations of each pair of states over time, of one pair, or of one pair on a day.

    Example: dragoman relations Peru Mexico --on 2025-11-10
    """
    form = options.form(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    names = {row.id: row.name for row in load().states.values()}
    pair = _pair(first, second)
    day = _day(on, has_pair=bool(pair))
    if band and (day is not None or form is not options.Form.TABLE):
        raise UsageError("--band is a drawing of all days; leave out --on and the other forms")
    with Store.open(record) as store:
        if band:
            raise typer.Exit(_draw(store, names, pair, ascii_only=ascii_only))
        if len(pair) == 2 and day is not None:
            raise typer.Exit(_answer(store, (pair[0], pair[1]), day, names, form))
        if len(pair) == 2 and form is options.Form.JSON:
            raise typer.Exit(_whole(store, (pair[0], pair[1])))
        view = views.relations(store, names, pair)
        if len(pair) == 2 and form is options.Form.TABLE:
            code = show(view, form) if view.rows else NOTHING_FOUND
            code = min(code, _beside(store, (pair[0], pair[1]), names))
            if code == NOTHING_FOUND:
                talk("No relations found.")
            raise typer.Exit(code)
        raise typer.Exit(show(view, form))


def _answer(
    store: Store,
    pair: tuple[str, str],
    day: dt.date,
    names: Mapping[str, str],
    form: options.Form,
) -> int:
    answer = relation(store, pair, day, names)
    if answer is None:
        states = " and ".join(names[code] for code in pair)
        talk(f"No report in this record tells of the relations of {states}.")
        return NOTHING_FOUND
    if form is options.Form.TABLE:
        say(answer, names)
    else:
        json_out(asdict(answer) | matters.of_pair(store, pair))
    return 0


def _whole(store: Store, pair: tuple[str, str]) -> int:
    """All that is told of a pair as one JSON object."""
    spells = [row for row in store.rows("relations") if row["pair"] == sorted(pair)]
    found = matters.of_pair(store, pair)
    json_out({"pair": sorted(pair), "spells": spells, **found})
    return 0 if spells or any(found.values()) else NOTHING_FOUND


def _draw(
    store: Store, names: Mapping[str, str], pair: tuple[str, ...], *, ascii_only: bool
) -> int:
    """The bands of one pair, or of every pair, each with its changes."""
    rows = views.relations(store, names, pair).rows
    encoding = (sys.stdout.encoding or "ascii").lower()
    plain = ascii_only or not encoding.startswith("utf")
    told = {row["incident_id"]: row for row in store.rows("incidents")}
    for one in dict.fromkeys(tuple(row["pair"]) for row in rows):
        spells = [row for row in rows if tuple(row["pair"]) == one]
        for line in strip.strips(spells, names, width=columns(), ascii_only=plain):
            out(visible(line).rstrip())
        for line in strip.changes(spells, told.get):
            out(fill(visible(line), columns(), subsequent_indent="  "))
        out("")
    if not rows:
        talk("No relations found.")
    return 0 if rows else NOTHING_FOUND


def _beside(store: Store, pair: tuple[str, str], names: Mapping[str, str]) -> int:
    """Asylum cases and what is told of missions, under the table of spells."""
    found = matters.of_pair(store, pair)
    for row in found["presence"]:
        days = wording.span_text(row["date_start"], row["date_end"], row["date_precision"])
        status = wording.of(wording.STATUS, row["status"])
        doubt = f" ({status})" if status else ""
        out(visible(f"{matters.presence_text(row, names)}{doubt}: {days}"))
    for row in found["asylum"]:
        out(visible(matters.case_text(row, names)))
        for step in row["steps"]:
            out(visible(f"  {matters.step_text(step)}"))
    return 0 if any(found.values()) else NOTHING_FOUND


def _pair(first: str | None, second: str | None) -> tuple[str, ...]:
    if first is None:
        return ()
    if second is None:
        raise UsageError(f"relations {first}: with whom? Name two states, or none for all pairs")
    codes = []
    for name in (first, second):
        code = options.state(name, load())
        if code is None:
            raise UsageError(f"{name}: no state of this name or code is known")
        codes.append(code)
    if codes[0] == codes[1]:
        raise UsageError(f"{first} and {second} are one state; name two")
    return tuple(codes)


def _day(on: str | None, *, has_pair: bool) -> dt.date | None:
    if on is None:
        return None
    if not has_pair:
        raise UsageError("--on needs two states: dragoman relations Peru Mexico --on 2025-11-10")
    try:
        return dt.date.fromisoformat(on)
    except ValueError as error:
        raise UsageError(f"--on {on}: not a day; write it as 2025-11-10") from error


def say(answer: Answer, names: Mapping[str, str]) -> None:
    """An answer in words, with the quotes it rests on."""
    out(visible(answer.sentence))
    if answer.unsure is not None:
        out(f"  {answer.unsure}")
    first, second = (names.get(code, code) for code in answer.pair)
    ranks = (answer.sides.first_in_second, answer.sides.second_in_first)
    for sender, receiver, rank in ((first, second, ranks[0]), (second, first, ranks[1])):
        out(f"  {sender} in {receiver}: {wording.RANKS[rank]}.")
    for source in answer.sources:
        published = views.at(source.published, source.precision)
        out(f"  {visible(source.report)} ({published}): “{visible(source.quote)}”")
