#include "export/exported.hpp"

#include <fmt/format.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>
#include <tuple>

namespace twinning::support {
namespace {

std::string hexadecimal(const std::string& text) {
  std::string digits;
  for (const char byte : text) digits += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return digits;
}

std::string text_of(const std::optional<Date>& date) { return date ? date->text() : "-"; }

using Edge = std::tuple<BondId, CityId, CityId>;

std::string line_of(const Edge& edge, const std::string& rest) {
  const auto& [bond, source, target] = edge;
  return fmt::format("edge {} {} {} {}", bond.value(), source.value(), target.value(), rest);
}

void add_ever(const Snapshot& snapshot, CityId city, bool in_force_ever, std::set<std::string>& lines) {
  for (const TwinEver& twin : snapshot.twins_ever(city)) {
    if (twin.city < city || (in_force_ever && twin.status == Status::proposed)) continue;
    lines.insert(line_of({twin.bond, city, twin.city},
                         fmt::format("{} - {} {}", to_string(twin.status), text_of(twin.since), text_of(twin.until))));
  }
}

void add_on(const Snapshot& snapshot, CityId city, AsOf as_of, std::set<std::string>& lines) {
  std::map<Edge, std::vector<Twin>> found;
  for (Twin& twin : snapshot.twins(city, as_of)) {
    if (city < twin.city) found[{twin.bond, city, twin.city}].push_back(std::move(twin));
  }
  for (const auto& [edge, twins] : found) {
    const Twin& last = twins.back();
    const bool is_certain = twins.size() == 1 ? last.certainty == Certainty::certain
                                              : snapshot.are_twinned(city, last.city, as_of) == Answer::yes;
    lines.insert(line_of(edge, fmt::format("{} {} {} {}", to_string(last.status), is_certain ? "certain" : "possible",
                                           text_of(last.since), text_of(last.until))));
  }
}

}  // namespace

std::string printed_by(const std::string& command) {
  std::string output;
  std::FILE* const pipe = ::popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot start " + command);
  std::array<char, 4096> buffer{};
  for (std::size_t size = 0; (size = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    output.append(buffer.data(), size);
  }
  const int state = ::pclose(pipe);
  EXPECT_TRUE(WIFEXITED(state) && WEXITSTATUS(state) == 0) << command << "\n" << output;
  return output;
}

std::string read_back(const std::string& reader, const std::filesystem::path& path) {
  // Debian's own Python: the one for which python3-networkx and python3-igraph are installed.
  std::string lines = printed_by("/usr/bin/python3 '" TWINNING_SOURCE_DIR "/tests/export/read_export.py' " + reader +
                                 " '" + path.string() + "'");
  return lines;
}

std::string answers(const Snapshot& snapshot, const std::optional<AsOf>& as_of, bool in_force_ever) {
  std::vector<City> cities;
  snapshot.for_each_city([&](const City& city) { cities.push_back(city); });
  std::set<std::string> lines;
  for (const City& city : cities) {
    const auto place = city.coordinates
                           ? fmt::format("{:.4f} {:.4f}", city.coordinates->latitude, city.coordinates->longitude)
                           : "- -";
    lines.insert(fmt::format("city {} {} {}", city.id.value(), hexadecimal(city.name), place));
    if (as_of) {
      add_on(snapshot, city.id, *as_of, lines);
    } else {
      add_ever(snapshot, city.id, in_force_ever, lines);
    }
  }
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

OddBook::OddBook() {
  const auto add = [&](const NewCity& city) {
    return registry().write([&](Transaction& tx) { return tx.add_city(city); });
  };
  quoted = add({.name = "Saint \"Ex\", \n\t& <Söhne> 'Co'",
                .country = "FR",
                .coordinates = Coordinates{.latitude = 48.1, .longitude = 2.2},
                .population = 12345678901});
  tokyo =
      add({.name = "東京 ☃ 𐍈", .country = "JP", .coordinates = Coordinates{.latitude = 35.68, .longitude = 139.69}});
  honolulu =
      add({.name = "Honolulu", .country = "US", .coordinates = Coordinates{.latitude = 21.3, .longitude = -157.86}});
  fictional = add({.name = "Ankh-Morpork", .fictional = true});
  lone = add({.name = "Lone", .coordinates = Coordinates{.latitude = 0, .longitude = 0}});
  form({.parties = {quoted, tokyo}, .date = Date{"1944"}, .title = "bell \x07"});
  form({.parties = {quoted, tokyo}, .kind = BondKind::friendship, .date = Date{"1950-06"}});
  form({.parties = {quoted, tokyo, honolulu}, .kind = BondKind::ring, .date = Date{"2000-01-02"}});
  form({.parties = {quoted, fictional}, .date = Date{"194X"}});
  ended = form({.parties = {tokyo, honolulu}, .date = Date{"1970-05-01"}});
  act(ended, {.kind = EventKind::cut, .date = Date{"1980-06-30"}});
  act(blank_bond({honolulu, fictional}), {.kind = EventKind::proposed, .date = Date{"1999"}});
}

}  // namespace twinning::support
