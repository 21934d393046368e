#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace twinning::support {

/// One block of attacks.sql, which says what the kinds mean.
struct AttackBlock {
  enum class Kind { rule, sqlite, ignored, legal };

  Kind kind = Kind::rule;
  std::string expected;  ///< The rule, or SQLite's message; empty where none is to speak.
  std::string title;
  std::string sql;
  int line = 0;  ///< Where in attacks.sql it begins.
};

/// Every block of attacks.sql, in its order.
///
/// \throws std::runtime_error  where the file does not keep to its form.
std::vector<AttackBlock> attack_blocks();

/// A name for a test: letters, digits and underscores.
std::string test_name(const AttackBlock& block);

std::ostream& operator<<(std::ostream& stream, const AttackBlock& block);

}  // namespace twinning::support
