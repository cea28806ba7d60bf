#!/usr/bin/env python3
"""NetworkX and ./innerloop read the same files, one after the other: medians of three, and how many times faster Innerloop is.

    src/bench/networkx_speed.py [INNERLOOP [FORM…]]

GraphML, GML, node-link JSON and an edge list of 100,000 nodes and 500,000 edges (Debian: python3-networkx), and a folder of
OGB with the sizes of ogbn-arxiv (169,343 nodes, 1.17 million edges, 128 features), which NetworkX does not read.
"""
import csv
import gzip
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

import networkx as nx

HERE = os.path.dirname(os.path.abspath(__file__))
INNERLOOP = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "..", "innerloop")
NODES, EDGES = 100_000, 500_000


def graph():
    draw = random.Random(1)
    made = nx.gnm_random_graph(NODES, EDGES, seed=1)
    for node in made:
        made.nodes[node].update({"class": f"class {draw.randrange(10)}", "age": draw.randrange(90)})
    return made


def write_json(made, path):
    with open(path, "w", encoding="utf-8") as out:
        json.dump(nx.node_link_data(made), out)


def read_json(path):
    with open(path, encoding="utf-8") as text:
        return nx.node_link_graph(json.load(text))


FORMS = {
    "graphml": (nx.write_graphml, nx.read_graphml),
    "gml": (nx.write_gml, nx.read_gml),
    "json": (write_json, read_json),
    "edges": (lambda made, path: nx.write_edgelist(made, path, data=False), nx.read_edgelist),
}


def seconds(read, path):
    taken = []
    for _ in range(3):
        begin = time.perf_counter()
        read(path)
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def own(path):
    """The third reading in one process; the first, which a person waits for, beside it."""
    out = subprocess.run([INNERLOOP, "bench", "import", path, "--json"], check=True, capture_output=True, text=True).stdout
    found = json.loads(out)
    return found["firstSeconds"], found["thirdSeconds"]


def arxiv(folder):
    draw = random.Random(2)
    with gzip.open(os.path.join(folder, "edge.csv.gz"), "wt", compresslevel=1) as out:
        for _ in range(1_166_243):
            out.write(f"{draw.randrange(169_343)},{draw.randrange(169_343)}\n")
    with gzip.open(os.path.join(folder, "node-feat.csv.gz"), "wt", compresslevel=1) as out:
        rows = csv.writer(out)
        for _ in range(169_343):
            rows.writerow([round(draw.random() - 0.5, 6) for _ in range(128)])
    with gzip.open(os.path.join(folder, "node-label.csv.gz"), "wt") as out:
        for _ in range(169_343):
            out.write(f"{draw.randrange(40)}\n")
    with gzip.open(os.path.join(folder, "num-node-list.csv.gz"), "wt") as out:
        out.write("169343\n")
    with gzip.open(os.path.join(folder, "num-edge-list.csv.gz"), "wt") as out:
        out.write("1166243\n")


with tempfile.TemporaryDirectory() as folder:
    made = graph()
    only = sys.argv[2:] or [*FORMS, "ogb"]
    for form, (write, read) in FORMS.items():
        if form not in only:
            continue
        path = os.path.join(folder, "graph." + form)
        write(made, path)
        theirs = seconds(read, path)
        first, third = own(path)
        print(f"{form:8} NetworkX {theirs:6.2f} s, Innerloop {third:5.2f} s (first {first:5.2f} s): {theirs / third:5.1f} x, first {theirs / first:5.1f} x", flush=True)
    if "ogb" in only:
        raw = os.path.join(folder, "arxiv")
        os.mkdir(raw)
        arxiv(raw)
        first, third = own(raw)
        print(f"ogb      Innerloop {third:5.2f} s (first {first:5.2f} s)")
