from __future__ import annotations

from pathlib import Path

from dragoman.store import shards
from tests.store.made import FIRST, SECOND, reading, refused


def test_readings_come_back_equal(tmp_path: Path) -> None:
    given = {"k1": reading("r1"), "k2": refused("x.txt")}
    shards.write(tmp_path, given, FIRST, sequence=1)
    assert dict(shards.readings(tmp_path, FIRST.digest)) == given


def test_the_key_does_not_depend_on_the_order_of_the_readings(tmp_path: Path) -> None:
    one = shards.write(tmp_path, {"a": reading("r1"), "b": reading("r2")}, FIRST, sequence=1)
    two = shards.write(tmp_path, {"b": reading("r2"), "a": reading("r1")}, FIRST, sequence=2)
    assert one == two


def test_writing_a_shard_again_leaves_its_files_alone(tmp_path: Path) -> None:
    key = shards.write(tmp_path, {"a": reading("r1")}, FIRST, sequence=1)
    before = (tmp_path / key / "shard.json").read_bytes()
    shards.write(tmp_path, {"a": reading("r1")}, FIRST, sequence=7)
    assert (tmp_path / key / "shard.json").read_bytes() == before


def test_the_version_asked_for_counts_though_another_wrote_later(tmp_path: Path) -> None:
    shards.write(tmp_path, {"a": reading("r1", "meet")}, FIRST, sequence=1)
    shards.write(tmp_path, {"a": reading("r1", "elect")}, SECOND, sequence=2)
    ((_, found),) = shards.readings(tmp_path, FIRST.digest)
    assert found.events[0].act == "meet"


def test_the_last_written_counts_where_the_version_asked_for_has_none(tmp_path: Path) -> None:
    shards.write(tmp_path, {"a": reading("r1", "elect")}, SECOND, sequence=2)
    shards.write(tmp_path, {"a": reading("r1", "meet")}, FIRST, sequence=1)
    ((_, found),) = shards.readings(tmp_path, "another")
    assert found.events[0].act == "elect"


def test_part_of_a_shard_may_be_superseded(tmp_path: Path) -> None:
    shards.write(tmp_path, {"a": reading("r1"), "b": reading("r2")}, FIRST, sequence=1)
    shards.write(tmp_path, {"b": reading("r2", "elect")}, SECOND, sequence=2)
    acts = {key: found.events[0].act for key, found in shards.readings(tmp_path, SECOND.digest)}
    assert acts == {"a": "meet", "b": "elect"}


def test_an_unfinished_shard_is_not_read(tmp_path: Path) -> None:
    key = shards.write(tmp_path, {"a": reading("r1")}, FIRST, sequence=1)
    (tmp_path / key).rename(tmp_path / f"{shards.UNFINISHED}{key}-1")
    assert list(shards.readings(tmp_path, FIRST.digest)) == []


def test_unfinished_shards_can_be_cleared(tmp_path: Path) -> None:
    key = shards.write(tmp_path, {"a": reading("r1")}, FIRST, sequence=1)
    (tmp_path / key).rename(tmp_path / f"{shards.UNFINISHED}{key}-1")
    shards.clear_unfinished(tmp_path)
    assert list(tmp_path.iterdir()) == []
