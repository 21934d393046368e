#include <twinning/format.hpp>
#include <twinning/twinning.hpp>

int main() {
  using namespace twinning;
  auto registry = Registry::open_or_create("first_steps.db");

  registry.write([](Transaction& tx) {
    if (tx.now().find_city("Coventry", "GB")) return;  // told already, by an earlier run
    const CityId coventry = tx.add_city({.name = "Coventry", .country = "GB"});
    const CityId volgograd = tx.add_city({.name = "Volgograd", .country = "RU"});
    tx.add_name(volgograd, {.name = "Stalingrad", .since = Date{"1925"}, .until = Date{"1961"}});
    const BondId bond =
        tx.form({.parties = {coventry, volgograd}, .date = Date{"1944"}, .reason = "wartime_solidarity"});
    tx.record(bond, {.kind = EventKind::suspended, .date = Date{"2022-03-22"}, .by = coventry, .reason = "war"});
  });

  registry.read([](const Snapshot& now) {
    const City coventry = now.find_city("Coventry", "GB").value();
    for (const Twin& twin : now.twins(coventry.id, AsOf{Date{"1950"}}))
      fmt::print("{} since {}: {}\n", twin.name_then, twin.since, twin.status);  // Stalingrad since 1944: active
  });
}
