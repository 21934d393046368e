// Bonds of more than two, and rings that nobody founded.

#include "cases/archive.hpp"

namespace twinning::cases {
namespace {

using support::noon;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// Case 4, "twinning of the four towns" in June 1963, forces: one bond of four; a proposer from outside; a month.
TEST(Case04, CoventryGranbyWindsorAndSaintEtienne) {
  Archive archive;
  const CityId coventry = archive.city("Coventry", "GB");
  const CityId granby = archive.city("Granby", "CA");
  const CityId windsor = archive.city("Windsor", "CA");
  const CityId etienne = archive.city("Saint-Étienne", "FR");
  const BondId bond = archive.blank_bond({coventry, granby, windsor, etienne});
  archive.act(bond, {.kind = EventKind::proposed, .note = "By the Canadian Federation of Mayors"});
  archive.act(bond, {.kind = EventKind::formed, .date = Date{"1963-06"}, .reason = "third_party_proposal"});

  EXPECT_EQ(archive.status(bond, "1963-05"), "perhaps proposed");
  EXPECT_EQ(archive.status(bond, "1963-06-15"), "perhaps proposed, perhaps active");
  EXPECT_EQ(archive.status(bond, "1963-06"), "active");
  EXPECT_EQ(archive.twinned(granby, windsor, "1963-05"), Answer::no) << "proposed is not twinned";
  EXPECT_EQ(archive.twinned(granby, windsor, "1963-06-15"), Answer::possibly);
  EXPECT_THAT(archive.twins(coventry, "1963"),
              ElementsAre("Granby since 1963-06: active", "Saint-Étienne since 1963-06: active",
                          "Windsor since 1963-06: active"));
  archive.ask([&](const Snapshot& now) {
    EXPECT_THAT(now.bonds(), SizeIs(1));
    for (const TwinCount& count : now.most_twinned()) EXPECT_EQ(count.twins, 3) << count.name;
    EXPECT_EQ(now.get_bond(bond).motive, Reason("third_party_proposal"));
    EXPECT_THAT(now.bonds({.formed_for = {Reason("third_party_proposal")}}), SizeIs(1));
    EXPECT_EQ(now.history(bond).at(0).by, std::nullopt) << "no party proposed it";
  });
}

/// Dull, Boring and, a year later, Bland.
class Case23 : public testing::Test {
 protected:
  Case23() {
    bond_ = archive_.registry().write([&](Transaction& tx) {
      const BondId bond = tx.form({.parties = {dull_, boring_},
                                   .kind = BondKind::novelty,
                                   .date = Date{"2012"},
                                   .reason = Reason("shared_name"),
                                   .note = "Too unlike in size to be sister cities officially"});
      tx.add_party(bond, bland_);
      tx.record(bond, {.kind = EventKind::joined, .date = Date{"2013"}, .by = bland_});
      return bond;
    });
  }

  Archive archive_;
  CityId dull_ = archive_.party({.name = "Dull", .kind = CityKind::settlement, .country = "GB"});
  CityId boring_ = archive_.party({.name = "Boring", .kind = CityKind::settlement, .country = "US"});
  CityId bland_ = archive_.party({.name = "Bland", .kind = CityKind::municipality, .country = "AU"});
  BondId bond_{1};
};

// Case 23 forces: a ring that grows; the pair that is younger than its bond.
TEST_F(Case23, DullBoringAndBland) {
  EXPECT_EQ(archive_.twinned(dull_, boring_, "2011"), Answer::no);
  EXPECT_EQ(archive_.twinned(dull_, boring_, "2012-06"), Answer::possibly);
  EXPECT_EQ(archive_.twinned(dull_, boring_, "2012"), Answer::yes);
  EXPECT_EQ(archive_.twinned(dull_, bland_, "2012"), Answer::no);
  EXPECT_EQ(archive_.twinned(dull_, bland_, "2013-06"), Answer::possibly);
  EXPECT_EQ(archive_.twinned(boring_, bland_, "2013"), Answer::yes);
  EXPECT_THAT(archive_.twins(dull_, "2013"), ElementsAre("Bland since 2013: active", "Boring since 2012: active"));
  EXPECT_THAT(archive_.twins(bland_, "2013"), ElementsAre("Boring since 2013: active", "Dull since 2013: active"));
  EXPECT_EQ(archive_.bond_on(bond_, "2013").since, Date{"2012"}) << "the bond itself is as old as it was";
}

// Case 23 forces: a hamlet, an unincorporated place and a shire; and who recognises that.
TEST_F(Case23, PartiesAreOfDifferentLevels) {
  archive_.ask([&](const Snapshot& now) {
    EXPECT_THAT(now.bonds({.with_others_than_municipalities = true}), SizeIs(1));
    ASSERT_THAT(now.bonds_by_kind(), SizeIs(1));
    EXPECT_EQ(now.bonds_by_kind()[0].level, "municipality - settlement");
    EXPECT_EQ(now.bonds_by_kind()[0].kind, BondKind("novelty"));
    EXPECT_THAT(now.most_twinned(10, {}, BondKind("twinning")), IsEmpty()) << "none that the registers recognise";
    EXPECT_EQ(now.get_bond(bond_).note, "Too unlike in size to be sister cities officially");
  });
}

// Case 23 forces: one of three ends it alone and stays on the list until it leaves.
TEST_F(Case23, OneOfThreeEndsItAlone) {
  archive_.act(bond_, {.kind = EventKind::cut, .date = Date{"2020-05-05"}, .by = boring_});
  EXPECT_EQ(archive_.status(bond_, "2020-05-05"), "active");
  EXPECT_EQ(archive_.twinned(dull_, boring_, "2020-05-05"), Answer::yes);
  EXPECT_THAT(archive_.oddities(), ElementsAre("ended_alone"));
  archive_.act(bond_, {.kind = EventKind::left, .date = Date{"2020-05-05"}, .by = boring_});
  EXPECT_THAT(archive_.oddities(), IsEmpty());
  EXPECT_EQ(archive_.status(bond_, "2020-05-05"), "active");
  EXPECT_EQ(archive_.twinned(dull_, boring_, "2020-05-04"), Answer::yes);
  EXPECT_EQ(archive_.twinned(dull_, boring_, "2020-05-05"), Answer::no);
  EXPECT_EQ(archive_.twinned(dull_, bland_, "2020-05-05"), Answer::yes);
}

// Case 28, the Cologne ring, forces: each of six bound to each; signed again in 1983, and no younger for that.
TEST(Case28, CologneRing) {
  Archive archive;
  std::vector<CityId> members;
  for (const char* const name : {"Cologne", "Esch-sur-Alzette", "Liège", "Lille", "Rotterdam", "Turin"}) {
    members.push_back(archive.city(name));
  }
  const BondId ring = archive.form(
      {.parties = members, .kind = BondKind::ring, .date = Date{"1958"}, .reason = Reason("european_integration")});
  archive.act(ring, {.kind = EventKind::renewed, .date = Date{"1983"}});
  for (const CityId one : members) {
    EXPECT_EQ(archive.twin_count(one, "1957"), 0U);
    EXPECT_EQ(archive.twin_count(one, "1958"), 5U);
    for (const CityId other : members) {
      if (one != other) {
        EXPECT_EQ(archive.twinned(one, other, "1990"), Answer::yes);
      }
    }
  }
  EXPECT_EQ(archive.bond_on(ring, "1990").since, Date{"1958"});
  EXPECT_THAT(archive.changes("1958", "1990"), IsEmpty());
  EXPECT_THAT(archive.history(ring), ElementsAre("formed 1958", "renewed 1983"));
}

// Case 28, the Groß-Gerau ring, forces: a fifth member that joined in 2000.
TEST(Case28, GrossGerauRing) {
  Archive archive;
  const CityId gerau = archive.city("Groß-Gerau", "DE");
  const CityId brignoles = archive.city("Brignoles", "FR");
  const CityId tielt = archive.city("Tielt", "BE");
  const CityId bruneck = archive.city("Bruneck", "IT");
  const CityId szamotuly = archive.city("Szamotuły", "PL");
  const BondId ring = archive.form(
      {.parties = {gerau, brignoles, tielt, bruneck, szamotuly}, .kind = BondKind::ring, .date = Date{"1959"}});
  archive.act(ring, {.kind = EventKind::joined, .date = Date{"2000"}, .by = szamotuly});
  EXPECT_EQ(archive.twin_count(gerau, "1999"), 3U);
  EXPECT_EQ(archive.twin_count(gerau, "2000"), 4U);
  EXPECT_EQ(archive.twin_count(szamotuly, "1999"), 0U);
  EXPECT_EQ(archive.twinned(tielt, szamotuly, "2000-06"), Answer::possibly);
  EXPECT_THAT(archive.twins(szamotuly, "2000"),
              ElementsAre("Brignoles since 2000: active", "Bruneck since 2000: active", "Groß-Gerau since 2000: active",
                          "Tielt since 2000: active"));
}

// Case 28, Bad Soden, Rueil and Kitzbühel, forces: a ring without an act of founding is three bonds of two.
TEST(Case28, BadSodenIsARingThatNobodyFounded) {
  Archive archive;
  const CityId soden = archive.city("Bad Soden", "DE");
  const CityId rueil = archive.city("Rueil-Malmaison", "FR");
  const CityId kitzbuhel = archive.city("Kitzbühel", "AT");
  archive.bond({soden, rueil}, Date{"1975"});
  archive.bond({rueil, kitzbuhel}, Date{"[..1984]"});
  archive.bond({soden, kitzbuhel}, Date{"1984"});
  const auto sides = [&](const char* day) {
    return std::vector<Answer>{archive.twinned(soden, rueil, day), archive.twinned(rueil, kitzbuhel, day),
                               archive.twinned(soden, kitzbuhel, day)};
  };
  EXPECT_THAT(sides("1974"), ElementsAre(Answer::no, Answer::possibly, Answer::no));
  EXPECT_THAT(sides("1983"), ElementsAre(Answer::yes, Answer::possibly, Answer::no));
  EXPECT_THAT(sides("1984-06"), ElementsAre(Answer::yes, Answer::possibly, Answer::possibly));
  EXPECT_THAT(sides("1984"), ElementsAre(Answer::yes, Answer::yes, Answer::yes));
  archive.ask([&](const Snapshot& now) {
    EXPECT_THAT(now.bonds({.kind = BondKind("ring")}), IsEmpty());
    EXPECT_THAT(now.bonds(), SizeIs(3));
    for (const Bond& bond : now.bonds()) EXPECT_THAT(now.parties(bond.id), SizeIs(2));
  });
}

// Case 28, Esslingen, forces: its page links seven of ten in 2016 and five in 2017. The page changed, not the world.
TEST(Case28, EsslingenChangedItsMind) {
  Archive archive;
  archive.clock().set(noon(2016, 5, 1));
  // The row has numbers only; which two are gone is made up.
  std::vector<CityId> parties = {archive.city("Esslingen", "DE")};
  for (const char* const name : {"Norrköping", "Schiedam", "Udine", "Velenje", "Vienne", "Neath", "Piotrków"}) {
    parties.push_back(archive.city(name));
  }
  const CityId esslingen = parties.front();
  const BondId seven = archive.form({.parties = parties, .kind = BondKind::ring});
  archive.clock().set(noon(2017, 5, 1));
  archive.retract(archive.first_act(seven), "The page of 2017 links five");
  parties.resize(6);
  archive.form({.parties = parties, .kind = BondKind::ring});

  const auto twins = [&](const char* known) {
    return archive.registry().read(KnownAt{Date{known}},
                                   [&](const Snapshot& then) { return then.twins(esslingen).size(); });
  };
  EXPECT_EQ(twins("2016-04-30"), 0U);
  EXPECT_EQ(twins("2016"), 7U);
  EXPECT_EQ(twins("2017-04-30"), 7U);
  EXPECT_EQ(twins("2017"), 5U);
  EXPECT_EQ(archive.status(seven, "2016"), "nothing") << "it never was";
  EXPECT_THAT(archive.explained(seven, "2017"), ElementsAre("formed undated: retracted"));
}

/// Douzelage: founded in 1991, grown since; the Finnish member changed in 2016, the Lithuanian in 2018.
class Case29 : public testing::Test {
 protected:
  /// Sherborne and so many other founders; Karkkila, Prienai and so many others that joined in 1997.
  void found(int founders, int others) {
    bond_ = archive_.registry().write([&](Transaction& tx) {
      std::vector<CityId> parties = {sherborne_};
      for (int number = 1; number <= founders; ++number) {
        parties.push_back(tx.add_city({.name = "Founder " + std::to_string(number)}));
      }
      const BondId bond = tx.add_bond({.parties = parties, .kind = BondKind::charter_network, .title = "Douzelage"});
      std::vector<CityId> joining = {finnish_, lithuanian_};
      for (int number = 1; number <= others; ++number) {
        joining.push_back(tx.add_city({.name = "Member " + std::to_string(number)}));
      }
      tx.record(bond, {.kind = EventKind::formed, .date = Date{"1991"}});
      for (const CityId city : joining) join(tx, bond, city, Date{"1997"});
      return bond;
    });
  }

  static EventId join(Transaction& tx, BondId bond, CityId city, const Date& date) {
    tx.add_party(bond, city);
    return tx.record(bond, {.kind = EventKind::joined, .date = date, .by = city});
  }

  void replace(CityId old, CityId successor, const Date& date) {
    archive_.registry().write([&](Transaction& tx) {
      tx.record(bond_, {.kind = EventKind::left, .date = date, .by = old});
      join(tx, bond_, successor, date);
    });
  }

  Archive archive_;
  CityId sherborne_ = archive_.city("Sherborne", "GB");
  CityId finnish_ = archive_.city("Karkkila", "FI");
  CityId new_finnish_ = archive_.city("The new Finnish member", "FI");
  CityId lithuanian_ = archive_.city("Prienai", "LT");
  CityId new_lithuanian_ = archive_.city("The new Lithuanian member", "LT");
  BondId bond_{1};
};

// Case 29 forces: twelve founders and 28 members later; one stays whatever its country leaves.
TEST_F(Case29, Douzelage) {
  found(11, 14);
  replace(lithuanian_, new_lithuanian_, Date{"2018"});
  EXPECT_EQ(archive_.twin_count(sherborne_, "1990"), 0U);
  EXPECT_EQ(archive_.twin_count(sherborne_, "1991"), 11U);
  EXPECT_EQ(archive_.twin_count(sherborne_, "1996"), 11U);
  EXPECT_EQ(archive_.twin_count(sherborne_, "1997"), 27U);
  EXPECT_EQ(archive_.twin_count(sherborne_, "2018"), 27U) << "one left, one came";
  EXPECT_EQ(archive_.twinned(sherborne_, lithuanian_, "2020-02-01"), Answer::no);
  EXPECT_EQ(archive_.twinned(sherborne_, new_lithuanian_, "2020-02-01"), Answer::yes) << "after Brexit as before";
  EXPECT_EQ(archive_.bond_on(bond_, "2020").title, "Douzelage");
  EXPECT_THAT(archive_.changes("1991", "2026"), IsEmpty()) << "the bond itself stood still";
}

// Case 29 forces: who left and who came in one year were never members together, though no day is known.
TEST_F(Case29, WhoCameWhenAnotherLeftNeverMetIt) {
  found(2, 0);
  replace(finnish_, new_finnish_, Date{"2016"});
  replace(lithuanian_, new_lithuanian_, Date{"2018"});
  EXPECT_EQ(archive_.twinned(sherborne_, finnish_, "2015"), Answer::yes);
  EXPECT_EQ(archive_.twinned(sherborne_, finnish_, "2016-06"), Answer::possibly);
  EXPECT_EQ(archive_.twinned(sherborne_, finnish_, "2016"), Answer::no);
  EXPECT_EQ(archive_.twinned(sherborne_, new_finnish_, "2015"), Answer::no);
  EXPECT_EQ(archive_.twinned(sherborne_, new_finnish_, "2016-06"), Answer::possibly);
  EXPECT_EQ(archive_.twinned(sherborne_, new_finnish_, "2016"), Answer::yes);
  for (const char* const day : {"2015", "2016-06", "2016", "2026"}) {
    EXPECT_EQ(archive_.twinned(finnish_, new_finnish_, day), Answer::no) << day;
  }
  EXPECT_EQ(archive_.twinned(new_finnish_, lithuanian_, "2017"), Answer::yes);
  archive_.ask([&](const Snapshot& now) {
    EXPECT_THAT(now.twins_ever(finnish_), SizeIs(4)) << "the three founders, and Prienai until it left itself";
    EXPECT_THAT(now.twins_ever(new_finnish_), SizeIs(5)) << "the founders, Prienai, and who came for it";
  });
}

}  // namespace
}  // namespace twinning::cases
