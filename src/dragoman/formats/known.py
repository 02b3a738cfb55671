"""Every format that `dragoman export` knows, and what of the settings each one takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from dragoman.errors import UsageError
from dragoman.formats import contract, events, flat, ftm, linked, publishing, xlsx
from dragoman.formats.registry import Format, Settings
from dragoman.show import asking
from dragoman.show.asking import Named
from dragoman.show.filters import Filters

FORMATS: dict[str, Format] = {
    one.name: one
    for gathered in (
        contract.FORMATS, flat.FORMATS, xlsx.FORMATS, events.FORMATS, publishing.FORMATS,
        ftm.FORMATS, linked.FORMATS,
    )
    for one in gathered
}  # fmt: skip
"""By name, in the order in which they are listed."""

VALUES = {"coarse": ("first", "drop"), "unit": ("telling", "incident")}
NAMES = tuple(field.name for field in fields(Settings))
FILTERS = ("act", "party", "since", "until", "report", "status")
"""What an export can be asked for a part by."""


def find(name: str) -> Format:
    """The format of that name.

    Raises:
        UsageError: there is none.
    """
    if name not in FORMATS:
        raise UsageError(f"format {name!r}: expected one of {', '.join(FORMATS)}")
    return FORMATS[name]


def settings(form: Format, named: Named = str, **given: object) -> Settings:
    """What was asked of a format; None and False are not asked.

    Args:
        form: the format.
        named: how the asker writes the name of a setting, for messages.
        given: values by the names of `Settings`.

    Raises:
        UsageError: the format has no use for a setting, or no such value.
    """
    asked = {name: value for name, value in given.items() if value not in (None, False)}
    for name, value in asked.items():
        if name not in form.takes:
            raise UsageError(_useless(form, name, named))
        if name in VALUES and value not in VALUES[name]:
            raise UsageError(f"{named(name)} {value}: expected {' or '.join(VALUES[name])}")
    return Settings(**asked)  # type: ignore[arg-type]  # names and values were checked


def sorted_out(form: Format, asked: Mapping[str, Any]) -> tuple[Filters, Settings]:
    """What was asked by name, as filters and as settings of a format.

    Raises:
        UsageError: a name that neither has, or a value that cannot be.
    """
    unknown = sorted(asked.keys() - {*FILTERS, *NAMES})
    if unknown:
        raise UsageError(f"{unknown[0]}: expected one of {', '.join((*FILTERS, *NAMES))}")
    filters = asking.filters(**{name: asked[name] for name in FILTERS if name in asked})
    return filters, settings(form, **{name: asked[name] for name in NAMES if name in asked})


def _useless(form: Format, name: str, named: Named) -> str:
    can = [one.name for one in FORMATS.values() if name in one.takes]
    instead = f"it is for {', '.join(can)}" if can else "no format takes it"
    return f"{named(name)}: the format {form.name} has no use for it; {instead}"
