// Where SQLite begins when it loads mod_twinning.

#include <sqlite3ext.h>

#include "extension/functions.hpp"
#include "extension/guard.hpp"

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
  int code = add_scalar_functions(host);
  if (code == SQLITE_OK) {
    code = add_table_functions(host,
                               {&twins_of, &bonds_as_of, &history_of, &changes, &explain_bond, &chain, &search_city});
  }
  if (code != SQLITE_OK) *message = sqlite3_mprintf("mod_twinning: %s", sqlite3_errstr(code));
  return code;
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
  return twinning::extension::guard([&] { return twinning::extension::load(host, message); },
                                    [&](int code, const char* said) {
                                      *message = sqlite3_mprintf("mod_twinning: %s", said);
                                      return code;
                                    });
}
