#pragma once

#include <map>
#include <string>
#include <vector>

#include "connection.hpp"
#include "identity.hpp"

namespace twinning {

/// Looks at a file without opening it, so that one that is refused is left as it was. Throws Error: `not_found`,
/// `not_a_registry`, `layout_too_new`, `corrupt` for one that is shorter than it says. An older layout passes, and so
/// does one whose making or writing was stopped: SQLite will undo that, and `require_layout` then judges.
void require_registry_file(const std::string& path);

/// Whether it is a file as a program leaves it that is stopped while it makes a registry, or that one is making now.
bool is_half_made(const std::string& path);

/// Throws Error, `already_exists`, where a journal stands beside a place at which there is no file yet: SQLite would
/// take it for that of whatever file comes there. It may hold the last acts of a registry that was deleted.
void refuse_leftovers(const std::string& path);

/// Throws Error (not_a_registry) for what is more than a file: a link, or one with a journal beside it.
void require_lone_file(const std::string& path);

/// How one object of a file's schema is not as in a new registry.
struct SchemaDifference {
  enum class Kind {
    missing,
    changed,
    in_the_way,  ///< a table or view with the name of one of SQLite's table-valued functions, which it stands in front
                 ///< of
    added        ///< a trigger, or an index on something of ours
  };
  Kind kind;
  std::string object;  ///< "trigger bond_event_delete"
  std::string on;      ///< the table or view of ours that an added one hangs on; else empty
  /// Whether nobody who asks ours comes by it.
  bool is_apart() const { return kind == Kind::added && on.empty(); }
};

/// Those of a file. Tables and views of one's own are none, but for their names, and neither are indexes on them.
std::vector<SchemaDifference> schema_differences(Connection& connection);

/// Throws Error (corrupt) unless the registry's tables, views, triggers and indexes are those of a new one, to the
/// letter but for comments, and there are none but theirs on its tables.
void require_known_schema(Connection& connection, const std::string& path);

/// Lays out a new registry, within the transaction that is open.
void lay_out(Connection& connection);

/// What holds no rows of its own: a view, a trigger, an index.
struct Derived {
  std::string name;
  std::string sql;
};

/// Drops every view and trigger, those of the user too, within the transaction that is open. Gives what it dropped,
/// views first.
std::vector<Derived> drop_derived(Connection& connection);

/// Makes the views and triggers of this layout, within the transaction that is open.
void make_derived(Connection& connection);

/// The schema by type and name, each text without comments and with single spaces, so that two files can be compared.
std::map<std::string, std::string> schema_of(Connection& connection);

/// The schema of a new registry.
std::map<std::string, std::string> expected_schema();

}  // namespace twinning
