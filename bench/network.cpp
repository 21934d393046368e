// bench_network CITIES BONDS: the network of a registry beside igraph's graph of the edges of a plain table.

#include <igraph.h>
#include <malloc.h>
#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <twinning/twinning.hpp>

#include "times.hpp"
#include "towns.hpp"

namespace {

using namespace twinning;
using namespace bench;

void run(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(database));
  }
}

/// What a user would have otherwise: members of bonds, by their index from either side.
void make_plain(const std::filesystem::path& file, const std::vector<Pair>& pairs) {
  sqlite3* database = nullptr;
  sqlite3_open(file.c_str(), &database);
  run(database,
      "CREATE TABLE bond_member (bond_id INTEGER NOT NULL, city_id INTEGER NOT NULL, PRIMARY KEY (bond_id, city_id)) "
      "WITHOUT ROWID; BEGIN");
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(database, "INSERT INTO bond_member VALUES (?, ?)", -1, &insert, nullptr);
  for (std::size_t bond = 0; bond < pairs.size(); ++bond) {
    for (const std::uint32_t city : {pairs[bond].first, pairs[bond].second}) {
      sqlite3_bind_int64(insert, 1, static_cast<sqlite3_int64>(bond) + 1);
      sqlite3_bind_int64(insert, 2, city);
      sqlite3_step(insert);
      sqlite3_reset(insert);
    }
  }
  sqlite3_finalize(insert);
  run(database, "COMMIT; CREATE INDEX member_by_city ON bond_member (city_id, bond_id)");
  sqlite3_close(database);
}

/// igraph's graph, whose vertices are the numbers of towns.
class Igraph {
 public:
  Igraph(sqlite3* database, std::uint32_t cities) {
    igraph_vector_int_t edges;
    igraph_vector_int_init(&edges, 0);
    sqlite3_stmt* rows = nullptr;
    sqlite3_prepare_v2(database,
                       "SELECT x.city_id, y.city_id FROM bond_member AS x JOIN bond_member AS y "
                       "ON y.bond_id = x.bond_id AND x.city_id < y.city_id",
                       -1, &rows, nullptr);
    while (sqlite3_step(rows) == SQLITE_ROW) {
      igraph_vector_int_push_back(&edges, sqlite3_column_int64(rows, 0));
      igraph_vector_int_push_back(&edges, sqlite3_column_int64(rows, 1));
    }
    sqlite3_finalize(rows);
    igraph_create(&graph_, &edges, static_cast<igraph_integer_t>(cities) + 1, IGRAPH_UNDIRECTED);
    igraph_vector_int_destroy(&edges);
  }
  ~Igraph() { igraph_destroy(&graph_); }
  Igraph(const Igraph&) = delete;
  Igraph& operator=(const Igraph&) = delete;

  std::int64_t edges() const { return igraph_ecount(&graph_); }

  /// In steps, -1 where there is no way.
  std::int64_t distance(std::uint32_t from, std::uint32_t to) const {
    igraph_vector_int_t way;
    igraph_vector_int_init(&way, 0);
    igraph_get_shortest_path(&graph_, &way, nullptr, from, to, IGRAPH_ALL);
    const std::int64_t steps = igraph_vector_int_size(&way) - 1;
    igraph_vector_int_destroy(&way);
    return steps;
  }

  /// Of each town as our own: as a share of all pairs of `size` - 1 others.
  std::vector<double> betweenness(std::size_t size) const {
    igraph_vector_t values;
    igraph_vector_init(&values, 0);
    igraph_betweenness(&graph_, &values, igraph_vss_all(), IGRAPH_UNDIRECTED, nullptr);
    const double others = static_cast<double>(size) - 1;
    std::vector<double> shares;
    for (igraph_integer_t town = 0; town < igraph_vector_size(&values); ++town) {
      shares.push_back(VECTOR(values)[town] * 2 / (others * (others - 1)));
    }
    igraph_vector_destroy(&values);
    return shares;
  }

  /// How many pairs are 1, 2, 3 and more steps apart.
  std::vector<std::int64_t> distances() const {
    igraph_vector_t counts;
    igraph_real_t without_way = 0;
    igraph_vector_init(&counts, 0);
    igraph_path_length_hist(&graph_, &counts, &without_way, IGRAPH_UNDIRECTED);
    std::vector<std::int64_t> pairs;
    for (igraph_integer_t steps = 0; steps < igraph_vector_size(&counts); ++steps) {
      pairs.push_back(static_cast<std::int64_t>(VECTOR(counts)[steps]));
    }
    igraph_vector_destroy(&counts);
    return pairs;
  }

 private:
  igraph_t graph_;
};

void report(const char* what, const std::vector<double>& ours, const std::vector<double>& theirs) {
  fmt::print("{:<34} {:>8.2f} times as fast   {:>12.4f} ms   {:>12.4f} ms   fastest {:.4f} and {:.4f}\n", what,
             median(theirs) / median(ours), median(ours), median(theirs), std::ranges::min(ours),
             std::ranges::min(theirs));
  std::fflush(stdout);
}

void expect(bool is_so, const std::string& what) {
  if (!is_so) throw std::runtime_error("igraph says otherwise: " + what);
}

/// Both turn by turn.
std::pair<std::vector<double>, std::vector<double>> interleaved(int rounds, const std::function<void()>& ours,
                                                                const std::function<void()>& theirs) {
  std::pair<std::vector<double>, std::vector<double>> times;
  for (int round = 0; round < rounds; ++round) {
    times.first.push_back(milliseconds(ours));
    times.second.push_back(milliseconds(theirs));
  }
  return times;
}

void measure(const std::filesystem::path& folder, std::uint32_t cities, std::size_t bonds) {
  const bool is_large = bonds > 200'000;  // where igraph's own figures would take hours
  const std::vector<Pair> pairs = make_pairs(cities, bonds);
  make_registry(folder / "registry.db", pairs);
  make_plain(folder / "plain.db", pairs);
  const auto registry = Registry::open((folder / "registry.db").string(), {.mode = Mode::read_only});
  sqlite3* plain = nullptr;
  sqlite3_open((folder / "plain.db").c_str(), &plain);

  std::unique_ptr<Network> network;
  std::unique_ptr<Igraph> igraph;
  fmt::print("{:<34} {:>23}   {:>15}   {:>15}   fastest of both, ms\n", "", "beside igraph", "ours, median",
             "igraph, median");
  const auto built = interleaved(
      is_large ? 3 : 21,
      [&] { network = std::make_unique<Network>(registry.read([](const Snapshot& now) { return Network(now); })); },
      [&] { igraph = std::make_unique<Igraph>(plain, cities); });
  std::int64_t ends = 0;
  for (const DegreeCount& count : network->degrees()) ends += count.twins * count.cities;
  expect(2 * igraph->edges() == ends && igraph->edges() == static_cast<std::int64_t>(pairs.size()), "the pairs");
  report("build from the file", built.first, built.second);

  const std::size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;
  network.reset();
  fmt::print("{:<34} {:>8.1f} bytes a bond end\n", "memory of the network",
             static_cast<double>(before - mallinfo2().uordblks - mallinfo2().hblkhd) /
                 (2 * static_cast<double>(pairs.size())));
  network = std::make_unique<Network>(registry.read([](const Snapshot& now) { return Network(now); }));

  std::unordered_map<std::int64_t, std::uint32_t> towns;
  registry.read([&](const Snapshot& now) {
    now.for_each_city([&](const City& city) {
      const auto town = static_cast<std::uint32_t>(std::stoul(city.name.substr(5)));
      towns.emplace(city.id.value(), town);
    });
  });
  std::mt19937_64 chance(42);
  const std::vector<CityId> bound = network->cities();
  const auto any_city = [&] { return bound[chance() % bound.size()]; };
  igraph_set_warning_handler(igraph_warning_handler_ignore);  // it warns where there is no way
  struct Question {
    std::uint32_t from;
    std::uint32_t to;
    CityId first;
    CityId last;
    std::int64_t ours;
    std::int64_t theirs;
  };
  std::vector<Question> questions(is_large ? 5 : 100);
  const auto ask = [&](auto&& question) {
    for (Question& one : questions) question(one);
  };
  std::vector<double> our_chains;
  std::vector<double> their_chains;
  for (int round = 0; round < (is_large ? 6 : 21); ++round) {
    ask([&](Question& one) {
      one.first = any_city();
      one.last = any_city();
      one.from = towns.at(one.first.value());
      one.to = towns.at(one.last.value());
    });
    our_chains.push_back(milliseconds([&] {
                           ask([&](Question& one) {
                             const auto chain = network->chain(one.first, one.last);
                             one.ours = chain ? static_cast<std::int64_t>(chain->bonds.size()) : -1;
                           });
                         }) /
                         static_cast<double>(questions.size()));
    their_chains.push_back(
        milliseconds([&] { ask([&](Question& one) { one.theirs = igraph->distance(one.from, one.to); }); }) /
        static_cast<double>(questions.size()));
    ask([&](const Question& one) { expect(one.ours == one.theirs, fmt::format("from {} to {}", one.from, one.to)); });
  }
  report(fmt::format("shortest chain, {} at a time", questions.size()).c_str(), our_chains, their_chains);
  if (is_large) {
    sqlite3_close(plain);
    return;
  }

  std::vector<DistanceCount> our_distances;
  std::vector<std::int64_t> their_distances;
  const auto distances = interleaved(
      3, [&] { our_distances = network->distances(); }, [&] { their_distances = igraph->distances(); });
  expect(our_distances.size() == their_distances.size(), "the longest distance");
  for (const DistanceCount& count : our_distances) {
    expect(count.pairs == their_distances.at(static_cast<std::size_t>(count.steps - 1)), "the distances");
  }
  report("distance histogram", distances.first, distances.second);

  std::vector<CityFigure> our_betweenness;
  std::vector<double> their_betweenness;
  const auto betweenness = interleaved(
      3, [&] { our_betweenness = network->betweenness(); },
      [&] { their_betweenness = igraph->betweenness(network->cities().size()); });
  for (const CityFigure& figure : our_betweenness) {
    expect(std::abs(figure.value - their_betweenness.at(towns.at(figure.city.value()))) < 1e-9, "betweenness");
  }
  report("betweenness", betweenness.first, betweenness.second);
  sqlite3_close(plain);
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::fprintf(stderr, "Usage: bench_network CITIES BONDS\n");
    return 2;
  }
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("bench_network.{}", std::random_device()());
  std::filesystem::create_directory(folder);
  int status = 0;
  try {
    measure(folder, static_cast<std::uint32_t>(std::stoul(words[1])), std::stoul(words[2]));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    status = 1;
  }
  std::filesystem::remove_all(folder);
  return status;
}
