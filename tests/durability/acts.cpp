#include "durability/acts.hpp"

#include <fmt/format.h>

#include <fstream>

#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning::durability {

using support::Database;

void record_act(Registry& registry, int number) {
  const int bond = number / 3 + 1;
  registry.write([&](Transaction& tx) {
    switch (number % 3) {
      case 0: {
        const CityId one = tx.add_city({.name = fmt::format("One {}", bond)});
        const CityId other = tx.add_city({.name = fmt::format("Other {}", bond), .note = std::string(5000, 'x')});
        const SourceId source = tx.add_source({.title = fmt::format("Minutes {}", bond)});
        tx.form({.parties = {one, other}, .date = Date{"1944"}});
        tx.cite(EventId(number + 1), source);
        break;
      }
      case 1:
        tx.record(BondId(bond), {.kind = EventKind::suspended, .date = Date{"2022"}, .by = CityId(2 * bond)});
        break;
      default:
        tx.correct(EventId(number), {.kind = EventKind::cut, .date = Date{"2022-03"}, .by = CityId(2 * bond - 1)});
    }
  });
}

std::string told(const std::filesystem::path& file) {
  const Database database(file);
  if (database.rows("SELECT count(*) FROM sqlite_schema") == "0\n") return {};
  if (const std::string damage = database.rows("PRAGMA integrity_check"); damage != "ok\n") return "damaged: " + damage;
  std::string text;
  for (const char* const rows :
       {"SELECT id, name, length(note) FROM city ORDER BY id", "SELECT bond_id, city_id FROM bond_party ORDER BY 1, 2",
        "SELECT id, bond_id, kind, date, city_id, corrects FROM bond_event ORDER BY id",
        "SELECT source_id, event_id FROM citation ORDER BY 1, 2", "SELECT id, title FROM source ORDER BY id",
        "SELECT city_id, bond_id, twin_id, status, from_earliest, from_latest, to_earliest, to_latest FROM twin_span "
        "ORDER BY 1, 2, 3, 5, 6"}) {
    text += database.rows(rows) + "\n";
  }
  return text;
}

void open_as_it_was_left(const std::filesystem::path& file) {
  try {
    Registry::open(file);
  } catch (const Error& error) {
    if (error.category() != ErrorCategory::layout_too_new) throw;
  }
}

std::vector<std::string> told_after_acts(int acts) {
  const support::TemporaryFile file;
  auto registry = Registry::create(file.path());
  std::vector<std::string> after = {told(file.path())};
  for (int number = 0; number < acts; ++number) {
    record_act(registry, number);
    after.push_back(told(file.path()));
  }
  return after;
}

void make_registry(const std::filesystem::path& file, JournalMode mode, int acts) {
  auto registry = Registry::create(file, {.journal_mode = mode});
  for (int number = 0; number < acts; ++number) record_act(registry, number);
}

void write_list(const std::filesystem::path& file, int rows) {
  std::ofstream list(file);
  list << "a,b,date\n";
  for (int row = 0; row < rows; ++row) list << fmt::format("Town {},Town {},{}\n", row, row * 7 + 1, 1900 + row % 100);
}

std::string faults(const std::filesystem::path& file) {
  std::string found;
  {
    const Database database(file);
    if (database.rows("PRAGMA user_version") != fmt::format("{}\n", layout)) {
      return database.rows("SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'") +
             database.rows("PRAGMA foreign_key_check");
    }
  }
  for (const Finding& finding : check(file)) found += finding.what + ": " + finding.explanation + "\n";
  return found;
}

}  // namespace twinning::durability
