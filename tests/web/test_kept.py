import asyncio
import time

import httpx

from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.room import Room
from dragoman.web.kept import LARGEST, Kept
from dragoman.web.rooms import Rooms
from tests.web.conftest import Client, site


def test_what_was_not_asked_for_longest_goes_first():
    kept = Kept(limit=250)
    for name in "ab":
        kept.put(name, name.encode() * 100)
    assert kept.get("a") is not None
    kept.put("c", b"c" * 100)
    assert [kept.get(name) is not None for name in "abc"] == [True, False, True]


def test_a_body_kept_again_takes_its_room_once():
    kept = Kept(limit=250)
    for _ in range(5):
        kept.put("a", b"a" * 100)
    kept.put("b", b"b" * 100)
    assert kept.get("a") is not None


def test_a_very_large_page_is_not_kept():
    kept = Kept()
    kept.put("a", bytes(LARGEST + 1))
    assert kept.get("a") is None


def test_a_page_asked_for_again_is_the_same(client: Client):
    for path in ("/", "/about", "/map", "/story.json", "/incident/i1", "/incident/i1.json"):
        first, again = client.get(path), client.get(path)
        assert first.status_code == again.status_code == 200, path
        assert first.content == again.content
        assert dict(first.headers) == dict(again.headers)


def test_choices_and_keys_have_answers_of_their_own(client: Client):
    whole = client.get("/story.json").json()
    assert client.get("/story.json?status=planned").json() != whole
    one, other = (client.get(f"/incident/{key}.json").json() for key in ("i1", "i2"))
    assert one["title"] != other["title"]


def test_many_who_ask_at_once_wait_for_one(rooms: Rooms):
    made: list[str] = []

    def slow(room: Room, ask: Ask) -> Shown:
        made.append("once")
        time.sleep(0.1)
        return Shown(title="x")

    app = site(rooms, pages=(Page(name="slow", view=slow),), handlers={}, actions={}).app

    async def ask() -> list[int]:
        way = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=way, base_url="http://localhost") as client:
            answers = await asyncio.gather(*(client.get("/slow.json") for _ in range(8)))
        return [answer.status_code for answer in answers]

    assert asyncio.run(ask()) == [200] * 8
    assert made == ["once"]
