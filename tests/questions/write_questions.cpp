// Makes a source of the questions page:  write_questions OUTPUT
// Each block of C++ becomes a function, and the block of SQL below it stays a text.

#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

#include "docs/page.hpp"

namespace {

using twinning::support::Block;
using twinning::support::Page;

constexpr const char* beginning = R"(// Made from docs/questions.md by write_questions; not to be edited.
#include <chrono>
#include <stdexcept>

#include "questions/question.hpp"

namespace twinning::questions {
namespace {

int year_after_this() {
  return static_cast<int>(Day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())).year()) + 1;
}

// What the page says that these names stand for.
struct Known {
  const Registry& registry;
  const Snapshot& now;
  int next_year;

  CityId city(std::string_view name) const { return now.cities_named(name).at(0).id; }
  BondId bond(std::string_view one, std::string_view other) const {
    return now.bonds({.city = city(one), .twin = city(other)}).at(0).id;
  }
  SourceId source(std::string_view title) const {
    for (const Bond& each : now.bonds()) {
      for (const Source& source : now.sources(each.id)) {
        if (source.title == title) return source.id;
      }
    }
    throw std::runtime_error("no such source: " + std::string(title));
  }
};

)";

constexpr const char* middle = R"(}  // namespace

std::vector<Question> all_questions() {
  return {
)";

std::string heading_above(const Page& page, const Block& block) {
  std::string heading;
  for (const auto& section : page.sections()) {
    if (section.line < block.line) heading = section.heading;
  }
  return heading;
}

void write(std::ostream& out, const Page& page) {
  std::string table;
  const auto& blocks = page.blocks();
  out << beginning;
  for (std::size_t place = 0; place < blocks.size(); ++place) {
    const Block& block = blocks[place];
    if (block.language != "cpp") continue;
    if (place + 1 == blocks.size() || blocks[place + 1].language != "sql") {
      throw std::runtime_error(page.place(block.line) + ": no SQL follows");
    }
    const std::string line = std::to_string(block.line);
    out << "struct Question" << line << " : Known {\n  Told ask() const {\n    return told(\n"
        << block.text << ");\n  }\n};\n\n";
    table += "      {" + line + ", R\"heading(" + heading_above(page, block) +
             ")heading\", [](const Registry& registry, const Snapshot& now) { return Question" + line +
             "{{registry, now, year_after_this()}}.ask(); }, R\"sql(" + blocks[place + 1].text + ")sql\"},\n";
  }
  out << middle << table << "  };\n}\n\n}  // namespace twinning::questions\n";
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: write_questions OUTPUT\n";
    return 2;
  }
  try {
    std::ofstream out(arguments[1]);
    write(out, Page("docs/questions.md"));
    return out.flush() ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "write_questions: " << error.what() << "\n";
    return 1;
  }
}
