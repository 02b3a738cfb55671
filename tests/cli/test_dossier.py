from __future__ import annotations

from pathlib import Path

from tests.cli.run import Run


def test_page_is_written_where_it_was_asked_for(run: Run, record: Path, tmp_path: Path) -> None:
    ran = run("dossier", tmp_path / "new" / "story.html", "--record", record)
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "new" / "story.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_page_bears_the_title_given(run: Run, record: Path, tmp_path: Path) -> None:
    run("dossier", tmp_path / "p.html", "--title", "Chile <1>", "--record", record)
    assert "<title>Chile &lt;1&gt;</title>" in (tmp_path / "p.html").read_text("utf-8")


def test_page_names_states_in_words(run: Run, record: Path, tmp_path: Path) -> None:
    run("dossier", tmp_path / "p.html", "--record", record)
    assert "Relations of Chile and Norway over time" in (tmp_path / "p.html").read_text("utf-8")


def test_folder_as_destination_is_refused(run: Run, record: Path, tmp_path: Path) -> None:
    ran = run("dossier", tmp_path, "--record", record)
    assert ran.code == 2
    assert "this is a folder; name the file" in ran.err


def test_record_that_is_not_there_is_an_error(run: Run, tmp_path: Path) -> None:
    ran = run("dossier", tmp_path / "p.html", "--record", tmp_path / "none")
    assert ran.code == 1
    assert not (tmp_path / "p.html").exists()
