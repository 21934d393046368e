-- Replaceable part 7: the rules that hold whoever writes, with foreign keys on or off. A rule's name is the word before
-- the colon; the reason for each is in schema/README.md.
--
-- Every table tests its unique keys before an insert, since INSERT OR REPLACE would delete the row that has the key
-- without a word. NEW.id is -1 there where the file is to choose it, so ids are positive.
-- A date is put into used_date, and so into edtf_date, which refuses it if it is none.

-- Cities --------------------------------------------------------------------------------------------------------------

CREATE TRIGGER city_insert BEFORE INSERT ON city BEGIN
  SELECT RAISE(ABORT, 'city_once: this id or uid is taken by another city')
  WHERE NEW.id IN (SELECT id FROM city) OR NEW.uid IN (SELECT uid FROM city);
  SELECT RAISE(ABORT, 'city_kind_known: kind must be a code of city_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM city_kind);
  SELECT RAISE(ABORT, 'city_country_known: country must be a code of the table country (ISO 3166-1 alpha-2: GB)')
  WHERE NEW.country IS NOT NULL AND NEW.country NOT IN (SELECT code FROM country);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;

CREATE TRIGGER city_update BEFORE UPDATE ON city BEGIN
  SELECT RAISE(ABORT, 'city_id_kept: the id and uid of a city never change')
  WHERE NEW.id IS NOT OLD.id OR (OLD.uid IS NOT NULL AND NEW.uid IS NOT OLD.uid);
  SELECT RAISE(ABORT, 'city_kind_known: kind must be a code of city_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM city_kind);
  SELECT RAISE(ABORT, 'city_country_known: country must be a code of the table country (ISO 3166-1 alpha-2: GB)')
  WHERE NEW.country IS NOT NULL AND NEW.country NOT IN (SELECT code FROM country);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;

CREATE TRIGGER city_delete BEFORE DELETE ON city BEGIN
  SELECT RAISE(ABORT, 'city_in_use: names, bonds, acts, keepsakes or citations refer to this city')
  WHERE EXISTS (SELECT 1 FROM bond_party WHERE city_id = OLD.id)
    OR EXISTS (SELECT 1 FROM city_name WHERE city_id = OLD.id)
    OR EXISTS (SELECT 1 FROM city_country WHERE city_id = OLD.id)
    OR EXISTS (SELECT 1 FROM city_identifier WHERE city_id = OLD.id)
    OR EXISTS (SELECT 1 FROM city_policy WHERE city_id = OLD.id)
    OR EXISTS (SELECT 1 FROM succession WHERE predecessor_id = OLD.id)
    OR EXISTS (SELECT 1 FROM succession WHERE successor_id = OLD.id)
    OR EXISTS (SELECT 1 FROM keepsake WHERE OLD.id IN (giver_id, receiver_id))
    OR EXISTS (SELECT 1 FROM citation WHERE city_id = OLD.id);
END;

CREATE TRIGGER city_name_insert BEFORE INSERT ON city_name BEGIN
  SELECT RAISE(ABORT, 'city_name_once: this id is taken by another name')
  WHERE NEW.id IN (SELECT id FROM city_name);
  SELECT RAISE(ABORT, 'city_name_city_known: city_id must be the id of a city')
  WHERE NEW.city_id NOT IN (SELECT id FROM city);
  SELECT RAISE(ABORT, 'city_name_kind_known: kind must be a code of name_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM name_kind);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;

CREATE TRIGGER city_name_update BEFORE UPDATE ON city_name BEGIN
  SELECT RAISE(ABORT, 'city_name_id_kept: a name keeps its id, its city and its recorded_at')
  WHERE (NEW.id, NEW.city_id, NEW.recorded_at) IS NOT (OLD.id, OLD.city_id, OLD.recorded_at);
  SELECT RAISE(ABORT, 'city_name_kind_known: kind must be a code of name_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM name_kind);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;

CREATE TRIGGER city_name_delete BEFORE DELETE ON city_name BEGIN
  SELECT RAISE(ABORT, 'city_name_in_use: citations refer to this name')
  WHERE EXISTS (SELECT 1 FROM citation WHERE name_id = OLD.id);
END;

CREATE TRIGGER city_country_insert BEFORE INSERT ON city_country BEGIN
  SELECT RAISE(ABORT, 'city_country_once: this id is taken by another row')
  WHERE NEW.id IN (SELECT id FROM city_country);
  SELECT RAISE(ABORT, 'city_country_city_known: city_id must be the id of a city')
  WHERE NEW.city_id NOT IN (SELECT id FROM city);
  SELECT RAISE(ABORT, 'city_country_code_known: country must be a code of the table country, such as DD')
  WHERE NEW.country IS NOT NULL AND NEW.country NOT IN (SELECT code FROM country);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;

CREATE TRIGGER city_country_update BEFORE UPDATE ON city_country BEGIN
  SELECT RAISE(ABORT, 'city_country_id_kept: a row keeps its id, its city and its recorded_at')
  WHERE (NEW.id, NEW.city_id, NEW.recorded_at) IS NOT (OLD.id, OLD.city_id, OLD.recorded_at);
  SELECT RAISE(ABORT, 'city_country_code_known: country must be a code of the table country, such as DD')
  WHERE NEW.country IS NOT NULL AND NEW.country NOT IN (SELECT code FROM country);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;

CREATE TRIGGER city_identifier_insert BEFORE INSERT ON city_identifier BEGIN
  SELECT RAISE(ABORT, 'city_identifier_once: this id is taken by another identifier')
  WHERE NEW.id IN (SELECT id FROM city_identifier);
  SELECT RAISE(ABORT, 'city_identifier_city_known: city_id must be the id of a city')
  WHERE NEW.city_id NOT IN (SELECT id FROM city);
  SELECT RAISE(ABORT, 'city_identifier_scheme_known: scheme must be a code of identifier_scheme')
  WHERE NEW.scheme NOT IN (SELECT code FROM identifier_scheme);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;

CREATE TRIGGER city_identifier_update BEFORE UPDATE ON city_identifier BEGIN
  SELECT RAISE(ABORT, 'city_identifier_id_kept: an identifier keeps its id and its city')
  WHERE NEW.id IS NOT OLD.id OR NEW.city_id IS NOT OLD.city_id;
  SELECT RAISE(ABORT, 'city_identifier_scheme_known: scheme must be a code of identifier_scheme')
  WHERE NEW.scheme NOT IN (SELECT code FROM identifier_scheme);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;

CREATE TRIGGER city_policy_insert BEFORE INSERT ON city_policy BEGIN
  SELECT RAISE(ABORT, 'city_policy_once: this id is taken by another row')
  WHERE NEW.id IN (SELECT id FROM city_policy);
  SELECT RAISE(ABORT, 'city_policy_city_known: city_id must be the id of a city')
  WHERE NEW.city_id NOT IN (SELECT id FROM city);
  SELECT RAISE(ABORT, 'city_policy_code_known: policy must be a code of the table policy')
  WHERE NEW.policy NOT IN (SELECT code FROM policy);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;

CREATE TRIGGER city_policy_update BEFORE UPDATE ON city_policy BEGIN
  SELECT RAISE(ABORT, 'city_policy_id_kept: a row keeps its id, its city and its recorded_at')
  WHERE (NEW.id, NEW.city_id, NEW.recorded_at) IS NOT (OLD.id, OLD.city_id, OLD.recorded_at);
  SELECT RAISE(ABORT, 'city_policy_code_known: policy must be a code of the table policy')
  WHERE NEW.policy NOT IN (SELECT code FROM policy);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;

CREATE TRIGGER succession_insert BEFORE INSERT ON succession BEGIN
  SELECT RAISE(ABORT, 'succession_once: this id is taken by another succession')
  WHERE NEW.id IN (SELECT id FROM succession);
  SELECT RAISE(ABORT, 'succession_cities_known: predecessor_id and successor_id must be ids of cities')
  WHERE NEW.predecessor_id NOT IN (SELECT id FROM city) OR NEW.successor_id NOT IN (SELECT id FROM city);
  SELECT RAISE(ABORT, 'succession_kind_known: kind must be a code of succession_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM succession_kind);
  INSERT INTO used_date (date) VALUES (NEW.date);
END;

CREATE TRIGGER succession_update BEFORE UPDATE ON succession BEGIN
  SELECT RAISE(ABORT, 'succession_id_kept: a succession keeps its id, its parties and its recorded_at')
  WHERE (NEW.id, NEW.predecessor_id, NEW.successor_id, NEW.recorded_at)
    IS NOT (OLD.id, OLD.predecessor_id, OLD.successor_id, OLD.recorded_at);
  SELECT RAISE(ABORT, 'succession_kind_known: kind must be a code of succession_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM succession_kind);
  INSERT INTO used_date (date) VALUES (NEW.date);
END;

CREATE TRIGGER succession_delete BEFORE DELETE ON succession BEGIN
  SELECT RAISE(ABORT, 'succession_in_use: citations refer to this succession')
  WHERE EXISTS (SELECT 1 FROM citation WHERE succession_id = OLD.id);
END;

-- Bonds ---------------------------------------------------------------------------------------------------------------

CREATE TRIGGER bond_insert BEFORE INSERT ON bond BEGIN
  SELECT RAISE(ABORT, 'bond_once: this id or uid is taken by another bond')
  WHERE NEW.id IN (SELECT id FROM bond) OR NEW.uid IN (SELECT uid FROM bond);
  SELECT RAISE(ABORT, 'bond_kind_known: kind must be a code of bond_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM bond_kind);
END;

CREATE TRIGGER bond_update BEFORE UPDATE ON bond BEGIN
  SELECT RAISE(ABORT, 'bond_id_kept: the id and uid of a bond never change')
  WHERE NEW.id IS NOT OLD.id OR (OLD.uid IS NOT NULL AND NEW.uid IS NOT OLD.uid);
  SELECT RAISE(ABORT, 'bond_kind_known: kind must be a code of bond_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM bond_kind);
END;

CREATE TRIGGER bond_delete BEFORE DELETE ON bond BEGIN
  SELECT RAISE(ABORT, 'bond_in_use: parties, acts or keepsakes refer to this bond')
  WHERE EXISTS (SELECT 1 FROM bond_party WHERE bond_id = OLD.id)
    OR EXISTS (SELECT 1 FROM bond_event WHERE bond_id = OLD.id)
    OR EXISTS (SELECT 1 FROM keepsake WHERE bond_id = OLD.id);
END;

CREATE TRIGGER bond_party_insert BEFORE INSERT ON bond_party BEGIN
  SELECT RAISE(ABORT, 'bond_party_bond_known: bond_id must be the id of a bond')
  WHERE NEW.bond_id NOT IN (SELECT id FROM bond);
  SELECT RAISE(ABORT, 'bond_party_city_known: city_id must be the id of a city')
  WHERE NEW.city_id NOT IN (SELECT id FROM city);
  SELECT RAISE(ABORT, 'bond_party_once: the city is a party of this bond already')
  WHERE EXISTS (SELECT 1 FROM bond_party WHERE bond_id = NEW.bond_id AND city_id = NEW.city_id);
END;

CREATE TRIGGER bond_party_update BEFORE UPDATE ON bond_party BEGIN
  SELECT RAISE(ABORT, 'bond_party_kept: a party of a bond is never edited');
END;

CREATE TRIGGER bond_party_delete BEFORE DELETE ON bond_party BEGIN
  SELECT RAISE(ABORT, 'bond_party_kept: the bond has acts, so its parties stay; one that leaves has a `left` act')
  WHERE EXISTS (SELECT 1 FROM bond_event WHERE bond_id = OLD.bond_id);
END;

CREATE TRIGGER bond_event_insert BEFORE INSERT ON bond_event BEGIN
  SELECT RAISE(ABORT, 'bond_event_once: this id or uid is taken by another act')
  WHERE NEW.id IN (SELECT id FROM bond_event) OR NEW.uid IN (SELECT uid FROM bond_event);
  SELECT RAISE(ABORT, 'bond_event_bond_known: bond_id must be the id of a bond')
  WHERE NEW.bond_id NOT IN (SELECT id FROM bond);
  SELECT RAISE(ABORT, 'bond_event_two_parties: a bond has two or more parties; add them before its first act')
  WHERE (SELECT count(*) FROM (SELECT 1 FROM bond_party WHERE bond_id = NEW.bond_id LIMIT 2)) < 2;
  SELECT RAISE(ABORT, 'bond_event_by_party: city_id must be a party of the bond, or NULL for all of them together')
  WHERE NEW.city_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM bond_party WHERE bond_id = NEW.bond_id AND city_id = NEW.city_id);
  SELECT RAISE(ABORT, 'bond_event_kind_known: kind must be a code of event_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM event_kind);
  SELECT RAISE(ABORT, 'bond_event_member_named: city_id must name the party that joined or left')
  WHERE NEW.city_id IS NULL AND (SELECT effect FROM event_kind WHERE code = NEW.kind) = 'membership';
  SELECT RAISE(ABORT, 'bond_event_reason_known: reason must be a code of the table reason')
  WHERE NEW.reason IS NOT NULL AND NEW.reason NOT IN (SELECT code FROM reason);
  SELECT RAISE(ABORT, 'bond_event_cause_known: caused_by must be the id of an act')
  WHERE NEW.caused_by IS NOT NULL AND NEW.caused_by NOT IN (SELECT id FROM bond_event);
  INSERT INTO used_date (date) VALUES (NEW.date);
  INSERT INTO used_date (date) VALUES (NEW.decided);
END;

CREATE TRIGGER bond_event_correction BEFORE INSERT ON bond_event WHEN NEW.corrects IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'bond_event_corrects_known: corrects must be the id of an act of the same bond')
  WHERE NOT EXISTS (SELECT 1 FROM bond_event WHERE id = NEW.corrects AND bond_id = NEW.bond_id);
  SELECT RAISE(ABORT, 'bond_event_corrects_once: that act is corrected already; correct its correction')
  WHERE EXISTS (SELECT 1 FROM bond_event WHERE corrects = NEW.corrects);
  SELECT RAISE(ABORT,
    'bond_event_corrects_later: a correction is recorded no earlier than what it corrects; state a later recorded_at')
  WHERE NEW.recorded_at < (SELECT recorded_at FROM bond_event WHERE id = NEW.corrects);
END;

CREATE TRIGGER bond_event_update BEFORE UPDATE ON bond_event BEGIN
  SELECT RAISE(ABORT, 'bond_event_append_only: acts are never edited; insert an act that corrects this one')
  WHERE OLD.uid IS NOT NULL OR NEW.uid IS NULL
    OR (NEW.id, NEW.bond_id, NEW.kind, NEW.date, NEW.decided, NEW.city_id, NEW.reason,
        NEW.condition, NEW.note, NEW.rank, NEW.caused_by, NEW.corrects, NEW.recorded_at)
       IS NOT (OLD.id, OLD.bond_id, OLD.kind, OLD.date, OLD.decided, OLD.city_id, OLD.reason,
               OLD.condition, OLD.note, OLD.rank, OLD.caused_by, OLD.corrects, OLD.recorded_at);
END;

CREATE TRIGGER bond_event_delete BEFORE DELETE ON bond_event BEGIN
  SELECT RAISE(ABORT, 'bond_event_append_only: acts are never deleted; insert one of kind retracted that corrects it');
END;

-- Sources and keepsakes -----------------------------------------------------------------------------------------------

CREATE TRIGGER source_insert BEFORE INSERT ON source BEGIN
  SELECT RAISE(ABORT, 'source_once: this id or uid is taken by another source')
  WHERE NEW.id IN (SELECT id FROM source) OR NEW.uid IN (SELECT uid FROM source);
  INSERT INTO used_date (date) VALUES (NEW.published);
  INSERT INTO used_date (date) VALUES (NEW.accessed);
END;

CREATE TRIGGER source_update BEFORE UPDATE ON source BEGIN
  SELECT RAISE(ABORT, 'source_id_kept: the id and uid of a source never change')
  WHERE NEW.id IS NOT OLD.id OR (OLD.uid IS NOT NULL AND NEW.uid IS NOT OLD.uid);
  INSERT INTO used_date (date) VALUES (NEW.published);
  INSERT INTO used_date (date) VALUES (NEW.accessed);
END;

CREATE TRIGGER source_delete BEFORE DELETE ON source BEGIN
  SELECT RAISE(ABORT, 'source_in_use: citations refer to this source')
  WHERE EXISTS (SELECT 1 FROM citation WHERE source_id = OLD.id);
END;

CREATE TRIGGER keepsake_insert BEFORE INSERT ON keepsake BEGIN
  SELECT RAISE(ABORT, 'keepsake_once: this id or uid is taken by another keepsake')
  WHERE NEW.id IN (SELECT id FROM keepsake) OR NEW.uid IN (SELECT uid FROM keepsake);
  SELECT RAISE(ABORT, 'keepsake_bond_known: bond_id must be the id of a bond')
  WHERE NEW.bond_id NOT IN (SELECT id FROM bond);
  SELECT RAISE(ABORT, 'keepsake_kind_known: kind must be a code of keepsake_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM keepsake_kind);
  SELECT RAISE(ABORT, 'keepsake_cities_known: giver_id and receiver_id must be ids of cities')
  WHERE NEW.giver_id IS NOT NULL AND NEW.giver_id NOT IN (SELECT id FROM city)
    OR NEW.receiver_id IS NOT NULL AND NEW.receiver_id NOT IN (SELECT id FROM city);
  INSERT INTO used_date (date) VALUES (NEW.date);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;

CREATE TRIGGER keepsake_update BEFORE UPDATE ON keepsake BEGIN
  SELECT RAISE(ABORT, 'keepsake_id_kept: a keepsake keeps its id, its uid, its bond and its recorded_at')
  WHERE (NEW.id, NEW.bond_id, NEW.recorded_at) IS NOT (OLD.id, OLD.bond_id, OLD.recorded_at)
    OR (OLD.uid IS NOT NULL AND NEW.uid IS NOT OLD.uid);
  SELECT RAISE(ABORT, 'keepsake_kind_known: kind must be a code of keepsake_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM keepsake_kind);
  SELECT RAISE(ABORT, 'keepsake_cities_known: giver_id and receiver_id must be ids of cities')
  WHERE NEW.giver_id IS NOT NULL AND NEW.giver_id NOT IN (SELECT id FROM city)
    OR NEW.receiver_id IS NOT NULL AND NEW.receiver_id NOT IN (SELECT id FROM city);
  INSERT INTO used_date (date) VALUES (NEW.date);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;

CREATE TRIGGER keepsake_delete BEFORE DELETE ON keepsake BEGIN
  SELECT RAISE(ABORT, 'keepsake_in_use: citations refer to this keepsake')
  WHERE EXISTS (SELECT 1 FROM citation WHERE keepsake_id = OLD.id);
END;

CREATE TRIGGER citation_insert BEFORE INSERT ON citation BEGIN
  SELECT RAISE(ABORT, 'citation_once: this id is taken by another citation')
  WHERE NEW.id IN (SELECT id FROM citation);
  SELECT RAISE(ABORT, 'citation_source_known: source_id must be the id of a source')
  WHERE NEW.source_id NOT IN (SELECT id FROM source);
  SELECT RAISE(ABORT, 'citation_target_known: the act, name, city, succession or keepsake that it supports must exist')
  WHERE NEW.event_id IS NOT NULL AND NEW.event_id NOT IN (SELECT id FROM bond_event)
    OR NEW.name_id IS NOT NULL AND NEW.name_id NOT IN (SELECT id FROM city_name)
    OR NEW.city_id IS NOT NULL AND NEW.city_id NOT IN (SELECT id FROM city)
    OR NEW.succession_id IS NOT NULL AND NEW.succession_id NOT IN (SELECT id FROM succession)
    OR NEW.keepsake_id IS NOT NULL AND NEW.keepsake_id NOT IN (SELECT id FROM keepsake);
END;

CREATE TRIGGER citation_update BEFORE UPDATE ON citation BEGIN
  SELECT RAISE(ABORT, 'citation_id_kept: a citation keeps its id, its source, what it supports and its recorded_at')
  WHERE (NEW.id, NEW.source_id, NEW.event_id, NEW.name_id, NEW.city_id, NEW.succession_id, NEW.keepsake_id,
         NEW.recorded_at)
     IS NOT (OLD.id, OLD.source_id, OLD.event_id, OLD.name_id, OLD.city_id, OLD.succession_id, OLD.keepsake_id,
             OLD.recorded_at);
END;
