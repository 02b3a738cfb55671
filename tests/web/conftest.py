"""A small record, published by hand, and its site."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from dragoman.store.store import Store
from dragoman.web import live
from dragoman.web.app import application
from dragoman.web.rooms import Rooms
from dragoman.web.security import Policy
from tests.cli.conftest import tables

NAMES = {"CHL": "Chile", "NOR": "Norway"}
SCRIPT = "<script>alert(1)</script>"


def content(*, inputs: str = "i1", dragoman: str = "1") -> dict[str, list[dict[str, Any]]]:
    """Rows of every table; `inputs` tells one snapshot from the next."""
    made = {"dragoman": dragoman, "coder": "rules@1", "knowledge": "k1", "inputs": inputs}
    texts = [
        {"report_id": "post", "text": f"Recall\n\nChile recalled its ambassador {SCRIPT} to Oslo."},
        {"report_id": "wire", "text": "Título\n\nThe talks about Bogotá's envoy will go on."},
    ]
    return {**tables(), "texts": texts, "made": [made]}


def publish(folder: Path, **more: str) -> Path:
    with Store.open(folder, create=True) as store:
        store.publish(content(**more))
    return folder


class Client:
    """Asks an application, without a socket."""

    def __init__(self, app: Any, *, is_loud: bool = True) -> None:
        self.app, self._is_loud = app, is_loud

    def request(self, method: str, path: str, **more: Any) -> httpx.Response:
        async def ask() -> httpx.Response:
            way = httpx.ASGITransport(self.app, raise_app_exceptions=self._is_loud)
            async with httpx.AsyncClient(transport=way, base_url="http://localhost") as client:
                return await client.request(method, path, **more)

        return asyncio.run(ask())

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.request("GET", path, **more)

    def head(self, path: str) -> httpx.Response:
        return self.request("HEAD", path)

    def post(self, path: str, **more: Any) -> httpx.Response:
        return self.request("POST", path, **more)


def site(rooms: Rooms, policy: Policy | None = None, **more: Any) -> Client:
    given = {
        "pages": live.pages(rooms.record),
        "handlers": live.handlers(),
        "actions": live.actions(),
        **more,
    }
    app = application(rooms, policy or Policy(), title="Chile & Norway", **given)
    return Client(app)


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("web") / "record")


@pytest.fixture(scope="session")
def rooms(record: Path) -> Iterator[Rooms]:
    rooms = Rooms(record, NAMES, title="Chile & Norway")
    yield rooms
    rooms.close()


@pytest.fixture
def client(rooms: Rooms) -> Client:
    return site(rooms)
