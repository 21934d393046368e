// bench_workloads CITIES BONDS [JSON [WIKIDATA]]: this library beside what one would write otherwise, in one
// interleaved run. WIKIDATA is a list of its property P190.
//
// bench_workloads --memory REGISTRY CITIES: the most memory, in KiB, that a program takes which opens a registry and
// asks for the twins of many cities. The run above calls it for its own registry.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <twinning/twinning.hpp>

#include "chains.hpp"
#include "library.hpp"
#include "listing.hpp"
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
    fmt::print("{:>8}  {:<14}{:<34}{:>16}{:>32}\n", "ratio", "library", "workload", "median, us", "quartiles, us");
  }
  /// The first library is what the others are held against.
  void add(const std::string& workload, const std::vector<std::string>& libraries,
           const std::vector<std::vector<double>>& milliseconds, std::size_t turns = 1) {
    const double raw = times_of(milliseconds.front(), turns).median;
    for (std::size_t number = 0; number < libraries.size(); ++number) {
      const Times times = times_of(milliseconds[number], turns);
      rows_.push_back({workload, libraries[number], times, times.median / raw});
      fmt::print("{:>8.2f}  {:<14}{:<34}{:>16.2f}{:>16.2f}{:>16.2f}\n", times.median / raw, libraries[number], workload,
                 times.median * 1e6, times.low * 1e6, times.high * 1e6);
    }
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
    std::ofstream file(path);
    file << list.dump(1) << '\n';
    if (!file.flush()) throw std::runtime_error(path + " cannot be written");
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

std::vector<std::string> names_of(const Libraries& libraries) {
  std::vector<std::string> names;
  for (const auto& library : libraries) names.push_back(library->name());
  return names;
}

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
  report.add(workload.name, names_of(libraries), times, workload.turns);
}

Libraries open_all(const std::filesystem::path& folder, Keeping keeping) {
  std::filesystem::create_directories(folder);
  Libraries libraries;
  libraries.push_back(raw((folder / "raw.db").string(), keeping));
  libraries.push_back(sqlitecpp((folder / "sqlitecpp.db").string(), keeping));
  libraries.push_back(soci((folder / "soci.db").string(), keeping));
  libraries.push_back(raw_with_cache((folder / "raw_with_cache.db").string(), keeping));
  libraries.push_back(ours((folder / "twinning.db").string(), keeping));
  return libraries;
}

/// New files with all of the data; how long each load took goes to `times`, library by library.
Libraries load_all(const std::filesystem::path& folder, Keeping keeping, const PlainData& data,
                   std::vector<std::vector<double>>& times) {
  Libraries libraries = open_all(folder, keeping);
  times.resize(libraries.size());
  for (std::size_t number = 0; number < libraries.size(); ++number) {
    libraries[number]->prepare(data);
    times[number].push_back(milliseconds([&] { libraries[number]->load(data); }));
  }
  return libraries;
}

bool is_ours(const Library& library) { return library.name() == "twinning"; }

/// A question a key, all of them within one read.
template <typename Keys, typename Question, typename Answer>
void measure_each(const std::string& name, const Keys& keys, int rounds, const Question& question, const Answer& answer,
                  const Libraries& libraries, Report& report) {
  const auto sum_of = [&](const auto& value) {
    std::uint64_t sum = 0;
    for (std::size_t turn = 0; turn < keys.size(); ++turn) sum = sum * 31 + value(turn);
    return sum;
  };
  const std::uint64_t of_ours = sum_of([&](std::size_t turn) { return answer(turn, true); });
  const std::uint64_t of_plain = sum_of([&](std::size_t turn) { return answer(turn, false); });
  measure({.name = name,
           .turns = keys.size(),
           .rounds = rounds,
           .ask =
               [&](Library& library) {
                 std::uint64_t sum = 0;
                 library.read([&] { sum = sum_of([&](std::size_t turn) { return question(library, turn); }); });
                 return sum;
               },
           .expected = [&](const Library& library) { return is_ours(library) ? of_ours : of_plain; }},
          libraries, report);
}

/// Of answers that are as long in a file of any size, and from all over it.
void measure_equal_answers(const std::string& how, const Libraries& libraries, const Model& model, Report& report) {
  const std::vector<std::string> names = model.names_of_one_city(4000);
  measure_each(
      "find the one city of a name" + how, names, 15,
      [&](Library& library, std::size_t turn) { return library.find(names[turn]); },
      [&](std::size_t turn, bool) { return model.find(names[turn]); }, libraries, report);
  const std::vector<std::int64_t> cities = model.cities_with_bonds(10, 500);
  measure_each(
      "twins now, of ten bonds" + how, cities, 15,
      [&](Library& library, std::size_t turn) { return library.twins(cities[turn]); },
      [&](std::size_t turn, bool ours) {
        return ours ? model.twins_in_force(cities[turn], 9999) : model.twins_ever(cities[turn]);
      },
      libraries, report);
}

void measure_questions(const Libraries& libraries, const PlainData& data, const Model& model, bool is_large,
                       Report& report) {
  const Asked asked = make_asked(data, 4000);
  const auto workload = [&](const std::string& name, const auto& keys, int rounds, const auto& question,
                            const auto& answer) {
    measure_each(name, keys, rounds, question, answer, libraries, report);
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
      "bonds per decade", once, is_large ? 5 : 15, [&](Library& library, std::size_t) { return library.decades(); },
      [&](std::size_t, bool) { return model.decades(); });
  workload(
      "country pairs", once, is_large ? 1 : 9, [&](Library& library, std::size_t) { return library.country_pairs(); },
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
                 library.reopen(Keeping::write_ahead_normal);
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
  // All that was formed is there, as it was said.
  Digest expected;
  for (int turn = 0; turn < round * static_cast<int>(turns); ++turn) {
    const FreshBond fresh = fresh_bond(data, turn);
    expected.add(
        static_cast<std::int64_t>(Digest().add(fresh.event.id).add("formed").add(fresh.event.date).add("").value()));
  }
  for (const auto& library : libraries) {
    Digest found;
    library->read([&] {
      for (int turn = 0; turn < round * static_cast<int>(turns); ++turn) {
        found.add(static_cast<std::int64_t>(library->history(fresh_bond(data, turn).bond.id)));
      }
    });
    if (found.value() != expected.value()) throw std::runtime_error(name + ": " + library->name() + " lost an act");
  }
}

void measure_chains(const std::filesystem::path& folder, const PlainData& data, bool is_large, Report& report) {
  std::vector<std::unique_ptr<Chains>> ways;
  ways.push_back(chains_by_statement((folder / "raw.db").string()));
  if (!is_large) ways.push_back(chains_by_recursion((folder / "raw.db").string()));
  ways.push_back(chains_by_igraph((folder / "raw.db").string()));
  ways.push_back(chains_by_network((folder / "twinning.db").string()));
  std::vector<std::string> names;
  for (const auto& way : ways) names.push_back(way->name());
  const Asked asked = make_asked(data, 40);
  std::vector<std::vector<double>> times(ways.size());
  for (int round = 0; round < (is_large ? 3 : 9); ++round) {
    std::vector<std::int64_t> expected;
    for (std::size_t number = 0; number < ways.size(); ++number) {
      std::vector<std::int64_t> steps;
      times[number].push_back(milliseconds([&] {
        for (std::size_t turn = 0; turn + 1 < asked.cities.size(); turn += 2) {
          steps.push_back(ways[number]->steps(asked.cities[turn], asked.cities[turn + 1]));
        }
      }));
      if (number == 0) expected = steps;
      if (steps != expected) throw std::runtime_error("shortest chain: " + names[number] + " finds another one");
    }
  }
  report.add("shortest chain", names, times, asked.cities.size() / 2);
}

void measure_listing(const std::filesystem::path& folder, const std::string& wikidata, Report& report) {
  std::vector<std::vector<double>> times(2);
  for (int round = 0; round < 7; ++round) {
    const auto place = folder / fmt::format("list{}", round);
    std::filesystem::create_directories(place);
    Listed plain;
    Listed ours;
    times[0].push_back(milliseconds([&] { plain = list_plainly(wikidata, (place / "raw.db").string()); }));
    times[1].push_back(milliseconds([&] { ours = list_in_registry(wikidata, (place / "twinning.db").string()); }));
    if (plain != ours) throw std::runtime_error("import of a Wikidata list: twinning finds other cities or bonds");
    std::filesystem::remove_all(place);
  }
  report.add("import of a Wikidata list", {"raw C", "twinning"}, times);
}

/// Of this process.
std::string most_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return line.substr(line.find_first_of("0123456789"));
  }
  return "unknown";
}

void tell_memory(const std::string& path, std::size_t cities) {
  const auto registry = twinning::Registry::open(path, {.mode = twinning::Mode::read_only});
  std::mt19937_64 chance(7);
  std::size_t found = 0;
  registry.read([&](const twinning::Snapshot& now) {
    for (int turn = 0; turn < 20'000; ++turn) {
      found += now.twins(twinning::CityId(static_cast<std::int64_t>(1 + chance() % cities))).size();
    }
  });
  fmt::print("{:<34}{} ({} twins of 20,000 cities)\n", "memory of a program that reads", most_memory(), found);
}

/// By a program of its own, since this one holds the data.
void measure_memory(const std::filesystem::path& registry, std::size_t cities) {
  const std::string self = std::filesystem::read_symlink("/proc/self/exe").string();
  const std::string command = fmt::format("'{}' --memory '{}' {}", self, registry.string(), cities);
  if (std::system(command.c_str()) != 0)
    throw std::runtime_error(command);  // NOLINT(concurrency-mt-unsafe,cert-env33-c)
}

}  // namespace

int main(int count, char** words) {
  if (count == 4 && std::string_view(words[1]) == "--memory") {
    tell_memory(words[2], std::stoul(words[3]));
    return 0;
  }
  if (count < 3 || count > 5) {
    std::fprintf(stderr, "Usage: bench_workloads CITIES BONDS [JSON [WIKIDATA]]\n");
    return 2;
  }
  const auto folder =
      std::filesystem::temp_directory_path() / fmt::format("bench_workloads.{}", std::random_device()());
  int status = 0;
  try {
    const PlainData data = make_data(std::stoul(words[1]), std::stoul(words[2]));
    const bool is_large = data.cities.size() > 100'000;
    Report report(data.cities.size());
    std::vector<std::vector<double>> loads;
    for (int round = 1; round < (is_large ? 1 : 5); ++round) {
      load_all(folder / "load", Keeping::write_ahead_normal, data, loads);
      std::filesystem::remove_all(folder / "load");
    }
    {
      // As docs/performance.md advises: millions of pages in one transaction are too many for a log.
      const auto loading = is_large ? Keeping::as_the_library : Keeping::write_ahead_normal;
      const Libraries libraries = load_all(folder / "ahead", loading, data, loads);
      report.add("bulk load", names_of(libraries), loads);
      for (const auto& library : libraries) library->reopen(Keeping::write_ahead_normal);
      const Model model(data);
      measure_questions(libraries, data, model, is_large, report);
      measure_equal_answers("", libraries, model, report);
      measure_opening(libraries, data, model, report);
      for (const auto& library : libraries) library->reopen(Keeping::write_ahead_mapped);
      measure_equal_answers(", mapped", libraries, model, report);
      for (const auto& library : libraries) library->reopen(Keeping::write_ahead_normal);
      measure_chains(folder / "ahead", data, is_large, report);
      measure_forming("form a bond, WAL", libraries, data, 300, 9, report);
    }
    measure_memory(folder / "ahead" / "twinning.db", data.cities.size());
    std::filesystem::remove_all(folder / "ahead");
    if (!is_large) {
      std::vector<std::vector<double>> unused;
      const Libraries libraries = load_all(folder / "rollback", Keeping::as_the_library, data, unused);
      measure_forming("form a bond, rollback", libraries, data, 50, 9, report);
    }
    if (count > 4) measure_listing(folder, words[4], report);
    if (count > 3 && *words[3] != '\0') report.write(words[3]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    status = 1;
  }
  std::filesystem::remove_all(folder);
  return status;
}
