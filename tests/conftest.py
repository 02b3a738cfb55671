"""Fixtures that cost something to build: the parser and the knowledge, once a session."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from dragoman.model.ids import identifier, sha256
from dragoman.model.report import Report
from dragoman.model.text import ParsedReport

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@pytest.fixture(scope="session")
def knowledge():
    from dragoman.knowledge.load import load

    return load()


@pytest.fixture(scope="session")
def parser(knowledge):
    from dragoman.parse.grammar import Parser

    return Parser.knowing(knowledge)


@pytest.fixture(scope="session")
def parse(parser) -> Callable[..., ParsedReport]:
    """parse(text, published=None, title=None) -> ParsedReport."""

    def run(text: str, published=None, title: str | None = None) -> ParsedReport:
        whole = f"{title}\n\n{text}" if title else text
        return parser.parse(
            Report(
                report_id=identifier("r", whole),
                uri="test.txt",
                text=whole,
                sha256=sha256(whole),
                words=len(whole.split()),
                title=title,
                title_end=len(title) if title else 0,
                published=published,
                published_from="given" if published else None,
                published_precision="day" if published else None,
            )
        )

    return run
