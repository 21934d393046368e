#pragma once

#include <functional>
#include <vector>

#include <twinning/id.hpp>

#include "connection.hpp"

// The projection twin_span, made for many bonds at once.

namespace twinning {

/// Makes the rows of every bond with a greater id, which have none yet: what the triggers make act by act. The triggers
/// of stale_bond must be there. `between` is called now and then; what it throws ends the work.
void make_spans_after(Connection& connection, BondId last, const std::function<void()>& between = {});

/// Makes the rows of some bonds anew.
void remake_spans(Connection& connection, const std::vector<BondId>& bonds);

}  // namespace twinning
