-- Layout 1: the durable part as it was first laid out. Shipped, so never edited: frozen.sha256 holds it.

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
-- The durable part's first codes. Every list is open: add to it with an INSERT.

INSERT INTO metadata (key, value) VALUES
  ('layout', '1'),
  ('documentation', 'SELECT * FROM readme');

INSERT INTO city_kind (code, broader, definition) VALUES
  ('municipality', NULL, 'A local authority with a council of its own: city, town, commune'),
  ('settlement', NULL, 'A named place without a council of its own; someone else signs for it'),
  ('district', NULL, 'A part of a municipality: borough, ward'),
  ('county', NULL, 'A tier between municipality and region: county, Landkreis, powiat, département'),
  ('region', NULL, 'A tier below the state: region, Land, prefecture, oblast'),
  ('state', NULL, 'A country'),
  ('facility', NULL, 'A port, an airport, a park, a theme park'),
  ('natural_feature', NULL, 'A mountain, a river, a lake'),
  ('organisation', NULL, 'A diocese, a school, an association, a company'),
  ('network', NULL, 'A body whose members are parties themselves'),
  ('other', NULL, 'Anything else');

INSERT INTO name_kind (code, broader, definition) VALUES
  ('official', NULL, 'The name in law'),
  ('endonym', NULL, 'A name in the language of the place'),
  ('exonym', NULL, 'A name in another language'),
  ('former', NULL, 'An official name that is no longer in use'),
  ('nickname', NULL, 'An affectionate or mocking name'),
  ('alternative', NULL, 'Any other name or spelling');

INSERT INTO identifier_scheme (code, broader, definition) VALUES
  ('wikidata', NULL, 'Wikidata item: Q6225'),
  ('geonames', NULL, 'GeoNames number'),
  ('unlocode', NULL, 'UN/LOCODE: GB CVT'),
  ('openstreetmap', NULL, 'OpenStreetMap element: relation/172987'),
  ('iso_3166_2', NULL, 'ISO 3166-2 subdivision: GB-COV'),
  ('lau', NULL, 'Local administrative unit of the European Union'),
  ('national', NULL, 'A code of the country''s own, such as INSEE or AGS'),
  ('register', NULL, 'The key in the register that the row was imported from');

INSERT INTO succession_kind (code, broader, definition, carries) VALUES
  ('merged', NULL, 'Several parties became a new one', 1),
  ('absorbed', NULL, 'One party was taken into another, which went on', 1),
  ('split', NULL, 'One party became several, and ceased', 1),
  ('replaced', NULL, 'A party was abolished and another took its place', 1),
  ('separated', NULL, 'A part of a party became one of its own; the party went on', 0);

INSERT INTO policy (code, broader, definition) VALUES
  ('no_bonds', NULL, 'Enters into no bonds, on principle'),
  ('ended_all', NULL, 'Decided to end all its bonds'),
  ('limited_number', NULL, 'Allows itself a fixed number of bonds'),
  ('limited_agreements', NULL, 'Signs only agreements with a term or a subject');

INSERT INTO bond_kind (code, broader, definition) VALUES
  ('twinning', NULL, 'Formal, without limit of time or subject: town twinning, sister city, jumelage, Partnerschaft'),
  ('friendship', NULL, 'On an agreement with a term or a subject, often a trial before a twinning'),
  ('project', NULL, 'An undertaking with a term and a subject'),
  ('contact', NULL, 'Without a formal basis'),
  ('cooperation', NULL, 'A cooperation agreement between authorities that do not call it twinning'),
  ('solidarity', NULL, 'A partnership in an emergency'),
  ('patronage', NULL, 'One side adopts the other'),
  ('ring', NULL, 'Three or more, each bound to every other'),
  ('charter_network', NULL, 'An association under a charter, which members join and leave'),
  ('novelty', NULL, 'For publicity or humour'),
  ('unspecified', NULL, 'The source says no more than twinned');

INSERT INTO event_kind (code, broader, definition, effect, begins, observes) VALUES
  ('proposed', NULL, 'A party, or somebody else, proposed the bond', 'proposed', 1, 0),
  ('formed', NULL, 'The bond came into force: signed, declared, agreed', 'active', 1, 0),
  ('listed', NULL, 'A source shows the bond in force on that day and says nothing of its start', 'active', 1, 1),
  ('renewed', NULL, 'The same bond was confirmed or signed again', 'active', 0, 0),
  ('resumed', NULL, 'A party, or all of them, lifted a suspension', 'active', 0, 0),
  ('suspended', NULL, 'A party, or all of them, paused the bond', 'suspended', 0, 0),
  ('lapsed', NULL, 'The bond was declared asleep, without an end', 'dormant', 0, 0),
  ('cut', NULL, 'A party, or all of them, ended the bond', 'ended', 0, 0),
  ('expired', NULL, 'The agreement ran out and was not renewed', 'ended', 0, 0),
  ('joined', NULL, 'A party became a member of a bond of many', 'membership', 1, 0),
  ('left', NULL, 'A party ceased to be a member, by its own will or not', 'membership', 0, 0),
  ('contested', NULL, 'A party objected to what another did, such as its ending of the bond', 'none', 0, 0),
  ('delisted', NULL, 'A party''s list no longer shows the bond', 'none', 0, 0),
  ('exchanged', NULL, 'A visit, a gift, a message, a project', 'none', 0, 0),
  ('retracted', NULL, 'The act that it corrects never was, or does not belong here', 'retraction', 0, 0);

INSERT INTO reason (code, broader, definition) VALUES
  ('unknown', NULL, 'A source says that nobody knows or remembers; where nothing is recorded, leave the reason NULL'),
  ('wartime_solidarity', NULL, 'Sympathy and help between towns that suffered in a war'),
  ('reconciliation', NULL, 'Between former enemies'),
  ('shared_suffering', NULL, 'The same disaster or crime befell both'),
  ('peace', NULL, 'Citizens'' diplomacy for peace and understanding'),
  ('european_integration', NULL, 'To bring the peoples of Europe together'),
  ('ideology', NULL, 'Within or towards a political bloc'),
  ('shared_name', NULL, 'The places have the same name, or names that go together'),
  ('shared_history', NULL, 'A person, an event or a past in common'),
  ('migration', NULL, 'People of one place live in the other'),
  ('religion', NULL, 'A church, a saint, a pilgrimage'),
  ('similar_profile', NULL, 'Alike in size, industry or situation'),
  ('trade', NULL, 'Business and tourism'),
  ('education', NULL, 'Schools, universities, youth'),
  ('development_aid', NULL, 'Help for a poorer partner'),
  ('disaster_relief', NULL, 'Help after a disaster'),
  ('third_party_proposal', NULL, 'Somebody else brought the parties together'),
  ('state_visit', NULL, 'Signed on the occasion of a visit of state'),
  ('publicity', NULL, 'A competition or a campaign'),
  ('humour', NULL, 'For fun'),
  ('personal_initiative', NULL, 'One person''s doing'),
  ('political', NULL, 'A protest or a quarrel over politics'),
  ('war', 'political', 'Protest against an attack by the partner''s state'),
  ('human_rights', 'political', 'Protest against violations of rights'),
  ('lgbt_rights', 'human_rights', 'Protest against laws or declarations against homosexual and transgender people'),
  ('historical_memory', 'political', 'A monument, a denial, a dispute about the past'),
  ('sovereignty', 'political', 'Recognition of a state, or a clause about it'),
  ('retaliation', 'political', 'An answer to an act of the partner'),
  ('national_order', 'political', 'A national government ended or paused it'),
  ('local_politics', 'political', 'A new mayor or majority'),
  ('practical', NULL, 'No quarrel: it no longer worked or paid'),
  ('cost', 'practical', 'To save money'),
  ('inactivity', 'practical', 'Little or nothing was exchanged'),
  ('partner_unresponsive', 'practical', 'The other side did not answer'),
  ('loss_of_relevance', 'practical', 'Interest was lost'),
  ('term_expired', 'practical', 'The agreed term ran out'),
  ('municipal_reform', 'practical', 'A party was merged, split or abolished'),
  ('policy', 'practical', 'A decision on all bonds at once');

INSERT INTO keepsake_kind (code, broader, definition) VALUES
  ('gift', NULL, 'A thing that one party gave to the other'),
  ('monument', NULL, 'A monument, a garden, a memorial'),
  ('place_name', NULL, 'A street, a square or a bridge named for the twin'),
  ('sign', NULL, 'A road sign or a plaque that names the twin'),
  ('privilege', NULL, 'Something that the people of one place may do or have in the other'),
  ('other', NULL, 'Anything else');
-- The durable part's list of countries: ISO 3166-1 alpha-2 codes, and those that ISO 3166-3 has withdrawn and given to
-- no other country since. CS stood for two countries, one after the other.

INSERT INTO country (code, name, withdrawn) VALUES
  ('AD', 'Andorra', 0),
  ('AE', 'United Arab Emirates', 0),
  ('AF', 'Afghanistan', 0),
  ('AG', 'Antigua and Barbuda', 0),
  ('AI', 'Anguilla', 0),
  ('AL', 'Albania', 0),
  ('AM', 'Armenia', 0),
  ('AN', 'Netherlands Antilles', 1),
  ('AO', 'Angola', 0),
  ('AQ', 'Antarctica', 0),
  ('AR', 'Argentina', 0),
  ('AS', 'American Samoa', 0),
  ('AT', 'Austria', 0),
  ('AU', 'Australia', 0),
  ('AW', 'Aruba', 0),
  ('AX', 'Åland Islands', 0),
  ('AZ', 'Azerbaijan', 0),
  ('BA', 'Bosnia and Herzegovina', 0),
  ('BB', 'Barbados', 0),
  ('BD', 'Bangladesh', 0),
  ('BE', 'Belgium', 0),
  ('BF', 'Burkina Faso', 0),
  ('BG', 'Bulgaria', 0),
  ('BH', 'Bahrain', 0),
  ('BI', 'Burundi', 0),
  ('BJ', 'Benin', 0),
  ('BL', 'Saint Barthélemy', 0),
  ('BM', 'Bermuda', 0),
  ('BN', 'Brunei', 0),
  ('BO', 'Bolivia', 0),
  ('BQ', 'Bonaire, Sint Eustatius and Saba', 0),
  ('BR', 'Brazil', 0),
  ('BS', 'Bahamas', 0),
  ('BT', 'Bhutan', 0),
  ('BU', 'Burma', 1),
  ('BV', 'Bouvet Island', 0),
  ('BW', 'Botswana', 0),
  ('BY', 'Belarus', 0),
  ('BZ', 'Belize', 0),
  ('CA', 'Canada', 0),
  ('CC', 'Cocos (Keeling) Islands', 0),
  ('CD', 'Democratic Republic of the Congo', 0),
  ('CF', 'Central African Republic', 0),
  ('CG', 'Republic of the Congo', 0),
  ('CH', 'Switzerland', 0),
  ('CI', 'Côte d''Ivoire', 0),
  ('CK', 'Cook Islands', 0),
  ('CL', 'Chile', 0),
  ('CM', 'Cameroon', 0),
  ('CN', 'China', 0),
  ('CO', 'Colombia', 0),
  ('CR', 'Costa Rica', 0),
  ('CS', 'Czechoslovakia; later Serbia and Montenegro', 1),
  ('CT', 'Canton and Enderbury Islands', 1),
  ('CU', 'Cuba', 0),
  ('CV', 'Cabo Verde', 0),
  ('CW', 'Curaçao', 0),
  ('CX', 'Christmas Island', 0),
  ('CY', 'Cyprus', 0),
  ('CZ', 'Czech Republic', 0),
  ('DD', 'East Germany', 1),
  ('DE', 'Germany', 0),
  ('DJ', 'Djibouti', 0),
  ('DK', 'Denmark', 0),
  ('DM', 'Dominica', 0),
  ('DO', 'Dominican Republic', 0),
  ('DY', 'Dahomey', 1),
  ('DZ', 'Algeria', 0),
  ('EC', 'Ecuador', 0),
  ('EE', 'Estonia', 0),
  ('EG', 'Egypt', 0),
  ('EH', 'Western Sahara', 0),
  ('ER', 'Eritrea', 0),
  ('ES', 'Spain', 0),
  ('ET', 'Ethiopia', 0),
  ('FI', 'Finland', 0),
  ('FJ', 'Fiji', 0),
  ('FK', 'Falkland Islands', 0),
  ('FM', 'Micronesia', 0),
  ('FO', 'Faroe Islands', 0),
  ('FQ', 'French Southern and Antarctic Territories', 1),
  ('FR', 'France', 0),
  ('FX', 'Metropolitan France', 1),
  ('GA', 'Gabon', 0),
  ('GB', 'United Kingdom', 0),
  ('GD', 'Grenada', 0),
  ('GE', 'Georgia', 0),
  ('GF', 'French Guiana', 0),
  ('GG', 'Guernsey', 0),
  ('GH', 'Ghana', 0),
  ('GI', 'Gibraltar', 0),
  ('GL', 'Greenland', 0),
  ('GM', 'Gambia', 0),
  ('GN', 'Guinea', 0),
  ('GP', 'Guadeloupe', 0),
  ('GQ', 'Equatorial Guinea', 0),
  ('GR', 'Greece', 0),
  ('GS', 'South Georgia and the South Sandwich Islands', 0),
  ('GT', 'Guatemala', 0),
  ('GU', 'Guam', 0),
  ('GW', 'Guinea-Bissau', 0),
  ('GY', 'Guyana', 0),
  ('HK', 'Hong Kong', 0),
  ('HM', 'Heard Island and McDonald Islands', 0),
  ('HN', 'Honduras', 0),
  ('HR', 'Croatia', 0),
  ('HT', 'Haiti', 0),
  ('HU', 'Hungary', 0),
  ('HV', 'Upper Volta', 1),
  ('ID', 'Indonesia', 0),
  ('IE', 'Ireland', 0),
  ('IL', 'Israel', 0),
  ('IM', 'Isle of Man', 0),
  ('IN', 'India', 0),
  ('IO', 'British Indian Ocean Territory', 0),
  ('IQ', 'Iraq', 0),
  ('IR', 'Iran', 0),
  ('IS', 'Iceland', 0),
  ('IT', 'Italy', 0),
  ('JE', 'Jersey', 0),
  ('JM', 'Jamaica', 0),
  ('JO', 'Jordan', 0),
  ('JP', 'Japan', 0),
  ('JT', 'Johnston Island', 1),
  ('KE', 'Kenya', 0),
  ('KG', 'Kyrgyzstan', 0),
  ('KH', 'Cambodia', 0),
  ('KI', 'Kiribati', 0),
  ('KM', 'Comoros', 0),
  ('KN', 'Saint Kitts and Nevis', 0),
  ('KP', 'North Korea', 0),
  ('KR', 'South Korea', 0),
  ('KW', 'Kuwait', 0),
  ('KY', 'Cayman Islands', 0),
  ('KZ', 'Kazakhstan', 0),
  ('LA', 'Laos', 0),
  ('LB', 'Lebanon', 0),
  ('LC', 'Saint Lucia', 0),
  ('LI', 'Liechtenstein', 0),
  ('LK', 'Sri Lanka', 0),
  ('LR', 'Liberia', 0),
  ('LS', 'Lesotho', 0),
  ('LT', 'Lithuania', 0),
  ('LU', 'Luxembourg', 0),
  ('LV', 'Latvia', 0),
  ('LY', 'Libya', 0),
  ('MA', 'Morocco', 0),
  ('MC', 'Monaco', 0),
  ('MD', 'Moldova', 0),
  ('ME', 'Montenegro', 0),
  ('MF', 'Saint Martin', 0),
  ('MG', 'Madagascar', 0),
  ('MH', 'Marshall Islands', 0),
  ('MI', 'Midway Islands', 1),
  ('MK', 'North Macedonia', 0),
  ('ML', 'Mali', 0),
  ('MM', 'Myanmar', 0),
  ('MN', 'Mongolia', 0),
  ('MO', 'Macao', 0),
  ('MP', 'Northern Mariana Islands', 0),
  ('MQ', 'Martinique', 0),
  ('MR', 'Mauritania', 0),
  ('MS', 'Montserrat', 0),
  ('MT', 'Malta', 0),
  ('MU', 'Mauritius', 0),
  ('MV', 'Maldives', 0),
  ('MW', 'Malawi', 0),
  ('MX', 'Mexico', 0),
  ('MY', 'Malaysia', 0),
  ('MZ', 'Mozambique', 0),
  ('NA', 'Namibia', 0),
  ('NC', 'New Caledonia', 0),
  ('NE', 'Niger', 0),
  ('NF', 'Norfolk Island', 0),
  ('NG', 'Nigeria', 0),
  ('NH', 'New Hebrides', 1),
  ('NI', 'Nicaragua', 0),
  ('NL', 'Netherlands', 0),
  ('NO', 'Norway', 0),
  ('NP', 'Nepal', 0),
  ('NQ', 'Dronning Maud Land', 1),
  ('NR', 'Nauru', 0),
  ('NT', 'Neutral Zone', 1),
  ('NU', 'Niue', 0),
  ('NZ', 'New Zealand', 0),
  ('OM', 'Oman', 0),
  ('PA', 'Panama', 0),
  ('PC', 'Pacific Islands (trust territory)', 1),
  ('PE', 'Peru', 0),
  ('PF', 'French Polynesia', 0),
  ('PG', 'Papua New Guinea', 0),
  ('PH', 'Philippines', 0),
  ('PK', 'Pakistan', 0),
  ('PL', 'Poland', 0),
  ('PM', 'Saint Pierre and Miquelon', 0),
  ('PN', 'Pitcairn', 0),
  ('PR', 'Puerto Rico', 0),
  ('PS', 'Palestine', 0),
  ('PT', 'Portugal', 0),
  ('PU', 'US Miscellaneous Pacific Islands', 1),
  ('PW', 'Palau', 0),
  ('PY', 'Paraguay', 0),
  ('PZ', 'Panama Canal Zone', 1),
  ('QA', 'Qatar', 0),
  ('RE', 'Réunion', 0),
  ('RH', 'Southern Rhodesia', 1),
  ('RO', 'Romania', 0),
  ('RS', 'Serbia', 0),
  ('RU', 'Russia', 0),
  ('RW', 'Rwanda', 0),
  ('SA', 'Saudi Arabia', 0),
  ('SB', 'Solomon Islands', 0),
  ('SC', 'Seychelles', 0),
  ('SD', 'Sudan', 0),
  ('SE', 'Sweden', 0),
  ('SG', 'Singapore', 0),
  ('SH', 'Saint Helena, Ascension and Tristan da Cunha', 0),
  ('SI', 'Slovenia', 0),
  ('SJ', 'Svalbard and Jan Mayen', 0),
  ('SK', 'Slovakia', 0),
  ('SL', 'Sierra Leone', 0),
  ('SM', 'San Marino', 0),
  ('SN', 'Senegal', 0),
  ('SO', 'Somalia', 0),
  ('SR', 'Suriname', 0),
  ('SS', 'South Sudan', 0),
  ('ST', 'Sao Tome and Principe', 0),
  ('SU', 'Soviet Union', 1),
  ('SV', 'El Salvador', 0),
  ('SX', 'Sint Maarten', 0),
  ('SY', 'Syria', 0),
  ('SZ', 'Eswatini', 0),
  ('TC', 'Turks and Caicos Islands', 0),
  ('TD', 'Chad', 0),
  ('TF', 'French Southern Territories', 0),
  ('TG', 'Togo', 0),
  ('TH', 'Thailand', 0),
  ('TJ', 'Tajikistan', 0),
  ('TK', 'Tokelau', 0),
  ('TL', 'Timor-Leste', 0),
  ('TM', 'Turkmenistan', 0),
  ('TN', 'Tunisia', 0),
  ('TO', 'Tonga', 0),
  ('TP', 'East Timor', 1),
  ('TR', 'Turkey', 0),
  ('TT', 'Trinidad and Tobago', 0),
  ('TV', 'Tuvalu', 0),
  ('TW', 'Taiwan', 0),
  ('TZ', 'Tanzania', 0),
  ('UA', 'Ukraine', 0),
  ('UG', 'Uganda', 0),
  ('UM', 'United States Minor Outlying Islands', 0),
  ('US', 'United States', 0),
  ('UY', 'Uruguay', 0),
  ('UZ', 'Uzbekistan', 0),
  ('VA', 'Vatican City', 0),
  ('VC', 'Saint Vincent and the Grenadines', 0),
  ('VD', 'North Vietnam', 1),
  ('VE', 'Venezuela', 0),
  ('VG', 'British Virgin Islands', 0),
  ('VI', 'United States Virgin Islands', 0),
  ('VN', 'Vietnam', 0),
  ('VU', 'Vanuatu', 0),
  ('WF', 'Wallis and Futuna', 0),
  ('WK', 'Wake Island', 1),
  ('WS', 'Samoa', 0),
  ('YD', 'South Yemen', 1),
  ('YE', 'Yemen', 0),
  ('YT', 'Mayotte', 0),
  ('YU', 'Yugoslavia', 1),
  ('ZA', 'South Africa', 0),
  ('ZM', 'Zambia', 0),
  ('ZR', 'Zaire', 1),
  ('ZW', 'Zimbabwe', 0);
