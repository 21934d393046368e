#include "layout.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <cctype>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include <twinning/maintenance.hpp>

#include "embedded_sql.hpp"

namespace twinning {
namespace {

namespace filesystem = std::filesystem;

std::uint32_t number_of(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

/// A file as SQLite opens it, unread. Whoever opened and closed it otherwise would let go of every lock that this
/// process has on it:
/// https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
class UnreadFile {
 public:
  explicit UnreadFile(const std::string& path) {
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
    database_.reset(database);
    if (code == SQLITE_OK)
      sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file_));
    if (code == SQLITE_NOMEM) throw translate(code, fmt::format("\"{}\": {}", path, sqlite3_errstr(code)));
    if (file_ == nullptr || file_->pMethods == nullptr) {
      refuse_file(path, ErrorCategory::input_output, "cannot be read: look at its permissions");
    }
  }
  /// Fills up with zeros where the file ends. Whether it could be read.
  bool read(std::span<char> bytes) {
    const int code = file_->pMethods->xRead(file_, bytes.data(), static_cast<int>(bytes.size()), 0);
    return code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ;
  }

 private:
  struct Close {
    void operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
  };
  std::unique_ptr<sqlite3, Close> database_;
  sqlite3_file* file_ = nullptr;
};

/// The header of an SQLite file: https://www.sqlite.org/fileformat2.html#the_database_header
class Header {
 public:
  explicit Header(const std::string& path) {
    if (!UnreadFile(path).read(bytes_)) {
      refuse_file(path, ErrorCategory::input_output, "could not be read: look at the disk");
    }
  }
  bool is_sqlite() const { return std::memcmp(bytes_.data(), "SQLite format 3", 16) == 0; }
  std::uint32_t page_size() const {
    const std::uint32_t size = number(16, 2);
    return size == 1 ? 65536 : size;
  }
  /// How many pages the file has, where the header knows it.
  std::uint32_t pages() const { return number(24, 4) == number(92, 4) ? number(28, 4) : 0; }
  std::int32_t user_version() const { return static_cast<std::int32_t>(number(60, 4)); }
  std::uint32_t application_id() const { return number(68, 4); }

 private:
  std::uint32_t number(std::size_t place, std::size_t size) const {
    return number_of(std::string_view(bytes_.data(), bytes_.size()).substr(place, size));
  }
  std::array<char, 100> bytes_{};
};

/// The journal beside a file that a program writes, or was stopped while it wrote: SQLite will undo what was not
/// finished. https://www.sqlite.org/fileformat2.html#the_rollback_journal
class Journal {
 public:
  explicit Journal(const std::string& path) {
    std::ifstream file(path + "-journal", std::ios::binary);
    file.read(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
  }
  bool is_begun() const { return text().starts_with("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"); }
  /// Whether the file had nothing in it before.
  bool makes_file() const { return is_begun() && number_of(text().substr(16, 4)) == 0; }

 private:
  std::string_view text() const { return {bytes_.data(), bytes_.size()}; }
  std::array<char, 20> bytes_{};
};

/// SQL with its comments left out and every run of spaces made one, but for what stands in quotes.
std::string normalised(std::string_view sql) {
  std::string text;
  char quote = 0;
  for (std::size_t at = 0; at < sql.size(); ++at) {
    const char letter = sql[at];
    if (quote != 0) {
      if (letter == quote) quote = 0;
    } else if (letter == '\'' || letter == '"') {
      quote = letter;
    } else if (letter == '-' && at + 1 < sql.size() && sql[at + 1] == '-') {
      while (at + 1 < sql.size() && sql[at + 1] != '\n') ++at;
      continue;
    } else if (std::isspace(static_cast<unsigned char>(letter)) != 0) {
      if (!text.empty() && text.back() != ' ') text += ' ';
      continue;
    }
    text += letter;
  }
  return text;
}

/// Tables and views with the name of one of SQLite's table-valued functions.
std::vector<std::string> names_in_the_way(Connection& connection) {
  std::set<std::string> functions;
  {
    Statement rows(connection, "PRAGMA module_list");
    while (rows.step()) functions.insert(rows.text(0));
  }
  std::vector<std::string> names;
  Statement rows(connection,
                 "SELECT type || ' ' || name, lower(name) FROM sqlite_schema WHERE type IN ('table', 'view')");
  while (rows.step()) {
    const std::string name = rows.text(1);
    if (functions.contains(name) || name.starts_with("pragma_")) names.push_back(rows.text(0));
  }
  return names;
}

/// What a file has that it should not: "another view twins".
std::string told(const SchemaDifference& difference) {
  const auto& [kind, object, on] = difference;
  switch (kind) {
    case SchemaDifference::Kind::missing:
      return "no " + object;
    case SchemaDifference::Kind::changed:
      return "another " + object;
    case SchemaDifference::Kind::in_the_way:
      return "a " + object + " in front of SQLite's own function";
    case SchemaDifference::Kind::added:
      break;
  }
  return object + " on " + on;
}

}  // namespace

void require_registry_file(const std::string& path) {
  std::error_code ignored;
  const auto status = filesystem::status(path, ignored);
  if (status.type() == filesystem::file_type::not_found) {
    refuse_file(path, ErrorCategory::not_found, "does not exist: create it, or look at the path");
  }
  if (status.type() != filesystem::file_type::regular) {
    refuse_file(path, ErrorCategory::not_a_registry, "is no file: look at the path");
  }
  // Before the header and after it: another program may be done in between.
  const bool was_being_made = Journal(path).makes_file();
  const Header header(path);
  const Journal journal(path);
  if (!header.is_sqlite()) {
    if (was_being_made || journal.makes_file()) return;
    if (filesystem::file_size(path, ignored) == 0) refuse_blank(path);
    refuse_file(path, ErrorCategory::not_a_registry, "is no SQLite database: look at the path");
  }
  if (header.application_id() != static_cast<std::uint32_t>(application_id)) {
    refuse_file(path, ErrorCategory::not_a_registry,
                "is an SQLite database, but no registry of twin towns: look at the path");
  }
  // The rest may be undone; then SQLite is to judge.
  if (journal.is_begun()) return;
  if (header.user_version() > layout) refuse_layout(path, header.user_version());
  // Of a write-ahead log the first page, which knows how many there are, goes into the file before the last ones.
  if (filesystem::exists(path + "-wal", ignored)) return;
  const auto expected = static_cast<std::uintmax_t>(header.pages()) * header.page_size();
  if (filesystem::file_size(path, ignored) < expected) {
    refuse_file(path, ErrorCategory::corrupt, "is shorter than it says: it was cut off, so restore a backup");
  }
}

bool is_half_made(const std::string& path) {
  std::error_code error;
  if (!filesystem::is_regular_file(path, error)) return false;
  return (filesystem::file_size(path, error) == 0 && !error) || Journal(path).makes_file();
}

void refuse_leftovers(const std::string& path) {
  const Journal journal(path);
  std::error_code ignored;
  const bool has_journal = journal.is_begun() && !journal.makes_file();
  const bool has_log =
      filesystem::is_regular_file(path + "-wal", ignored) && !filesystem::is_empty(path + "-wal", ignored);
  for (const auto& [is_left, ending] : {std::pair(has_journal, "-journal"), std::pair(has_log, "-wal")}) {
    if (!is_left) continue;
    refuse_file(
        path, ErrorCategory::already_exists,
        fmt::format("is gone, but \"{0}{1}\" of it is there, which would be taken for the new one's: put the old "
                    "file back, or take \"{0}{1}\" away",
                    path, ending));
  }
}

void require_lone_file(const std::string& path) {
  std::error_code ignored;
  if (filesystem::is_symlink(filesystem::symlink_status(path, ignored))) {
    refuse_file(path, ErrorCategory::not_a_registry, "is a link, which an untrusted file must not be: name the file");
  }
  for (const char* const ending : {"-journal", "-wal"}) {
    const auto beside = filesystem::symlink_status(path + ending, ignored);
    if (!filesystem::exists(beside)) continue;
    if (filesystem::is_regular_file(beside) && filesystem::file_size(path + ending, ignored) == 0) continue;
    refuse_file(path, ErrorCategory::not_a_registry,
                fmt::format("has changes of its own beside it in \"{}{}\", which an untrusted file must not: ask for a "
                            "backup of it, or take that away",
                            path, ending));
  }
}

std::vector<SchemaDifference> schema_differences(Connection& connection) {
  using Kind = SchemaDifference::Kind;
  std::vector<SchemaDifference> differences;
  const auto expected = expected_schema();
  const auto found = schema_of(connection);
  for (const auto& [object, text] : expected) {
    const auto place = found.find(object);
    if (place != found.end() && place->second == text) continue;
    differences.push_back({place == found.end() ? Kind::missing : Kind::changed, object, {}});
  }
  for (std::string& name : names_in_the_way(connection)) {
    differences.push_back({Kind::in_the_way, std::move(name), {}});
  }
  Statement others(
      connection,
      "SELECT type, name, lower(tbl_name) FROM sqlite_schema WHERE type NOT IN ('table', 'view') AND sql IS NOT NULL");
  while (others.step()) {
    const std::string type = others.text(0);
    std::string object = type + " " + others.text(1);
    std::string on = others.text(2);
    const bool is_on_ours = expected.contains("table " + on) || expected.contains("view " + on);
    if (expected.contains(object) || (type == "index" && !is_on_ours)) continue;
    differences.push_back({Kind::added, std::move(object), is_on_ours ? std::move(on) : std::string()});
  }
  return differences;
}

void require_known_schema(Connection& connection, const std::string& path) {
  for (const SchemaDifference& difference : schema_differences(connection)) {
    // What hangs on tables of the sender's stays unasked as they do; what hangs on ours might run, or mislead.
    if (difference.is_apart()) continue;
    refuse_file(path, ErrorCategory::corrupt,
                "has " + told(difference) +
                    ", as no program of ours makes it: do not trust it, and run check to see what else is in it");
  }
}

void lay_out(Connection& connection) {
  for (const EmbeddedSql& file : embedded_durable_schema()) connection.execute(std::string(file.text));
  make_derived(connection);
  connection.execute(fmt::format("PRAGMA application_id = {}", application_id));
  connection.execute(fmt::format("PRAGMA user_version = {}", layout));
}

std::vector<Derived> drop_derived(Connection& connection) {
  std::vector<Derived> dropped;
  std::vector<std::string> drops;
  {
    Statement rows(
        connection,
        "SELECT name, sql, 'DROP ' || type || ' \"' || replace(name, '\"', '\"\"') || '\"' FROM sqlite_schema "
        "WHERE type IN ('trigger', 'view') ORDER BY type DESC");
    while (rows.step()) {
      dropped.push_back({.name = rows.text(0), .sql = rows.text(1)});
      drops.push_back(rows.text(2));
    }
  }
  // Triggers first: the one of a view goes with it.
  for (auto drop = drops.rbegin(); drop != drops.rend(); ++drop) connection.execute(*drop);
  return dropped;
}

void make_derived(Connection& connection) {
  for (const EmbeddedSql& file : embedded_derived_schema()) connection.execute(std::string(file.text));
}

std::map<std::string, std::string> schema_of(Connection& connection) {
  Statement rows(connection,
                 "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND lower(substr(name, 1, "
                 "7)) <> 'sqlite_'");
  std::map<std::string, std::string> schema;
  while (rows.step()) schema.emplace(rows.text(0), normalised(rows.text(1)));
  return schema;
}

std::map<std::string, std::string> expected_schema() {
  Connection fresh(":memory:", Connection::Mode::create, std::chrono::milliseconds(0));
  lay_out(fresh);
  return schema_of(fresh);
}

}  // namespace twinning
