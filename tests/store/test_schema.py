from __future__ import annotations

import pytest

from dragoman.store import rows, schema
from tests import factory

CONTRACT = {
    "reports": (
        "report_id uri publisher title byline lang published published_from published_precision "
        "duplicate_of words sha256 retrieved"
    ),
    "events": (
        "event_id incident_id report_id report act event_type mode cameo quad_class intensity "
        "actors recipients others number date_start date_end date_precision place status "
        "attributed_to quote start end confidence coder"
    ),
    "incidents": (
        "incident_id act event_type mode cameo quad_class intensity actors recipients others "
        "date_start date_end date_precision place status events reports independent_sources "
        "confidence summary"
    ),
    "conflicts": "conflict_id kind between about incidents readings preferred why",
    "relations": "pair date_start date_end state since quotes",
    "rejections": "stage uri report_id reason detail",
    "judgements": "judgement_id ruling about events by at note undone_by holds",
    "offices": "party_id name office country date_start date_end asserted",
}


@pytest.mark.parametrize("name", sorted(CONTRACT))
def test_columns_begin_with_those_of_the_contract_in_order(name: str) -> None:
    wanted = tuple(CONTRACT[name].split())
    assert schema.tables()[name].names[: len(wanted)] == wanted


def test_every_column_of_the_script_has_a_meaning() -> None:
    columns = [
        line
        for line in schema.script().splitlines()
        if line.startswith("    ") and not line.startswith("    --")
    ]
    known = [column for table in schema.tables().values() for column in table.columns]
    assert len(columns) == len(known)


def test_every_table_of_the_script_is_found() -> None:
    assert len(schema.tables()) == schema.script().count("create table")


def test_every_table_has_an_order_over_its_own_columns() -> None:
    assert all(
        set(schema.ORDER[name]) <= set(table.names) for name, table in schema.tables().items()
    )


def test_event_row_has_the_columns_of_the_table() -> None:
    row = rows.event_row(factory.event("meet", "NOR", "CHL"), "i1")
    assert tuple(row) == schema.tables()["events"].names
