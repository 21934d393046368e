// The program of docs/network.md, as it stands there.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include <fmt/format.h>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "docs/page.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

std::string tell(const Registry& registry, CityId dresden, CityId wroclaw) {
  std::string told;
  // clang-format off
  // The page begins.
const Network network = registry.read([](const Snapshot& now) { return Network(now); });
if (const auto chain = network.chain(dresden, wroclaw)) {
  registry.read([&](const Snapshot& now) {
    for (const CityId city : chain->cities) told += now.get_city(city).name + "\n";
  });
}
const NetworkFigures figures = network.figures();
if (figures.mean_distance) told += fmt::format("{} steps on average\n", *figures.mean_distance);
  // The page ends.
  // clang-format on
  return told;
}

TEST(NetworkPage, ShowsThisProgram) {
  const std::string source = support::read_file(support::source_file("tests/network/page_test.cpp"));
  const std::string begins = "  // The page begins.\n";
  const auto begin = source.find(begins) + begins.size();
  const auto blocks = support::Page("docs/network.md").blocks();
  ASSERT_FALSE(blocks.empty());
  EXPECT_EQ(blocks.front().text, source.substr(begin, source.find("  // The page ends.\n") - begin));
}

TEST(NetworkPage, TellsTheWay) {
  support::Book book;
  const CityId dresden = book.city("Dresden");
  const CityId coventry = book.city("Coventry");
  const CityId wroclaw = book.city("Wroclaw");
  book.bond({dresden, coventry});
  EXPECT_EQ(tell(book.registry(), dresden, wroclaw), "1 steps on average\n");
  book.bond({coventry, wroclaw});
  EXPECT_EQ(tell(book.registry(), dresden, wroclaw),
            "Dresden\nCoventry\nWroclaw\n1.3333333333333333 steps on average\n");
}

}  // namespace
}  // namespace twinning
