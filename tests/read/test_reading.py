"""A shard back into raw reports, for every format."""

import gzip
import json
from pathlib import Path

import pytest
import zstandard

from dragoman.model.report import RawReport, Rejection
from dragoman.read import REASONS, Limits, plan, read

ROWS = [
    {"id": f"r{n}", "title": f"Title {n}", "text": f"Text, of “{n}”;\nline 2."} for n in range(9)
]


def got(path: Path, limits: Limits | None = None) -> list[tuple[str, str]]:
    """(uri, content or reason) of everything at `path`, in order."""
    limits = limits or Limits(shard_reports=2)
    found = [item for shard in plan([path], limits=limits) for item in read(shard, limits=limits)]
    return [(f.uri, f.content if isinstance(f, RawReport) else f.reason) for f in found]


def csv_of(delimiter: str) -> str:
    lines = [delimiter.join(("id", "title", "text"))]
    lines += [delimiter.join(f'"{row[k]}"' for k in ("id", "title", "text")) for row in ROWS]
    return "\n".join(lines) + "\n"


CONTENTS = {
    "a.jsonl": "\n".join(map(json.dumps, ROWS)),
    "a.json": json.dumps(ROWS, indent=2, ensure_ascii=False),
    "a.csv": csv_of(","),
    "b.csv": csv_of(";"),
    "a.tsv": csv_of("\t"),
}
EXPECTED = [(row["id"], row["text"]) for row in ROWS]


@pytest.mark.parametrize("name", CONTENTS)
def test_rows_of_every_format_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(CONTENTS[name], encoding="utf-8")
    assert got(tmp_path) == EXPECTED


@pytest.mark.parametrize("name", CONTENTS)
def test_packed_rows_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(CONTENTS[name].encode()))
    assert got(tmp_path) == EXPECTED


@pytest.mark.parametrize("name", CONTENTS)
def test_rows_packed_with_zstd_are_read(tmp_path: Path, name: str) -> None:
    content = CONTENTS[name].encode()
    packed = [zstandard.compress(content[:9]), zstandard.compress(content[9:])]
    (tmp_path / f"{name}.zst").write_bytes(b"".join(packed))  # two frames, as some tools write
    assert got(tmp_path) == EXPECTED


@pytest.mark.parametrize("name", CONTENTS)
@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16"])
def test_rows_with_a_byte_order_mark_are_read(tmp_path: Path, name: str, charset: str) -> None:
    (tmp_path / name).write_text(CONTENTS[name], encoding=charset)
    assert got(tmp_path) == EXPECTED


@pytest.mark.parametrize(
    ("name", "media"),
    [("a.txt", "text"), ("a.md", "markdown"), ("a.HTM", "html"), ("a.xhtml", "html")],
)
def test_media_follows_the_name(tmp_path: Path, name: str, media: str) -> None:
    (tmp_path / name).write_text("x")
    found = [item for shard in plan([tmp_path]) for item in read(shard)]
    assert [item.media for item in found if isinstance(item, RawReport)] == [media]


def test_packed_text_keeps_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"The envoy left."))
    assert got(tmp_path) == [("a.txt.gz", "The envoy left.")]


def test_broken_line_costs_itself_alone(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\n{"text": \n{"text": "Three."}\n')
    assert got(tmp_path) == [
        ("a.jsonl#1", "One."),
        ("a.jsonl#2", "bad_json"),
        ("a.jsonl#3", "Three."),
    ]


def test_file_changed_after_planning_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Before.")
    (shard,) = plan([tmp_path])
    (tmp_path / "a.txt").write_text("Behind!")
    (item,) = read(shard)
    assert isinstance(item, Rejection)
    assert item.reason == "changed"


def test_file_gone_after_planning_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Before.")
    (shard,) = plan([tmp_path])
    (tmp_path / "a.txt").unlink()
    (item,) = read(shard)
    assert isinstance(item, Rejection)
    assert item.reason == "unreadable"


def test_csv_without_a_header_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("only one column\nx\n")
    assert got(tmp_path) == [("a.csv", "bad_csv")]


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 50)
    assert got(tmp_path) == [("a.txt", "not_text")]


def test_large_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 200)
    (tmp_path / "b.txt").write_bytes(b"x" * 20)
    limits = Limits(record_bytes=100)
    assert got(tmp_path, limits) == [("a.txt", "too_large"), ("b.txt", "x" * 20)]


def test_every_reason_given_is_a_known_one(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": 3}\n[]\n{}\n')
    (tmp_path / "b.xyz").write_text("x")
    reasons = {reason for _, reason in got(tmp_path)} - {"3"}
    assert reasons <= set(REASONS)
