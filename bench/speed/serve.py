"""How fast the pages are served from a large record: `dragoman serve` under many connections.

    python bench/speed/serve.py [--events 1000000] [--seconds 60] [--connections 50] [--keep DIR]

The record is made by arithmetic (`synthetic.sql`), not by reading. Then the server is started as a
user starts it, in one process, and this process asks it over `--connections` kept-alive
connections, each asking anew as soon as it is answered: incident pages of random ids, searches of
one or two words (one in three narrowed by a facet), and a mixture of all pages. The processor is
shared by both. Printed: size and time of the record and of its card index, seconds from start to
first answer with the index at hand, answers a second, percentiles of waiting, faults, and the
server's memory.

Floors: 300 incident pages a second with 99 of 100 within 250 ms, 60 searches a second, no fault.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import duckdb

from dragoman.store.schema import script
from dragoman.store.store import Store
from dragoman.web import indexing

SEED = 20251103
SQL = Path(__file__).with_name("synthetic.sql")
PAGE_FLOOR, PAGE_MS, SEARCH_FLOOR = 300, 250, 60
Draw = Callable[[random.Random], str]


def make(folder: Path, events: int) -> None:
    """A published record of so many tellings."""
    Store.open(folder, create=True)
    path = folder / "record-1.duckdb"
    connection: Any = duckdb.connect(str(path))
    connection.execute(script())
    connection.execute(SQL.read_text(encoding="utf-8").replace("$events", str(events)))
    connection.execute("checkpoint")
    connection.close()
    (folder / "CURRENT").write_text(path.name + "\n", encoding="ascii")


class Asker:
    """Connections that ask one after the other, for a number of seconds."""

    def __init__(self, port: int, draw: Draw, seconds: float) -> None:
        self._port, self._draw = port, draw
        self._random = random.Random(SEED)
        self._due = time.monotonic() + seconds
        self.waits: list[float] = []
        self.statuses: Counter[int] = Counter()

    async def run(self, connections: int) -> None:
        await asyncio.gather(*(self._ask() for _ in range(connections)))

    async def _ask(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        while time.monotonic() < self._due:
            path = self._draw(self._random)
            start = time.perf_counter()
            writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            await reader.readexactly(int(head.split("content-length: ")[1].split("\r")[0]))
            self.waits.append(time.perf_counter() - start)
            self.statuses[int(head.split(" ", 2)[1])] += 1
        writer.close()


def asked(port: int, name: str, draw: Draw, options: argparse.Namespace) -> tuple[float, float]:
    """Answers a second and the 99th percentile in ms; prints them."""
    asker = Asker(port, draw, options.seconds)
    start = time.monotonic()
    asyncio.run(asker.run(options.connections))
    rate = len(asker.waits) / (time.monotonic() - start)
    waits = sorted(asker.waits)
    at = {share: 1000 * waits[int(share * (len(waits) - 1))] for share in (0.5, 0.95, 0.99, 1.0)}
    said = ", ".join(f"{name} {ms:.0f}" for name, ms in zip(("50%", "95%", "99%", "all"),
                     at.values(), strict=True))  # fmt: skip
    print(f"{name:10} {rate:6.0f}/s   ms: {said}   {dict(asker.statuses)}", flush=True)
    if any(status >= 500 for status in asker.statuses):
        print(f"FAULTS in {name}")
        rate = 0.0
    return rate, at[0.99]


def draws(folder: Path, events: int) -> dict[str, Draw]:
    """What is asked for, by name."""
    words = [
        str(row["w"])
        for row in Store.open(folder).sql(
            "select distinct unnest(string_split(\"text\", ' ')) w from texts using sample 400 rows"
        )
    ]
    incidents = events * 2 // 5

    def incident(draw: random.Random) -> str:
        return f"/incident/i_{draw.randrange(incidents)}"

    def search(draw: random.Random) -> str:
        q = " ".join(draw.sample(words, draw.choice((1, 1, 2))))
        facet = draw.choice(("", "", "", "&year=2015", "&country=USA", "&kind=incident"))
        return f"/search?q={quote(q)}{facet}"

    def mixed(draw: random.Random) -> str:
        others = (
            "/about", "/search", f"/report/r{draw.randrange(events // 5)}", "/", "/disagreements",
            "/party/USA", "/pair/CHL-PER", "/parties", "/map", "/healthz", "/assets/site.css",
        )  # fmt: skip
        return draw.choice((incident(draw), search(draw), draw.choice(others)))

    return {"incidents": incident, "search": search, "mixed": mixed}


def memory_mb(pid: int) -> float:
    """The most memory that a process held."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


def started(folder: Path) -> tuple[subprocess.Popen[str], int, float]:
    """The server, its port, and the seconds until it answered."""
    start = time.monotonic()
    server = subprocess.Popen(
        [sys.executable, "-m", "dragoman", "serve", "--record", str(folder), "--port", "0"],
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stderr is not None
    line = next(line for line in server.stderr if "http://" in line)
    port = int(line.split("http://127.0.0.1:")[1].split("/")[0])
    while True:
        try:
            asyncio.run(Asker(port, lambda draw: "/healthz", 0.05).run(1))
            return server, port, time.monotonic() - start
        except OSError:
            time.sleep(0.02)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--connections", type=int, default=50)
    parser.add_argument("--keep", type=Path, help="where the record lies, or is to stay")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch) / "record"
        if not (folder / "CURRENT").exists():
            start = time.monotonic()
            make(folder, options.events)
            print(f"record: {options.events:,} tellings made in {time.monotonic() - start:.0f} s")
        start = time.monotonic()
        with Store.open(folder) as store:
            index = indexing.ensure(store, folder)
        sizes = [path.stat().st_size / 1e6 for path in (folder / "record-1.duckdb", index)]
        print(
            f"card index: {time.monotonic() - start:.0f} s; {sizes[1]:.0f} MB beside a snapshot"
            f" of {sizes[0]:.0f} MB"
        )
        server, port, seconds = started(folder)
        print(f"start: {seconds:.1f} s until the first answer, {memory_mb(server.pid):.0f} MB")
        found = {
            name: asked(port, name, draw, options)
            for name, draw in draws(folder, options.events).items()
        }
        print(f"memory of the server: {memory_mb(server.pid):.0f} MB at most")
        server.terminate()
        server.wait()
    pages, searches = found["incidents"], found["search"]
    is_fine = pages[0] >= PAGE_FLOOR and pages[1] < PAGE_MS and searches[0] >= SEARCH_FLOOR
    sys.exit(0 if is_fine else 1)


if __name__ == "__main__":
    main()
