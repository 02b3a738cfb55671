from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from dragoman.errors import RecordLockedError, UsageError
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.room import Room
from dragoman.web import live
from dragoman.web.app import Target
from dragoman.web.rooms import Rooms
from dragoman.web.security import HEADERS, Policy
from tests.web.conftest import Client, site

OWN = {"sec-fetch-site": "same-origin"}
SINGLE = [page.name for page in live.pages(Path()) if not page.has_keys]


@pytest.mark.parametrize("name", SINGLE)
def test_every_page_is_served_with_its_json_twin(client: Client, name: str) -> None:
    page, twin = client.get(f"/{name}"), client.get(f"/{name}.json")
    assert page.status_code == twin.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert twin.headers["content-type"] == "application/json"
    assert twin.json()["title"] in page.text or twin.json()["title"] == "Chile & Norway"


@pytest.mark.parametrize(
    "page", [page for page in live.pages(Path()) if page.has_keys], ids=lambda p: p.name
)
def test_pages_about_something_are_found_by_its_key(
    client: Client, rooms: Rooms, page: Page
) -> None:
    with rooms.edition() as edition, edition.room() as room:
        keys = list(page.keys(room))
    for path in [f"/{page.name}" + ("" if key is None else f"/{key}") for key in keys]:
        assert client.get(path).status_code == 200, path
        assert client.get(f"{path}.json").json()["title"]
    assert client.get(f"/{page.name}").status_code == (200 if None in keys else 404)
    assert client.get(f"/{page.name}/nobody").status_code in (400, 404)


@pytest.mark.parametrize(
    "path", ["/about", "/nothing", "/about.json", "/assets/site.css", "/healthz", "/search?page=x"]
)
def test_every_answer_carries_the_policy(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    "path", ["/nothing", "/about/x", "/incident", "/assets/x.js", "/assets/0/site.js", "/about/",
             "/../../etc/passwd", "/%2e%2e/x", "/.//evil.example", "/healthz/x", "/sql/x"],
)  # fmt: skip
def test_what_is_not_there_is_said_in_the_frame_and_not_echoed(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert 'aria-label="Pages"' in answer.text
    assert "evil" not in answer.text
    assert "passwd" not in answer.text


def test_faults_are_json_where_json_was_asked(client: Client) -> None:
    fault = {"error": {"status": 404, "reason": "Nothing has this address."}}
    assert client.get("/nothing.json").json() == fault
    assert client.get("/nothing", headers={"accept": "application/json"}).json() == fault


def test_a_choice_that_cannot_be_read_is_named(client: Client) -> None:
    answer = client.get("/search.json?page=0")
    assert answer.status_code == 400
    assert answer.json()["error"]["reason"] == "page: expected a number from 1 on"


def test_a_page_is_not_sent_twice(client: Client) -> None:
    first = client.get("/about")
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "no-cache"
    again = client.get("/about", headers={"if-none-match": f'"x", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/about.json").headers["etag"] != tag


def test_style_and_script_stay_for_ever_under_their_version(client: Client) -> None:
    page = client.get("/about").text
    address = page.split('rel="stylesheet" href="')[1].split('"')[0]
    kept = client.get(address)
    assert kept.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert client.get("/assets/site.css").headers["cache-control"] == "no-cache"
    assert client.get("/assets/site.css").content == kept.content


def test_head_gives_the_headers_alone(client: Client) -> None:
    head, page = client.head("/about"), client.get("/about")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(page.content))


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    assert client.request(method, "/about").status_code == 405


def test_a_page_without_forms_takes_none(client: Client) -> None:
    answer = client.post("/about", headers=OWN, data={"x": "1"})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


def test_health_tells_which_snapshot_is_shown(client: Client) -> None:
    found = client.get("/healthz").json()
    assert (found["snapshot"], found["behind"], found["trouble"]) == ("record-1", False, None)
    assert "record-1" in client.get("/about").text


def test_an_id_that_an_incident_had_leads_to_it(rooms: Rooms) -> None:
    page = Page(name="incident", view=_shown, keys=lambda room: room.keys("incidents"))
    client = site(rooms, pages=(page,), handlers={})
    answer = client.get("/incident/e2")
    assert (answer.status_code, answer.headers["location"]) == (307, "/incident/i1")
    assert client.get("/incident/e3.json").headers["location"] == "/incident/i2.json"


class Taken:
    """A page whose form is written down."""

    def __init__(self, rooms: Rooms) -> None:
        self.forms: list[dict[str, str]] = []
        self.error: Exception | None = None
        self.policy = Policy()
        page = Page(name="sql", view=_shown, live=True)
        self.client = site(
            rooms, self.policy, pages=(page,), handlers={}, actions={"sql": self.take}
        )

    def take(self, record: Path, form: Mapping[str, str]) -> Target:
        if self.error is not None:
            raise self.error
        self.forms.append({**form, "record": record.name})
        return Target(page="report", key="a/b", anchor="e 1")

    def post(self, headers: dict[str, str] = OWN, **form: str) -> int:
        self.answer = self.client.post("/sql", headers=headers, data=form)
        return self.answer.status_code


def _shown(room: Room, ask: Ask) -> Shown:
    return Shown(title="x")


@pytest.fixture
def taken(rooms: Rooms) -> Taken:
    return Taken(rooms)


def test_a_form_of_our_own_is_taken_and_leads_on(taken: Taken) -> None:
    assert taken.post(token=taken.policy.token, ruling="accept") == 303
    assert taken.answer.headers["location"] == "/report/a%2Fb#e%201"
    assert taken.forms == [{"ruling": "accept", "record": "record"}]


def test_origin_stands_in_where_a_browser_does_not_say_the_site(taken: Taken) -> None:
    token = taken.policy.token
    assert taken.post({"origin": "http://localhost"}, token=token) == 303
    assert taken.post({"origin": "http://localhost:1"}, token=token) == 403


@pytest.mark.parametrize(
    "headers",
    [{}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"},
     {"origin": "null"}, {"origin": "http://evil.example"},
     {"origin": "http://localhost", "sec-fetch-site": "cross-site"}],
)  # fmt: skip
def test_a_form_of_another_site_changes_nothing(taken: Taken, headers: dict[str, str]) -> None:
    assert taken.post(headers, token=taken.policy.token) == 403
    assert taken.forms == []


@pytest.mark.parametrize("token", ["", "x", "é" * 32])
def test_a_form_without_the_token_changes_nothing(taken: Taken, token: str) -> None:
    assert taken.post(token=token) == 403
    assert taken.forms == []


def test_a_form_that_cannot_be_done_says_why(taken: Taken) -> None:
    token = taken.policy.token
    taken.error = UsageError("no such ruling")
    assert taken.post(token=token) == 400
    assert "no such ruling" in taken.answer.text
    taken.error = RecordLockedError("/secret/place", "17")
    assert taken.post(token=token) == 409
    assert "/secret/place" not in taken.answer.text


def test_bodies_have_a_limit_and_a_kind(taken: Taken) -> None:
    assert taken.post(token=taken.policy.token, x="a" * (1 << 20)) == 413

    async def body() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"a" * (1 << 16)

    kind = "application/x-www-form-urlencoded"
    sent = taken.client.post("/sql", content=body(), headers={**OWN, "content-type": kind})
    assert sent.status_code == 413
    assert taken.client.post("/sql", json={}, headers=OWN).status_code == 415
    assert taken.forms == []


def test_a_fault_of_ours_is_told_without_its_inside(rooms: Rooms) -> None:
    def broken(room: Room, ask: Ask) -> Shown:
        raise ValueError("inside")

    broken_site = site(rooms, pages=(Page(name="story", view=broken),), handlers={})
    quiet = Client(broken_site.app, is_loud=False)
    answer = quiet.get("/")
    assert answer.status_code == 500
    assert "inside" not in answer.text
    assert answer.headers["content-security-policy"] == HEADERS["content-security-policy"]
