#pragma once

// SQLite's functions: those that the library is linked with; or, in the loadable extension, those that the program that
// loaded it hands over.
#ifdef TWINNING_IN_HOST
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT3
#else
#include <sqlite3.h>
#endif
