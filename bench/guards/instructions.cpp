// instructions make REGISTRY | instructions WORKLOAD REGISTRY: what run.sh counts the instructions of.

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <twinning/twinning.hpp>

/// The only function whose instructions are counted.
extern "C" [[gnu::noipa]] void counted(const std::function<void()>& work) { work(); }

namespace {

using namespace twinning;

constexpr int cities = 1200;
constexpr int bonds = 3000;
constexpr int turns = 200;

/// The clock stands still, so that each run is the same.
Options options() {
  return {.clock = [] { return Instant(std::chrono::sys_days(std::chrono::year(2027) / 1 / 1)); }};
}

CityId city(int number) { return CityId(1 + number % cities); }
BondId bond(int number) { return BondId(1 + number % bonds); }
Date day(int number) {
  return Date(fmt::format("{}-{:02}-{:02}", 1930 + number % 90, 1 + number % 12, 1 + number % 28));
}

/// Towns of which the first have many twins, three in ten of whose bonds ended or paused.
void make(const std::string& path) {
  auto registry = Registry::create(path, options());
  registry.write([](Transaction& tx) {
    const std::vector<std::string> countries = {"DE", "FR", "GB", "PL", "JP"};
    for (int number = 0; number < cities; ++number) {
      const CityId town = tx.add_city({.name = fmt::format("Town {}", number % 1100),
                                       .country = countries[static_cast<std::size_t>(number) % countries.size()],
                                       .coordinates = Coordinates{.latitude = number % 90 / 2.0, .longitude = 0.5}});
      if (number % 10 == 0) tx.add_name(town, {.name = fmt::format("Old Town {}", number), .until = Date("1961")});
    }
    for (int number = 0; number < bonds; ++number) {
      const int one = number % 7 == 0 ? number % 20 : number * 31 % cities;
      const int other = (one + 1 + number * 17 % (cities - 1)) % cities;
      const BondId id = tx.form({.parties = {city(one), city(other)}, .date = day(number)});
      if (number % 10 < 2) tx.record(id, {.kind = EventKind::cut, .date = Date("2022-03"), .by = city(one)});
      if (number % 10 == 2) tx.record(id, {.kind = EventKind::suspended, .date = Date("2021")});
    }
  });
}

using Turn = std::function<void(const Snapshot&, int)>;

void count_reading(const std::string& path, const Turn& turn) {
  const auto registry = Registry::open(path, options());
  registry.read([&](const Snapshot& now) {
    turn(now, 0);  // what is prepared for the first time
    counted([&] {
      for (int number = 1; number <= turns; ++number) turn(now, number);
    });
  });
}

void count_writing(const std::string& path, const std::function<void(Transaction&, int)>& turn) {
  auto registry = Registry::open(path, options());
  registry.write([&](Transaction& tx) { turn(tx, 0); });
  counted([&] {
    for (int number = 1; number <= turns; ++number) registry.write([&](Transaction& tx) { turn(tx, number); });
  });
}

const std::map<std::string_view, std::function<void(const std::string&)>>& workloads() {
  static const std::map<std::string_view, std::function<void(const std::string&)>> all = {
      {"find_city",
       [](const std::string& path) {
         count_reading(path, [](const Snapshot& now, int turn) { now.cities_named(fmt::format("Town {}", turn)); });
       }},
      {"twins_now",
       [](const std::string& path) {
         count_reading(path, [](const Snapshot& now, int turn) { now.twins(city(turn * 7)); });
       }},
      {"twins_as_of",
       [](const std::string& path) {
         count_reading(path, [](const Snapshot& now, int turn) { now.twins(city(turn * 7), AsOf(Date("1990"))); });
       }},
      {"history",
       [](const std::string& path) {
         count_reading(path, [](const Snapshot& now, int turn) { now.history(bond(turn * 7)); });
       }},
      {"bonds_per_decade",
       [](const std::string& path) {
         count_reading(path, [](const Snapshot& now, int turn) {
           if (turn < 5) now.bonds_per_decade();
         });
       }},
      {"country_pairs",
       [](const std::string& path) {
         count_reading(path, [](const Snapshot& now, int turn) {
           if (turn < 3) now.country_pairs();
         });
       }},
      {"open",
       [](const std::string& path) {
         counted([&] { Registry::open(path, options()).read([](const Snapshot& now) { now.twins(city(0)); }); });
       }},
      {"form",
       [](const std::string& path) {
         count_writing(path, [](Transaction& tx, int turn) {
           tx.form({.parties = {city(turn * 7), city(turn * 7 + 3)}, .date = day(turn)});
         });
       }},
      {"record",
       [](const std::string& path) {
         count_writing(path, [](Transaction& tx, int turn) {
           tx.record(bond(turn * 7), {.kind = EventKind::exchanged, .date = day(turn)});
         });
       }},
      {"import_tables",
       [](const std::string& path) {
         const std::string folder = path + ".tables";
         Registry::open(path, options()).read([&](const Snapshot& now) {
           export_file(now, folder, {.format = ExportFormat::tables});
         });
         auto copy = Registry::create(path + ".copy", options());
         counted([&] { import_file(copy, folder, {.format = ImportFormat::tables}); });
       }},
      {"network",
       [](const std::string& path) {
         count_reading(path, [](const Snapshot& now, int turn) {
           if (turn < 3) Network(now).chain(city(1), city(700));
         });
       }},
  };
  return all;
}

}  // namespace

int main(int count, char** words) {
  try {
    if (count == 2 && std::string_view(words[1]) == "list") {
      for (const auto& [name, work] : workloads()) fmt::print("{}\n", name);
      return 0;
    }
    if (count != 3) {
      std::fprintf(stderr, "Usage: instructions list | make REGISTRY | WORKLOAD REGISTRY\n");
      return 2;
    }
    if (std::string_view(words[1]) == "make") {
      make(words[2]);
    } else {
      workloads().at(words[1])(words[2]);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
