#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/rows.hpp"

namespace twinning::importing {

/// What a column has. Those of a city come first, and there are two cities.
enum class Role {
  name,
  id,
  country,
  latitude,
  longitude,
  point,
  population,
  language,
  // of the row
  kind,
  event,
  date,
  date_precision,
  decided,
  end,
  end_precision,
  reason,
  end_reason,
  note,
  by,
  source_title,
  source_url
};
inline constexpr std::size_t city_roles = 8;
inline constexpr std::size_t row_roles = 13;

/// Which column has what.
class Columns {
 public:
  /// Finds what the columns have by their names, after what was stated: {"a.country", "3"}. Throws Error
  /// (invalid_argument) for a role or a column that is not there. `links` says whether a city's own column has its
  /// identifier, as in a query's result, or its name.
  Columns(const std::string& path, const std::vector<std::string>& names,
          const std::vector<std::pair<std::string, std::string>>& stated, bool links);

  std::optional<std::size_t> of_city(int side, Role role) const {
    return cities_[static_cast<std::size_t>(side)][static_cast<std::size_t>(role)];
  }
  std::optional<std::size_t> of_row(Role role) const { return rows_[static_cast<std::size_t>(role) - city_roles]; }
  const std::string& name(std::size_t column) const { return names_[column]; }
  /// The names of those that have nothing that is known here.
  std::vector<std::string> passed_over() const;
  std::size_t size() const { return names_.size(); }

  /// Whether the names are those of a query's result: a city and its sister.
  static bool look_like_results(const std::vector<std::string>& names);
  static bool look_like_events(const std::vector<std::string>& names);

 private:
  std::vector<std::string> names_;
  std::array<std::array<std::optional<std::size_t>, city_roles>, 2> cities_;
  std::array<std::optional<std::size_t>, row_roles> rows_;
};

}  // namespace twinning::importing
