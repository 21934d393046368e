#include "quote.hpp"

#include <algorithm>

namespace twinning {
namespace {

std::string quote(std::string_view text, unsigned char last_printable) {
  constexpr std::size_t longest = 60;
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  std::size_t size = text.size();
  if (size > longest) {
    size = longest;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0U) == 0x80U) --size;  // whole letters of UTF-8
  }
  std::string quoted = "\"";
  for (const char c : text.substr(0, size)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += {'\\', c};
    } else if (byte >= ' ' && byte <= last_printable && byte != 0x7fU) {
      quoted += c;
    } else {
      quoted += {'\\', 'x', hexadecimal[byte >> 4U], hexadecimal[byte & 15U]};
    }
  }
  quoted += '"';
  if (text.size() > size) quoted += "... (" + std::to_string(text.size()) + " bytes)";
  return quoted;
}

}  // namespace

std::string quote(std::string_view text) { return quote(text, 0xff); }

std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char letter) { return static_cast<unsigned char>(letter) < ' ' || letter == 0x7f; }, ' ');
  return text;
}

std::string quote_ascii(std::string_view text) { return quote(text, '~'); }

}  // namespace twinning
