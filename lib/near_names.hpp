#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace twinning {

class Connection;

/// Which names of an index, and how they are read: those that begin with `prefix`, without it; or those in Cyrillic and
/// Greek, as if they were written in Latin.
struct NameRange {
  std::string prefix = {};
  bool in_latin = false;
};

/// The rows of an index of folded names that are within `allowed` letters of `pattern`. `query` gives folded and a
/// number, from a folded name (its one parameter) on and in their order. Cost: it leaps over stretches of the index
/// that begin in a way that no near name can, so it reads a part of it only.
void for_each_near(Connection& connection, std::string_view query, const NameRange& range, std::string_view pattern,
                   int allowed, const std::function<void(std::int64_t number, int distance)>& visit);

/// How far one folded name of such a range is from the pattern, if it is near.
std::optional<int> distance_of(std::string_view folded, const NameRange& range, std::string_view pattern, int allowed);

}  // namespace twinning
