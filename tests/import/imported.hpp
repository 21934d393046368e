#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "support/temporary_file.hpp"

namespace twinning::support {

/// A registry file into which files are imported; each import is proved to have left the file sound, with a report that
/// adds up.
class Imported {
 public:
  explicit Imported(JournalMode journal_mode = JournalMode::as_is);

  /// Writes the text to a file of that name and imports it.
  ImportReport take(std::string_view text, const ImportOptions& options = {}, const std::string& name = "list.csv");
  ImportReport take_file(const std::filesystem::path& path, const ImportOptions& options = {});

  /// The error with which an import of the text is refused; the registry is proved to be as it was.
  Error refusal(std::string_view text, const ImportOptions& options = {}, const std::string& name = "list.csv");
  Error file_refusal(const std::filesystem::path& path, const ImportOptions& options = {});

  Registry& registry() { return registry_; }
  Clock& clock() { return clock_; }
  const std::filesystem::path& path() const { return file_.path(); }
  std::filesystem::path beside(const std::string& name) const { return file_.beside(name); }

  /// The rows of a query, a line each, values parted by "|".
  std::string rows(const std::string& query) const;
  /// Every row of every table.
  std::string dump() const;
  /// Every trigger, view and index.
  std::string schema() const;

  template <typename Question>
  auto ask(Question&& question) const {
    return registry_.read(std::forward<Question>(question));
  }

 private:
  void expect_sound() const;

  TemporaryFile file_;
  Clock clock_;
  Registry registry_;
};

/// The acts of all bonds: "A - B|formed|1990|A|normal", the cities named as today, in the order of their names.
inline constexpr const char* acts_query =
    "SELECT (SELECT group_concat(name, ' - ') FROM (SELECT c.name FROM bond_party AS p JOIN city AS c ON c.id = "
    "p.city_id WHERE p.bond_id = e.bond_id ORDER BY c.name)) AS parties, e.kind, e.date, (SELECT name FROM city WHERE "
    "id = e.city_id), e.rank FROM bond_event AS e ORDER BY parties, e.bond_id, e.date, e.kind, 4, e.rank";

/// A file that is beside the checkout but no part of it; empty where it is not there.
std::filesystem::path shared_data(const std::string& name);

/// Where what is rejected stands, and why: "3 b_country Atlantis is no country: ...", a line each.
std::string told(const std::vector<RejectedRow>& rows);

}  // namespace twinning::support
