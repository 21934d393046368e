#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include <twinning/export.hpp>

namespace twinning {

/// What kind of thing went wrong, so that a program can choose what to do next.
enum class ErrorCategory {
  invalid_argument,  ///< A value has the wrong form, such as a date that is not in the calendar.
  not_found,         ///< The city, bond, act or file that was named does not exist.
  ambiguous,         ///< More than one city answers to the name.
  already_exists,    ///< The file that was to be made is there already.
  rule_broken,       ///< The file refused a row; `Error::rule()` names the rule.
  read_only,         ///< The registry, or its file, may only be read.
  busy,              ///< Another program held the file for longer than the busy timeout.
  no_space,          ///< The disk, or the memory, is full.
  not_a_registry,    ///< The file is not SQLite, or not a registry of twin towns.
  layout_too_new,    ///< A newer version of twinning wrote the file.
  layout_too_old,    ///< The file must be migrated before this version can open it.
  corrupt,           ///< SQLite found the file damaged.
  input_output,      ///< The operating system refused to open, read or write a file.
  misuse,            ///< A call that the documentation forbids.
  internal           ///< Anything else that SQLite reported.
};

/// The word for a category: "rule_broken". Never fails.
TWINNING_EXPORT std::string_view to_string(ErrorCategory category) noexcept;

/// The one exception of this library, but for std::bad_alloc: where C++ itself finds no memory, that passes through,
/// and the file is as after any other exception. Where SQLite finds none, it is an Error, `no_space`.
///
/// `what()` is one line: what was wrong with which value, and what to do about it. A value: it may be copied and handed
/// between threads freely.
class TWINNING_EXPORT Error : public std::runtime_error {
 public:
  /// \param rule         the name of the rule that was broken, as in schema/README.md; empty where none was.
  /// \param sqlite_code  SQLite's extended result code; 0 where SQLite was not involved.
  Error(ErrorCategory category, const std::string& message, std::string_view rule = {}, int sqlite_code = 0);

  ErrorCategory category() const noexcept { return category_; }
  const std::string& rule() const noexcept { return rule_; }
  int sqlite_code() const noexcept { return sqlite_code_; }

 private:
  ErrorCategory category_;
  std::string rule_;
  int sqlite_code_;
};

}  // namespace twinning
