#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace twinning::support {

/// What comes of a file that somebody sent.
enum class Outcome {
  opened,   ///< it is as good as any
  refused,  ///< when it is opened
  safe      ///< it is opened or not; what is asked of it has an answer, or an Error
};

/// A registry that somebody has made to do harm.
struct HostileFile {
  std::string name;
  /// Makes it of a sound one, which is there.
  std::function<void(const std::filesystem::path& path)> spoil;
  Outcome outcome;
  std::string told;  ///< part of what is said where it is refused
  /// Part of what `check` finds in it, or says where it refuses it. "any": something; "perhaps": something or nothing;
  /// empty: nothing, as there is nothing wrong to whoever trusts the file.
  std::string found;
};

inline void PrintTo(const HostileFile& file, std::ostream* stream) { *stream << file.name; }

/// With views, triggers, tables and indexes that are none of a registry's.
std::vector<HostileFile> files_with_another_schema();

/// With bytes that SQLite never writes.
std::vector<HostileFile> files_with_broken_pages();

/// With values that no rule lets in.
std::vector<HostileFile> files_with_wrong_values();

/// That are not what their names say.
std::vector<HostileFile> files_that_lead_elsewhere();

}  // namespace twinning::support
