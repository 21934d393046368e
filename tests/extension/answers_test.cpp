// What the extension answers is what the library answers, on the registry of documented bonds and on Wikidata's.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "examples/example_registry.hpp"
#include "extension/host.hpp"
#include "extension/library_answers.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::Database;
using support::literal;

/// A moment of the world or of the registry, both as the library and as SQL have it; empty: not said.
std::string sql_of(const std::string& text) { return text.empty() ? "NULL" : literal(text); }
AsOf as_of(const std::string& text) { return text.empty() ? AsOf() : AsOf(Date(text)); }
KnownAt known_at(const std::string& text) { return text.empty() ? KnownAt() : KnownAt(Date(text)); }

std::vector<CityId> cities_of(const Snapshot& snapshot) {
  std::vector<CityId> cities;
  snapshot.for_each_city([&](const City& city) { cities.push_back(city.id); });
  return cities;
}

std::vector<BondId> bonds_of(const Snapshot& snapshot) {
  std::vector<BondId> bonds;
  snapshot.for_each_bond({}, [&](const Bond& bond) { bonds.push_back(bond.id); });
  return bonds;
}

/// Every n-th of them.
template <typename Id>
std::vector<Id> some(const std::vector<Id>& all, std::size_t step) {
  std::vector<Id> chosen;
  for (std::size_t place = 0; place < all.size(); place += step) chosen.push_back(all[place]);
  return chosen;
}

/// Every name that was known, what it begins with, and what somebody makes of it by leaving out its third letter.
std::vector<std::string> typed_for(const Snapshot& then, const std::vector<CityId>& cities) {
  std::vector<std::string> texts;
  const auto add = [&](const std::string& name) {
    texts.push_back(name);
    const auto is_ascii = [](char letter) { return static_cast<unsigned char>(letter) < 0x80; };
    if (name.size() < 6 || !std::ranges::all_of(name, is_ascii)) return;
    texts.push_back(name.substr(0, 4));
    texts.push_back(name.substr(0, 2) + name.substr(3));
  };
  for (const CityId city : cities) {
    add(then.get_city(city).name);
    for (const Name& name : then.names(city)) add(name.name);
  }
  return texts;
}

/// Holds every function against the library on one registry, for every n-th city and bond.
class Comparison {
 public:
  Comparison(const std::filesystem::path& file, std::size_t step)
      : registry_(Registry::open(file.string())), host_(support::host_of(file)), step_(step) {}

  void run(const std::vector<std::string>& days, const std::vector<std::string>& moments) {
    for (const std::string& moment : moments) {
      SCOPED_TRACE("known at " + moment);
      registry_.read(known_at(moment), [&](const Snapshot& then) {
        histories(then, moment);
        searches(then, moment);
        for (const std::string& day : days) {
          SCOPED_TRACE("as of " + day);
          twins(then, day, moment);
          bonds(then, day, moment);
          grounds(then, day, moment);
          ways(then, day, moment);
          expect(support::changes(then, as_of(days.front()), as_of(day)),
                 "changes(" + sql_of(days.front()) + ", " + sql_of(day) + ", " + sql_of(moment) + ")");
        }
      });
    }
    EXPECT_GT(rows_, 100U) << "there was nothing to compare";
  }

 private:
  void expect(const std::string& answer, const std::string& function) {
    EXPECT_EQ(host_.rows("SELECT * FROM " + function), answer) << function;
    rows_ += static_cast<std::size_t>(std::ranges::count(answer, '\n'));
  }
  void histories(const Snapshot& then, const std::string& moment) {
    for (const CityId city : some(cities_of(then), step_)) {
      expect(support::history_of(then, city),
             "history_of(" + std::to_string(city.value()) + ", " + sql_of(moment) + ")");
    }
  }
  void searches(const Snapshot& then, const std::string& moment) {
    for (const std::string& text : typed_for(then, some(cities_of(then), step_))) {
      expect(support::search_city(then, text), "search_city(" + literal(text) + ", " + sql_of(moment) + ")");
    }
  }
  void twins(const Snapshot& then, const std::string& day, const std::string& moment) {
    for (const CityId city : some(cities_of(then), step_)) {
      expect(support::twins_of(then, city, as_of(day)),
             "twins_of(" + std::to_string(city.value()) + ", " + sql_of(day) + ", " + sql_of(moment) + ")");
    }
  }
  void bonds(const Snapshot& then, const std::string& day, const std::string& moment) {
    expect(support::bonds_as_of(then, as_of(day)), "bonds_as_of(" + sql_of(day) + ", " + sql_of(moment) + ")");
  }
  void grounds(const Snapshot& then, const std::string& day, const std::string& moment) {
    for (const BondId bond : some(bonds_of(then), step_)) {
      expect(support::explain_bond(then, bond, as_of(day)),
             "explain_bond(" + std::to_string(bond.value()) + ", " + sql_of(day) + ", " + sql_of(moment) + ")");
    }
  }
  void ways(const Snapshot& then, const std::string& day, const std::string& moment) {
    const Network network(then, {.as_of = as_of(day)});
    const std::vector<CityId> ends = some(cities_of(then), 20 * step_);
    for (std::size_t place = 1; place < ends.size(); ++place) {
      expect(support::chain(then, network, ends[place - 1], ends[place], as_of(day)),
             "chain(" + std::to_string(ends[place - 1].value()) + ", " + std::to_string(ends[place].value()) + ", " +
                 sql_of(day) + ", " + sql_of(moment) + ")");
    }
  }

  Registry registry_;
  Database host_;
  std::size_t step_;
  std::size_t rows_ = 0;
};

TEST(Answers, AreTheLibrarysOnDocumentedBonds) {
  Comparison(support::example_registry(), 1).run({"1940", "1990-06-15", ""}, {"", "2025", "2026-01", "2026-03"});
}

// A name that the registry learned later finds nothing before; the names of cities themselves are of all time.
TEST(Answers, SearchWhatWasKnown) {
  const support::TemporaryFile file;
  support::Clock clock(support::noon(2026, 1, 1));
  Registry registry = Registry::create(file.path().string(), {.clock = clock});
  const CityId volgograd = registry.write([](Transaction& tx) { return tx.add_city({.name = "Volgograd"}); });
  clock.set(support::noon(2026, 3, 1));
  registry.write([&](Transaction& tx) { tx.add_name(volgograd, {.name = "Stalingrad"}); });
  const Database host = support::host_of(file.path());
  const std::string question = "SELECT name, matched_name, match, distance FROM search_city('stalingard'";
  EXPECT_EQ(host.rows(question + ")"), "Volgograd|Stalingrad|near|1\n");
  EXPECT_EQ(host.rows(question + ", '2026-03')"), "Volgograd|Stalingrad|near|1\n");
  EXPECT_EQ(host.rows(question + ", '2026-02')"), "");
  EXPECT_EQ(host.rows("SELECT count(*) FROM search_city('volgograd', '2025')"), "1\n");
}

// There a town was followed by another, so that what was known earlier is derived by SQL alone.
TEST(Answers, AreTheLibrarysWhereATownFollowedAnother) {
  const support::TemporaryFile file;
  std::filesystem::copy_file(TWINNING_SOURCE_DIR "/tests/golden/v1.db", file.path());
  ASSERT_EQ(Database(file.path()).rows("SELECT count(*) FROM succession"), "1\n");
  Comparison(file.path(), 1).run({"1940", "1990-06-15", "2025", ""}, {"", "2026-06-14", "2026-06-16"});
}

TEST(Answers, AreTheLibrarysOnWikidatasBonds) {
  const auto input = std::filesystem::path(TWINNING_SOURCE_DIR) / ".." / "shared" / "data" / "wikidata-p190.csv";
  if (!std::filesystem::exists(input)) GTEST_SKIP() << "shared/data/wikidata-p190.csv is not beside this checkout";
  const support::TemporaryFile file;
  Registry registry = Registry::create(file.path().string());
  import_file(registry, input.string());
  Comparison(file.path(), 100).run({"1980", ""}, {"", "2030"});
}

}  // namespace
}  // namespace twinning
