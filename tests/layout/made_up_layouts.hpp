#pragma once

#include <string>

#include "migrator.hpp"

namespace twinning::support {

/// Two layouts that there are not. Layout 2 gives each city a motto, so that much of a file is written. Layout 3 makes
/// the table of bonds anew, which others refer to, with a column more; its views are today's but for one that is gone
/// and two that are new, one of them under a name that there was.
MigrationPlan made_up_plan();

/// Makes a new registry of the last of them, as a version of the library would that had it.
void make_fresh(const std::string& path);

}  // namespace twinning::support
