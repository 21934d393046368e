// The walk over the index of names against the plain way: every name, by the textbook's table.

#include "near_names.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "connection.hpp"
#include "spelling.hpp"

namespace twinning {
namespace {

int plain_distance(const std::u32string& one, const std::u32string& other) {
  std::vector<std::vector<int>> table(one.size() + 1, std::vector<int>(other.size() + 1));
  for (std::size_t i = 0; i <= one.size(); ++i) {
    for (std::size_t j = 0; j <= other.size(); ++j) {
      int& cell = table[i][j];
      cell = static_cast<int>(i + j);
      if (i == 0 || j == 0) continue;
      cell = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (one[i - 1] != other[j - 1])});
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
        cell = std::min(cell, table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[one.size()][other.size()];
}

std::u32string letters_of(const std::string& text) {
  Letters letters;
  letters.read(text);
  return letters.points;
}

constexpr const char* query = "SELECT folded, id FROM name WHERE folded >= ? ORDER BY folded";

/// Names of few letters, so that many are near one another.
class NameTable {
 public:
  explicit NameTable(std::vector<std::string> alphabet, int size = 3000)
      : connection_(":memory:", Connection::Mode::create, std::chrono::milliseconds(0)),
        alphabet_(std::move(alphabet)) {
    connection_.execute("CREATE TABLE name (id INTEGER PRIMARY KEY, folded TEXT)");
    for (int i = 0; i < size; ++i) add(any_name());
    connection_.execute("CREATE INDEX name_by_folded ON name (folded)");
  }

  std::string any_name() {
    std::string name;
    for (auto left = chance_() % 11; left > 0; --left) name += alphabet_[chance_() % alphabet_.size()];
    return name;
  }
  void add(const std::string& name) {
    names_.push_back(name);
    Statement(connection_, "INSERT INTO name (folded) VALUES (?)").bind(name).run();
  }

  std::map<std::int64_t, int> walked(const NameRange& range, const std::string& pattern, int allowed) {
    std::map<std::int64_t, int> found;
    for_each_near(connection_, query, range, pattern, allowed, [&](std::int64_t id, int distance) {
      EXPECT_TRUE(found.emplace(id, distance).second) << "twice";
      EXPECT_EQ(distance_of(names_[static_cast<std::size_t>(id) - 1], range, pattern, allowed), distance);
    });
    return found;
  }
  std::map<std::int64_t, int> looked_through(const NameRange& range, const std::string& pattern, int allowed) const {
    std::map<std::int64_t, int> found;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      Letters letters;
      if (range.in_latin) {
        if (names_[i] < "Ͱ" || names_[i] >= "\u0530") continue;
        letters.read_in_latin(names_[i]);
      } else {
        if (!names_[i].starts_with(range.prefix)) continue;
        letters.read(std::string_view(names_[i]).substr(range.prefix.size()));
      }
      const int distance = plain_distance(letters.points, letters_of(pattern));
      if (distance <= allowed) found[static_cast<std::int64_t>(i) + 1] = distance;
    }
    return found;
  }

 private:
  Connection connection_;
  std::vector<std::string> alphabet_;
  std::vector<std::string> names_;
  std::mt19937 chance_{7};
};

void expect_the_same(NameTable& table, const NameRange& range) {
  std::size_t found = 0;
  for (int round = 0; round < 150; ++round) {
    std::string pattern = table.any_name();
    if (range.in_latin) {
      Letters latin;
      latin.read_in_latin(pattern);
      pattern.clear();
      for (const char32_t letter : latin.points) pattern += text_of(letter);
    }
    const int allowed = round % 4;
    SCOPED_TRACE(pattern + " within " + std::to_string(allowed));
    const auto walked = table.walked(range, pattern, allowed);
    EXPECT_EQ(walked, table.looked_through(range, pattern, allowed));
    found += walked.size();
  }
  EXPECT_GT(found, 100U);
}

TEST(NearNames, AreThoseOfThePlainWay) {
  NameTable table({"a", "b", "c", " "});
  expect_the_same(table, {});
  expect_the_same(table, {.prefix = "ab"});
}

TEST(NearNames, AreThoseOfThePlainWayInEveryScript) {
  NameTable table({"a", "z", "é", "ł", "京", "東", "😀", "\U0010ffff", "\ud7ff"});
  expect_the_same(table, {});
}

TEST(NearNames, AmongBytesThatAreNoTextAreFoundAndTheWalkEnds) {
  NameTable table({"a", "b"}, 200);
  for (const char* name :
       {"\xff", "\xff\xff", "\xff\xff\xff\xff\xff", "a\xff", "a\xc3", "\xf0\x9f", "\xed\xa0\x80", "ab\xff\xff\xff"}) {
    for (int copy = 0; copy < 9; ++copy) table.add(name);
  }
  table.add("\xff\xffzz");
  EXPECT_EQ(table.walked({}, "abab", 1), table.looked_through({}, "abab", 1));
}

// Some letters are several in Latin, and their order is another one.
TEST(NearNames, AreThoseOfThePlainWayInCyrillicAndGreek) {
  for (const std::vector<std::string>& alphabet : {std::vector<std::string>{"а", "ш", "щ", "ц", "ь", "о", "с", "х"},
                                                   {"ο", "υ", "θ", "ψ", "α", "χ"},
                                                   {"а", "ч", "ь", "υ", "ο", "x", "s", "h"}}) {
    NameTable table(alphabet);
    expect_the_same(table, {.in_latin = true});
  }
}

TEST(NearNames, InCyrillicAndGreekAreReadInLatin) {
  NameTable table({"a"}, 1);
  for (const char* name : {"москва", "харків", "щорс", "αθηνα", "ουρανουπολη", "moskva", "東京", "мценск"})
    table.add(name);
  const NameRange range{.in_latin = true};
  EXPECT_EQ(table.walked(range, "moskva", 0), (std::map<std::int64_t, int>{{2, 0}}));
  EXPECT_EQ(table.walked(range, "moskwa", 1), (std::map<std::int64_t, int>{{2, 1}}));
  EXPECT_EQ(table.walked(range, "kharkiv", 0), (std::map<std::int64_t, int>{{3, 0}}));
  EXPECT_EQ(table.walked(range, "shchors", 0), (std::map<std::int64_t, int>{{4, 0}}));
  EXPECT_EQ(table.walked(range, "athina", 0), (std::map<std::int64_t, int>{{5, 0}}));
  EXPECT_EQ(table.walked(range, "ouranoupoli", 0), (std::map<std::int64_t, int>{{6, 0}}));
  EXPECT_EQ(table.walked(range, "mtsensk", 0), (std::map<std::int64_t, int>{{9, 0}}));
}

TEST(Letters, AreWrittenAsTheyWereRead) {
  for (const char* text : {"a", "é", "京", "😀"}) {
    const std::u32string letters = letters_of(text);
    ASSERT_EQ(letters.size(), 1U) << text;
    EXPECT_EQ(text_of(letters.front()), text);
  }
}

}  // namespace
}  // namespace twinning
