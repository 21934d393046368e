#pragma once

#include <sqlite3ext.h>

#include <exception>
#include <new>

#include <twinning/error.hpp>

namespace twinning::extension {

/// Runs `body`, which SQLite called, and gives the code that it gives. Where it throws, `fail` gives the code, from the
/// one that fits and the message. SQLite is C: no exception may reach it.
template <typename Body, typename Fail>
int guard(Body&& body, Fail&& fail) noexcept {
  try {
    return body();
  } catch (const Error& error) {
    return fail(error.sqlite_code() != 0 ? error.sqlite_code() : SQLITE_ERROR, error.what());
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  } catch (const std::exception& error) {
    return fail(SQLITE_ERROR, error.what());
  }
}

}  // namespace twinning::extension
