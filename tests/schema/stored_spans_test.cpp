// The stored spans are kept by triggers, some of which take a short way; after every act of a long log they must be
// what the views say that they are.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "schema/log.hpp"
#include "support/database.hpp"
#include "support/fresh_registry.hpp"

namespace twinning {
namespace {

using support::Database;

constexpr int city_count = 25;
constexpr int bond_count = 40;
constexpr int step_count = 330;

struct Step {
  std::string sql;
  std::set<int> bonds;  // Those that it touches.
};

// Writes down a life of many bonds, as likely as not in a strange order: the file must keep up with any.
class Chronicler {
 public:
  explicit Chronicler(std::uint32_t seed) : random_(seed) {}

  std::string cities_and_bonds() {
    std::string sql;
    for (int city = 1; city <= city_count; ++city) sql += "INSERT INTO city (name) VALUES ('City');";
    for (int bond = 0; bond < bond_count; ++bond) {
      sql += "INSERT INTO bond (kind) VALUES ('twinning');";
      parties_.emplace_back();
      const int parties = one_in(3) ? number(3, 5) : 2;
      while (std::ssize(parties_.back()) < parties) sql += party(bond);
    }
    return sql;
  }

  // Mostly one act; now and then two at one instant, or a party that comes when the bond has acts.
  Step next() {
    const int bond = number(0, bond_count - 1);
    if (one_in(12)) return {party(bond), {bond + 1}};
    Step step{"INSERT INTO bond_event (bond_id, kind, date, city_id, rank, corrects, recorded_at) VALUES " + act(bond),
              {bond + 1}};
    if (one_in(8)) {
      const int other = one_in(2) ? bond : number(0, bond_count - 1);
      step.sql += ", " + act(other);
      step.bonds.insert(other + 1);
    }
    return step;
  }

 private:
  // Not std::uniform_int_distribution: each standard library has its own, and a failure must repeat itself anywhere.
  int number(int least, int greatest) {
    return least + static_cast<int>(random_() % static_cast<std::uint32_t>(greatest - least + 1));
  }
  bool one_in(int chance) { return number(1, chance) == 1; }

  template <typename Choices>
  auto one_of(const Choices& choices) {
    return choices[random_() % std::size(choices)];
  }

  std::string party(int bond) {
    const int city = number(1, city_count);
    std::vector<int>& parties = parties_[static_cast<std::size_t>(bond)];
    if (std::ranges::find(parties, city) != parties.end()) return "";
    parties.push_back(city);
    return "INSERT INTO bond_party (bond_id, city_id) VALUES (" + std::to_string(bond + 1) + ", " +
           std::to_string(city) + ");";
  }

  std::string date() {
    if (one_in(6)) return "NULL";
    const std::string year = std::to_string(number(1940, 1949));
    const std::vector<std::string> dates = {year,
                                            year,
                                            year + "-0" + std::to_string(number(1, 9)),
                                            year + "-06-15",
                                            year.substr(0, 3) + "X",
                                            year + "/1965",
                                            year + "/..",
                                            "/" + year,
                                            "[" + year + ",1970]",
                                            "[.." + year + "]",
                                            year + "?"};
    return "'" + one_of(dates) + "'";
  }

  // An act of the bond that may be corrected, for one that corrects it; else nothing.
  std::string corrected(int bond) {
    std::vector<std::pair<int, int>>& acts = correctable_;
    for (std::size_t place = 0; place < acts.size(); ++place) {
      if (acts[place].first != bond) continue;
      const std::string act = std::to_string(acts[place].second);
      acts.erase(acts.begin() + static_cast<std::ptrdiff_t>(place));
      return act;
    }
    return "NULL";
  }

  std::string act(int bond) {
    static const std::vector<std::string> kinds = {
        "formed",    "formed", "formed", "listed", "proposed", "renewed", "resumed", "resumed",   "suspended",
        "suspended", "lapsed", "cut",    "cut",    "expired",  "joined",  "left",    "contested", "exchanged"};
    std::string kind = one_of(kinds);
    const std::string corrects = one_in(6) ? corrected(bond) : "NULL";
    if (corrects != "NULL" && one_in(2)) kind = "retracted";
    const bool is_membership = kind == "joined" || kind == "left";
    const std::string by =
        is_membership || one_in(2) ? std::to_string(one_of(parties_[static_cast<std::size_t>(bond)])) : "NULL";
    const std::string rank = one_in(8) ? "rival" : "normal";
    correctable_.emplace_back(bond, ++acts_);
    // The clock moves on only now and then, so that many acts share an instant.
    if (one_in(3)) ++second_;
    const std::string instant =
        "strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-01', '+" + std::to_string(second_) + " hours')";
    return "(" + std::to_string(bond + 1) + ", '" + kind + "', " + date() + ", " + by + ", '" + rank + "', " +
           corrects + ", " + instant + ")";
  }

  std::mt19937 random_;
  std::vector<std::vector<int>> parties_;
  std::vector<std::pair<int, int>> correctable_;
  int acts_ = 0;
  int second_ = 0;
};

class StoredSpans : public testing::TestWithParam<std::uint32_t> {};

// What a step does not touch must stay, and what it touches must be right: so all of it is right after every step.
TEST_P(StoredSpans, FollowEveryStepOfALongLog) {
  Chronicler chronicler(GetParam());
  Database database = support::fresh_registry();
  database.run("PRAGMA temp_store = MEMORY; BEGIN;" + chronicler.cities_and_bonds());
  for (int number = 1; number <= step_count; ++number) {
    const Step step = chronicler.next();
    SCOPED_TRACE("step " + std::to_string(number) + ": " + step.sql);
    std::string others = "SELECT * FROM twin_span WHERE bond_id NOT IN (0";
    for (const int bond : step.bonds) others += ", " + std::to_string(bond);
    others += ")";
    const std::string before = database.rows(others);
    ASSERT_EQ(database.refusal(step.sql), "");
    ASSERT_EQ(database.rows(others), before);
    for (const int bond : step.bonds) ASSERT_EQ(support::stale_spans(database, bond), "");
  }
  EXPECT_EQ(support::stale_spans(database), "");
  // Else the log was too dull to prove much.
  EXPECT_EQ(database.rows("SELECT count(DISTINCT status) FROM twin_span"), "5\n");
  EXPECT_EQ(database.rows("SELECT count(*) > 400 FROM twin_span"), "1\n");
  const std::string kept = database.rows("SELECT * FROM twin_span");
  database.run("DELETE FROM twin_span; INSERT INTO twin_span SELECT * FROM pair_span;");
  EXPECT_EQ(database.rows("SELECT * FROM twin_span"), kept) << "they were dropped and made anew";
}

INSTANTIATE_TEST_SUITE_P(Chronicles, StoredSpans, testing::Values(1944U, 1957U));

}  // namespace
}  // namespace twinning
