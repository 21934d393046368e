#include "table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text.hpp"

namespace twinning::command {

std::string cell(const Json& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_float()) return fmt::format("{:.4f}", value.get<double>());
  if (!value.is_array()) return value.dump();
  std::string text;
  for (const Json& part : value) text += (text.empty() ? "" : ", ") + cell(part);
  return text;
}

void Table::add(const std::vector<std::string>& cells) {
  std::vector<std::string> row;
  row.reserve(columns_.size());
  for (const std::string& cell : cells) row.push_back(shown(cell));
  row.resize(columns_.size());
  rows_.push_back(std::move(row));
}

std::string Table::text() const {
  constexpr std::string_view gap = "  ";
  std::vector<std::size_t> widths;
  std::vector<bool> is_shown;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t widest = 0;
    for (const auto& row : rows_) widest = std::max(widest, display_width(row[i]));
    is_shown.push_back(widest > 0 || !columns_[i].left_out_if_bare);
    widths.push_back(std::max(widest, display_width(columns_[i].head)));
  }
  std::string text;
  const auto write_line = [&](const auto& cell_of) {
    std::string line;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!is_shown[i]) continue;
      if (!line.empty()) line += gap;
      const std::string cell = cell_of(i);
      const std::string blanks(widths[i] - std::min(widths[i], display_width(cell)), ' ');
      line += columns_[i].right ? blanks + cell : cell + blanks;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  };
  write_line([&](std::size_t i) { return columns_[i].head; });
  write_line([&](std::size_t i) { return std::string(widths[i], '-'); });
  for (const auto& row : rows_) write_line([&](std::size_t i) { return row[i]; });
  return text;
}

}  // namespace twinning::command
