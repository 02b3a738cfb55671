from __future__ import annotations

from dragoman.show.compose import compose
from dragoman.show.cut import Limits, cut
from dragoman.show.dossier import render
from dragoman.show.page import Page
from tests.show.story import conflict, event, incident, reading, report, tables, whole
from tests.show.test_dossier import elements


def page(count: int = 4) -> Page:
    """As many happenings as disagreements, each told by a report of its own and by a common one."""
    names = [f"n{number}" for number in range(count)]
    rows = tables(
        reports=[report("common", "1978-01-01"), *(report(name, "1978-02-01") for name in names)],
        events=[
            event(f"{name}-{told}", told, f"words of {name}", incident_id=name)
            for name in names
            for told in (name, "common")
        ],
        incidents=[
            incident(name, f"Of {name}.", "1978-01-01", events=[f"{name}-{name}", f"{name}-common"])
            for name in names
        ],
        conflicts=[
            conflict(f"c{name}", "Who?", [reading("x", [name], [f"words of {name}"])],
                     incidents=[name])
            for name in names
        ],
    )  # fmt: skip
    return compose(rows, title="A story", names={})


def entries(page: Page) -> list[str]:
    return [entry.sentence for year in page.years for entry in year.entries]


def test_short_page_stays_as_it_is() -> None:
    story = compose(whole(), title="A story", names={})
    assert cut(story) == story


def test_long_timeline_is_cut_and_says_so() -> None:
    short = cut(page(), Limits(entries=3))
    assert entries(short) == ["Of n0.", "Of n1.", "Of n2."]
    assert short.left_out == ("Of 4 happenings this page shows 3.",)


def test_disagreements_are_cut_and_say_so() -> None:
    assert cut(page(), Limits(conflicts=1)).left_out == ("Of 4 disagreements this page shows 1.",)


def test_quotes_left_out_are_counted() -> None:
    (entry, *_) = cut(page(), Limits(quotes=1)).years[0].entries
    assert (len(entry.quotes), entry.unquoted) == (1, 1)


def test_only_cited_reports_are_listed_when_there_are_many() -> None:
    short = cut(page(), Limits(entries=1, conflicts=1, reports=2))
    assert [source.title for source in short.sources] == ["Title of common", "Title of n0"]


def test_no_link_is_left_without_its_target() -> None:
    story = cut(page(), Limits(entries=2, conflicts=2, quotes=1, reports=1))
    tags = elements(render(story)).tags
    anchors = {f"#{attrs['id']}" for _, attrs in tags if "id" in attrs}
    links = {attrs["href"] for tag, attrs in tags if tag == "a"}
    assert {link for link in links if link and link.startswith("#")} <= anchors


def test_copy_is_listed_with_its_original() -> None:
    rows = tables(
        reports=[report("a", "1978-01-01"), report("b", "1978-01-02", duplicate_of="a"),
                 report("c", "1978-01-03")],
        events=[event("e", "b", "words", incident_id="i")],
        incidents=[incident("i", "It happened.", "1978-01-01", events=["e"])],
    )  # fmt: skip
    short = cut(compose(rows, title="A story", names={}), Limits(reports=2))
    assert [source.title for source in short.sources] == ["Title of a", "Title of b"]
