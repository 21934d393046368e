"""The figures of graphs, by networkx: what tests/network/random_test.cpp holds ours against.

Standard input has a graph a line, the sides of its bonds as "1-2=5", which is one of bond 5. Standard output has a line
for each thing that can be said of them: the graph's number from 0, what is said, and a number.
"""

import math
import statistics
import sys

import networkx


def say(number, what, value):
    print(number, what, repr(float(value)), sep="\t")


def figures(number, graph):
    say(number, "cities", len(graph))
    say(number, "pairs", graph.number_of_edges())
    say(number, "triangles", sum(networkx.triangles(graph).values()) // 3)
    degrees = [degree for _, degree in graph.degree()]
    wedges = sum(degree * (degree - 1) // 2 for degree in degrees)
    say(number, "wedges", wedges)
    say(number, "max_degree", max(degrees))
    if wedges > 0:
        say(number, "transitivity", networkx.transitivity(graph))
    if len(set(degrees)) > 1:
        ends = list(networkx.node_degree_xy(graph))
        say(number, "assortativity", statistics.correlation([x for x, _ in ends], [y for _, y in ends]))
    differences = sum(abs(x - y) for x in degrees for y in degrees)
    say(number, "degree_gini", differences / (2 * len(degrees) * sum(degrees)))
    for degree in set(degrees):
        say(number, f"degree {degree}", degrees.count(degree))
    parts = sorted((sorted(part) for part in networkx.connected_components(graph)), key=lambda part: (-len(part), part))
    say(number, "components", len(parts))
    say(number, "giant_component", len(parts[0]))
    for place, part in enumerate(parts):
        for city in part:
            say(number, f"component {city}", place)
    giant = graph.subgraph(parts[0])
    say(number, "mean_distance", networkx.average_shortest_path_length(giant))
    say(number, "diameter", networkx.diameter(giant))
    say(number, "radius", networkx.radius(giant))


def distances(number, graph):
    counts = {}
    for one, steps in networkx.all_pairs_shortest_path_length(graph):
        for other, distance in steps.items():
            if one < other:
                counts[distance] = counts.get(distance, 0) + 1
    for distance, count in counts.items():
        say(number, f"distance {distance}", count)


def written(cities):
    return "-".join(map(str, sorted(cities)))


def rings(number, graph):
    for clique in networkx.find_cliques(graph):
        if len(clique) >= 3:
            say(number, f"ring {written(clique)}", 1)


def partings(number, graph):
    bonds = networkx.get_edge_attributes(graph, "bonds")
    for bond in set().union(*bonds.values()):
        sides = [side for side, of in bonds.items() if of == {bond}]
        ends = {end for side in sides for end in side}
        rest = graph.copy()
        rest.remove_edges_from(sides)
        say_parts(number, f"without bond {bond}", rest, ends)
    for city in graph:
        rest = graph.copy()
        rest.remove_node(city)
        say_parts(number, f"without city {city}", rest, set(graph[city]))


def say_parts(number, what, graph, ends):
    parts = [part for part in networkx.connected_components(graph) if part & ends]
    if len(parts) > 1:
        for part in parts:
            say(number, f"{what}: {written(part)}", 1)


def place(city):
    return (math.radians(city * 37 % 181 - 90), math.radians(city * 73 % 361 - 180))


def kilometres(one, other):
    (north, east), (other_north, other_east) = place(one), place(other)
    square = (
        math.sin((other_north - north) / 2) ** 2
        + math.cos(north) * math.cos(other_north) * math.sin((other_east - east) / 2) ** 2
    )
    return 2 * 6371.0088 * math.asin(min(1, math.sqrt(square)))


def routes(number, graph):
    placed = networkx.Graph(graph.subgraph(city for city in graph if city % 7 != 0))
    for one, other in placed.edges:
        placed[one][other]["weight"] = kilometres(one, other)
    ways = dict(networkx.all_pairs_dijkstra_path_length(placed))
    for one in graph:
        for other in graph:
            say(number, f"route {one} {other}", ways.get(one, {}).get(other, -1))


def cities(number, graph):
    for city, value in networkx.clustering(graph).items():
        say(number, f"clustering {city}", value)
    for city, value in networkx.closeness_centrality(graph).items():
        say(number, f"closeness {city}", value)
    for city, value in networkx.betweenness_centrality(graph).items():
        say(number, f"betweenness {city}", value)
    for one, other in networkx.bridges(graph):
        say(number, f"bridge {min(one, other)} {max(one, other)}", 1)
    for city in networkx.articulation_points(graph):
        say(number, f"articulation {city}", 1)


def ways(number, graph):
    for one in graph:
        reached = networkx.single_source_shortest_path_length(graph, one)
        for other, steps in reached.items():
            if other != one and steps <= 3:
                say(number, f"within 3 of {one}: {other}", steps)
        for other in graph:
            if other not in reached:
                say(number, f"no chain {one} {other}", 1)
                continue
            chains = sorted(networkx.all_shortest_paths(graph, one, other))
            say(number, f"chain {'-'.join(map(str, chains[0]))}", 1)
            say(number, f"chains {one} {other}", len(chains))
            say(number, f"last chain {'-'.join(map(str, chains[-1]))}", 1)
            shared = len(set(networkx.common_neighbors(graph, one, other))) if one != other else 0
            if shared > 0 and not graph.has_edge(one, other):
                say(number, f"cousins {one} {other}", shared)


for number, line in enumerate(sys.stdin):
    graph = networkx.Graph()
    for side in line.split():
        ends, bond = side.split("=")
        one, other = map(int, ends.split("-"))
        graph.add_edge(one, other)
        graph[one][other].setdefault("bonds", set()).add(int(bond))
    figures(number, graph)
    distances(number, graph)
    rings(number, graph)
    partings(number, graph)
    routes(number, graph)
    cities(number, graph)
    ways(number, graph)
