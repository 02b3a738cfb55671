"""Search: whatever is typed is words; facets count and narrow; what is not found is said."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.show.search import terms
from tests.web.conftest import Client

HOSTILE = (
    '"', '""', "'", "*", "-", "(", ")", "a OR", "AND", "NOT", "NEAR(a b)", "title:x", "{title}: x",
    "x^2", "a*b*", "'; drop table words; --", '" OR 1=1 --', "\u202ea", "\x00", "-a", "%", "_",
    "col:{a b}", "a AND AND b", '"unfinished', "é" * 200, "*" * 50, "<script>alert(1)</script>",
)  # fmt: skip


def found(client: Client, q: str, **more: str) -> dict[str, Any]:
    answer = client.get("/search.json", params={"q": q, **more})
    assert answer.status_code == 200, answer.text
    page: dict[str, Any] = answer.json()
    return page


def kinds(page: dict[str, Any]) -> set[str]:
    return {hit["page"] for hit in page["hits"]}


def test_words_are_found_in_incidents_reports_and_names(client: Client):
    page = found(client, "ambassador")
    assert kinds(page) == {"incident", "report"}
    marked = [piece["text"] for hit in page["hits"] for piece in hit["title"] if piece["marked"]]
    assert "ambassador" in marked
    assert kinds(found(client, "ruiz")) >= {"party"}


def test_letters_are_compared_without_case_and_accents(client: Client):
    assert found(client, "BOGOTA")["number"] == found(client, "Bogotá")["number"] == 1


def test_a_phrase_a_beginning_and_a_word_left_out(client: Client):
    assert found(client, '"its ambassador"')["number"]
    assert not found(client, '"ambassador its"')["number"]
    assert found(client, "ambass*")["number"] == found(client, "ambassador")["number"]
    assert found(client, "ambassador -oslo")["number"] < found(client, "ambassador")["number"]


def test_facets_count_and_narrow(client: Client):
    page = found(client, "")
    by_kind = next(one for one in page["facets"] if one["name"] == "kind")
    assert {value["value"] for value in by_kind["values"]} == {"incident", "report", "party"}
    assert page["number"] == sum(value["number"] for value in by_kind["values"])
    narrow = found(client, "ambassador", kind="report")
    assert kinds(narrow) == {"report"}
    assert 0 < narrow["number"] < found(client, "ambassador")["number"]
    assert found(client, "ambassador", country="ZZZ")["number"] == 0


def test_what_is_not_found_is_said_with_what_is_like_it(client: Client):
    page = found(client, "ambasador")
    assert page["number"] == 0
    assert [one["words"] for one in page["instead"]] == ["ambassador"]
    assert "Nothing" in client.get("/search", params={"q": "xyzzy"}).text


@pytest.mark.parametrize("q", HOSTILE)
def test_no_sign_is_a_language(client: Client, q: str):
    answer = client.get("/search", params={"q": q})
    assert answer.status_code in (200, 400)
    assert "<script>alert" not in answer.text
    assert "sqlite" not in answer.text.casefold()


@pytest.mark.parametrize("q", ["-only -without", "a " * 20, "x" * 400])
def test_what_cannot_be_sought_says_why(client: Client, q: str):
    answer = client.get("/search.json", params={"q": q})
    assert answer.status_code == 400
    assert "search" in answer.json()["error"]["reason"]


def test_a_page_that_is_no_number_is_refused(client: Client):
    for page in ("0", "-1", "x", "1" * 30, "٣"):
        assert client.get("/search", params={"q": "a", "page": page}).status_code == 400


def test_a_star_opens_only_beginnings_that_are_long_enough():
    assert [one.is_open for one in terms("amb* am*")] == [True, False]
