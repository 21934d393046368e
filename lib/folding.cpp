#include "folding.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace twinning {
namespace {

/// Letters of Latin that are no letter with a mark.
struct Letter {
  utf8proc_int32_t letter;
  std::string_view plain;
};
constexpr std::array letters = std::to_array<Letter>({
    {0x00e6, "ae"}, {0x00f0, "d"}, {0x00f8, "o"}, {0x00fe, "th"}, {0x0111, "d"}, {0x0127, "h"}, {0x0131, "i"},
    {0x0138, "q"},  {0x0142, "l"}, {0x014b, "n"}, {0x0153, "oe"}, {0x0167, "t"}, {0x0180, "b"}, {0x0188, "c"},
    {0x018c, "d"},  {0x0192, "f"}, {0x0199, "k"}, {0x019a, "l"},  {0x01a5, "p"}, {0x01ad, "t"}, {0x01b4, "y"},
    {0x01b6, "z"},  {0x01dd, "e"}, {0x01e5, "g"}, {0x0223, "ou"}, {0x0225, "z"}, {0x023c, "c"}, {0x0247, "e"},
    {0x0249, "j"},  {0x024d, "r"}, {0x024f, "y"}, {0x0253, "b"},  {0x0254, "o"}, {0x0256, "d"}, {0x0257, "d"},
    {0x0259, "e"},  {0x025b, "e"}, {0x0268, "i"}, {0x0272, "n"},  {0x0289, "u"}, {0x028b, "v"},
});
static_assert(std::ranges::is_sorted(letters, {}, &Letter::letter));

enum class Treatment { keep, drop, space };

Treatment treatment_of(utf8proc_int32_t point) {
  switch (point) {
    case '\'':
    case '"':
    case '`':
    case '.':
    case 0x00b4:
    case 0x02b9:
    case 0x02bb:
    case 0x02bc:
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x201c:
    case 0x201d:
    case 0x201e:
      return Treatment::drop;
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case '-':
    case '/':
    case ',':
    case ';':
    case ':':
    case '_':
    case '(':
    case ')':
    case '&':
    case '+':
    case 0x00b7:
    case 0x2022:
    case 0x2044:
    case 0x2212:
    case 0x3000:
    case 0x30fb:
      return Treatment::space;
    default:
      if (point >= 0x0300 && point <= 0x036f) return Treatment::drop;  // the marks of Latin, Greek and Cyrillic
      if (point >= 0x2010 && point <= 0x2015) return Treatment::space;
      return Treatment::keep;
  }
}

/// The points of a name, decomposed and without case; empty where it is not UTF-8.
std::vector<utf8proc_int32_t> decomposed(std::string_view name) {
  constexpr auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  std::vector<utf8proc_int32_t> points(name.size() + 16);
  const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(name.data());
  const auto decompose = [&] {
    return utf8proc_decompose(bytes, static_cast<utf8proc_ssize_t>(name.size()), points.data(),
                              static_cast<utf8proc_ssize_t>(points.size()), options);
  };
  utf8proc_ssize_t size = decompose();
  if (size > static_cast<utf8proc_ssize_t>(points.size())) {
    points.resize(static_cast<std::size_t>(size) + 1);
    size = decompose();
  }
  points.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  return points;
}

std::string encoded(std::vector<utf8proc_int32_t>& points) {
  // Hangul and other scripts are put together again.
  const auto size = utf8proc_normalize_utf32(points.data(), static_cast<utf8proc_ssize_t>(points.size()),
                                             static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
  std::string text;
  for (utf8proc_ssize_t at = 0; at < size; ++at) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(points[static_cast<std::size_t>(at)], bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
  }
  return text;
}

bool is_plain(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

}  // namespace

std::string fold(std::string_view name) {
  // Most names need none of the tables.
  if (std::ranges::all_of(name, is_plain)) {
    std::string lower(name);
    for (char& letter : lower)
      letter = static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter);
    return lower;
  }
  const std::vector<utf8proc_int32_t> points = decomposed(name);
  std::vector<utf8proc_int32_t> kept;
  kept.reserve(points.size() + 8);
  for (const utf8proc_int32_t point : points) {
    switch (treatment_of(point)) {
      case Treatment::drop:
        break;
      case Treatment::space:
        if (!kept.empty() && kept.back() != ' ') kept.push_back(' ');
        break;
      case Treatment::keep:
        const auto* const found = std::ranges::lower_bound(letters, point, {}, &Letter::letter);
        if (found != letters.end() && found->letter == point) {
          kept.insert(kept.end(), found->plain.begin(), found->plain.end());
        } else {
          kept.push_back(point);
        }
        break;
    }
  }
  if (!kept.empty() && kept.back() == ' ') kept.pop_back();
  return encoded(kept);
}

}  // namespace twinning
