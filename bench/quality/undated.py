"""How well the day of a report is told from its own words, when its date is taken away.

    python bench/quality/undated.py [--shared ../shared] [--days 7]

Takes dated articles of four sets, puts each into a window of so many days at a random place around
its date (as an act that another report dates does), and asks `dragoman.link.reckoning` for the day.
Expressions that write the date of publication itself are left out. Prints for each set how often a
day came out, and how often it was the day, or a day beside it; then the same for months and years.
The shares in `reckoning` were counted in the same articles: expect a little less elsewhere.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dragoman.dates import DAY
from dragoman.link.reckoning import Reckoned, reckon, signs_of
from dragoman.resolve.times import find

SETS = {
    "giveme5w1h": ("giveme5w1h/docs.dev.jsonl", "date_publish"),
    "meantime": ("meantime/dev.jsonl", "dct"),
    "t17 h1n1": ("t17/h1n1.docs.jsonl.gz", "published"),
    "t17 mj": ("t17/mj.docs.jsonl.gz", "published"),
    "gva-incidents": ("gva-incidents/docs.jsonl.gz", "published"),
}
MOST = 600
"""Articles of a set, from its beginning."""


def articles(path: Path, key: str) -> Iterator[tuple[dt.date, str]]:
    """The date and the text of each dated article."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row.get(key) and row.get("text") and re.match(r"\d{4}-\d\d-\d\d", row[key]):
                day = dt.date.fromisoformat(row[key][:10])
                yield day, f"{row.get('title') or ''}\n{row['text']}"


def outcome(found: Reckoned | None, day: dt.date) -> str:
    """The precision that came out, and whether it was right; "none" when nothing did."""
    if found is None:
        return "none"
    if found.precision == "day":
        off = abs((found.published - day).days)
        return f"day {'right' if off == 0 else 'beside' if off == 1 else 'wrong'}"
    cut = 7 if found.precision == "month" else 4
    is_right = str(found.published)[:cut] == str(day)[:cut]
    return f"{found.precision} {'right' if is_right else 'wrong'}"


def measure(path: Path, key: str, width: int) -> Counter[str]:
    """The outcomes of one set within windows of `width` days."""
    counts: Counter[str] = Counter()
    chance = random.Random(1)
    for n, (day, text) in enumerate(articles(path, key)):
        if n == MOST:
            break
        signs = tuple(signs_of([one for one in find(text) if one.value != f"abs:{day}"], text))
        first = day - chance.randrange(width) * DAY
        counts[outcome(reckon(first, first + (width - 1) * DAY, signs), day)] += 1
    return counts


def main() -> int:
    """Measure every set that is there."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--shared", type=Path, default=Path("../shared"))
    arguments.add_argument("--days", type=int, default=7, help="width of the window")
    given = arguments.parse_args()
    data = given.shared / "data"
    if not data.is_dir():
        print(f"no sets under {given.shared}; pass --shared FOLDER", file=sys.stderr)
        return 2
    for name, (part, key) in SETS.items():
        if (data / part).is_file():
            counts = measure(data / part, key, given.days)
            told = ", ".join(f"{count} {what}" for what, count in sorted(counts.items()))
            print(f"{name:14}{counts.total():5} articles: {told}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
