#pragma once

#include <string>

#include "support/database.hpp"

namespace twinning::support {

/// The bytes of a new registry with the rows of sample.sql, made once for the whole program.
const std::string& sample_image();

/// A copy of it in memory.
Database sample_registry();

}  // namespace twinning::support
