#pragma once

#include <string>
#include <string_view>

namespace twinning {

/// A WITH clause by which a query finds one of the file's views of today as it is on the day ?1 instead: the text of
/// the view, and of those views of today that it rests on. So the library asks what the shell asks, on any day.
std::string view_on_day(std::string_view view);

}  // namespace twinning
