#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <twinning/date.hpp>
#include <twinning/time.hpp>

namespace twinning::command {

/// The command line was not understood.
class UsageError : public std::runtime_error {
  using runtime_error::runtime_error;
};

// What the values of options mean. All throw UsageError, with the value and what would be right.

/// "1950-06" of --as-of: its last day.
AsOf as_of_from(const std::string& text);

/// "2026-11-23", the end of that day, or an instant such as "2026-11-23T09:30:00.000Z".
KnownAt known_at_from(const std::string& text);

/// The date of an option.
Date date_from(const std::string& option, const std::string& text);

/// The year of an option, 0 to 9999.
int year_from(const std::string& option, const std::string& text);

/// One byte of an option, or one of the words "tab" and "space".
char character_from(const std::string& option, const std::string& text);

/// "a=city1,a.country=3".
std::vector<std::pair<std::string, std::string>> columns_from(std::string_view text);

}  // namespace twinning::command
