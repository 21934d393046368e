#pragma once

#include <string>
#include <vector>

#include <twinning/network.hpp>

#include "json.hpp"

namespace twinning::command {

/// A figure of a network: its key, and what it says.
struct NetworkFigure {
  std::string key;
  std::string meaning;
  Json value;
};

/// In the order in which they are shown.
std::vector<NetworkFigure> list_of(const NetworkFigures& figures);

}  // namespace twinning::command
