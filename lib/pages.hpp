#pragma once

#include <string>
#include <vector>

namespace twinning {

class Connection;

/// What is wrong with which pages of a file are used for what, a line each: every page belongs to one table or index,
/// or to the list of free pages, and a page that is used and free is written over one day. Within a read, of a file
/// whose trees are sound.
///
/// SQLite's own check leaves this out of a file that has views (3.40). The list itself is looked at unless a
/// write-ahead log has pages that the file has not yet; then its length is all. Finds nothing where SQLite was built
/// without its table `dbstat`. Cost: one pass over the file.
std::vector<std::string> misused_pages(Connection& connection);

}  // namespace twinning
