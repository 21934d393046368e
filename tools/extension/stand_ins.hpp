#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace twinning::extension {

/// A name as SQL takes any, in double quotes.
std::string quoted_name(std::string_view name);

/// Queries that stand in for the tables and views of their names in every statement of a connection, and in each other.
/// On the host's connection nothing may be made for that, not even temporary views: they would stand in front of the
/// host's tables too. So they go into each statement, as common table expressions.
class StandIns {
 public:
  /// Nothing happens where one of that name is there. The query means the table itself by "main" and a dot before it.
  void add(const std::string& name, const std::string& query);

  /// The statement with those before it that it rests on.
  std::string put_before(std::string_view statement) const;

 private:
  struct StandIn {
    std::string name;
    std::string query;
    std::vector<std::string> words;
  };
  std::map<std::string, std::size_t, std::less<>> places_;
  std::vector<StandIn> stand_ins_;
};

}  // namespace twinning::extension
