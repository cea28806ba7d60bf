#!/usr/bin/env python3
"""NetworkX writes a graph, ./innerloop convert reads and writes it, NetworkX reads the same graph again.

    src/bench/networkx_forms.py [INNERLOOP]

for every form that both know, directed or not, with names, classes, numbers and weights (Debian: python3-networkx).
Prints a line for each, and ends with 1 if one differs.
"""
import json
import os
import subprocess
import sys
import tempfile

import networkx as nx

HERE = os.path.dirname(os.path.abspath(__file__))
INNERLOOP = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "..", "innerloop")


def sample(directed):
    graph = nx.DiGraph() if directed else nx.Graph()
    names = ["Zoë", "b c", 'q "x"', "d&e", "alone"]
    for k, name in enumerate(names):
        graph.add_node(name, **{"class": "odd" if k % 2 else "even", "age": 20.5 + k})
    graph.add_edge(names[0], names[1], weight=2.5)
    graph.add_edge(names[1], names[2], weight=1.0)
    graph.add_edge(names[3], names[0], weight=0.25)
    if directed:
        graph.add_edge(names[1], names[0], weight=4.0)
    return graph


def write_json(graph, path):
    with open(path, "w", encoding="utf-8") as out:
        json.dump(nx.node_link_data(graph), out)


def read_json(path):
    with open(path, encoding="utf-8") as text:
        data = json.load(text)
    data["links"] = data.pop("edges", data.get("links"))
    return nx.node_link_graph(data)


FORMS = {
    "graphml": (nx.write_graphml, nx.read_graphml),
    "gexf": (lambda g, p: nx.write_gexf(g, p, version="1.2draft"), nx.read_gexf),
    "gml": (nx.write_gml, nx.read_gml),
    "json": (write_json, read_json),
}


def facts(graph):
    """What must be the same, whatever a node is called inside the file."""
    def name(node):
        return str(graph.nodes[node].get("label", node))

    nodes = sorted((name(n), str(d.get("class")), float(d.get("age", d.get("f0", "nan")))) for n, d in graph.nodes(data=True))
    edges = []
    for source, target, data in graph.edges(data=True):
        ends = (name(source), name(target))
        edges.append((*(ends if graph.is_directed() else sorted(ends)), float(data.get("weight", 1))))
    return graph.is_directed(), nodes, sorted(edges)


def main():
    differs = 0
    with tempfile.TemporaryDirectory() as folder:
        for directed in (False, True):
            for before, (write, _) in FORMS.items():
                source = os.path.join(folder, "source." + before)
                write(sample(directed), source)
                for after, (_, read) in FORMS.items():
                    target = os.path.join(folder, "target." + after)
                    run = subprocess.run(
                        [INNERLOOP, "convert", source, target, "--force"], capture_output=True, text=True, check=False
                    )
                    same = run.returncode == 0 and facts(read(target)) == facts(sample(directed))
                    differs += not same
                    kind = "directed" if directed else "undirected"
                    print(f"{before} -> {after}, {kind}: {'the same' if same else 'differs'}")
                    if not same:
                        print(run.stderr.strip() or facts(read(target)))
    return 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main())
