// bench_workloads CITIES BONDS [JSON]: this library beside the bare C interface, SQLiteCpp and SOCI, in one interleaved
// run.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "library.hpp"
#include "model.hpp"
#include "times.hpp"

namespace {

using namespace bench;

/// Median seconds of one turn, and the quarter of them on either side.
struct Times {
  double median = 0;
  double low = 0;
  double high = 0;
};

Times times_of(std::vector<double> milliseconds, std::size_t turns) {
  std::ranges::sort(milliseconds);
  const auto at = [&](std::size_t quarter) {
    return milliseconds[(milliseconds.size() - 1) * quarter / 4] / 1000 / static_cast<double>(turns);
  };
  return {.median = at(2), .low = at(1), .high = at(3)};
}

struct Row {
  std::string workload;
  std::string library;
  Times times;
  double ratio;
};

class Report {
 public:
  explicit Report(std::size_t cities) : cities_(cities) {
    fmt::print("{:<34}{:>10}  {:<10}{:>13}{:>24}\n", "workload", "ratio", "library", "median, us", "quartiles, us");
  }
  void add(const std::string& workload, const std::string& library, const Times& times, double raw) {
    rows_.push_back({workload, library, times, times.median / raw});
    fmt::print("{:<34}{:>10.2f}  {:<10}{:>13.2f}{:>12.2f}{:>12.2f}\n", workload, times.median / raw, library,
               times.median * 1e6, times.low * 1e6, times.high * 1e6);
    std::fflush(stdout);
  }
  void write(const std::string& path) const {
    nlohmann::json list = nlohmann::json::array();
    for (const Row& row : rows_) {
      list.push_back({{"workload", row.workload},
                      {"size", cities_},
                      {"library", row.library},
                      {"median_seconds", row.times.median},
                      {"ratio_to_raw", row.ratio}});
    }
    std::ofstream(path) << list.dump(1) << '\n';
  }

 private:
  std::size_t cities_;
  std::vector<Row> rows_;
};

/// A question, asked of each library in turn, round after round. The first library is what the others are held against.
struct Workload {
  std::string name;
  std::size_t turns;
  int rounds;
  std::function<std::uint64_t(Library&)> ask;             ///< all turns
  std::function<std::uint64_t(const Library&)> expected;  ///< the sum of the digests
};

using Libraries = std::vector<std::unique_ptr<Library>>;

void measure(const Workload& workload, const Libraries& libraries, Report& report) {
  std::vector<std::vector<double>> times(libraries.size());
  for (int round = -1; round < workload.rounds; ++round) {
    for (std::size_t number = 0; number < libraries.size(); ++number) {
      Library& library = *libraries[number];
      std::uint64_t found = 0;
      const double taken = milliseconds([&] { found = workload.ask(library); });
      if (workload.expected && found != workload.expected(library)) {
        throw std::runtime_error(fmt::format("{}: {} gives another answer", workload.name, library.name()));
      }
      if (round >= 0) times[number].push_back(taken);
    }
  }
  const double raw = times_of(times.front(), workload.turns).median;
  for (std::size_t number = 0; number < libraries.size(); ++number) {
    report.add(workload.name, libraries[number]->name(), times_of(times[number], workload.turns), raw);
  }
}

Libraries open_all(const std::filesystem::path& folder, Keeping keeping) {
  std::filesystem::create_directories(folder);
  Libraries libraries;
  libraries.push_back(raw((folder / "raw.db").string(), keeping));
  libraries.push_back(sqlitecpp((folder / "sqlitecpp.db").string(), keeping));
  libraries.push_back(soci((folder / "soci.db").string(), keeping));
  libraries.push_back(ours((folder / "twinning.db").string(), keeping));
  return libraries;
}

void measure_loads(const std::filesystem::path& folder, const PlainData& data, int rounds, Report& report) {
  std::vector<std::vector<double>> times;
  std::vector<std::string> names;
  for (int round = 0; round < rounds; ++round) {
    const auto place = folder / fmt::format("load{}", round);
    const Libraries libraries = open_all(place, Keeping::write_ahead_normal);
    times.resize(libraries.size());
    names.resize(libraries.size());
    for (std::size_t number = 0; number < libraries.size(); ++number) {
      Library& library = *libraries[number];
      library.prepare(data);
      times[number].push_back(milliseconds([&] { library.load(data); }));
      names[number] = library.name();
    }
    std::filesystem::remove_all(place);
  }
  const double raw = times_of(times.front(), 1).median;
  for (std::size_t number = 0; number < names.size(); ++number) {
    report.add("bulk load", names[number], times_of(times[number], 1), raw);
  }
}

bool is_ours(const Library& library) { return library.name() == "twinning"; }

void measure_questions(const Libraries& libraries, const PlainData& data, const Model& model, Report& report) {
  const Asked asked = make_asked(data, 4000);
  const auto in_one_read = [](Library& library, const auto& questions) {
    std::uint64_t sum = 0;
    library.read([&] { sum = questions(); });
    return sum;
  };
  const auto sum_of = [](const auto& keys, const auto& question) {
    std::uint64_t sum = 0;
    for (std::size_t turn = 0; turn < keys.size(); ++turn) sum = sum * 31 + question(turn);
    return sum;
  };
  const auto workload = [&](const std::string& name, const auto& keys, int rounds, const auto& question,
                            const auto& answer_of_model) {
    const std::uint64_t of_ours = sum_of(keys, [&](std::size_t turn) { return answer_of_model(turn, true); });
    const std::uint64_t of_plain = sum_of(keys, [&](std::size_t turn) { return answer_of_model(turn, false); });
    measure({.name = name,
             .turns = keys.size(),
             .rounds = rounds,
             .ask =
                 [&](Library& library) {
                   return in_one_read(library, [&] {
                     return sum_of(keys, [&](std::size_t turn) { return question(library, turn); });
                   });
                 },
             .expected = [&](const Library& library) { return is_ours(library) ? of_ours : of_plain; }},
            libraries, report);
  };
  workload(
      "find a city by exact name", asked.names, 15,
      [&](Library& library, std::size_t turn) { return library.find(asked.names[turn]); },
      [&](std::size_t turn, bool) { return model.find(asked.names[turn]); });
  workload(
      "twins now", asked.cities, 15,
      [&](Library& library, std::size_t turn) { return library.twins(asked.cities[turn]); },
      [&](std::size_t turn, bool ours) {
        return ours ? model.twins_in_force(asked.cities[turn], 9999) : model.twins_ever(asked.cities[turn]);
      });
  workload(
      "twins as of a year", asked.cities, 15,
      [&](Library& library, std::size_t turn) { return library.twins_as_of(asked.cities[turn], asked.years[turn]); },
      [&](std::size_t turn, bool ours) {
        return ours ? model.twins_in_force(asked.cities[turn], asked.years[turn])
                    : model.twins_not_terminated(asked.cities[turn], asked.years[turn]);
      });
  workload(
      "history of a bond", asked.bonds, 15,
      [&](Library& library, std::size_t turn) { return library.history(asked.bonds[turn]); },
      [&](std::size_t turn, bool) { return model.history(asked.bonds[turn]); });
  const std::vector<int> once(1);
  workload(
      "bonds per decade", once, 15, [&](Library& library, std::size_t) { return library.decades(); },
      [&](std::size_t, bool) { return model.decades(); });
  workload(
      "country pairs", once, 9, [&](Library& library, std::size_t) { return library.country_pairs(); },
      [&](std::size_t, bool ours) {
        return ours ? model.country_pairs_in_force() : model.country_pairs_not_terminated();
      });
}

void measure_opening(const Libraries& libraries, const PlainData& data, const Model& model, Report& report) {
  const std::int64_t city = data.members.front().city;
  measure({.name = "open and first answer",
           .turns = 1,
           .rounds = 31,
           .ask =
               [&](Library& library) {
                 library.reopen();
                 std::uint64_t found = 0;
                 library.read([&] { found = library.twins(city); });
                 return found;
               },
           .expected =
               [&](const Library& library) {
                 return is_ours(library) ? model.twins_in_force(city, 9999) : model.twins_ever(city);
               }},
          libraries, report);
}

void measure_forming(const std::string& name, const Libraries& libraries, const PlainData& data, std::size_t turns,
                     int rounds, Report& report) {
  int round = 0;
  measure({.name = name,
           .turns = turns,
           .rounds = rounds,
           .ask =
               [&](Library& library) {
                 if (library.name() == libraries.front()->name()) ++round;
                 for (std::size_t turn = 0; turn < turns; ++turn) {
                   library.form(fresh_bond(data, (round - 1) * static_cast<int>(turns) + static_cast<int>(turn)));
                 }
                 return std::uint64_t{0};
               },
           .expected = {}},
          libraries, report);
}

}  // namespace

int main(int count, char** words) {
  if (count < 3 || count > 4) {
    std::fprintf(stderr, "Usage: bench_workloads CITIES BONDS [JSON]\n");
    return 2;
  }
  const auto folder =
      std::filesystem::temp_directory_path() / fmt::format("bench_workloads.{}", std::random_device()());
  int status = 0;
  try {
    const PlainData data = make_data(std::stoul(words[1]), std::stoul(words[2]));
    Report report(data.cities.size());
    measure_loads(folder, data, data.cities.size() > 100'000 ? 1 : 5, report);
    {
      const Libraries libraries = open_all(folder / "ahead", Keeping::write_ahead_normal);
      for (const auto& library : libraries) {
        library->prepare(data);
        library->load(data);
      }
      const Model model(data);
      measure_questions(libraries, data, model, report);
      measure_opening(libraries, data, model, report);
      measure_forming("form a bond, WAL", libraries, data, 300, 9, report);
    }
    std::filesystem::remove_all(folder / "ahead");
    {
      const Libraries libraries = open_all(folder / "rollback", Keeping::as_the_library);
      for (const auto& library : libraries) {
        library->prepare(data);
        library->load(data);
      }
      measure_forming("form a bond, rollback", libraries, data, 50, 9, report);
    }
    if (count == 4) report.write(words[3]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    status = 1;
  }
  std::filesystem::remove_all(folder);
  return status;
}
