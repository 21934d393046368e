#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include <twinning/code.hpp>
#include <twinning/date.hpp>
#include <twinning/id.hpp>
#include <twinning/time.hpp>

namespace twinning::extension {

/// A value of a row, as SQL has it.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;
using Row = std::vector<Value>;

template <std::same_as<Value> Same>
Value value_of(const Same& value) {
  return value;
}
inline Value value_of(std::int64_t number) { return number; }
inline Value value_of(const std::string& text) { return text; }
inline Value value_of(const Date& date) { return date.text(); }
inline Value value_of(Day day) { return to_string(day); }
inline Value value_of(Instant instant) { return to_string(instant); }
template <std::same_as<bool> Flag>
Value value_of(Flag flag) {
  return std::int64_t{flag};
}
template <typename Thing>
Value value_of(Id<Thing> id) {
  return id.value();
}
template <typename List>
requires std::is_base_of_v<Code<List>, List> Value value_of(const List& code) { return code.text(); }
template <typename Word>
requires std::is_enum_v<Word> Value value_of(Word word) { return std::string(to_string(word)); }
template <typename Found>
Value value_of(const std::optional<Found>& found) {
  return found ? value_of(*found) : Value();
}

template <typename... Cells>
Row row_of(const Cells&... cells) {
  return {value_of(cells)...};
}

}  // namespace twinning::extension
