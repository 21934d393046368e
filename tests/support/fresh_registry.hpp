#pragma once

#include <filesystem>
#include <string>

#include "support/database.hpp"

namespace twinning::support {

/// The statements that lay out a new registry: the files of schema/ in their order, and the two numbers that say what
/// the file is. Nothing of the library takes part, so a test of the file tests the file alone.
std::string schema_sql();

/// Makes a new registry file.
void make_fresh_registry(const std::filesystem::path& file);

/// A new registry in memory. Cheap: it is laid out once for the whole program, then copied.
Database fresh_registry();

}  // namespace twinning::support
