"""Hostile files and folders: each costs itself alone."""

import gzip
import json
import os
import socket
from pathlib import Path

import pytest
import zstandard

from dragoman.model.report import RawReport
from dragoman.read import Limits, plan, read

GOOD = json.dumps({"text": "The envoy of Kenya left Oslo."}).encode()
LIMITS = Limits(record_bytes=100_000)


def got(path: Path) -> list[str]:
    """ "ok" or the reason of everything at `path`, in order."""
    found = [item for shard in plan([path], limits=LIMITS) for item in read(shard, limits=LIMITS)]
    return ["ok" if isinstance(item, RawReport) else item.reason for item in found]


LINES = {
    "a long line": (b'{"text": "' + b"x" * 3_000_000 + b'"}', "too_large"),
    "a long line that is no JSON": (b"x" * 3_000_000, "too_large"),
    "deep": (b'{"text": ' + b"[" * 40_000 + b"]" * 40_000 + b"}", "too_deep"),
    "a long number": (b'{"text": "a", "id": ' + b"9" * 5_000 + b"}", "bad_json"),
    "cut": (GOOD[:-3], "bad_json"),
    "NULs": (b"\x00" * 1000, "not_text"),
    "no object": (b"[1, 2]", "bad_json"),
    "a key twice": (b'{"text": "a", "text": "b"}', "ok"),
    "surrogates": (b'{"text": "\\ud800 and so on"}', "ok"),
    "not a number": (b'{"text": "a", "id": NaN}', "ok"),
    "no UTF-8": (b'{"text": "' + bytes(range(128, 256)) * 9 + b'"}', "not_text"),
}


@pytest.mark.parametrize("name", LINES)
def test_bad_line_between_good_ones(tmp_path: Path, name: str) -> None:
    line, verdict = LINES[name]
    (tmp_path / "a.jsonl").write_bytes(GOOD + b"\n" + line + b"\n" + GOOD)
    if name == "no UTF-8":  # a detector may also find an 8-bit charset for it
        assert got(tmp_path)[::2] == ["ok", "ok"]
    else:
        assert got(tmp_path) == ["ok", verdict, "ok"]


def test_bomb_is_stopped_and_the_next_file_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(bytes(50_000_000), 9))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress((b" " * 90_000 + b"\n") * 400, 9))
    (tmp_path / "c.jsonl").write_bytes(GOOD)
    assert got(tmp_path) == ["too_large", "bomb", "ok"]


def test_a_zstd_bomb_is_stopped_and_the_next_file_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt.zst").write_bytes(zstandard.compress(bytes(50_000_000)))
    (tmp_path / "b.jsonl.zst").write_bytes(zstandard.compress((b" " * 90_000 + b"\n") * 400))
    (tmp_path / "c.jsonl.zst").write_bytes(b"no such pack")
    (tmp_path / "d.jsonl").write_bytes(GOOD)
    assert got(tmp_path) == ["too_large", "bomb", "corrupt_file", "ok"]


def test_cut_pack_gives_what_came_before(tmp_path: Path) -> None:
    lines = b"".join(
        json.dumps({"text": "x", "id": os.urandom(400).hex()}).encode() + b"\n" for _ in range(999)
    )
    packed = gzip.compress(lines)
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    found = got(tmp_path)
    assert found[0] == "ok"
    assert set(found[:-1]) == {"ok"}
    assert found[-1] == "corrupt_file"


def test_pack_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(b"The envoy left.")
    assert got(tmp_path) == ["corrupt_file"]


def test_folder_of_odd_things(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The envoy left.")
    os.mkfifo(tmp_path / "b.txt")
    (tmp_path / "c.txt").symlink_to("/etc/hostname")
    (tmp_path / "d.txt").symlink_to(tmp_path / "d.txt")
    (tmp_path / "e.txt").mkdir()
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(os.path.relpath(tmp_path / "f.txt"))
        assert got(tmp_path) == ["ok"] + ["not_a_file"] * 4


def test_deep_folders_are_walked(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 300)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("The envoy left.")
    assert got(tmp_path) == ["ok"]


def test_file_swapped_for_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The envoy left.")
    (tmp_path / "secret").write_text("The envoy left.")
    shards = plan([tmp_path / "in"])
    (tmp_path / "in" / "a.txt").unlink()
    (tmp_path / "in" / "a.txt").symlink_to(tmp_path / "secret")
    assert [getattr(item, "reason", "ok") for item in read(shards[0])] == ["unreadable"]


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.jsonl", "a.html", "a.md", "a.txt", "a.tsv"])
def test_every_format_survives_every_byte(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(bytes(range(256)) * 64)
    assert "ok" not in got(tmp_path)


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.jsonl", "a.tsv"])
def test_empty_rows_are_no_reports(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    assert "ok" not in got(tmp_path)
