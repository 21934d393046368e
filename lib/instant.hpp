#pragma once

#include <string>

#include <twinning/time.hpp>

namespace twinning {

/// The instant of a column `recorded_at`. Throws Error (corrupt) for a text of another form.
Instant instant_from(const std::string& text);

}  // namespace twinning
