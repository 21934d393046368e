#pragma once

#include <string>
#include <string_view>

namespace twinning {

/// A value as an error shows it: in quotes, on one line and not too long, with what can't be printed escaped.
std::string quote(std::string_view text);

/// The same where only ASCII is legal, so that a stray letter that looks like ASCII is seen.
std::string quote_ascii(std::string_view text);

/// A text with a space for each letter that would break its line or move it on a terminal.
std::string one_line(std::string text);

}  // namespace twinning
