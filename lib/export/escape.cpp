#include "export/escape.hpp"

#include <fmt/format.h>

#include <cstddef>

namespace twinning {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

unsigned char byte_at(std::string_view text, std::size_t place) { return static_cast<unsigned char>(text[place]); }

/// How many bytes from the beginning are one character of well-formed UTF-8 (Unicode 15, table 3-7); 0 where none is.
std::size_t character_size(std::string_view text) {
  const unsigned char first = byte_at(text, 0);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (text.size() < size) return 0;
  const unsigned char lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned char highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (byte_at(text, 1) < lowest || byte_at(text, 1) > highest) return 0;
  for (std::size_t place = 2; place < size; ++place) {
    if ((byte_at(text, place) & 0xC0) != 0x80) return 0;
  }
  return size;
}

/// Calls `write` with each character of a text, and with U+FFFD for each byte that belongs to none.
template <typename Write>
void for_each_character(std::string_view text, std::int64_t& replaced, Write&& write) {
  while (!text.empty()) {
    const std::size_t size = character_size(text);
    if (size == 0) ++replaced;
    write(size == 0 ? replacement : text.substr(0, size));
    text.remove_prefix(size == 0 ? 1 : size);
  }
}

/// Not a Char of XML 1.0, section 2.2; surrogates are no UTF-8 to begin with.
bool is_forbidden_in_xml(std::string_view character) {
  return byte_at(character, 0) < 0x20 || character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
}

/// The reference that stands for a character in XML; empty where it stands for itself.
std::string_view xml_reference(char character) {
  switch (character) {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '"':
      return "&quot;";
    case '\'':
      return "&apos;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return {};
  }
}

}  // namespace

std::string csv_text(std::string_view text) {
  if (!text.empty() && text.find_first_of(",\"\r\n") == std::string_view::npos && text.front() != ' ' &&
      text.back() != ' ') {
    return std::string(text);
  }
  std::string quoted = "\"";
  for (const char character : text) quoted += character == '"' ? "\"\"" : std::string(1, character);
  return quoted + '"';
}

std::string xml_text(std::string_view text, std::int64_t& replaced) {
  std::string escaped;
  for_each_character(text, replaced, [&](std::string_view character) {
    if (const auto reference = xml_reference(character.front()); !reference.empty()) {
      escaped += reference;
    } else if (is_forbidden_in_xml(character)) {
      escaped += replacement;
      ++replaced;
    } else {
      escaped += character;
    }
  });
  return escaped;
}

std::string json_text(std::string_view text, std::int64_t& replaced) {
  std::string escaped = "\"";
  for_each_character(text, replaced, [&](std::string_view character) {
    if (character == "\"" || character == "\\") {
      escaped.append("\\").append(character);
    } else if (byte_at(character, 0) < 0x20) {
      escaped += fmt::format("\\u{:04x}", byte_at(character, 0));
    } else {
      escaped += character;
    }
  });
  return escaped + '"';
}

std::string valid_text(std::string_view text, std::int64_t& replaced) {
  std::string valid;
  for_each_character(text, replaced, [&](std::string_view character) { valid += character; });
  return valid;
}

std::string number_text(double number) { return fmt::format("{}", number); }

}  // namespace twinning
