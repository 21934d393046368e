#include <sys/stat.h>

#include <filesystem>

#include "layout/sample_file.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"
#include "untrusted/hostile_file.hpp"

namespace twinning::support {
namespace {

namespace filesystem = std::filesystem;

std::string beside(const filesystem::path& path, const std::string& ending) { return path.string() + ending; }

/// The journal of a write that is under way in another registry, as a program leaves it that is killed.
std::string journal_of_another() {
  const TemporaryFile other;
  write_sample(other.path());
  Database database(other.path());
  database.run(
      "PRAGMA cache_size = 1; BEGIN; UPDATE city SET note = printf('%.*c', 3000, 'x'); UPDATE source SET note = "
      "printf('%.*c', 90000, 'x')");
  std::string bytes = read_file(beside(other.path(), "-journal"));
  database.run("ROLLBACK");
  return bytes;
}

/// The write-ahead log of another registry.
std::string log_of_another() {
  const TemporaryFile other;
  write_sample(other.path(), JournalMode::write_ahead);
  Database database(other.path());
  database.run("UPDATE city SET note = 'theirs'");
  return read_file(beside(other.path(), "-wal"));
}

}  // namespace

std::vector<HostileFile> files_that_lead_elsewhere() {
  return {
      {"ALink",
       [](const filesystem::path& path) {
         filesystem::rename(path, beside(path, ".elsewhere"));
         filesystem::create_symlink(beside(path, ".elsewhere"), path);
       },
       Outcome::refused, "is a link", ""},
      {"ALinkToNothing",
       [](const filesystem::path& path) {
         filesystem::remove(path);
         filesystem::create_symlink("nowhere", path);
       },
       Outcome::refused, "is a link", "does not exist"},
      {"AFolder",
       [](const filesystem::path& path) {
         filesystem::remove(path);
         filesystem::create_directory(path);
       },
       Outcome::refused, "is no file", "is no file"},
      {"APipe",
       [](const filesystem::path& path) {
         filesystem::remove(path);
         if (::mkfifo(path.c_str(), 0600) != 0) throw std::runtime_error("no pipe can be made");
       },
       Outcome::refused, "is no file", "is no file"},
      {"WithTheJournalOfAnother",
       [](const filesystem::path& path) { write_file(beside(path, "-journal"), journal_of_another()); },
       Outcome::refused, "has changes of its own beside it", ""},
      {"WithTheLogOfAnother", [](const filesystem::path& path) { write_file(beside(path, "-wal"), log_of_another()); },
       Outcome::refused, "has changes of its own beside it", "any"},
      {"WithAJournalThatIsALink",
       [](const filesystem::path& path) { filesystem::create_symlink("/dev/zero", beside(path, "-journal")); },
       Outcome::refused, "has changes of its own beside it", "unable to open"},
      {"WithAJournalThatIsAFolder",
       [](const filesystem::path& path) { filesystem::create_directory(beside(path, "-journal")); }, Outcome::refused,
       "has changes of its own beside it", "disk I/O error"},
      {"WithAnEmptyJournal", [](const filesystem::path& path) { write_file(beside(path, "-journal"), ""); },
       Outcome::opened, "", ""},
  };
}

}  // namespace twinning::support
