"""The day of a whole report's main event, on the articles of Giveme5W1H.

The gold is what coders marked as answers to "when"; of the marked phrases that were parsed to a
date, the one that most coders marked counts, of equals the first. An article without such a date is
left out. The program reads each article as a report (`dragoman.main_day`: title, text, address, and
the day of publication that the set gives); right is an answer whose every day lies within one day
of the gold. Beside it stands the day of publication alone, which is right for most news.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import dragoman
from dragoman.dates import DateRange, day

Row = dict[str, Any]
NEAR_DAYS = 1


def figures(articles: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Percent of the articles that are right: ours, and with the day of publication alone."""
    rows = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines()]
    dated = [(row, gold) for row in rows if (gold := gold_day(row)) is not None]
    ours = [(told(row), gold) for row, gold in dated]
    plain = [(None if (on := _given(row)) is None else day(on), gold) for row, gold in dated]
    return _shares(ours), _shares(plain)


def gold_day(row: Row) -> dt.date | None:
    """The day that the coders give; None where they give none."""
    marked = [phrase for phrase in row["gold"].get("when", ()) if phrase.get("parsed")]
    if not marked:
        return None
    best = max(marked, key=lambda phrase: phrase.get("coderPhraseCount") or 0)
    return dt.date.fromisoformat(best["parsed"][:10])


def told(row: Row) -> DateRange | None:
    """The days that the program gives."""
    text = row["text"] or row.get("description") or ""
    return dragoman.main_day(text, _given(row), title=row["title"], url=row["url"]).range


def _given(row: Row) -> dt.date | None:
    words = row["date_publish"] or ""
    return dt.date.fromisoformat(words[:10]) if words[:4].isdigit() else None


def _shares(answers: list[tuple[DateRange | None, dt.date]]) -> dict[str, float]:
    away = [_away(days, gold) for days, gold in answers]
    share = 100 / len(answers)
    return {
        "within one day": share * sum(d is not None and d <= NEAR_DAYS for d in away),
        "same day": share * sum(d == 0 for d in away),
        "answered": share * sum(d is not None for d in away),
    }


def _away(days: DateRange | None, gold: dt.date) -> int | None:
    """Days between the gold and the day of the range that is furthest from it; None: no range."""
    if days is None or days.first is None or days.last is None:
        return None
    return max(abs((days.first - gold).days), abs((days.last - gold).days))
