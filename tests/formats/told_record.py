"""A small invented record in a store, hostile texts among it, for the tests of formats."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from dragoman.formats.chosen import Chosen
from dragoman.formats.registry import Format, Settings
from dragoman.model.ids import sha256
from dragoman.model.incident import incident_name
from dragoman.show.filters import Filters
from dragoman.store.store import Store

Row = dict[str, Any]

SCRIPT = "<script>alert(1)</script>"
HOSTILE = (
    f"{SCRIPT} ]]> <img src=x onerror=alert(2)> \" ' & \r\nEND:VEVENT\r\nER  - \r\n# h\n"
    "[x](javascript:alert(3)) `c` *b* \\input{/etc/passwd} $x$ %} , ; | ~ ^ {{x}} %%y%% "
    "www.evil.example @all \u202eturned\u202c \x00\x07\x1b[31m \ufffe end"
)
FORMULAS = ("=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", "＝1+1", "  =1+1")
EVIL_LINK = "javascript:alert(4)"
LONG = " ".join(f"word{number}" for number in range(60))


def day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def party(name: str, party_id: str, **more: Any) -> Row:
    is_state = len(party_id) == 3 and party_id.isupper()
    row = {
        "party_id": party_id, "name": name, "name_raw": name,
        "kind": "state" if is_state else "person", "country": party_id if is_state else None,
        "sector": "GOV" if is_state else None, "office": None,
    }  # fmt: skip
    return {**row, **more}


CHILE, NORWAY = party("Chile", "CHL"), party("Norway", "NOR")
OSLO = {"name": "Oslo", "country": "NOR", "lat": 59.9127300, "lon": 10.74609}

TEXTS = {
    "r1": "Chile calls envoy home\n\nOSLO - Chile recalled its ambassador to Norway on Tuesday, "
          "the ministry said.\n\nBoth meet in May.",
    "r2": f"The visit\n\nChile’s minister – 🇨🇱 – will visit Norway.\n\n{LONG}\n\nChile recalled "
          "its ambassador, readers know.",
    "r3": "Chile calls envoy home\n\nChile recalled its ambassador to Norway on Tuesday.",
    "r4": "A look back\n\nNorway accused Chile in April; by 8 February it had denied a meeting.",
    "r5": "Norway praised Ana Ruiz.",
    "r6": f"Before. {HOSTILE} After.",
}  # fmt: skip


def report(report_id: str, published: str | None, **more: Any) -> Row:
    text = TEXTS[report_id]
    row = {
        "report_id": report_id, "uri": f"{report_id}.txt", "publisher": None, "title": None,
        "byline": None, "lang": "en", "published": day(published),
        "published_from": "given" if published else None,
        "published_precision": "day" if published else None, "duplicate_of": None,
        "words": len(text.split()), "sha256": sha256(text), "retrieved": None, "written_at": None,
    }  # fmt: skip
    return {**row, **more}


REPORTS = [
    report("r1", "2024-03-06", uri="https://wire.example/a?x=1&y=2", publisher="Norden Wire",
           title="Chile calls envoy home", retrieved=dt.datetime(2024, 3, 6, 9, 30)),
    report("r2", "2024-03-08", uri="folder/the post: 2.txt", publisher="The Post",
           title="The visit", byline="Ida Holm"),
    report("r3", "2024-03-07", uri="https://copy.example/b", publisher="Daily Copy",
           title="Chile calls envoy home", duplicate_of="r1"),
    report("r4", "2024-04-01", title="A look back", published_precision="month"),
    report("r5", None),
    report("r6", "2024-03-09", uri=EVIL_LINK, publisher=HOSTILE, title=HOSTILE, byline=HOSTILE),
]  # fmt: skip


def incident(incident_id: str, summary: str, days: str | None, **more: Any) -> Row:
    """`days`: "2024-03-05", "FIRST/LAST" ("" an open side), or None."""
    first, _, last = (days or "").partition("/")
    last = last if "/" in (days or "") else first
    row = {
        "incident_id": incident_id, "act": "condemn", "event_type": "ACCUSE", "mode": "disapprove",
        "cameo": "111", "quad_class": 3, "intensity": -2.0, "actors": [NORWAY],
        "recipients": [CHILE], "others": [], "date_start": day(first or None),
        "date_end": day(last or None), "date_precision": None, "place": None, "status": "actual",
        "events": [], "reports": 1, "independent_sources": 1, "confidence": 0.8,
        "summary": summary,
    }  # fmt: skip
    if days is not None:
        row["date_precision"] = "day" if first == last else "range"
    return {**row, **more}


HOSTILE_PARTY = party(HOSTILE, "person:evil", name_raw=HOSTILE)
INCIDENTS = [
    incident("i_recall", "Chile recalled its ambassador to Norway, 5 March 2024.", "2024-03-05",
             act="recall_ambassador", event_type="SANCTION", mode="withdraw", cameo="161",
             quad_class=4, intensity=-5.0, actors=[CHILE], recipients=[NORWAY], place=OSLO,
             reports=3, independent_sources=2),
    incident("i_visit", "Chile met Norway (planned), 3 May 2024 to 5 May 2024.",
             "2024-05-03/2024-05-05", act="meet", event_type="CONSULT", mode="visit", cameo="042",
             quad_class=1, intensity=None, actors=[NORWAY, CHILE], recipients=[],
             status="planned", place={"name": "Norway", "country": "NOR", "lat": None,
                                      "lon": None}),
    incident("i_month", "Norway criticised Chile, April 2024.", "2024-04-01/2024-04-30",
             date_precision="month"),
    incident("i_by", "Norway criticised Chile (denied), until 8 February 2024.", "/2024-02-08",
             status="denied"),
    incident("i_undated", "Norway praised Ana Ruiz.", None, act="praise_or_support",
             event_type="SUPPORT", quad_class=None, recipients=[party("Ana Ruiz", "person:ana")]),
    incident("i_hostile", f"{HOSTILE}, 9 March 2024.", "2024-03-09", actors=[HOSTILE_PARTY],
             place={"name": HOSTILE, "country": None, "lat": None, "lon": None},
             status="claimed"),
    *(
        incident(f"i_formula{number}", f"{formula}, 10 March 2024.", "2024-03-10",
                 actors=[party(formula, f"person:f{number}")], recipients=[])
        for number, formula in enumerate(FORMULAS)
    ),
]  # fmt: skip


def telling(event_id: str, incident_id: str, report_id: str, quote: str, **more: Any) -> Row:
    told = next(row for row in INCIDENTS if row["incident_id"] == incident_id)
    start = TEXTS[report_id].index(quote)
    row = {key: value for key, value in told.items() if key not in (
        "events", "reports", "independent_sources", "summary")}  # fmt: skip
    row |= {
        "event_id": event_id, "report_id": report_id,
        "report": next(one["uri"] for one in REPORTS if one["report_id"] == report_id),
        "number": None, "attributed_to": [], "quote": quote, "start": start,
        "end": start + len(quote), "coder": "rules@1", "trigger": "x", "pattern": "test",
        "contexts": [], "date_words": None, "date_why": None, "place_why": None,
    }  # fmt: skip
    return {**row, **more}


EVENTS = [
    telling("e1", "i_recall", "r1", "Chile recalled its ambassador to Norway on Tuesday"),
    telling("e2", "i_recall", "r3", "Chile recalled its ambassador to Norway on Tuesday"),
    telling("e3", "i_recall", "r2", "Chile recalled its ambassador", status="claimed"),
    telling("e4", "i_visit", "r2", "Chile’s minister – 🇨🇱 – will visit Norway"),
    telling("e5", "i_visit", "r2", LONG),
    telling("e6", "i_month", "r4", "Norway accused Chile in April"),
    telling("e7", "i_by", "r4", "it had denied a meeting"),
    telling("e8", "i_undated", "r5", "Norway praised Ana Ruiz", coder="human:Ida"),
    telling("e9", "i_hostile", "r6", HOSTILE),
    *(telling(f"f{number}", f"i_formula{number}", "r6", "After")
      for number, _ in enumerate(FORMULAS)),
]  # fmt: skip
CONFLICTS = [
    {
        "conflict_id": "c1", "kind": "argument", "between": "reports",
        "about": f"Whom did Chile recall? {HOSTILE}", "incidents": ["i_recall"],
        "readings": [
            {"value": "its ambassador", "reports": ["r1", "r3"], "uris": ["a", "b"],
             "quotes": ["Chile recalled its ambassador to Norway"], "independent_sources": 1},
            {"value": HOSTILE, "reports": ["r6"], "uris": [EVIL_LINK], "quotes": [HOSTILE],
             "independent_sources": 1},
        ],
        "preferred": 0, "why": "The wire was there.",
    },
]  # fmt: skip
RELATIONS = [
    {"pair": ["CHL", "NOR"], "date_start": None, "date_end": day("2024-03-04"), "state": "full",
     "since": [], "quotes": [], "start_precision": None, "end_precision": "day", "sides": []},
    {"pair": ["CHL", "NOR"], "date_start": day("2024-03-05"), "date_end": None,
     "state": "recalled", "since": ["i_recall"], "quotes": ["Chile recalled its ambassador"],
     "start_precision": "day", "end_precision": None,
     "sides": [{"date_start": day("2024-03-05"), "date_end": None, "ranks": ["absent", "unknown"],
                "since": ["i_recall"], "start_precision": "day"}]},
    {"pair": ["BOL", "CHL"], "date_start": None, "date_end": None, "state": "full", "since": [],
     "quotes": [], "start_precision": None, "end_precision": None, "sides": []},
]  # fmt: skip
OLD = incident_name("e3")
"""The id that i_recall had where e3 was an incident of its own."""
JUDGEMENTS = [
    {"judgement_id": "j1", "ruling": "merge", "about": ["i_recall", OLD], "events": ["e1"],
     "by": "Ida", "at": "2024-03-10T11:00:00+01:00", "note": None, "undone_by": None,
     "holds": True},
]  # fmt: skip


def made(folder: Path) -> Chosen:
    """The whole record, in a new store in `folder`."""
    store = Store.open(folder, create=True)
    store.publish({
        "reports": REPORTS, "events": _listed(), "incidents": INCIDENTS, "conflicts": CONFLICTS,
        "relations": RELATIONS, "judgements": JUDGEMENTS,
        "texts": [{"report_id": key, "text": text} for key, text in TEXTS.items()],
    })  # fmt: skip
    return Chosen(store=store)


def _listed() -> list[Row]:
    for row in INCIDENTS:
        row["events"] = [one["event_id"] for one in EVENTS
                         if one["incident_id"] == row["incident_id"]]  # fmt: skip
    return EVENTS


def only(chosen: Chosen, **asked: Any) -> Chosen:
    """The same record, of which only some incidents are asked for."""
    return Chosen(store=chosen.store, filters=Filters(**asked))


def written(form: Format, chosen: Chosen, **settings: Any) -> dict[str, str]:
    """The text of each file of a format by its name."""
    return {
        file.name: "".join(map(str, file.content))
        for file in form.files(chosen, Settings(**settings))
    }


def notes(form: Format, chosen: Chosen, **settings: Any) -> list[str]:
    """What the files of a format say was left out."""
    out = []
    for file in form.files(chosen, Settings(**settings)):
        list(file.content)
        out += file.notes()
    return out
