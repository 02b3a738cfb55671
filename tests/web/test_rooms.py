from __future__ import annotations

import sqlite3
import threading
import time
from pathlib import Path

import duckdb
import pytest

from dragoman.errors import RecordError, RecordMissingError
from dragoman.store.store import Store
from dragoman.web import indexing
from dragoman.web.rooms import Rooms, TooLongError
from tests.web.conftest import NAMES, publish, site

ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n"


def opened(folder: Path) -> Rooms:
    return Rooms(folder, NAMES, title="x")


def test_the_index_lies_beside_the_snapshot_and_is_used_again(tmp_path: Path) -> None:
    folder = publish(tmp_path / "record")
    opened(folder).close()
    path = folder / "record-1.pages.sqlite"
    made = path.stat().st_mtime_ns
    opened(folder).close()
    assert path.stat().st_mtime_ns == made
    assert [one.name for one in folder.glob(".*")] == []


def test_a_damaged_or_foreign_index_is_made_anew(tmp_path: Path) -> None:
    folder = publish(tmp_path / "record")
    path = folder / "record-1.pages.sqlite"
    path.write_bytes(b"not a database" * 100)
    opened(folder).close()
    with sqlite3.connect(path) as index:
        index.execute("update index_of set digest = 'of another'")
    rooms = opened(folder)
    with rooms.edition() as edition:
        assert edition.digest != "of another"
    rooms.close()


def test_a_record_that_cannot_be_written_to_is_served_from_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = publish(tmp_path / "record")
    monkeypatch.setattr("dragoman.web.rooms.os.access", lambda path, mode: False)
    rooms = opened(folder)
    with rooms.edition() as edition:
        assert edition.path.parent != folder
        elsewhere = edition.path.parent
    assert list(folder.glob("*.sqlite")) == []
    rooms.close()
    assert not elsewhere.exists()


def test_a_new_snapshot_takes_its_index_along_and_the_old_goes(tmp_path: Path) -> None:
    folder = publish(tmp_path / "record")
    rooms = opened(folder)
    publish(folder, inputs="i2")
    assert rooms.is_behind()
    assert list(folder.glob("*.sqlite")) == []
    with rooms.edition() as old, old.room() as room:
        rooms.renew()
        # Who is in the old edition still finds everything there.
        assert room.made()["inputs"] == "i1"
    with rooms.edition() as new, new.room() as room:
        assert (new.name, room.made()["inputs"]) == ("record-2", "i2")
    assert not rooms.is_behind()
    assert [one.name for one in folder.glob("*.sqlite")] == ["record-2.pages.sqlite"]
    assert not old.enter()
    rooms.close()


def test_pages_are_answered_while_the_record_changes(tmp_path: Path) -> None:
    folder = publish(tmp_path / "record")
    rooms = opened(folder)
    client = site(rooms)
    seen: set[str] = set()
    faults: list[int] = []
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            answer = client.get("/about.json")
            if answer.status_code == 200:
                seen.add(answer.json()["made"]["inputs"])
            else:
                faults.append(answer.status_code)

    reader = threading.Thread(target=look)
    reader.start()
    for number in ("i2", "i3"):
        publish(folder, inputs=number)
        rooms.renew()
    time.sleep(0.1)
    stop.set()
    reader.join()
    rooms.close()
    assert faults == []
    assert "i3" in seen


def test_following_shows_the_newest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.web.rooms.LOOK_S", 0.05)
    folder = publish(tmp_path / "record")
    rooms = opened(folder)
    thread = rooms.follow()
    publish(folder, inputs="i2")
    due = time.monotonic() + 20
    while rooms.is_behind() and time.monotonic() < due:
        time.sleep(0.05)
    rooms.close()
    thread.join(timeout=5)
    assert not thread.is_alive()
    with sqlite3.connect(folder / "record-2.pages.sqlite") as index:
        assert index.execute("select count(*) from incidents").fetchone() == (2,)


def test_what_takes_too_long_is_cut_off(rooms: Rooms) -> None:
    with (
        rooms.edition() as edition,
        pytest.raises(TooLongError, match=r"longer than 0\.1 s"),
        edition.room(limit_s=0.1) as room,
    ):
        room.value(ENDLESS)
    with rooms.edition() as edition, edition.room() as room:
        assert room.value("select 1") == 1


def test_a_folder_without_a_record_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordMissingError):
        opened(tmp_path)
    Store.open(tmp_path / "r", create=True)
    with pytest.raises(RecordError, match="nothing to show yet"):
        opened(tmp_path / "r")


def test_tables_of_an_older_program_are_told(tmp_path: Path) -> None:
    folder = publish(tmp_path / "record")
    with duckdb.connect(str(folder / "record-1.duckdb")) as connection:
        connection.execute("drop table offices")
    with pytest.raises(RecordError, match="made by an older dragoman: there is no offices"):
        opened(folder)


def test_the_builder_says_where_and_why_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.web.indexing.os.nice", lambda by: by)
    folder = publish(tmp_path / "record")
    assert indexing.main([str(folder), str(folder)]) == 0
    assert capsys.readouterr().out.strip() == str(folder / "record-1.pages.sqlite")
    assert indexing.main([str(tmp_path), str(folder)]) == 1
    assert "there is no record here" in capsys.readouterr().err
