#pragma once

#include <chrono>
#include <functional>
#include <string>

#include <twinning/maintenance.hpp>

#include "connection.hpp"

namespace twinning {

class NewFile;

/// How long maintenance waits for another program that holds the file.
constexpr std::chrono::milliseconds patience(5000);

/// A connection that writes nothing but what SQLite must undo of a program that was stopped: for that it must be
/// allowed to write. What such a program left in its write-ahead log stays there.
class Looking : public Connection {
 public:
  explicit Looking(const std::string& path);
};

/// Copies a registry as `backup` in maintenance.hpp says, and gives the copy its name. The file is looked at through
/// SQLite alone: whoever closed it otherwise would let go of what this process has locked of it.
void copy_whole(const std::string& path, NewFile& to, const std::function<void(const BackupProgress&)>& progress);

}  // namespace twinning
