#include "view_on_day.hpp"

#include <algorithm>
#include <regex>
#include <stdexcept>
#include <vector>

#include "schema_views.hpp"

namespace twinning {
namespace {

constexpr std::string_view today = "date('now')";

struct DatedView {
  std::string name;
  std::string query;
  std::vector<std::string> rests_on;  ///< other views of today, the deepest first
};

bool mentions(const std::string& text, const std::string& word) {
  return std::regex_search(text, std::regex("\\b" + word + "\\b"));
}

std::string on_given_day(std::string query) {
  for (auto place = query.find(today); place != std::string::npos; place = query.find(today, place)) {
    query.replace(place, today.size(), "?1");
  }
  return query;
}

/// The views that depend on today, in the order of the schema.
std::vector<DatedView> dated_views() {
  std::vector<DatedView> views;
  for (const SchemaView& of_file : schema_views()) {
    DatedView view{.name = of_file.name, .query = of_file.query, .rests_on = {}};
    for (const DatedView& earlier : views) {
      if (mentions(view.query, earlier.name)) view.rests_on.push_back(earlier.name);
    }
    if (view.query.find(today) == std::string::npos && view.rests_on.empty()) continue;
    view.query = on_given_day(std::move(view.query));
    views.push_back(std::move(view));
  }
  return views;
}

const DatedView& find_view(const std::vector<DatedView>& views, std::string_view name) {
  const auto found = std::ranges::find(views, name, &DatedView::name);
  if (found == views.end()) throw std::logic_error(std::string(name) + " is no view of today");
  return *found;
}

void gather(const std::vector<DatedView>& views, const DatedView& view, std::vector<std::string>& names) {
  for (const std::string& name : view.rests_on) gather(views, find_view(views, name), names);
  if (std::ranges::find(names, view.name) == names.end()) names.push_back(view.name);
}

}  // namespace

std::string view_on_day(std::string_view view) {
  static const std::vector<DatedView> views = dated_views();
  std::vector<std::string> names;
  gather(views, find_view(views, view), names);
  std::string clause;
  for (const std::string& name : names) {
    clause += (clause.empty() ? "WITH " : ", ") + name + " AS (" + find_view(views, name).query + ")";
  }
  return clause + " ";
}

}  // namespace twinning
