// Rings, and the day on which the last side of each closed.

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <twinning/network.hpp>
#include <twinning/snapshot.hpp>

#include "connection.hpp"
#include "network/cliques.hpp"
#include "network/graph.hpp"
#include "network/run_on_day.hpp"
#include "words.hpp"

namespace twinning {
namespace {

using Vertices = std::vector<Vertex>;

struct RingOfVertices {
  Vertices vertices;
  std::optional<BondId> bond;
};

/// Where all parties of a bond of three or more are twins by it.
std::vector<RingOfVertices> declared_rings(const Graph& graph) {
  struct Side {
    BondId bond;
    Vertex one;
    Vertex other;
  };
  std::vector<Side> sides;
  for (Vertex one = 0; one < graph.size(); ++one) {
    for (std::uint32_t edge = graph.first_edge[one]; edge < graph.first_edge[one + 1]; ++edge) {
      const Vertex other = graph.neighbour[edge];
      if (other < one) continue;
      for (std::uint32_t bond = graph.first_bond[edge]; bond < graph.first_bond[edge + 1]; ++bond) {
        sides.push_back({.bond = graph.bonds[bond], .one = one, .other = other});
      }
    }
  }
  std::ranges::sort(sides, {}, [](const Side& side) { return std::tuple(side.bond, side.one, side.other); });
  std::vector<RingOfVertices> rings;
  for (std::size_t first = 0, end = 0; first < sides.size(); first = end) {
    while (end < sides.size() && sides[end].bond == sides[first].bond) ++end;
    if (end - first < 3) continue;
    std::set<Vertex> parties;
    for (std::size_t side = first; side < end; ++side) parties.insert({sides[side].one, sides[side].other});
    if (end - first == parties.size() * (parties.size() - 1) / 2) {
      rings.push_back({.vertices = Vertices(parties.begin(), parties.end()), .bond = sides[first].bond});
    }
  }
  return rings;
}

std::vector<RingOfVertices> all_rings(const Graph& graph, std::size_t limit) {
  std::vector<RingOfVertices> rings = declared_rings(graph);
  std::set<Vertices> declared;
  for (const RingOfVertices& ring : rings) declared.insert(ring.vertices);
  for (Vertices& clique : cliques_of(graph, declared, limit)) {
    rings.push_back({.vertices = std::move(clique), .bond = std::nullopt});
  }
  std::ranges::sort(rings, [](const RingOfVertices& one, const RingOfVertices& other) {
    return std::tuple(other.vertices.size(), one.vertices, one.bond) <
           std::tuple(one.vertices.size(), other.vertices, other.bond);
  });
  return rings;
}

/// The day on which something began, as texts, which sort as the days do.
struct Beginning {
  std::string earliest;               // the first day that the file can hold where nothing bounds it
  std::optional<std::string> latest;  // nothing: it may be any day
};

/// Since when pairs have been in the network.
class Beginnings {
 public:
  Beginnings(Connection& connection, std::string day, const NetworkOptions& options)
      : connection_(connection), day_(std::move(day)), run_(options) {}

  /// Of a pair: the first of its bonds to begin.
  const Beginning& of(const Graph& graph, Vertex one, Vertex other) {
    const auto [found, is_new] = known_.try_emplace({one, other});
    if (!is_new) return found->second;
    bool is_first = true;
    for (const BondId bond : graph.bonds_between(one, other)) {
      Beginning beginning = of_bond(graph.cities[one], bond, graph.cities[other]);
      if (is_first || beginning.earliest < found->second.earliest) found->second.earliest = beginning.earliest;
      const auto& latest = found->second.latest;
      if (is_first || (beginning.latest && (!latest || *beginning.latest < *latest))) {
        found->second.latest = std::move(beginning.latest);
      }
      is_first = false;
    }
    return found->second;
  }

 private:
  Beginning of_bond(CityId city, BondId bond, CityId twin) {
    Statement rows(connection_,
                   "SELECT status, from_earliest, from_latest, coalesce(?1 < to_latest, 1), "
                   "coalesce(?1 < to_earliest, 1) FROM twin_span WHERE city_id = ?2 AND bond_id = ?3 AND twin_id = ?4 "
                   "ORDER BY position");
    rows.bind(day_).bind(city).bind(bond).bind(twin);
    run_.start();
    std::vector<Beginning> stretches;
    while (rows.step()) {
      stretches.push_back({.earliest = rows.text(1), .latest = rows.maybe_text(2)});
      const Beginning& from = stretches.back();
      if (run_.add({.status = status_from(rows.view(0)),
                    .may_have_begun = from.earliest <= day_,
                    .has_begun = from.latest && *from.latest <= day_,
                    .may_go_on = rows.flag(3),
                    .goes_on = rows.flag(4)})) {
        return stretches[run_.first()];
      }
    }
    throw Error(ErrorCategory::corrupt, "a bond is in the network and in no span of its pair; rebuild the registry");
  }

  Connection& connection_;
  std::string day_;
  RunOnDay run_;
  std::map<std::pair<Vertex, Vertex>, Beginning> known_;
};

std::optional<Day> day_of(const std::optional<std::string>& text) {
  if (!text || *text == "0000-01-01") return std::nullopt;
  return Date::parse(*text)->earliest();
}

/// From when its last side may have begun.
void date(const Graph& graph, const Vertices& vertices, Beginnings& beginnings, Ring& ring) {
  std::string earliest;
  std::optional<std::string> latest = "";
  const auto for_each_side = [&](const auto& visit) {
    for (auto one = vertices.begin(); one != vertices.end(); ++one) {
      for (auto other = one + 1; other != vertices.end(); ++other) visit(*one, *other);
    }
  };
  for_each_side([&](Vertex one, Vertex other) {
    const Beginning& side = beginnings.of(graph, one, other);
    earliest = std::max(earliest, side.earliest);
    latest = latest && side.latest ? std::optional(std::max(*latest, *side.latest)) : std::nullopt;
  });
  bool may_be_any = true;
  for_each_side([&](Vertex one, Vertex other) {
    const Beginning& side = beginnings.of(graph, one, other);
    if (side.latest && *side.latest < earliest) {
      may_be_any = false;
      return;
    }
    ring.last_sides.push_back({.one = graph.cities[one], .other = graph.cities[other]});
  });
  if (may_be_any) ring.last_sides.clear();
  ring.closed_earliest = day_of(earliest);
  ring.closed_latest = day_of(latest);
}

}  // namespace

std::vector<Ring> Network::rings(const Snapshot& snapshot, const NetworkOptions& options, std::size_t limit) {
  const Network network(snapshot, options);
  const Graph& graph = *network.graph_;
  Beginnings beginnings(snapshot.connection_, snapshot.day_text(options.as_of), options);
  std::vector<Ring> rings;
  for (const RingOfVertices& of_vertices : all_rings(graph, limit)) {
    Ring& ring = rings.emplace_back();
    for (const Vertex vertex : of_vertices.vertices) ring.cities.push_back(graph.cities[vertex]);
    ring.bond = of_vertices.bond;
    date(graph, of_vertices.vertices, beginnings, ring);
  }
  return rings;
}

}  // namespace twinning
