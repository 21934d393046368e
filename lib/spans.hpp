#pragma once

#include <array>
#include <functional>
#include <string_view>
#include <vector>

#include <twinning/id.hpp>

#include "connection.hpp"

// The stored projections. Triggers keep them act by act; here they are made for many bonds at once.

namespace twinning {

/// A table that holds nothing but what a view says, so that it need not be derived at each question.
struct Projection {
  const char* table;
  const char* view;
};
inline constexpr std::array<Projection, 2> projections = {
    Projection{.table = "bond_span", .view = "bond_stretch"},
    Projection{.table = "twin_span", .view = "pair_span"},
};
bool is_projection(std::string_view table);

/// Makes the rows of all bonds anew, from the views.
void remake_projections(Connection& connection);

/// Makes the rows of every bond with a greater id, which have none yet: what the triggers make act by act. The triggers
/// of stale_bond must be there. `between` is called now and then; what it throws ends the work.
void make_spans_after(Connection& connection, BondId last, const std::function<void()>& between = {});

/// Makes the rows of some bonds anew.
void remake_spans(Connection& connection, const std::vector<BondId>& bonds);

}  // namespace twinning
