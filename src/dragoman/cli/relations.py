"""dragoman relations: the relations of states over time, or of two of them on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.output import NOTHING_FOUND, json_out, out, show, talk
from dragoman.errors import UsageError
from dragoman.knowledge.load import load
from dragoman.show import views
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
    with Store.open(record) as store:
        if len(pair) == 2 and day is not None:
            answer = relation(store, (pair[0], pair[1]), day, names)
            if answer is None:
                states = " and ".join(names[code] for code in pair)
                talk(f"No report in this record tells of the relations of {states}.")
                raise typer.Exit(NOTHING_FOUND)
            if form is options.Form.TABLE:
                say(answer)
            else:
                json_out(asdict(answer))
            return
        raise typer.Exit(show(views.relations(store, names, pair), form))


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


def say(answer: Answer) -> None:
    """An answer in words, with the quotes it rests on."""
    out(visible(answer.sentence))
    for source in answer.sources:
        published = views.at(source.published, source.precision)
        out(f"  {visible(source.report)} ({published}): “{visible(source.quote)}”")
