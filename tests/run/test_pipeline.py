from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.errors import NoSuchPathError, RecordLockedError
from dragoman.run import pipeline
from dragoman.run.engine import Job
from dragoman.run.local import InProcess
from dragoman.run.pipeline import Summary, version_of
from dragoman.run.reading import Reader
from dragoman.store import lock
from dragoman.store.store import Store
from tests.run.conftest import Read, exported

SUMMARY = Summary(
    folder=Path("record"), given=10, new=10, refused={}, uncoded={}, reports=10, events=3,
    incidents=2, conflicts=0, seconds=1.5, told=3, reading_s=1.0,
)  # fmt: skip


def test_reports_become_a_record(read: Read, corpus: Path, tmp_path: Path) -> None:
    summary = read(corpus)
    with Store.open(tmp_path / "record") as store:
        acts = {row["act"] for row in store.rows("incidents")}
    assert summary.reports == 4
    assert {"recall_ambassador", "sever_relations", "meet"} <= acts


def test_every_quote_is_the_report_s_own_words(read: Read, corpus: Path, tmp_path: Path) -> None:
    read(corpus)
    with Store.open(tmp_path / "record") as store:
        texts = {row["report_id"]: row["text"] for row in store.rows("texts")}
        events = store.rows("events")
    assert events
    assert all(texts[e["report_id"]][e["start"] : e["end"]] == e["quote"] for e in events)


def test_every_event_has_an_incident_of_the_record(
    read: Read, corpus: Path, tmp_path: Path
) -> None:
    read(corpus)
    with Store.open(tmp_path / "record") as store:
        incidents = {row["incident_id"] for row in store.rows("incidents")}
        assert {row["incident_id"] for row in store.rows("events")} == incidents


def test_reading_again_changes_nothing(read: Read, corpus: Path, tmp_path: Path) -> None:
    read(corpus)
    before = exported(tmp_path / "record", tmp_path / "one")
    again = read(corpus)
    assert (again.new, exported(tmp_path / "record", tmp_path / "two")) == (0, before)


def test_reading_again_makes_no_new_snapshot(read: Read, corpus: Path, tmp_path: Path) -> None:
    read(corpus)
    read(corpus)
    assert (tmp_path / "record/CURRENT").read_text() == "record-1.duckdb\n"


def test_the_order_of_reading_leaves_no_trace(read: Read, corpus: Path, tmp_path: Path) -> None:
    names = sorted(path for path in corpus.iterdir())
    read(*names, record="at_once")
    for path in reversed(names):
        read(path, record="one_by_one")
    one = exported(tmp_path / "at_once", tmp_path / "one")
    assert exported(tmp_path / "one_by_one", tmp_path / "two") == one


def test_an_added_report_adds_only_what_it_tells(read: Read, corpus: Path, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    shutil.copytree(corpus, folder)
    read(folder)
    before = exported(tmp_path / "record", tmp_path / "one")["events.jsonl"].splitlines()
    (folder / "more.txt").write_text("Peru arrested 3 Bolivian soldiers on 2 May 2021.\n")
    summary = read(folder)
    after = exported(tmp_path / "record", tmp_path / "two")["events.jsonl"].splitlines()
    assert summary.new == 1
    assert set(before) < set(after)


def test_another_language_is_kept_and_said_not_coded(
    read: Read, corpus: Path, tmp_path: Path
) -> None:
    summary = read(corpus)
    with Store.open(tmp_path / "record") as store:
        (row,) = store.rows("reports", uri="spanish.txt")
        events = store.rows("events", report="spanish.txt")
    assert (row["lang"], events, summary.uncoded) == ("es", [], {"other_language": 1})


def test_an_empty_file_is_one_rejection(read: Read, corpus: Path, tmp_path: Path) -> None:
    summary = read(corpus)
    with Store.open(tmp_path / "record") as store:
        rows = store.rows("rejections", uri="empty.txt")
    assert (len(rows), sum(summary.refused.values())) == (1, 1)


def test_what_was_refused_before_is_still_counted(read: Read, corpus: Path) -> None:
    first = read(corpus)
    assert read(corpus).refused == first.refused


def test_the_same_row_twice_counts_once(read: Read, tmp_path: Path) -> None:
    row = json.dumps({"id": "a", "text": "Chile recalled its ambassador to Norway."})
    (tmp_path / "rows.jsonl").write_text(f"{row}\n{row}\n")
    summary = read(tmp_path / "rows.jsonl")
    assert (summary.reports, summary.twice, summary.told > 0) == (1, 1, True)


def test_a_language_can_be_given_for_reports_without_one(read: Read, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Chile recalled its ambassador to Norway on 5 March 2024.")
    summary = pipeline.build(
        [tmp_path / "a.txt"], tmp_path / "record", engine=InProcess(), lang="fr"
    )
    assert summary.uncoded == {"other_language": 1}


def test_a_path_that_is_not_there_leaves_no_record(read: Read, tmp_path: Path) -> None:
    with pytest.raises(NoSuchPathError):
        read(tmp_path / "none")
    assert not (tmp_path / "record").exists()


def test_a_locked_record_is_left_alone(read: Read, corpus: Path, tmp_path: Path) -> None:
    store = Store.open(tmp_path / "record", create=True)
    with lock.writing(store.folder), pytest.raises(RecordLockedError):
        read(corpus)
    assert list((tmp_path / "record/shards").iterdir()) == []


def test_an_interrupted_run_goes_on_where_it_stopped(
    read: Read, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(corpus, record="whole")
    monkeypatch.setattr(pipeline, "BATCH", 2)
    add = Store.add
    calls = []

    def stop_at_second(self: Store, *arguments: object) -> str:
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return add(self, *arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Store, "add", stop_at_second)
        with pytest.raises(KeyboardInterrupt):
            read(corpus)
    assert read(corpus).new == 3
    whole = exported(tmp_path / "whole", tmp_path / "one")
    assert exported(tmp_path / "record", tmp_path / "two") == whole


def test_changed_knowledge_reads_the_reports_again(
    read: Read, corpus: Path, monkeypatch: pytest.MonkeyPatch, reader: Reader
) -> None:
    first = read(corpus)
    other = replace(reader.knowledge, digest="0" * 64)
    monkeypatch.setattr(pipeline, "load", lambda folder: other)
    again = read(corpus)
    assert (again.new, again.reports) == (first.new, first.reports)


def test_version_names_everything_a_reading_depends_on(reader: Reader) -> None:
    shipped = version_of(Job(), reader.knowledge)
    others = {
        version_of(Job(pipeline="another"), reader.knowledge).digest,
        version_of(Job(), replace(reader.knowledge, digest="0")).digest,
    }
    assert shipped.digest not in others
    assert len(others) == 2


def test_progress_ends_at_the_whole(corpus: Path, tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    pipeline.build(
        [corpus], tmp_path / "r", engine=InProcess(), progress=lambda *step: seen.append(step)
    )
    assert [done for stage, done, _ in seen if stage == "reading"][-1] == 5


def test_summary_begins_with_the_rejections_when_they_are_many() -> None:
    lines = replace(SUMMARY, refused={"no_text": 3}).lines()
    assert lines[0].startswith("Set aside: 3 no_text")


def test_summary_ends_with_the_rejections_when_they_are_few() -> None:
    lines = replace(SUMMARY, refused={"no_text": 1}).lines()
    assert lines[-1].startswith("Set aside: 1 no_text")


def test_summary_says_what_was_read_and_what_the_record_holds() -> None:
    assert SUMMARY.lines() == [
        "Read 10 reports, 10 of them new, in 1.5 s. The record record holds 10 reports, "
        "3 tellings, 2 incidents and 0 conflicts.",
        "Reading the new ones took 1.0 s, 10 a second, and gave 3 tellings; linking and weighing "
        "all took 0.5 s.",
    ]


def test_summary_of_a_run_without_news_is_short() -> None:
    assert len(replace(SUMMARY, new=0).lines()) == 1


def test_summary_counts_what_stood_there_twice() -> None:
    assert "2 reports stood there twice and count once." in replace(SUMMARY, twice=2).lines()
