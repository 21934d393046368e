// https://www.sqlite.org/fileformat2.html#the_freelist and https://www.sqlite.org/dbstat.html

#include "pages.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdint>

#include "connection.hpp"

namespace twinning {
namespace {

/// The bytes of a database file, as SQLite has it open.
class Bytes {
 public:
  explicit Bytes(const Connection& connection) {
    sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file_));
  }
  std::uint32_t number(std::int64_t place) const {
    unsigned char bytes[4] = {};
    const int code = file_->pMethods->xRead(file_, bytes, sizeof bytes, place);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) throw translate(code, sqlite3_errstr(code));
    return std::uint32_t{bytes[0]} << 24U | std::uint32_t{bytes[1]} << 16U | std::uint32_t{bytes[2]} << 8U | bytes[3];
  }

 private:
  sqlite3_file* file_ = nullptr;
};

/// What each page is used for, so far.
class Pages {
 public:
  explicit Pages(Connection& connection)
      : size_(connection.integer("PRAGMA page_size")), uses_(static_cast<std::size_t>(count_of(connection)) + 1) {
    // Those that SQLite keeps for itself: where it locks the file.
    if (const std::int64_t locked = 0x40000000 / size_ + 1; locked < count()) use(locked, "");
  }
  std::int64_t size() const { return size_; }
  std::int64_t count() const { return static_cast<std::int64_t>(uses_.size()); }

  void use(std::int64_t page, const std::string& what) {
    if (page < 1 || page >= count()) {
      faults_.push_back(fmt::format("{} has page {}, which is not in the file", what, page));
    } else if (uses_[static_cast<std::size_t>(page)]) {
      faults_.push_back(fmt::format("{} has page {}, which is used already", what, page));
    } else {
      uses_[static_cast<std::size_t>(page)] = true;
      ++used_;
    }
  }
  void blame(std::string fault) { faults_.push_back(std::move(fault)); }
  std::int64_t unused() const { return count() - 1 - used_; }
  bool is_sound() const { return faults_.empty(); }
  std::vector<std::string> faults() && { return std::move(faults_); }

 private:
  static std::int64_t count_of(Connection& connection) { return connection.integer("PRAGMA page_count"); }
  std::int64_t size_;
  std::vector<bool> uses_;
  std::int64_t used_ = 0;
  std::vector<std::string> faults_;
};

/// Trunk by trunk, each with its leaves. Stops at the first fault: what comes after it means nothing.
void use_free_list(const Bytes& bytes, Pages& pages) {
  const std::uint32_t most = static_cast<std::uint32_t>(pages.size() / 4) - 2;
  for (std::uint32_t trunk = bytes.number(32); trunk != 0;) {
    pages.use(trunk, "the list of free pages");
    if (!pages.is_sound()) return;
    const std::int64_t place = (std::int64_t{trunk} - 1) * pages.size();
    const std::uint32_t leaves = bytes.number(place + 4);
    if (leaves > most) {
      pages.blame(fmt::format("page {} of the list of free pages has {} leaves", trunk, leaves));
      return;
    }
    for (std::uint32_t leaf = 0; leaf < leaves && pages.is_sound(); ++leaf) {
      pages.use(bytes.number(place + 8 + 4 * std::int64_t{leaf}), "the list of free pages");
    }
    trunk = bytes.number(place);
  }
}

/// And no table of the user's stands in front of it.
bool has_dbstat(Connection& connection) {
  if (connection.integer("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE lower(name) = 'dbstat')") != 0) return false;
  Statement rows(connection, "PRAGMA module_list");
  while (rows.step()) {
    if (rows.text(0) == "dbstat") return true;
  }
  return false;
}

bool is_all_in_the_file(Connection& connection) {
  if (connection.text("PRAGMA journal_mode") != "wal") return true;
  // As it is opened untrusted: it has no log, whatever its header says.
  sqlite3_file* log = nullptr;
  sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, static_cast<void*>(&log));
  std::int64_t size = 0;
  return log == nullptr || log->pMethods == nullptr ||
         (log->pMethods->xFileSize(log, reinterpret_cast<sqlite3_int64*>(&size)) == SQLITE_OK && size == 0);
}

}  // namespace

std::vector<std::string> misused_pages(Connection& connection) {
  if (!has_dbstat(connection)) return {};
  Pages pages(connection);
  {
    Statement rows(connection, "SELECT pageno, name FROM dbstat");
    while (rows.step()) pages.use(rows.integer(0), rows.text(1));
  }
  // Pages that lead to others, where a page may move: https://www.sqlite.org/fileformat2.html#ptrmap
  if (connection.integer("PRAGMA auto_vacuum") != 0) return std::move(pages).faults();
  const std::int64_t free = connection.integer("PRAGMA freelist_count");
  if (pages.is_sound() && pages.unused() != free) {
    pages.blame(fmt::format("{} pages are free, but the list of free pages has {}", pages.unused(), free));
  }
  if (pages.is_sound() && is_all_in_the_file(connection)) use_free_list(Bytes(connection), pages);
  if (pages.is_sound() && pages.unused() != 0 && is_all_in_the_file(connection)) {
    pages.blame(fmt::format("{} pages are neither used nor in the list of free pages", pages.unused()));
  }
  return std::move(pages).faults();
}

}  // namespace twinning
