// Towns that were merged, whose bonds and codes outlive them; and towns that have no bonds, and say why.

#include "cases/archive.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning::cases {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

/// "predecessor: Arbignieu to Arboys en Bugey", for what changed for a city after one day and up to another.
Words changes_of(const Archive& archive, CityId city, const char* after, const char* until) {
  return archive.ask([&](const Snapshot& now) {
    Words lines;
    for (const CityChange& change : now.city_changes(city, AsOf{Date{after}}, AsOf{Date{until}})) {
      lines.push_back(std::string(to_string(change.what)) + ": " + change.before.value_or("nothing") + " to " +
                      change.after);
    }
    return lines;
  });
}

// Case 30, Arbignieu and Saint-Bois, forces: a code of one town that another bears from the next day on.
TEST(Case30, ArboysEnBugeyBearsTheCodeOfAnother) {
  Archive archive;
  const Date day{"2016-01-01"};
  const CityId arbignieu = archive.party({.name = "Arbignieu", .country = "FR", .until = day});
  const CityId bois = archive.party({.name = "Saint-Bois", .country = "FR", .until = day});
  const CityId arboys = archive.party({.name = "Arboys en Bugey", .country = "FR", .since = day});
  archive.registry().write([&](Transaction& tx) {
    tx.add_identifier(arbignieu, {.scheme = "national", .value = "01015", .until = day});
    tx.add_identifier(arboys, {.scheme = "national", .value = "01015", .since = day});
  });
  archive.follow(arbignieu, arboys, SuccessionKind::merged, day);
  archive.follow(bois, arboys, SuccessionKind::merged, day);

  archive.ask([&](const Snapshot& now) {
    Words bearers;
    for (const City& city : now.cities_identified("national", "01015")) {
      bearers.push_back(city.name + (city.until ? " until " + city.until->text() : "") +
                        (city.since ? " since " + city.since->text() : ""));
    }
    EXPECT_THAT(bearers, UnorderedElementsAre("Arbignieu until 2016-01-01", "Arboys en Bugey since 2016-01-01"));
    EXPECT_THAT(now.cities_identified("wikidata", "01015"), IsEmpty()) << "a code of another register";
  });
  EXPECT_THAT(changes_of(archive, arbignieu, "2015", "2016-01-01"),
              ElementsAre("successor: Arbignieu to Arboys en Bugey"));
  EXPECT_THAT(
      changes_of(archive, arboys, "2015", "2016-01-01"),
      UnorderedElementsAre("predecessor: Arbignieu to Arboys en Bugey", "predecessor: Saint-Bois to Arboys en Bugey"));
  EXPECT_THAT(changes_of(archive, arboys, "2016-01-01", "2026"), IsEmpty());
}

/// Cherbourg-en-Cotentin, of five communes since 1 January 2016; Poole had been the twin of one of them.
class Case30Cherbourg : public testing::Test {
 protected:
  Case30Cherbourg() {
    for (const char* const name : {"Équeurdreville-Hainneville", "Tourlaville", "La Glacerie", "Querqueville"}) {
      communes_.push_back(archive_.party({.name = name, .country = "FR", .until = day_}));
    }
  }

  void merge() {
    for (const CityId commune : communes_) archive_.follow(commune, cotentin_, SuccessionKind::merged, day_);
  }

  Archive archive_;
  Date day_{"2016-01-01"};
  std::vector<CityId> communes_ = {archive_.party({.name = "Cherbourg-Octeville", .country = "FR", .until = day_})};
  CityId cotentin_ = archive_.party({.name = "Cherbourg-en-Cotentin", .country = "FR", .since = day_});
  CityId poole_ = archive_.city("Poole", "GB");
  BondId bond_ = archive_.bond({communes_.front(), poole_}, Date{"1977"});
};

// Case 30 forces: five that become one, which another register has twice.
TEST_F(Case30Cherbourg, FiveCommunesBecomeOne) {
  EXPECT_THAT(archive_.oddities(), ElementsAre("party_after_it_ceased")) << "nobody has followed yet";
  merge();
  EXPECT_THAT(archive_.oddities(), IsEmpty());
  archive_.registry().write([&](Transaction& tx) {
    for (const char* const item : {"the item of the city", "the item of the municipality"})
      tx.add_identifier(cotentin_, {.scheme = "wikidata", .value = item});
  });
  archive_.ask([&](const Snapshot& now) {
    for (const char* const item : {"the item of the city", "the item of the municipality"}) {
      ASSERT_THAT(now.cities_identified("wikidata", item), SizeIs(1)) << item;
      EXPECT_EQ(now.cities_identified("wikidata", item)[0].id, cotentin_);
    }
    EXPECT_EQ(now.get_city(cotentin_).since, day_);
    EXPECT_EQ(now.get_city(communes_.front()).until, day_);
  });
  for (const CityId commune : communes_) {
    EXPECT_THAT(changes_of(archive_, commune, "2014", "2015"), IsEmpty());
    EXPECT_THAT(changes_of(archive_, commune, "2015", "2016"), testing::Contains(testing::HasSubstr("successor: ")));
  }
  EXPECT_EQ(archive_.status(bond_, "2016"), "active") << "the bond itself goes on";
}

// Case 30 forces: who follows carries the bond, and says so later, or never.
TEST_F(Case30Cherbourg, CarriesTheBondOfTheOneThatHadIt) {
  merge();
  EXPECT_THAT(archive_.twins(poole_, "2015"), ElementsAre("Cherbourg-Octeville since 1977: active"));
  archive_.ask([&](const Snapshot& now) {
    const auto after = now.twins(poole_, AsOf{day_});
    ASSERT_THAT(after, SizeIs(1));
    EXPECT_EQ(after[0].city, cotentin_);
    EXPECT_EQ(after[0].twin_carried_from, "Cherbourg-Octeville");
    EXPECT_EQ(now.are_twinned(communes_.front(), poole_, AsOf{day_}), Answer::no);
    ASSERT_THAT(now.carried_bonds(), SizeIs(1)) << "of five predecessors one had a bond";
    EXPECT_EQ(now.carried_bonds()[0].predecessor_name, "Cherbourg-Octeville");
    EXPECT_EQ(now.carried_bonds()[0].confirmation, Confirmation::awaited);
  });
}

/// Seven municipalities that became Lolland on 1 January 2007, each with a twin.
class Case31 : public testing::Test {
 protected:
  Case31() {
    for (const char* const name : {"Holeby", "Højreby", "Maribo", "Nakskov", "Ravnsborg", "Rudbjerg", "Rødby"}) {
      const CityId old = archive_.party({.name = name, .country = "DK", .until = day_});
      const CityId twin = archive_.city(std::string("Twin of ") + name, "DE");
      holders_.push_back(old);
      bonds_.push_back(archive_.bond({old, twin}, Date{"1980"}));
      twins_.push_back(twin);
    }
  }

  void reform() {
    for (const CityId holder : holders_) archive_.follow(holder, lolland_, SuccessionKind::merged, day_);
  }

  Words confirmations() const {
    return archive_.ask([](const Snapshot& now) {
      Words words;
      for (const CarriedBond& bond : now.carried_bonds()) {
        words.push_back(bond.predecessor_name + " " + std::string(to_string(bond.confirmation)));
      }
      return words;
    });
  }

  Archive archive_;
  Date day_{"2007-01-01"};
  CityId lolland_ = archive_.party({.name = "Lolland", .country = "DK", .since = day_});
  std::vector<CityId> holders_;
  std::vector<CityId> twins_;
  std::vector<BondId> bonds_;
};

// Case 31, Denmark 2007, forces: a whole country's bonds without their holders; and lists that still show those.
TEST_F(Case31, Denmark2007) {
  EXPECT_THAT(archive_.oddities(), testing::AllOf(SizeIs(7), testing::Each("party_after_it_ceased")));
  reform();
  EXPECT_THAT(archive_.oddities(), IsEmpty());
  const BondId nakskov = bonds_.at(3);
  archive_.act(nakskov, {.kind = EventKind::listed, .date = Date{"2010"}, .note = "Under the name of Nakskov"});
  EXPECT_EQ(archive_.status(nakskov, "2006"), "active");
  EXPECT_EQ(archive_.status(nakskov, "2010"), "active");
  EXPECT_EQ(archive_.bond_on(nakskov, "2010").parties, "Nakskov - Twin of Nakskov");
  EXPECT_THAT(archive_.changes("2006", "2010"), IsEmpty()) << "no bond ended";
}

// Case 31 forces: which bonds still await a word of the new municipality; one is confirmed, one is given up.
TEST_F(Case31, AllAwaitTheWordOfTheNewOne) {
  reform();
  EXPECT_EQ(archive_.twin_count(lolland_, "2006"), 0U);
  EXPECT_EQ(archive_.twin_count(lolland_, "2007-01-01"), 7U);
  EXPECT_EQ(archive_.twin_count(holders_.front(), "2007-01-01"), 0U);
  EXPECT_THAT(confirmations(),
              UnorderedElementsAre("Holeby awaited", "Højreby awaited", "Maribo awaited", "Nakskov awaited",
                                   "Ravnsborg awaited", "Rudbjerg awaited", "Rødby awaited"));
  archive_.registry().write([&](Transaction& tx) {
    tx.add_party(bonds_[0], lolland_);
    tx.record(bonds_[0], {.kind = EventKind::joined, .date = Date{"2008-03-01"}, .by = lolland_});
    tx.record(bonds_[0], {.kind = EventKind::left, .date = Date{"2008-03-01"}, .by = holders_[0]});
    tx.record(bonds_[1], {.kind = EventKind::cut, .date = Date{"2009"}, .reason = "municipal_reform"});
  });
  EXPECT_THAT(confirmations(),
              UnorderedElementsAre("Holeby confirmed", "Højreby ended", "Maribo awaited", "Nakskov awaited",
                                   "Ravnsborg awaited", "Rudbjerg awaited", "Rødby awaited"));
  EXPECT_EQ(archive_.twin_count(lolland_, "2008"), 7U);
  EXPECT_EQ(archive_.twin_count(lolland_, "2009"), 6U);
  EXPECT_EQ(archive_.twinned(lolland_, twins_[0], "2008-02"), Answer::yes) << "carried until it joined";
  EXPECT_EQ(archive_.twinned(lolland_, twins_[0], "2008-03-01"), Answer::yes);
  EXPECT_EQ(archive_.twinned(lolland_, twins_[1], "2009"), Answer::no);
}

// Case 32, Bern and others, forces: none by policy is a fact; none recorded is not.
TEST(Case32, NoneByPolicyIsNotNoneKnown) {
  Archive archive;
  const CityId bern = archive.city("Bern", "CH");
  const CityId vienna = archive.city("Vienna", "AT");
  const CityId silkeborg = archive.city("Silkeborg", "DK");
  const CityId unknown = archive.city("Nowhere", "DK");
  archive.registry().write([&](Transaction& tx) {
    tx.add_policy(bern, {.policy = Policy::no_bonds});
    tx.add_policy(vienna, {.policy = Policy::limited_agreements});
    tx.add_policy(silkeborg, {.policy = Policy::ended_all, .since = Date{"[..2023-05]"}});
  });
  const CityId twin = archive.city("Its twin", "SE");
  const BondId bond = archive.bond({silkeborg, twin}, Date{"1960"});
  // With a first day: an act without one would stand before the forming.
  archive.act(bond, {.kind = EventKind::cut, .date = Date{"1960/2023-05"}, .by = silkeborg, .reason = "policy"});
  archive.form({.parties = {vienna, twin}, .kind = BondKind::cooperation, .date = Date{"2010"}});

  for (const CityId city : {bern, silkeborg, unknown}) EXPECT_THAT(archive.twins(city, "2024"), IsEmpty());
  archive.ask([&](const Snapshot& now) {
    Words stated;
    for (const StatedPolicy& policy : now.policies({}, AsOf{Date{"2024"}})) {
      stated.push_back(policy.name + " " + policy.policy.text());
    }
    EXPECT_THAT(stated, ElementsAre("Bern no_bonds", "Silkeborg ended_all", "Vienna limited_agreements"));
    EXPECT_EQ(now.policies(Policy(Policy::ended_all), AsOf{Date{"2000"}}).at(0).certainty, Certainty::possible);
    EXPECT_EQ(now.policies(Policy(Policy::ended_all), AsOf{Date{"2023-05"}}).at(0).certainty, Certainty::certain);
    EXPECT_THAT(now.bonds({.kind = BondKind("twinning"), .city = vienna}), IsEmpty());
    EXPECT_THAT(now.bonds({.kind = BondKind("cooperation"), .city = vienna}), SizeIs(1));
    EXPECT_EQ(now.get_bond(bond).reason, Reason("policy"));
  });
  EXPECT_EQ(archive.status(bond, "2022"), "perhaps active, perhaps ended");
  EXPECT_EQ(archive.status(bond, "2023-05"), "ended");
}

// Case 32 forces: the shell sees the same.
TEST(Case32, PoliciesAreInTheFile) {
  const support::TemporaryFile file;
  Registry registry = Registry::create(file.path().string());
  registry.write([](Transaction& tx) {
    tx.add_policy(tx.add_city({.name = "Geneva", .country = "CH"}), {.policy = Policy::no_bonds});
    tx.add_policy(tx.add_city({.name = "Brampton", .country = "CA"}),
                  {.policy = Policy::ended_all, .since = Date{"[..2023-05]"}, .note = "By a decision of its council"});
  });
  const support::Database shell(file.path());
  EXPECT_EQ(shell.rows("SELECT city, country, policy, since FROM stated_policy ORDER BY city"),
            "Brampton|CA|ended_all|[..2023-05]\nGeneva|CH|no_bonds|-\n");
  EXPECT_EQ(shell.rows("SELECT count(*) FROM twins"), "0\n");
}

}  // namespace
}  // namespace twinning::cases
