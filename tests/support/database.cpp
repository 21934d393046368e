#include "support/database.hpp"

#include <cstring>
#include <stdexcept>

namespace twinning::support {
namespace {

struct Finalize {
  void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};

struct Free {
  void operator()(unsigned char* bytes) const noexcept { sqlite3_free(bytes); }
};

// SQLite's text is of unsigned characters.
const char* characters(const unsigned char* text) {
  return reinterpret_cast<const char*>(text);  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast): the same bytes.
}

}  // namespace

Database::Database(const std::filesystem::path& file) {
  sqlite3* connection = nullptr;
  const int result = sqlite3_open(file.c_str(), &connection);
  connection_.reset(connection);
  if (result != SQLITE_OK) throw std::runtime_error("cannot open " + file.string());
}

Database Database::of_image(std::string_view image) {
  Database database(":memory:");
  const auto size = static_cast<sqlite3_int64>(image.size());
  auto* bytes = static_cast<unsigned char*>(sqlite3_malloc64(image.size()));
  if (bytes == nullptr) throw std::runtime_error("no memory for a registry");
  std::memcpy(bytes, image.data(), image.size());
  const unsigned flags = SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE;
  if (sqlite3_deserialize(database.get(), "main", bytes, size, size, flags) != SQLITE_OK) {
    throw std::runtime_error("cannot copy a registry into memory");
  }
  return database;
}

std::string Database::image() const {
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, Free> bytes(sqlite3_serialize(get(), "main", &size, 0));
  if (!bytes) throw std::runtime_error("cannot copy a registry from memory");
  return {characters(bytes.get()), static_cast<std::size_t>(size)};
}

void Database::run(const std::string& sql) {
  const std::string message = refusal(sql);
  if (!message.empty()) throw std::runtime_error(message + "\n" + sql);
}

// It changes what is behind the connection, so it is not const.
// NOLINTNEXTLINE(readability-make-member-function-const)
std::string Database::refusal(const std::string& sql) {
  if (sqlite3_exec(get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return "";
  return sqlite3_errmsg(get());
}

std::string Database::rows(const std::string& sql) const {
  sqlite3_stmt* prepared = nullptr;
  if (sqlite3_prepare_v2(get(), sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(get()) + ("\n" + sql));
  }
  const std::unique_ptr<sqlite3_stmt, Finalize> statement(prepared);
  std::string lines;
  int result = sqlite3_step(prepared);
  for (; result == SQLITE_ROW; result = sqlite3_step(prepared)) {
    for (int column = 0; column < sqlite3_column_count(prepared); ++column) {
      const unsigned char* text = sqlite3_column_text(prepared, column);
      if (column > 0) lines += '|';
      lines += text == nullptr ? "-" : characters(text);
    }
    lines += '\n';
  }
  if (result != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(get()) + ("\n" + sql));
  return lines;
}

}  // namespace twinning::support
