// The one virtual table behind all table-valued functions. A call asks the library once and keeps the answer, so that
// nothing is under way in the registry while the host takes row after row.

#include "extension/table_function.hpp"

#include <fmt/format.h>

#include <memory>

#include "extension/guard.hpp"
#include "extension/host_registry.hpp"
#include "extension/result.hpp"

SQLITE_EXTENSION_INIT3

namespace twinning::extension {
namespace {

struct Table : sqlite3_vtab {
  Table(const TableFunction& of, sqlite3* host) : sqlite3_vtab{}, function(of), registry(host) {}
  const TableFunction& function;
  HostRegistry registry;
};

struct FreeValue {
  void operator()(sqlite3_value* value) const noexcept { sqlite3_value_free(value); }
};

struct Cursor : sqlite3_vtab_cursor {
  Cursor() : sqlite3_vtab_cursor{} {}
  std::vector<std::unique_ptr<sqlite3_value, FreeValue>> arguments;
  std::vector<Row> rows;
  std::size_t at = 0;
};

Table& table_of(sqlite3_vtab* table) { return *static_cast<Table*>(table); }
Cursor& cursor_of(sqlite3_vtab_cursor* cursor) { return *static_cast<Cursor*>(cursor); }

/// Runs the body of one of the table's methods. No exception leaves it.
template <typename Body>
int guarded(Table& table, Body&& body) noexcept {
  return guard(body, [&](int code, const char* message) {
    sqlite3_free(table.zErrMsg);
    table.zErrMsg = sqlite3_mprintf("%s: %s", table.function.name, message);
    return code;
  });
}

int connect(sqlite3* host, void* of, int, const char* const*, sqlite3_vtab** table, char** message) {
  const auto& function = *static_cast<const TableFunction*>(of);
  return guard(
      [&] {
        std::string columns;
        for (const char* const column : function.columns) columns += fmt::format("{}, ", column);
        for (const Argument& argument : function.arguments) columns += fmt::format("\"{}\" HIDDEN, ", argument.name);
        columns.resize(columns.size() - 2);
        if (const int code = sqlite3_declare_vtab(host, fmt::format("CREATE TABLE answer ({})", columns).c_str());
            code != SQLITE_OK) {
          return code;
        }
        // It reads what the host can read anyway, so views and triggers of any file may use it.
        if (const int code = sqlite3_vtab_config(host, SQLITE_VTAB_INNOCUOUS); code != SQLITE_OK) return code;
        *table = new Table(function, host);
        return SQLITE_OK;
      },
      [&](int code, const char* said) {
        *message = sqlite3_mprintf("%s: %s", function.name, said);
        return code;
      });
}

int disconnect(sqlite3_vtab* table) {
  delete &table_of(table);
  return SQLITE_OK;
}

/// The plan's number has a bit for each argument that it is given.
int plan(sqlite3_vtab* of, sqlite3_index_info* info) {
  Table& table = table_of(of);
  return guarded(table, [&] {
    const std::vector<Argument>& arguments = table.function.arguments;
    const auto first = static_cast<int>(table.function.columns.size());
    std::vector<int> given(arguments.size(), -1);
    std::vector<bool> is_out_of_reach(arguments.size());
    for (int place = 0; place < info->nConstraint; ++place) {
      const auto& constraint = info->aConstraint[place];
      if (constraint.iColumn < first || constraint.op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
      const auto argument = static_cast<std::size_t>(constraint.iColumn - first);
      if (constraint.usable == 0) {
        is_out_of_reach[argument] = true;
      } else if (given[argument] < 0) {
        given[argument] = place;
      }
    }
    int next = 0;
    for (std::size_t argument = 0; argument < arguments.size(); ++argument) {
      if (given[argument] >= 0) {
        info->aConstraintUsage[given[argument]].argvIndex = ++next;
        info->aConstraintUsage[given[argument]].omit = 1;
        info->idxNum |= 1 << argument;
      } else if (is_out_of_reach[argument]) {
        return SQLITE_CONSTRAINT;  // in another order of the tables it is there
      } else if (arguments[argument].expected != nullptr) {
        throw Error(ErrorCategory::invalid_argument,
                    fmt::format("{} is missing: give {}", arguments[argument].name, arguments[argument].expected));
      }
    }
    info->estimatedRows = static_cast<sqlite3_int64>(table.function.rows_expected);
    info->estimatedCost = 100 * table.function.rows_expected;
    return SQLITE_OK;
  });
}

int open(sqlite3_vtab* table, sqlite3_vtab_cursor** cursor) {
  return guarded(table_of(table), [&] {
    *cursor = new Cursor;
    return SQLITE_OK;
  });
}

int close(sqlite3_vtab_cursor* cursor) {
  delete &cursor_of(cursor);
  return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* of, int plan_number, const char*, int, sqlite3_value** values) {
  Cursor& cursor = cursor_of(of);
  Table& table = table_of(of->pVtab);
  return guarded(table, [&] {
    const std::vector<Argument>& expected = table.function.arguments;
    cursor.rows.clear();
    cursor.at = 0;
    cursor.arguments.clear();
    cursor.arguments.resize(expected.size());
    std::vector<sqlite3_value*> given(expected.size());
    for (std::size_t argument = 0, next = 0; argument < expected.size(); ++argument) {
      if ((plan_number & 1 << argument) == 0) continue;
      given[argument] = values[next++];
      cursor.arguments[argument].reset(sqlite3_value_dup(given[argument]));
      if (!cursor.arguments[argument]) throw std::bad_alloc();
    }
    const Arguments arguments(expected, std::move(given));
    table.registry.ask(arguments.known_at(),
                       [&](const Snapshot& snapshot) { cursor.rows = table.function.rows(snapshot, arguments); });
    return SQLITE_OK;
  });
}

int next(sqlite3_vtab_cursor* cursor) {
  ++cursor_of(cursor).at;
  return SQLITE_OK;
}

int is_at_end(sqlite3_vtab_cursor* of) {
  const Cursor& cursor = cursor_of(of);
  return cursor.at >= cursor.rows.size() ? 1 : 0;
}

int column(sqlite3_vtab_cursor* of, sqlite3_context* context, int place) {
  const Cursor& cursor = cursor_of(of);
  const Row& row = cursor.rows[cursor.at];
  const auto column = static_cast<std::size_t>(place);
  if (column < row.size()) {
    set_result(context, row[column]);
  } else if (const auto& argument = cursor.arguments[column - row.size()]) {
    sqlite3_result_value(context, argument.get());
  }
  return SQLITE_OK;
}

int row_id(sqlite3_vtab_cursor* cursor, sqlite3_int64* id) {
  *id = static_cast<sqlite3_int64>(cursor_of(cursor).at) + 1;
  return SQLITE_OK;
}

/// Without xCreate a table of it can't be made: its name is a function, and no more.
constexpr sqlite3_module module = [] {
  sqlite3_module methods{};
  methods.xConnect = connect;
  methods.xBestIndex = plan;
  methods.xDisconnect = disconnect;
  methods.xOpen = open;
  methods.xClose = close;
  methods.xFilter = filter;
  methods.xNext = next;
  methods.xEof = is_at_end;
  methods.xColumn = column;
  methods.xRowid = row_id;
  return methods;
}();

}  // namespace

int add_function(sqlite3* host, const TableFunction& function) {
  return sqlite3_create_module_v2(host, function.name, &module, const_cast<TableFunction*>(&function), nullptr);
}

}  // namespace twinning::extension
