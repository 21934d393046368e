#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/database.hpp"

namespace twinning::support {

/// The parties that the tests of state know, by their ids.
enum City : int { coventry = 1, volgograd, dresden, belgrade };

/// An act as a test writes it down; what is left out is NULL, or what the file makes of it.
struct Act {
  std::string kind;
  std::optional<std::string> date = {};
  std::optional<int> by = {};
  std::string recorded = {};  ///< Left out: a second after the act before it.
  std::optional<std::string> reason = {};
  std::string rank = "normal";
  std::optional<int> corrects = {};
  std::string uid = {};
};

/// A new registry in memory with four cities. After every act the stored spans are held against the views.
class Log {
 public:
  Log();

  /// Adds a bond and gives its id: 1, 2, 3.
  int bond(const std::vector<City>& parties);

  /// Adds acts to the bond and gives the id of the last: 1, 2, 3, whatever the bond.
  int act(int bond, const Act& act);
  int acts(int bond, const std::vector<Act>& acts);

  void join(int bond, City city);  ///< Only makes it a party.

  /// status|from_earliest|from_latest|to_earliest|to_latest, a line each.
  std::string spans(int bond) const;

  /// The same of a pair, as stored.
  std::string spans(int bond, City city, City twin) const;

  /// The status of the bond today, as bond_status has it.
  std::string status(int bond) const;

  /// The oddities of the bond: rule|event_id, in alphabetical order.
  std::string anomalies(int bond) const;

  Database& database() noexcept { return database_; }
  std::string rows(const std::string& sql) const { return database_.rows(sql); }

 private:
  Database database_;
  int bonds_ = 0;
  int acts_ = 0;
};

/// How the stored spans differ from those that follow from the log, in one bond or in all; empty if they do not.
std::string stale_spans(const Database& database, std::optional<int> bond = {});

}  // namespace twinning::support
