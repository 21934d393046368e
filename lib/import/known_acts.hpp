#pragma once

#include <optional>
#include <string>
#include <vector>

#include <twinning/bond.hpp>
#include <twinning/id.hpp>

#include "connection.hpp"
#include "import/stated.hpp"

namespace twinning::importing {

/// An act that the registry has of a bond.
struct KnownAct {
  EventId id;
  NewEvent act;
  std::string recorded_at;
  bool is_corrected;
};

/// All acts of a bond, those that stand first.
std::vector<KnownAct> acts_of(Connection& connection, BondId bond);

/// How a known act stands to what a file says of the same bond.
enum class Agreement {
  another,      ///< another act
  says_it,      ///< it says all that the file says
  lacks,        ///< it is that act, and the file knows more of it
  lacks_date,   ///< it is a beginning of which the file knows when it was
  contradicts,  ///< it is that act, and something else is said of it
};

/// Of the same side. An undated listing says no more than any beginning; two dates of forming contradict each other.
Agreement agreement(const NewEvent& known, const StatedAct& stated, const std::optional<CityId>& by);

/// The known act with what the file knows of it too.
NewEvent completed(const NewEvent& known, const StatedAct& stated);

}  // namespace twinning::importing
