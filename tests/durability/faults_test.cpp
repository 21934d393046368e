// Calls that fail: of each work every allocation, open, read, write, sync, removal, naming and lock is refused in its
// turn, once, or from then on. There is one clear error or the right answer, the file is as before or as after, the
// registry goes on, and no memory, descriptor or lock is kept. TWINNING_FAULTS says how many faults of one kind a work
// meets at the most, spread evenly.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <twinning/twinning.hpp>

#include "durability/acts.hpp"
#include "durability/disk.hpp"
#include "durability/recording.hpp"
#include "durability/refusal.hpp"
#include "layout/made_up_layouts.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning::durability {
namespace {

namespace filesystem = std::filesystem;
using support::Database;
using support::made_up_plan;
using support::TemporaryFile;
using enum ErrorCategory;
using Extent = Refusal::Extent;

std::size_t wanted_faults() {
  const char* const said = std::getenv("TWINNING_FAULTS");  // NOLINT(concurrency-mt-unsafe): there is one thread
  return said != nullptr ? std::strtoul(said, nullptr, 10) : 5;
}

/// What a work does with files.
enum class Touch { reads, writes, names };

struct Fault {
  const char* name;
  Call call;
  int error;
  Extent extent;
  Touch met_by;  ///< works that do this, or more
  std::vector<ErrorCategory> categories;
};

const std::vector<Fault>& faults_of_all_kinds() {
  static const std::vector<Fault> all = {
      {"memory of SQLite", Call::memory_of_sqlite, ENOMEM, Extent::once, Touch::reads, {no_space}},
      {"all memory of SQLite", Call::memory_of_sqlite, ENOMEM, Extent::from_then_on, Touch::reads, {no_space}},
      {"memory", Call::memory, ENOMEM, Extent::once, Touch::reads, {no_space}},
      {"all memory", Call::memory, ENOMEM, Extent::from_then_on, Touch::reads, {no_space}},
      {"open", Call::open, EMFILE, Extent::once, Touch::reads, {input_output, read_only}},
      {"every open", Call::open, EMFILE, Extent::from_then_on, Touch::reads, {input_output}},
      {"read", Call::read, ESTALE, Extent::once, Touch::reads, {input_output}},
      {"every read", Call::read, ESTALE, Extent::from_then_on, Touch::reads, {input_output}},
      {"sector", Call::read, EIO, Extent::once, Touch::reads, {corrupt, input_output}},  // SQLite calls that damage
      {"lock", Call::lock, ENOLCK, Extent::once, Touch::reads, {input_output, busy}},
      {"unlock", Call::unlock, ENOLCK, Extent::once, Touch::reads, {input_output, busy}},
      {"held lock", Call::lock, EAGAIN, Extent::once, Touch::reads, {busy, input_output}},  // where one is made less
      {"write", Call::write, EIO, Extent::once, Touch::writes, {input_output}},
      {"every write", Call::write, EIO, Extent::from_then_on, Touch::writes, {input_output}},
      {"room", Call::write, ENOSPC, Extent::from_then_on, Touch::writes, {no_space, input_output}},
      {"sync", Call::sync, EIO, Extent::once, Touch::writes, {input_output}},
      {"every sync", Call::sync, EIO, Extent::from_then_on, Touch::writes, {input_output}},
      {"removal", Call::remove, EIO, Extent::once, Touch::writes, {input_output}},
      {"every removal", Call::remove, EIO, Extent::from_then_on, Touch::writes, {input_output}},
      {"name", Call::name, EIO, Extent::once, Touch::names, {input_output}},
      {"every name", Call::name, EIO, Extent::from_then_on, Touch::names, {input_output}},
  };
  return all;
}

/// What is done with a registry of so many acts.
struct Work {
  const char* name;
  JournalMode mode;
  std::optional<int> acts;  ///< none: there is no file
  Touch touches;
  std::function<std::string(Registry&, const std::string&)> on_open = {};  ///< gives back what was answered
  std::function<std::string(const std::string&)> on_closed = {};
};

void PrintTo(const Work& work, std::ostream* out) { *out << work.name; }

constexpr auto rollback = JournalMode::rollback;
constexpr auto ahead = JournalMode::write_ahead;

Work acting(const char* name, JournalMode mode, int number) {
  return {
      .name = name, .mode = mode, .acts = number, .touches = Touch::writes, .on_open = [=](Registry& registry, auto&) {
        record_act(registry, number);
        return "";
      }};
}

Work exporting(const char* name, ExportFormat format) {
  return {.name = name,
          .mode = rollback,
          .acts = 3,
          .touches = Touch::names,
          .on_open = [=](Registry& registry, auto& path) {
            const ExportReport report = registry.read([&](const Snapshot& now) {
              return export_file(now, path + (format == ExportFormat::geopackage ? ".gpkg" : ".out"),
                                 {.format = format});
            });
            return fmt::format("{} of {}", report.bonds, report.rows);
          }};
}

std::string answers(const Snapshot& now) {
  std::string text;
  const City city = now.get_city("One 1");
  for (const Twin& twin : now.twins(city.id, AsOf{Date{"1950"}}))
    text += twin.name_then + to_string(twin.status).data();
  for (const Event& event : now.history(city.id)) text += event.kind.text() + ", ";
  for (const Bond& bond : now.bonds()) text += fmt::format("{} {}, ", bond.id.value(), bond.kind.text());
  now.for_each_city([&](const City& each) { text += each.name + each.note.value_or(""); });
  return text + fmt::format("{}", now.anomalies().size());
}

std::vector<Work> works() {
  return {
      {.name = "Open",
       .mode = rollback,
       .acts = 3,
       .touches = Touch::reads,
       .on_closed = [](auto& path) { return Registry::open(path).read(answers); }},
      {.name = "OpenAhead",
       .mode = ahead,
       .acts = 3,
       .touches = Touch::reads,
       .on_closed = [](auto& path) { return Registry::open(path).read(answers); }},
      {.name = "Create",
       .mode = rollback,
       .acts = {},
       .touches = Touch::writes,
       .on_closed = [](auto& path) { return Registry::open_or_create(path).path().substr(0, 0); }},
      acting("Form", rollback, 3),
      acting("FormAhead", ahead, 3),
      acting("Record", rollback, 4),
      acting("Correct", rollback, 5),
      {.name = "Ask",
       .mode = rollback,
       .acts = 6,
       .touches = Touch::reads,
       .on_open = [](Registry& registry, auto&) { return registry.read(answers); }},
      {.name = "LookBack",
       .mode = rollback,
       .acts = 6,
       .touches = Touch::reads,
       .on_open =
           [](Registry& registry, auto&) {
             return registry.read(KnownAt{std::chrono::sys_days(std::chrono::year(2100) / 1 / 1)}, answers);
           }},
      {.name = "Search",
       .mode = rollback,
       .acts = 6,
       .touches = Touch::reads,
       .on_open =
           [](Registry& registry, auto&) {
             std::string text;
             for (const char* const words : {"Oter 1", "One", "othr"}) {
               for (const FoundCity& found :
                    registry.read([&](const Snapshot& now) { return now.search_cities(words); })) {
                 text += found.name + ", ";
               }
             }
             return text;
           }},
      {.name = "Import",
       .mode = rollback,
       .acts = 3,
       .touches = Touch::writes,
       .on_open =
           [](Registry& registry, auto& path) {
             const ImportReport report = import_file(registry, path + ".csv");
             return fmt::format("{} {} {}", report.rows, report.bonds_added, report.rejected);
           }},
      {.name = "ImportAhead",
       .mode = ahead,
       .acts = 3,
       .touches = Touch::writes,
       .on_open =
           [](Registry& registry, auto& path) {
             const ImportReport report = import_file(registry, path + ".csv");
             return fmt::format("{} {} {}", report.rows, report.bonds_added, report.rejected);
           }},
      exporting("ExportFolder", ExportFormat::csv),
      exporting("ExportMap", ExportFormat::geojson),
      exporting("ExportGeoPackage", ExportFormat::geopackage),
      {.name = "Backup",
       .mode = rollback,
       .acts = 3,
       .touches = Touch::names,
       .on_closed =
           [](auto& path) {
             backup(path, path + ".copy");
             return std::string();
           }},
      {.name = "Migrate",
       .mode = rollback,
       .acts = 3,
       .touches = Touch::names,
       .on_closed = [](auto& path) { return fmt::format("{}", migrate(path, made_up_plan()).to); }},
      {.name = "Check",
       .mode = rollback,
       .acts = 3,
       .touches = Touch::reads,
       .on_closed =
           [](auto& path) {
             std::string text;
             for (const Finding& finding : check(path)) text += finding.what + ": " + finding.explanation;
             return text;
           }},
      {.name = "Rebuild",
       .mode = rollback,
       .acts = 3,
       .touches = Touch::writes,
       .on_closed =
           [](auto& path) {
             rebuild(path);
             return std::string();
           }},
      {.name = "Network",
       .mode = rollback,
       .acts = 6,
       .touches = Touch::reads,
       .on_open =
           [](Registry& registry, auto&) {
             const Network network = registry.read([](const Snapshot& now) { return Network(now, {.places = true}); });
             const NetworkFigures figures = network.figures();
             return fmt::format("{} {} {} {} {}", figures.cities, figures.pairs,
                                network.chains(CityId(1), CityId(2)).size(), network.betweenness().size(),
                                network.bridges().size());
           }},
  };
}

/// What the files in the folder of a work say, but for those that stand there while one is used or made.
std::string left(const filesystem::path& file) {
  std::vector<std::string> texts;
  for (const auto& entry : filesystem::recursive_directory_iterator(file.parent_path())) {
    const std::string name = entry.path().lexically_relative(file.parent_path());
    const auto is = [&](const char* part) { return name.find(part) != std::string::npos; };
    if (!entry.is_regular_file() || is("-journal") || is("-wal") || is("-shm") || is(".partial") || is(".bak"))
      continue;
    // A file under SQLite is never read in another way: the locks of this process would go.
    if (is(".gpkg")) {
      texts.push_back(name + Database(entry.path()).rows("SELECT count(*) FROM cities, bonds, pragma_integrity_check"));
    } else if (name == file.filename() || is(".copy")) {
      texts.push_back((name == file.filename() ? "" : name) + told(entry.path()));
      if (!texts.back().empty()) texts.back() += Database(entry.path()).rows("PRAGMA user_version");
    } else {
      texts.push_back(name + support::read_file(entry.path()));
    }
  }
  std::ranges::sort(texts);
  return fmt::format("{}", fmt::join(texts, ""));
}

/// Whether a file with that in its name is there.
bool is_there(const filesystem::path& file, std::string_view part) {
  return std::ranges::any_of(filesystem::directory_iterator(file.parent_path()),
                             [&](const auto& entry) { return entry.path().string().find(part) != std::string::npos; });
}

std::size_t descriptors() {
  return static_cast<std::size_t>(std::distance(filesystem::directory_iterator("/proc/self/fd"), {}));
}

/// What one doing of a work came to.
struct Outcome {
  bool was_met = false;    ///< the fault
  std::size_t calls = 0;   ///< that might have been refused
  std::string wrong = {};  ///< nothing
};

class Faults : public testing::TestWithParam<Work> {
 protected:
  Faults() {
    const TemporaryFile file;
    if (work().acts) make_registry(file.path(), work().mode, *work().acts);
    write_list(file.path().string() + ".csv", 5);
    image_ = image_of(file.path().parent_path());
    before_ = left(file.path());
    const auto registry = open(file.path());
    if (registry) count_before_ = count(*registry);
    answer_ = work(registry.get(), file.path());
    if (registry) count_after_ = count(*registry);
    after_ = left(file.path());
    has_backup_ = is_there(file.path(), ".bak");
  }

  static const Work& work() { return GetParam(); }

  /// Does the work with a fault, and says what is wrong with what that left.
  Outcome meet(const Fault& fault, std::size_t number) const {
    const TemporaryFile file;
    for (const auto& [name, bytes] : image_) support::write_file(file.path().parent_path() / name, bytes);
    const std::size_t open_before = descriptors();
    const Held held_before = held();
    Outcome outcome;
    try {
      outcome = meet(fault, number, file.path());
    } catch (const std::exception& exception) {
      outcome.wrong = fmt::format("later: {}", exception.what());
    }
    if (!outcome.wrong.empty()) return outcome;
    const Held held_after = held();
    if (held_after.by_sqlite != held_before.by_sqlite) outcome.wrong = "memory of SQLite is lost";
    if (held_after.by_others != held_before.by_others) outcome.wrong = "memory is lost";
    if (descriptors() != open_before) outcome.wrong = "a file stays open";
    return outcome;
  }

 private:
  static std::unique_ptr<Registry> open(const std::string& path) {
    return work().on_open ? std::make_unique<Registry>(Registry::open(path, {.busy_timeout = {}})) : nullptr;
  }
  static std::pair<std::size_t, std::size_t> count(Registry& registry) {
    return registry.read(
        [](const Snapshot& now) { return std::pair(now.bonds().size(), now.history(CityId(1)).size()); });
  }
  static std::string work(Registry* registry, const std::string& path) {
    return registry != nullptr ? work().on_open(*registry, path) : work().on_closed(path);
  }

  Outcome meet(const Fault& fault, std::size_t number, const std::string& path) const {
    const auto registry = open(path);
    Outcome outcome;
    const Thrown thrown = work_with(fault, number, registry.get(), path, outcome);
    outcome.wrong = judge(fault, thrown);
    if (!outcome.wrong.empty() || !outcome.was_met) return outcome;
    // The registry is open still: a lock that was kept would be met here.
    const std::string found = left(path);
    if (found != before_ && found != after_) outcome.wrong = "half of it is there: " + found;
    if (has_backup_ && found == after_ && !is_there(path, ".bak")) outcome.wrong = "the old is gone";
    if (found != after_ && !thrown.is_thrown) outcome.wrong = "it is not there, and nobody said so";
    const bool can_clear_up =
        fault.call != Call::remove && (fault.call != Call::memory || fault.extent == Extent::once);
    if (can_clear_up && is_there(path, ".partial")) outcome.wrong = "what was begun is there still";
    if (outcome.wrong.empty()) outcome.wrong = go_on(registry.get(), path, found);
    if (!outcome.wrong.empty() && thrown.is_thrown) outcome.wrong += " -- after: " + thrown.what;
    return outcome;
  }

  struct Thrown {
    bool is_thrown = false;
    bool is_bad_alloc = false;
    bool is_ours = false;
    ErrorCategory category{};
    std::string what = {};
    std::string answer = {};
  };

  static Thrown work_with(const Fault& fault, std::size_t number, Registry* registry, const std::string& path,
                          Outcome& outcome) {
    Refusal refusal(fault.call, fault.error, fault.extent, number);
    const auto lift = [&] {
      outcome.was_met = refusal.was_met();
      outcome.calls = refusal.calls();
      refusal.lift();
    };
    Thrown thrown;
    try {
      std::string answer = work(registry, path);
      lift();
      thrown.answer = std::move(answer);
    } catch (const Error& error) {
      lift();
      thrown = {.is_thrown = true, .is_ours = true, .category = error.category(), .what = error.what()};
    } catch (const std::bad_alloc&) {
      lift();
      thrown = {.is_thrown = true, .is_bad_alloc = true, .what = "bad_alloc"};
    } catch (const std::exception& exception) {
      lift();
      thrown = {.is_thrown = true, .what = exception.what()};
    }
    return thrown;
  }

  std::string judge(const Fault& fault, const Thrown& thrown) const {
    // SQLite's own check reports what it can't read.
    if (fault.call == Call::read && thrown.answer.starts_with("integrity: ")) return "";
    if (fault.call == Call::read && thrown.what.find("is not sound: ") != std::string::npos) return "";
    if (!thrown.is_thrown) return thrown.answer == answer_ ? "" : "another answer: " + thrown.answer;
    if (thrown.is_bad_alloc && fault.call == Call::memory) return "";
    if (!thrown.is_ours) return "no error of ours: " + thrown.what;
    if (thrown.what.find('\n') != std::string::npos) return "more than a line: " + thrown.what;
    if (std::ranges::find(fault.categories, thrown.category) != fault.categories.end()) return "";
    return fmt::format("{}: {}", to_string(thrown.category), thrown.what);
  }

  /// The registry that was open answers as the file does, and what was not done can be done.
  std::string go_on(Registry* registry, const std::string& path, const std::string& found) const {
    if (registry != nullptr) {
      if (count(*registry) != (found == after_ ? count_after_ : count_before_)) return "it reads another file";
      registry->write([](Transaction&) {});
    }
    if ((found == after_ && before_ != after_) || ++done_again_ % 5 != 1) return "";
    if (work(registry, path) != answer_) return "another answer afterwards";
    return left(path) == after_ ? "" : "something else is there afterwards";
  }

  const support::FilesInMemory in_memory_;
  Image image_;
  std::string before_;
  std::string after_;
  std::string answer_;
  bool has_backup_ = false;
  std::pair<std::size_t, std::size_t> count_before_;  ///< bonds, and acts of a city
  std::pair<std::size_t, std::size_t> count_after_;
  mutable int done_again_ = 0;
};

INSTANTIATE_TEST_SUITE_P(All, Faults, testing::ValuesIn(works()), [](const auto& work) { return work.param.name; });

TEST_P(Faults, LeaveTheOldOrTheNewAndOneClearError) {
  for (const Fault& fault : faults_of_all_kinds()) {
    if (fault.met_by > work().touches) continue;
    // A log stays; and a lock of its memory that the system keeps can't be had again.
    if ((fault.call == Call::remove || fault.call == Call::unlock) && work().mode == ahead) continue;
    const Outcome without = meet(fault, std::numeric_limits<std::size_t>::max());
    ASSERT_EQ(without.wrong, "") << fault.name;
    // A registry that is open has all that its first reader needs.
    if (fault.call == Call::open && without.calls == 0 && work().on_open && work().touches == Touch::reads) continue;
    // Of C++ itself there are few allocations, and what goes wrong after one of them does not after its neighbour.
    const bool is_each = fault.call == Call::memory && without.calls < 200;
    const std::size_t step = is_each ? 1 : std::max<std::size_t>(1, without.calls / wanted_faults());
    int met = 0;
    int wrong = 0;
    for (std::size_t number = 1;; number += step) {
      Outcome outcome = meet(fault, number);
      // What is made once for all may be made on the way to an error.
      if (outcome.wrong.ends_with("lost")) outcome = meet(fault, number);
      if (!outcome.wrong.empty() && ++wrong <= 3) {
        ADD_FAILURE() << fault.name << " " << number << " of " << without.calls << ": " << outcome.wrong;
      }
      if (!outcome.was_met) break;
      ++met;
    }
    EXPECT_GT(met, 0) << fault.name;
    RecordProperty(fmt::format("met: {}", fault.name), met);
  }
}

}  // namespace
}  // namespace twinning::durability
