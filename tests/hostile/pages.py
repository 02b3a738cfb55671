"""Pages that broke parsers once, made at test time: (name, page, reason or None for a report)."""

from __future__ import annotations

REPORT = (
    "<p>The foreign minister of Kenya met the ambassador of Norway in Nairobi on Monday.</p>"
    "<p>They spoke about trade and fishing for two hours, the ministry said later.</p>"
    "<p>A further meeting is planned for June, when the king comes to Mombasa.</p>"
)


def around(stuff: str) -> str:
    """A page with a report behind `stuff`."""
    head = "<html><head><title>Talks</title></head>"
    return f"{head}<body>{stuff}<article>{REPORT}</article></body></html>"


PAGES: tuple[tuple[str, str, str | None], ...] = (
    ("deep div", around("<div>" * 200_000), "too_deep"),
    ("open anchors", around("<a " * 300_000), "too_many_attributes"),
    ("less-than signs", around("<" * 1_000_000), None),
    ("ampersands", around("&" * 1_000_000), None),
    ("misnested", around("<b><i>" * 50_000), "too_deep"),
    ("nested tables", around("<table><tr><td>" * 20_000), "too_deep"),
    ("a long attribute", around('<p title="' + "x" * 5_000_000 + '">y</p>'), None),
    ("a long line", around("<p>" + "word " * 1_000_000 + "</p>"), "too_long"),
    ("100,000 attributes", around("<p " + "a=1 " * 100_000 + ">x</p>"), "too_many_attributes"),
    ("open comments", around("<!--" * 200_000), "too_many_tags"),
    ("open font", around("<font size=1>" * 100_000), "too_deep"),
    ("paragraph and anchor", around("<p><a href=x>" * 50_000), "too_deep"),
    ("NUL and surrogates", around("\x00\ud800" * 1000), "not_text"),
    ("open scripts", around("<script>" * 50_000), "too_deep"),
    ("open quotes", around("<a x='" * 100_000), "too_many_attributes"),
    ("an entity in an entity", "<!DOCTYPE x [<!ENTITY a 'lol'><!ENTITY b '&a;&a;'>]>", "no_text"),
)
