from __future__ import annotations

import pytest

from dragoman.web.rooms import Rooms
from dragoman.web.security import Policy, RefusedError, choices_of, is_loopback, names
from tests.web.conftest import Client, site


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8484", "127.0.0.1", "127.0.0.1:80", "[::1]:8484", "127.9.9.9",
             "LOCALHOST", "localhost."],
)  # fmt: skip
def test_the_loopback_goes_by_its_names(host: str) -> None:
    assert Policy().is_ours(host)


@pytest.mark.parametrize(
    "host", ["", "evil.example", "localhost.evil.example", "evil.example:8484", "192.168.1.5",
             "0x7f.1", "2130706433", "127.0.0.1.nip.io", "localhost@evil.example", "a b",
             "localhost/x", "localhost:port", "[::1", "localhost, evil.example"],
)  # fmt: skip
def test_other_names_are_not_ours(host: str) -> None:
    assert not Policy().is_ours(host)


def test_a_name_that_was_told_is_ours() -> None:
    policy = Policy(names=names(["Record.Example."]))
    assert policy.is_ours("record.example")
    assert not policy.is_ours("other.example")


def test_on_all_addresses_digits_are_ours_and_strange_names_are_not() -> None:
    policy = Policy(host="0.0.0.0")
    assert policy.is_ours("192.168.1.5:8484")
    assert not policy.is_ours("evil.example")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_loopback_is_known(host: str) -> None:
    assert is_loopback(host)
    assert not is_loopback("0.0.0.0")


@pytest.mark.parametrize("host", ["evil.example", "", "evil.example:80", "localhost@evil.example"])
def test_another_host_is_refused_in_plain_words(client: Client, host: str) -> None:
    answer = client.get("/about", headers={"host": host})
    assert answer.status_code == 400
    assert "does not go by that name" in answer.text
    assert "evil" not in answer.text


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize(
    ("mode", "dest"), [("no-cors", "image"), ("cors", "empty"), ("navigate", "iframe"),
                       ("no-cors", "script"), ("navigate", "embed")],
)  # fmt: skip
def test_another_site_may_link_here_but_not_fetch(
    client: Client, site: str, mode: str, dest: str
) -> None:
    asked = {"sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": dest}
    assert client.get("/about", headers=asked).status_code == 403
    followed = {"sec-fetch-site": site, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert client.get("/about", headers=followed).status_code == 200


def test_addresses_and_choices_have_limits(client: Client) -> None:
    assert client.get("/search?q=" + "a" * 9000).status_code == 414
    assert client.get("/about?" + "&".join(f"a{n}=1" for n in range(51))).status_code == 400
    assert client.get("/search?q=a&q=b").status_code == 400
    assert client.get("/search?q=%ff").status_code == 400


def test_choices_are_read_as_a_browser_writes_them() -> None:
    assert choices_of(b"q=Bogot%C3%A1+envoy&empty=") == {"q": "Bogotá envoy"}
    with pytest.raises(RefusedError, match="given twice"):
        choices_of(b"a=1&a=2")


def test_each_start_has_a_token_of_its_own() -> None:
    assert Policy().token != Policy().token
    assert len(Policy().token) >= 32


def test_the_token_stands_only_in_pages_that_may_have_forms(rooms: Rooms) -> None:
    policy = Policy()
    assert policy.token not in site(rooms, policy).get("/about").text
