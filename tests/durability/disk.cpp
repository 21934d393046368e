#include "durability/disk.hpp"

#include <algorithm>

namespace twinning::durability {
namespace {

constexpr std::size_t sector = 512;

/// The operation in pieces that no sector divides.
std::vector<Operation> in_sectors(const Operation& write) {
  std::vector<Operation> pieces;
  for (std::size_t at = 0; at < write.bytes.size();) {
    const std::size_t place = write.place + at;
    const std::size_t size = std::min(sector - place % sector, write.bytes.size() - at);
    pieces.push_back({.kind = write.kind, .file = write.file, .place = place, .bytes = write.bytes.substr(at, size)});
    at += size;
  }
  return pieces;
}

}  // namespace

Disk::Disk(const Image& before, Honesty honesty) : honesty_(honesty) {
  for (const auto& [name, bytes] : before) {
    safe_names_[name] = files_.size();
    files_.push_back({.safe = bytes, .pending = {}});
  }
}

void Disk::put(std::string& bytes, const Operation& operation) {
  if (operation.kind == Operation::Kind::resize) {
    bytes.resize(operation.place);
    return;
  }
  if (bytes.size() < operation.place + operation.bytes.size()) {
    bytes.resize(operation.place + operation.bytes.size());
  }
  bytes.replace(operation.place, operation.bytes.size(), operation.bytes);
}

void Disk::put(Names& names, const Operation& operation) {
  switch (operation.kind) {
    case Operation::Kind::create:
    case Operation::Kind::link:
      names[operation.name] = operation.file;
      break;
    case Operation::Kind::rename:
      names[operation.new_name] = operation.file;
      [[fallthrough]];
    default:
      names.erase(operation.name);
  }
}

void Disk::apply(const Operation& operation) {
  switch (operation.kind) {
    case Operation::Kind::write:
    case Operation::Kind::resize:
      files_[operation.file].pending.push_back(operation);
      break;
    case Operation::Kind::sync_file: {
      if (honesty_ == Honesty::none) break;
      File& file = files_[operation.file];
      for (const Operation& pending : file.pending) put(file.safe, pending);
      file.pending.clear();
      break;
    }
    case Operation::Kind::sync_folder:
      if (honesty_ != Honesty::whole) break;
      for (const Operation& pending : pending_names_) put(safe_names_, pending);
      pending_names_.clear();
      break;
    case Operation::Kind::acknowledge:
      ++acknowledged_;
      break;
    case Operation::Kind::create:
      if (files_.size() <= operation.file) files_.resize(operation.file + 1);
      [[fallthrough]];
    default:
      pending_names_.push_back(operation);
  }
}

Image Disk::after_cut(Fate fate, std::mt19937& random) const {
  const auto survives = [&] { return fate == Fate::kept || (fate != Fate::lost && random() % 2 == 0); };
  Names names = safe_names_;
  for (const Operation& pending : pending_names_) {
    if (survives()) put(names, pending);
  }
  Image image;
  for (const auto& [name, number] : names) {
    const File& file = files_[number];
    std::string bytes = file.safe;
    for (const Operation& pending : file.pending) {
      if (fate == Fate::torn && pending.kind == Operation::Kind::write) {
        for (const Operation& piece : in_sectors(pending)) {
          if (survives()) put(bytes, piece);
        }
      } else if (survives()) {
        put(bytes, pending);
      }
    }
    image[name] = std::move(bytes);
  }
  return image;
}

}  // namespace twinning::durability
