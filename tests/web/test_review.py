"""The forms of the review page: what they rule, and what they refuse."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.run.pipeline import build
from dragoman.store.store import Store
from dragoman.web.rooms import Rooms
from dragoman.web.security import Policy
from tests.web.conftest import NAMES, Client, site

TEXTS = {
    "a.txt": "OSLO, 5 May 2024 - Chile recalled its ambassador to Norway on Friday.",
    "b.txt": "SANTIAGO, 6 May 2024 - Chile has recalled its ambassador to Norway, officials said.",
    "c.txt": "BERGEN, 9 May 2024 - Norway expelled three diplomats of Chile on Thursday.",
}
OWN = {"sec-fetch-site": "same-origin"}


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review")
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    build([folder / name for name in TEXTS], folder / "record", workers=1)
    return folder / "record"


@pytest.fixture
def record(untouched: Path, tmp_path: Path) -> Path:
    return shutil.copytree(untouched, tmp_path / "record")


@pytest.fixture
def reviewer(record: Path) -> Iterator[Reviewer]:
    rooms = Rooms(record, NAMES, title="Chile & Norway")
    yield Reviewer(site(rooms, Policy(token="t")), record)
    rooms.close()


class Reviewer:
    """Sends the forms of the page."""

    def __init__(self, client: Client, record: Path) -> None:
        self.client, self.record = client, record

    def rule(self, ruling: str, *about: str, **fields: str) -> str:
        """What the page says after a ruling, or why there was none."""
        data = {"token": "t", "ruling": ruling, **fields}
        data |= {f"about.{n:03d}": one for n, one in enumerate(about)}
        answer = self.client.post("/review", data=data, headers=OWN)
        if answer.status_code != 303:
            return f"{answer.status_code} {answer.text}"
        return self.client.get(answer.headers["location"]).text

    def made(self) -> list[tuple[str, str]]:
        with Store.open(self.record) as store:
            return [(one.ruling, one.by) for one in store.judgements()]

    def tellings(self) -> dict[str, str]:
        """The event_ids by report."""
        with Store.open(self.record) as store:
            return {row["report"]: row["event_id"] for row in store.rows("events")}

    def incident_of(self, report: str) -> str:
        with Store.open(self.record) as store:
            found = {row["report"]: row["incident_id"] for row in store.rows("events")}
        return found[report]


def test_a_telling_is_rejected_and_the_page_shows_it_at_once(reviewer: Reviewer):
    page = reviewer.rule("reject", reviewer.tellings()["c.txt"], by="Ana", note="not Chile")
    assert "Reject: kept" in page
    assert "not Chile" in page
    assert "c.txt" not in reviewer.tellings()
    assert reviewer.made() == [("reject", "Ana")]


def test_a_ruling_is_undone(reviewer: Reviewer):
    before = reviewer.tellings()
    page = reviewer.rule("reject", before["c.txt"])
    (judgement,) = set(re.findall(r"\bj_[0-9a-f]+", page))
    reviewer.rule("undo", judgement)
    assert reviewer.tellings() == before


def test_an_incident_is_taken_apart_and_joined_again(reviewer: Reviewer):
    whole = reviewer.incident_of("a.txt")
    assert reviewer.incident_of("b.txt") == whole
    page = reviewer.client.get(f"/review?incident={whole}").text
    assert "Split off" in page
    reviewer.rule("split", reviewer.tellings()["b.txt"])
    apart = reviewer.incident_of("b.txt")
    assert apart != whole
    assert apart in reviewer.client.get(f"/review?incident={whole}").text
    reviewer.rule("merge", whole, apart)
    assert reviewer.incident_of("b.txt") == reviewer.incident_of("a.txt")


def test_a_correction_says_what_was_changed_and_nothing_else(reviewer: Reviewer):
    key = reviewer.tellings()["c.txt"]
    was = {"was.act": "expel_diplomats", "was.status": "actual", "was.date": "2024-05-09"}
    same = {"act": "expel_diplomats", "status": "actual"}
    reviewer.rule("correct", key, **was, **same, date="2024-05-08")
    with Store.open(reviewer.record) as store:
        (made,) = store.judgements()
        (row,) = store.rows("events", report="c.txt")
    assert made.value == {"date": "2024-05-08"}
    assert row["date_start"].isoformat() == "2024-05-08"


def test_a_date_that_is_cleared_is_no_date(reviewer: Reviewer):
    key = reviewer.tellings()["c.txt"]
    reviewer.rule("correct", key, **{"was.date": "2024-05-09", "date": ""})
    with Store.open(reviewer.record) as store:
        (row,) = store.rows("events", report="c.txt")
    assert row["date_start"] is None


@pytest.mark.parametrize(
    ("ruling", "about", "fields", "said"),
    [
        ("bless", ["x"], {}, "expected one of"),
        ("accept", ["x"], {}, "neither a telling nor an incident"),
        ("accept", [], {}, "name what it is about"),
        ("settle", ["c_0"], {}, "choose a reading first"),
        ("settle", ["c_0"], {"reading": "1"}, "name one conflict"),
        ("merge", ["x"], {}, "name two incidents"),
        ("correct", ["x"], {"act": "a", "was.act": "a"}, "nothing was changed"),
        ("accept", ["x"], {"note": "x" * 600}, "at most 500"),
    ],
)
def test_what_cannot_be_ruled_is_said(reviewer: Reviewer, ruling, about, fields, said):
    answer = reviewer.rule(ruling, *about, **fields)
    assert answer.startswith("400 ")
    assert said in answer
    assert reviewer.made() == []


def test_a_form_of_another_site_rules_nothing(reviewer: Reviewer):
    data = {"token": "t", "ruling": "reject", "about.000": reviewer.tellings()["c.txt"]}
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "http://evil.example"}, {}):
        assert reviewer.client.post("/review", data=data, headers=headers).status_code == 403
    data["token"] = "guessed"
    assert reviewer.client.post("/review", data=data, headers=OWN).status_code == 403
    assert reviewer.made() == []


def test_an_incident_that_is_not_there_has_no_page(reviewer: Reviewer):
    assert reviewer.client.get("/review?incident=i_0").status_code == 404
