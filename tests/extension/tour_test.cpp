// The tour of the examples with the extension loaded; and the questions of its own page, asked by the shell and by
// Python.

#include <gtest/gtest.h>

#include <string>

#include "docs/page.hpp"
#include "extension/folder.hpp"

namespace twinning {
namespace {

using support::read_file;

const std::string shell = "sqlite3 -batch -init /dev/null -bail -cmd '.load ./mod_twinning' ";
const std::string python =
    "'" TWINNING_PYTHON "' '" TWINNING_SOURCE_DIR "/tests/examples/ask_tour.py' bonds.db script ./mod_twinning.so";

TEST(Tour, IsTheSameWithTheExtension) {
  const std::string tour = read_file(support::examples / "shell_tour.sql");
  const std::string expected = read_file(support::examples / "shell_tour.expected");
  support::Folder folder;
  for (const std::string options :
       {"", "-safe ", "-readonly ", "-safe -readonly ", "-cmd 'PRAGMA foreign_keys = OFF' "}) {
    EXPECT_EQ(folder.run(shell + options + "bonds.db", tour), expected) << options;
  }
  EXPECT_EQ(folder.run(python, tour), expected);
}

TEST(Tour, OfTheExtensionIsTheSameFromPython) {
  const support::Page page("docs/extension.md");
  std::string tour = ".headers on\n.mode list\n.separator ' | '\n";
  for (const support::Block& block : page.blocks()) {
    if (block.language == "sql") tour += ".print\n" + block.text;
  }
  support::Folder folder;
  const std::string told = folder.run(shell + "bonds.db", tour);
  EXPECT_NE(told.find("\nVolgograd | Stalingrad | RU | near | 1\n"), std::string::npos) << told;
  EXPECT_EQ(folder.run(shell + "-safe -readonly bonds.db", tour), told);
  EXPECT_EQ(folder.run(shell + "-cmd 'PRAGMA foreign_keys = OFF' bonds.db", tour), told);
  EXPECT_EQ(folder.run(python, tour), told);
}

}  // namespace
}  // namespace twinning
