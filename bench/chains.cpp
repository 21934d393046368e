#include "chains.hpp"

#include <igraph.h>
#include <sqlite3.h>

#include <optional>
#include <stdexcept>
#include <unordered_map>
#include <vector>

#include <twinning/twinning.hpp>

namespace bench {
namespace {

/// The plain tables, and one statement that is used again and again.
class Asking {
 public:
  Asking(const std::string& path, const char* query) {
    if (sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK ||
        sqlite3_prepare_v3(database_, query, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) != SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(database_));
    }
    sqlite3_exec(database_, "BEGIN", nullptr, nullptr, nullptr);
  }
  ~Asking() {
    sqlite3_finalize(statement_);
    sqlite3_close(database_);
  }
  Asking(const Asking&) = delete;
  Asking& operator=(const Asking&) = delete;

  Asking& bind(int place, std::int64_t value) {
    sqlite3_bind_int64(statement_, place, value);
    return *this;
  }
  bool step() {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database_));
    return code == SQLITE_ROW;
  }
  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  void reset() { sqlite3_reset(statement_); }

 private:
  sqlite3* database_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
};

/// Breadth first, with a question for each city that is met.
class ByStatement : public Chains {
 public:
  explicit ByStatement(const std::string& path)
      : twins_(path,
               "SELECT y.city_id FROM bond_member x JOIN bond_member y ON y.bond_id = x.bond_id WHERE x.city_id = ?") {}
  std::string name() const override { return "raw C"; }

  std::int64_t steps(std::int64_t from, std::int64_t to) override {
    std::unordered_map<std::int64_t, std::int64_t> found = {{from, 0}};
    std::vector<std::int64_t> reached = {from};
    for (std::size_t next = 0; next < reached.size() && !found.contains(to); ++next) {
      const std::int64_t city = reached[next];
      const std::int64_t away = found.at(city) + 1;
      twins_.bind(1, city);
      while (twins_.step()) {
        const std::int64_t twin = twins_.integer(0);
        if (found.emplace(twin, away).second) reached.push_back(twin);
      }
      twins_.reset();
    }
    const auto place = found.find(to);
    return place == found.end() ? -1 : place->second;
  }

 private:
  Asking twins_;
};

class ByRecursion : public Chains {
 public:
  explicit ByRecursion(const std::string& path)
      : ways_(path,
              "WITH RECURSIVE reached (city, away) AS (SELECT ?1, 0 UNION SELECT y.city_id, away + 1 FROM reached JOIN "
              "bond_member x ON x.city_id = reached.city JOIN bond_member y ON y.bond_id = x.bond_id WHERE away < 12) "
              "SELECT away FROM reached WHERE city = ?2 LIMIT 1") {}
  std::string name() const override { return "recursive"; }

  std::int64_t steps(std::int64_t from, std::int64_t to) override {
    ways_.bind(1, from).bind(2, to);
    const std::int64_t away = ways_.step() ? ways_.integer(0) : -1;
    ways_.reset();
    return away;
  }

 private:
  Asking ways_;
};

class ByIgraph : public Chains {
 public:
  explicit ByIgraph(const std::string& path) {
    igraph_set_warning_handler(igraph_warning_handler_ignore);  // it warns where there is no way
    igraph_vector_int_t edges;
    igraph_vector_int_init(&edges, 0);
    Asking rows(path,
                "SELECT x.city_id, y.city_id, (SELECT max(id) FROM city) FROM bond_member x JOIN bond_member y "
                "ON y.bond_id = x.bond_id AND x.city_id < y.city_id");
    std::int64_t last = 0;
    while (rows.step()) {
      igraph_vector_int_push_back(&edges, rows.integer(0));
      igraph_vector_int_push_back(&edges, rows.integer(1));
      last = rows.integer(2);
    }
    igraph_create(&graph_, &edges, last + 1, IGRAPH_UNDIRECTED);
    igraph_vector_int_destroy(&edges);
    igraph_vector_int_init(&way_, 0);
  }
  ~ByIgraph() override {
    igraph_vector_int_destroy(&way_);
    igraph_destroy(&graph_);
  }
  ByIgraph(const ByIgraph&) = delete;
  ByIgraph& operator=(const ByIgraph&) = delete;
  std::string name() const override { return "igraph"; }

  std::int64_t steps(std::int64_t from, std::int64_t to) override {
    igraph_get_shortest_path(&graph_, &way_, nullptr, from, to, IGRAPH_ALL);
    return igraph_vector_int_size(&way_) - 1;
  }

 private:
  igraph_t graph_;
  igraph_vector_int_t way_;
};

class ByNetwork : public Chains {
 public:
  explicit ByNetwork(const std::string& path) {
    using enum twinning::Status;
    const auto registry = twinning::Registry::open(path, {.mode = twinning::Mode::read_only});
    network_.emplace(registry.read([](const twinning::Snapshot& now) {
      return twinning::Network(now, {.statuses = {proposed, active, suspended, dormant, ended}});
    }));
  }
  std::string name() const override { return "twinning"; }

  std::int64_t steps(std::int64_t from, std::int64_t to) override {
    const auto chain = network_->chain(twinning::CityId(from), twinning::CityId(to));
    return chain ? static_cast<std::int64_t>(chain->bonds.size()) : -1;
  }

 private:
  std::optional<twinning::Network> network_;
};

}  // namespace

std::unique_ptr<Chains> chains_by_statement(const std::string& path) { return std::make_unique<ByStatement>(path); }
std::unique_ptr<Chains> chains_by_recursion(const std::string& path) { return std::make_unique<ByRecursion>(path); }
std::unique_ptr<Chains> chains_by_igraph(const std::string& path) { return std::make_unique<ByIgraph>(path); }
std::unique_ptr<Chains> chains_by_network(const std::string& path) { return std::make_unique<ByNetwork>(path); }

}  // namespace bench
