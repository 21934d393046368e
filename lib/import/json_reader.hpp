#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "import/input_file.hpp"

namespace twinning::importing {

/// Reads JSON a part at a time, so that it is never in memory as a whole.
struct JsonTaker {
  /// Whether what stands under a key is wanted. `path` are the keys above it and its own; an array adds none.
  std::function<bool(const std::vector<std::string>& path)> wants;
  /// A whole object at that path; it is dropped afterwards if this gives true.
  std::function<bool(const std::vector<std::string>& path, const nlohmann::json& object)> object;
};

/// Throws Error: `invalid_argument`, with line and column, for JSON that is cut off, wrong, nested deeper than 64 or
/// has a value longer than 1 MiB or an object longer than 8 MiB.
void read_json(InputFile& file, const JsonTaker& taker);

}  // namespace twinning::importing
