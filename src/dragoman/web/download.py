"""An export as a download: its one file, or a zip of its files, written while it is sent."""

from __future__ import annotations

import zipfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from anyio import CapacityLimiter, WouldBlock
from starlette.concurrency import iterate_in_threadpool
from starlette.responses import Response, StreamingResponse

from dragoman.formats import known, package
from dragoman.formats.chosen import Chosen
from dragoman.formats.package import Written
from dragoman.store.store import Store
from dragoman.web.app import Asked, Site
from dragoman.web.pages import export
from dragoman.web.security import RefusedError

NAME = "download"
AT_A_TIME = 2
"""Downloads at a time: each reads the whole record."""

PIECE = 1 << 16
START = (1980, 1, 1, 0, 0, 0)
"""The day that zip files count from: the same record gives the same bytes."""


def handler() -> Any:
    """What answers /download?format=...: the choices of the Export page, as a file."""
    limiter = CapacityLimiter(AT_A_TIME)

    async def answer(site: Site, asked: Asked) -> Response:
        if asked.key is not None or asked.as_json:
            raise RefusedError(404, "Nothing has this address.")
        if not asked.is_own:
            raise RefusedError(403, "A link elsewhere leads to this file; go by the Export page.")
        name, pieces, media = _made(site.rooms.record, asked)
        holder = object()
        try:
            limiter.acquire_on_behalf_of_nowait(holder)
        except WouldBlock as error:
            reason = "Other exports are being written; ask again in a moment."
            raise RefusedError(503, reason, {"retry-after": "10"}) from error

        async def sent() -> AsyncIterator[bytes]:
            try:
                async for piece in iterate_in_threadpool(pieces):
                    yield piece
            finally:
                pieces.close()
                limiter.release_on_behalf_of(holder)

        said = {
            "content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store",
        }  # fmt: skip
        return StreamingResponse(sent(), headers=said, media_type=media)

    return answer


def _made(record: Path, asked: Asked) -> tuple[str, Any, str]:
    """The name of the download, its bytes piece by piece, and its media type."""
    name, given = export.settings_of(asked.choices)
    form = known.find(name)
    settings = known.settings(form, **given)
    store = Store.open(record)
    chosen = Chosen(store=store, filters=export.filters(asked.choices))
    files = list(form.files(chosen, settings))
    if len(files) == 1:
        kind = package.MEDIA.get(files[0].name.rpartition(".")[2], "application/octet-stream")
        return files[0].name, _closing(store, _large(files[0].pieces())), kind

    def all_files() -> Iterator[tuple[str, Iterator[bytes]]]:
        written: list[Written] = []
        for file in files:
            yield file.name, package.poured(file, written.append)
        for note in package.notes(chosen, form, settings, written):
            yield note.name, note.pieces()

    zipped = _zipped(all_files())
    return f"dragoman-{form.name}.zip", _closing(store, zipped), "application/zip"


def _closing(store: Store, pieces: Iterator[bytes]) -> Iterator[bytes]:
    try:
        yield from pieces
    finally:
        store.close()


def _large(parts: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces that are worth a step each."""
    held = bytearray()
    for part in parts:
        held += part
        if len(held) >= PIECE:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)


def _zipped(files: Iterator[tuple[str, Iterator[bytes]]]) -> Iterator[bytes]:
    """A zip archive of files, piece by piece."""
    sink: Any = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, parts in files:
            info = zipfile.ZipInfo(name, START)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with archive.open(info, "w", force_zip64=True) as out:
                for part in _large(parts):
                    out.write(part)
                    if sink.held:
                        yield sink.take()
    yield sink.take()


class _Sink:
    """Where an archive is written to, and taken away from; it cannot be sought in."""

    def __init__(self) -> None:
        self.held = bytearray()

    def write(self, data: bytes) -> int:
        """Hold some bytes."""
        self.held += data
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> bytes:
        """What was written since the last time."""
        taken = bytes(self.held)
        self.held.clear()
        return taken
