#pragma once

#include <functional>
#include <string>
#include <vector>

#include <twinning/twinning.hpp>

namespace twinning::support {

/// Asks a registry everything that there is to ask of it. Gives what was said where there was no answer.
std::vector<Error> ask_everything(const Registry& registry);

}  // namespace twinning::support
