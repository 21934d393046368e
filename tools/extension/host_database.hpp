#pragma once

#include <sqlite3ext.h>

#include <string>
#include <string_view>

#include "connection.hpp"
#include "extension/stand_ins.hpp"
#include "prepared_statement.hpp"

// What is behind a connection (lib/connection.hpp) in the extension: that of the host, the program that loaded it.

namespace twinning {

class OpenDatabase {
 public:
  OpenDatabase(sqlite3* host, extension::StandIns stand_ins) : host_(host), stand_ins_(std::move(stand_ins)) {}

  sqlite3* host() const { return host_; }
  OwnedStatement prepare(std::string_view query) const {
    return OwnedStatement(new PreparedStatement(host_, query, stand_ins_.put_before(query)));
  }

 private:
  sqlite3* host_;
  extension::StandIns stand_ins_;
};

}  // namespace twinning
