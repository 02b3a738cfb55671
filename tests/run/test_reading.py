from __future__ import annotations

from typing import Any

import pytest

from dragoman.errors import DragomanError
from dragoman.model.report import RawReport
from dragoman.run import reading
from dragoman.run.reading import Reader, code_shard


def raw(uri: str, text: str = "Chile recalled its ambassador to Norway.") -> RawReport:
    return RawReport(uri=uri, media="text", content=text, lang="en")


class Failing:
    """A coder that cannot bear one report."""

    name, version = "rules", "test"

    def __init__(self, error: Exception) -> None:
        self.error = error

    def code(self, parsed: Any) -> tuple[()]:
        if parsed.report.uri == "bad":
            raise self.error
        return ()


@pytest.fixture
def failing(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setattr(reader, "coder", Failing(ValueError("no")))
    return reader


def test_a_report_that_breaks_a_stage_costs_only_itself(failing: Reader) -> None:
    found = list(code_shard([raw("a"), raw("bad"), raw("b")], failing))
    assert [one.report.uri if one.report else None for one in found] == ["a", None, "b"]


def test_the_rejection_names_the_fault(failing: Reader) -> None:
    (found,) = code_shard([raw("bad")], failing)
    (rejection,) = found.rejections
    assert (rejection.stage, rejection.reason) == ("run", "crash")
    assert rejection.detail.startswith("ValueError in run.reading")


def test_running_out_of_memory_is_a_reason_of_its_own(
    failing: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failing.coder, "error", MemoryError())
    (found,) = code_shard([raw("bad")], failing)
    assert found.rejections[0].reason == "memory"


def test_an_error_raised_on_purpose_stops_the_run(
    failing: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failing.coder, "error", DragomanError("stop"))
    with pytest.raises(DragomanError, match="stop"):
        list(code_shard([raw("bad")], failing))


def test_readings_come_in_the_order_of_the_reports(reader: Reader) -> None:
    raws = [raw(f"{n}") for n in range(reading.CHUNK + 3)]
    found = list(code_shard(raws, reader))
    assert [one.report.uri for one in found if one.report] == [one.uri for one in raws]


def test_a_report_alone_is_read_as_in_company(reader: Reader) -> None:
    texts = [
        f"Chile recalled its ambassador to Norway. {'Peru met Mexico. ' * n}" for n in range(9)
    ]
    raws = [raw(f"{n}", text) for n, text in enumerate(texts)]
    together = list(code_shard(raws, reader))
    assert together == [one for alone in raws for one in code_shard([alone], reader)]


def test_a_text_of_endless_length_is_kept_not_coded(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LONGEST", 20)
    (found,) = code_shard([raw("a")], reader)
    assert found.report is not None
    assert (found.events, found.rejections[-1].reason) == ((), "too_long")
