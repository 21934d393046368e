#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <twinning/twinning.hpp>

namespace twinning::durability {

/// The work that is stopped: act after act, each a transaction of its own, on a registry that was empty. By turns a
/// bond is formed with its two cities and its source, suspended, and the suspension corrected.
void record_act(Registry& registry, int number);

/// All that a registry file says of these acts, a line each; empty for a file in which nothing is, and what is wrong
/// with one that is damaged. It is read by SQLite alone, which first undoes what was not finished.
std::string told(const std::filesystem::path& file);

/// Opens what was stopped with the library, as the next program does, before SQLite alone puts it in order. Throws
/// Error, but not for a newer layout.
void open_as_it_was_left(const std::filesystem::path& file);

/// What is told before the first act, and after each.
std::vector<std::string> told_after_acts(int acts);

/// Makes a registry with so many acts, closed.
void make_registry(const std::filesystem::path& file, JournalMode mode, int acts);

/// Writes a file of bonds to import.
void write_list(const std::filesystem::path& file, int rows);

/// What SQLite and, in a registry of this layout, the library find wrong with a file: nothing.
std::string faults(const std::filesystem::path& file);

}  // namespace twinning::durability
