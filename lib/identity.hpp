#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <twinning/error.hpp>

namespace twinning {

class Connection;

/// "TWIN": what the header of every registry file says it is (`PRAGMA application_id`).
inline constexpr int application_id = 0x5457494E;

/// Throws Error: why that file is not taken.
[[noreturn]] void refuse_file(const std::string& path, ErrorCategory category, std::string_view why);

/// Throws Error where the layout is not that of this version: `layout_too_new`, `layout_too_old`.
void refuse_layout(const std::string& path, std::int64_t found);

/// Whether the database has no table at all and no identity: a new file, or one whose making was stopped.
bool is_blank(Connection& connection);

/// Throws Error, `not_a_registry`: there is nothing in the file.
[[noreturn]] void refuse_blank(const std::string& path);

/// The same, if it is so.
void refuse_blank(Connection& connection, const std::string& path);

/// Throws Error, `not_a_registry`, for another program's database.
void require_identity(Connection& connection, const std::string& path);

/// Looks at an open registry's identity and layout. Throws Error: `not_a_registry`, `layout_too_new`, `layout_too_old`.
void require_layout(Connection& connection, const std::string& path);

}  // namespace twinning
