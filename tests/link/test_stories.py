from __future__ import annotations

import datetime as dt
import random
from itertools import pairwise

import pytest

from dragoman.link import gathering
from dragoman.link.backdrop import Article
from dragoman.link.stories import stories

FERRY = (
    ("Ferry with 40 aboard sinks off Port Vell", "2024-05-03",
     "PORT VELL - The ferry Marisol sank off Port Vell on Friday with 40 people aboard. "
     "The captain, Tomas Arriaga, 51, was taken to hospital, the coast guard said. "
     "Divers searched the wreck of the Marisol until nightfall."),
    ("Captain of sunken Marisol questioned", "2024-05-05",
     "Tomas Arriaga, 51, who steered the ferry Marisol when it sank off Port Vell on Friday, "
     "was questioned on Sunday. Divers found the wreck at a depth of 60 metres."),
    ("Divers reach wreck of the ferry Marisol", "2024-05-06",
     "Divers reached the wreck of the Marisol on Monday, three days after the ferry sank off "
     "Port Vell. Captain Tomas Arriaga denies that the ferry was overloaded."),
)  # fmt: skip
STRIKE = (
    ("Teachers in Lindau walk out over pay", "2024-05-03",
     "LINDAU - Some 900 teachers walked out of Lindau's schools on Friday over pay. "
     "Union leader Greta Hollander, 44, said the strike would last a week."),
    ("Lindau schools stay shut as strike goes on", "2024-05-06",
     "Schools in Lindau stayed shut on Monday, as the teachers who walked out on Friday struck. "
     "Greta Hollander, 44, who leads the teachers' "
     "union, said pay talks with the city had failed and the strike would go on."),
)  # fmt: skip
STABBINGS = (
    ("Man, 23, stabbed in Oldgate", "2024-02-05",
     "A 23-year-old man was stabbed in Oldgate on Sunday night, police said. No arrest was made."),
    ("Man, 38, stabbed in Oldgate", "2024-03-12",
     "A 38-year-old man was stabbed in Oldgate on Monday night, police said. No arrest was made."),
)  # fmt: skip


def nonsense(seed: int, words: int = 40) -> str:
    """Words of no language, others for every seed."""
    draw = random.Random(seed)
    return " ".join("".join(draw.choices("abdeghiklmnoprstuvwz", k=6)) for _ in range(words))


FILLER = tuple((nonsense(n, 5), f"2024-05-{n + 1:02}", nonsense(n + 100)) for n in range(20))


def article(name: str, title: str, day: str | None, text: str) -> Article:
    published = None if day is None else dt.date.fromisoformat(day).toordinal()
    return Article(id=name, title=title, text=text, published=published)


def articles(*told: tuple[str, str, str]) -> list[Article]:
    return [article(f"a{n:03}", *one) for n, one in enumerate(told)]


def grouped(given: list[Article]) -> dict[str, str]:
    return dict(zip([one.id for one in given], stories(given), strict=True))


ALL = articles(*FERRY, *STRIKE, *STABBINGS, *FILLER)


def test_reports_of_one_happening_are_one_story() -> None:
    found = stories(ALL)
    assert len(set(found[:3])) == 1
    assert len(set(found[3:5])) == 1


def test_other_happenings_are_other_stories() -> None:
    found = stories(ALL)
    assert found[0] != found[3]


def test_lookalikes_of_other_days_and_ages_are_other_stories() -> None:
    found = stories(ALL)
    assert found[5] != found[6]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_reports_changes_nothing(seed: int) -> None:
    mixed = list(ALL)
    random.Random(seed).shuffle(mixed)
    assert grouped(mixed) == grouped(ALL)


def test_a_story_keeps_its_id_when_reports_of_others_are_added() -> None:
    alone = grouped([*ALL[:5], *ALL[7:]])
    more = grouped(ALL)
    assert {name: more[name] for name in alone} == alone


def test_a_story_keeps_its_id_when_a_later_report_joins() -> None:
    before = grouped([*ALL[:2], *ALL[3:]])
    after = grouped(ALL)
    assert (after["a000"], after["a002"]) == (before["a000"], before["a000"])


def test_no_reports_have_no_stories() -> None:
    assert stories([]) == []


def test_one_report_is_one_story() -> None:
    assert len(stories(ALL[:1])) == 1


def test_five_hundred_copies_are_one_story() -> None:
    title, day, text = FERRY[0]
    assert len(set(stories([article(f"c{n}", title, day, text) for n in range(500)]))) == 1


def test_copies_printed_for_months_under_many_headlines_are_one_story() -> None:
    text = " ".join(f"{part} The inquiry heard witness after witness." for _, _, part in FERRY * 3)
    copies = [
        article(f"c{n}", f"Ferry Marisol, part {n}", f"2024-{n + 1:02}-03", text) for n in range(9)
    ]
    assert len(set(stories(copies))) == 1


def test_the_same_row_twice_is_one_story() -> None:
    assert len(set(stories([ALL[0], ALL[0]]))) == 1


def test_reports_without_words_are_stories_of_their_own() -> None:
    empty = [article(name, "", None, "") for name in ("x", "y")]
    assert len(set(stories([*empty, *ALL]))) == len(set(stories(ALL))) + 2


def test_reports_without_dates_are_grouped_by_their_words() -> None:
    undated = [article(one.id, one.title, None, one.text) for one in ALL]
    found = stories(undated)
    assert len(set(found[:3])) == 1
    assert found[0] != found[3]


def test_furniture_of_a_page_joins_nothing() -> None:
    page = "Sign up for our daily newsletter and never miss a story. Please check your inbox now."
    dressed = [
        article(one.id, one.title, f"2024-{n % 12 + 1:02}-10", f"{page} {one.text}")
        for n, one in enumerate(articles(*FILLER))
    ]
    assert len(set(stories(dressed))) == len(FILLER)


@pytest.mark.parametrize(
    ("first", "second", "other"),
    [
        ("Паром Марисоль затонул у порта Вель, капитана Арриагу допросили",
         "Капитан Арриага допрошен: паром Марисоль затонул у порта Вель",
         "Учителя Линдау бастуют из-за зарплаты, школы закрыты"),
        ("渡轮玛丽索尔号在韦尔港外沉没船长受审", "玛丽索尔号渡轮沉没韦尔港船长接受审讯",
         "林道教师因工资罢工学校关闭"),
        ("غرقت العبارة ماريسول قبالة ميناء فيل واستجوب القبطان",
         "استجواب القبطان بعد أن غرقت العبارة ماريسول قبالة ميناء فيل",
         "أضرب المعلمون في لينداو بسبب الأجور"),
    ],
)  # fmt: skip
def test_other_scripts_are_read(first: str, second: str, other: str) -> None:
    told = [article(str(n), "", "2024-05-03", t) for n, t in enumerate((first, second, other))]
    found = stories([*told, *articles(*FILLER)])
    assert found[0] == found[1] != found[2]


@pytest.mark.parametrize("text", ["a" * 200_000, "A " * 100_000, "1," * 100_000, "\n" * 100_000])
def test_huge_texts_are_read_like_others(text: str) -> None:
    found = stories([*ALL, article("huge", "Ferry", "2024-05-03", text)])
    assert found[:3] == stories(ALL)[:3]


def test_dates_far_apart_and_at_the_ends_of_time() -> None:
    title, _, text = STABBINGS[0]
    told = [article(str(n), title, day, text) for n, day in enumerate(("0001-01-01", "9999-12-31"))]
    assert len(stories([*told, *ALL])) == len(ALL) + 2


def test_a_chain_of_likenesses_does_not_make_one_story() -> None:
    topics = [
        " ".join(f"{chr(97 + n)}{name}" for name in ("harbor", "vessel", "ledger", "quarry"))
        for n in range(14)
    ]
    chain = [
        article(f"{n:02}", "", "2024-05-03", f"{left}. {right}.")
        for n, (left, right) in enumerate(pairwise(topics))
    ]
    found = stories([*chain, *articles(*FILLER)])
    assert found[0] != found[12]


def test_what_is_let_go_is_not_needed_for_what_comes_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "HELD", 6)
    monkeypatch.setattr(gathering, "LATER", 3)
    found = stories(ALL)
    assert len(found) == len(ALL)
    assert found[5] != found[6]
