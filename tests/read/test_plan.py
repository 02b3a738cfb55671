"""Cutting a corpus into shards."""

import json
import pickle
from pathlib import Path

import pytest

from dragoman.errors import NoSuchPathError
from dragoman.read import Limits, plan

SMALL = Limits(shard_reports=4)


def corpus(folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(f"Report number {number}.")
    return folder


def rows(path: Path, count: int) -> Path:
    lines = (json.dumps({"id": n, "text": f"Report number {n}."}) for n in range(count))
    path.write_text("\n".join(lines) + "\n")
    return path


def test_every_report_is_in_one_shard(tmp_path: Path) -> None:
    shards = plan([corpus(tmp_path / "a", 50)], limits=SMALL)
    assert sorted(piece.uri for shard in shards for piece in shard.pieces) == [
        f"{number:03}.txt" for number in range(50)
    ]


def test_plan_is_the_same_elsewhere(tmp_path: Path) -> None:
    first = plan([corpus(tmp_path / "a", 30)], limits=SMALL)
    second = plan([corpus(tmp_path / "b", 30)], limits=SMALL)
    assert [shard.key for shard in first] == [shard.key for shard in second]


def test_added_report_leaves_most_shards_alone(tmp_path: Path) -> None:
    before = {shard.key for shard in plan([corpus(tmp_path / "a", 100)], limits=SMALL)}
    (tmp_path / "a" / "0005.txt").write_text("Another report.")
    after = {shard.key for shard in plan([tmp_path / "a"], limits=SMALL)}
    assert len(after - before) <= len(before) / 4


def test_key_depends_on_the_bytes(tmp_path: Path) -> None:
    before = plan([corpus(tmp_path / "a", 1)])
    (tmp_path / "a" / "000.txt").write_text("Changed.")
    assert plan([tmp_path / "a"])[0].key != before[0].key


def test_key_depends_on_the_name(tmp_path: Path) -> None:
    before = plan([corpus(tmp_path / "a", 1)])
    (tmp_path / "a" / "000.txt").rename(tmp_path / "a" / "001.txt")
    assert plan([tmp_path / "a"])[0].key != before[0].key


def test_shard_is_never_more_than_twice_the_size(tmp_path: Path) -> None:
    shards = plan([rows(tmp_path / "a.jsonl", 500)], limits=SMALL)
    assert max(shard.reports for shard in shards) <= 8


def test_rows_in_a_shard_are_one_piece(tmp_path: Path) -> None:
    shards = plan([rows(tmp_path / "a.jsonl", 100)], limits=SMALL)
    assert {len(shard.pieces) for shard in shards} == {1}


def test_large_reports_end_a_shard(tmp_path: Path) -> None:
    corpus(tmp_path / "a", 10)
    shards = plan([tmp_path / "a"], limits=Limits(shard_bytes=40, shard_reports=1000))
    assert max(len(shard.pieces) for shard in shards) == 2


def test_file_named_twice_is_read_once(tmp_path: Path) -> None:
    corpus(tmp_path / "a", 3)
    shards = plan([tmp_path / "a", tmp_path / "a" / "001.txt", tmp_path / "a"])
    assert sum(shard.reports for shard in shards) == 3


def test_shards_pickle(tmp_path: Path) -> None:
    shards = plan([corpus(tmp_path / "a", 3)])
    assert pickle.loads(pickle.dumps(shards)) == shards


def test_missing_path_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPathError, match="nowhere"):
        plan([corpus(tmp_path / "a", 1), tmp_path / "nowhere"])


def test_empty_folder_has_no_shards(tmp_path: Path) -> None:
    assert plan([tmp_path]) == ()
