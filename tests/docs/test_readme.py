"""The README's commands are there: make targets in the Makefile, dragoman's in the program."""

from __future__ import annotations

import re

import pytest

from tests.docs.reading import code, text
from tests.docs.test_cli import COMMANDS

PAGES = ("README.md", "docs/tour.md")


def used(page: str, program: str) -> list[list[str]]:
    """Arguments of each line of code that calls a program."""
    lines = (re.sub(r"^\$ ", "", line) for line in code(text(page)))
    return [line.split()[1:] for line in lines if line.startswith(program + " ")]


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), flags=re.M))
    asked = {arguments[0] for arguments in used("README.md", "make")}
    assert asked
    assert asked <= targets


@pytest.mark.parametrize("page", PAGES)
def test_commands_exist(page: str) -> None:
    asked = used(page, "dragoman")
    known = {name.split()[0] for name in COMMANDS}
    assert asked
    assert {arguments[0] for arguments in asked} <= known


@pytest.mark.parametrize("page", PAGES)
def test_options_exist(page: str) -> None:
    for arguments in used(page, "dragoman"):
        command = COMMANDS.get(arguments[0]) or COMMANDS[" ".join(arguments[:2])]
        known = {option for parameter in command.params for option in parameter.opts}
        asked = {word for word in arguments if re.fullmatch(r"--[a-z]+", word)}
        assert asked <= known | {"--help"}


def test_readme_is_read_in_two_minutes() -> None:
    prose = re.sub(r"^```.*?^```", "", text("README.md"), flags=re.M | re.S)
    assert len(prose.split()) < 600
