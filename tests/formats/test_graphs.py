from __future__ import annotations

import csv
import io

import networkx
import pytest

from dragoman.formats.graphs import (
    EDGES_HEADER,
    GEPHI,
    GRAPHML_FORMAT,
    NODES_HEADER,
    WEIGHTED_HEADER,
)
from tests.formats import told_record
from tests.formats.told_record import SCRIPT, notes, written


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return told_record.made(tmp_path_factory.mktemp("record"))


def _graph(record, **settings):
    text = written(GRAPHML_FORMAT, record, **settings)["network.graphml"]
    return networkx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)


def _tables(record, **settings):
    files = written(GEPHI, record, **settings)
    return [
        list(csv.DictReader(io.StringIO(files[name], newline="")))
        for name in ("nodes.csv", "edges.csv")
    ]


def test_networkx_reads_parties_and_acts(record) -> None:
    graph = _graph(record)
    assert graph.nodes["CHL"] == {
        "label": "Chile", "kind": "state", "country": "CHL", "sector": "GOV", "events": 5,
        "first": "2024-02-08", "last": "2024-05-05",
    }  # fmt: skip
    edges = {one: edge for *edge, one in graph.edges(keys=True)}
    source, target = edges["i_recall-0"]
    data = graph.edges[source, target, "i_recall-0"]
    assert (source, target, data["intensity"], data["quad_class"]) == ("CHL", "NOR", -5.0, 4)
    assert data["date"] == "2024-03-05"


def test_a_meeting_has_one_undirected_edge(record) -> None:
    data = [one for *_, one in _graph(record).edges(data=True) if one["act"] == "meet"]
    assert [one["type"] for one in data] == ["Undirected"]
    assert "intensity" not in data[0]  # not known, so not there


def test_weighted_sums_up_by_dyad_and_quad_class(record) -> None:
    edges = {
        (source, target, data["quad_class"]): data
        for source, target, data in _graph(record, weighted=True).edges(data=True)
        if source in ("CHL", "NOR") and target in ("CHL", "NOR")
    }
    assert edges["NOR", "CHL", 3]["weight"] == 2
    assert edges["NOR", "CHL", 3]["mean_intensity"] == -2.0
    assert (edges["NOR", "CHL", 3]["first"], edges["NOR", "CHL", 3]["last"]) == (
        "2024-02-08", "2024-04-30",
    )  # fmt: skip


def test_acts_without_two_sides_are_counted(record) -> None:
    assert "8 incidents without an edge" in notes(GRAPHML_FORMAT, record)[0]


def test_a_hostile_name_is_a_label_and_nothing_else(record) -> None:
    label = _graph(record).nodes["person:evil"]["label"]
    assert label.startswith(f"{SCRIPT} ]]> <img")
    assert "[U+0000]" in label
    assert "[U+202E]turned" in label


def test_gephi_finds_its_columns_and_every_node(record) -> None:
    nodes, edges = _tables(record)
    assert tuple(nodes[0]) == NODES_HEADER
    assert NODES_HEADER[:2] == ("Id", "Label")
    assert tuple(edges[0]) == EDGES_HEADER
    assert EDGES_HEADER[:4] == ("Source", "Target", "Type", "Weight")
    known = {node["Id"] for node in nodes}
    assert {edge[end] for edge in edges for end in ("Source", "Target")} <= known
    _, summed = _tables(record, weighted=True)
    assert tuple(summed[0]) == WEIGHTED_HEADER


def test_gephi_and_graphml_tell_the_same(record) -> None:
    nodes, edges = _tables(record)
    graph = _graph(record)
    assert {node["Id"] for node in nodes} == set(graph)
    assert len(edges) == graph.number_of_edges()


def test_csv_runs_no_formula_and_keeps_numbers(record) -> None:
    nodes, edges = _tables(record)
    labels = [node["Label"] for node in nodes if node["Id"].startswith("person:f")]
    assert len(labels) == len(told_record.FORMULAS)
    assert all(label.startswith("'") for label in labels)
    assert "-5.0" in {edge["intensity"] for edge in edges}
