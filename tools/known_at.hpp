#pragma once

#include <optional>
#include <string>

#include <twinning/time.hpp>

namespace twinning {

/// "2026-11-23", the end of that day, or an instant such as "2026-11-23T09:30:00.000Z"; nothing for any other text.
/// Throws Error (invalid_argument) for a date without a last day.
std::optional<KnownAt> known_at_from(const std::string& text);

}  // namespace twinning
