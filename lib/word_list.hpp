#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <twinning/code.hpp>

namespace twinning {

/// Codes or other words of the file as a JSON array, so that one parameter binds them all and json_each takes them
/// apart.
template <typename Word>
std::string word_list(const std::vector<Word>& words, std::string_view (*text_of)(const Word&)) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789_";
  std::string list;
  for (const Word& word : words) {
    const std::string_view text = text_of(word);
    // Nothing else is a word of the file; the empty one stands for it, and is found nowhere.
    const bool is_word = text.find_first_not_of(letters) == std::string_view::npos;
    list.append(list.empty() ? "[\"" : ",\"").append(is_word ? text : "").append("\"");
  }
  return list.empty() ? "[]" : list + "]";
}

/// The same of the codes of one list.
template <typename Code>
std::string code_list(const std::vector<Code>& codes) {
  return word_list<Code>(codes, [](const Code& code) { return std::string_view(code.text()); });
}

/// The same of statuses.
inline std::string status_list(const std::vector<Status>& statuses) {
  return word_list<Status>(statuses, [](const Status& status) { return to_string(status); });
}

}  // namespace twinning
