"""Hostile pages: a verdict each, soon."""

import time

import pytest

from dragoman.clean import clean
from dragoman.model.report import RawReport
from tests.hostile.pages import PAGES


@pytest.mark.parametrize(("name", "page", "reason"), PAGES, ids=[name for name, _, _ in PAGES])
def test_page_gets_its_verdict_soon(name: str, page: str, reason: str | None) -> None:
    began = time.process_time()
    report, told = clean(RawReport(uri=name, media="html", content=page))
    verdict = None if report is not None else told[-1].reason
    assert (verdict, time.process_time() - began < 3) == (reason, True)


def test_same_page_gets_the_same_verdict() -> None:
    raw = RawReport(uri="x", media="html", content=PAGES[2][1])
    assert clean(raw) == clean(raw)
