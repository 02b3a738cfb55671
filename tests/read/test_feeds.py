"""Feeds: an entry is a report; nothing is expanded, opened or fetched."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from dragoman.model.report import RawReport
from dragoman.read import Limits, plan, read

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Fjord Post</title><language>en-gb</language>
<item><title>Kenya recalls envoy</title><link>http://fjord.example/1</link>
<guid>fjord-1</guid><pubDate>Mon, 03 Nov 2025 10:00:00 GMT</pubDate><dc:creator>A. Vik</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<p>Kenya recalled its envoy to Norway.</p>]]></content:encoded></item>
<item><title>Second</title>
<description>Norway regretted the step &amp; hoped for talks.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title>
<entry><id>tag:x,1</id><title>Talks</title><updated>2025-11-03T10:00:00Z</updated>
<content type="html">&lt;p&gt;They met in Oslo.&lt;/p&gt;</content></entry></feed>"""
BOMB = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel>&b;</channel></rss>'
OUTSIDE = '<!DOCTYPE r [<!ENTITY x SYSTEM "{}">]><rss><channel><title>&x;</title></channel></rss>'


def got(path: Path, text: str | bytes, **limits: int) -> list[RawReport | str]:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    bounds = Limits(**limits)
    found = [one for shard in plan([path], limits=bounds) for one in read(shard, limits=bounds)]
    return [one if isinstance(one, RawReport) else one.reason for one in found]


def test_an_item_has_its_values(tmp_path: Path):
    first, second = got(tmp_path / "a.rss", RSS)
    assert isinstance(first, RawReport)
    assert isinstance(second, RawReport)
    assert (first.uri, first.url, first.title) == (
        "fjord-1", "http://fjord.example/1", "Kenya recalls envoy",
    )  # fmt: skip
    assert (first.publisher, first.byline, first.lang) == ("The Fjord Post", "A. Vik", "en")
    assert first.published == "Mon, 03 Nov 2025 10:00:00 GMT"
    assert (first.media, "recalled its envoy" in first.content) == ("html", True)
    assert second.content == "Norway regretted the step & hoped for talks."
    assert (second.media, second.uri) == ("text", "a.rss#2")


def test_an_atom_feed_is_read_whatever_its_name_ends_in(tmp_path: Path):
    (only,) = got(tmp_path / "a.xml", ATOM)
    assert isinstance(only, RawReport)
    assert (only.uri, only.publisher, only.published) == ("tag:x,1", "Desk", "2025-11-03T10:00:00Z")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("text", [BOMB, OUTSIDE.format("file:///etc/hostname")])
def test_entities_are_refused_before_anything_is_parsed(tmp_path, text, encoding):
    assert got(tmp_path / "a.rss", text.encode(encoding)) == ["dtd"]


def test_a_feed_that_points_outside_calls_nobody(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as decoy:
        decoy.settimeout(0.2)
        address = f"http://127.0.0.1:{decoy.getsockname()[1]}/"
        for text in (
            OUTSIDE.format(address),
            address,
            RSS.replace("http://fjord.example/1", address),
        ):
            got(tmp_path / "a.rss", text)
        with pytest.raises(TimeoutError):
            decoy.accept()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<urlset><url><loc>http://x.example/</loc></url></urlset>", "no_feed"),
        ("/etc/hostname", "no_feed"),
        ("", "no_feed"),
        ("<rss><channel><item><title>x", "no_text"),
        ("<rss", "bad_feed"),
    ],
)
def test_what_is_no_feed_says_so(tmp_path, text, reason):
    assert got(tmp_path / "a.xml", text) == [reason]


def test_too_many_entries_are_refused(tmp_path: Path):
    assert got(tmp_path / "a.rss", RSS, feed_entries=1) == ["too_many_entries"]


def test_a_bare_entry_costs_itself(tmp_path: Path):
    text = RSS.replace("<item><title>Second", "<item></item><item><title>Second")
    assert [one for one in got(tmp_path / "a.rss", text) if isinstance(one, str)] == ["no_text"]
