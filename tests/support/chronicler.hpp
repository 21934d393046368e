#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace twinning::support {

inline constexpr int city_count = 25;
inline constexpr int bond_count = 40;

struct Step {
  std::string sql;
  std::set<int> bonds;  // Those that it touches.
};

// Writes down a life of many bonds, as likely as not in a strange order: the file must keep up with any.
class Chronicler {
 public:
  explicit Chronicler(std::uint32_t seed) : random_(seed) {}

  std::string cities_and_bonds() {
    std::string sql =
        "INSERT INTO event_kind (code, broader, definition, effect, begins) "
        "VALUES ('chartered', 'formed', 'Formed by a charter', 'none', 1);";
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
    static const std::vector<std::string> kinds = {"formed",  "formed",    "formed",    "listed",    "proposed",
                                                   "renewed", "resumed",   "resumed",   "suspended", "suspended",
                                                   "lapsed",  "cut",       "cut",       "expired",   "joined",
                                                   "left",    "contested", "exchanged", "chartered"};
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

}  // namespace twinning::support
