#pragma once

#include <cstddef>
#include <string>

#include <twinning/twinning.hpp>

namespace twinning::support {

inline std::size_t count_cities(const Snapshot& now) {
  std::size_t count = 0;
  now.for_each_city([&](const City&) { ++count; });
  return count;
}

inline std::size_t cities_of(const Registry& registry) { return registry.read(count_cities); }

inline void add_city(Registry& registry, const std::string& name) {
  registry.write([&](Transaction& tx) { tx.add_city({.name = name}); });
}

}  // namespace twinning::support
