from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import HOSTILE
from tests.cli.run import Run


def test_folder_of_pages_is_the_usual_form(run: Run, record: Path, tmp_path: Path) -> None:
    ran = run("dossier", tmp_path / "new" / "pages", "--record", record)
    assert (ran.code, ran.out) == (0, "")
    found = {path.relative_to(tmp_path / "new" / "pages").as_posix()
             for path in (tmp_path / "new" / "pages").rglob("*") if path.is_file()}  # fmt: skip
    assert {"index.html", "incident/i1.html", "assets/site.css", "assets/site.js"} <= found


@pytest.mark.parametrize("asked", [("story.html",), ("story", "--single-file")])
def test_one_file_is_asked_for_by_its_name_or_by_the_option(
    run: Run, record: Path, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    dest, *options = asked
    ran = run("dossier", tmp_path / dest, *options, "--record", record)
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / dest).read_text("utf-8").startswith("<!DOCTYPE html>")
    assert [path.name for path in tmp_path.iterdir()] == [dest]


def test_page_bears_the_title_given(run: Run, record: Path, tmp_path: Path) -> None:
    run("dossier", tmp_path / "p.html", "--title", "Chile <1>", "--record", record)
    assert "<title>Chile &lt;1&gt;</title>" in (tmp_path / "p.html").read_text("utf-8")


def test_page_names_states_in_words(run: Run, record: Path, tmp_path: Path) -> None:
    run("dossier", tmp_path / "p.html", "--record", record)
    assert "Relations of Chile and Norway" in (tmp_path / "p.html").read_text("utf-8")


def test_public_version_says_that_it_is_one(run: Run, record: Path, tmp_path: Path) -> None:
    run("dossier", tmp_path / "p.html", "--public", "--record", record)
    assert "A version to be published: quotes are short" in (tmp_path / "p.html").read_text("utf-8")


def test_hidden_characters_are_shown(run: Run, record: Path, tmp_path: Path) -> None:
    run("dossier", tmp_path / "p.html", "--record", record)
    text = (tmp_path / "p.html").read_text("utf-8")
    assert "\u202e" in HOSTILE
    assert "\u202e" not in text
    assert "[U+202E]" in text


def test_earlier_dossier_is_replaced(run: Run, record: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert run("dossier", tmp_path / "pages", "--record", record).code == 0


@pytest.mark.parametrize(
    ("dest", "options", "says"),
    [
        ("folder", (), "this holds other things; name a new folder"),
        ("folder", ("--single-file",), "this is a folder; name the file"),
        ("folder/thesis.docx", (), "this is a file; name a new folder"),
    ],
)
def test_place_of_other_things_is_refused(
    run: Run, record: Path, tmp_path: Path, dest: str, options: tuple[str, ...], says: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "thesis.docx").write_text("mine", "utf-8")
    ran = run("dossier", tmp_path / dest, *options, "--record", record)
    assert ran.code == 2
    assert says in ran.err
    assert (tmp_path / "folder" / "thesis.docx").read_text("utf-8") == "mine"


def test_record_that_is_not_there_is_an_error(run: Run, tmp_path: Path) -> None:
    ran = run("dossier", tmp_path / "p.html", "--record", tmp_path / "none")
    assert ran.code == 1
    assert not (tmp_path / "p.html").exists()
