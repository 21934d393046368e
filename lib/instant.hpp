#pragma once

#include <string_view>

#include <twinning/time.hpp>

namespace twinning {

/// The instant of a column `recorded_at`. Throws Error (corrupt) for a text of another form.
Instant instant_from(std::string_view text);

}  // namespace twinning
