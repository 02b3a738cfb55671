"""The network as GraphML and as Gephi's two spreadsheets.

Source: graphml.graphdrawing.org, "GraphML Primer"; Gephi's manual, "Import spreadsheet".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.formats.chosen import Chosen
from dragoman.formats.escapes import markup
from dragoman.formats.network import Network
from dragoman.formats.network import Node as Party
from dragoman.formats.registry import File, Format, Settings
from dragoman.formats.sheets import Cell, csv_lines
from dragoman.show.visible import visible

Value = str | int | float | None
Values = Mapping[str, Value]

NODE = {
    "label": "string", "kind": "string", "country": "string", "sector": "string", "events": "int",
    "first": "string", "last": "string",
}  # fmt: skip
EDGE = {
    "type": "string", "id": "string", "act": "string", "event_type": "string", "quad_class": "int",
    "intensity": "double", "date": "string", "status": "string", "sources": "int",
    "incident_id": "string",
}  # fmt: skip
WEIGHTED = {
    "type": "string", "quad_class": "int", "weight": "int", "mean_intensity": "double",
    "first": "string", "last": "string",
}  # fmt: skip
NODES_HEADER = ("Id", "Label", *(name for name in NODE if name != "label"))
EDGES_HEADER = ("Source", "Target", "Type", "Weight", "Id",
                *(name for name in EDGE if name not in ("type", "id")))  # fmt: skip
WEIGHTED_HEADER = ("Source", "Target", "Type", "Weight",
                   *(name for name in WEIGHTED if name not in ("type", "weight")))  # fmt: skip
GRAPHML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"\n'
    '    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\n'
    '    xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
TYPES = {"string": "string", "int": "integer", "double": "number"}


def _nodes(network: Network) -> Iterator[tuple[str, Values]]:
    for party_id, node in network.nodes().items():
        yield party_id, _node(node)


def _node(node: Party) -> Values:
    return {
        "label": node.best("name"),
        "kind": node.best("kind"),
        "country": node.best("country"),
        "sector": node.best("sector"),
        "events": node.events,
        "first": None if node.first is None else node.first.isoformat(),
        "last": None if node.last is None else node.last.isoformat(),
    }


def _edges(network: Network) -> Iterator[tuple[str, str, Values]]:
    for edge in network.edges():
        row = edge.incident
        yield (
            edge.source,
            edge.target,
            {
                "type": _type(edge.directed),
                "id": edge.id,
                **{key: row[key] for key in ("act", "event_type", "quad_class", "intensity")},
                "date": edge.date or None,
                "status": row["status"],
                "sources": row["independent_sources"],
                "incident_id": row["incident_id"],
            },
        )


def _weighted(network: Network) -> Iterator[tuple[str, str, Values]]:
    for ((source, target), directed, quad_class), one in network.sums().items():
        yield (
            source,
            target,
            {
                "type": _type(directed),
                "quad_class": quad_class,
                "weight": one.weight,
                "mean_intensity": one.mean_intensity,
                "first": None if one.first is None else one.first.isoformat(),
                "last": None if one.last is None else one.last.isoformat(),
            },
        )


def _type(directed: bool) -> str:
    return "Directed" if directed else "Undirected"


def _graphml(network: Network, *, weighted: bool) -> Iterator[str]:
    """Every edge stands as directed: readers refuse files with both; `type` tells which are not."""
    keys = WEIGHTED if weighted else EDGE
    yield GRAPHML
    for name, kind in NODE.items():
        yield f'  <key id="n-{name}" for="node" attr.name="{name}" attr.type="{kind}"/>\n'
    for name, kind in keys.items():
        if name != "id":  # GraphML has a place of its own for it
            yield f'  <key id="e-{name}" for="edge" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '  <graph id="record" edgedefault="directed">\n'
    for party_id, values in _nodes(network):
        yield f'    <node id="{markup(party_id)}">{_data("n", values)}</node>\n'
    edges = _weighted(network) if weighted else _edges(network)
    for number, (source, target, values) in enumerate(edges):
        ends = f'source="{markup(source)}" target="{markup(target)}"'
        edge_id = markup(str(values.get("id", f"e{number}")))
        yield f'    <edge id="{edge_id}" {ends}>{_data("e", values)}</edge>\n'
    yield "  </graph>\n</graphml>\n"


def _data(kind: str, values: Values) -> str:
    return "".join(
        f'<data key="{kind}-{name}">{markup(str(value))}</data>'
        for name, value in values.items()
        if value is not None and name != "id"
    )


def _node_rows(network: Network) -> Iterator[list[Cell]]:
    for party_id, values in _nodes(network):
        yield [visible(party_id), *values.values()]


def _edge_rows(network: Network) -> Iterator[list[Cell]]:
    for source, target, values in _edges(network):
        kind, edge_id, *rest = values.values()
        yield [source, target, kind, 1, edge_id, *rest]


def _weighted_rows(network: Network) -> Iterator[list[Cell]]:
    for source, target, values in _weighted(network):
        kind, quad_class, weight, *rest = values.values()
        yield [source, target, kind, weight, quad_class, *rest]


class _Counted:
    """Lines that are counted as they are written, all but those of a head."""

    def __init__(self, lines: Iterator[str], *, start: str = "") -> None:
        self._lines = lines
        self._start = start
        self.written = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.written += line.startswith(self._start)
            yield line

    def rows(self) -> int:
        """How many lines there were but for the header."""
        return self.written - (not self._start)


def _graphml_files(chosen: Chosen, settings: Settings) -> Iterator[File]:
    network = Network(chosen)
    lines = _Counted(_graphml(network, weighted=settings.weighted), start="    <edge ")
    yield File(
        name="network.graphml", about=_about(settings), content=lines, count=lines.rows,
        notes=network.notes,
    )  # fmt: skip


def _gephi_files(chosen: Chosen, settings: Settings) -> Iterator[File]:
    of_nodes, of_edges = Network(chosen), Network(chosen)
    nodes = _Counted(csv_lines(NODES_HEADER, _node_rows(of_nodes)))
    yield File(
        name="nodes.csv", about="A row a party that did something, or had it done to it.",
        content=nodes, count=nodes.rows, columns=_columns(NODES_HEADER, NODE),
    )  # fmt: skip
    header = WEIGHTED_HEADER if settings.weighted else EDGES_HEADER
    rows = _weighted_rows if settings.weighted else _edge_rows
    edges = _Counted(csv_lines(header, rows(of_edges)))
    yield File(
        name="edges.csv", about=_about(settings), content=edges, count=edges.rows,
        notes=of_edges.notes,
        columns=_columns(header, {**EDGE, **WEIGHTED, "Weight": "int"}),
    )  # fmt: skip


def _about(settings: Settings) -> str:
    if settings.weighted:
        return "An edge for each two parties and each quad class."
    return "An edge for each actor, recipient and incident."


def _columns(header: tuple[str, ...], types: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, TYPES[types.get(name, "string")]) for name in header)


GRAPHML_FORMAT = Format(
    name="graphml", about="GraphML: who did what to whom, for Gephi, igraph, networkx, R",
    files=_graphml_files, takes=("weighted",),
)  # fmt: skip
GEPHI = Format(
    name="gephi", about="Gephi: the same as nodes.csv and edges.csv", files=_gephi_files,
    takes=("weighted",),
)  # fmt: skip
