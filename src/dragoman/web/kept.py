"""Pages that were made before: a snapshot never changes, so neither does a page of it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable

BYTES = 64 << 20
"""Bytes of pages that are kept; those not asked for longest go first."""

LARGEST = 1 << 20
"""Bytes of a page that is worth keeping beside others."""


class Kept:
    """Bodies of pages by what they are the answer to; asked by several threads."""

    def __init__(self, limit: int = BYTES) -> None:
        self._limit = limit
        self._size = 0
        self._bodies: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> bytes | None:
        """The body kept under `key`."""
        with self._lock:
            found = self._bodies.get(key)
            if found is not None:
                self._bodies.move_to_end(key)
            return found

    def put(self, key: Hashable, body: bytes) -> None:
        """Keep a body, and let go of others where there is no room."""
        if len(body) > LARGEST:
            return
        with self._lock:
            self._size += len(body) - len(self._bodies.pop(key, b""))
            self._bodies[key] = body
            while self._size > self._limit:
                self._size -= len(self._bodies.popitem(last=False)[1])
