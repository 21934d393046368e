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
  bool places = false;                ///< with where cities are and to which countries they belong, for what asks that
};

/// A way from one city to another, from bond to bond.
struct Chain {
  std::vector<CityId> cities;  ///< both ends among them
  std::vector<BondId> bonds;   ///< one for each step: of several between two cities the one with the lowest id
};

/// A way along bonds by the distance between places.
struct Route {
  Chain chain;
  double kilometres;  ///< of its steps together, on a globe
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

/// How many pairs of cities are so many steps apart.
struct DistanceCount {
  std::int64_t steps;
  std::int64_t pairs;
};

/// How many pairs of twins are between two countries, or within one. `a` sorts before `b`.
struct CountryTie {
  Country a;
  Country b;
  std::int64_t pairs;
};

/// How far apart twins are, in kilometres on a globe, beside cities that are paired at random.
struct LengthFigures {
  std::int64_t pairs;     ///< of twins whose places are both known
  std::int64_t unplaced;  ///< of twins of which one's or both's is not; the figures leave them out
  double mean;
  double median;
  double longest;
  double random_mean;
  double random_median;
  double random_error;  ///< the standard error of `random_mean`
};

/// Three cities or more, each of which is a twin of every other.
struct Ring {
  std::vector<CityId> cities;
  /// The one bond that made all of them twins; none: the ring came about bond by bond.
  std::optional<BondId> bond;

  // The day on which the last side closed, as far as dates tell; none: nothing bounds it.
  std::optional<Day> closed_earliest;
  std::optional<Day> closed_latest;
  std::vector<CityPair> last_sides;  ///< those that may have been it; empty where each may
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

/// The shape of the network at the end of a year.
struct NetworkYear {
  std::int64_t year;
  NetworkFigures figures;
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
  /// knowledge a derivation of every bond. Memory: 16 bytes a bond end, 12 a city, and 18 more with places; at most 24
  /// more a bond end while it is made.
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

  /// The way between two cities whose steps are the fewest kilometres together; nothing where there is none. A bond of
  /// a city whose place is not known has no length, so no route leads over it. Throws Error (misuse) without `places`.
  /// Cost: a search by distance (P. E. Hart and others, "A Formal Basis for the Heuristic Determination of Minimum Cost
  /// Paths", IEEE Transactions on Systems Science and Cybernetics 4, 1968).
  std::optional<Route> route(CityId from, CityId to) const;

  /// The cities no more than `steps` steps away from a city, itself left out, the nearest first.
  std::vector<CityAway> within(CityId city, std::int64_t steps) const;

  /// The cities that share a twin with a city and have no bond with it, those that share the most first.
  std::vector<Cousin> cousins(CityId city) const;

  // What a bond would change ----------------------------------------------------------------------------------------

  /// The parts that have a way to each other and would have none if a bond were ended, the largest first; empty where
  /// all would still have one. Of two cities that have other bonds with each other, no bond parts any. Cost: n + m.
  std::vector<std::vector<CityId>> parted_without(BondId bond) const;

  /// The same if a city had no bonds any more, the city itself left out.
  std::vector<std::vector<CityId>> parted_without(CityId city) const;

  /// The two parts that would have a way to each other if a bond were formed between two cities, that of the first
  /// city first; empty where there is a way already. A city outside the network is a part by itself. Cost: n + m.
  std::vector<std::vector<CityId>> joined_by(CityId one, CityId other) const;

  // Shape ---------------------------------------------------------------------------------------------------------

  /// The figures of the whole. Distances are exact. Cost: a breadth-first search from each city of the giant component,
  /// 512 at once where cities are few steps apart: near n m / 512, and n m at most.
  NetworkFigures figures() const;

  /// How many cities have how many twins, the fewest twins first.
  std::vector<DegreeCount> degrees() const;

  /// How many pairs of cities are how many steps apart, exactly; pairs without a way are not counted. Cost: as
  /// `figures`.
  std::vector<DistanceCount> distances() const;

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

  /// The network of countries: how many pairs of twins each two have, those with the most first. A city's country is
  /// the one it belonged to on the day; cities of no country are left out. Throws Error (misuse) without `places`.
  std::vector<CountryTie> countries() const;

  /// How far apart twins are, beside a million pairs of different cities drawn at random, each city as often as it has
  /// twins: what distances would be if they played no part. The draw is the same every time. None where no two twins
  /// have places. Throws Error (misuse) without `places`.
  std::optional<LengthFigures> lengths() const;

  // What needs the dates of bonds -----------------------------------------------------------------------------------

  /// Every ring of a network, those of the most cities first, then by ids: those that a bond of several parties
  /// declares, and those that came about bond by bond and are part of no larger one. There may be very many of the
  /// latter, so no more than `limit` of them are looked for, and those with that many may be some of more: C. Bron and
  /// J. Kerbosch, "Algorithm 457", Communications of the ACM 16 (1973). Throws as the constructor.
  static std::vector<Ring> rings(const Snapshot& snapshot, const NetworkOptions& options = {},
                                 std::size_t limit = 100'000);

  /// The figures at the end of each year from `first` to `last`, both among them; `as_of` and `places` are not looked
  /// at. Throws as the constructor, and `invalid_argument` where `last` is before `first` or a year is none of 0 to
  /// 9999. Cost: a network and its figures a year.
  static std::vector<NetworkYear> course(const Snapshot& snapshot, int first, int last,
                                         const NetworkOptions& options = {});

 private:
  std::shared_ptr<const Graph> graph_;
};

}  // namespace twinning
