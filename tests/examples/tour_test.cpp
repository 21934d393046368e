// The whole output of the tour, whatever the shell was told and whoever asks. With the extension loaded it is asked by
// tests/extension.

#include <gtest/gtest.h>

#include <cstdlib>
#include <regex>
#include <string>
#include <vector>

#include "examples/example_registry.hpp"
#include "support/shell.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::example_registry;
using support::read_file;

std::string tour() { return read_file(support::examples / "shell_tour.sql"); }
std::string expected() { return read_file(support::examples / "shell_tour.expected"); }

class ShellTour : public testing::TestWithParam<std::vector<std::string>> {};

TEST_P(ShellTour, TellsWhatWasExpected) {
  const support::ShellRun run = support::run_shell(example_registry(), ".bail on\n" + tour(), GetParam());
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.errors, "");
  EXPECT_EQ(run.output, expected());
}

using Options = std::vector<std::string>;
INSTANTIATE_TEST_SUITE_P(Shells, ShellTour,
                         testing::Values(Options{}, Options{"-safe"}, Options{"-readonly"},
                                         Options{"-safe", "-readonly"}, Options{"-cmd", "PRAGMA foreign_keys = OFF"},
                                         Options{"-cmd", "PRAGMA foreign_keys = ON"},
                                         Options{"-cmd", "PRAGMA trusted_schema = OFF"}),
                         [](const auto& shell) {
                           std::string name = "shell";
                           for (const std::string& option : shell.param) name += "_" + option;
                           return std::regex_replace(name, std::regex("[^A-Za-z]+"), "_");
                         });

TEST(PythonTour, TellsWhatWasExpected) {
  const support::TemporaryFile output("output");
  const std::string command = "'" TWINNING_PYTHON "' '" TWINNING_SOURCE_DIR "/tests/examples/ask_tour.py' '" +
                              example_registry().string() + "' '" + (support::examples / "shell_tour.sql").string() +
                              "' >'" + output.path().string() + "' 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0);
  EXPECT_EQ(read_file(output.path()), expected());
}

}  // namespace
}  // namespace twinning
