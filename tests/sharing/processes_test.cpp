// Another program that holds the file.

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <future>
#include <string>
#include <thread>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "support/cities.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using std::chrono::milliseconds;
using support::add_city;
using support::cities_of;
using support::Database;
using support::error_of;
using support::TemporaryFile;

TEST(Busy, IsTheErrorAfterTheTimeout) {
  const TemporaryFile file;
  auto registry = Registry::create(file.path(), {.busy_timeout = milliseconds(100)});
  Database other(file.path());
  other.run("BEGIN EXCLUSIVE");
  const auto start = std::chrono::steady_clock::now();
  const Error error = error_of([&] { add_city(registry, "Coventry"); });
  const auto waited = std::chrono::steady_clock::now() - start;
  EXPECT_EQ(error.category(), ErrorCategory::busy);
  EXPECT_EQ(error.sqlite_code() & 0xff, SQLITE_BUSY);
  EXPECT_TRUE(support::is_one_line(error.what())) << error.what();
  EXPECT_GE(waited, milliseconds(90));
  EXPECT_LT(waited, milliseconds(3000));
  EXPECT_EQ(error_of([&] { cities_of(registry); }).category(), ErrorCategory::busy);
  other.run("ROLLBACK");
  add_city(registry, "Coventry");
  EXPECT_EQ(cities_of(registry), 1U);
}

TEST(Busy, IsNoErrorBeforeTheTimeout) {
  const TemporaryFile file;
  auto registry = Registry::create(file.path(), {.busy_timeout = milliseconds(10000)});
  Database other(file.path());
  other.run("BEGIN EXCLUSIVE");
  auto releasing = std::async(std::launch::async, [&] {
    std::this_thread::sleep_for(milliseconds(100));
    other.run("COMMIT");
  });
  EXPECT_NO_THROW(add_city(registry, "Coventry"));
  releasing.get();
}

TEST(Busy, IsNoErrorBeforeTheTimeoutWhereTheJournalModeChanges) {
  const TemporaryFile file;
  Registry::create(file.path());
  Database other(file.path());
  other.run("BEGIN IMMEDIATE");
  auto releasing = std::async(std::launch::async, [&] {
    std::this_thread::sleep_for(milliseconds(100));
    other.run("COMMIT");
  });
  EXPECT_NO_THROW(
      Registry::open(file.path(), {.journal_mode = JournalMode::write_ahead, .busy_timeout = milliseconds(10000)}));
  releasing.get();
}

TEST(Busy, SoonMeetsTheFileFreeBetweenTheActsOfAnother) {
  const TemporaryFile file;
  auto registry = Registry::create(file.path(), {.busy_timeout = milliseconds(60000)});
  std::atomic<int> acts = 0;
  const std::jthread busy([&](const std::stop_token& stop) {
    Database other(file.path());
    while (!stop.stop_requested()) {
      if (!other.refusal("BEGIN EXCLUSIVE").empty()) continue;  // it is our turn
      ++acts;
      std::this_thread::sleep_for(milliseconds(20));
      other.run("COMMIT");
      std::this_thread::sleep_for(milliseconds(2));
    }
  });
  int missed = 0;
  for (int turn = 0; turn < 10; ++turn) {
    const int before = acts;
    while (acts == before) std::this_thread::yield();
    add_city(registry, "Coventry");
    missed += acts - before - 1;
  }
  EXPECT_LT(missed, 50);
}

TEST(Busy, AnEndThatFailsWritesNothingAndMayBeTriedAgain) {
  const TemporaryFile file;
  auto registry = Registry::create(file.path(), {.busy_timeout = milliseconds(50)});
  Database other(file.path());
  other.run("BEGIN");
  EXPECT_EQ(other.rows("SELECT count(*) FROM city"), "0\n");  // another program's read holds up the commit
  EXPECT_EQ(error_of([&] { add_city(registry, "Coventry"); }).category(), ErrorCategory::busy);
  other.run("COMMIT");
  EXPECT_EQ(cities_of(registry), 0U);
  add_city(registry, "Coventry");
  EXPECT_EQ(cities_of(registry), 1U);
}

}  // namespace
}  // namespace twinning
