#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <sqlite3.h>

namespace twinning::support {

/// A connection by SQLite's own interface and nothing of ours, foreign keys off: what any other program has.
class Database {
 public:
  explicit Database(const std::filesystem::path& file);

  /// A copy in memory of a file's bytes.
  static Database of_image(std::string_view image);

  /// The bytes of the file.
  std::string image() const;

  /// Runs statements.
  ///
  /// \throws std::runtime_error  with SQLite's message and the statements, if one of them fails.
  void run(const std::string& sql);

  /// SQLite's message if one of the statements fails, else nothing.
  std::string refusal(const std::string& sql);

  /// The rows of a query, a line each: values are parted by "|", and NULL is "-".
  std::string rows(const std::string& sql) const;

  sqlite3* get() const noexcept { return connection_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* connection) const noexcept { sqlite3_close_v2(connection); }
  };

  std::unique_ptr<sqlite3, Close> connection_;
};

}  // namespace twinning::support
