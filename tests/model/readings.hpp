#pragma once

#include <set>
#include <string>
#include <vector>

#include "history.hpp"

namespace twinning::model {

/// What may have been so on a day: the statuses on all readings of the dates. The empty text is none.
using Possible = std::set<std::string>;

/// A deliberately simple evaluator of one bond, after the words of the manual and not after the views: it tries every
/// reading of the uncertain dates that keeps the order of the log.
class Readings {
 public:
  /// The history as known when the first `recorded` of its acts had been recorded.
  Readings(const History& history, std::size_t recorded);

  /// The statuses that the bond may have on a day; `first - 1` and `last + 1` are allowed.
  Possible bond_on(ModelDay day) const;

  /// The statuses that a party may have beside another.
  Possible pair_on(std::size_t party, std::size_t twin, ModelDay day) const;

 private:
  void read(std::size_t place, ModelDay from, std::vector<ModelDay>& days);
  bool opens(std::size_t place) const;
  void forget_before_opening();
  bool is_member(std::size_t party, std::size_t after) const;
  std::string stance(std::size_t party, std::size_t after) const;
  std::string status(std::size_t after) const;
  std::string pair_status(std::size_t party, std::size_t twin, std::size_t after) const;
  std::set<std::size_t> happened(ModelDay day) const;

  std::size_t parties_;
  std::vector<ModelAct> acts_;            // those that stand, in order
  std::vector<ModelDate> bounds_;         // of each of them
  std::set<std::vector<ModelDay>> days_;  // every reading
};

}  // namespace twinning::model
