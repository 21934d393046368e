#pragma once

#include <sqlite3ext.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <twinning/bond.hpp>
#include <twinning/city.hpp>
#include <twinning/error.hpp>
#include <twinning/snapshot.hpp>

namespace twinning::extension {

/// An argument of a table-valued function.
struct Argument {
  const char* name;
  const char* expected = nullptr;  ///< what it must be; nothing: it may be left out
};

/// What a call gives for the arguments of its function, in their order. What was left out is NULL. Values are those of
/// the host, for as long as the call lasts.
class Arguments {
 public:
  Arguments(const std::vector<Argument>& arguments, std::vector<sqlite3_value*> values)
      : arguments_(arguments), values_(std::move(values)) {}

  // All throw Error, which begins with the name of the argument.

  /// By its id, or as `Snapshot::get_city` takes it.
  City city(std::size_t place, const Snapshot& snapshot) const;
  BondId bond(std::size_t place) const;
  /// Any text.
  std::string words(std::size_t place) const;
  /// Today, where it was left out.
  AsOf as_of(std::size_t place) const;
  /// False, where it was left out.
  bool flag(std::size_t place) const;
  /// Of the argument of that name; now, where it was left out.
  KnownAt known_at() const;

 private:
  /// Nothing for NULL, where that may be. Throws Error.
  std::optional<std::string> text(std::size_t place, const char* expected) const;
  /// Calls `read`, and puts the argument's name before the message of what it throws.
  template <typename Read>
  auto named(std::size_t place, Read read) const;

  const std::vector<Argument>& arguments_;
  std::vector<sqlite3_value*> values_;
};

/// What a value is, for a message: "the integer 5", "NULL".
std::string description(sqlite3_value* value);

/// The bytes of a text.
std::string text_of(sqlite3_value* value);

}  // namespace twinning::extension
