-- A small legal registry, from which every block of attacks.sql starts: real bonds first, then rows that exist so that
-- one reference at a time can be attacked. Ids, uids and times are stated, so that the attacks can name them.

-- Cities: those of the bonds below.
INSERT INTO city (id, uid, name, kind, country, latitude, longitude, population, since, until, note) VALUES
  (1, '000000000000000000000000000000c1', 'Coventry', 'municipality', 'GB', 52.408, -1.51, 345328, NULL, NULL, NULL),
  (2, '000000000000000000000000000000c2', 'Volgograd', 'municipality', 'RU', 48.707, 44.517, 1028036, '1589', NULL, NULL),
  (3, '000000000000000000000000000000c3', 'Dresden', 'municipality', 'DE', 51.049, 13.738, 563311, NULL, NULL, NULL),
  (4, '000000000000000000000000000000c4', 'Belgrade', 'municipality', 'RS', 44.818, 20.457, NULL, NULL, NULL, NULL),
  (5, '000000000000000000000000000000c5', 'Milan', 'municipality', 'IT', NULL, NULL, NULL, NULL, NULL, NULL),
  (6, '000000000000000000000000000000c6', 'Chemnitz', 'municipality', 'DE', NULL, NULL, NULL, '1143', NULL, NULL),
  (7, '000000000000000000000000000000c7', 'Rüstringen', 'municipality', 'DE', NULL, NULL, NULL, NULL, '1937-04-01', NULL),
  (8, '000000000000000000000000000000c8', 'Wilhelmshaven', 'municipality', 'DE', NULL, NULL, NULL, NULL, NULL, NULL),
  (9, '000000000000000000000000000000c9', 'Bern', 'municipality', 'CH', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO city (id, uid, name, kind, fictional) VALUES
  (10, '000000000000000000000000000000ca', 'Duckburg', 'other', 1);

-- Cities: nothing but one reference holds each of these, and nothing at all the last.
INSERT INTO city (id, name) VALUES
  (21, 'Only a party'), (22, 'Only named'), (23, 'Only in a country'), (24, 'Only identified'), (25, 'Only a policy'),
  (26, 'Only a predecessor'), (27, 'Only a successor'), (28, 'Only a giver'), (29, 'Only a receiver'), (30, 'Only cited'),
  (31, 'Free');

INSERT INTO city_name (id, city_id, name, language, kind, since, until) VALUES
  (1, 2, 'Stalingrad', 'ru', 'former', '1925-04-10', '1961-11-10'),
  (2, 6, 'Karl-Marx-Stadt', 'de', 'former', '1953-05-10', '1990-06-01'),
  (3, 5, 'Milano', 'it', 'endonym', NULL, NULL),
  (5, 10, 'Milano', NULL, 'endonym', NULL, NULL),
  (4, 22, 'Named', NULL, 'alternative', NULL, NULL);
INSERT INTO city_country (id, city_id, country, since, until) VALUES
  (1, 6, 'DD', '1949-10-07', '1990-10-03'),
  (2, 4, 'YU', NULL, '1992'),
  (3, 23, 'GB', NULL, NULL);
INSERT INTO city_identifier (id, city_id, scheme, value, since, until) VALUES
  (1, 1, 'wikidata', 'Q6225', NULL, NULL),
  (2, 2, 'wikidata', 'Q914', '2012', '2030'),
  (3, 24, 'geonames', '1', NULL, NULL);
INSERT INTO city_policy (id, city_id, policy, since, until, note) VALUES
  (1, 9, 'no_bonds', '19XX', '2022-05', 'its first bond is of 2022'),
  (2, 25, 'ended_all', NULL, NULL, NULL);
INSERT INTO succession (id, predecessor_id, successor_id, kind, date) VALUES
  (1, 7, 8, 'absorbed', '1937-04-01'),
  (2, 26, 8, 'replaced', NULL),
  (3, 7, 27, 'replaced', NULL);

-- Bonds: a twinning with a quarrel about its date, a triangle, one without an act yet, and then one for each thing that
-- can hold a bond, a lone party, and nothing.
INSERT INTO bond (id, uid, kind, title, exclusive) VALUES
  (1, '000000000000000000000000000000b1', 'twinning', NULL, 0),
  (2, '000000000000000000000000000000b2', 'ring', 'Cities of peace', 0),
  (3, '000000000000000000000000000000b3', 'friendship', NULL, 0),
  (4, '000000000000000000000000000000b4', 'unspecified', NULL, 0),
  (5, '000000000000000000000000000000b5', 'contact', NULL, 1),
  (6, '000000000000000000000000000000b6', 'unspecified', NULL, 0);
INSERT INTO bond_party (bond_id, city_id) VALUES
  (1, 1), (1, 2), (2, 1), (2, 3), (2, 4), (3, 5), (3, 6), (4, 21);

INSERT INTO bond_event (id, uid, bond_id, kind, date, decided, city_id, reason, condition, note, rank, caused_by,
                        corrects, recorded_at) VALUES
  (1, '000000000000000000000000000000e1', 1, 'formed', '1944', '1943-XX', NULL, 'wartime_solidarity', NULL, NULL,
    'normal', NULL, NULL, '2026-01-01T00:00:00.000Z'),
  (2, '000000000000000000000000000000e2', 1, 'formed', '1941', NULL, NULL, NULL, NULL, 'so says a newspaper',
    'rival', NULL, NULL, '2026-01-01T00:00:01.000Z'),
  (3, '000000000000000000000000000000e3', 1, 'suspended', '2022-03', NULL, 1, NULL, 'peace', NULL,
    'normal', NULL, NULL, '2026-01-01T00:00:02.000Z'),
  (4, '000000000000000000000000000000e4', 1, 'suspended', '2022-03-22', NULL, 1, 'war', 'peace', NULL,
    'normal', NULL, 3, '2026-01-01T00:00:03.000Z'),
  (5, '000000000000000000000000000000e5', 2, 'formed', '1957', NULL, NULL, NULL, NULL, NULL,
    'normal', NULL, NULL, '2026-01-01T00:00:04.000Z'),
  (6, '000000000000000000000000000000e6', 2, 'cut', '2022-04-01', NULL, 4, 'retaliation', NULL, NULL,
    'normal', 4, NULL, '2026-01-01T00:00:05.000Z'),
  (7, '000000000000000000000000000000e7', 2, 'left', '2022-04-01', NULL, 4, NULL, NULL, NULL,
    'normal', 6, NULL, '2026-01-01T00:00:06.000Z');

-- A bond of a city that another followed, which carries it.
INSERT INTO bond (id, uid, kind) VALUES (9, '000000000000000000000000000000b9', 'twinning');
INSERT INTO bond_party (bond_id, city_id) VALUES (9, 7), (9, 9);
INSERT INTO bond_event (id, uid, bond_id, kind, date, recorded_at) VALUES
  (9, '000000000000000000000000000000e9', 9, 'formed', '1930', '2026-01-01T00:00:08.000Z');

-- A second bond and a second source, so that the pair and the title are ambiguous.
INSERT INTO bond (id, uid, kind) VALUES (8, '000000000000000000000000000000b8', 'contact');
INSERT INTO bond_party (bond_id, city_id) VALUES (8, 5), (8, 6);
INSERT INTO source (id, uid, title) VALUES
  (8, '000000000000000000000000000000f8', 'Said twice'), (9, '000000000000000000000000000000f9', 'Said twice');

-- Sources and keepsakes: the last of each is free.
INSERT INTO source (id, uid, title, publisher, url, published, accessed, file_name, file_sha256) VALUES
  (1, '000000000000000000000000000000f1', 'Twin towns', 'Coventry City Council', 'https://www.coventry.gov.uk', '2020',
    '2026-01-01', 'twins.csv', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'),
  (2, '000000000000000000000000000000f2', 'A source that nothing cites', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO keepsake (id, uid, bond_id, kind, title, giver_id, receiver_id, date, until, place) VALUES
  (1, '000000000000000000000000000000a1', 1, 'gift', 'Tablecloth', 1, 2, '1943', '2030', 'Museum of the battle'),
  (2, '000000000000000000000000000000a2', 5, 'gift', 'Key', 28, 29, NULL, NULL, NULL),
  (3, '000000000000000000000000000000a3', 1, 'place_name', 'Volgograd Place', NULL, NULL, NULL, NULL, 'Coventry');
INSERT INTO citation (id, source_id, event_id, name_id, city_id, succession_id, keepsake_id, locator, quote) VALUES
  (1, 1, 1, NULL, NULL, NULL, NULL, 'page 1', 'since 1944'),
  (2, 1, NULL, 1, NULL, NULL, NULL, NULL, NULL),
  (3, 1, NULL, NULL, 30, NULL, NULL, NULL, NULL),
  (4, 1, NULL, NULL, NULL, 1, NULL, NULL, NULL),
  (5, 1, NULL, NULL, NULL, NULL, 1, NULL, NULL);

-- Codes: one in each list that nothing uses, whose broader code nothing else uses.
INSERT INTO country (code, name, withdrawn) VALUES ('XA', 'A land that nothing names', 0);
INSERT INTO city_kind (code, broader, definition) VALUES ('borough', 'district', 'A district that nothing is');
INSERT INTO name_kind (code, broader, definition) VALUES ('slang', 'nickname', 'A nickname that nothing has');
INSERT INTO identifier_scheme (code, broader, definition) VALUES ('ledger', 'register', 'A register that nothing is in');
INSERT INTO succession_kind (code, broader, definition) VALUES ('united', 'merged', 'A merger that never was');
INSERT INTO policy (code, broader, definition) VALUES ('only_two', 'limited_number', 'A limit that nobody set');
INSERT INTO bond_kind (code, broader, definition) VALUES ('pen_friendship', 'project', 'A project that nobody has');
INSERT INTO event_kind (code, broader, definition, effect) VALUES ('greeted', 'exchanged', 'A greeting, not sent', 'none');
INSERT INTO reason (code, broader, definition) VALUES ('whim', 'humour', 'A joke that nobody made');
INSERT INTO keepsake_kind (code, broader, definition) VALUES ('bench', 'monument', 'A bench that nobody gave');

INSERT INTO metadata (key, value) VALUES ('created_at', '2026-01-01T00:00:00.000Z');
