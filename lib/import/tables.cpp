// The tables of a whole registry, as the export of that name wrote them.

#include "import/tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>
#include <vector>

#include <twinning/error.hpp>

#include "durable_tables.hpp"
#include "folding.hpp"
#include "import/rows.hpp"
#include "import/stated_values.hpp"
#include "layout.hpp"
#include "quote.hpp"
#include "soundness.hpp"
#include "spans.hpp"

namespace twinning::importing {
namespace {

namespace filesystem = std::filesystem;

/// Each row as text, sorted.
std::vector<std::string> rows_of(Connection& connection, const DurableTable& table) {
  std::vector<std::string> texts;
  Statement rows(connection, table.query);
  while (rows.step()) {
    std::string text;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      text.append(column == 0 ? "" : "|").append(rows.any_text(static_cast<int>(column)));
    }
    texts.push_back(std::move(text));
  }
  std::ranges::sort(texts);
  return texts;
}

void require_empty(Connection& connection) {
  for (const char* const table : {"city", "bond", "source"}) {
    if (connection.integer(fmt::format("SELECT EXISTS (SELECT 1 FROM {})", table)) == 0) continue;
    throw Error(ErrorCategory::invalid_argument,
                fmt::format("the registry has rows in {} already: tables are imported into a new one", table));
  }
  // What a new one has besides is taken over whole, so one's own would be lost.
  Connection fresh(":memory:", Connection::Mode::create, std::chrono::milliseconds(0));
  lay_out(fresh);
  for (const DurableTable& table : durable_tables()) {
    if (table.name == "edtf_date") continue;
    const std::vector<std::string> known = rows_of(fresh, table);
    for (const std::string& row : rows_of(connection, table)) {
      if (std::ranges::binary_search(known, row)) continue;
      throw Error(ErrorCategory::invalid_argument,
                  fmt::format("the registry has a row of its own in {}, {}: tables are imported into a new one",
                              table.name, row));
    }
  }
}

/// A name may have been folded by another version, or by hand.
void fold_anew(Connection& connection) {
  for (const auto& [find, update] : {std::pair("SELECT id, name, folded FROM city WHERE folded IS NOT NULL",
                                               "UPDATE city SET folded = ? WHERE id = ?"),
                                     std::pair("SELECT id, name, folded FROM city_name WHERE folded IS NOT NULL",
                                               "UPDATE city_name SET folded = ? WHERE id = ?")}) {
    Statement rows(connection, find);
    while (rows.step()) {
      const std::string folded = fold(rows.text(1));
      if (folded != rows.text(2)) Statement(connection, update).bind(folded).bind(rows.integer(0)).run();
    }
  }
}

/// The name of the rule that a finding begins with, if it does.
std::string rule_of(const Finding& finding) {
  const std::string name = finding.explanation.substr(0, finding.explanation.find(':'));
  return name.size() < finding.explanation.size() && name.find(' ') == std::string::npos ? name : "";
}

/// Every trigger is away while the rows come in their own order; gives what puts them back.
std::vector<std::string> take_triggers_away(Connection& connection) {
  std::vector<std::string> drops;
  std::vector<std::string> triggers;
  {
    Statement rows(connection,
                   "SELECT sql, 'DROP TRIGGER \"' || replace(name, '\"', '\"\"') || '\"' FROM sqlite_schema "
                   "WHERE type = 'trigger' ORDER BY rowid");
    while (rows.step()) {
      triggers.push_back(rows.text(0));
      drops.push_back(rows.text(1));
    }
  }
  for (const std::string& drop : drops) connection.execute(drop);
  return triggers;
}

struct Indexes {
  std::vector<std::string> of_tables;
  std::vector<std::string> of_projections;
};

/// So are the indexes: sorted once at the end they take a fraction of the time, and of the reading where the file is
/// larger than the cache. Those stay that keep a rule, or by which SQLite finds the acts that refer to a later one.
Indexes take_indexes_away(Connection& connection) {
  Indexes indexes;
  std::vector<std::string> drops;
  {
    Statement rows(connection,
                   "SELECT tbl_name, sql, 'DROP INDEX \"' || replace(name, '\"', '\"\"') || '\"' FROM sqlite_schema "
                   "WHERE type = 'index' AND sql LIKE 'CREATE INDEX %' AND name <> 'bond_event_by_caused_by' "
                   "ORDER BY rowid");
    while (rows.step()) {
      (is_projection(rows.view(0)) ? indexes.of_projections : indexes.of_tables).push_back(rows.text(1));
      drops.push_back(rows.text(2));
    }
  }
  for (const std::string& drop : drops) connection.execute(drop);
  return indexes;
}

/// As RowBatch does, but that the line of a row that is refused is known.
class TableWriter {
 public:
  TableWriter(Connection& connection, const DurableTable& table, std::string path)
      : connection_(connection), table_(table), path_(std::move(path)), rows_(RowInsert::sizes.front()) {
    for (PendingRow& row : rows_) row.values.resize(table.columns.size());
  }

  void add(const Row& row) {
    if (row.values.size() != table_.columns.size()) {
      flush();
      throw at(row.line, Error(ErrorCategory::invalid_argument, fmt::format("the row has {} values for {} columns",
                                                                            row.values.size(), table_.columns.size())));
    }
    PendingRow& pending = rows_[used_];
    pending.line = row.line;
    for (std::size_t column = 0; column < row.values.size(); ++column) {
      Value& value = pending.values[column];
      value.is_absent = row.absent[column];
      value.text.assign(row.values[column]);
    }
    if (++used_ == rows_.size()) write_all();
  }

  void flush() {
    for (std::size_t row = 0; row < used_; ++row) write(rows_[row]);
    used_ = 0;
  }

 private:
  struct Value {
    bool is_absent = false;
    std::string text;  // kept from row to row, so that its memory is used again
  };
  struct PendingRow {
    std::int64_t line = 0;
    std::vector<Value> values;
  };

  void write_all() {
    try {
      Statement insert(connection_, table_.insert.texts.front());
      for (const PendingRow& row : rows_) bind(insert, row);
      insert.run();
      used_ = 0;
    } catch (const Error&) {
      if (!connection_.in_transaction()) throw;
      flush();  // which of them it was, each tells by itself
    }
  }

  void write(const PendingRow& row) {
    try {
      Statement insert(connection_, table_.insert.texts.back());
      bind(insert, row);
      insert.run();
    } catch (const Error& error) {
      if (!connection_.in_transaction()) throw;
      throw at(row.line, error);
    }
  }

  void bind(Statement& insert, const PendingRow& row) const {
    for (std::size_t column = 0; column < row.values.size(); ++column) {
      const Value& value = row.values[column];
      if (value.is_absent) {
        insert.bind(std::nullopt);
      } else if (const auto number = table_.columns[column].type == "REAL" ? stated_number(value.text) : std::nullopt) {
        insert.bind(*number);  // SQLite reads the last digit otherwise than it was meant
      } else {
        insert.bind(value.text);
      }
    }
  }

  Error at(std::int64_t line, const Error& error) const {
    return Error(error.category(), fmt::format("{}, line {}: {}", quote(path_), line, error.what()), error.rule(),
                 error.sqlite_code());
  }

  Connection& connection_;
  const DurableTable& table_;
  std::string path_;
  std::vector<PendingRow> rows_;
  std::size_t used_ = 0;
};

std::int64_t read_table(Connection& connection, const DurableTable& table, const filesystem::path& file_path) {
  InputFile file(file_path.string());
  TableWriter writer(connection, table, file.path());
  std::int64_t count = 0;
  const RowTaker taker{.header =
                           [&](const std::vector<std::string>& names) {
                             std::vector<std::string> expected;
                             for (const DurableTable::Column& column : table.columns) expected.push_back(column.name);
                             if (names == expected) return;
                             throw Error(ErrorCategory::invalid_argument,
                                         fmt::format("{} has not the columns of layout {}: {}", quote(file.path()),
                                                     layout, fmt::join(expected, ",")));
                           },
                       .row =
                           [&](const Row& row) {
                             writer.add(row);
                             ++count;
                           }};
  try {
    read_text(file, {.delimiter = ',', .has_header = true, .comment = {}, .is_ours = true}, taker);
  } catch (const Error&) {
    writer.flush();  // what is wrong with an earlier row comes first
    throw;
  }
  writer.flush();
  return count;
}

}  // namespace

bool is_tables_folder(const std::string& path) {
  std::error_code ignored;
  return filesystem::is_regular_file(filesystem::path(path) / "metadata.csv", ignored);
}

void read_tables(Connection& connection, const std::string& path, const ImportOptions& options, ImportReport& report) {
  require_empty(connection);
  // References are looked at when all rows are there: some point forwards.
  connection.execute("PRAGMA defer_foreign_keys = ON");
  const std::vector<std::string> triggers = take_triggers_away(connection);
  const Indexes indexes = take_indexes_away(connection);
  const auto& tables = durable_tables();
  for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
    connection.execute(fmt::format("DELETE FROM {}", table->name));
  }
  for (const DurableTable& table : tables) {
    const std::int64_t count = read_table(connection, table, filesystem::path(path) / (table.name + ".csv"));
    report.rows += count;
    report.rows_added += count;
    if (table.name == "city") report.cities_added = count;
    if (table.name == "city_name") report.names_added = count;
    if (table.name == "bond") report.bonds_added = count;
    if (table.name == "bond_event") report.acts_added = count;
    if (options.progress) options.progress({.bytes_read = 0, .bytes = 0, .rows = report.rows});
  }
  fold_anew(connection);
  for (const std::string& index : indexes.of_tables) connection.execute(index);
  for (const std::string& trigger : triggers) connection.execute(trigger);
  make_spans_after(connection, BondId(0), [&] {
    if (options.progress) options.progress({.bytes_read = 0, .bytes = 0, .rows = report.rows});
  });
  for (const std::string& index : indexes.of_projections) connection.execute(index);
  std::vector<Finding> findings = broken_references(connection);
  std::ranges::move(broken_rules(connection), std::back_inserter(findings));
  if (!findings.empty()) {
    const Finding& finding = findings.front();
    throw Error(ErrorCategory::rule_broken,
                fmt::format("the tables in {} are not sound: {}", quote(path), finding.explanation), rule_of(finding));
  }
}

}  // namespace twinning::importing
