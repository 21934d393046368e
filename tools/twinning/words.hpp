#pragma once

#include <optional>
#include <string>

#include <twinning/code.hpp>
#include <twinning/date.hpp>

namespace twinning::command {

/// A value as a cell of a table has it; nothing where there is none.
inline std::string words(const std::optional<std::string>& text) { return text.value_or(""); }
inline std::string words(const std::optional<Date>& date) { return date ? date->text() : ""; }

template <typename List>
requires std::is_base_of_v<Code<List>, List> std::string words(const std::optional<List>& code) {
  return code ? code->text() : "";
}

}  // namespace twinning::command
