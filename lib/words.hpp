#pragma once

#include <string_view>

#include <twinning/code.hpp>

namespace twinning {

/// The value for a word of the file. Throws Error (corrupt) for any other word, which a whole file never holds.
Status status_from(std::string_view word);
Rank rank_from(std::string_view word);
SetAside set_aside_from(std::string_view word);
ChangeOf change_of_from(std::string_view word);
Confirmation confirmation_from(std::string_view word);
Certainty certainty_from(std::string_view word);

}  // namespace twinning
