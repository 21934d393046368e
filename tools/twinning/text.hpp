#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace twinning::command {

/// A text as a terminal may show it: on one line, in UTF-8. A control character, and one that turns the direction of
/// what follows, is escaped; bytes that are no UTF-8 become U+FFFD.
std::string shown(std::string_view text);

/// How many columns a terminal gives to a text of `shown`: two to a wide letter, none to an accent that is combined.
std::size_t display_width(std::string_view text);

}  // namespace twinning::command
