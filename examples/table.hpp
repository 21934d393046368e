#pragma once

#include <fstream>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// One row of a table of examples/data: its fields by the names in the header line.
class Row {
 public:
  Row(const std::vector<std::string>& columns, std::vector<std::string> fields) {
    fields.resize(columns.size());
    for (std::size_t place = 0; place < columns.size(); ++place) fields_[columns[place]] = std::move(fields[place]);
  }

  const std::string& text(const std::string& column) const { return fields_.at(column); }

  /// The field as a text, a date or a code; nothing where it is empty.
  template <typename Value = std::string>
  std::optional<Value> maybe(const std::string& column) const {
    const std::string& field = text(column);
    return field.empty() ? std::nullopt : std::optional<Value>(Value(field));
  }

  bool flag(const std::string& column) const { return text(column) == "1"; }

  /// The keys of a field that holds several.
  std::vector<std::string> keys(const std::string& column) const { return split(text(column), ','); }

  static std::vector<std::string> split(std::string_view line, char separator) {
    std::vector<std::string> parts;
    if (line.empty()) return parts;
    for (std::size_t begin = 0, end = 0; end != std::string_view::npos; begin = end + 1) {
      end = line.find(separator, begin);
      parts.emplace_back(line.substr(begin, end - begin));
    }
    return parts;
  }

 private:
  std::map<std::string, std::string> fields_;
};

/// Reads a table of examples/data: UTF-8, a header line, tabs between the fields.
inline std::vector<Row> read_table(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line)) throw std::runtime_error("cannot read " + path);
  const std::vector<std::string> columns = Row::split(line, '\t');
  std::vector<Row> rows;
  while (std::getline(file, line)) rows.emplace_back(columns, Row::split(line, '\t'));
  return rows;
}
