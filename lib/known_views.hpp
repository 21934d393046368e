#pragma once

#include <vector>

#include "schema_views.hpp"

namespace twinning {

/// What stands in front of the tables and views of the same names where a connection looks back: of each table that
/// grows with time what was recorded until a moment, and each view of the file once more, so that it rests on those. So
/// every question of the library is asked in the same words as of now. The moment is the column known_at of the single
/// row of `moment`; the tables themselves are meant by "main." before their names.
const std::vector<SchemaView>& known_views();

}  // namespace twinning
