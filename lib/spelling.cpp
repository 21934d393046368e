#include "spelling.hpp"

#include <algorithm>
#include <cstddef>

#include "latin_letters.hpp"

namespace twinning {
namespace {

/// Forms of one word that people take for one another before a name.
const std::vector<std::vector<std::string_view>> first_words = {
    {"st", "saint", "sainte", "ste", "sankt", "sint"}, {"mt", "mount"}, {"ft", "fort"}};

/// Words before a name that some write and others leave out.
constexpr auto articles =
    std::to_array<std::string_view>({"the", "la",  "le",  "les", "l", "el", "los", "las", "il", "lo", "de", "den",
                                     "der", "die", "das", "het", "s", "o",  "a",   "os",  "as", "al", "bad"});

std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words;
  while (!folded.empty()) {
    const auto end = folded.find(' ');
    words.emplace_back(folded.substr(0, end));
    folded.remove_prefix(end == std::string_view::npos ? folded.size() : end + 1);
  }
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

/// How many bytes the letter has whose first one this is; 1 where none begins so.
std::size_t length_of(unsigned char first) {
  if (first >= 0xf0U) return 4;
  if (first >= 0xe0U) return 3;
  return first >= 0xc0U ? 2 : 1;
}

}  // namespace

std::string text_of(char32_t letter) {
  std::string text;
  const auto append = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (letter < 0x80) {
    append(letter);
    return text;
  }
  // The first byte says how many follow, and each of these has six bits.
  const unsigned following = letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
  constexpr std::array<char32_t, 4> first = {0, 0xc0, 0xe0, 0xf0};
  append(first.at(following) | letter >> 6U * following);
  for (unsigned left = following; left > 0; --left) append(0x80U | (letter >> 6U * (left - 1) & 0x3fU));
  return text;
}

void Letters::read(std::string_view text) {
  points.clear();
  ends.clear();
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = std::min(length_of(first), text.size() - at);
    char32_t point = first;
    if (length > 1) {
      point = first & (0xffU >> (length + 1));
      for (std::size_t i = 1; i < length; ++i) point = point << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3fU);
    }
    points.push_back(point);
    ends.push_back(at += length);
  }
}

void Letters::read_in_latin(std::string_view text) {
  Letters own;
  own.read(text);
  points.clear();
  ends.clear();
  for (std::size_t i = 0; i < own.points.size(); ++i) {
    const auto* const latin = latin_of(own.points[i], i > 0 ? own.points[i - 1] : 0);
    for (const char letter : latin ? *latin : std::string_view()) points.push_back(static_cast<char32_t>(letter));
    if (!latin) points.push_back(own.points[i]);
    ends.resize(points.size(), own.ends[i]);
  }
}

int allowed_distance(const std::u32string& letters) {
  // The first of the scripts of China, Japan and Korea, of which a letter is a syllable or a word.
  constexpr char32_t first_of_syllables = 0x2e80;
  const std::size_t size = letters.size();
  if (std::ranges::any_of(letters, [](char32_t letter) { return letter >= first_of_syllables; })) {
    return size <= 2 ? 0 : size <= 5 ? 1 : 2;
  }
  return size <= 4 ? 1 : size <= 8 ? 2 : 3;
}

std::vector<std::string> same_first_word(std::string_view folded) {
  std::vector<std::string> spellings;
  const std::string_view varied = varied_first_word(folded);
  if (varied.empty()) return spellings;
  const std::string_view word = varied.substr(0, varied.size() - 1);
  for (const auto& forms : first_words) {
    if (std::ranges::find(forms, word) == forms.end()) continue;
    for (const std::string_view form : forms) {
      if (form != word) spellings.emplace_back(form).append(folded.substr(word.size()));
    }
  }
  return spellings;
}

std::string_view varied_first_word(std::string_view folded) {
  const auto end = folded.find(' ');
  if (end == std::string_view::npos) return {};
  const std::string_view word = folded.substr(0, end);
  const bool is_varied = std::ranges::any_of(
      first_words, [&](const auto& forms) { return std::ranges::find(forms, word) != forms.end(); });
  return is_varied ? folded.substr(0, end + 1) : std::string_view();
}

std::vector<std::string> loose_spellings(std::string_view folded) {
  std::vector<std::string> spellings;
  if (folded.empty()) return spellings;
  std::vector<std::string> words = words_of(folded);
  for (const std::string_view article : articles) {
    spellings.emplace_back(article).append(" ").append(folded);
    if (words.size() > 1 && words.front() == article) {
      const std::string_view rest = folded.substr(article.size() + 1);
      spellings.emplace_back(rest);
      spellings.emplace_back(article).append(rest);
    }
  }
  if (words.size() > 1 && words.size() <= 3) {
    std::ranges::sort(words);
    do {
      if (std::string text = joined(words); text != folded) spellings.push_back(std::move(text));
    } while (std::ranges::next_permutation(words).found);
  }
  // "St.Gallen" is folded without a blank.
  std::vector<std::string> same = same_first_word(folded);
  if (!same.empty()) same.emplace_back(folded);
  for (const std::string& spelling : same) {
    const std::string_view varied = varied_first_word(spelling);
    spellings.emplace_back(varied.substr(0, varied.size() - 1)).append(spelling.substr(varied.size()));
  }
  // German and Polish write w for the v of others: Rostow, Krakow, Wolgograd.
  for (const auto& [letter, other] : {std::pair('v', 'w'), std::pair('w', 'v')}) {
    std::string text(folded);
    std::ranges::replace(text, letter, other);
    if (text != folded) spellings.push_back(std::move(text));
  }
  return spellings;
}

Distance::Distance(std::u32string pattern, int allowed)
    : pattern_(std::move(pattern)), allowed_(std::min(allowed, static_cast<int>(widest) / 2)) {
  // Of no letter of the name, the pattern is as far as it is long. The cell in the middle is on the diagonal.
  Row first{};
  for (int cell = 0; cell <= 2 * allowed_; ++cell) {
    const int place = cell - allowed_;
    const bool is_there = place >= 0 && place <= static_cast<int>(pattern_.size());
    first.at(static_cast<std::size_t>(cell)) = is_there ? place : allowed_ + 1;
  }
  rows_.push_back(first);
}

bool Distance::take(std::size_t depth, char32_t letter) {
  letters_.resize(depth);
  letters_.push_back(letter);
  if (rows_.size() < depth + 2) rows_.resize(depth + 2);
  const Row& above = rows_[depth];
  Row& row = rows_[depth + 1];
  const int far = allowed_ + 1;
  const int last = 2 * allowed_;
  const int read = static_cast<int>(depth) + 1;
  int least = far;
  for (int cell = 0; cell <= last; ++cell) {
    const auto c = static_cast<std::size_t>(cell);
    const int place = read - allowed_ + cell;  // how many letters of the pattern
    int value = far;
    if (place == 0) {
      value = std::min(read, far);
    } else if (place > 0 && place <= static_cast<int>(pattern_.size())) {
      const auto p = static_cast<std::size_t>(place);
      value = above[c] + (pattern_[p - 1] == letter ? 0 : 1);
      if (cell < last) value = std::min(value, above[c + 1] + 1);
      if (cell > 0) value = std::min(value, row[c - 1] + 1);
      if (depth > 0 && p > 1 && pattern_[p - 1] == letters_[depth - 1] && pattern_[p - 2] == letter) {
        value = std::min(value, rows_[depth - 1][c] + 1);
      }
      value = std::min(value, far);
    }
    row[c] = value;
    least = std::min(least, value);
  }
  return least <= allowed_;
}

char32_t Distance::next(std::size_t depth, char32_t after) const {
  const Row& row = rows_[depth];
  if (*std::ranges::min_element(row.begin(), row.begin() + 2 * std::ptrdiff_t(allowed_) + 1) < allowed_)
    return after + 1;
  // All that was allowed is used up, so only letters of the pattern can follow; of two that are swapped, the second one
  // follows where the first was put in.
  char32_t next = 0;
  for (int cell = 0; cell <= 2 * allowed_; ++cell) {
    const int place = static_cast<int>(depth) - allowed_ + cell;
    if (place < 0 || place >= static_cast<int>(pattern_.size())) continue;
    const auto p = static_cast<std::size_t>(place);
    const bool is_near = row.at(static_cast<std::size_t>(cell)) <= allowed_;
    if (is_near && pattern_[p] > after && (next == 0 || pattern_[p] < next)) next = pattern_[p];
  }
  return next;
}

int Distance::at(std::size_t depth) const {
  const int cell = static_cast<int>(pattern_.size()) - static_cast<int>(depth) + allowed_;
  if (cell < 0 || cell > 2 * allowed_) return allowed_ + 1;
  return rows_[depth][static_cast<std::size_t>(cell)];
}

}  // namespace twinning
