#include "schema/attack_blocks.hpp"

#include <array>
#include <ostream>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "support/temporary_file.hpp"

namespace twinning::support {
namespace {

using Kind = AttackBlock::Kind;

constexpr std::string_view attack_mark = "-- attack: ";
constexpr std::array<std::pair<std::string_view, Kind>, 4> opening_marks = {{{"-- rule: ", Kind::rule},
                                                                             {"-- sqlite: ", Kind::sqlite},
                                                                             {"-- ignored: ", Kind::ignored},
                                                                             {"-- legal: ", Kind::legal}}};

std::string after(std::string_view mark, const std::string& line) { return line.substr(mark.size()); }

bool names_message(Kind kind) { return kind == Kind::rule || kind == Kind::sqlite; }

// An empty line, or one that is only prose, opens nothing.
bool open_block(const std::string& line, AttackBlock& block) {
  for (const auto& [mark, kind] : opening_marks) {
    if (!line.starts_with(mark)) continue;
    block.kind = kind;
    (names_message(kind) ? block.expected : block.title) = after(mark, line);
    return true;
  }
  return false;
}

// Whatever is between strings ends one statement or none.
bool is_one_statement(std::string_view sql) {
  bool in_text = false;
  std::size_t semicolons = 0;
  for (const char c : sql) {
    if (c == '\'') in_text = !in_text;
    if (c == ';' && !in_text) ++semicolons;
  }
  return semicolons == 1 && sql.ends_with(";\n");
}

AttackBlock read_block(std::istream& file, AttackBlock block, int& line_number) {
  std::string line;
  while (std::getline(file, line) && !line.empty()) {
    ++line_number;
    if (line.starts_with(attack_mark)) {
      block.title = after(attack_mark, line);
    } else {
      block.sql += line + "\n";
    }
  }
  ++line_number;
  if (block.title.empty() || !is_one_statement(block.sql) || block.sql.starts_with("--")) {
    throw std::runtime_error("attacks.sql: the block at line " + std::to_string(block.line) + " has another form");
  }
  return block;
}

}  // namespace

std::vector<AttackBlock> attack_blocks() {
  std::istringstream file(read_file(std::filesystem::path(TWINNING_SCHEMA_TESTS_DIR) / "attacks.sql"));
  std::vector<AttackBlock> blocks;
  std::string line;
  for (int line_number = 1; std::getline(file, line); ++line_number) {
    AttackBlock block;
    block.line = line_number;
    if (open_block(line, block)) blocks.push_back(read_block(file, std::move(block), line_number));
  }
  return blocks;
}

std::string test_name(const AttackBlock& block) {
  constexpr std::array<std::string_view, 4> prefixes = {"", "sqlite: ", "ignored: ", "legal: "};
  std::string name(prefixes[static_cast<std::size_t>(block.kind)]);
  if (names_message(block.kind)) name += block.expected + ": ";
  name += block.title;
  for (char& c : name) {
    const bool is_plain = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
    if (!is_plain) c = '_';
  }
  return name;
}

std::ostream& operator<<(std::ostream& stream, const AttackBlock& block) {
  return stream << "attacks.sql:" << block.line << "\n" << block.sql;
}

}  // namespace twinning::support
