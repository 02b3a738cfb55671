from __future__ import annotations

import json

import jsonschema
import pytest

from dragoman.formats.vistimeline import VIS_TIMELINE
from tests.formats import schemas, told_record
from tests.formats.told_record import notes, written


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return told_record.made(tmp_path_factory.mktemp("record"))


@pytest.fixture(scope="module")
def items(record):
    content = json.loads(written(VIS_TIMELINE, record)["vis-timeline.json"])
    jsonschema.validate(content, schemas.VIS_TIMELINE, format_checker=jsonschema.FormatChecker())
    lanes = {group["id"] for group in content["groups"]}
    assert {item["group"] for item in content["items"] if "group" in item} <= lanes
    return {item["id"]: item for item in content["items"]}


def test_a_known_day_is_a_point_and_a_range_ends_behind_its_last_day(items) -> None:
    assert items["i_recall"]["type"] == "point"
    assert (items["i_visit"]["start"], items["i_visit"]["end"]) == ("2024-05-03", "2024-05-06")


def test_status_lane_and_disagreement_are_told(items) -> None:
    assert items["i_visit"]["className"] == "quad-1 status-planned"
    assert items["i_recall"]["className"] == "quad-4 status-actual disputed"


def test_relations_stand_in_the_background_without_a_gap(items) -> None:
    spells = [item for item in items.values() if item["type"] == "background"]
    assert [spell["className"] for spell in spells] == [
        "relation-full", "relation-recalled", "relation-severed",
    ]  # fmt: skip
    assert spells[0]["end"] == spells[1]["start"] == "2024-03-05"


def test_text_of_reports_stays_text(items) -> None:
    assert all("<" not in item["content"] + item.get("title", "") for item in items.values())


def test_what_has_no_date_is_left_out_and_said_so(items, record) -> None:
    assert "i_undated" not in items
    assert notes(VIS_TIMELINE, record) == ["1 incident without a date left out."]
