#pragma once

#include <map>
#include <string>

#include <twinning/twinning.hpp>

#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning::support {

/// Writes a small registry with a row or more in every table. Its bonds are 1 (ended), 2 (of three) and 3.
void write_sample(const std::string& path, JournalMode mode = JournalMode::as_is);

/// Everything in a file, as one text: the schema as it is stored, the layout, and the rows of every table.
std::string dump(const Database& database);
std::string dump(const std::string& path);

/// Runs SQL with every trigger dropped, then puts the triggers back as they were: damage that no rule can stop.
void run_without_triggers(Database& database, const std::string& sql);

/// The files of a folder, each with a digest of its bytes that a failing test can print.
std::map<std::string, std::string> contents(const std::filesystem::path& folder);

}  // namespace twinning::support
