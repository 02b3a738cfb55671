"""Stories: which reports tell of one ongoing happening, with no record and no grammar needed.

Reports are gathered in order of publication, those without a date last, then by id, so that the
order in which they come in changes nothing (`link.gathering`); how likely two are of one story is
told by words, names, days, ages and numbers (`link.likeness`), each weighed by how rare it is
among the reports (`link.backdrop`).
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence

from dragoman.link.backdrop import SAMPLE, Article, backdrop
from dragoman.link.gathering import Gathering
from dragoman.link.likeness import sheet
from dragoman.model.ids import identifier

_NEVER = 10**7
"""An ordinal after every day, for reports without one."""


def stories(articles: Sequence[Article]) -> list[str]:
    """The id of each article's story, in the order given.

    An article that nothing is like is a story of its own. A story's id is made of the id of its
    first article, so it stays as long as no earlier article joins. `articles` is looked at twice,
    one at a time, and may read each when it is asked for.
    """
    keys = []
    for number, article in enumerate(articles):
        text = zlib.crc32(f"{article.title}\n{article.text}".encode("utf-8", "surrogatepass"))
        keys.append((article.published or _NEVER, article.id, text, number))
    keys.sort()
    limit = SAMPLE / max(SAMPLE, len(keys)) * 2**32
    against = backdrop(articles[key[-1]] for key in keys if _draw(key[1]) < limit)
    gathering = Gathering()
    for key in keys:
        gathering.add(sheet(articles[key[-1]], against))
    held = Counter(key[1] for key in keys)
    out = [""] * len(keys)
    for key, first in zip(keys, gathering.firsts(), strict=True):
        _, name, text, _ = keys[first]
        parts = (name,) if held[name] == 1 else (name, text)
        out[key[-1]] = identifier("s_", *parts)
    return out


def _draw(name: str) -> int:
    return zlib.crc32(name.encode("utf-8", "surrogatepass"))
