#pragma once

#include <sqlite3ext.h>

#include "extension/value.hpp"

namespace twinning::extension {

/// Gives a value to SQLite, as what a function or a column answers.
void set_result(sqlite3_context* context, const Value& value);

}  // namespace twinning::extension
