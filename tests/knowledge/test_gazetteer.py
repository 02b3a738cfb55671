"""Towns and regions by name."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge.gazetteer import HEAD, REGIONS, TOWNS, Gazetteer, key
from dragoman.knowledge.load import load

SHIPPED = Path(str(files("dragoman.knowledge") / "data"))
ROW = "Puerto Sol,Sol;Old Sol,PER,,-12.5000,-77.1000,50000,test"


@pytest.fixture
def made(tmp_path):
    """made(*lines) -> a gazetteer of these towns and the shipped regions."""

    def build(*lines, head=HEAD):
        (tmp_path / TOWNS).write_text("\n".join((head, *lines)) + "\n", encoding="utf-8")
        shutil.copy(SHIPPED / REGIONS, tmp_path / REGIONS)
        return Gazetteer(tmp_path)

    return build


@pytest.mark.parametrize(
    "name", ["Puerto Sol", "PUERTO SOL", "puerto-sol", "Púerto Sol", "Old Sol"]
)
def test_town_is_found_under_all_its_names(made, name):
    assert [town.name for town in made(ROW).towns(name)] == ["Puerto Sol"]


def test_largest_town_of_a_name_comes_first(made):
    larger = "Old Sol,,CHL,,-30.0000,-71.0000,90000,test"
    assert [town.country for town in made(ROW, larger).towns("Old Sol")] == ["CHL", "PER"]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Kiev", "UKR"), ("Kyiv", "UKR"), ("Bombay", "IND"), ("Saigon", "VNM"), ("Peking", "CHN"),
        ("Rangoon", "MMR"), ("Halab", "SYR"), ("Falluja", "IRQ"), ("Kharkov", "UKR"),
        ("Sao Paulo", "BRA"), ("Lemberg", "UKR"), ("Gdansk", "POL"), ("The Hague", "NLD"),
    ],
)  # fmt: skip
def test_names_that_news_uses_are_shipped(knowledge, name, country):
    assert knowledge.places.towns(name)[0].country == country


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        ("Donbas", ("UKR",)), ("the Gaza Strip", ("PSE",)), ("Sinai", ("EGY",)),
        ("South China Sea", ()), ("Kashmir", ("IND", "PAK")), ("Texas", ("USA",)),
    ],
)  # fmt: skip
def test_regions_know_their_states(knowledge, name, countries):
    assert knowledge.places.regions(name)[0].countries == countries


def test_town_knows_its_region(knowledge):
    assert [t.region for t in knowledge.places.towns("Paris") if t.country == "USA"] == ["Texas"]


def test_names_of_no_place_and_of_other_scripts_are_unknown(knowledge):
    for name in ("", "Q", "北京", "Москва", "Xyzzy", "a" * 500):
        assert knowledge.places.towns(name) == ()
        assert knowledge.places.regions(name) == ()


def test_empty_gazetteer_knows_nothing():
    assert Gazetteer().towns("Paris") == ()
    assert Gazetteer().regions("Donbas") == ()


def test_faults_name_file_line_and_what_is_wrong(made):
    broken = made(
        ROW,
        "Nowhere,,XXX,,1.0000,1.0000,5,test",
        "Off,,PER,,95.0000,1.0000,5,test",
        "Short,,PER,,1.0000,1.0000,test",
    )
    faults = list(broken.faults(load().states))
    assert len(faults) == 3
    assert "places.csv:3: 'Nowhere': no state 'XXX'" in faults
    assert "places.csv:4: 'Off': no place on earth: 95.0, 1.0" in faults
    assert faults[2].startswith("places.csv:5: ")


def test_broken_line_is_told_when_it_is_looked_up(made):
    with pytest.raises(KnowledgeError, match=r"places.csv:2: .*many"):
        made("Sol,,PER,,1.0000,1.0000,many,test").towns("Sol")


def test_other_columns_are_refused(made):
    with pytest.raises(KnowledgeError, match="expected the columns"):
        made(ROW, head="name,country").towns("Puerto Sol")


def test_shipped_places_are_in_order():
    assert list(Gazetteer(SHIPPED).faults(load().states)) == []


def test_shipped_towns_are_compact_and_sourced():
    lines = (SHIPPED / TOWNS).read_text(encoding="utf-8").splitlines()
    assert len(lines) > 30_000
    assert all(line.endswith(",GeoNames (CC BY 4.0)") for line in lines[1:])
    assert (SHIPPED / TOWNS).stat().st_size < 3_000_000


def test_key_is_blind_to_case_accents_and_marks():
    assert key("Al-Ḩasakah") == key("AL HASAKAH") == "al hasakah"
