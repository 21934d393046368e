// This library.

#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <twinning/twinning.hpp>

#include "plain_schema.hpp"

namespace bench {
namespace {

namespace filesystem = std::filesystem;
using namespace twinning;

std::string_view kind_of_bond(std::string_view kind) { return kind == "partnership" ? "project" : kind; }

class Ours : public Library {
 public:
  Ours(std::string path, Keeping keeping) : path_(std::move(path)), keeping_(keeping) { open(); }

  std::string name() const override { return "twinning"; }

  void prepare(const PlainData& data) override {
    const filesystem::path folder = path_ + ".tables";
    registry_->read([&](const Snapshot& now) { export_file(now, folder.string(), {.format = ExportFormat::tables}); });
    const auto rows = [&](const char* table) { return std::ofstream(folder / table, std::ios::app); };
    constexpr std::string_view recorded_at = "2026-11-23T09:30:00.000Z";
    auto cities = rows("city.csv");
    for (const PlainCity& city : data.cities) {
      fmt::print(cities, "{0},{0:032x},{1},{2},municipality,{3},{4},{5},,0,,,\n", city.id, city.name, folded(city.name),
                 city.country, city.latitude, city.longitude);
    }
    auto bonds = rows("bond.csv");
    for (const PlainBond& bond : data.bonds) {
      fmt::print(bonds, "{0},{0:032x},{1},,0,\n", bond.id, kind_of_bond(bond.kind));
    }
    auto parties = rows("bond_party.csv");
    for (const PlainMember& member : data.members)
      fmt::print(parties, "{},{},{}\n", member.bond, member.city, recorded_at);
    auto acts = rows("bond_event.csv");
    std::set<std::string_view> known;
    for (const PlainEvent& event : data.events) {
      known.insert(event.date);
      fmt::print(acts, "{0},{0:032x},{1},{2},{3},,,{4},,,normal,,,{5}\n", event.id, event.bond,
                 plain::kind_in_registry(event.kind), event.date, plain::reason_in_registry(event.reason), recorded_at);
    }
    auto dates = rows("edtf_date.csv");
    for (const std::string_view date : known) fmt::print(dates, "{0},{0},{0}\n", date);
  }

  void load(const PlainData& /*data*/) override {
    import_file(*registry_, path_ + ".tables", {.format = ImportFormat::tables});
  }

  void reopen(Keeping keeping) override {
    registry_.reset();
    keeping_ = keeping;
    open();
  }

  void read(const std::function<void()>& questions) override {
    registry_->read([&](const Snapshot& now) {
      now_ = &now;
      questions();
      now_ = nullptr;
    });
  }

  std::uint64_t find(const std::string& name) override {
    std::uint64_t sum = 0;
    for (const City& city : now_->cities_named(name)) {
      sum += Digest()
                 .add(city.id.value())
                 .add(city.name)
                 .add(city.country->text())
                 .add(city.coordinates->latitude)
                 .add(city.coordinates->longitude)
                 .value();
    }
    return sum;
  }

  std::uint64_t twins(std::int64_t city) override { return digest(now_->twins(CityId(city))); }

  std::uint64_t twins_as_of(std::int64_t city, int year) override {
    return digest(now_->twins(CityId(city), AsOf(Date(fmt::format("{}", year)))));
  }

  std::uint64_t history(std::int64_t bond) override {
    Digest all;
    for (const Event& event : now_->history(BondId(bond))) {
      all.add(event.id.value()).add(event.kind.text()).add(event.date->text());
      all.add(event.reason ? event.reason->text() : "");
    }
    return all.value();
  }

  std::uint64_t decades() override {
    Digest all;
    for (const DecadeCount& count : now_->bonds_per_decade()) {
      if (count.formed > 0) all.add(*count.decade).add(count.formed);
    }
    return all.value();
  }

  std::uint64_t country_pairs() override {
    Digest all;
    for (const CountryPairCount& pair : now_->country_pairs())
      all.add(pair.a.text()).add(pair.b.text()).add(pair.bonds);
    return all.value();
  }

  void form(const FreshBond& fresh) override {
    registry_->write([&](Transaction& transaction) {
      transaction.form({.parties = {CityId(fresh.one), CityId(fresh.other)},
                        .kind = BondKind(kind_of_bond(fresh.bond.kind)),
                        .date = Date(fresh.event.date)});
    });
  }

 private:
  void open() {
    registry_.emplace(Registry::open_or_create(
        path_, {.journal_mode = keeping_ == Keeping::as_the_library ? JournalMode::as_is : JournalMode::write_ahead,
                .durability = Durability::program_end,
                .mapped_bytes = keeping_ == Keeping::write_ahead_mapped ? 2147483648U : 0U,
                .clock = [] { return Instant(std::chrono::sys_days(std::chrono::year(2027) / 1 / 1)); }}));
  }
  /// As the names of the data are: of plain letters.
  static std::string folded(std::string name) {
    if (name.front() >= 'A' && name.front() <= 'Z') name.front() = static_cast<char>(name.front() - 'A' + 'a');
    return name;
  }
  static std::uint64_t digest(const std::vector<Twin>& twins) {
    Digest all;
    for (const Twin& twin : twins) all.add(twin.city.value()).add(twin.name).add(twin.country->text());
    return all.value();
  }

  std::string path_;
  Keeping keeping_;
  std::optional<Registry> registry_;
  const Snapshot* now_ = nullptr;
};

}  // namespace

std::unique_ptr<Library> ours(const std::string& path, Keeping keeping) {
  return std::make_unique<Ours>(path, keeping);
}

}  // namespace bench
