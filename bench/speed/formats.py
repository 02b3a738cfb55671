"""How fast other people's event files are read and written, as ratios to the plain machinery.

    PYTHONPATH=src python bench/speed/formats.py [--rows 1000000] [--record DIR]

Reading: synthetic GDELT rows (seeded, made here) against `csv.reader` over the same bytes. Writing:
the POLECAT and GDELT files of a record against `csv.writer` over the same cells. Memory is the peak
of a process that only reads, above what it held before the first row.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from dragoman.formats import events
from dragoman.formats.chosen import Chosen
from dragoman.formats.foreign import ForeignEvent
from dragoman.formats.gdelt_read import EVENTS
from dragoman.formats.imports import NAMES, Tally, texts
from dragoman.formats.registry import Settings
from dragoman.store.store import Store

LANDS = ("PER", "MEX", "CHL", "USA", "FRA", "ROM", "CHN", "KEN", "")
CODES = ("010", "042", "0233", "051", "111", "1121", "173", "190", "061")
FIPS = ("PE", "MX", "CI", "US", "FR", "RO", "CH", "KE")


def rows(count: int) -> Iterable[str]:
    """GDELT rows, the same each time."""
    dice = random.Random(7)
    for number in range(count):
        cells = dict.fromkeys(EVENTS, "")
        day = f"2024{dice.randrange(1, 13):02d}{dice.randrange(1, 29):02d}"
        code, place = dice.choice(CODES), dice.randrange(len(FIPS))
        cells |= {
            "GlobalEventID": str(900_000_000 + number), "Day": day, "MonthYear": day[:6],
            "Year": "2024", "FractionDate": "2024.5000", "EventCode": code,
            "EventBaseCode": code[:3], "EventRootCode": code[:2], "QuadClass": "1",
            "GoldsteinScale": "-2.0", "NumMentions": str(dice.randrange(1, 99)),
            "AvgTone": f"{dice.uniform(-9, 9):.6f}", "ActionGeo_Type": "4",
            "ActionGeo_Fullname": f"Town {dice.randrange(5000)}, Region, Land",
            "ActionGeo_CountryCode": FIPS[place], "ActionGeo_Lat": f"{dice.uniform(-60, 60):.4f}",
            "ActionGeo_Long": f"{dice.uniform(-180, 180):.4f}", "DATEADDED": f"{day}101500",
            "SOURCEURL": f"https://news.example/{number}/a-story-of-some-length",
        }  # fmt: skip
        for one in ("Actor1", "Actor2"):
            land = dice.choice(LANDS)
            cells |= {
                f"{one}Code": f"{land}GOV", f"{one}Name": f"NAME {dice.randrange(3000)}",
                f"{one}CountryCode": land, f"{one}Type1Code": "GOV",
            }  # fmt: skip
        yield "\t".join(cells.values()) + "\n"


def peak() -> float:
    """The most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(work: Iterable[object]) -> tuple[float, int]:
    """Seconds and items of an iterable run dry."""
    begun, count = time.perf_counter(), 0
    for _ in work:
        count += 1
    return time.perf_counter() - begun, count


def reading(path: Path) -> None:
    list(events.read([path.with_name("one.CSV")]))  # tables of countries are loaded before
    before = peak()
    seconds, count = timed(events.read([path]))
    held = peak() - before
    plain, _ = timed(csv.reader(path.open(encoding="utf-8"), delimiter="\t"))
    written, _ = timed(texts(Tally().rows(events.read([path])), NAMES, "jsonl"))
    print(f"read {count:,} rows ({path.stat().st_size / 2**20:.0f} MiB)")
    print(f"  dragoman  {seconds:6.1f} s  {count / seconds:9,.0f} rows/s  +{held:.0f} MB")
    print(f"  csv       {plain:6.1f} s  ratio {seconds / plain:.1f}")
    print(f"  to JSONL  {written:6.1f} s  ratio {written / plain:.1f}")
    assert all(isinstance(one, ForeignEvent) for one in events.read([path.with_name("one.CSV")]))


def writing(folder: Path) -> None:
    with Store.open(folder) as store:
        for one in events.FORMATS:
            for file in one.files(Chosen(store=store), Settings()):
                begun = time.perf_counter()
                content = "".join(str(piece) for piece in file.content)
                seconds = time.perf_counter() - begun
                cells = [line.split("\t") for line in content.splitlines()]
                plain, _ = timed(map(csv.writer(io.StringIO(), delimiter="\t").writerow, cells))
                print(
                    f"write {file.name}: {file.count()} rows, {seconds:.2f} s, "
                    f"ratio to csv.writer {seconds / max(plain, 1e-9):.0f}"
                )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--record", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.CSV"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(rows(asked.rows))
        path.with_name("one.CSV").write_text("".join(rows(1)), encoding="utf-8")
        reading(path)
    if asked.record is not None:
        writing(asked.record)


if __name__ == "__main__":
    sys.exit(main())
