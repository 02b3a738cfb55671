from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from dragoman.cli.main import app
from tests.docs.reading import sections, text

SHARED = {"--record", "--json", "--jsonl", "--csv", "--help", "-h"}


def commands(group: Any = None, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every command with its full name."""
    group = get_command(app) if group is None else group
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            if command.invoke_without_command and not command.no_args_is_help:
                yield f"{prefix}{name}", command
            yield from commands(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


COMMANDS = dict(commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_command_has_a_section(name: str) -> None:
    assert name in sections(text("docs/cli.md"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_documented(name: str) -> None:
    options = {option for parameter in COMMANDS[name].params for option in parameter.opts}
    section = sections(text("docs/cli.md"))[name]
    longs = {option for option in options if option.startswith("--")} - SHARED
    assert [option for option in sorted(longs) if option not in section] == []


def test_no_section_is_of_a_command_that_is_gone() -> None:
    assert set(sections(text("docs/cli.md"))) == set(COMMANDS)


@pytest.mark.parametrize("option", sorted(SHARED - {"--help", "-h"}))
def test_shared_options_are_documented_once(option: str) -> None:
    before, _, _ = text("docs/cli.md").partition("\n## ")
    assert f"`{option}" in before
