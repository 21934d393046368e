#include "extension/host_registry.hpp"

#include <fmt/format.h>

#include <chrono>

#include <twinning/snapshot.hpp>

#include "connection.hpp"
#include "extension/host_database.hpp"
#include "identity.hpp"
#include "known_views.hpp"

SQLITE_EXTENSION_INIT3

namespace twinning {
namespace {

Day today_of_the_world() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

void look_back(extension::StandIns& stand_ins, Instant known_at) {
  stand_ins.add("moment", fmt::format("SELECT '{}' AS known_at", to_string(known_at)));
  for (const SchemaView& view : known_views()) stand_ins.add(view.name, view.query);
}

/// Whether there is no file: then `sqlite3_deserialize` may put another registry into its place, which numbers its
/// writes anew. What it put there has a name of its own in SQLite 3.40.
bool is_in_memory(sqlite3* host) {
  const char* const name = sqlite3_db_filename(host, "main");
  if (name == nullptr || *name == '\0') return true;
  sqlite3_vfs* system = nullptr;
  return sqlite3_file_control(host, "main", SQLITE_FCNTL_VFS_POINTER, static_cast<void*>(&system)) != SQLITE_OK ||
         system == sqlite3_vfs_find("memdb");
}

/// Whether another connection of the program uses the same pages: it may see there what that has not finished writing.
/// SQLite counts such pages in parts, so that the two sums differ.
bool shares_pages(sqlite3* host) {
  int own = 0;
  int shared = 0;
  int ignored = 0;
  return sqlite3_db_status(host, SQLITE_DBSTATUS_CACHE_USED, &own, &ignored, 0) != SQLITE_OK ||
         sqlite3_db_status(host, SQLITE_DBSTATUS_CACHE_USED_SHARED, &shared, &ignored, 0) != SQLITE_OK || own != shared;
}

/// Says so for as long as it lives.
class Asking {
 public:
  explicit Asking(bool& is_asked) : is_asked_(is_asked) { is_asked_ = true; }
  ~Asking() { is_asked_ = false; }
  Asking(const Asking&) = delete;
  Asking& operator=(const Asking&) = delete;

 private:
  bool& is_asked_;
};

}  // namespace

HostRegistry::HostRegistry(sqlite3* host)
    : host_(host), own_(std::make_unique<Connection>(std::make_unique<OpenDatabase>(host, extension::StandIns()))) {}

HostRegistry::~HostRegistry() = default;

void HostRegistry::expect_no_question() const {
  if (!is_asked_) return;
  throw Error(ErrorCategory::misuse,
              "it is called within the answer to another call, by a view that no registry has: run check on the file");
}

void HostRegistry::ask(KnownAt known_at, const std::function<void(const Snapshot&)>& question) {
  expect_no_question();
  const Asking asking(is_asked_);
  try {
    require_layout(*own_, file());
  } catch (const Error& error) {
    if (error.category() != ErrorCategory::not_a_registry) throw;
    throw Error(error.category(),
                fmt::format("{}; open the registry itself, since no attached database is asked", error.what()));
  }
  today_ = today_of_the_world();
  question(Snapshot(connection_to(known_at), today_, known_at));
}

Network HostRegistry::network(const Snapshot& snapshot, AsOf as_of, bool certain_only) {
  const NetworkOptions options{.as_of = as_of, .certain_only = certain_only};
  const auto before = written();
  if (!before) {
    network_.reset();
    return Network(snapshot, options);
  }
  const NetworkKey key{.written = *before,
                       .day = as_of.day().value_or(today_),
                       .known_at = snapshot.known_at().instant(),
                       .certain_only = certain_only};
  if (!network_ || network_->key != key) {
    network_.reset();  // not two at a time
    network_ = KeptNetwork{.key = key, .network = Network(snapshot, options)};
  }
  return network_->network;
}

std::optional<unsigned> HostRegistry::written() const {
  if (sqlite3_txn_state(host_, "main") == SQLITE_TXN_WRITE || is_in_memory(host_) || shares_pages(host_)) {
    return std::nullopt;
  }
  unsigned version = 0;
  if (sqlite3_file_control(host_, "main", SQLITE_FCNTL_DATA_VERSION, &version) != SQLITE_OK) return std::nullopt;
  return version;
}

/// The tables and views of the registry in front of which a temporary one of the host's stands.
HostRegistry::Names HostRegistry::hidden_tables() const {
  Statement rows(*own_,
                 "SELECT lower(m.name) FROM temp.sqlite_schema AS t CROSS JOIN main.sqlite_schema AS m "
                 "ON m.name = t.name COLLATE NOCASE WHERE t.type IN ('table', 'view') AND m.type IN ('table', 'view')");
  Names names;
  while (rows.step()) names.insert(rows.text(0));
  return names;
}

Connection& HostRegistry::connection_to(KnownAt known_at) {
  Names hidden = hidden_tables();
  Kept& kept = known_at.instant() ? then_ : now_;
  if (kept.connection && kept.known_at == known_at.instant() && kept.hidden == hidden) return *kept.connection;
  extension::StandIns stand_ins;
  if (const auto instant = known_at.instant()) look_back(stand_ins, *instant);
  for (const std::string& name : hidden) stand_ins.add(name, "SELECT * FROM main." + extension::quoted_name(name));
  kept = {.connection = std::make_unique<Connection>(std::make_unique<OpenDatabase>(host_, std::move(stand_ins))),
          .known_at = known_at.instant(),
          .hidden = std::move(hidden)};
  return *kept.connection;
}

std::string HostRegistry::file() const {
  const char* const name = sqlite3_db_filename(host_, "main");
  return name != nullptr && *name != '\0' ? name : "main";
}

}  // namespace twinning
