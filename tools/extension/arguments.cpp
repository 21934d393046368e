#include "extension/arguments.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <string_view>

#include "known_at.hpp"
#include "quote.hpp"

SQLITE_EXTENSION_INIT3

namespace twinning::extension {
namespace {

constexpr const char* a_date = "write a date as text, such as '1950', '1950-06' or '1950-06-15'";
constexpr const char* a_moment = "write '2026-11-23', the end of that day, or '2026-11-23T09:30:00.000Z'";

Error refusal(const std::string& message) { return Error(ErrorCategory::invalid_argument, message); }

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    utf8proc_int32_t letter = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &letter);
    if (size <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(size));
  }
  return true;
}

/// Whether it is the value that was wrong, and not the file.
bool is_of_a_value(ErrorCategory category) {
  return category == ErrorCategory::invalid_argument || category == ErrorCategory::not_found ||
         category == ErrorCategory::ambiguous;
}

/// A text that a message may quote. Throws Error.
std::string readable_text_of(sqlite3_value* value) {
  std::string text = text_of(value);
  if (is_utf8(text)) return text;
  throw refusal(fmt::format("{} is no UTF-8: write it as text", quote_ascii(text)));
}

}  // namespace

std::string text_of(sqlite3_value* value) {
  const auto* const text = sqlite3_value_text(value);
  const int size = sqlite3_value_bytes(value);
  if (text == nullptr) throw std::bad_alloc();  // what it is not for any text
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

std::string description(sqlite3_value* value) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
      return fmt::format("the integer {}", sqlite3_value_int64(value));
    case SQLITE_FLOAT:
      return fmt::format("the real number {}", sqlite3_value_double(value));
    case SQLITE_BLOB:
      return fmt::format("a blob of {} bytes", sqlite3_value_bytes(value));
    case SQLITE_TEXT:
      return quote_ascii(text_of(value));
    default:
      return "NULL";
  }
}

template <typename Read>
auto Arguments::named(std::size_t place, Read read) const {
  try {
    return read();
  } catch (const Error& error) {
    if (!is_of_a_value(error.category())) throw;
    throw Error(error.category(), fmt::format("{}: {}", arguments_[place].name, error.what()), error.rule(),
                error.sqlite_code());
  }
}

std::optional<std::string> Arguments::text(std::size_t place, const char* expected) const {
  sqlite3_value* const value = values_[place];
  const int type = value != nullptr ? sqlite3_value_type(value) : SQLITE_NULL;
  if (type == SQLITE_TEXT) return readable_text_of(value);
  if (type == SQLITE_NULL) return std::nullopt;
  throw refusal(fmt::format("{} is no text: {}", description(value), expected));
}

City Arguments::city(std::size_t place, const Snapshot& snapshot) const {
  return named(place, [&] {
    sqlite3_value* const value = values_[place];
    if (sqlite3_value_type(value) == SQLITE_INTEGER) return snapshot.get_city(CityId(sqlite3_value_int64(value)));
    if (sqlite3_value_type(value) == SQLITE_TEXT) return snapshot.get_city(readable_text_of(value));
    throw refusal(fmt::format("{} is no city: give {}", description(value), arguments_[place].expected));
  });
}

BondId Arguments::bond(std::size_t place) const {
  return named(place, [&] {
    sqlite3_value* const value = values_[place];
    if (sqlite3_value_type(value) == SQLITE_INTEGER) return BondId(sqlite3_value_int64(value));
    throw refusal(fmt::format("{} is no bond: give {}", description(value), arguments_[place].expected));
  });
}

std::string Arguments::words(std::size_t place) const {
  return named(place, [&] {
    sqlite3_value* const value = values_[place];
    if (sqlite3_value_type(value) == SQLITE_TEXT) return readable_text_of(value);
    throw refusal(fmt::format("{} can't be searched for: give {}", description(value), arguments_[place].expected));
  });
}

AsOf Arguments::as_of(std::size_t place) const {
  return named(place, [&] {
    const auto date = text(place, a_date);
    if (date) return AsOf(Date(*date));
    if (arguments_[place].expected == nullptr) return AsOf();
    throw refusal(fmt::format("NULL is no day: give {}", arguments_[place].expected));
  });
}

bool Arguments::flag(std::size_t place) const {
  return named(place, [&] {
    sqlite3_value* const value = values_[place];
    if (value == nullptr || sqlite3_value_type(value) == SQLITE_NULL) return false;
    if (sqlite3_value_type(value) == SQLITE_INTEGER) {
      const std::int64_t number = sqlite3_value_int64(value);
      if (number == 0 || number == 1) return number == 1;
    }
    throw refusal(fmt::format("{} is neither yes nor no: give 1 or 0", description(value)));
  });
}

KnownAt Arguments::known_at() const {
  const auto argument = std::ranges::find(arguments_, std::string_view("known_at"),
                                          [](const Argument& one) { return std::string_view(one.name); });
  const auto place = static_cast<std::size_t>(argument - arguments_.begin());
  return named(place, [&] {
    const auto moment = text(place, a_moment);
    if (!moment) return KnownAt();
    if (const auto known_at = known_at_from(*moment)) return *known_at;
    throw refusal(fmt::format("{} is no date and no instant: {}", quote(*moment), a_moment));
  });
}

}  // namespace twinning::extension
