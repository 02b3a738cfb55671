from __future__ import annotations

import json
from typing import Any

import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.namespace import PROV, RDF, RDFS, XSD

from dragoman.formats import known
from dragoman.formats.chosen import Chosen
from dragoman.formats.context import context, prefixes
from dragoman.formats.registry import Settings
from dragoman.formats.tags import tag
from dragoman.formats.turtle import lines
from dragoman.store.store import Store
from tests.formats.made import FORMULA, TEXTS

SEM = rdflib.Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
OURS = rdflib.Namespace(tag("terms/"))


def written(store: Store, name: str, settings: Settings = Settings()) -> str:  # noqa: B008
    (file,) = known.find(name).files(Chosen(store=store), settings)
    return "".join(str(piece) for piece in file.content)


@pytest.fixture(scope="module")
def graph(store: Store) -> rdflib.Graph:
    return rdflib.Graph().parse(data=written(store, "turtle"), format="turtle")


def node(name: str) -> rdflib.URIRef:
    return rdflib.URIRef(tag(name))


# rdflib's own reader of JSON-LD still uses a class that it has given up.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_both_forms_hold_the_same_graph(store: Store, graph: rdflib.Graph) -> None:
    other = rdflib.Graph().parse(data=written(store, "jsonld"), format="json-ld")
    assert len(graph) > 100
    assert isomorphic(graph, other)


def test_an_incident_is_an_event_of_sem(graph: rdflib.Graph) -> None:
    assert (node("i1"), RDF.type, SEM.Event) in graph
    assert (node("i1"), SEM.eventType, OURS["act/recall_ambassador"]) in graph
    assert (node("i1"), SEM.hasActor, node("party/CHL")) in graph
    assert (node("i3"), SEM.hasPlace, None) in graph


def test_parties_stand_in_their_roles(graph: rdflib.Graph) -> None:
    roles = {
        (graph.value(role, RDF.value), graph.value(role, SEM.roleType))
        for role in graph.objects(node("i1"), SEM.hasActor)
        if (role, RDF.type, SEM.Role) in graph
    }
    assert roles == {
        (node("party/CHL"), OURS["role/actor"]), (node("party/NOR"), OURS["role/recipient"]),
    }  # fmt: skip


def test_a_known_day_has_begin_and_end_and_any_other_has_bounds(graph: rdflib.Graph) -> None:
    day = rdflib.Literal("2024-03-05", datatype=XSD.date)
    assert graph.value(node("i1"), SEM.hasBeginTimeStamp) == day
    assert graph.value(node("i3"), SEM.hasBeginTimeStamp) is None
    assert str(graph.value(node("i3"), SEM.hasLatestEndTimeStamp)) == "2025-03-05"
    assert str(graph.value(node("i3"), OURS.date)) == "2025-03-03/2025-03-05"


def test_a_telling_comes_from_its_report_by_its_coder(graph: rdflib.Graph) -> None:
    assert graph.value(node("e1"), PROV.wasDerivedFrom) == node("post")
    coder = graph.value(node("e1"), PROV.wasAttributedTo)
    assert (coder, RDF.type, PROV.SoftwareAgent) in graph
    run = graph.value(node("e1"), PROV.wasGeneratedBy)
    assert (run, RDF.type, PROV.Activity) in graph
    assert (node("i1"), PROV.wasDerivedFrom, node("e2")) in graph


def test_each_reading_is_a_view_according_to_its_reports(graph: rdflib.Graph) -> None:
    views = set(graph.objects(node("c1"), OURS.reading))
    said = {(str(graph.value(view, RDF.value)), graph.value(view, SEM.accordingTo))
            for view in views}  # fmt: skip
    assert said == {("5 March", node("post")), ("6 March", node("wire"))}
    assert all((view, RDF.type, SEM.View) in graph for view in views)
    assert (node("post"), RDF.type, SEM.Authority) in graph


def test_relations_name_the_incidents_that_changed_them(graph: rdflib.Graph) -> None:
    spells = set(graph.subjects(OURS.since, node("i1")))
    assert {str(graph.value(spell, OURS.state)) for spell in spells} == {"recalled"}


def test_a_quote_keeps_its_language_and_hides_nothing(graph: rdflib.Graph) -> None:
    quotes = set(graph.objects(None, OURS.quote))
    assert rdflib.Literal(FORMULA, lang="en") in quotes
    assert not any("\u202e" in quote or "\x1b" in quote for quote in quotes)


def test_every_node_that_is_named_is_described(graph: rdflib.Graph) -> None:
    ours = {
        one
        for one in graph.objects()
        if isinstance(one, rdflib.URIRef) and str(one).startswith(tag("")) and one not in OURS
    }
    assert ours <= set(graph.subjects())


def test_texts_go_along_only_if_asked(store: Store, graph: rdflib.Graph) -> None:
    body = rdflib.URIRef("https://schema.org/articleBody")
    assert not list(graph.objects(None, body))
    whole = written(store, "turtle", Settings(with_text=True))
    parsed = rdflib.Graph().parse(data=whole, format="turtle")
    assert str(parsed.value(node("post"), body)) == TEXTS["post"]


def test_the_context_is_in_the_file_and_its_prefixes_are_whole(store: Store) -> None:
    found: Any = json.loads(written(store, "jsonld"))
    assert found["@context"] == context()
    assert prefixes()["drg"] == tag("terms/")
    for name, value in context().items():
        if name.startswith("@") or name in prefixes():
            continue
        word = value if isinstance(value, str) else value["@id"]
        if not word.startswith("@"):
            assert word.split(":")[0] in prefixes()


@pytest.mark.parametrize("text", ['a"b', "a\\b", "a\nb\r\t", "a\x00b\x7f", '""" .', "é\u2028𝄞"])
def test_text_comes_back_out_of_turtle(text: str) -> None:
    told = "".join(lines([{"id": "x:a", "type": ["Entity"], "label": text}]))
    parsed = rdflib.Graph().parse(data=told, format="turtle")
    assert str(parsed.value(rdflib.URIRef("x:a"), RDFS.label)) == text


def test_an_address_cannot_break_out_of_its_brackets() -> None:
    told = "".join(lines([{"id": "x:a> . <x:b", "type": ["Entity"]}]))
    assert {str(one) for one in rdflib.Graph().parse(data=told, format="turtle").subjects()} == {
        "x:a%3E%20.%20%3Cx:b"
    }
