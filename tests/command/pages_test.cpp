// What --help knows, the man page and the completion know too.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "command/command.hpp"
#include "examples/example_registry.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::read_file;
using support::run_command;
using support::TemporaryFile;
using testing::Contains;
using Words = std::set<std::string>;

const std::string tools = TWINNING_SOURCE_DIR "/tools";

Words found(const std::string& text, const std::string& form) {
  Words words;
  const std::regex regex(form);
  for (std::sregex_iterator match(text.begin(), text.end(), regex), end; match != end; ++match) {
    words.insert((*match)[1].str());
  }
  return words;
}

Words commands() {
  const std::string help = run_command({"--help"}).output;
  const std::string list = help.substr(help.find("Subcommands:"));
  return found(list.substr(0, list.find("\n\n")), "\n  ([a-z]+) ");
}

Words options_of(const std::string& command) {
  const std::string help = run_command({command, "--help"}).output;
  return found(help, "\n  (?:-h,)?(--[a-z-]+)");
}

// What bash offers for the last word.
Words completions(const std::string& words) {
  const TemporaryFile file("script");
  support::write_file(file.path(), "source '" + tools + "/completion/twinning'\nCOMP_WORDS=(" + words +
                                       ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_twinning\n"
                                       "printf '%s\\n' \"${COMPREPLY[@]}\"\n");
  const auto output = file.beside("output");
  support::write_file(file.beside("bonds.db"), "");
  const std::string command = "cd '" + file.path().parent_path().string() + "' && bash --norc ./script >'" +
                              output.string() + "' 2>&1 </dev/null";
  EXPECT_EQ(std::system(command.c_str()), 0);
  Words offered;
  std::istringstream lines(read_file(output));
  for (std::string line; std::getline(lines, line);) offered.insert(line);
  return offered;
}

TEST(ManPage, HasEveryCommandAndOption) {
  std::string page = read_file(tools + "/man/twinning.1");
  page = std::regex_replace(page, std::regex(R"(\\-)"), "-");
  EXPECT_GE(commands().size(), 11U);
  Words known;
  for (const std::string& command : commands()) {
    EXPECT_NE(page.find("\n.BI \"" + command + " \""), std::string::npos) << command;
    for (const std::string& option : options_of(command)) known.insert(option);
  }
  EXPECT_GE(known.size(), 14U);
  known.insert("--version");
  EXPECT_EQ(found(page, "\n\\.BI? \"?(?:-h \", \" )?(--[a-z-]+)").size() + 1, known.size()) << "less --help";
  for (const std::string& option : known) EXPECT_NE(page.find(option), std::string::npos) << option;
  EXPECT_NE(page.find("twinning " TWINNING_VERSION), std::string::npos);
}

TEST(ManPage, IsWellFormed) {
  const TemporaryFile file("warnings");
  const std::string command = "groff -ww -man -Tutf8 '" + tools + "/man/twinning.1' 2>'" + file.path().string() +
                              "' >'" + file.beside("page").string() + "'";
  if (std::system("command -v groff >/dev/null") != 0) GTEST_SKIP() << "groff is not installed";
  EXPECT_EQ(std::system(command.c_str()), 0);
  EXPECT_EQ(read_file(file.path()), "");
  EXPECT_GT(read_file(file.beside("page")).size(), 2000U);
}

TEST(Completion, OffersEveryCommandAndOption) {
  Words first = commands();
  first.insert({"--help", "--version"});
  EXPECT_EQ(completions("twinning ''"), first);
  for (const std::string& command : commands()) {
    EXPECT_EQ(completions("twinning " + command + " bonds.db -"), options_of(command)) << command;
  }
}

TEST(Completion, OffersFormatsAndFiles) {
  EXPECT_EQ(completions("twinning import bonds.db x --format ''"), (Words{"wikidata", "pairs", "events", "tables"}));
  EXPECT_EQ(completions("twinning export bonds.db x --format g"), (Words{"graphml", "gexf", "geojson", "geopackage"}));
  EXPECT_EQ(completions("twinning tw"), Words{"twins"});
  EXPECT_THAT(completions("twinning twins bon"), Contains("bonds.db"));
}

// Runs the blocks of a page in a folder with what the page says is there; what stands below one is what it prints.
int run_blocks(const std::string& page) {
  const TemporaryFile file("bonds.db");
  std::filesystem::copy_file(support::example_registry(), file.path());
  support::write_file(file.beside("list.csv"), "city1,city2\nKöln,Barcelona\nKöln,Köln\n");
  const std::string text = read_file(std::string(TWINNING_SOURCE_DIR "/") + page);
  const std::string folder = std::filesystem::path(TWINNING_COMMAND).parent_path();
  const std::regex form("```sh\n([^`]*)```\n(\n```text\n([^`]*)```)?");
  int ran = 0;
  for (std::sregex_iterator block(text.begin(), text.end(), form), end; block != end; ++block, ++ran) {
    SCOPED_TRACE(page + ": " + (*block)[1].str());
    support::write_file(file.beside("script"), "set -eu\ncd '" + file.path().parent_path().string() + "'\nPATH='" +
                                                   folder + "':$PATH\n" + (*block)[1].str());
    const auto output = file.beside("output");
    const std::string command = "sh '" + file.beside("script").string() + "' >'" + output.string() + "' 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0) << read_file(output);
    EXPECT_NE(read_file(output), "");
    if ((*block)[2].matched) {
      EXPECT_EQ(read_file(output), (*block)[3].str());
    }
  }
  return ran;
}

TEST(CommandPage, PrintsWhatItShows) { EXPECT_GE(run_blocks("docs/command.md"), 12); }

std::vector<std::string> keys_of(const nlohmann::ordered_json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, ignored] : object.items()) keys.push_back(key);
  return keys;
}

TEST(CommandPage, HasTheKeysOfEveryList) {
  const std::string page = read_file(TWINNING_SOURCE_DIR "/docs/command.md");
  const auto printed = [](std::vector<std::string> words) {
    words.insert(words.begin(), {"network", support::example_registry().string(), "--as-of", "2000", "--json"});
    return nlohmann::ordered_json::parse(run_command(words).output);
  };
  const std::vector<std::string> figures = keys_of(printed({"--certain"}));
  for (const std::string& figure : figures) EXPECT_NE(page.find("\n" + figure + " "), std::string::npos) << figure;
  const std::regex row("\n\\| `([a-z]+)` \\| [^|]* \\| (`[^|]*) \\|");
  Words lists = {"figures"};
  for (std::sregex_iterator match(page.begin(), page.end(), row), end; match != end; ++match) {
    const std::string list = (*match)[1].str();
    const std::string cell = (*match)[2].str();
    lists.insert(list);
    std::vector<std::string> documented;
    const std::regex key("`([a-z_]+)`");
    for (std::sregex_iterator found(cell.begin(), cell.end(), key); found != end; ++found) {
      documented.push_back((*found)[1].str());
    }
    if (list == "years") documented.insert(documented.end(), figures.begin(), figures.end());
    EXPECT_EQ(keys_of(printed({"--show", list}).at(0)), documented) << list;
  }
  EXPECT_EQ(completions("twinning network bonds.db --show ''"), lists);
}

TEST(CommandPage, OfTheSearchPrintsWhatItShows) { EXPECT_EQ(run_blocks("docs/search.md"), 3); }

TEST(CommandPage, OfTheReadmeRuns) { EXPECT_EQ(run_blocks("README.md"), 1); }

}  // namespace
}  // namespace twinning
