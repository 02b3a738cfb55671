from __future__ import annotations

import datetime as dt

import pytest

from dragoman.formats import countries
from dragoman.knowledge.country_codes import country_codes


@pytest.mark.parametrize(
    ("system", "code"),
    [
        ("alpha2", "RO"), ("numeric", "642"), ("cow", "360"), ("gw", "360"), ("fips", "RO"),
        ("cameo", "ROM"), ("icews", "Romania"),
    ],
)  # fmt: skip
def test_one_state_in_seven_codes_and_back(system: str, code: str) -> None:
    assert countries.code("ROU", system) == code
    assert countries.state_of(code, system) == "ROU"


@pytest.mark.parametrize("system", countries.SYSTEMS)
def test_what_a_writer_writes_a_reader_reads(system: str) -> None:
    ended = {"SUN", "YUG", "SCG", "CSK", "DDR", "YMD", "YAR", "ZAR", "VDR", "RVN", "XUA", "AUH",
             "XOT", "ANT", "PCZ"}  # fmt: skip
    for state in country_codes().keys() - ended:
        code = countries.code(state, system)
        assert not code or countries.state_of(code, system) == state


def test_an_unknown_state_has_no_code() -> None:
    assert [countries.code(state, "cow") for state in (None, "ABW", "QQQ")] == ["", "", ""]


def test_an_unknown_code_means_no_state() -> None:
    assert [countries.state_of(code, "fips") for code in ("", "QQ", "OS")] == [None] * 3


def test_leading_zeros_and_case_do_not_matter() -> None:
    assert countries.state_of("4", "numeric") == countries.state_of("004", "numeric") == "AFG"
    assert countries.state_of("rom", "cameo") == "ROU"


@pytest.mark.parametrize(
    ("code", "day", "state"),
    [
        ("365", None, "RUS"), ("365", "1980-01-01", "SUN"), ("365", "2020-01-01", "RUS"),
        ("345", "1998-05-01", "YUG"), ("345", "2004-05-01", "SCG"), ("340", "2010-05-01", "SRB"),
    ],
)  # fmt: skip
def test_a_number_means_the_state_of_its_day(code: str, day: str | None, state: str) -> None:
    on = None if day is None else dt.date.fromisoformat(day)
    assert countries.state_of(code, "gw", on) == state


def test_the_west_bank_and_gaza_are_one() -> None:
    assert countries.code("PSE", "fips") == "WE"
    assert countries.state_of("GZ", "fips") == "PSE"


def test_kosovo_has_letters_of_plovers_own() -> None:
    assert countries.plover_code("XKX") == "KOS"
    assert countries.plover_state("KOS") == "XKX"
    assert countries.plover_state("IGO") is None


@pytest.mark.parametrize("name", ["Peru", "PER", "Republic of Peru", "peru"])
def test_a_state_by_any_of_its_names(name: str) -> None:
    assert countries.state_named(name) == "PER"


def test_a_name_of_no_state() -> None:
    assert countries.state_named("Ruritania") is None
    assert countries.state_named("") is None
