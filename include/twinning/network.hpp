#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <twinning/code.hpp>
#include <twinning/export.hpp>
#include <twinning/id.hpp>
#include <twinning/time.hpp>

namespace twinning {

class Snapshot;
struct Graph;

/// Which bonds make a network.
struct NetworkOptions {
  AsOf as_of = {};                    ///< the day on which they are in force
  std::vector<BondKind> kinds = {};   ///< one of these; empty: any
  std::vector<Status> statuses = {};  ///< one of these on that day; empty: active, suspended or dormant
  bool certain_only = false;          ///< only those that are so on every reading of the dates
};

/// A way from one city to another, from bond to bond.
struct Chain {
  std::vector<CityId> cities;  ///< both ends among them
  std::vector<BondId> bonds;   ///< one for each step: of several between two cities the one with the lowest id
};

/// A city, and how many steps away it is.
struct CityAway {
  CityId city;
  std::int64_t steps;
};

/// A city that has twins in common with another one.
struct Cousin {
  CityId city;
  std::int64_t shared;  ///< how many twins they have in common
};

/// Two cities with a bond between them, `one` the one with the lower id.
struct CityPair {
  CityId one;
  CityId other;
};

/// How many cities have so many twins.
struct DegreeCount {
  std::int64_t twins;
  std::int64_t cities;
};

/// A figure of one city.
struct CityFigure {
  CityId city;
  double value;
};

/// The shape of a network. Each pair of twins counts once, however many bonds it has.
struct NetworkFigures {
  std::int64_t cities;           ///< with a bond in the network
  std::int64_t pairs;            ///< of twins
  std::int64_t components;       ///< parts between which there is no way
  std::int64_t giant_component;  ///< cities of the largest part
  std::int64_t triangles;        ///< three cities that are all twins of each other
  std::int64_t wedges;           ///< two twins of one city, twins of each other or not
  std::int64_t max_degree;       ///< the most twins that a city has

  /// The share of wedges whose ends are twins too, 0 to 1: 3 triangles / wedges. None where there is no wedge.
  std::optional<double> transitivity;
  /// The correlation of the numbers of twins at the two ends of a pair, -1 to 1: M. E. J. Newman, "Assortative mixing
  /// in networks", Physical Review Letters 89, 208701 (2002), equation 4. None where all cities have as many.
  std::optional<double> assortativity;
  /// How unequally twins are spread over the cities, 0 to 1: the Gini coefficient of the numbers of twins, as half of
  /// their relative mean difference. None without cities.
  std::optional<double> degree_gini;

  // Over the giant component, in steps. None without cities.
  std::optional<double> mean_distance;   ///< of two different cities
  std::optional<std::int64_t> diameter;  ///< the longest distance
  std::optional<std::int64_t> radius;    ///< the least distance that some city has to the one farthest from it
};

/// The bonds in force on a day, in memory: who is twinned with whom, for questions that lead from city to city.
///
/// A value made from a snapshot: it never changes, needs neither the snapshot nor the registry any more, is copied
/// without copying what it holds, and may be shared between threads freely. Its cities are those with at least one of
/// its bonds. A bond of many parties counts as the pairs it makes, and cities bound by several bonds are one pair.
///
/// A city without a bond in the network, known to the registry or not, has no neighbours and no way to anywhere: that
/// is an answer, no error. Lists are in the order of ids unless told otherwise. Costs are in cities (n) and pairs (m).
class TWINNING_EXPORT Network {
 public:
  /// Reads the bonds of a snapshot, as known at its moment. A pair whose bond's dates leave open whether it is in force
  /// counts unless `certain_only` is set; of each bond by itself, as in the counts of `Snapshot`.
  ///
  /// Throws Error: `corrupt`, `input_output`, `busy`. Cost: one pass over the stored spans, and for an earlier moment's
  /// knowledge a derivation of every bond; memory: 16 bytes a bond end, 12 a city.
  explicit Network(const Snapshot& snapshot, const NetworkOptions& options = {});

  // Copying is cheap; a move is a copy, so that there is no network without cities to ask by mistake.
  Network(const Network&) = default;
  Network& operator=(const Network&) = default;
  ~Network() = default;

  // Who is there --------------------------------------------------------------------------------------------------

  std::vector<CityId> cities() const;
  bool contains(CityId city) const;

  /// The twins of a city.
  std::vector<CityId> neighbours(CityId city) const;

  /// Every bond between two cities.
  std::vector<BondId> bonds_between(CityId one, CityId other) const;

  // Ways ----------------------------------------------------------------------------------------------------------

  /// The shortest way between two cities; nothing where there is none. From a city of the network to itself it has one
  /// city and no bond. Of several equally short ways the one whose cities come first: the lowest id at the first place
  /// where they differ. Cost: a breadth-first search from both ends.
  std::optional<Chain> chain(CityId from, CityId to) const;

  /// Every shortest way between two cities, in the order that `chain` takes the first of. There may be very many of
  /// them, so no more than `limit` are given.
  std::vector<Chain> chains(CityId from, CityId to, std::size_t limit = 1000) const;

  /// The cities no more than `steps` steps away from a city, itself left out, the nearest first.
  std::vector<CityAway> within(CityId city, std::int64_t steps) const;

  /// The cities that share a twin with a city and have no bond with it, those that share the most first.
  std::vector<Cousin> cousins(CityId city) const;

  // Shape ---------------------------------------------------------------------------------------------------------

  /// The figures of the whole. Distances are exact. Cost: a breadth-first search from each city of the giant component,
  /// many at once: n m / 512 steps at best.
  NetworkFigures figures() const;

  /// How many cities have how many twins, the fewest twins first.
  std::vector<DegreeCount> degrees() const;

  /// The parts between which there is no way, the largest first, then the one with the lowest id.
  std::vector<std::vector<CityId>> components() const;

  /// For each city the share of pairs of its twins that are twins of each other, 0 to 1; 0 with fewer than two twins.
  /// D. J. Watts and S. H. Strogatz, "Collective dynamics of small-world networks", Nature 393 (1998).
  std::vector<CityFigure> clustering() const;

  /// For each city how near the others are, 0 to 1: with r cities to be reached, r / (sum of their distances) * r /
  /// (n - 1), so that cities of small parts are not taken for central. S. Wasserman and K. Faust, "Social Network
  /// Analysis" (1994), page 201. Cost: as `figures`.
  std::vector<CityFigure> closeness() const;

  /// For each city the share of all pairs of other cities that it lies between: for each pair the share of shortest
  /// ways that lead through it, 0 to 1. 0 in a network of two. Exact, by U. Brandes, "A faster algorithm for
  /// betweenness centrality", Journal of Mathematical Sociology 25 (2001). Cost: n m.
  std::vector<CityFigure> betweenness() const;

  /// The pairs whose parting would part a component in two. Cost: n + m.
  std::vector<CityPair> bridges() const;

  /// The cities whose going would part the rest of their component. Cost: n + m.
  std::vector<CityId> articulation_cities() const;

 private:
  std::shared_ptr<const Graph> graph_;
};

}  // namespace twinning
