"""Phrases that name parties, resolved without a record: rows in, parties in PLOVER's terms out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Any

from dragoman.knowledge.names import NameIndex
from dragoman.model.event import Party
from dragoman.model.text import ParsedReport
from dragoman.resolve.phrases import Answer, who_is
from dragoman.run.engine import Job
from dragoman.run.reading import LONGEST, Reader
from dragoman.run.rows import day_fault, day_of, shape_fault
from dragoman.run.sentences import AHEAD, as_report, shared_reader
from dragoman.store.rows import Row

MOST_WORDS = 60
"""Words of the longest phrase that is read; whole paragraphs are texts and not phrases."""
MOST_LETTERS = 1000
LANG = re.compile(r"[a-z]{2,3}")
APART = re.compile(r"(?<=\w)\s+(?=['’]s\b)|(?<=\w)\s+(?=[-–]\s\w)|(?<=\w\s[-–])\s+(?=\w)")
"""Blanks that tokenizers leave before "'s" and around a hyphen: "car - borne", "Peru 's"."""
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]")
EX = re.compile(r"\b[Ee]x-(?=[a-z])")
"""The parser takes "ex-minister" for three nouns."""
ENDING = re.compile(r"(?<=\w)['’]s?$")
EDGES = ' \t"“”‘«»„,;:!?()[]{}#@*_—–-'
ABBREVIATED = re.compile(r"(?:^|[\s.])\w{1,3}\.$")
"""A last word that keeps its dot: "Gen.", "U.S."."""


class Phrasebook:
    """What reading phrases needs: a reader, and the names of each language that was asked for."""

    def __init__(self, job: Job) -> None:
        self.reader = shared_reader(job)
        self._names: dict[str | None, NameIndex] = {}

    def names(self, lang: str | None) -> NameIndex:
        """The names of a language and the English ones; all of them for None."""
        found = self._names.get(lang)
        if found is None:
            knowledge = self.reader.knowledge
            rows = knowledge.aliases
            if lang is not None:
                rows = tuple(row for row in rows if row.lang in ("en", lang))
            found = self._names[lang] = NameIndex(replace(knowledge, aliases=rows), everybody=True)
        return found


@lru_cache(maxsize=1)
def shared_phrasebook(job: Job) -> Phrasebook:
    """A phrasebook that is made once a process."""
    return Phrasebook(job)


def parties_of(rows: Iterable[Any], job: Job) -> Iterator[Row]:
    """For each row, in order, who its phrase means.

    Args:
        rows: {"id", "phrase", "context"?, "lang"?, "published"?}. `context` is words that tell the
            state where the phrase does not: a demonym, a state, a sentence. `lang` (ISO 639-1)
            takes names of that language and English ones alone. `published` (YYYY-MM-DD) is the
            day for which office holders are looked up.
        job: how to read.

    Yields:
        {"id", "party"}: a party of the contract in PLOVER's terms (`resolve.plover`) with `why`;
        where the phrase joins several parties, what they have in common, and "parties". No party at
        all is None with `why`, a row that cannot be read None with an `error`.
    """
    stream = iter(rows)
    yield from party_batches(iter(lambda: list(islice(stream, AHEAD)), []), job)


def party_batches(batches: Iterable[Sequence[Any]], job: Job) -> Iterator[Row]:
    """`parties_of` for rows that come in batches: phrases that come together are parsed together.

    What has come is answered before more is asked for.
    """
    before = 0
    for batch in batches:
        book = shared_phrasebook(job)
        ids = [
            row.get("id", number) if isinstance(row, dict) else number
            for number, row in enumerate(batch, start=before + 1)
        ]
        before += len(batch)
        faults = [fault_of(row, today=job.today) for row in batch]
        parsed = book.reader.parser.parse_all(
            as_report(plain(row["phrase"], book.reader), day_of(row.get("published")), str(given))
            for given, row, fault in zip(ids, batch, faults, strict=True)
            if fault is None
        )
        for given, row, fault in zip(ids, batch, faults, strict=True):
            if fault is not None:
                yield {"id": given, "party": None, "error": fault}
            else:
                yield {"id": given, **_answer(next(parsed), row, book)}


def _answer(parsed: ParsedReport, row: Row, book: Phrasebook) -> Row:
    names = book.names(row.get("lang") or None)
    answer = who_is(
        parsed, book.reader.knowledge, names, context=row.get("context") or "",
        is_english=(row.get("lang") or "en") == "en",
    )  # fmt: skip
    if not answer.parties:
        return {"party": None, "why": answer.why}
    told = [_row(replace(r.party, name_raw=row["phrase"]), r.why) for r in answer.parties]
    if len(told) == 1:
        return {"party": told[0]}
    return {"party": _together(row["phrase"], told, answer), "parties": told}


def _row(party: Party, why: str) -> Row:
    """A party of the contract, with why; an empty kind is unknown."""
    return {
        "party_id": party.party_id, "name": party.name, "name_raw": _clean(party.name_raw),
        "kind": party.kind or None, "country": party.country, "sector": party.sector,
        "office": party.office, "why": why,
    }  # fmt: skip


def _together(phrase: str, told: Sequence[Row], answer: Answer) -> Row:
    """What several parties have in common, as one group."""
    common = {
        key: told[0][key] if len({row[key] for row in told}) == 1 else None
        for key in ("country", "sector", "office")
    }
    names = ", ".join(row["name"] for row in told)
    return {
        "party_id": "+".join(row["party_id"] for row in told), "name": names,
        "name_raw": _clean(phrase), "kind": "group", **common,
        "why": f"{len(told)} parties, see \"parties\": {answer.why}",
    }  # fmt: skip


def plain(phrase: str, reader: Reader) -> str:
    """A phrase without what does not belong to it: blanks, quotation marks, a last "'s"."""
    text = " ".join(CONTROL.sub(" ", _clean(phrase)).split())
    text = EX.sub("former ", APART.sub("", text).strip(EDGES))
    if text.endswith(".") and not ABBREVIATED.search(text):
        text = text.rstrip(".")
    text = ENDING.sub("", text).strip(EDGES)
    return reader.parser.quiet(text) if text.isupper() and " " in text else text


def _clean(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def fault_of(row: Any, *, today: dt.date | None = None) -> str | None:
    """Why a row cannot be read, in a plain sentence; None when it can.

    `today`: a row published after it has a fault, as one published before 1400; None: none has.
    """
    fault = shape_fault(row)
    if fault is not None:
        return fault
    phrase = row.get("phrase")
    if not isinstance(phrase, str) or not phrase.strip():
        return 'no phrase: the key "phrase" must hold the words that name a party'
    words = len(phrase.split())
    if words > MOST_WORDS:
        return f"{words} words, more than a phrase has ({MOST_WORDS})"
    if len(phrase) > MOST_LETTERS:
        return f"{len(phrase)} characters, more than a phrase has ({MOST_LETTERS})"
    for key in ("context", "lang", "published"):
        if row.get(key) is not None and not isinstance(row[key], str):
            return f"{key} is not a string"
    if len(row.get("context") or "") > LONGEST:
        return f"context of {len(row['context'])} characters, more than {LONGEST}"
    if row.get("lang") and not LANG.fullmatch(row["lang"]):
        return f'lang {row["lang"]!r} is no language; write it as "es"'
    return day_fault(row.get("published"), today)
