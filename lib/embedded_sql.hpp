#pragma once

#include <span>
#include <string_view>

namespace twinning {

/// One SQL file, compiled into the library byte for byte, so that it runs without any file beside it.
struct EmbeddedSql {
  std::string_view name;  ///< The name of the file without its folder: "tables.sql".
  std::string_view text;
};

/// The files of schema/, in the order in which they lay out a new registry: first those of the durable part, which only
/// a migration changes, then those of the derived part, which each migration makes anew.
std::span<const EmbeddedSql> embedded_durable_schema() noexcept;
std::span<const EmbeddedSql> embedded_derived_schema() noexcept;

/// The files of migrations/, oldest first.
std::span<const EmbeddedSql> embedded_migrations() noexcept;

}  // namespace twinning
