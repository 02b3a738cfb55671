from __future__ import annotations

import pytest

from dragoman.cli.progress import EVERY_S, Pace, bar, duration, lines


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 s"), (39.6, "40 s"), (61, "2 min"), (540, "9 min"), (7_500, "2 h 5 min")],
)
def test_durations_are_said_as_people_say_them(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_the_pace_counts_only_what_is_read_now() -> None:
    clock = Clock()
    pace = Pace(clock)
    assert pace.told("reading", 900, 1_500) == ""
    clock.now = 10
    assert pace.told("reading", 1_000, 1_500) == "10 a second, 50 s left"
    assert pace.told("weighing", 0, 0) == ""


def test_a_log_gets_a_line_a_minute() -> None:
    clock = Clock()
    said: list[str] = []
    show = lines("reports", say=said.append, clock=clock)
    for step in range(1, 200):
        clock.now = step
        show("reading", step * 10, 10_000)
    assert said[0] == "reading: 600 of 10000 reports, 10 a second, 16 min left"
    assert len(said) == 199 // EVERY_S


def test_a_short_run_says_nothing_in_a_log(capsys: pytest.CaptureFixture[str]) -> None:
    with bar("reports") as show:
        show("reading", 1, 2)
        show("reading", 2, 2)
    assert capsys.readouterr() == ("", "")
