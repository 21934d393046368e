#pragma once

/// fmt formatters for the library's values: include it where you print with fmt, and link fmt.

#include <fmt/format.h>

#include <optional>
#include <string_view>

#include <twinning/bond.hpp>
#include <twinning/code.hpp>
#include <twinning/date.hpp>
#include <twinning/id.hpp>
#include <twinning/time.hpp>

/// A date as its EDTF text.
template <>
struct fmt::formatter<twinning::Date> : fmt::formatter<std::string_view> {
  auto format(const twinning::Date& date, fmt::format_context& context) const {
    return fmt::formatter<std::string_view>::format(date.text(), context);
  }
};

/// A date that may be unknown: its text, or "an unknown day".
template <>
struct fmt::formatter<std::optional<twinning::Date>> : fmt::formatter<std::string_view> {
  auto format(const std::optional<twinning::Date>& date, fmt::format_context& context) const {
    return fmt::formatter<std::string_view>::format(date ? std::string_view(date->text()) : "an unknown day", context);
  }
};

/// A status, a certainty and their like as the word that the file uses.
template <typename Word>
requires(std::is_same_v<Word, twinning::Status> || std::is_same_v<Word, twinning::Certainty> ||
         std::is_same_v<Word, twinning::Rank> || std::is_same_v<Word, twinning::SetAside> ||
         std::is_same_v<Word, twinning::ChangeOf> ||
         std::is_same_v<Word, twinning::Confirmation>) struct fmt::formatter<Word> : fmt::formatter<std::string_view> {
  auto format(Word word, fmt::format_context& context) const {
    return fmt::formatter<std::string_view>::format(twinning::to_string(word), context);
  }
};

/// A code as its text.
template <typename List>
requires std::is_base_of_v<twinning::Code<List>, List>
struct fmt::formatter<List> : fmt::formatter<std::string_view> {
  auto format(const List& code, fmt::format_context& context) const {
    return fmt::formatter<std::string_view>::format(code.text(), context);
  }
};

/// A code that may be absent: its text, or "none".
template <typename List>
requires std::is_base_of_v<twinning::Code<List>, List>
struct fmt::formatter<std::optional<List>> : fmt::formatter<std::string_view> {
  auto format(const std::optional<List>& code, fmt::format_context& context) const {
    return fmt::formatter<std::string_view>::format(code ? std::string_view(code->text()) : "none", context);
  }
};

/// An id as its number.
template <typename Thing>
struct fmt::formatter<twinning::Id<Thing>> : fmt::formatter<std::int64_t> {
  auto format(twinning::Id<Thing> id, fmt::format_context& context) const {
    return fmt::formatter<std::int64_t>::format(id.value(), context);
  }
};
