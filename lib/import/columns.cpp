#include "import/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <span>

#include <twinning/error.hpp>
#include <twinning/import_file.hpp>

#include "folding.hpp"
#include "quote.hpp"

namespace twinning::importing {
namespace {

/// A column's name without case and punctuation: "City_Coordinate location" is "citycoordinatelocation".
std::string plain(std::string_view name) {
  if (name.starts_with('?')) name.remove_prefix(1);
  std::string folded = fold(name);
  std::erase(folded, ' ');
  return folded;
}

struct Word {
  std::string_view word;
  Role role;
};
constexpr Word city_words[] = {
    {"name", Role::name},
    {"label", Role::name},
    {"id", Role::id},
    {"uri", Role::id},
    {"qid", Role::id},
    {"wikidata", Role::id},
    {"identifier", Role::id},
    {"country", Role::country},
    {"countrycode", Role::country},
    {"countrylabel", Role::country},
    {"iso", Role::country},
    {"latitude", Role::latitude},
    {"lat", Role::latitude},
    {"longitude", Role::longitude},
    {"lon", Role::longitude},
    {"lng", Role::longitude},
    {"long", Role::longitude},
    {"coordinatelocation", Role::point},
    {"coordinates", Role::point},
    {"coordinate", Role::point},
    {"coord", Role::point},
    {"point", Role::point},
    {"location", Role::point},
    {"population", Role::population},
    {"language", Role::language},
    {"lang", Role::language},
};
constexpr Word row_words[] = {
    {"kind", Role::kind},
    {"type", Role::kind},
    {"bondkind", Role::kind},
    {"event", Role::event},
    {"act", Role::event},
    {"date", Role::date},
    {"dateasstated", Role::date},
    {"start", Role::date},
    {"starttime", Role::date},
    {"since", Role::date},
    {"formed", Role::date},
    {"year", Role::date},
    {"dateprecision", Role::date_precision},
    {"startprecision", Role::date_precision},
    {"starttimeprecision", Role::date_precision},
    {"endprecision", Role::end_precision},
    {"endtimeprecision", Role::end_precision},
    {"decided", Role::decided},
    {"end", Role::end},
    {"endtime", Role::end},
    {"until", Role::end},
    {"reason", Role::reason},
    {"endcause", Role::end_reason},
    {"endcauselabel", Role::end_reason},
    {"endreason", Role::end_reason},
    {"note", Role::note},
    {"by", Role::by},
    {"sourcetitle", Role::source_title},
    {"referencetitle", Role::source_title},
    {"source", Role::source_title},
    {"sourceurl", Role::source_url},
    {"reference", Role::source_url},
    {"referenceurl", Role::source_url},
    {"ref", Role::source_url},
    {"url", Role::source_url},
};
constexpr std::string_view city_names[2][8] = {
    {"citya", "city1", "a", "city", "item", "subject", "from", "source"},
    {"cityb", "city2", "b", "sister", "sistercity", "twin", "to", "target"},
};

std::optional<Role> find(std::span<const Word> words, std::string_view word) {
  const auto found = std::ranges::find(words, word, &Word::word);
  return found == words.end() ? std::nullopt : std::optional(found->role);
}

/// A role as it is stated: "a", "b.country", "date".
struct Place {
  int side;  // -1: of the row
  Role role;
};

std::optional<Place> place_of(std::string_view role) {
  if (role == "a") return Place{0, Role::name};
  if (role == "b") return Place{1, Role::name};
  if (role.starts_with("a.") || role.starts_with("b.")) {
    const auto found = find(city_words, role.substr(2));
    return found ? std::optional(Place{role[0] == 'a' ? 0 : 1, *found}) : std::nullopt;
  }
  const auto found = find(row_words, role);
  return found ? std::optional(Place{-1, *found}) : std::nullopt;
}

/// What a column of that name has, if it is one of a city's: "city_a_country", "country_a" or "country1".
std::optional<Place> city_place_of(std::string_view name, std::string_view written, bool links, bool has_target) {
  if (const auto side = name.empty() ? std::string_view::npos : std::string_view("1a2b").find(name.back());
      side != std::string_view::npos) {
    if (const auto role = find(city_words, name.substr(0, name.size() - 1))) return Place{side < 2 ? 0 : 1, *role};
  }
  for (int side = 0; side < 2; ++side) {
    for (const std::string_view city : city_names[side]) {
      if (!name.starts_with(city) || (city == "source" && !has_target)) continue;
      const std::string_view rest = name.substr(city.size());
      if (rest.empty()) return Place{side, links ? Role::id : Role::name};
      // "a_id" and "aLabel" are of the city a, "aid" and "along" are words.
      if (city.size() == 1 && written.size() > 1 && written[1] >= 'a' && written[1] <= 'z') continue;
      if (const auto role = find(city_words, rest)) return Place{side, *role};
    }
  }
  return std::nullopt;
}

}  // namespace

Columns::Columns(const std::string& path, const std::vector<std::string>& names,
                 const std::vector<std::pair<std::string, std::string>>& stated, bool links)
    : names_(names) {
  const auto slot = [&](const Place& place) -> std::optional<std::size_t>& {
    return place.side < 0 ? rows_[static_cast<std::size_t>(place.role) - city_roles]
                          : cities_[static_cast<std::size_t>(place.side)][static_cast<std::size_t>(place.role)];
  };
  std::vector<bool> is_stated(names.size(), false);
  for (const auto& [role, column] : stated) {
    const auto place = place_of(role);
    if (!place) {
      throw Error(ErrorCategory::invalid_argument,
                  fmt::format("{} is nothing that a column can have: see the columns in docs/import.md", quote(role)));
    }
    auto found = static_cast<std::size_t>(std::ranges::find(names, column) - names.begin());
    if (found == names.size()) {
      std::size_t number = 0;
      const auto [end, error] = std::from_chars(column.data(), column.data() + column.size(), number);
      if (error == std::errc() && end == column.data() + column.size() && number >= 1 && number <= names.size()) {
        found = number - 1;
      } else {
        throw Error(ErrorCategory::invalid_argument,
                    fmt::format("{} has no column {}: it has {}", quote(path), quote(column),
                                quote(fmt::format("{}", fmt::join(names, ", ")))));
      }
    }
    slot(*place) = found;
    is_stated[found] = true;
  }
  std::vector<std::string> plain_names;
  for (const std::string& name : names) plain_names.push_back(plain(name));
  const bool has_target = std::ranges::find(plain_names, "target") != plain_names.end();
  // "source_name" before "source", which is then no name.
  for (const bool is_bare : {false, true}) {
    for (std::size_t column = 0; column < names.size(); ++column) {
      if (is_stated[column]) continue;
      auto place = city_place_of(plain_names[column], names[column], links, has_target);
      if (!place) {
        const auto role = find(row_words, plain_names[column]);
        if (role) place = Place{-1, *role};
      }
      const bool is_city_itself = place && std::ranges::any_of(city_names, [&](const auto& cities) {
                                    return std::ranges::find(cities, plain_names[column]) != std::end(cities);
                                  });
      if (place && is_city_itself == is_bare && !slot(*place)) slot(*place) = column;
    }
  }
  for (int side = 0; side < 2; ++side) {
    if (of_city(side, Role::name) || of_city(side, Role::id)) continue;
    throw Error(ErrorCategory::invalid_argument,
                fmt::format("{} has no column for the {} city of a row: it has {}; name it with --columns {}=..., or "
                            "say --no-header, or which --delimiter is between its columns",
                            quote(path), side == 0 ? "first" : "second",
                            quote(fmt::format("{}", fmt::join(names, ", "))), side == 0 ? "a" : "b"));
  }
}

std::vector<std::string> Columns::passed_over() const {
  std::vector<bool> is_known(names_.size(), false);
  const auto know = [&](const std::optional<std::size_t>& column) {
    if (column) is_known[*column] = true;
  };
  for (const auto& city : cities_) std::ranges::for_each(city, know);
  std::ranges::for_each(rows_, know);
  std::vector<std::string> names;
  for (std::size_t column = 0; column < names_.size(); ++column) {
    if (!is_known[column] && !names_[column].empty()) names.push_back(names_[column]);
  }
  return names;
}

bool Columns::look_like_results(const std::vector<std::string>& names) {
  const auto has = [&](std::string_view word) {
    return std::ranges::any_of(names, [&](const std::string& name) { return plain(name) == word; });
  };
  return (has("city") && has("sister")) || (has("item") && has("twin"));
}

bool Columns::look_like_events(const std::vector<std::string>& names) {
  return std::ranges::any_of(names, [](const std::string& name) { return plain(name) == "event"; });
}

}  // namespace twinning::importing

bool twinning::is_import_column(std::string_view what) { return importing::place_of(what).has_value(); }
