// Every question of docs/questions.md: the library and the real shell give the same answer about the example registry.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "examples/example_registry.hpp"
#include "questions/question.hpp"
#include "support/shell.hpp"

namespace twinning::questions {
namespace {

using Rows = std::vector<std::string>;

std::vector<std::string> split(const std::string& text, char separator) {
  std::istringstream stream(text);
  std::vector<std::string> parts;
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  if (text.ends_with(separator)) parts.emplace_back();
  return parts;
}

/// What the shell prints, a line with the names of the columns first.
Rows shell_says(const std::string& sql) {
  const support::ShellRun run = support::run_shell(
      support::example_registry(), ".bail on\n.headers on\n.mode list\n.nullvalue -\n.separator \"\\t\"\n" + sql);
  EXPECT_EQ(run.errors, "");
  EXPECT_EQ(run.status, 0);
  Rows lines = split(run.output, '\n');
  if (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

/// The same columns of what the library says. A column that it does not have shows as such.
Rows library_says(const Told& told, const std::vector<std::string>& columns) {
  Rows rows;
  for (const Fields& row : told) {
    std::string line;
    for (const std::string& column : columns) {
      const auto field = row.find(column);
      line += (&column == columns.data() ? "" : "\t") + (field == row.end() ? "no such field" : field->second);
    }
    rows.push_back(line);
  }
  std::ranges::sort(rows);
  return rows;
}

int number_of(const Question& question) { return std::stoi(question.heading); }

/// Nothing in the example registry answers to these.
const std::set<int> without_answer = {29};

class Questions : public testing::TestWithParam<Question> {};

TEST_P(Questions, HaveOneAnswer) {
  const Question& question = GetParam();
  SCOPED_TRACE("docs/questions.md:" + std::to_string(question.line) + ": " + question.heading + "\n" + question.sql);
  Rows shell = shell_says(question.sql);
  const auto registry = Registry::open(support::example_registry().string(), {.mode = Mode::read_only});
  const Told told = registry.read([&](const Snapshot& now) { return question.ask(registry, now); });
  if (without_answer.contains(number_of(question))) {
    EXPECT_TRUE(shell.empty() && told.empty()) << "it has an answer now: take it off the list";
    return;
  }
  ASSERT_GT(shell.size(), 1U) << "an empty answer proves nothing";
  const std::vector<std::string> columns = split(shell.front(), '\t');
  shell.erase(shell.begin());
  std::ranges::sort(shell);
  EXPECT_EQ(library_says(told, columns), shell);
  // As known when all had been recorded: another way to the same answer.
  const Told known =
      registry.read(KnownAt(Date("9998")), [&](const Snapshot& then) { return question.ask(registry, then); });
  EXPECT_EQ(library_says(known, columns), shell);
}

INSTANTIATE_TEST_SUITE_P(Page, Questions, testing::ValuesIn(all_questions()), [](const auto& question) {
  return "Question" + std::to_string(number_of(question.param)) + "_Line" + std::to_string(question.param.line);
});

TEST(QuestionsPage, AsksAllThirtyNine) {
  std::set<int> asked;
  for (const Question& question : all_questions()) asked.insert(number_of(question));
  std::set<int> all;
  for (int number = 1; number <= 39; ++number) all.insert(number);
  EXPECT_EQ(asked, all);
}

}  // namespace
}  // namespace twinning::questions
