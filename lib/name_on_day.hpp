#pragma once

#include <string>
#include <string_view>

namespace twinning {

/// The SQL expression for what a city was called on a day; all three are expressions too. Most cities have one name,
/// and those are not searched: in the table itself, whose index SQLite then opens once and not for each city.
inline std::string name_on_day(std::string_view city_id, std::string_view name_today, std::string_view day) {
  const std::string id(city_id);
  const std::string today(name_today);
  const std::string on(day);
  return "CASE WHEN " + id +
         " IN (SELECT city_id FROM main.city_name) THEN coalesce((SELECT n.name FROM dated_name AS n WHERE n.city_id "
         "= " +
         id + " AND (n.from_earliest IS NULL OR n.from_earliest <= " + on + ") AND (n.to_latest IS NULL OR " + on +
         " < n.to_latest) ORDER BY n.from_earliest DESC, n.name_id LIMIT 1), " + today + ") ELSE " + today + " END";
}

}  // namespace twinning
