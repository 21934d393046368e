// The one virtual table behind all table-valued functions. A call asks the library once and keeps the answer, so that
// no statement of ours is under way in the registry while the host takes row after row.

#include "extension/table_function.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "extension/guard.hpp"
#include "extension/result.hpp"

SQLITE_EXTENSION_INIT3

namespace twinning::extension {
namespace {

/// A function on one connection, and the registry that all functions there ask: there for as long as one of them is in
/// use, since sqlite3_close() waits for its statements.
struct FunctionOfHost {
  const TableFunction& function;
  std::shared_ptr<std::weak_ptr<HostRegistry>> registry;
};

struct Table : sqlite3_vtab {
  Table(const FunctionOfHost& of, sqlite3* host)
      : sqlite3_vtab{}, function(of.function), registry(of.registry->lock()) {
    if (registry) return;
    registry = std::make_shared<HostRegistry>(host);
    *of.registry = registry;
  }
  const TableFunction& function;
  std::shared_ptr<HostRegistry> registry;
};

struct FreeValue {
  void operator()(sqlite3_value* value) const noexcept { sqlite3_value_free(value); }
};

struct Cursor : sqlite3_vtab_cursor {
  Cursor() : sqlite3_vtab_cursor{} {}
  std::vector<std::unique_ptr<sqlite3_value, FreeValue>> arguments;
  std::vector<Row> rows;
  std::size_t at = 0;
  sqlite3_int64 first_row_id = 0;
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
  const auto& function_of_host = *static_cast<const FunctionOfHost*>(of);
  const TableFunction& function = function_of_host.function;
  return guard(
      [&] {
        std::string columns;
        for (const char* const column : function.columns) columns += fmt::format("{}, ", column);
        // BLOB: SQLite is to change no value that is compared with it into a number.
        for (const Argument& argument : function.arguments) columns += fmt::format("{} BLOB HIDDEN, ", argument.name);
        columns.resize(columns.size() - 2);
        if (const int code = sqlite3_declare_vtab(host, fmt::format("CREATE TABLE answer ({})", columns).c_str());
            code != SQLITE_OK) {
          return code;
        }
        // It reads what the host can read anyway, so views and triggers of any file may use it.
        if (const int code = sqlite3_vtab_config(host, SQLITE_VTAB_INNOCUOUS); code != SQLITE_OK) return code;
        *table = new Table(function_of_host, host);
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
    table.registry->expect_no_question();
    const std::vector<Argument>& arguments = table.function.arguments;
    const auto first = static_cast<int>(table.function.columns.size());
    std::vector<int> given(arguments.size(), -1);
    std::vector<bool> is_out_of_reach(arguments.size());
    for (int place = 0; place < info->nConstraint; ++place) {
      const auto& constraint = info->aConstraint[place];
      if (constraint.iColumn < first) continue;
      if (constraint.op != SQLITE_INDEX_CONSTRAINT_EQ && constraint.op != SQLITE_INDEX_CONSTRAINT_IS) continue;
      const auto argument = static_cast<std::size_t>(constraint.iColumn - first);
      if (constraint.usable == 0) {
        is_out_of_reach[argument] = true;
      } else if (given[argument] < 0) {
        given[argument] = place;
      }
    }
    int next = 0;
    double cost = 100 * table.function.rows_expected;
    for (std::size_t argument = 0; argument < arguments.size(); ++argument) {
      if (given[argument] >= 0) {
        info->aConstraintUsage[given[argument]].argvIndex = ++next;
        info->aConstraintUsage[given[argument]].omit = 1;
        info->idxNum |= 1 << argument;
      } else if (is_out_of_reach[argument]) {
        return SQLITE_CONSTRAINT;  // in another order of the tables it is there
      } else {
        // Of an OR, SQLite asks for a plan by each side alone. What is dear enough it does not take where there is
        // another.
        cost *= arguments[argument].expected == nullptr ? 10 : 1e90;
      }
    }
    info->estimatedRows = static_cast<sqlite3_int64>(table.function.rows_expected);
    info->estimatedCost = cost;
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

/// For an OR that takes the rows of several calls, SQLite leaves out those whose id it has had. So the same call gives
/// the same ids, and others give others but for a chance of one in 2^39. Its hash is FNV-1a, 64 bits.
sqlite3_int64 first_row_id(const std::vector<std::unique_ptr<sqlite3_value, FreeValue>>& arguments) {
  std::uint64_t hash = 14695981039346656037U;
  const auto add = [&](std::string_view bytes) {
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211U;
  };
  for (const auto& argument : arguments) add(argument ? description(argument.get()) + '\n' : "\n");
  constexpr unsigned bits_of_place = 24;
  return static_cast<sqlite3_int64>(hash >> (bits_of_place + 1) << bits_of_place);
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
      if ((plan_number & 1 << argument) == 0) {
        if (expected[argument].expected == nullptr) continue;
        throw Error(ErrorCategory::invalid_argument,
                    fmt::format("{} is missing: give {}", expected[argument].name, expected[argument].expected));
      }
      given[argument] = values[next++];
      cursor.arguments[argument].reset(sqlite3_value_dup(given[argument]));
      if (!cursor.arguments[argument]) throw std::bad_alloc();
    }
    const Arguments arguments(expected, std::move(given));
    table.registry->ask(arguments.known_at(), [&](const Snapshot& snapshot) {
      cursor.rows = table.function.rows(*table.registry, snapshot, arguments);
    });
    cursor.first_row_id = first_row_id(cursor.arguments);
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
    return SQLITE_OK;
  }
  const std::size_t argument = column - row.size();
  if (cursor.arguments[argument]) {
    sqlite3_result_value(context, cursor.arguments[argument].get());
    return SQLITE_OK;
  }
  Table& table = table_of(of->pVtab);
  return guarded(table, [&]() -> int {
    throw Error(ErrorCategory::invalid_argument,
                fmt::format("{} is looked at and no value was given for it: give one in the call or by =, and put its "
                            "table's name before a column that you mean",
                            table.function.arguments[argument].name));
  });
}

int row_id(sqlite3_vtab_cursor* cursor, sqlite3_int64* id) {
  *id = cursor_of(cursor).first_row_id + static_cast<sqlite3_int64>(cursor_of(cursor).at);
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

int add_table_functions(sqlite3* host, std::initializer_list<const TableFunction*> functions) {
  const auto registry = std::make_shared<std::weak_ptr<HostRegistry>>();
  for (auto function = functions.begin(); function != functions.end(); ++function) {
    const int code =
        sqlite3_create_module_v2(host, (*function)->name, &module, new FunctionOfHost{**function, registry},
                                 [](void* of) { delete static_cast<FunctionOfHost*>(of); });
    if (code == SQLITE_OK) continue;
    for (auto added = functions.begin(); added != function; ++added) {
      sqlite3_create_module_v2(host, (*added)->name, nullptr, nullptr, nullptr);
    }
    return code;
  }
  return SQLITE_OK;
}

}  // namespace twinning::extension
