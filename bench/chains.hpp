#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace bench {

/// A way to find the shortest chain between two cities, along the bonds that ever were.
class Chains {
 public:
  virtual ~Chains() = default;
  virtual std::string name() const = 0;
  /// How many bonds it has; -1: there is none.
  virtual std::int64_t steps(std::int64_t from, std::int64_t to) = 0;
};

// On the plain tables.
std::unique_ptr<Chains> chains_by_statement(const std::string& path);
std::unique_ptr<Chains> chains_by_recursion(const std::string& path);
std::unique_ptr<Chains> chains_by_igraph(const std::string& path);

/// On a registry.
std::unique_ptr<Chains> chains_by_network(const std::string& path);

}  // namespace bench
