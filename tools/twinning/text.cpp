#include "text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

namespace twinning::command {
namespace {

// The next letter of a text, which is taken off; -1 for a byte that is no UTF-8.
utf8proc_int32_t take_letter(std::string_view& text) {
  utf8proc_int32_t letter = -1;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &letter);
  text.remove_prefix(size > 0 ? static_cast<std::size_t>(size) : 1);
  return size > 0 ? letter : -1;
}

bool turns_direction(utf8proc_int32_t letter) {
  return (letter >= 0x202a && letter <= 0x202e) || (letter >= 0x2066 && letter <= 0x2069);
}

bool is_unfit(utf8proc_int32_t letter) {
  switch (utf8proc_category(letter)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    default:
      return turns_direction(letter);
  }
}

// utf8proc gives none to the vowel signs of India that stand beside their letter, and one to the vowels and finals of
// Hangul that stand within theirs: terminals do the reverse.
std::size_t width_of(utf8proc_int32_t letter) {
  if (letter < 0 || utf8proc_category(letter) == UTF8PROC_CATEGORY_MC) return 1;
  if (letter >= 0x1160 && letter <= 0x11ff) return 0;
  return static_cast<std::size_t>(utf8proc_charwidth(letter));
}

}  // namespace

std::string shown(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  while (!text.empty()) {
    const std::string_view rest = text;
    const utf8proc_int32_t letter = take_letter(text);
    if (letter < 0) {
      safe += "\xef\xbf\xbd";
    } else if (letter == '\n') {
      safe += "\\n";
    } else if (letter == '\t') {
      safe += "\\t";
    } else if (is_unfit(letter)) {
      safe += letter <= 0xff ? fmt::format("\\x{:02x}", letter) : fmt::format("\\u{:04x}", letter);
    } else {
      safe += rest.substr(0, rest.size() - text.size());
    }
  }
  return safe;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) width += width_of(take_letter(text));
  return width;
}

}  // namespace twinning::command
