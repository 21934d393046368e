"""Reads an export as a stranger would, with the usual reader of its format, and prints what it found:

    city ID HEX_OF_NAME LATITUDE LONGITUDE
    edge BOND SOURCE TARGET STATUS CERTAINTY SINCE UNTIL SINCE_EARLIEST SINCE_LATEST UNTIL_EARLIEST UNTIL_LATEST

in order, with "-" for what is not there. Usage: read_export.py csv|networkx|igraph|gexf|geojson PATH
"""

import csv
import json
import math
import os
import sys

FIELDS = ["status", "certainty", "since", "until", "since_earliest", "since_latest", "until_earliest", "until_latest"]


def city(key, values):
    def number(name):
        value = values.get(name)
        missing = value in (None, "") or (isinstance(value, float) and math.isnan(value))
        return "-" if missing else f"{float(value):.4f}"

    return f"city {key} {values['name'].encode().hex()} {number('latitude')} {number('longitude')}"


def edge(one, other, values):
    one, other = sorted([int(one), int(other)])
    return " ".join(["edge", str(int(values["bond"])), str(one), str(other)] + [values.get(f) or "-" for f in FIELDS])


def read_csv(path):
    with open(os.path.join(path, "cities.csv"), newline="", encoding="utf-8") as file:
        yield from (city(row["id"], row) for row in csv.DictReader(file, strict=True))
    with open(os.path.join(path, "bonds.csv"), newline="", encoding="utf-8") as file:
        yield from (edge(row["source"], row["target"], row) for row in csv.DictReader(file, strict=True))


def read_networkx(graph):
    yield from (city(key, values) for key, values in graph.nodes(data=True))
    yield from (edge(one, other, values) for one, other, values in graph.edges(data=True))


def read_graphml(path):
    import networkx

    return read_networkx(networkx.read_graphml(path))


def read_gexf(path):
    import networkx

    return read_networkx(networkx.read_gexf(path))


def read_igraph(path):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    assert not graph.is_directed()
    yield from (city(vertex["id"], vertex.attributes()) for vertex in graph.vs)
    names = graph.vs["id"]
    yield from (edge(names[e.source], names[e.target], e.attributes()) for e in graph.es)


def read_geojson(path):
    with open(path, encoding="utf-8") as file:
        features = json.load(file)["features"]
    for feature in features:
        values = feature["properties"]
        if values["layer"] == "cities":
            yield city(values["id"], values)
        else:
            yield edge(values["source"], values["target"], values)


READERS = {
    "csv": read_csv,
    "networkx": read_graphml,
    "igraph": read_igraph,
    "gexf": read_gexf,
    "geojson": read_geojson,
}

sys.stdout.write("".join(line + "\n" for line in sorted(READERS[sys.argv[1]](sys.argv[2]))))
