"""How long the pages of a record take, how large they are, and how soon a browser shows them.

    python bench/speed/pages.py [--incidents 200] [--reports 20] [--browser /usr/bin/chromium]

The record is made by a fixed seed: states and persons, reports of some 500 words each, incidents
of every family and status over four years, most told once, some by several reports, some disputed,
a few without a date. Two states have most of the story, as in those that people lay out. Printed:
seconds for the card index, for the folder and for the one file, their sizes, and, with a browser,
seconds until the one file is drawn (the middle of five).
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from dragoman.show.room import Room
from dragoman.show.site import static
from dragoman.store.store import Store

Row = dict[str, Any]
SEED = 20251103
STATES = {
    "ARG": "Argentina", "BOL": "Bolivia", "CHL": "Chile", "ECU": "Ecuador", "KEN": "Kenya",
    "NOR": "Norway", "PER": "Peru", "PRT": "Portugal",
}  # fmt: skip
PAIR, PAIR_SHARE = ("CHL", "NOR"), 0.75
FIRST = ("Ana", "Luis", "Mette", "Joyce", "Pablo", "Inés", "Peter", "Rosa")
LAST = ("Ruiz", "Okello", "Berg", "Quispe", "Rojas", "Lund", "Mora", "Silva")
ACTS = (
    ("meet", "CONSULT", "040", 1, "met"), ("aid", "AID", "070", 2, "sent aid to"),
    ("condemn", "ACCUSE", "111", 3, "criticised"), ("appoint", None, "---", None, "appointed"),
    ("sever_relations", "SANCTION", "161", 4, "broke off relations with"),
)  # fmt: skip
STATUSES = ("actual",) * 16 + ("claimed", "planned", "denied", "hypothetical")
START = dt.date(2021, 1, 4)
DAYS = 1400
WORDS = (
    "the", "of", "in", "a", "minister", "said", "on", "talks", "border", "trade", "after", "week",
    "statement", "embassy",
)  # fmt: skip


def rows(incidents: int, reports: int) -> dict[str, list[Row]]:
    """The tables of a record."""
    draw = random.Random(SEED)
    made: dict[str, list[Row]] = {
        name: [] for name in ("reports", "texts", "events", "incidents", "conflicts", "relations")
    }
    bodies: list[list[tuple[str, int]]] = [[] for _ in range(reports)]
    for number in range(incidents):
        _tell(draw, number, made, bodies)
    for number, body in enumerate(bodies):
        _report(draw, number, made, body)
    _relate(made)
    return made


def _tell(draw: random.Random, number: int, made: dict[str, list[Row]], bodies: Any) -> None:
    """An incident with its tellings, and now and then a disagreement about it."""
    code, other = draw.sample(sorted(STATES), 2)
    if draw.random() < PAIR_SHARE:
        code, other = draw.sample(PAIR, 2)
    act, kind, cameo, quad, verb = ACTS[draw.randrange(len(ACTS))]
    actor, recipient = _state(code), draw.choice((_state(other), _person(draw, other)))
    since = START + dt.timedelta(days=draw.randrange(DAYS))
    until = since + dt.timedelta(days=draw.choice((0, 0, 0, 0, 6, 29)))
    known = draw.random() > 0.05
    status = draw.choice(STATUSES)
    shared: Row = {
        "act": act, "event_type": kind, "mode": None, "cameo": cameo, "quad_class": quad,
        "intensity": None if quad is None else float(draw.randint(-10, 10)), "actors": [actor],
        "recipients": [recipient], "others": [], "date_start": since if known else None,
        "date_end": until if known else None,
        "date_precision": None if not known else "day" if since == until else "range",
        "place": None, "status": status, "confidence": draw.randint(40, 97) / 100,
    }  # fmt: skip
    key = f"i_{draw.getrandbits(64):016x}"
    told = []
    for at in draw.sample(range(len(bodies)), min(draw.choice((1, 1, 1, 2, 3)), len(bodies))):
        quote = f"{actor['name']} {verb} {recipient['name']} {' '.join(draw.choices(WORDS, k=8))}"
        bodies[at].append((quote, len(made["events"]) + len(told)))
        told.append({
            **shared, "event_id": f"e{draw.getrandbits(64):016x}", "incident_id": key,
            "report_id": _report_id(at), "report": f"report-{at}.txt", "number": None,
            "attributed_to": [], "quote": quote, "start": 0, "end": 0, "coder": "rules@1",
            "trigger": verb.split()[0], "pattern": act.replace("_", "-"), "contexts": [],
            "date_words": "on Friday", "date_why": "its own clause", "place_why": None,
        })  # fmt: skip
    made["events"].extend(told)
    made["incidents"].append({
        **shared, "incident_id": key, "events": [one["event_id"] for one in told],
        "reports": len(told), "independent_sources": len(told),
        "summary": f"{actor['name']} {verb} {recipient['name']}.",
    })  # fmt: skip
    if number % 12 == 0:
        made["conflicts"].append(_conflict(draw, key, told))


def _conflict(draw: random.Random, key: str, told: list[Row]) -> Row:
    sides = [
        {"value": value, "reports": [one["report_id"] for one in told],
         "uris": [one["report"] for one in told], "quotes": [one["quote"] for one in told],
         "independent_sources": len(told)}
        for value in ("on Monday", "on Tuesday")
    ]  # fmt: skip
    return {
        "conflict_id": f"c_{draw.getrandbits(64):016x}", "kind": "date", "between": "reports",
        "about": "When did it happen?", "incidents": [key], "readings": sides, "preferred": None,
        "why": "Each reading has as many sources; nothing else decides.",
    }  # fmt: skip


def _report(draw: random.Random, number: int, made: dict[str, list[Row]], body: Any) -> None:
    """A report of which the tellings are sentences; they then know their places in it."""
    key, text = _report_id(number), ""
    for quote, place in body or [("", None)]:
        if place is not None:
            event = made["events"][place]
            event["start"], event["end"] = len(text), len(text) + len(quote)
        text += f"{quote}. " + " ".join(draw.choices(WORDS, k=500 // max(len(body), 1))) + ".\n"
    made["texts"].append({"report_id": key, "text": text})
    made["reports"].append({
        "report_id": key, "uri": f"report-{number}.txt", "publisher": f"Gazette {number % 23}",
        "title": f"Report {number}", "byline": None, "lang": "en",
        "published": START + dt.timedelta(days=number * DAYS // 1000 + 1),
        "published_from": "given", "published_precision": "day", "duplicate_of": None,
        "words": 500, "sha256": f"{number:064x}", "retrieved": None, "written_at": None,
    })  # fmt: skip


def _report_id(number: int) -> str:
    return f"r{random.Random(number).getrandbits(64):016x}"


def _relate(made: dict[str, list[Row]]) -> None:
    """Relations of each pair that broke them off."""
    pairs: dict[tuple[str, ...], Row] = {}
    for one in made["incidents"]:
        if one["act"] == "sever_relations" and one["date_start"] and one["status"] == "actual":
            pair = tuple(sorted({one["actors"][0]["country"], one["recipients"][0]["country"]}))
            pairs.setdefault(pair, one)
    for pair, one in sorted(pairs.items()):
        before = one["date_start"] - dt.timedelta(days=1)
        for state, first, last, since in (
            ("full", None, before, []), ("severed", one["date_start"], None, [one["incident_id"]])
        ):  # fmt: skip
            made["relations"].append({
                "pair": list(pair), "date_start": first, "date_end": last, "state": state,
                "since": since, "quotes": [], "sides": [], "start_precision": first and "day",
                "end_precision": last and "day",
            })  # fmt: skip


def _state(code: str) -> Row:
    return _party(code, STATES[code], "state", code, "GOV")


def _person(draw: random.Random, country: str) -> Row:
    name = f"{draw.choice(FIRST)} {draw.choice(LAST)}"
    return _party(f"person:{name.lower().replace(' ', '-')}", name, "person", country, "GOV")


def _party(key: str, name: str, kind: str, country: str, sector: str) -> Row:
    return {
        "party_id": key, "name": name, "name_raw": name, "kind": kind, "country": country,
        "sector": sector, "office": None,
    }  # fmt: skip


def shown(path: Path, browser: str) -> tuple[float, list[str]]:
    """Seconds until a file is loaded and drawn, and what the browser had to say."""
    from playwright.sync_api import sync_playwright

    taken, said = [], list[str]()
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for _ in range(5):
            page = chromium.new_page()
            page.on("console", lambda message: said.append(message.text))
            began = time.perf_counter()
            page.goto(path.as_uri())
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => done()))")
            taken.append(time.perf_counter() - began)
            page.close()
        chromium.close()
    return statistics.median(taken), said


def main() -> None:
    """Make the record, write its pages, print what it took."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--incidents", type=int, default=200)
    asked.add_argument("--reports", type=int, default=20)
    asked.add_argument("--browser", help="a Chromium; needs playwright")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with Store.open(place / "record", create=True) as store:
            store.publish(rows(given.incidents, given.reports))
        with Store.open(place / "record") as store:
            began = time.perf_counter()
            room = Room.of(store, STATES, title="A made-up story")
            print(f"card index: {time.perf_counter() - began:.2f} s")
        began = time.perf_counter()
        files = static.write_folder(room, place / "pages")
        size = sum(path.stat().st_size for path in files) / 1e6
        print(f"folder: {time.perf_counter() - began:.2f} s, {len(files)} files, {size:.2f} MB")
        began = time.perf_counter()
        path = static.write_file(static.single_file(room), place / "story.html")
        size = path.stat().st_size / 1e6
        print(f"one file: {time.perf_counter() - began:.2f} s, {size:.2f} MB")
        if given.browser:
            seconds, said = shown(path, given.browser)
            print(f"shown: {seconds:.2f} s, messages: {said or 'none'}")


if __name__ == "__main__":
    main()
