"""The plan of a run, packed: of a million files each takes a few dozen bytes."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Iterator

from dragoman.read import Shard


class Packed:
    """Shards to iterate over, as often as one likes; `reports` is how many they hold."""

    def __init__(self, shards: Iterable[Shard]) -> None:
        self._packs: list[bytes] = []
        self.reports = 0
        for shard in shards:
            self.reports += shard.reports
            self._packs.append(zlib.compress(pickle.dumps(shard), level=1))

    def __iter__(self) -> Iterator[Shard]:
        for pack in self._packs:
            yield pickle.loads(zlib.decompress(pack))
