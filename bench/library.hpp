#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "yardstick.hpp"

namespace bench {

/// Of every value of an answer that all have, so that two answers are compared whole.
class Digest {
 public:
  Digest& add(std::int64_t value) { return mix(static_cast<std::uint64_t>(value)); }
  Digest& add(std::string_view text) { return mix(std::hash<std::string_view>{}(text)); }
  Digest& add(double value) { return mix(std::hash<double>{}(value)); }
  std::uint64_t value() const { return value_; }

 private:
  Digest& mix(std::uint64_t value) {
    value_ = (value_ ^ value) * 0x9e3779b97f4a7c15U;
    value_ ^= value_ >> 29U;
    return *this;
  }
  std::uint64_t value_ = 0;
};

/// How the file is kept, on all sides: with a write-ahead log and synchronous=NORMAL; the same, and read through a
/// memory map; or in the library's own way.
enum class Keeping { write_ahead_normal, write_ahead_mapped, as_the_library };

/// One way to keep twin towns in an SQLite file. Each answer is made as its users would have it, rows in memory, and
/// comes back as its digest.
class Library {
 public:
  virtual ~Library() = default;
  virtual std::string name() const = 0;

  /// Writes the data as it is loaded from, where that is not from memory.
  virtual void prepare(const PlainData& /*data*/) {}
  /// Everything in one transaction, into a file that is new and stays open.
  virtual void load(const PlainData& data) = 0;
  /// Closes the file and opens it again, to be kept so from then on.
  virtual void reopen(Keeping keeping) = 0;

  /// Many questions are asked within one read.
  virtual void read(const std::function<void()>& questions) = 0;

  virtual std::uint64_t find(const std::string& name) = 0;
  virtual std::uint64_t twins(std::int64_t city) = 0;
  virtual std::uint64_t twins_as_of(std::int64_t city, int year) = 0;
  virtual std::uint64_t history(std::int64_t bond) = 0;
  virtual std::uint64_t decades() = 0;
  virtual std::uint64_t country_pairs() = 0;

  /// In a transaction of its own.
  virtual void form(const FreshBond& bond) = 0;
};

std::unique_ptr<Library> raw(const std::string& path, Keeping keeping);
/// The same with as much cache as this library gives a connection, where SQLite's own is an eighth of it.
std::unique_ptr<Library> raw_with_cache(const std::string& path, Keeping keeping);
std::unique_ptr<Library> sqlitecpp(const std::string& path, Keeping keeping);
std::unique_ptr<Library> soci(const std::string& path, Keeping keeping);
std::unique_ptr<Library> ours(const std::string& path, Keeping keeping);

}  // namespace bench
