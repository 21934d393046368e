// Where SQLite begins when it loads mod_twinning.

#include <sqlite3ext.h>

#include <initializer_list>

#include "extension/functions.hpp"

SQLITE_EXTENSION_INIT1

namespace twinning::extension {
namespace {

/// The first SQLite that has all that a registry asks for.
constexpr int oldest_sqlite = 3040000;

int load(sqlite3* host, char** message) {
  if (sqlite3_libversion_number() < oldest_sqlite) {
    *message =
        sqlite3_mprintf("mod_twinning needs SQLite 3.40 or newer, and this program has %s", sqlite3_libversion());
    return SQLITE_ERROR;
  }
  for (const TableFunction* function :
       {&twins_of, &bonds_as_of, &history_of, &changes, &explain_bond, &chain, &search_city}) {
    if (const int code = add_function(host, *function); code != SQLITE_OK) return code;
  }
  return add_scalar_functions(host);
}

}  // namespace
}  // namespace twinning::extension

#ifdef _WIN32
extern "C" __declspec(dllexport)
#else
extern "C" __attribute__((visibility("default")))
#endif
    int sqlite3_modtwinning_init(sqlite3* host, char** message, const sqlite3_api_routines* api) {
  SQLITE_EXTENSION_INIT2(api);
  return twinning::extension::load(host, message);
}
