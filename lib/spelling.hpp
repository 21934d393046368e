#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace twinning {

/// The letters of a folded name, one for each code point. A byte that is no part of one counts as a letter of its own.
struct Letters {
  std::u32string points;
  std::vector<std::size_t> ends;  ///< where each ends in the text

  void read(std::string_view text);
  /// The same with Cyrillic and Greek in Latin; every letter that stands for one of theirs ends where that one does.
  void read_in_latin(std::string_view text);
};

/// A letter in UTF-8.
std::string text_of(char32_t letter);

/// How many letters of a name may differ from what was typed: 1 up to 4 letters, 2 up to 8, 3 beyond; in Chinese,
/// Japanese and Korean none up to 2, 1 up to 5, 2 beyond.
int allowed_distance(const std::u32string& letters);

/// Other ways to write the same folded name: "saint petersburg" and "sankt petersburg" of "st petersburg". Each begins
/// with another form of a first word that has several.
std::vector<std::string> same_first_word(std::string_view folded);

/// The first word where it is one of those that have several forms, with the blank behind it; else empty.
std::string_view varied_first_word(std::string_view folded);

/// Looser ways: with an article put before it, taken from it or joined to it ("the hague" and "hague", "bad homburg"
/// and "homburg", "l aquila" and "laquila"), with its words in another order ("york new"), or with w for v or v for w.
std::vector<std::string> loose_spellings(std::string_view folded);

/// How far names are from a pattern: the least number of letters to put in, leave out, change, or swap with their
/// neighbour, none of them twice (optimal string alignment). Names are read letter by letter, and two that begin alike
/// share the work up to where they part.
class Distance {
 public:
  /// Nothing above `allowed`, which is 3 at the most, is told apart.
  Distance(std::u32string pattern, int allowed);

  /// The name has this letter after its first `depth` ones, which have been taken. False where no name that begins so
  /// is near.
  bool take(std::size_t depth, char32_t letter);

  /// The first letter behind `after` by which a name can go on after its first `depth` ones and be near; 0 where there
  /// is none. It may promise too much.
  char32_t next(std::size_t depth, char32_t after) const;

  /// Of the name of `depth` letters that have been taken; more than allowed where it is not near.
  int at(std::size_t depth) const;

 private:
  // Of a row of the table of distances, only the cells beside its diagonal can be near.
  static constexpr std::size_t widest = 7;
  using Row = std::array<int, widest>;

  std::u32string pattern_;
  int allowed_;
  std::u32string letters_;
  std::vector<Row> rows_;
};

}  // namespace twinning
