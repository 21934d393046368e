#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <twinning/twinning.hpp>

namespace twinning::support {

/// Asks a registry everything that there is to ask of it. Gives what was said where there was no answer.
std::vector<Error> ask_everything(const Registry& registry);

/// Asks a fifth of that: which one, any number says.
std::vector<Error> ask_a_part(const Registry& registry, std::size_t number);

}  // namespace twinning::support
