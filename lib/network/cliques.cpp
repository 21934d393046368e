// Cliques: C. Bron and J. Kerbosch, "Algorithm 457: finding all cliques of an undirected graph", Communications of the
// ACM 16 (1973), from each vertex with its later neighbours in the order in which the vertex of the fewest neighbours
// is taken away: D. Eppstein and others, "Listing All Maximal Cliques in Sparse Graphs in Near-optimal Time" (2010).

#include "network/cliques.hpp"

#include <algorithm>
#include <utility>

namespace twinning {
namespace {

/// The place of each vertex in that order.
std::vector<std::uint32_t> thinnest_first(const Graph& graph) {
  std::vector<std::uint32_t> degrees(graph.size());
  std::vector<std::vector<Vertex>> of_degree;
  for (Vertex vertex = 0; vertex < graph.size(); ++vertex) {
    degrees[vertex] = graph.degree(vertex);
    if (of_degree.size() <= degrees[vertex]) of_degree.resize(degrees[vertex] + 1);
    of_degree[degrees[vertex]].push_back(vertex);
  }
  constexpr auto not_taken = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> places(graph.size(), not_taken);
  std::uint32_t taken = 0;
  for (std::size_t degree = 0; taken < graph.size();) {
    if (of_degree[degree].empty()) {
      ++degree;
      continue;
    }
    const Vertex vertex = of_degree[degree].back();
    of_degree[degree].pop_back();
    if (places[vertex] != not_taken || degrees[vertex] != degree) continue;  // it has moved to a lower degree
    places[vertex] = taken++;
    for (const Vertex neighbour : graph.neighbours(vertex)) {
      if (places[neighbour] != not_taken) continue;
      of_degree[--degrees[neighbour]].push_back(neighbour);
    }
    if (degree > 0) --degree;
  }
  return places;
}

class CliqueSearch {
 public:
  CliqueSearch(const Graph& graph, const std::set<std::vector<Vertex>>& left_out, std::size_t limit)
      : graph_(graph), left_out_(left_out), limit_(limit) {
    const std::vector<std::uint32_t> places = thinnest_first(graph);
    for (Vertex vertex = 0; vertex < graph.size() && cliques_.size() < limit; ++vertex) {
      std::vector<Vertex> later;
      std::vector<Vertex> earlier;
      for (const Vertex neighbour : graph.neighbours(vertex)) {
        (places[neighbour] > places[vertex] ? later : earlier).push_back(neighbour);
      }
      clique_ = {vertex};
      grow(std::move(later), std::move(earlier));
    }
  }

  std::vector<std::vector<Vertex>> cliques() && { return std::move(cliques_); }

 private:
  bool are_neighbours(Vertex one, Vertex other) const {
    if (graph_.degree(one) > graph_.degree(other)) std::swap(one, other);
    return std::ranges::binary_search(graph_.neighbours(one), other);
  }

  std::vector<Vertex> neighbours_among(const std::vector<Vertex>& vertices, Vertex vertex) const {
    std::vector<Vertex> found;
    std::ranges::copy_if(vertices, std::back_inserter(found), [&](Vertex one) { return are_neighbours(one, vertex); });
    return found;
  }

  /// The vertex with the most neighbours among the candidates: a clique without it has one that is none of these.
  /// None has more than all, which is what ends the search in a set of vertices that all know each other.
  Vertex pivot(const std::vector<Vertex>& candidates, const std::vector<Vertex>& seen) const {
    Vertex best = candidates.front();
    std::size_t most = 0;
    const auto look_at = [&](const std::vector<Vertex>& vertices, std::size_t all) {
      for (const Vertex vertex : vertices) {
        if (most == all) return;
        const auto count = static_cast<std::size_t>(
            std::ranges::count_if(candidates, [&](Vertex one) { return are_neighbours(one, vertex); }));
        if (count > most) {
          best = vertex;
          most = count;
        }
      }
    };
    look_at(seen, candidates.size());
    if (most < candidates.size()) look_at(candidates, candidates.size() - 1);
    return best;
  }

  void keep(std::vector<Vertex> clique) {
    std::ranges::sort(clique);
    if (!left_out_.contains(clique)) cliques_.push_back(std::move(clique));
  }

  /// Each candidate, and each that was seen before, is a neighbour of the whole clique.
  void grow(std::vector<Vertex> candidates, std::vector<Vertex> seen) {
    if (candidates.empty()) {
      if (seen.empty() && clique_.size() >= 3 && cliques_.size() < limit_) keep(clique_);
      return;
    }
    if (clique_.size() + candidates.size() < 3) return;
    const Vertex by = pivot(candidates, seen);
    std::vector<Vertex> to_try;
    std::ranges::copy_if(candidates, std::back_inserter(to_try), [&](Vertex one) { return !are_neighbours(one, by); });
    for (const Vertex vertex : to_try) {
      if (cliques_.size() == limit_) return;
      clique_.push_back(vertex);
      grow(neighbours_among(candidates, vertex), neighbours_among(seen, vertex));
      clique_.pop_back();
      std::erase(candidates, vertex);
      seen.push_back(vertex);
    }
  }

  const Graph& graph_;
  const std::set<std::vector<Vertex>>& left_out_;
  std::size_t limit_;
  std::vector<Vertex> clique_;
  std::vector<std::vector<Vertex>> cliques_;
};

}  // namespace

std::vector<std::vector<Vertex>> cliques_of(const Graph& graph, const std::set<std::vector<Vertex>>& left_out,
                                            std::size_t limit) {
  return CliqueSearch(graph, left_out, limit).cliques();
}

}  // namespace twinning
