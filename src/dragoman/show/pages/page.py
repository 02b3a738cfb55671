"""What a page is: an address, a view that fills it with plain data, and a template."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.show.room import Room


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Which page is asked for.

    Attributes:
        key: what the page is about: an incident_id, a pair of states; None for the only one.
        query: further choices, as in a query string; unknown names are ignored, a value that
            cannot be read is a `UsageError` that says which.
        live: whether it is served: a long list then has pages, else it is cut.
    """

    key: str | None = None
    query: Mapping[str, str] = field(default_factory=dict)
    live: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a page shows: `title` and data ready to print, no markup and no addresses.

    Each page has a subclass; its fields are the page's JSON, in order. Data are str, int, float,
    bool, None, dates, and tuples, mappings and dataclasses of these.
    """

    title: str


def only_one(room: Room) -> Iterable[str | None]:
    """The keys of a page of which there is one."""
    return (None,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One kind of page.

    Attributes:
        name: in addresses: "incident" stands at /incident/KEY and in templates/pages/incident.html.
        view: the page's data; None where there is nothing of that key.
        label: in the navigation; None: not there.
        keys: every key, for the static forms; a page without keys has the one key None.
        live: whether it is only served, not written (search, review, export).
    """

    name: str
    view: Callable[[Room, Ask], Shown | None]
    label: str | None = None
    keys: Callable[[Room], Iterable[str | None]] = only_one
    live: bool = False

    @property
    def has_keys(self) -> bool:
        """Whether there are several of it, told apart by a key."""
        return self.keys is not only_one


def plain(value: Any) -> Any:
    """Data of a page as JSON holds it: dataclasses as mappings, tuples as lists, dates as ISO."""
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value
