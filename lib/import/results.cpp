// The results of a SPARQL query as JSON.

#include <fmt/format.h>

#include <algorithm>

#include <twinning/error.hpp>

#include "import/json_reader.hpp"
#include "import/rows.hpp"
#include "quote.hpp"

namespace twinning::importing {
namespace {

using nlohmann::json;

std::string_view text_in(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? std::string_view(found->get_ref<const std::string&>())
                                                     : std::string_view();
}

class Results {
 public:
  explicit Results(const RowTaker& taker) : taker_(taker) {}

  bool take(const std::vector<std::string>& path, const json& object) {
    if (path.size() == 1 && path[0] == "head") {
      if (const auto vars = object.find("vars"); vars != object.end() && vars->is_array()) {
        for (const json& var : *vars) {
          if (var.is_string()) know(var.get<std::string>());
        }
        if (has_columns()) taker_.header(columns_);
      }
      return true;
    }
    const bool is_result = path.empty() ? false : path.size() == 2 && path[0] == "results" && path[1] == "bindings";
    if (is_result) hand_over(object);
    return is_result;
  }

  /// An element of an array that is the whole file.
  bool take_element(const json& object) {
    hand_over(object);
    return true;
  }

  bool has_columns() const { return !columns_.empty(); }

 private:
  /// Whether the column is a new one.
  bool know(const std::string& column) {
    if (std::ranges::find(columns_, column) != columns_.end()) return false;
    columns_.push_back(column);
    return true;
  }

  void hand_over(const json& object) {
    // Without a head, a value that the first results lack is a key of a later one.
    bool has_more = false;
    if (columns_.size() < most_values) {
      for (const auto& [key, value] : object.items()) has_more = know(key) || has_more;
    }
    if (has_more) taker_.header(columns_);
    if (columns_.empty()) return;
    Row row{.line = ++count_, .values = {}, .absent = {}, .languages = {}, .unit = "result"};
    for (const std::string& column : columns_) {
      std::string_view value;
      std::string_view language;
      if (const auto found = object.find(column); found != object.end()) {
        if (found->is_string()) value = found->get_ref<const std::string&>();
        if (found->is_object()) {
          // A value that is unknown is a blank node: it names nobody.
          value = text_in(*found, "type") == "bnode" ? std::string_view("_:unknown") : text_in(*found, "value");
          language = text_in(*found, "xml:lang");
        }
      }
      row.values.push_back(value);
      row.languages.push_back(language);
    }
    taker_.row(row);
  }

  const RowTaker& taker_;
  std::vector<std::string> columns_;
  std::int64_t count_ = 0;
};

}  // namespace

void read_results(InputFile& file, const RowTaker& taker) {
  Results results(taker);
  const std::string_view start = file.peek();
  const auto first = start.find_first_not_of(" \t\r\n");
  const bool is_array = first != std::string_view::npos && start[first] == '[';
  read_json(file, {.wants =
                       [&](const std::vector<std::string>& path) {
                         if (is_array || path.empty()) return true;
                         if (path[0] == "head") return path.size() == 1 || path[1] == "vars";
                         return path[0] == "results" && (path.size() == 1 || path[1] == "bindings");
                       },
                   .object =
                       [&](const std::vector<std::string>& path, const json& object) {
                         if (is_array) return path.empty() && results.take_element(object);
                         return results.take(path, object);
                       }});
  if (!results.has_columns()) {
    throw Error(ErrorCategory::invalid_argument,
                fmt::format("{} has no \"head\" with \"vars\", so it is no SPARQL result: see docs/import.md",
                            quote(file.path())));
  }
}

}  // namespace twinning::importing
