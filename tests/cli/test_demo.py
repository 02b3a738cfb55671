"""The demo is the product seen whole: these tests read the sample story with the real parser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.cli.main import main
from dragoman.store.store import Store
from tests.cli.run import Run


@pytest.fixture(scope="module")
def dest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "demo"
    with pytest.raises(SystemExit) as stopped:
        main(["demo", str(folder)])
    assert not stopped.value.code
    return folder


@pytest.fixture
def store(dest: Path) -> Iterator[Store]:
    with Store.open(dest / "record") as opened:
        yield opened


def test_page_and_record_stay(dest: Path) -> None:
    assert sorted(path.name for path in dest.iterdir()) == ["index.html", "record"]


def test_second_run_reads_nothing_again(dest: Path, run: Run) -> None:
    ran = run("demo", dest)
    assert ran.code == 0
    assert "0 of them new" in ran.err


def test_answer_of_the_day_is_printed(dest: Path, run: Run) -> None:
    assert "On 10 November 2025 relations between Peru and Mexico were severed" in (
        run("demo", dest).out
    )


def test_folder_with_other_things_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("", "utf-8")
    ran = run("demo", tmp_path)
    assert ran.code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_relations_go_from_full_through_recalled_to_severed(store: Store) -> None:
    spells = [row for row in store.rows("relations") if row["pair"] == ["MEX", "PER"]]
    assert [(str(row["date_start"]), row["state"]) for row in spells] == [
        ("None", "full"), ("2022-12-20", "recalled"), ("2025-11-03", "severed"),
    ]  # fmt: skip


def test_wrong_asylum_seeker_is_a_conflict_and_loses(store: Store) -> None:
    (row,) = [
        row
        for row in store.rows("conflicts", kind="argument")
        if any("Torres" in side["value"] for side in row["readings"])
    ]
    assert "Chávez" in row["readings"][row["preferred"]]["value"]


@pytest.mark.parametrize(
    ("country", "right", "wrong"),
    [
        ("Mexico", "Claudia Sheinbaum", "Andrés Manuel López Obrador"),
        ("Peru", "José Jerí", "Dina Boluarte"),
    ],
)
def test_wrong_president_is_a_conflict_and_loses(
    store: Store, country: str, right: str, wrong: str
) -> None:
    (row,) = [one for one in store.rows("conflicts", kind="office") if country in one["about"]]
    assert [side["value"] for side in row["readings"]] == [right, wrong]
    assert row["preferred"] == 0


def test_manner_of_the_recall_stays_open(store: Store) -> None:
    (row,) = [
        one
        for one in store.rows("conflicts", kind="argument")
        if {side["value"] for side in one["readings"]} == {"indefinitely", "temporarily"}
    ]
    assert row["preferred"] is None


def test_copy_of_the_wire_report_is_found(store: Store) -> None:
    reports = {row["report_id"]: row for row in store.rows("reports")}
    copies = {
        row["uri"]: reports[row["duplicate_of"]]["uri"]
        for row in reports.values()
        if row["duplicate_of"]
    }
    assert copies == {"hg-57120": "pw-20251103-114"}


def test_spanish_report_is_kept_and_not_coded(store: Store) -> None:
    (report,) = [row for row in store.rows("reports") if row["lang"] == "es"]
    assert store.rows("events", report_id=report["report_id"]) == []


@pytest.mark.parametrize(
    ("uri", "published", "how"),
    [
        ("wire-castillo-removed.txt", "2022-12-08", "text"),
        ("2025-03-05-radio-trial.txt", "2025-03-05", "uri"),
        ("blog-empty-chairs.md", "2025-10-12", "given"),
        ("broadcaster-relations.html", "2025-11-04", "given"),
        ("hg-57120", "2025-11-04", "given"),
    ],
)
def test_report_is_dated(store: Store, uri: str, published: str, how: str) -> None:
    (row,) = store.rows("reports", uri=uri)
    assert (str(row["published"]), row["published_from"]) == (published, how)


def test_every_quote_stands_in_its_report(store: Store) -> None:
    texts = {row["report_id"]: row["text"] for row in store.rows("texts")}
    wrong = [
        row["event_id"]
        for row in store.rows("events")
        if texts[row["report_id"]][row["start"] : row["end"]] != row["quote"]
    ]
    assert wrong == []
