#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <twinning/export.hpp>
#include <twinning/registry.hpp>

namespace twinning {

/// The layout that this version of the library writes and reads: `PRAGMA user_version` of a registry file.
inline constexpr int layout = 1;

/// One thing that `check` found: which part of the file, what is wrong with it, and what to do.
struct Finding {
  std::string what;         ///< "integrity", "references", "schema", "projection", "rules", ...
  std::string explanation;  ///< one line
};

/// Looks whether a file is a whole and sound registry: SQLite's own integrity and its references, the schema against
/// this version's, the stored projection against the views that define it, and what the rules promise. Finds nothing in
/// a sound file, which is never written to.
///
/// Others may use the file meanwhile. What a program left behind that was stopped while it wrote is undone first, as at
/// any opening; and where the file has tables of somebody's own, their CHECKs are asked too. For a file that somebody
/// sent there is `Mode::untrusted`: it is taken as `Registry::open` takes it in that mode, but what is wrong with its
/// schema is a finding, and then the only ones. None of the sender's views, triggers and CHECKs runs, and neither the
/// file nor its folder is touched.
///
/// Cost: several passes over the file. Throws Error where the file can't be opened as a registry at all.
TWINNING_EXPORT std::vector<Finding> check(const std::string& path, Mode mode = Mode::read_only);

/// Makes the projections `twin_span` and `bond_span` anew from the views that define them. Throws Error.
TWINNING_EXPORT void rebuild(const std::string& path);

/// How far a backup has come, in pages of the file.
struct BackupProgress {
  std::int64_t copied;
  std::int64_t pages;  ///< of the whole file
};

/// Copies a registry, as it is at one moment, to a file that must not exist yet. Others may read it meanwhile, and
/// write it in write-ahead mode; in rollback mode a write waits for the copy, or is `busy`. The copy is whole: it gets
/// its name only after another connection read every page of it and found the structure sound. Until then it stands
/// beside its place under a longer name that ends in ".partial"; one that a stopped program left may be deleted, with
/// its journal. A copy is in rollback mode. To restore one, see "Copying" in schema/README.md. It is not held against
/// the rules, nor are its references: where the original breaks them, a faithful copy does too, and `check` says so of
/// both. Throws Error, `already_exists` if there is a file of that name, or the -wal or -journal of one that is gone.
///
/// \param progress  called now and then, from the same thread. What it throws stops the backup, and nothing is left
///     behind.
TWINNING_EXPORT void backup(const std::string& path, const std::string& to,
                            const std::function<void(const BackupProgress&)>& progress = {});

/// What `migrate` did.
struct Migration {
  int from;
  int to;
  std::string backup;  ///< the copy of the file as it was; empty where there was nothing to do
};

/// Brings an older file up to this version's layout: all of it or nothing. It makes a backup first, named after the
/// file and its layout: "bonds.db.layout1.bak", or "bonds.db.layout1.2.bak" and so on where that name is taken. A
/// program that is stopped meanwhile leaves the backup, and the migration can be tried again. Tables, views,
/// triggers and indexes of your own stay, but for one whose name the new layout takes: that is in the backup alone. One
/// that no longer fits stops it, and so does a row that would be lost. A file of this layout is left as it is.
///
/// From before the backup until the end nobody else can write the file, so the backup is what was migrated. Others may
/// read it meanwhile; in rollback mode they wait while the new pages are written, and one that reads on for five
/// seconds stops the migration.
///
/// Throws Error: `layout_too_new`, `not_a_registry`, `corrupt`, `busy` where another program writes, or reads for too
/// long. The file is then as it was, and there is no backup, unless the error came from the disk at the very end.
TWINNING_EXPORT Migration migrate(const std::string& path);

}  // namespace twinning
