// The connection of the library over the connection of the host. Only what questions need is here.

#include "connection.hpp"
#include "extension/host_database.hpp"

namespace twinning {

Connection::Connection(std::unique_ptr<OpenDatabase> database) : database_(std::move(database)) {}

Connection::~Connection() = default;

OwnedStatement Connection::prepare(std::string_view sql) { return database_->prepare(sql); }

}  // namespace twinning
