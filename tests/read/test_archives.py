"""Archives of fetched pages: every whole page is read, whatever lies beside it."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import brotli
import pytest
import zstandard

from dragoman.model.report import RawReport, Rejection
from dragoman.read import Limits, plan, read


def page(number: int) -> bytes:
    return f"<html><body><p>The envoy of Kenya left Oslo {number} times.</p></body></html>".encode()


def record(
    number: int, body: bytes | None = None, *, kind: str = "response", status: int = 200,
    mime: str = "text/html; charset=utf-8", headers: str = "",
) -> bytes:  # fmt: skip
    http = f"HTTP/1.1 {status} OK\r\nContent-Type: {mime}\r\n{headers}\r\n".encode()
    block = http + (page(number) if body is None else body)
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://news.example/{number}\r\n"
        f"WARC-Date: 2025-11-03T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def got(path: Path, **limits: int) -> list[str]:
    """The url of every report, the reason of everything else, in order."""
    found = [
        item
        for shard in plan([path], limits=Limits(**limits))
        for item in read(shard, limits=Limits(**limits))
    ]
    return [str(i.url) if isinstance(i, RawReport) else i.reason for i in found]


def urls(*numbers: int) -> list[str]:
    return [f"http://news.example/{number}" for number in numbers]


def packed(*records: bytes) -> bytes:
    return b"".join(gzip.compress(one) for one in records)


def test_pages_have_their_address_and_the_day_they_were_fetched(tmp_path: Path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(record(1), record(2)))
    (shard,) = plan([path], limits=Limits(shard_reports=100_000))
    first, second = read(shard)
    assert isinstance(first, RawReport)
    assert (first.media, first.uri, first.retrieved) == ("html", *urls(1), "2025-11-03T10:00:00Z")
    assert "Oslo 1 times" in first.content
    assert isinstance(second, RawReport)


def test_a_plain_archive_is_read_as_a_packed_one(tmp_path: Path):
    path = tmp_path / "a.warc"
    path.write_bytes(record(1) + record(2))
    assert got(path) == urls(1, 2)


def test_what_is_no_page_is_passed_over_and_what_failed_is_told(tmp_path: Path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(
        packed(
            record(1, kind="request"), record(2, b"\x89PNG", mime="image/png"),
            record(3, status=404), record(4),
        )
    )  # fmt: skip
    assert got(path) == ["no_page", *urls(4)]


@pytest.mark.parametrize("damaged", range(5))
@pytest.mark.parametrize("at", [1, 60, -3])
def test_a_damaged_member_costs_itself(tmp_path: Path, damaged: int, at: int):
    members = [bytearray(gzip.compress(record(number))) for number in range(5)]
    members[damaged][at] ^= 0xFF
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(members))
    found = got(path)
    assert [one for one in found if one.startswith("http")] in (
        urls(*(n for n in range(5) if n != damaged)), urls(*range(5)),
    )  # fmt: skip
    assert len(found) >= 5


def test_an_archive_that_was_cut_keeps_what_is_whole(tmp_path: Path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(record(1), record(2))[:-40])
    assert got(path) == [*urls(1), "corrupt_record"]


def test_what_is_no_archive_says_so(tmp_path: Path):
    path = tmp_path / "a.warc"
    path.write_bytes(b"The envoy left. " * 100)
    assert got(path) == ["corrupt_record"]


ENCODED = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}


@pytest.mark.parametrize("name", ENCODED)
def test_bodies_are_unpacked(tmp_path: Path, name: str):
    body = ENCODED[name](page(1))
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(record(1, body, headers=f"Content-Encoding: {name}\r\n")))
    assert got(path) == urls(1)


@pytest.mark.parametrize("name", ENCODED)
def test_a_bomb_between_two_pages_costs_itself(tmp_path: Path, name: str):
    bomb = ENCODED[name](b"<p>" + b"A" * 30_000_000)
    path = tmp_path / "a.warc.gz"
    middle = record(2, bomb, headers=f"Content-Encoding: {name}\r\n")
    path.write_bytes(packed(record(1), middle, record(3)))
    assert got(path) == ["http://news.example/1", "bomb", "http://news.example/3"]


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        ("Content-Encoding: gzip\r\n", b"not packed", "corrupt_record"),
        ("Content-Encoding: compress\r\n", b"x", "unknown_encoding"),
        ("Content-Encoding: br, br, br\r\n", b"x", "bomb"),
    ],
)
def test_a_body_that_cannot_be_unpacked_is_told(tmp_path, headers, body, reason):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(record(1, body, headers=headers), record(2)))
    assert got(path) == [reason, *urls(2)]


def test_chunked_bodies_are_joined(tmp_path: Path):
    body = page(1)
    chunks = b"5\r\n" + body[:5] + b"\r\n%x;x=y\r\n" % len(body[5:]) + body[5:] + b"\r\n0\r\n\r\n"
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(record(1, chunks, headers="Transfer-Encoding: chunked\r\n")))
    (shard,) = plan([path])
    (report,) = read(shard)
    assert not isinstance(report, Rejection)
    assert report.content == body.decode()


def test_the_charset_of_the_server_is_believed_where_the_bytes_agree(tmp_path: Path):
    body = "<p>El canciller habló en Perú de la relación con México.</p>".encode("cp1252")
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(record(1, body * 9, mime="text/html; charset=iso-8859-1")))
    (shard,) = plan([path])
    (report,) = read(shard)
    assert not isinstance(report, Rejection)
    assert "habló en Perú" in report.content


def test_shards_of_a_long_archive_give_back_what_was_planned(tmp_path: Path):
    path = tmp_path / "a.warc.gz"
    members = [record(number, status=404 if number % 7 == 0 else 200) for number in range(60)]
    path.write_bytes(packed(*members))
    shards = plan([path], limits=Limits(shard_reports=4))
    assert len(shards) > 3
    assert sum(shard.reports for shard in shards) == 60
    found = got(path, shard_reports=4)
    assert found.count("no_page") == 9
    assert [one for one in found if one != "no_page"] == urls(*(n for n in range(60) if n % 7))


def test_a_large_record_is_set_aside_and_the_next_is_read(tmp_path: Path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(record(1, b"A" * 50_000), record(2)))
    assert got(path, record_bytes=10_000) == ["too_large", *urls(2)]
