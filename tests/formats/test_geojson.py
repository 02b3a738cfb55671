from __future__ import annotations

import json

import jsonschema
import pytest

from dragoman.formats.geojson import GEOJSON, place_precision
from dragoman.knowledge.load import load
from tests.formats import schemas, told_record
from tests.formats.told_record import HOSTILE, notes, written


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return told_record.made(tmp_path_factory.mktemp("record"))


def _features(record, **settings):
    content = json.loads(written(GEOJSON, record, **settings)["incidents.geojson"])
    jsonschema.validate(content, schemas.GEOJSON)
    return {one["id"]: one for one in content["features"]}


def test_a_point_is_longitude_then_latitude(record) -> None:
    found = _features(record)
    assert list(found) == ["i_recall"]
    point = found["i_recall"]["geometry"]
    assert point == {"type": "Point", "coordinates": [10.74609, 59.91273]}
    about = found["i_recall"]["properties"]
    assert (about["place_precision"], about["conflict"]) == ("city", True)
    assert about["first_url"] == "https://wire.example/a?x=1&y=2"


def test_unplaced_incidents_come_without_a_geometry_when_asked_for(record) -> None:
    found = _features(record, unplaced=True)
    assert found["i_visit"]["geometry"] is None
    assert found["i_visit"]["properties"]["place_precision"] == "country"
    assert found["i_month"]["properties"]["place_name"] is None
    assert found["i_month"]["properties"]["date_edtf"] == "2024-04"
    assert len(found) == len(told_record.INCIDENTS)


def test_what_is_left_out_is_said(record) -> None:
    said = notes(GEOJSON, record)
    assert said[0] == "11 incidents without a place: left out."
    assert said[1].startswith("2 incidents placed in no town")


def test_names_are_kept_as_they_are(record) -> None:
    assert _features(record, unplaced=True)["i_hostile"]["properties"]["place_name"] == HOSTILE


@pytest.mark.parametrize(
    ("name", "country", "lat", "expected"),
    [
        ("Oslo", "NOR", 59.9, "city"),
        ("Norway", "NOR", None, "country"),
        ("Bavaria", "DEU", None, "adm1"),
        ("Bavaria", "NOR", None, None),
        ("Aksai Chin", "IND", None, None),
        ("Nowhere at all", None, None, None),
    ],
)
def test_place_precision(name, country, lat, expected) -> None:
    place = {"name": name, "country": country, "lat": lat, "lon": lat}
    assert place_precision(place, load()) == expected
    assert place_precision(None, load()) is None
