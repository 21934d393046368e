// The functions of the extension, called from SQL with values of any type. The first byte of an input says in which
// statement; the values follow.

#include <sqlite3.h>

#include <array>
#include <cstring>
#include <memory>
#include <string>

#include "support/database.hpp"
#include "support/temporary_file.hpp"
#include "target.hpp"

extern "C" int sqlite3_modtwinning_init(sqlite3* host, char** message, const sqlite3_api_routines* api);

namespace twinning::fuzz {
namespace {

constexpr std::array statements = {
    "SELECT * FROM twins_of(?1, ?2, ?3)",
    "SELECT * FROM twins_of WHERE of_city = ?1 AND as_of IN (?2, ?3)",
    "SELECT * FROM twins_of(?1) WHERE name > ?2 ORDER BY since LIMIT ?3",
    "SELECT * FROM city AS c JOIN twins_of(c.id, ?1, ?2) AS t ON t.twin_id = ?3",
    "SELECT * FROM city AS c LEFT JOIN twins_of AS t ON t.of_city = c.name AND t.known_at = ?1",
    "SELECT * FROM bonds_as_of(?1, ?2) WHERE bond_id = ?3",
    "SELECT * FROM bonds_as_of WHERE as_of = ?1 OR known_at = ?2",
    "SELECT count(*), max(since) FROM bonds_as_of(?1) GROUP BY status HAVING count(*) > ?2",
    "SELECT * FROM history_of(?1, ?2)",
    "SELECT * FROM history_of AS h JOIN explain_bond(h.bond_id, ?2) AS e WHERE h.of_city = ?1",
    "SELECT * FROM changes(?1, ?2, ?3)",
    "SELECT * FROM changes(?1) WHERE to_day BETWEEN ?2 AND ?3",
    "SELECT * FROM explain_bond(?1, ?2, ?3)",
    "SELECT * FROM bond AS b JOIN explain_bond AS e ON e.of_bond = b.id AND e.as_of = ?1 AND e.known_at IS ?2",
    "SELECT * FROM chain(?1, ?2, ?3, ?4, ?5)",
    "SELECT * FROM chain WHERE from_city = ?1 AND to_city = ?2 AND certain_only = ?3",
    "SELECT * FROM search_city(?1, ?2)",
    "SELECT * FROM search_city WHERE search_text = ?1 AND match = ?2 OR search_text = ?3",
    "SELECT edtf_valid(?1), edtf_valid(?2)",
    "SELECT edtf_earliest(?1), edtf_latest(?1)",
    "SELECT distance_km(?1, ?2, ?3, ?4)",
    "SELECT fold(?1), fold(fold(?1)) IS fold(?1), length(fold(?2))",
    "SELECT * FROM twins_of((SELECT city_id FROM search_city(?1) LIMIT 1), ?2)",
    "SELECT (SELECT count(*) FROM twins_of(?1, e.date)) FROM bond_event AS e WHERE e.id > ?2"};

/// A connection as any program has it, to a registry in memory, with the extension loaded.
support::Database host() {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): so SQLite asks for it.
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(sqlite3_modtwinning_init));
  auto database = support::Database::of_image(support::read_file(TWINNING_SOURCE_DIR "/tests/golden/v1.db"));
  database.run("PRAGMA query_only = ON");
  return database;
}

void bind(sqlite3_stmt* statement, int place, Bytes& bytes) {
  switch (bytes.byte() % 8) {
    case 0:
      sqlite3_bind_null(statement, place);
      break;
    case 1:
      sqlite3_bind_int64(statement, place, bytes.byte() % 8);
      break;
    case 2: {
      sqlite3_int64 value = 0;
      const std::string_view text = bytes.text(sizeof value);
      std::memcpy(&value, text.data(), text.size());
      sqlite3_bind_int64(statement, place, value);
      break;
    }
    case 3: {
      double value = 0;
      const std::string_view text = bytes.text(sizeof value);
      std::memcpy(&value, text.data(), text.size());
      sqlite3_bind_double(statement, place, value);
      break;
    }
    case 4: {
      const std::string_view blob = bytes.line();
      sqlite3_bind_blob64(statement, place, blob.data(), blob.size(), SQLITE_TRANSIENT);
      break;
    }
    default: {
      const std::string_view text = bytes.line();
      sqlite3_bind_text64(statement, place, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
  }
}

struct Finalize {
  void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};

void run(const support::Database& database, Bytes bytes) {
  sqlite3_stmt* prepared = nullptr;
  const char* const sql = bytes.one_of(statements);
  require(sqlite3_prepare_v2(database.get(), sql, -1, &prepared, nullptr) == SQLITE_OK, sqlite3_errmsg(database.get()));
  const std::unique_ptr<sqlite3_stmt, Finalize> statement(prepared);
  for (int place = 1; place <= sqlite3_bind_parameter_count(prepared); ++place) bind(prepared, place, bytes);
  int result = sqlite3_step(prepared);
  while (result == SQLITE_ROW) {
    for (int column = 0; column < sqlite3_column_count(prepared); ++column) sqlite3_column_text(prepared, column);
    result = sqlite3_step(prepared);
  }
  const std::string_view told = sqlite3_errmsg(database.get());
  require(result == SQLITE_DONE || result == SQLITE_ERROR || result == SQLITE_MISMATCH,
          fmt::format("an answer or a refusal: {}, {}", result, told));
  require(told.find('\n') == std::string_view::npos, fmt::format("one line: {}", told));
}

}  // namespace
}  // namespace twinning::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto database = twinning::fuzz::host();
  twinning::fuzz::run(database, twinning::fuzz::Bytes(data, size));
  return 0;
}
