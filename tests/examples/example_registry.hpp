#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "support/temporary_file.hpp"

namespace twinning::support {

inline const std::filesystem::path examples = std::filesystem::path(TWINNING_SOURCE_DIR) / "examples";

/// The registry that the example program makes, once for all tests.
inline const std::filesystem::path& example_registry() {
  static const TemporaryFile file("bonds.db");
  static const bool made = [] {
    const std::string command = "'" TWINNING_MAKE_TWIN_TOWNS "' '" + file.path().string() + "' '" +
                                (examples / "data").string() + "' >'" + file.beside("output").string() + "'";
    return std::system(command.c_str()) == 0;
  }();
  if (!made) throw std::runtime_error("make_twin_towns failed");
  return file.path();
}

}  // namespace twinning::support
