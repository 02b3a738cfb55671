"""Where things happened, held against the gold that there is: right town, right country, precision.

    python bench/quality/places.py [--shared ../shared] [--misses]

No set beside the project gives the place of coded events, so four others stand in for it. All are
read by the whole program, but for `meantime`, where the gold's own phrases are read:

- gva-incidents: reports of shootings in the United States with the town of each. Of the first
  reports with one incident: how many get a place (`placed`), and of the placed how many the town
  (`town`) or at least the country or the state (`country`).
- giveme5w1h: whole articles with where their main event was (dev half). How many have an event in
  that place, of those for which the gold names a town or state (`found`).
- ecbplus: sentences with every place marked. Of the tellings with a place, how many name one of
  the marked places (`precision`); of the tellings in a sentence with a place, how many get any
  (`placed`).
- meantime: phrases that tell where an event was, linked to DBpedia (dev half): how many are read
  as the right town or land (`country`), and of those read how many are right (`precision`).
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from table import Line, show

from dragoman.clean import clean
from dragoman.knowledge.gazetteer import key
from dragoman.knowledge.names import NameIndex
from dragoman.model.coding import EventMention, Mention, Plover
from dragoman.model.event import Event, Place
from dragoman.model.report import RawReport
from dragoman.model.text import ParsedReport, Span
from dragoman.resolve.namesakes import Sense, senses
from dragoman.resolve.parties import Cast
from dragoman.resolve.places import Places
from dragoman.run.engine import Job
from dragoman.run.reading import Reader, read_report
from dragoman.run.sentences import as_report, events_of

REPORTS = 250  # of gva-incidents
COUNTRIES = {
    "ARE": "Dubai", "AUS": "Australia Sydney", "CHN": "China", "DEU": "Germany Frankfurt",
    "ESP": "Spain", "FRA": "France Toulouse", "IDN": "Indonesia", "SGP": "Singapore",
    "GBR": "United_Kingdom London London_Heathrow_Airport",
    "SGP ": "Singapore_Changi_Airport",
    "THA": "Suvarnabhumi_Airport Chiang_Mai_International_Airport",
    "USA": "United_States California Mobile,_Alabama Everett,_Washington Long_Beach,_California "
    "New_York_City Los_Angeles Chicago Moscone_Center San_Francisco San_Jose,_California "
    "Cupertino,_California Boeing_Everett_Factory",
}  # fmt: skip
LINKED = {name: code.strip() for code, names in COUNTRIES.items() for name in names.split()}
"""States (ISO3) of the places that MEANTIME's phrases are linked to; oceans have none."""


class Bench:
    """The sets of one `shared` folder."""

    def __init__(self, shared: Path, *, misses: bool) -> None:
        self.data = shared / "data"
        self.misses = misses
        self.reader = Reader(Job())
        self.names = NameIndex.of(self.reader.knowledge)

    def lines(self) -> Iterator[Line]:
        """The figures of each set that is there."""
        for name, job in (
            ("gva-incidents", self.shootings), ("giveme5w1h", self.articles),
            ("ecbplus", self.marked), ("meantime", self.linked),
        ):  # fmt: skip
            if (self.data / name).is_dir():
                yield Line(f"places: {name}", "dragoman", job())

    def shootings(self) -> dict[str, float]:
        facts = {}
        for row in _rows(self.data / "gva-incidents" / "gold_facts.jsonl"):
            for doc in row["docs"]:
                facts.setdefault(doc, []).append(row)
        counts: Counter[str] = Counter()
        for doc in _rows(self.data / "gva-incidents" / "docs.jsonl.gz"):
            if counts["reports"] >= REPORTS or len(facts.get(doc["id"], ())) != 1:
                continue
            fact = facts[doc["id"]][0]
            counts["reports"] += 1
            told = [e for e in self._events(doc) if e.event_type == "ASSAULT" and e.place]
            counts["placed"] += bool(told)
            for event in told:
                counts["events"] += 1
                town = key(fact["city_or_county"]) in key(event.place.name)
                counts["town"] += town
                right = town or event.place.country in ("USA", None)
                counts["country"] += right
                if not town:
                    self._miss("gva", fact["city_or_county"], event)
        return {
            "placed": _share(counts["placed"], counts["reports"]),
            "town": _share(counts["town"], counts["events"]),
            "country": _share(counts["country"], counts["events"]),
        }

    def articles(self) -> dict[str, float]:
        counts: Counter[bool] = Counter()
        for doc in _rows(self.data / "giveme5w1h" / "docs.dev.jsonl"):
            phrases = [(w.get("text") or "").strip() for w in doc["gold"].get("where", ())]
            wanted = [phrase for phrase in phrases if self._reading(phrase)]
            if not wanted:
                continue
            told = [e.place for e in self._events(doc) if e.place is not None]
            found = any(self._is_in(place, phrase) for place in told for phrase in wanted)
            counts[found] += 1
            if self.misses and not found:
                print("giveme5w1h", wanted, [place.name for place in told])
        return {"found": _share(counts[True], counts.total())}

    def _reading(self, phrase: str) -> tuple[Sense, ...]:
        """What the tables know a phrase as, by what stands before its first comma."""
        return senses(phrase.partition(",")[0], self.names)

    def _is_in(self, place: Place, phrase: str) -> bool:
        """Whether a place is the one that a phrase names, or lies in the state that it names."""
        best = self._reading(phrase)[0]
        is_inside = best.kind == "state" and best.country == place.country
        return is_inside or key(place.name) in key(phrase) or key(phrase) in key(place.name)

    def marked(self) -> dict[str, float]:
        counts: Counter[str] = Counter()
        for doc in _rows(self.data / "ecbplus" / "docs.jsonl.gz"):
            for sentence in doc["sentences"]:
                if not sentence["annotated"]:
                    continue
                here = [m for m in doc["entity_mentions"] if m["sent"] == sentence["n"]]
                marked = [key(m["text"]) for m in here if m["type"].startswith("LOC")]
                marked += [key(m["text"]) for m in here if m["type"] == "HUMAN_PART_GPE"]
                text = " ".join(sentence["tokens"])
                for event in events_of(text, reader=self.reader):
                    counts["tellings"] += bool(marked)
                    if event.place is None:
                        if self.misses and marked:
                            print("ecbplus none", marked, event.trigger, "|", text[:200])
                        continue
                    counts["with"] += 1
                    counts["placed"] += bool(marked)
                    name = key(event.place.name)
                    right = any(name in m or m in name for m in marked)
                    counts["right"] += right
                    if not right:
                        self._miss("ecbplus", str(marked), event)
        return {
            "placed": _share(counts["placed"], counts["tellings"]),
            "precision": _share(counts["right"], counts["with"]),
        }

    def linked(self) -> dict[str, float]:
        counts: Counter[str] = Counter()
        for doc in _rows(self.data / "meantime" / "dev.jsonl"):
            entities = {e["id"]: e for e in doc["entities"]}
            events = {e["id"]: e for e in doc["events"]}
            parsed = self.reader.parser.parse(as_report(doc["text"], None, doc["id"]))
            for link in doc["participants"]:
                phrase = entities.get(link["entity"], {})
                name = (phrase.get("link") or "").rpartition("/")[2]
                if link["role"].lower() != "argm-loc" or name not in LINKED:
                    continue
                place = self._read(parsed, events[link["event"]], phrase)
                counts["all"] += 1
                counts["read"] += place is not None
                right = place is not None and place.country == LINKED[name]
                counts["right"] += right
                if self.misses and not right:
                    print("meantime", doc["text"][phrase["start"] : phrase["end"]], place)
        return {
            "country": _share(counts["right"], counts["all"]),
            "precision": _share(counts["right"], counts["read"]),
        }

    def _read(
        self, parsed: ParsedReport, event: dict[str, Any], phrase: dict[str, Any]
    ) -> Place | None:
        """What a phrase is read as, as the place of an event."""
        at = next(s for s in parsed.sentences if s.start <= phrase["start"] < s.end)
        inside = [t for t in at.tokens if phrase["start"] <= t.start < phrase["end"]]
        above = {t.i for t in inside}
        head = next(t for t in inside if t.head not in above or t.head == t.i)
        span = Span(head.start, head.end)
        told = Mention(sentence=at.index, head=head.i, span=span, text=head.text)
        mention = EventMention(
            sentence=at.index, trigger=span, trigger_token=head.i, quote=span, pattern="gold",
            act="other", plover=Plover(event_type=None), cameo="---", actors=(), recipients=(),
            places=(told,),
        )  # fmt: skip
        names = self.names
        return Places(parsed, names, Cast(parsed, self.reader.knowledge, names), ()).of(mention)

    def _events(self, doc: dict[str, Any]) -> tuple[Event, ...]:
        raw = RawReport(uri=doc["id"], media="text", content=doc["text"], title=doc["title"])
        report, _ = clean(raw)
        return () if report is None else read_report(report, self.reader).events

    def _miss(self, name: str, wanted: str, event: Event) -> None:
        if self.misses:
            print(name, "|", wanted, "|", event.place, "|", event.quote[:160])


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    yield from map(json.loads, text.decode("utf-8").split("\n")[:-1])


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def main() -> int:
    """Print one table a set."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--shared", type=Path, default=Path("../shared"))
    asked.add_argument("--misses", action="store_true", help="also what is wrong, one a line")
    given = asked.parse_args()
    if not (given.shared / "data").is_dir():
        print(f"no data under {given.shared}; pass --shared FOLDER", file=sys.stderr)
        return 2
    for line in Bench(given.shared, misses=given.misses).lines():
        show([line], {})
    return 0


if __name__ == "__main__":
    sys.exit(main())
