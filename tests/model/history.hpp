#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace twinning::model {

/// The days of the model: 1 to 7 are the first days of the year 2000, 0 is long before them and 8 long after.
using ModelDay = int;
inline constexpr ModelDay long_ago = 0;
inline constexpr ModelDay first = 1;
inline constexpr ModelDay last = 7;
inline constexpr ModelDay far_off = 8;

/// A date by the days that it allows. No date at all is unknown.
struct ModelDate {
  ModelDay earliest;  ///< long_ago: no lower bound
  ModelDay latest;    ///< far_off: no upper bound
};

/// The date as EDTF.
std::string edtf(const ModelDate& date);

/// One act as somebody records it. Acts are recorded in the order of the history, on days that never go back.
struct ModelAct {
  std::string kind;
  std::optional<ModelDate> date = {};
  std::optional<std::size_t> by = {};  ///< which party; none: all of them together
  bool is_rival = false;
  std::optional<std::size_t> corrects = {};  ///< an earlier act of the history that nothing else corrects
  ModelDay recorded = first;
};

/// A bond's whole log, and how many parties it has.
struct History {
  std::size_t parties;
  std::vector<ModelAct> acts;
};

std::ostream& operator<<(std::ostream& stream, const History& history);

/// A history grown from a sequence of numbers, each of which decides one thing; a shorter one gives a shorter history.
History grown_from(const std::vector<unsigned>& numbers);

}  // namespace twinning::model
