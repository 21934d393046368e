// What the most frequent questions and acts cost SQLite, however large the registry is: look-ups, and nothing that is
// read from end to end, sorted aside or indexed on the spot. Counted by SQLite itself, so it is the same on any
// computer.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <array>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <twinning/twinning.hpp>

#include "api/book.hpp"

namespace twinning {
namespace {

using support::Book;

/// The steps of reading something from end to end, sorts, rows put into an index on the spot, and all steps.
struct Cost {
  int scanned = 0;
  int sorted = 0;
  int indexed = 0;
  int steps = 0;
};

Cost spent;

int add_up(unsigned, void*, void* finished, void*) {
  auto* const statement = static_cast<sqlite3_stmt*>(finished);
  spent.scanned += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);
  spent.sorted += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_SORT, 1);
  spent.indexed += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_AUTOINDEX, 1);
  spent.steps += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1);
  return 0;
}

int watch(sqlite3* database, char**, const struct sqlite3_api_routines*) {
  return sqlite3_trace_v2(database, SQLITE_TRACE_PROFILE, add_up, nullptr);
}

/// Sees every statement of every connection that is opened while it lives.
class Watch {
 public:
  Watch() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch)); }
  ~Watch() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(watch)); }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
};

/// So many towns with three bonds each, of which every fourth was cut, as a source says, and with a former name and
/// country if they have a past; one of the towns is asked about, whatever there is besides.
class Country : private Watch, public Book {
 public:
  explicit Country(int towns, bool has_past = false) {
    registry().write([&](Transaction& tx) {
      std::vector<CityId> cities;
      for (int town = 0; town < towns; ++town) {
        const CityId city = tx.add_city({.name = fmt::format("Town {}", town), .country = "GB"});
        tx.add_identifier(city, {.scheme = "wikidata", .value = fmt::format("Q{}", town)});
        cities.push_back(city);
        if (!has_past) continue;
        tx.add_name(city, {.name = fmt::format("Old Town {}", town), .until = Date("1970")});
        tx.add_country(city, {.country = "DE", .until = Date("1960")});
      }
      for (std::size_t town = 0; town < cities.size(); ++town) {
        for (const std::size_t step : {1U, 5U, 9U}) {
          const BondId bond = tx.form({.parties = {cities[town], cities[(town + step) % cities.size()]},
                                       .date = Date(fmt::format("{}", 1950 + town % 50))});
          tx.add_keepsake(bond, {.kind = "gift", .title = "A bell"});
          if (bond.value() % 4 != 0) continue;
          const EventId cut = tx.record(bond, {.kind = EventKind::cut, .date = Date("2012")});
          tx.cite(cut, tx.add_source({.title = fmt::format("The paper of {}", town)}));
        }
      }
    });
  }
};

Cost cost_of(const std::function<void()>& work) {
  work();  // what is prepared or read for the first time
  spent = {};
  work();
  return spent;
}

struct Question {
  const char* name;
  std::function<void(const Snapshot&)> ask;
};
void PrintTo(const Question& question, std::ostream* stream) { *stream << question.name; }

const CityId town{20};
const BondId bond{20};

const std::vector<Question>& questions() {
  static const std::vector<Question> all = {
      {"CityByName", [](const Snapshot& now) { now.cities_named("Town 19"); }},
      {"CityByNoName", [](const Snapshot& now) { now.cities_named("Nosuch"); }},
      {"CityById", [](const Snapshot& now) { now.get_city(town); }},
      {"CityByIdentifier", [](const Snapshot& now) { now.cities_identified("wikidata", "Q19"); }},
      {"TwinsNow", [](const Snapshot& now) { now.twins(town); }},
      {"TwinsAsOfADay", [](const Snapshot& now) { now.twins(town, AsOf(Date("1990"))); }},
      {"TwinsOrNot", [](const Snapshot& now) { now.are_twinned(town, CityId(21)); }},
      {"Spans", [](const Snapshot& now) { now.spans(bond); }},
      {"HistoryOfABond", [](const Snapshot& now) { now.history(bond); }},
      {"Parties", [](const Snapshot& now) { now.parties(bond); }},
  };
  return all;
}

class Costs : public testing::TestWithParam<Question> {};

TEST_P(Costs, AreOfLookUpsAlone) {
  Country country(60);
  country.ask([&](const Snapshot& now) {
    const Cost cost = cost_of([&] { GetParam().ask(now); });
    EXPECT_GT(cost.steps, 5);
    EXPECT_EQ(cost.scanned, 0);
    EXPECT_EQ(cost.sorted, 0);
    EXPECT_EQ(cost.indexed, 0);
  });
}

int steps_among(int towns, const Question& question, bool has_past = false) {
  Country country(towns, has_past);
  Cost cost;
  country.ask([&](const Snapshot& now) { cost = cost_of([&] { question.ask(now); }); });
  return cost.steps;
}

TEST_P(Costs, DoNotGrowWithTheRegistry) { EXPECT_EQ(steps_among(60, GetParam()), steps_among(600, GetParam())); }

INSTANTIATE_TEST_SUITE_P(Every, Costs, testing::ValuesIn(questions()),
                         [](const testing::TestParamInfo<Question>& question) { return question.param.name; });

// These derive something, with tables of SQLite's own and sorts; but of one bond or city alone.
const std::vector<Question>& derivations() {
  static const std::vector<Question> all = {
      {"Bond", [](const Snapshot& now) { now.get_bond(bond); }},
      {"BondsOfACity", [](const Snapshot& now) { now.bonds({.city = town}); }},
      {"StatusOfABond", [](const Snapshot& now) { now.status(bond); }},
      {"StancesOnABond", [](const Snapshot& now) { now.stances(bond); }},
      {"Grounds", [](const Snapshot& now) { now.explain(bond); }},
      {"HistoryOfACity", [](const Snapshot& now) { now.history(town); }},
      {"HistoryOfTwo", [](const Snapshot& now) { now.history(town, CityId(21)); }},
      {"TwinsEver", [](const Snapshot& now) { now.twins_ever(town); }},
      {"NewestBondOfACity", [](const Snapshot& now) { now.newest_bonds(town); }},
      {"NamesOfACity", [](const Snapshot& now) { now.names(town); }},
      {"NameOnADay", [](const Snapshot& now) { now.name_on(town, AsOf(Date("1990"))); }},
      {"CountryOnADay", [](const Snapshot& now) { now.country_on(town, AsOf(Date("1990"))); }},
      {"ChangesOfACity", [](const Snapshot& now) { now.city_changes(town, AsOf(Date("1900"))); }},
      {"SourcesOfABond", [](const Snapshot& now) { now.sources(bond); }},
      {"KeepsakesOfABond", [](const Snapshot& now) { now.keepsakes({.bond = bond}); }},
  };
  return all;
}

class CostsOfDerivations : public testing::TestWithParam<Question> {};

TEST_P(CostsOfDerivations, DoNotGrowWithTheRegistry) {
  const int steps = steps_among(60, GetParam(), true);
  EXPECT_GT(steps, 15);
  EXPECT_EQ(steps_among(600, GetParam(), true), steps);
}

INSTANTIATE_TEST_SUITE_P(Every, CostsOfDerivations, testing::ValuesIn(derivations()),
                         [](const testing::TestParamInfo<Question>& question) { return question.param.name; });

// What triggers do is of their statement.
TEST(CostsOfActs, DoNotGrowWithTheRegistry) {
  const auto of_acts_among = [](int towns) {
    Country country(towns);
    std::vector<Cost> costs;
    const auto count = [&](const std::function<void(Transaction&)>& work) {
      costs.push_back(cost_of([&] { country.registry().write(work); }));
    };
    count([](Transaction& tx) { tx.add_city({.name = "New Town", .country = "GB", .since = Date("1967-06-01")}); });
    count([](Transaction& tx) { tx.form({.parties = {town, CityId(30)}, .date = Date("1944-06-06")}); });
    count([](Transaction& tx) { tx.record(BondId(21), {.kind = EventKind::exchanged, .date = Date("1999")}); });
    return costs;
  };
  const std::vector<Cost> few = of_acts_among(60);
  const std::vector<Cost> many = of_acts_among(600);
  for (std::size_t act = 0; act < few.size(); ++act) {
    EXPECT_EQ(few[act].steps, many[act].steps) << act;
    EXPECT_EQ(few[act].scanned, many[act].scanned) << act;
  }
}

// Of these each is a pass over an index or a table, and a sort of no more than it comes to.
TEST(CostsOfCounts, AreAPassEach) {
  const auto costs_among = [](int towns) {
    Country country(towns);
    std::vector<Cost> costs;
    country.ask([&](const Snapshot& now) {
      costs.push_back(cost_of([&] { now.bonds_per_decade(); }));
      costs.push_back(cost_of([&] { now.country_pairs(); }));
    });
    return costs;
  };
  const std::vector<Cost> few = costs_among(60);
  const std::vector<Cost> many = costs_among(600);
  EXPECT_LT(many[0].steps, 16 * 3 * 600) << "decades";
  EXPECT_LT(many[1].steps, 140 * 3 * 600) << "pairs of countries";
  for (std::size_t question = 0; question < few.size(); ++question) {
    EXPECT_LT(many[question].steps, 11 * few[question].steps);
    EXPECT_EQ(many[question].indexed, few[question].indexed);
  }
}

}  // namespace
}  // namespace twinning
