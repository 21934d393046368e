#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include <twinning/export.hpp>
#include <twinning/snapshot.hpp>
#include <twinning/time.hpp>
#include <twinning/transaction.hpp>

namespace twinning {

/// How SQLite keeps a file whole while it is written.
enum class JournalMode {
  /// What the file says already; a new file gets `rollback`.
  as_is,
  /// One ordinary file, with synchronous=EXTRA: not even a power cut loses an acknowledged act. A reader holds up the
  /// end of a write, and a write's end holds up readers; until then what it changes is kept in memory. An import holds
  /// up readers from its beginning. While another program writes, a new read may wait for those that began before it.
  rollback,
  /// Readers and the writer do not hold each other up, with synchronous=FULL, or NORMAL by `Durability`; two more
  /// files, -wal and -shm, stand beside the first one while it is open, and may stay. They are a part of it: what
  /// deletes or replaces one of the three loses acts. Who reads must be allowed to write them. For applications that
  /// share a registry between threads or processes.
  write_ahead
};

/// What an acknowledged act survives. Whatever comes, a file is whole, and no transaction is there by half.
enum class Durability {
  power_cut,  ///< that the power fails, or the operating system
  /// That the program ends, however it ends. Where the power fails, the last acts may be gone: the disk is waited for
  /// only when the write-ahead log is taken over into the file. Without such a log it is as `power_cut`.
  program_end
};

/// What may be done with a registry, and how far its file is trusted.
enum class Mode {
  read_write,
  read_only,  ///< others may write the file meanwhile
  /// For a file that somebody sent: read only, and only if all of a registry in it is as a registry is made. It must be
  /// a file by itself, no link and without a journal beside it; each table, view, trigger and index of a registry must
  /// be there to the letter, and on its tables no other; what else it brings is never asked; its pages and cells are
  /// looked at as they are read, and no value may be longer than 16 MiB. Then no code of the sender's runs, and what is
  /// damaged is an Error, `corrupt`, or an answer from what is there. The file is not written, nothing is made beside
  /// it, and nobody may write it meanwhile. What the rows claim is the sender's: run `check` on it, in this mode too,
  /// to see whether the rules were kept. A file may be made so that questions take very long: nothing here bounds that.
  untrusted
};

/// How to open a registry.
struct Options {
  Mode mode = Mode::read_write;
  JournalMode journal_mode = JournalMode::as_is;
  Durability durability = Durability::power_cut;
  /// How many bytes of the file, at most, each connection reads through a memory map; 0: none. A connection keeps 16
  /// MiB of a file, and copies what else it looks up from the system's cache: where the file is far larger, that is
  /// most of what a look-up takes. Through a map only what still stands in the write-ahead log is copied. SQLite maps 2
  /// GiB at most, or what it was built or set up for, and copies what lies behind them; each thread that reads at the
  /// same time has a map of its own, of address space rather than memory. While a file is mapped, an error of the disk,
  /// or that somebody cuts the file short other than by SQLite, is no Error: it ends the program, by SIGBUS. So it is
  /// not for files on a network, or on what can be pulled out. Not with Mode::untrusted: Error, `invalid_argument`. A
  /// registry in memory has no use for it.
  std::uint64_t mapped_bytes = 0;
  /// How long to wait for another program that holds the file before giving up with `busy`. For reads and writes of the
  /// same `Registry` one waits as long as they take.
  std::chrono::milliseconds busy_timeout{5000};
  /// What says which day it is and when something was recorded; empty means the system's clock. Called by whichever
  /// thread reads or writes.
  std::function<Instant()> clock = {};
};

/// A registry of twin towns: one SQLite file.
///
/// A `Registry` may be shared between threads without any lock of one's own: reads run side by side, each over one
/// moment of the file, and writes one after another; other processes may use the same file at the same time. It may be
/// moved while nobody uses it; what it was moved from throws Error, `misuse`. A child process that was forked opens its
/// own: with its parent's it would damage the file (https://www.sqlite.org/howtocorrupt.html).
///
/// If the file is moved, deleted or replaced while it is open, whoever writes next gets an Error, `input_output`, and
/// so does whoever reads a fiftieth of a second later.
class TWINNING_EXPORT Registry {
 public:
  /// Opens a registry that exists. Its layout is never changed by that.
  ///
  /// Throws Error: `not_found`, `not_a_registry`, `layout_too_new`, `layout_too_old` (then see `migrate` in
  /// maintenance.hpp), `corrupt`, `input_output`; a file that is refused is left as it was, to the byte, unless a
  /// program was stopped while it wrote this registry: what it had not finished is undone first.
  static Registry open(const std::string& path, Options options = {});

  /// Makes a new registry. Throws Error, `already_exists` if there is a file of that name, or what is left of one: its
  /// -wal or -journal.
  static Registry create(const std::string& path, Options options = {});

  /// Opens the registry if the file exists, else makes it. An empty file counts as none, and so does one whose making
  /// was stopped, so that it can be made after all. Throws Error.
  static Registry open_or_create(const std::string& path, Options options = {});

  /// A new registry that lives in memory and goes with this object.
  static Registry in_memory(Options options = {});

  Registry(Registry&&) noexcept;
  Registry& operator=(Registry&&) noexcept;
  ~Registry();

  /// Calls `work` with a `const Snapshot&` and gives back what it returns. The snapshot shows one moment of the
  /// registry and is valid until `work` ends.
  ///
  /// Throws Error and whatever `work` throws. `work` must not wait for another thread that reads or writes the same
  /// registry: a writer that waits for this read holds up those who come after it.
  template <typename Work>
  auto read(Work&& work) const -> std::invoke_result_t<Work, const Snapshot&> {
    const Reading reading(*this);
    return std::forward<Work>(work)(reading.snapshot());
  }

  /// The same, as known at an earlier moment: each question is answered from what had been recorded until then. What a
  /// later act corrected counts as it stood. Cities, their own names and sources have no history and are as today; a
  /// bond is there from the recording of its first party on.
  ///
  /// Cost: nothing is stored for this, so the states of the bonds that a question is about are derived anew, in about a
  /// millisecond each. `twins_ever`, `newest_bonds`, `city_changes` and whatever counts or filters all bonds derive
  /// those of the whole file: seconds, where there are tens of thousands.
  template <typename Work>
  auto read(KnownAt known_at, Work&& work) const -> std::invoke_result_t<Work, const Snapshot&> {
    const Reading reading(*this, known_at);
    return std::forward<Work>(work)(reading.snapshot());
  }

  /// Calls `work` with a `Transaction&` and gives back what it returns: all that it wrote is there and durable, as far
  /// as `Options::durability` says, when `write` returns, and none of it if `work` throws.
  ///
  /// Throws Error and whatever `work` throws. A write within a read or a write of the same thread is `misuse`. Two
  /// threads of which each reads one registry and meanwhile writes the one that the other reads may wait for each other
  /// for ever, as with any two locks: let all take them in the same order, or write after the read.
  template <typename Work>
  auto write(Work&& work) -> std::invoke_result_t<Work, Transaction&> {
    Writing writing(*this);
    if constexpr (std::is_void_v<std::invoke_result_t<Work, Transaction&>>) {
      std::forward<Work>(work)(writing.transaction());
      writing.commit();
    } else if constexpr (std::is_reference_v<std::invoke_result_t<Work, Transaction&>>) {
      auto&& result = std::forward<Work>(work)(writing.transaction());
      writing.commit();
      return static_cast<std::invoke_result_t<Work, Transaction&>>(result);
    } else {
      auto result = std::forward<Work>(work)(writing.transaction());
      writing.commit();
      return result;
    }
  }

  /// The file that was opened, as it was named; empty for one in memory.
  const std::string& path() const noexcept;

 private:
  friend class importing::Door;
  class State;

  // What read and write are made of, so that the templates need nothing private.
  class TWINNING_EXPORT Reading {
   public:
    explicit Reading(const Registry& registry, KnownAt known_at = {});
    ~Reading();
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    const Snapshot& snapshot() const;

   private:
    class Scope;
    std::unique_ptr<Scope> scope_;
  };
  class TWINNING_EXPORT Writing {
   public:
    /// A great one may be larger than memory: where readers and the writer exclude each other, nobody reads meanwhile.
    explicit Writing(Registry& registry, bool is_great = false);
    ~Writing();
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;
    Transaction& transaction();
    void commit();

   private:
    class Scope;
    std::unique_ptr<Scope> scope_;
  };

  explicit Registry(std::unique_ptr<State> state);
  State& state() const;
  std::unique_ptr<State> state_;
};

}  // namespace twinning
