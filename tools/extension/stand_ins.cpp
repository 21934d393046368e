#include "extension/stand_ins.hpp"

#include <algorithm>
#include <cctype>

namespace twinning::extension {
namespace {

/// The words of an SQL text. More of them than name tables: a stand-in too many costs no more than its parsing.
std::vector<std::string> words_in(std::string_view sql) {
  std::vector<std::string> words;
  std::string word;
  for (const char letter : sql) {
    if (std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_') {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  std::ranges::sort(words);
  words.erase(std::ranges::unique(words).begin(), words.end());
  return words;
}

}  // namespace

std::string quoted_name(std::string_view name) {
  std::string quoted = "\"";
  for (const char letter : name) quoted.append(letter == '"' ? 2 : 1, letter);
  return quoted + "\"";
}

void StandIns::add(const std::string& name, const std::string& query) {
  if (!places_.try_emplace(name, stand_ins_.size()).second) return;
  stand_ins_.push_back({.name = name, .query = query, .words = words_in(query)});
}

std::string StandIns::put_before(std::string_view statement) const {
  if (stand_ins_.empty()) return std::string(statement);
  std::vector<bool> is_needed(stand_ins_.size());
  std::vector<std::size_t> found;
  const auto find_in = [&](const std::vector<std::string>& words) {
    for (const std::string& word : words) {
      const auto place = places_.find(word);
      if (place == places_.end() || is_needed[place->second]) continue;
      is_needed[place->second] = true;
      found.push_back(place->second);
    }
  };
  find_in(words_in(statement));
  while (!found.empty()) {
    const std::size_t place = found.back();
    found.pop_back();
    find_in(stand_ins_[place].words);
  }
  std::string text;
  for (std::size_t place = 0; place < stand_ins_.size(); ++place) {
    if (!is_needed[place]) continue;
    // Else SQLite makes a table of each that is named twice, and hands no condition down to it.
    text.append(text.empty() ? "WITH " : ", ").append(quoted_name(stand_ins_[place].name));
    text.append(" AS NOT MATERIALIZED (");
    text.append(stand_ins_[place].query).append(")");
  }
  if (text.empty()) return std::string(statement);
  return text.append(" SELECT * FROM (").append(statement).append(")");
}

}  // namespace twinning::extension
