from dragoman.web.kept import LARGEST, Kept
from tests.web.conftest import Client


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
