#include "latin_letters.hpp"

#include <algorithm>
#include <array>

namespace twinning {
namespace {

struct Letter {
  char32_t letter;
  std::string_view latin;
};
constexpr auto letters = std::to_array<Letter>({
    {U'α', "a"},    {U'β', "v"}, {U'γ', "g"}, {U'δ', "d"}, {U'ε', "e"},  {U'ζ', "z"},  {U'η', "i"},  {U'θ', "th"},
    {U'ι', "i"},    {U'κ', "k"}, {U'λ', "l"}, {U'μ', "m"}, {U'ν', "n"},  {U'ξ', "x"},  {U'ο', "o"},  {U'π', "p"},
    {U'ρ', "r"},    {U'σ', "s"}, {U'τ', "t"}, {U'υ', "y"}, {U'φ', "f"},  {U'χ', "ch"}, {U'ψ', "ps"}, {U'ω', "o"},
    {U'а', "a"},    {U'б', "b"}, {U'в', "v"}, {U'г', "g"}, {U'д', "d"},  {U'е', "e"},  {U'ж', "zh"}, {U'з', "z"},
    {U'и', "i"},    {U'к', "k"}, {U'л', "l"}, {U'м', "m"}, {U'н', "n"},  {U'о', "o"},  {U'п', "p"},  {U'р', "r"},
    {U'с', "s"},    {U'т', "t"}, {U'у', "u"}, {U'ф', "f"}, {U'х', "kh"}, {U'ц', "ts"}, {U'ч', "ch"}, {U'ш', "sh"},
    {U'щ', "shch"}, {U'ъ', ""},  {U'ы', "y"}, {U'ь', ""},  {U'э', "e"},  {U'ю', "yu"}, {U'я', "ya"}, {U'є', "ye"},
    {U'і', "i"},    {U'ґ', "g"},
});
static_assert(std::ranges::is_sorted(letters, {}, &Letter::letter));

}  // namespace

const std::string_view* latin_of(char32_t letter, char32_t before) {
  static constexpr std::string_view second_of_ou = "u";
  if (letter == U'υ' && before == U'ο') return &second_of_ou;
  const auto* const found = std::ranges::lower_bound(letters, letter, {}, &Letter::letter);
  return found != letters.end() && found->letter == letter ? &found->latin : nullptr;
}

}  // namespace twinning
