from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.model.reading import ReportReading
from dragoman.model.report import RawReport
from dragoman.run.engine import Job
from dragoman.run.local import Workers

COMMAND = (sys.executable, "-P", str(Path(__file__).with_name("poisoned.py")))


def raws(*contents: str) -> list[RawReport]:
    return [RawReport(uri=f"{n}", media="text", content=text) for n, text in enumerate(contents)]


def workers(count: int = 2, deadline_s: float = 30.0) -> Workers:
    return Workers(count, deadline_s=deadline_s, command=COMMAND)


def outcome(readings: Iterable[ReportReading]) -> list[str]:
    """For each reading its text, or the reason why there is none."""
    return [
        reading.report.text if reading.report is not None else reading.rejections[0].reason
        for reading in readings
    ]


def test_readings_come_back_in_order_batch_by_batch() -> None:
    batches = [raws(*(f"text {n} {m}" for m in range(20))) for n in range(5)]
    found = [outcome(readings) for readings in workers().map(Job(), batches)]
    assert found == [[raw.content for raw in batch] for batch in batches]


def test_an_empty_batch_gives_no_readings() -> None:
    assert list(workers(1).map(Job(), [[]])) == [()]


@pytest.mark.parametrize("poison", ["killed", "segfault", "exit"])
def test_a_report_that_kills_its_worker_costs_only_itself(poison: str) -> None:
    (found,) = workers().map(Job(), [raws("a", poison, "b")])
    assert outcome(found) == ["a", "crash", "b"]


def test_the_rejection_says_how_the_worker_died() -> None:
    (found,) = workers(1).map(Job(), [raws("killed")])
    assert found[0].rejections[0].detail == "The worker that read it died (signal 9)."


@pytest.mark.parametrize("poison", ["hang", "loop"])
def test_a_report_that_never_ends_is_cut_off(poison: str) -> None:
    (found,) = workers(1, deadline_s=0.5).map(Job(), [raws("a", poison)])
    assert outcome(found) == ["a", "timeout"]


def test_poison_in_many_batches_loses_nothing_else() -> None:
    batches = [
        raws(*("exit" if (n + m) % 9 == 0 else f"{n} {m}" for m in range(6))) for n in range(4)
    ]
    found = [text for readings in workers().map(Job(), batches) for text in outcome(readings)]
    given = [raw.content for batch in batches for raw in batch]
    assert found == ["crash" if text == "exit" else text for text in given]


def test_a_worker_that_cannot_load_says_why() -> None:
    with pytest.raises(DragomanError, match="'missing' is not installed"):
        list(workers().map(Job(pipeline="missing"), [raws("a")]))


def test_a_worker_that_dies_while_loading_stops_the_run() -> None:
    with pytest.raises(DragomanError, match=r"could not start.*exit code 3"):
        list(workers(1).map(Job(pipeline="broken"), [raws("a")]))


def test_no_worker_is_left_when_the_caller_stops_early(tmp_path: Path) -> None:
    engine = workers(2)
    readings = engine.map(Job(), (raws(f"{n}") for n in range(50)))
    next(readings)
    supervisor = readings.gi_frame.f_locals["supervisor"]  # type: ignore[attr-defined]
    processes = [worker.process for worker in supervisor._workers]
    readings.close()  # type: ignore[attr-defined]
    assert processes
    assert all(process.poll() is not None for process in processes)


def test_batches_are_taken_no_faster_than_they_are_read() -> None:
    taken = []

    def batches() -> Iterable[list[RawReport]]:
        for n in range(200):
            taken.append(n)
            yield raws(*(f"{n} {m}" for m in range(16)))

    readings = workers(1).map(Job(), batches())
    next(readings)
    assert len(taken) < 10
    readings.close()  # type: ignore[attr-defined]
