from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import Any

import pytest

from dragoman.formats import ftm_statements, ftm_values, known
from dragoman.formats.chosen import Chosen
from dragoman.formats.registry import Settings
from dragoman.store.store import Store
from tests.formats.made import FORMULA, TEXTS
from tests.show.story import office


def written(store: Store, name: str, settings: Settings = Settings()) -> str:  # noqa: B008
    (file,) = known.find(name).files(Chosen(store=store), settings)
    return "".join(str(piece) for piece in file.content)


def entities(store: Store, settings: Settings = Settings()) -> dict[str, dict[str, Any]]:  # noqa: B008
    rows = [json.loads(line) for line in written(store, "ftm", settings).splitlines()]
    found = {row["id"]: row for row in rows}
    assert len(found) == len(rows)
    return found


@pytest.fixture(scope="module")
def found(store: Store) -> dict[str, dict[str, Any]]:
    return entities(store)


@pytest.fixture(scope="module")
def statements(store: Store) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(store, "ftm-statements"), newline="")))


@pytest.fixture(scope="module")
def theirs() -> Any:
    return pytest.importorskip(
        "followthemoney", reason="followthemoney is not installed: `make ftm` installs it"
    )


def test_an_incident_is_an_event_with_its_company(found: dict[str, Any]) -> None:
    event = found["drg-i3"]["properties"]
    assert event["name"] == ["Ana Ruiz and others protested (claimed)."]
    assert (event["startDate"], event["endDate"]) == (["2025-03-03"], ["2025-03-05"])
    assert (event["location"], event["country"]) == (["Oslo"], ["no"])
    assert {found[name]["schema"] for name in event["involved"]} == {
        "Person", "Organization", "PublicBody",
    }  # fmt: skip
    assert "claimed" in event["keywords"]
    assert event["proof"] == ["drg-wire"]
    assert found["drg-i1"]["properties"]["organizer"] == ["drg-CHL"]


def test_a_telling_documents_an_incident_with_its_quote(found: dict[str, Any]) -> None:
    told = found["drg-e1"]["properties"]
    assert (told["document"], told["entity"]) == (["drg-post"], ["drg-i1"])
    assert told["role"] == ["Chile recalled its ambassador to Norway"]


def test_a_disagreement_is_a_note_on_the_event(found: dict[str, Any]) -> None:
    note = found["drg-c1"]["properties"]
    assert note["entity"] == ["drg-i1"]
    assert "“5 March”: post.txt" in note["description"][0]


def test_relations_and_offices_are_links_in_time(found: dict[str, Any]) -> None:
    kinds = Counter(row["schema"] for row in found.values())
    assert (kinds["UnknownLink"], kinds["Position"], kinds["Occupancy"]) == (2, 1, 1)
    (link,) = [row for row in found.values() if row["properties"].get("role") ==
               ["ambassador withdrawn"]]  # fmt: skip
    assert link["properties"]["startDate"] == ["2024-03-05"]
    assert link["properties"]["proof"] == ["drg-post", "drg-wire"]


def test_when_a_report_was_fetched_is_told_where_it_is_known(found: dict[str, Any]) -> None:
    assert found["drg-post"]["properties"]["retrievedAt"] == ["2024-03-07T12:30:00"]
    assert "retrievedAt" not in found["drg-wire"]["properties"]


def test_texts_go_along_only_if_asked(store: Store, found: dict[str, Any]) -> None:
    assert "bodyText" not in found["drg-post"]["properties"]
    whole = entities(store, Settings(with_text=True))
    assert whole["drg-post"]["properties"]["bodyText"] == [TEXTS["post"]]


def test_every_reference_leads_somewhere(found: dict[str, Any]) -> None:
    links = ("document", "entity", "involved", "organizer", "proof", "subject", "object", "holder",
             "post")  # fmt: skip
    asked = {
        value
        for row in found.values()
        for link in links
        for value in row["properties"].get(link, ())
    }
    assert asked <= found.keys()


def test_followthemoney_takes_every_value_as_it_is(theirs: Any, found: dict[str, Any]) -> None:
    for row in found.values():
        schema = theirs.model.get(row["schema"])
        theirs.model.get_proxy(row)
        assert set(schema.required) <= row["properties"].keys()
        schema.validate(row)
        for name, values in row["properties"].items():
            kind = schema.get(name).type
            assert [kind.clean(value) for value in values] == values, (row["id"], name)
            assert all(len(value) <= kind.max_length for value in values)


def test_followthemoney_finds_what_is_linked_fit(theirs: Any, found: dict[str, Any]) -> None:
    for row in found.values():
        schema = theirs.model.get(row["schema"])
        for name, values in row["properties"].items():
            wanted = schema.get(name).range
            for value in values if wanted is not None else ():
                assert theirs.model.get(found[value]["schema"]).is_a(wanted), (row["id"], name)


@pytest.mark.parametrize("lang", ftm_values.LANGUAGES)
def test_followthemoney_knows_the_languages(theirs: Any, lang: str) -> None:
    from followthemoney.types import registry

    assert registry.language.clean(lang) == ftm_values.LANGUAGES[lang]


def test_statements_have_their_columns(statements: list[dict[str, str]]) -> None:
    assert tuple(statements[0]) == ftm_statements.COLUMNS


def test_contradictions_stand_side_by_side(statements: list[dict[str, str]]) -> None:
    days = {
        (row["dataset"], row["value"])
        for row in statements
        if row["canonical_id"] == "drg-i1" and row["prop"] == "date"
    }
    assert days == {("the_post", "2024-03-05"), ("unnamed_publisher", "2024-03-06")}


def test_a_quote_that_looks_like_a_formula_is_made_harmless(
    statements: list[dict[str, str]],
) -> None:
    assert "'" + FORMULA in {row["value"] for row in statements}
    assert not any(row["value"].startswith(("=", "+", "@")) for row in statements)


def test_statements_are_given_once(statements: list[dict[str, str]]) -> None:
    assert max(Counter(row["id"] for row in statements).values()) == 1


def test_followthemoney_reads_the_statements(theirs: Any, store: Store) -> None:
    from followthemoney.statement.serialize import read_csv_statements

    text = written(store, "ftm-statements")
    read = list(read_csv_statements(io.BytesIO(text.encode())))
    assert len(read) == len(text.splitlines()) - 1
    for one, row in zip(read, csv.DictReader(io.StringIO(text, newline="")), strict=True):
        assert one.generate_key() == row["id"]
        assert one.prop_type == row["prop_type"]


@pytest.mark.parametrize(
    ("ours", "expected"),
    [("i_07a", "drg-i-07a"), ("person:ana-ruiz", "drg-person-ana-ruiz"), ("PER", "drg-PER")],
)
def test_ids_lose_only_underscores_and_colons(ours: str, expected: str) -> None:
    assert ftm_values.ident(ours) == expected


@pytest.mark.parametrize(
    ("one", "other"), [("person:józef", "person:j-zef"), ("習近平", "蔡英文"), ("a b", "a-b")]
)
def test_ids_that_look_alike_stay_apart(one: str, other: str) -> None:
    assert ftm_values.ident(one) != ftm_values.ident(other)


def test_an_office_without_days_has_none() -> None:
    row = office("Ana Ruiz", None, None, [])
    assert ftm_values.bounds(row["date_start"], row["date_end"]) == {"startDate": [], "endDate": []}
