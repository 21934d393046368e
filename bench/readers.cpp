// bench_readers CITIES BONDS: how much two threads read from one shared registry in the time that one takes.

#include <sched.h>
#include <sqlite3.h>

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <twinning/twinning.hpp>

#include "times.hpp"
#include "towns.hpp"

namespace {

using namespace twinning;
using namespace bench;

/// What one thread does; the number that it comes to is the same each time.
using Work = std::function<std::uint64_t()>;

/// Keeps this thread to one of the cores, so that a busy machine does not put both threads on the same.
void stay_on(std::size_t core) {
  cpu_set_t allowed;
  sched_getaffinity(0, sizeof allowed, &allowed);
  for (std::size_t number = 0; number < CPU_SETSIZE; ++number) {
    if (!CPU_ISSET(number, &allowed) || core-- != 0) continue;
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(number, &only);
    sched_setaffinity(0, sizeof only, &only);
  }
}

/// One thread and two turn by turn, each with the whole work to do.
void compare(const std::string& what, const Work& work) {
  constexpr int rounds = 101;
  std::vector<double> by_one;
  std::vector<double> by_two;
  const std::uint64_t expected = work();
  const auto work_on = [&](std::size_t core, std::uint64_t& found) {
    return std::jthread([&work, core, &found] {
      stay_on(core);
      found = work();
    });
  };
  for (int round = -1; round < rounds; ++round) {
    std::uint64_t alone = 0;
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    const double one = milliseconds([&] { work_on(0, alone).join(); });
    const double two = milliseconds([&] {
      const auto thread = work_on(0, first);
      work_on(1, second).join();
    });
    if (alone != expected || first != expected || second != expected) throw std::runtime_error("answers differ");
    if (round < 0) continue;  // the second thread has opened its connection meanwhile
    by_one.push_back(one);
    by_two.push_back(two);
  }
  fmt::print("{:<44} {:>6.2f} times as much   {:>9.2f} ms   {:>9.2f} ms   fastest {:.2f} and {:.2f}: {:.2f}\n", what,
             2 * median(by_one) / median(by_two), median(by_one), median(by_two), std::ranges::min(by_one),
             std::ranges::min(by_two), 2 * std::ranges::min(by_one) / std::ranges::min(by_two));
  std::fflush(stdout);
}

std::uint64_t compute() {
  std::mt19937_64 chance(1);
  std::uint64_t sum = 0;
  for (int count = 0; count < 6'000'000; ++count) sum += chance();
  return sum;
}

void measure(const std::filesystem::path& file, const std::vector<Pair>& pairs, JournalMode mode) {
  make_registry(file, pairs, mode);
  const auto registry = Registry::open(file.string());
  std::vector<CityId> cities;
  registry.read([&](const Snapshot& now) { now.for_each_city([&](const City& city) { cities.push_back(city.id); }); });
  std::mt19937_64 chance(42);
  std::vector<CityId> asked;
  for (int count = 0; count < 4000; ++count) asked.push_back(cities[chance() % cities.size()]);

  const char* const name = mode == JournalMode::rollback ? "rollback" : "write-ahead";
  compare(fmt::format("{}, a read for the twins of a city", name), [&] {
    std::uint64_t twins = 0;
    for (const CityId city : asked) twins += registry.read([&](const Snapshot& now) { return now.twins(city).size(); });
    return twins;
  });
  compare(fmt::format("{}, a read for those of {}", name, asked.size()), [&] {
    return registry.read([&](const Snapshot& now) {
      std::uint64_t twins = 0;
      for (const CityId city : asked) twins += now.twins(city).size();
      return twins;
    });
  });
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::fprintf(stderr, "Usage: bench_readers CITIES BONDS\n");
    return 2;
  }
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("bench_readers.{}", std::random_device()());
  std::filesystem::create_directory(folder);
  int status = 0;
  try {
    const std::vector<Pair> pairs = make_pairs(static_cast<std::uint32_t>(std::stoul(words[1])), std::stoul(words[2]));
    fmt::print("{:<44} {:>20}   {:>12}   {:>12}   fastest of both, ms\n", "", "two beside one", "one, median",
               "two, median");
    compare("numbers alone: what the machine can give", compute);
    for (const bool counts : {true, false}) {
      fmt::print("{}\n", counts ? "SQLite as it comes" : "SQLite told not to count its allocations");
      sqlite3_shutdown();
      sqlite3_config(SQLITE_CONFIG_MEMSTATUS, counts ? 1 : 0);
      for (const JournalMode mode : {JournalMode::rollback, JournalMode::write_ahead}) {
        measure(folder / fmt::format("{}.{}.db", counts, static_cast<int>(mode)), pairs, mode);
      }
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    status = 1;
  }
  std::filesystem::remove_all(folder);
  return status;
}
