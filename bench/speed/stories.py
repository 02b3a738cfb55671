"""How fast reports are grouped into stories, and whether a report costs the same among many.

    python bench/speed/stories.py [--few 2000] [--many 20000] [--rounds 3]

Reports are made by a fixed seed: stories of some four reports within a few days of a year, each
with its own names, places and rare words among common ones, so that the number of stories a day
grows with the number of reports. Both sizes run in this process, in turn, with processor time
taken. Printed: reports a second, the ratio of the costs per report, and the peak of memory.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import resource
import statistics
import time

from dragoman.link.backdrop import Article
from dragoman.link.stories import stories

SEED = 20251103
COMMON = 3000
RARE = 200_000
TELLINGS = 4
WORDS = 220
START = dt.date(2024, 1, 1).toordinal()
LETTERS = "abdeghiklmnoprstuvwz"


def word(number: int) -> str:
    """The word of a number, the same for the same."""
    parts = []
    while number or len(parts) < 3:
        number, rest = divmod(number, len(LETTERS))
        parts.append(LETTERS[rest])
    return "".join(parts)


def synthetic(count: int) -> list[Article]:
    """Reports of `count / 4` stories."""
    draw = random.Random(SEED)
    out: list[Article] = []
    while len(out) < count:
        day = START + draw.randrange(365)
        rare = [word(COMMON + draw.randrange(RARE)) for _ in range(25)]
        name = f"{word(draw.randrange(RARE)).title()} {word(draw.randrange(RARE)).title()}"
        for _ in range(min(TELLINGS, count - len(out))):
            body = [word(int(draw.paretovariate(0.6)) % COMMON) for _ in range(WORDS)]
            for at in range(0, WORDS, 12):
                body[at] = draw.choice(rare)
            body[5:5] = [name, "of", word(draw.randrange(500)).title(), "on", "Friday."]
            out.append(
                Article(
                    id=f"r{len(out)}", title=" ".join(draw.sample(rare, 4)), text=" ".join(body),
                    published=day + draw.randrange(3),
                )
            )  # fmt: skip
    draw.shuffle(out)
    return out


def cost(articles: list[Article]) -> float:
    """Seconds of processor time for one report."""
    start = time.process_time()
    stories(articles)
    return (time.process_time() - start) / len(articles)


def main() -> None:
    """Measure both sizes in turn and print the figures."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--few", type=int, default=2000)
    asked.add_argument("--many", type=int, default=20_000)
    asked.add_argument("--rounds", type=int, default=3)
    given = asked.parse_args()
    few, many = synthetic(given.few), synthetic(given.many)
    costs = [(cost(few), cost(many)) for _ in range(given.rounds)]
    for size, taken in zip((given.few, given.many), zip(*costs, strict=True), strict=True):
        print(f"{size:8} reports: {1 / statistics.median(taken):6.0f} reports/s")
    ratio = statistics.median(more / less for less, more in costs)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"cost of a report among the many: {ratio:.2f} x; peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
