#include "backup.hpp"

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "layout.hpp"
#include "new_file.hpp"
#include "open_database.hpp"
#include "pages.hpp"
#include "quote.hpp"

namespace twinning {
namespace {

using Progress = std::function<void(const BackupProgress&)>;

void copy(Connection& from, Connection& to, const Progress& progress) {
  // In one read, so that what others write meanwhile can't make it begin again.
  from.execute("BEGIN");
  from.integer("SELECT count(*) FROM sqlite_schema");
  try {
    constexpr int pages_at_once = 1000;
    SQLite::Backup backup(to.database(), from.database());
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
      code = backup.executeStep(pages_at_once);
      const std::int64_t pages = backup.getTotalPageCount();
      if (progress) progress({.copied = pages - backup.getRemainingPageCount(), .pages = pages});
    }
    if (code != SQLITE_DONE) throw translate(code, fmt::format("copying the file: {}", sqlite3_errstr(code)));
  } catch (const SQLite::Exception& exception) {
    throw translate(exception.getErrorCode(), exception.what());  // a backup has no extended one
  }
}

void write_copy(const std::string& path, const std::string& to, const Progress& progress) {
  Looking from(path);
  refuse_blank(from, path);
  Connection copied(to, Connection::Mode::create, patience);
  copied.execute("PRAGMA synchronous = EXTRA");
  copy(from, copied, progress);
  copied.text("PRAGMA journal_mode = DELETE");  // a copy of a file in write-ahead mode is one file too
}

/// By another connection than the one that wrote it, which would ask what it remembers and not the file.
void verify_copy(const std::string& path, const std::string& copy) {
  Connection copied(copy, Connection::Mode::read_only, patience);
  const auto refuse = [&](const std::string& why) {
    throw Error(ErrorCategory::corrupt,
                fmt::format("the copy of \"{}\" is not sound: {}; check the original, and look at the disk of the copy",
                            path, one_line(why)));
  };
  if (const std::string found = copied.text("PRAGMA quick_check (1)"); found != "ok") {
    // It reports what it could not look at as if it were damaged.
    if (found.ends_with(fmt::format("error code={}", SQLITE_NOMEM))) throw translate(SQLITE_NOMEM, one_line(found));
    refuse(found);
  }
  copied.execute("BEGIN");
  if (const auto faults = misused_pages(copied); !faults.empty()) refuse(faults.front());
}

}  // namespace

Looking::Looking(const std::string& path) : Connection(path, Mode::read_write, patience) {
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  execute("PRAGMA query_only = ON");
}

void copy_whole(const std::string& path, NewFile& to, const Progress& progress) {
  to.make_like(path);  // nobody may read a copy who may not read the original
  write_copy(path, to.partial(), progress);
  verify_copy(path, to.partial());
  to.finish();
}

void backup(const std::string& path, const std::string& to, const Progress& progress) {
  require_registry_file(path);
  refuse_leftovers(to);
  NewFile copied(to);
  copy_whole(path, copied, progress);
}

}  // namespace twinning
