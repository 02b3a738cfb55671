from __future__ import annotations

import pytest

from dragoman.formats.publishing import FORMATS
from dragoman.formats.registry import Settings
from tests.docs.reading import sections, text
from tests.formats import told_record
from tests.formats.told_record import only, written


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return told_record.made(tmp_path_factory.mktemp("record"))


forms = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)


def test_names_of_formats_and_files_differ(record) -> None:
    files = [file.name for form in FORMATS for file in form.files(record, Settings())]
    assert len({form.name for form in FORMATS}) == len(FORMATS)
    assert len(set(files)) == len(files)


@forms
def test_the_same_record_gives_the_same_bytes(form, record, tmp_path) -> None:
    again = told_record.made(tmp_path)
    assert written(form, record, title="T") == written(form, again, title="T")


@forms
def test_rows_in_another_order_give_the_same_bytes(form, record, tmp_path, monkeypatch) -> None:
    for name in ("REPORTS", "EVENTS", "INCIDENTS", "CONFLICTS", "RELATIONS"):
        monkeypatch.setattr(told_record, name, getattr(told_record, name)[::-1])
    assert written(form, record) == written(form, told_record.made(tmp_path))


@pytest.mark.parametrize(
    "form",
    # JSON for programs keeps every character, escaped: tested with the format.
    [form for form in FORMATS if form.name not in ("geojson", "timesketch", "web-annotation")],
    ids=lambda form: form.name,
)
def test_no_hidden_character_of_a_report_stands_in_a_file(form, record) -> None:
    for content in written(form, record, title=told_record.HOSTILE).values():
        assert not {"\x00", "\x07", "\x1b", "\u202e", "\ufffe"} & set(content)


@forms
def test_where_nothing_is_asked_for_no_row_is_written(form, record) -> None:
    for file in form.files(only(record, act="mediate"), Settings()):
        list(file.content)
        assert file.count() == 0


@forms
def test_counts_and_notes_are_there_after_the_content(form, record) -> None:
    for file in form.files(record, Settings()):
        assert list(file.content)
        assert (file.count() or 0) > 0
        assert all(note.endswith(".") for note in file.notes())


@forms
def test_every_format_is_documented_with_its_files_and_settings(form, record) -> None:
    parts = sections(text("docs/formats.md"), level=3)
    (part,) = [body for head, body in parts.items() if form.name in head.split(", ")]
    names = [file.name for file in form.files(record, Settings())]
    assert [name for name in names if f"`{name}`" not in part] == []
    options = [f"`--{name.replace('_', '-')}`" for name in form.takes]
    assert [option for option in options if option not in part] == []
