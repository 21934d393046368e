// SQLite's errors become the library's.

#include <fmt/format.h>
#include <sqlite3.h>

#include "connection.hpp"

namespace twinning {
namespace {

ErrorCategory category_of(int sqlite_code) {
  if (sqlite_code == SQLITE_IOERR_NOMEM) return ErrorCategory::no_space;
  switch (sqlite_code & 0xff) {
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return ErrorCategory::rule_broken;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return ErrorCategory::busy;
    case SQLITE_READONLY:
      return ErrorCategory::read_only;
    case SQLITE_FULL:
    case SQLITE_NOMEM:
      return ErrorCategory::no_space;
    case SQLITE_NOTADB:
      return ErrorCategory::not_a_registry;
    case SQLITE_CORRUPT:
      return ErrorCategory::corrupt;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return ErrorCategory::input_output;
    default:
      return ErrorCategory::internal;
  }
}

/// The name of the rule in SQLite's message: before the colon where a trigger spoke, after it where a CHECK did; of a
/// column that must have a value or a type, table_column and what it must be.
std::string rule_in(int sqlite_code, std::string_view message) {
  const auto after = [&](std::string_view prefix) {
    return message.starts_with(prefix) ? std::string(message.substr(prefix.size())) : std::string();
  };
  switch (sqlite_code) {
    case SQLITE_CONSTRAINT_TRIGGER:
      return std::string(message.substr(0, message.find(':')));
    case SQLITE_CONSTRAINT_CHECK:
      return after("CHECK constraint failed: ");
    case SQLITE_CONSTRAINT_NOTNULL: {
      std::string column = after("NOT NULL constraint failed: ");
      if (const auto dot = column.find('.'); dot != std::string::npos) column[dot] = '_';
      return column + "_not_null";
    }
    default:
      return {};
  }
}

std::string_view advice(ErrorCategory category, int sqlite_code) {
  // A reader too must undo what a program left that was stopped, and join in the log of those who write.
  if (sqlite_code == SQLITE_READONLY_RECOVERY || sqlite_code == SQLITE_READONLY_CANTLOCK ||
      sqlite_code == SQLITE_READONLY_ROLLBACK || sqlite_code == SQLITE_READONLY_CANTINIT) {
    return "; there is a journal or log to deal with first: see that the file and its folder may be written";
  }
  switch (category) {
    case ErrorCategory::busy:
      return "; another program is using the file: try again, or raise the busy timeout";
    case ErrorCategory::read_only:
      return "; open the registry for writing, and see that its file and folder may be written";
    case ErrorCategory::no_space:
      return "; make room and try again: nothing was changed";
    case ErrorCategory::not_a_registry:
      return "; the file is damaged or another program's: restore a backup, or look at the path";
    case ErrorCategory::corrupt:
      return "; the file is damaged: restore a backup";
    case ErrorCategory::input_output:
      return "; look at the path, the disk and the permissions";
    default:
      return "";
  }
}

}  // namespace

Error translate(int sqlite_code, const std::string& message) {
  if (sqlite_code == SQLITE_TOOBIG) {
    return Error(ErrorCategory::corrupt,
                 "a value is longer than SQLite may read here, in Mode::untrusted 16 MiB: correct the value, or do "
                 "not trust the file",
                 {}, sqlite_code);
  }
  if (message == "unsupported file format") {  // it has no code of its own
    return Error(ErrorCategory::not_a_registry,
                 "unsupported file format; a newer SQLite wrote the file, or it is damaged: restore a backup", {},
                 sqlite_code);
  }
  const ErrorCategory category = category_of(sqlite_code);
  // A CHECK says no more than its name.
  const char* const page =
      sqlite_code == SQLITE_CONSTRAINT_CHECK ? "; schema/README.md says what this rule asks for" : "";
  return Error(category, fmt::format("{}{}{}", message, page, advice(category, sqlite_code)),
               rule_in(sqlite_code, message), sqlite_code);
}

}  // namespace twinning
