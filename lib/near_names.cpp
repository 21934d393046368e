#include "near_names.hpp"

#include <algorithm>

#include "connection.hpp"
#include "latin_letters.hpp"
#include "spelling.hpp"

namespace twinning {
namespace {

/// The letters that this name and the last one begin with alike.
std::size_t shared_letters(const std::u32string& one, const std::u32string& other) {
  return static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
}

bool is_in(std::string_view folded, const NameRange& range) {
  if (range.in_latin) return folded >= first_of_those_scripts && folded < behind_those_scripts;
  return folded.starts_with(range.prefix);
}

void read(Letters& letters, std::string_view folded, const NameRange& range) {
  if (range.in_latin) {
    letters.read_in_latin(folded);
  } else {
    letters.read(folded.substr(range.prefix.size()));
  }
}

/// The first text behind all that begin with `hopeless`, since bytes are in the order of letters; empty where there is
/// none, which no letter of Unicode ends in.
std::string behind(std::string hopeless) {
  while (!hopeless.empty() && hopeless.back() == '\xff') hopeless.pop_back();
  if (!hopeless.empty()) hopeless.back() = static_cast<char>(static_cast<unsigned char>(hopeless.back()) + 1U);
  return hopeless;
}

/// The first text behind all that begin like `name` up to the letter that made it hopeless, with which a near name may
/// begin; empty where there is none.
std::string next_beginning(const Distance& distance, const std::u32string& name, std::size_t alive) {
  for (std::size_t depth = alive + 1; depth > 0; --depth) {
    const char32_t next = distance.next(depth - 1, name[depth - 1]);
    if (next == 0) continue;
    std::string beginning;
    for (std::size_t i = 0; i + 1 < depth; ++i) beginning += text_of(name[i]);
    return beginning + text_of(next);
  }
  return {};
}

}  // namespace

void for_each_near(Connection& connection, std::string_view query, const NameRange& range, std::string_view pattern,
                   int allowed, const std::function<void(std::int64_t number, int distance)>& visit) {
  Letters wanted;
  wanted.read(pattern);
  Distance distance(wanted.points, allowed);
  Letters name;
  Letters last;
  std::size_t alive = 0;       // how many letters of the last name were taken
  std::string hopeless;        // what no near name begins with; empty where the last name was read to its end
  constexpr int patience = 3;  // to step is that much cheaper than to seek
  std::string from = range.in_latin ? std::string(first_of_those_scripts) : range.prefix;
  while (true) {
    Statement rows(connection, query);
    rows.bind(std::string_view(from));  // a copy, since it changes below
    bool leaps = false;
    for (int passed_over = 0; !leaps && rows.step();) {
      const std::string folded = rows.text(0);
      if (!is_in(folded, range)) return;
      if (!hopeless.empty() && folded.starts_with(hopeless)) {
        leaps = ++passed_over == patience;
        continue;
      }
      passed_over = 0;
      hopeless.clear();
      read(name, folded, range);
      alive = std::min(shared_letters(name.points, last.points), alive);
      while (alive < name.points.size() && distance.take(alive, name.points[alive])) ++alive;
      if (alive < name.points.size()) {
        hopeless = folded.substr(0, range.prefix.size() + name.ends[alive]);
      } else if (const int found = distance.at(alive); found <= allowed) {
        visit(rows.integer(1), found);
      }
      std::swap(name, last);
    }
    if (!leaps) return;
    from = behind(hopeless);
    if (from.empty()) return;
    if (range.in_latin) continue;  // their order is not that of Latin
    const std::string next = next_beginning(distance, last.points, alive);
    if (next.empty()) return;
    from = std::max(from, range.prefix + next);
  }
}

std::optional<int> distance_of(std::string_view folded, const NameRange& range, std::string_view pattern, int allowed) {
  if (!is_in(folded, range)) return std::nullopt;
  Letters letters;
  letters.read(pattern);
  Distance distance(letters.points, allowed);
  read(letters, folded, range);
  for (std::size_t depth = 0; depth < letters.points.size(); ++depth) {
    if (!distance.take(depth, letters.points[depth])) return std::nullopt;
  }
  const int found = distance.at(letters.points.size());
  return found <= allowed ? std::optional(found) : std::nullopt;
}

}  // namespace twinning
