-- The durable part of a registry file, layout 1: tables and indexes. It changes only by a migration.
-- Rules that a table cannot state alone are in rules.sql; what is derived is in state.sql and views.sql.

CREATE TABLE metadata (
  -- What the file says of itself, for people: layout, documentation.
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE edtf_date (
  -- Every date in the file, once: its EDTF text and the first and last day that it allows. Rows come by themselves
  -- when a date is used; the other tables refer to them. The forms are in schema/README.md, "Dates".
  date     TEXT NOT NULL PRIMARY KEY,  -- as the source has it: 1944, 1944-06-06, 194X, 1944?, [1941,1944], 1998/..
  earliest TEXT,                       -- YYYY-MM-DD; NULL: no lower bound. Filled in by the file.
  latest   TEXT                        -- YYYY-MM-DD; NULL: no upper bound. Filled in by the file.
) STRICT, WITHOUT ROWID;

-- Open lists of codes: add to them with an INSERT. `broader` is the code that a code is a case of.

CREATE TABLE country (
  -- ISO 3166-1 alpha-2 codes, those of withdrawn countries (SU, YU, DD, CS) too.
  code      TEXT NOT NULL PRIMARY KEY CONSTRAINT country_code_form
            CHECK (code GLOB '[A-Z][A-Z]' AND length(CAST(code AS BLOB)) = 2),
  name      TEXT NOT NULL,                        -- its short name in English
  withdrawn INTEGER NOT NULL DEFAULT 0            -- 1: ISO has withdrawn the code, with the country
            CONSTRAINT country_withdrawn_flag CHECK (withdrawn IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE city_kind (
  -- What a party of a bond is: a municipality, a county, a theme park.
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT city_kind_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES city_kind (code),
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE name_kind (
  -- What sort of name a name is: official, former, exonym.
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT name_kind_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES name_kind (code),
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE identifier_scheme (
  -- Whose identifier it is: wikidata, geonames.
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT identifier_scheme_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES identifier_scheme (code),
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE succession_kind (
  -- How one party followed another: merged, absorbed, split.
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT succession_kind_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES succession_kind (code),
  definition TEXT NOT NULL,
  carries    INTEGER NOT NULL DEFAULT 1        -- 1: the predecessor ended and the successor carries its bonds; 0: it
             CONSTRAINT succession_kind_carries_flag CHECK (carries IN (0, 1))  -- went on, and kept them
) STRICT, WITHOUT ROWID;

CREATE TABLE policy (
  -- What a party has decided of all its bonds at once, such as to have none.
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT policy_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES policy (code),
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bond_kind (
  -- What sort of bond a bond is: twinning, friendship, ring.
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT bond_kind_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES bond_kind (code),
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE event_kind (
  -- What sort of act an act is, and what it does to the state of the bond.
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT event_kind_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES event_kind (code),
  definition TEXT NOT NULL,
  effect     TEXT NOT NULL CONSTRAINT event_kind_effect_known CHECK (effect IN
             ('proposed', 'active', 'suspended', 'dormant', 'ended', 'membership', 'none', 'retraction')),
  begins     INTEGER NOT NULL DEFAULT 0        -- 1: a beginning; undated, it comes before every dated act.
             CONSTRAINT event_kind_begins_flag CHECK (begins IN (0, 1)),  -- A membership act begins or ends one.
  observes   INTEGER NOT NULL DEFAULT 0        -- 1: shows the bond in force on its day and says nothing of its start
             CONSTRAINT event_kind_observes_flag CHECK (observes IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE reason (
  -- Why a party acted: wartime_solidarity, cost, unknown (a source says that nobody remembers).
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT reason_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES reason (code),
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE keepsake_kind (
  -- What a bond left behind: a gift, a monument, a street's name, a privilege.
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT keepsake_kind_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES keepsake_kind (code),
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE city (
  -- Any party to a bond, real or not: mostly municipalities, but also counties, theme parks and a city from a novel.
  id         INTEGER PRIMARY KEY CONSTRAINT city_id_positive CHECK (id > 0),
  uid        TEXT UNIQUE             -- public id, the same in every file; leave it NULL and the file gives one
             CONSTRAINT city_uid_form CHECK
               (trim(uid, '0123456789abcdef') = '' AND length(CAST(uid AS BLOB)) = 32),
  name       TEXT NOT NULL           -- its name today, or its last one
             CONSTRAINT city_name_present CHECK (trim(name, ' ' || char(9, 10, 13)) <> '' AND instr(name, char(0)) = 0),
  folded     TEXT,                   -- the name for search, without case and accents; leave it NULL
  kind       TEXT NOT NULL DEFAULT 'municipality' REFERENCES city_kind (code),
  country    TEXT REFERENCES country (code),  -- today; NULL where none fits. Other times: city_country
  latitude   REAL CONSTRAINT city_latitude_on_globe CHECK (latitude BETWEEN -90 AND 90),     -- degrees north, WGS 84
  longitude  REAL CONSTRAINT city_longitude_on_globe CHECK (longitude BETWEEN -180 AND 180),  -- degrees east, WGS 84
  population INTEGER CONSTRAINT city_population_not_negative CHECK (population >= 0),
  fictional  INTEGER NOT NULL DEFAULT 0 CONSTRAINT city_fictional_flag CHECK (fictional IN (0, 1)),
  since      TEXT REFERENCES edtf_date (date),  -- when the party came to be, if that matters
  until      TEXT REFERENCES edtf_date (date),  -- when it ceased; what followed it: succession
  note       TEXT,
  CONSTRAINT city_coordinates_paired CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT;

CREATE INDEX city_by_name ON city (name);
CREATE INDEX city_by_folded ON city (folded);

CREATE TABLE city_name (
  -- Other names of a city, of any era and language, with the days between which they were used.
  id          INTEGER PRIMARY KEY CONSTRAINT city_name_id_positive CHECK (id > 0),
  city_id     INTEGER NOT NULL REFERENCES city (id),
  name        TEXT NOT NULL CONSTRAINT city_name_name_present
              CHECK (trim(name, ' ' || char(9, 10, 13)) <> ''
                AND instr(name, char(0)) = 0),
  folded      TEXT,                             -- as in city
  language    TEXT,                             -- BCP 47: en, ru, zh-Hant
  kind        TEXT NOT NULL DEFAULT 'alternative' REFERENCES name_kind (code),
  since       TEXT REFERENCES edtf_date (date),
  until       TEXT REFERENCES edtf_date (date),
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))  -- when the registry learned it, UTC
              CONSTRAINT city_name_recorded_at_form CHECK (recorded_at GLOB '????-??-??T??:??:??.[0-9][0-9][0-9]Z'
                AND length(CAST(recorded_at AS BLOB)) = 24 AND date(recorded_at, '+0 days') IS substr(recorded_at, 1, 10))
) STRICT;

CREATE INDEX city_name_by_city ON city_name (city_id);
CREATE INDEX city_name_by_name ON city_name (name);
CREATE INDEX city_name_by_folded ON city_name (folded);

CREATE TABLE city_country (
  -- The countries that a city belonged to, with their days: Chemnitz was in DD until 1990-10-03.
  id          INTEGER PRIMARY KEY CONSTRAINT city_country_id_positive CHECK (id > 0),
  city_id     INTEGER NOT NULL REFERENCES city (id),
  country     TEXT NOT NULL REFERENCES country (code),
  since       TEXT REFERENCES edtf_date (date),
  until       TEXT REFERENCES edtf_date (date),
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
              CONSTRAINT city_country_recorded_at_form CHECK (recorded_at GLOB '????-??-??T??:??:??.[0-9][0-9][0-9]Z'
                AND length(CAST(recorded_at AS BLOB)) = 24 AND date(recorded_at, '+0 days') IS substr(recorded_at, 1, 10))
) STRICT;

CREATE INDEX city_country_by_city ON city_country (city_id);

CREATE TABLE city_identifier (
  -- What other registers call a city. Not unique: registers reuse and repeat their identifiers.
  id      INTEGER PRIMARY KEY CONSTRAINT city_identifier_id_positive CHECK (id > 0),
  city_id INTEGER NOT NULL REFERENCES city (id),
  scheme  TEXT NOT NULL REFERENCES identifier_scheme (code),
  value   TEXT NOT NULL CONSTRAINT city_identifier_value_present
              CHECK (trim(value, ' ' || char(9, 10, 13)) <> ''
                AND instr(value, char(0)) = 0),
  since   TEXT REFERENCES edtf_date (date),
  until   TEXT REFERENCES edtf_date (date)
) STRICT;

CREATE INDEX city_identifier_by_city ON city_identifier (city_id);
CREATE INDEX city_identifier_by_value ON city_identifier (value, scheme);

CREATE TABLE city_policy (
  -- What a city decided of all its bonds: Bern has none, by policy.
  id          INTEGER PRIMARY KEY CONSTRAINT city_policy_id_positive CHECK (id > 0),
  city_id     INTEGER NOT NULL REFERENCES city (id),
  policy      TEXT NOT NULL REFERENCES policy (code),
  since       TEXT REFERENCES edtf_date (date),
  until       TEXT REFERENCES edtf_date (date),
  note        TEXT,
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
              CONSTRAINT city_policy_recorded_at_form CHECK (recorded_at GLOB '????-??-??T??:??:??.[0-9][0-9][0-9]Z'
                AND length(CAST(recorded_at AS BLOB)) = 24 AND date(recorded_at, '+0 days') IS substr(recorded_at, 1, 10))
) STRICT;

CREATE INDEX city_policy_by_city ON city_policy (city_id);

CREATE TABLE succession (
  -- One party that followed another: a merger has a row for every predecessor, a split one for every successor.
  -- A renaming is no succession: it is a city_name.
  id             INTEGER PRIMARY KEY CONSTRAINT succession_id_positive CHECK (id > 0),
  predecessor_id INTEGER NOT NULL REFERENCES city (id),
  successor_id   INTEGER NOT NULL REFERENCES city (id),
  kind           TEXT NOT NULL REFERENCES succession_kind (code),
  date           TEXT REFERENCES edtf_date (date),
  recorded_at    TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
                 CONSTRAINT succession_recorded_at_form CHECK (recorded_at GLOB '????-??-??T??:??:??.[0-9][0-9][0-9]Z'
                   AND length(CAST(recorded_at AS BLOB)) = 24 AND date(recorded_at, '+0 days') IS substr(recorded_at, 1, 10)),
  CONSTRAINT succession_of_another CHECK (predecessor_id <> successor_id)
) STRICT;

CREATE INDEX succession_by_predecessor ON succession (predecessor_id);
CREATE INDEX succession_by_successor ON succession (successor_id);

CREATE TABLE bond (
  -- A bond between two parties or more. It has no state of its own: what happened to it is in bond_event.
  id        INTEGER PRIMARY KEY CONSTRAINT bond_id_positive CHECK (id > 0),
  uid       TEXT UNIQUE CONSTRAINT bond_uid_form CHECK
               (trim(uid, '0123456789abcdef') = '' AND length(CAST(uid AS BLOB)) = 32),
  kind      TEXT NOT NULL DEFAULT 'unspecified' REFERENCES bond_kind (code),
  title     TEXT,                                 -- its own name, if it has one
  exclusive INTEGER NOT NULL DEFAULT 0            -- 1: the parties promised to take no other twin
            CONSTRAINT bond_exclusive_flag CHECK (exclusive IN (0, 1)),
  note      TEXT
) STRICT;

CREATE TABLE bond_party (
  -- The parties of a bond, two at the least before its first act. One that came later has a `joined` act as well.
  bond_id     INTEGER NOT NULL REFERENCES bond (id),
  city_id     INTEGER NOT NULL REFERENCES city (id),
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
              CONSTRAINT bond_party_recorded_at_form CHECK (recorded_at GLOB '????-??-??T??:??:??.[0-9][0-9][0-9]Z'
                AND length(CAST(recorded_at AS BLOB)) = 24 AND date(recorded_at, '+0 days') IS substr(recorded_at, 1, 10)),
  PRIMARY KEY (bond_id, city_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX bond_party_by_city ON bond_party (city_id);

CREATE TABLE bond_event (
  -- The log: every act in a bond's life. Rows are only ever added. To mend one, add a row that `corrects` it.
  id          INTEGER PRIMARY KEY CONSTRAINT bond_event_id_positive CHECK (id > 0),
  uid         TEXT UNIQUE CONSTRAINT bond_event_uid_form CHECK
               (trim(uid, '0123456789abcdef') = '' AND length(CAST(uid AS BLOB)) = 32),
  bond_id     INTEGER NOT NULL REFERENCES bond (id),
  kind        TEXT NOT NULL REFERENCES event_kind (code),
  date        TEXT REFERENCES edtf_date (date),   -- when it took effect; NULL: unknown
  decided     TEXT REFERENCES edtf_date (date),   -- when it was voted or announced, where that differs
  city_id     INTEGER REFERENCES city (id),       -- the party that acted, joined or left; NULL: all of them together
  reason      TEXT REFERENCES reason (code),      -- NULL: none recorded; 'unknown': a source says nobody knows
  condition   TEXT,                               -- what would lift a suspension
  note        TEXT,
  rank        TEXT NOT NULL DEFAULT 'normal'      -- rival: kept and shown, but makes no state
              CONSTRAINT bond_event_rank_known  -- no IN: SQLite would set up a table for it at each act
              CHECK (rank = 'normal' OR rank = 'preferred' OR rank = 'rival'),
  caused_by   INTEGER REFERENCES bond_event (id), -- the act, of any bond, that set this one off
  corrects    INTEGER REFERENCES bond_event (id), -- the act that this one takes the place of
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))  -- when the registry learned it, UTC
              CONSTRAINT bond_event_recorded_at_form CHECK (recorded_at GLOB '????-??-??T??:??:??.[0-9][0-9][0-9]Z'
                AND length(CAST(recorded_at AS BLOB)) = 24 AND date(recorded_at, '+0 days') IS substr(recorded_at, 1, 10)),
  CONSTRAINT bond_event_retraction_corrects CHECK (kind <> 'retracted' OR corrects IS NOT NULL)
) STRICT;

CREATE INDEX bond_event_by_bond ON bond_event (bond_id);
CREATE UNIQUE INDEX bond_event_by_corrects ON bond_event (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX bond_event_by_caused_by ON bond_event (caused_by) WHERE caused_by IS NOT NULL;

CREATE TABLE source (
  -- Where something is said: a page, a paper, a register, a file that was imported.
  id          INTEGER PRIMARY KEY CONSTRAINT source_id_positive CHECK (id > 0),
  uid         TEXT UNIQUE CONSTRAINT source_uid_form CHECK
               (trim(uid, '0123456789abcdef') = '' AND length(CAST(uid AS BLOB)) = 32),
  title       TEXT NOT NULL CONSTRAINT source_title_present
              CHECK (trim(title, ' ' || char(9, 10, 13)) <> ''
                AND instr(title, char(0)) = 0),
  publisher   TEXT,
  author      TEXT,
  url         TEXT,
  published   TEXT REFERENCES edtf_date (date),
  accessed    TEXT REFERENCES edtf_date (date),
  language    TEXT,                               -- BCP 47
  file_name   TEXT,                               -- of an imported file
  file_sha256 TEXT CONSTRAINT source_file_sha256_form
              CHECK (length(CAST(file_sha256 AS BLOB)) = 64 AND file_sha256 NOT GLOB '*[^0-9a-f]*'
                AND length(file_sha256) = 64),
  note        TEXT
) STRICT;

CREATE TABLE keepsake (
  -- What a bond left behind, and where it is now: a gift, a monument, a street's name, a privilege.
  id          INTEGER PRIMARY KEY CONSTRAINT keepsake_id_positive CHECK (id > 0),
  uid         TEXT UNIQUE CONSTRAINT keepsake_uid_form CHECK
               (trim(uid, '0123456789abcdef') = '' AND length(CAST(uid AS BLOB)) = 32),
  bond_id     INTEGER NOT NULL REFERENCES bond (id),
  kind        TEXT NOT NULL REFERENCES keepsake_kind (code),
  title       TEXT NOT NULL CONSTRAINT keepsake_title_present
              CHECK (trim(title, ' ' || char(9, 10, 13)) <> ''
                AND instr(title, char(0)) = 0),
  giver_id    INTEGER REFERENCES city (id),
  receiver_id INTEGER REFERENCES city (id),
  date        TEXT REFERENCES edtf_date (date),
  until       TEXT REFERENCES edtf_date (date),   -- when it was lost, removed or withdrawn
  place       TEXT,                               -- where it is now
  note        TEXT,
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
              CONSTRAINT keepsake_recorded_at_form CHECK (recorded_at GLOB '????-??-??T??:??:??.[0-9][0-9][0-9]Z'
                AND length(CAST(recorded_at AS BLOB)) = 24 AND date(recorded_at, '+0 days') IS substr(recorded_at, 1, 10))
) STRICT;

CREATE INDEX keepsake_by_bond ON keepsake (bond_id);

CREATE TABLE citation (
  -- Which source supports what: one act, name, city, succession or keepsake a row.
  id            INTEGER PRIMARY KEY CONSTRAINT citation_id_positive CHECK (id > 0),
  source_id     INTEGER NOT NULL REFERENCES source (id),
  event_id      INTEGER REFERENCES bond_event (id),
  name_id       INTEGER REFERENCES city_name (id),
  city_id       INTEGER REFERENCES city (id),
  succession_id INTEGER REFERENCES succession (id),
  keepsake_id   INTEGER REFERENCES keepsake (id),
  locator       TEXT,                             -- page, paragraph, minute
  quote         TEXT,
  recorded_at   TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
                CONSTRAINT citation_recorded_at_form CHECK (recorded_at GLOB '????-??-??T??:??:??.[0-9][0-9][0-9]Z'
                  AND length(CAST(recorded_at AS BLOB)) = 24 AND date(recorded_at, '+0 days') IS substr(recorded_at, 1, 10)),
  CONSTRAINT citation_supports_one CHECK (
    (event_id IS NOT NULL) + (name_id IS NOT NULL) + (city_id IS NOT NULL)
    + (succession_id IS NOT NULL) + (keepsake_id IS NOT NULL) = 1)
) STRICT;

CREATE INDEX citation_by_source ON citation (source_id);
CREATE INDEX citation_by_event ON citation (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX citation_by_name ON citation (name_id) WHERE name_id IS NOT NULL;
CREATE INDEX citation_by_city ON citation (city_id) WHERE city_id IS NOT NULL;
CREATE INDEX citation_by_succession ON citation (succession_id) WHERE succession_id IS NOT NULL;
CREATE INDEX citation_by_keepsake ON citation (keepsake_id) WHERE keepsake_id IS NOT NULL;

CREATE TABLE bond_span (
  -- The stored projection of the view bond_stretch: the whole life of each bond, a row a stretch of equal status.
  -- Possible on day D: from_earliest <= D AND (to_latest IS NULL OR D < to_latest).
  -- Certain on day D:  from_latest <= D AND (to_earliest IS NULL OR D < to_earliest).
  -- Kept by triggers; to make it anew: DELETE FROM bond_span; INSERT INTO bond_span SELECT * FROM bond_stretch;
  bond_id         INTEGER NOT NULL,
  position        INTEGER NOT NULL,  -- of the act that opened it, in bond_act
  status          TEXT NOT NULL,     -- proposed, active, suspended, dormant or ended
  from_earliest   TEXT NOT NULL,     -- '0000-01-01' where nothing bounds it
  from_latest     TEXT,
  to_earliest     TEXT,
  to_latest       TEXT,
  event_id        INTEGER NOT NULL,  -- the act that opened it
  forming_id      INTEGER,           -- the act that formed the bond, if it was formed in this stretch; NULL: it was not
  formed_earliest TEXT,              -- the days between which it was formed, where forming_id is
  formed_latest   TEXT,
  from_decade     INTEGER,           -- in which the stretch began (1940 is 1940 to 1949); NULL: the dates leave it open
  formed_decade   INTEGER,           -- in which the bond was formed; NULL: the dates leave it open, or not here
  PRIMARY KEY (bond_id, position)
) STRICT, WITHOUT ROWID;

-- The formings and the endings, by decade.
CREATE INDEX bond_span_formed ON bond_span (formed_decade, formed_latest, formed_earliest)
WHERE formed_earliest IS NOT NULL;
CREATE INDEX bond_span_ended ON bond_span (from_decade, from_latest, from_earliest, to_earliest, to_latest, status)
WHERE status = 'ended';

CREATE TABLE twin_span (
  -- The stored projection of the view pair_span: for each city and each of its twins, a row a stretch of equal status.
  -- Kept by triggers; to make it anew: DELETE FROM twin_span; INSERT INTO twin_span SELECT * FROM pair_span;
  -- Day D is as in bond_span.
  city_id       INTEGER NOT NULL,
  bond_id       INTEGER NOT NULL,
  twin_id       INTEGER NOT NULL,
  position      INTEGER NOT NULL,  -- counts the stretches of a pair, from 1
  status        TEXT NOT NULL,     -- proposed, active, suspended, dormant or ended
  from_earliest TEXT NOT NULL,     -- '0000-01-01' where nothing bounds it
  from_latest   TEXT,
  to_earliest   TEXT,
  to_latest     TEXT,
  since         TEXT,              -- the EDTF date of the act that began the pair; NULL: unknown
  until         TEXT,              -- the EDTF date of the act that ended it; NULL: unknown, or none did
  carried_from      INTEGER,       -- the predecessor whose part of the bond the city carries; NULL: it is a party itself
  twin_carried_from INTEGER,       -- the same of the twin
  kind          TEXT NOT NULL,     -- of the bond
  PRIMARY KEY (city_id, bond_id, twin_id, position)
) STRICT, WITHOUT ROWID;

-- The pairs of a day, each from one side: those that still go on stand first, in the order of cities.
CREATE INDEX twin_span_in_force ON twin_span (to_latest, city_id, twin_id, bond_id, from_earliest, status, position)
WHERE city_id < twin_id AND status <> 'ended' AND status <> 'proposed';
