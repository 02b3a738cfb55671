"""How many of a story's gold offices an exported record has, and how many of its offices are right.

    python bench/quality/offices.py STORY_DIR EXPORT_DIR [STORY_DIR EXPORT_DIR ...] [--misses]

A gold row says that the reports it lists give a person an office of a country. What is counted is
an *assertion*: one gold row in one of its reports, or one exported row (person, office, country) in
one of the reports it was asserted in, however many passages say so. `offices.jsonl` (record.md) is
compared with the `offices` of `gold.json`:

- person: the names share a word of three letters and more, folded, or spelt nearly so ("Chuch" is
  not asked to be "Chuck", "Aleksander" is "Alexander"); where gold has two persons with that word,
  the given names must agree too. An alias in gold's parentheses counts as a name.
- office: both are offices of offices.csv and the same, or are kin (`KIN`: gold says "dictator" of
  whom the record calls president; "chairman of a committee of parliament" is of a lawmaker). Gold
  that speaks of two offices ("president, first secretary") is found by either. Gold whose words
  are in no row of offices.csv ("head of Sberbank") stays in the count and can only be missed.
- country: the same ISO code. Gold without a country is not asked for.

offices R      gold assertions found: person, office, country, and the report's own assertion
offices rows R gold rows found in any of their reports
offices P      exported assertions that gold has, in any report: gold lists the offices, and not
               always every report. An exported person whom gold does not list at all is not
               judged there (see `offices P all`, where such rows are wrong)
offices tense  of the found assertions, those with gold's tense: former where gold says "(former)"
               or its `to` is before the report's day, else current; in a report that gold marks
               as wrong (`wrong_in`), as that has it: current
"""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.knowledge.load import load
from dragoman.knowledge.names import NameIndex, words_of

KIN = (
    {"president", "ruler", "leader", "supreme leader"},
    {"lawmaker", "senator", "speaker of parliament"},
    {"spokesman", "official"},
    {"adviser", "national security adviser"},
)
"""Offices that one text may call by another name of the same post."""
SIMILAR = 0.84
"""Likeness of two words at which they are spellings of one name: Aleksander, Alexander."""
COMMITTEES = frozenset({"committee", "duma"})
"""Words of gold that speak of a member of parliament, whatever his chair."""
BRACKETS = re.compile(r"\(([^)]*)\)")


@dataclass(slots=True)
class Gold:
    """A gold row: who held what, of which country, by which reports; `tense` by report."""

    person: str
    office: str
    offices: frozenset[str]
    country: str
    tenses: dict[str, str]
    found: set[str] = field(default_factory=set)
    right_tense: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Told:
    """An exported row in one report."""

    name: str
    office: str
    country: str | None
    report: str
    tenses: frozenset[str]
    quote: str


class Offices:
    """Counts over one or many stories; `figures` are in percent."""

    def __init__(self) -> None:
        self._index = NameIndex.of(load())
        self.gold: list[Gold] = []
        self.count: Counter[str] = Counter()
        self.wrong: list[Told] = []

    def add(self, story: Path, export: Path) -> None:
        """Compare one story with its export."""
        gold = list(self._gold(story))
        self.gold.extend(gold)
        for told in _told(export):
            named = [g for g in gold if _is_named(told.name, g.person, gold)]
            same = [g for g in named if _is_kin(told.office, g.offices)]
            right = [g for g in same if g.country in (told.country, "")]
            for row in right:
                if told.report in row.tenses:
                    row.found.add(told.report)
                    if row.tenses[told.report] in told.tenses:
                        row.right_tense.add(told.report)
            self.count["right"] += bool(right)
            self.count["judged"] += bool(named)
            self.count["all"] += 1
            if not right:
                self.wrong.append(told)

    def figures(self) -> dict[str, float]:
        """Recall, precision and tense in percent, as the page of this module defines them."""
        asked = [g for g in self.gold if g.country]
        wanted = sum(len(g.tenses) for g in asked)
        found = sum(len(g.found) for g in asked)
        timed = sum(len(g.right_tense) for g in asked)
        return {
            "offices R": _share(found, wanted),
            "offices rows R": _share(sum(bool(g.found) for g in asked), len(asked)),
            "offices P": _share(self.count["right"], self.count["judged"]),
            "offices P all": _share(self.count["right"], self.count["all"]),
            "offices tense": _share(timed, found),
        }

    def misses(self) -> Iterator[str]:
        """What gold has and the export lacks, then what the export has and gold lacks."""
        for row in self.gold:
            for report in sorted(row.tenses.keys() - row.found if row.country else ()):
                yield f"missed {report}: {row.person} | {row.office} | {row.country}"
            for report in sorted(row.found - row.right_tense):
                yield f"tense  {report}: {row.person} | {row.office} | {row.tenses[report]}"
        for told in self.wrong:
            said = (told.name, told.office, told.country, told.quote)
            yield f"wrong  {told.report}: {' | '.join(map(str, said))}"

    def _gold(self, story: Path) -> Iterator[Gold]:
        gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
        days = _days(story, gold)
        for row in gold.get("offices", ()):
            yield Gold(
                person=row["person"], office=row["office"],
                offices=frozenset(self._offices(row["office"])), country=row["country"],
                tenses={doc: _tense(row, doc, days.get(doc)) for doc in row["docs"]},
            )  # fmt: skip

    def _offices(self, text: str) -> Iterator[str]:
        """The offices that gold's words name: the longest at each place."""
        words = words_of(BRACKETS.sub("", text))
        if COMMITTEES & {word.lower() for word in words}:
            yield "lawmaker"
        i = 0
        while i < len(words):
            found = self._index.office(words, i)
            if found is not None:
                yield found[1].id
            i += 1 if found is None else found[0]


def _days(story: Path, gold: dict[str, Any]) -> dict[str, dt.date]:
    told = gold.get("docs", {})
    rows = (
        [{"id": key, **row} for key, row in told.items()] if isinstance(told, dict) else list(told)
    )
    table = story / "docs.jsonl"
    if table.is_file():
        rows += [json.loads(line) for line in table.read_text(encoding="utf-8").splitlines()]
    out = {}
    for row in rows:
        text = str(row.get("published") or row.get("published_inferred") or "")
        if re.match(r"\d{4}-\d\d-\d\d", text):
            out[str(row["id"])] = dt.date.fromisoformat(text[:10])
    return out


def _tense(row: dict[str, Any], doc: str, on: dt.date | None) -> str:
    if "(former" in row["office"]:
        return "former"
    ended = row.get("to")
    if not ended or on is None or doc in row.get("wrong_in", ()):
        return "current"
    return "former" if dt.date.fromisoformat(ended) < on else "current"


def _told(export: Path) -> Iterator[Told]:
    for line in (export / "offices.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        reports: dict[str, list[dict[str, Any]]] = {}
        for one in row["asserted"]:
            reports.setdefault(Path(one["uri"]).name.split("_")[0], []).append(one)
        for report, said in reports.items():
            yield Told(
                name=row["name"], office=row["office"], country=row["country"], report=report,
                tenses=frozenset(one["tense"] for one in said), quote=said[0]["quote"],
            )  # fmt: skip


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", BRACKETS.sub("", name).casefold())
    return re.findall(r"[a-z]{3,}", "".join(c for c in plain if not unicodedata.combining(c)))


def _is_like(left: str, right: str) -> bool:
    return left == right or difflib.SequenceMatcher(None, left, right).ratio() >= SIMILAR


def _is_named(told: str, person: str, gold: Sequence[Gold]) -> bool:
    """Whether an exported name is a gold person's."""
    ours, theirs = _words(told), _words(person)
    shared = [w for w in theirs if any(_is_like(w, o) for o in ours)]
    if not shared or not ours or (not _is_like(shared[-1], ours[-1]) and len(shared) < 2):
        return False
    rivals = {g.person for g in gold if set(shared) & set(_words(g.person))}
    if len({_words(r)[0] for r in rivals}) < 2 or len(ours) < 2:
        return True
    return any(_is_like(ours[0], word) for word in theirs)


def _is_kin(office: str, offices: frozenset[str]) -> bool:
    return office in offices or any(office in kin and offices & kin for kin in KIN)


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def main() -> int:
    """Print the figures over all stories given, and with --misses each fault."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--misses", action="store_true")
    given = arguments.parse_args()
    if len(given.folders) % 2:
        print("give folders in pairs: STORY_DIR EXPORT_DIR", file=sys.stderr)
        return 2
    offices = Offices()
    for story, export in zip(given.folders[::2], given.folders[1::2], strict=True):
        offices.add(story, export)
    if given.misses:
        print("\n".join(offices.misses()))
    print(json.dumps(offices.figures()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
