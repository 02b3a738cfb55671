from __future__ import annotations

import json

from dragoman.show import sample


def text_of(name: str) -> str:
    return (sample.folder() / name).read_text(encoding="utf-8")


def rows() -> list[dict[str, str]]:
    return [json.loads(line) for line in text_of("agency.jsonl").splitlines()]


def test_readme_tells_of_every_report() -> None:
    readme = (sample.folder().parent / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in sample.folder().iterdir() if path.name not in readme] == []


def test_reports_are_short() -> None:
    bodies = [text_of(path.name) for path in sample.folder().glob("*.txt")]
    assert all(60 < len(body.split()) < 260 for body in bodies)


def test_rows_have_the_fields_of_a_feed() -> None:
    fields = {"id", "url", "publisher", "title", "published", "text"}
    assert all(set(row) == fields for row in rows())


def test_one_row_is_a_trimmed_copy_of_another() -> None:
    original, copy = rows()[:2]
    shared = set(copy["text"].split("\n\n")) & set(original["text"].split("\n\n"))
    assert len(shared) >= 3
    assert len(copy["text"]) < len(original["text"])


def test_planted_mistakes_are_there() -> None:
    tabloid = text_of("tabloid-door-slammed.txt")
    assert "granted asylum to Aníbal Torres" in tabloid
    assert "Mexican President Andrés Manuel López Obrador" in tabloid


def test_recall_is_told_in_two_ways() -> None:
    assert "indefinitely" in text_of("broadsheet-recall.txt")
    assert "temporarily" in text_of("broadcaster-relations.html")
