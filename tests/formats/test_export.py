from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman import api
from dragoman.errors import UsageError
from dragoman.formats import known
from dragoman.formats.chosen import Chosen
from dragoman.formats.export import send, write
from dragoman.formats.registry import File, Format, Settings
from dragoman.store.store import Store


def of_files(*files: File) -> Format:
    return Format(name="made", about="made for a test", files=lambda chosen, settings: files)


@pytest.mark.parametrize("form", known.FORMATS)
def test_exporting_twice_gives_the_same_bytes(store: Store, tmp_path: Path, form: str) -> None:
    one, two = (api.export(store, form, tmp_path / name) for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


@pytest.mark.parametrize("form", known.FORMATS)
def test_nothing_stands_in_the_folder_that_is_not_named(
    store: Store, tmp_path: Path, form: str
) -> None:
    paths = api.export(store, form, tmp_path / "out")
    assert sorted(paths) == sorted((tmp_path / "out").iterdir())


@pytest.mark.parametrize("form", known.FORMATS)
def test_an_export_of_nothing_still_has_its_files(store: Store, tmp_path: Path, form: str) -> None:
    whole = api.export(store, form, tmp_path / "one")
    none = api.export(store, form, tmp_path / "two", since="2100")
    assert [path.name for path in none] == [path.name for path in whole]


@pytest.mark.parametrize("form", known.FORMATS)
def test_the_package_tells_size_and_digest(store: Store, tmp_path: Path, form: str) -> None:
    *_, package = api.export(store, form, tmp_path / "out")
    for one in json.loads(package.read_text(encoding="utf-8"))["resources"]:
        data = (tmp_path / "out" / one["path"]).read_bytes()
        assert one["bytes"] == len(data)
        assert one["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()


def test_the_package_tells_fields_and_what_was_asked(store: Store, tmp_path: Path) -> None:
    *_, package = api.export(store, "csv", tmp_path / "out", party="Chile", top=1)
    told = json.loads(package.read_text(encoding="utf-8"))
    assert told["query"] == ["--party Chile", "--top 1"]
    (events,) = [one for one in told["resources"] if one["path"] == "events.csv"]
    assert events["schema"]["fields"][0]["name"] == "event_id"
    assert events["rows"] == 2


def test_the_note_tells_counts_what_was_asked_and_what_was_left_out(
    store: Store, tmp_path: Path
) -> None:
    file = File(
        name="a.txt", about="one row per thing", content=["x"], count=lambda: 1,
        notes=lambda: ["3 things had no day"],
    )  # fmt: skip
    write(Chosen(store=store), of_files(file), Settings(coarse="drop"), tmp_path)
    told = (tmp_path / "README.txt").read_text(encoding="utf-8")
    for words in ("made for a test", "--coarse drop", "1 row.", "a.txt: 3 things had no day",
                  "the reports' own"):  # fmt: skip
        assert words in told


def test_a_file_that_breaks_off_leaves_the_old_one(store: Store, tmp_path: Path) -> None:
    def broken() -> Iterator[str]:
        yield "half"
        raise UsageError("no more")

    (tmp_path / "a.txt").write_text("whole")
    with pytest.raises(UsageError):
        write(Chosen(store=store), of_files(File(name="a.txt", about="", content=broken())),
              Settings(), tmp_path)  # fmt: skip
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text() == "whole"


def test_a_file_in_the_way_is_left_alone(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(UsageError, match="is a file"):
        api.export(store, "jsonl", tmp_path / "out")


def test_one_file_can_be_sent(store: Store) -> None:
    out = io.BytesIO()
    done = send(Chosen(store=store), of_files(File(name="a", about="", content=["é", "!"])),
                Settings(), out)  # fmt: skip
    assert (out.getvalue(), done.rows) == ("é!".encode(), 1)


def test_several_files_cannot_be_sent(store: Store) -> None:
    with pytest.raises(UsageError, match="has several files"):
        send(Chosen(store=store), known.find("csv"), Settings(), io.BytesIO())
