#include "durability/refusal.hpp"

#include <sqlite3.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <new>
#include <stdexcept>
#include <utility>

namespace twinning::durability {
namespace {

Refusal* refusal = nullptr;
std::atomic<long> held_by_sqlite = 0;
std::atomic<long> held_by_others = 0;

sqlite3_mem_methods memory_of_sqlite{};

void* give_sqlite(int size) {
  void* const piece = refused(Call::memory_of_sqlite) != 0 ? nullptr : memory_of_sqlite.xMalloc(size);
  if (piece != nullptr) ++held_by_sqlite;
  return piece;
}
void take_from_sqlite(void* piece) {
  if (piece != nullptr) --held_by_sqlite;
  memory_of_sqlite.xFree(piece);
}
void* give_sqlite_more(void* piece, int size) {
  return refused(Call::memory_of_sqlite) != 0 ? nullptr : memory_of_sqlite.xRealloc(piece, size);
}

/// Before anything opens a file.
const bool is_under_sqlite = [] {
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory_of_sqlite);
  sqlite3_mem_methods methods = memory_of_sqlite;
  methods.xMalloc = give_sqlite;
  methods.xFree = take_from_sqlite;
  methods.xRealloc = give_sqlite_more;
  // What a connection sets aside for small pieces would hide most of them.
  return sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK &&
         sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0) == SQLITE_OK;
}();

}  // namespace

Refusal::Refusal(Call call, int error, Extent extent, std::size_t number)
    : call_(call), error_(error), extent_(extent), number_(number) {
  if (!is_under_sqlite) throw std::runtime_error("SQLite has begun without us");
  refusal = this;
}
void Refusal::lift() noexcept { refusal = nullptr; }

int refused(Call call) noexcept {
  if (refusal == nullptr || refusal->call_ != call) return 0;
  const std::size_t number = ++refusal->calls_;
  const bool is_it =
      number == refusal->number_ || (refusal->extent_ == Refusal::Extent::from_then_on && number > refusal->number_);
  return is_it ? refusal->error_ : 0;
}

Held held() noexcept { return {.by_sqlite = held_by_sqlite, .by_others = held_by_others}; }

}  // namespace twinning::durability

// All of the program has its memory from these.

void* operator new(std::size_t size) {
  void* const piece =
      twinning::durability::refused(twinning::durability::Call::memory) != 0 ? nullptr : std::malloc(size);
  if (piece == nullptr) throw std::bad_alloc();
  ++twinning::durability::held_by_others;
  return piece;
}
void operator delete(void* piece) noexcept {
  if (piece != nullptr) --twinning::durability::held_by_others;
  std::free(piece);
}
void operator delete(void* piece, std::size_t /*size*/) noexcept { operator delete(piece); }
