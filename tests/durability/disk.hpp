#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace twinning::durability {

/// One thing that a program asked of the disk, in a folder whose files are numbered as they are made.
struct Operation {
  enum class Kind { write, resize, sync_file, create, remove, rename, link, sync_folder, acknowledge };

  Kind kind;
  std::size_t file = 0;       ///< what is written, resized, synced, made or linked
  std::size_t place = 0;      ///< where it is written, or its new size
  std::string bytes = {};     ///< what is written
  std::string name = {};      ///< in the folder
  std::string new_name = {};  ///< of what is renamed
};

/// Files by their names in the folder.
using Image = std::map<std::string, std::string>;

/// What becomes, in a power cut, of everything that the disk was not asked to have safely.
enum class Fate {
  lost,       ///< none of it is there
  kept,       ///< all of it
  scattered,  ///< some writes, names and sizes are there and others not, whatever their order
  torn        ///< the same, of each sector
};

/// Which promise of the disk is kept.
enum class Honesty { whole, no_folders, none };

/// A disk that forgets what it was not told to keep.
class Disk {
 public:
  /// With files that are safe.
  explicit Disk(const Image& before, Honesty honesty = Honesty::whole);

  void apply(const Operation& operation);
  /// What is found after a cut at this moment.
  Image after_cut(Fate fate, std::mt19937& random) const;
  /// How many acknowledgements there were.
  std::size_t acknowledged() const { return acknowledged_; }

 private:
  struct File {
    std::string safe;
    std::vector<Operation> pending;
  };
  using Names = std::map<std::string, std::size_t>;

  static void put(std::string& bytes, const Operation& operation);
  static void put(Names& names, const Operation& operation);

  std::vector<File> files_;
  Names safe_names_;
  std::vector<Operation> pending_names_;
  Honesty honesty_;
  std::size_t acknowledged_ = 0;
};

}  // namespace twinning::durability
