-- Replaceable part 6: what the file fills in by itself: public ids, names folded for search, the projection twin_span.
-- A uid is 12 digits of milliseconds since 1970, the last 10 of the row's id and 10 of chance, so it grows and never
-- clashes.

CREATE TRIGGER city_inserted AFTER INSERT ON city WHEN NEW.uid IS NULL OR NEW.folded IS NULL BEGIN
  UPDATE city SET
    uid = coalesce(NEW.uid, printf('%012x%010x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER),
                                   NEW.id & 0xffffffffff)
                            || lower(hex(randomblob(5)))),
    folded = coalesce(NEW.folded, CASE WHEN NEW.name NOT GLOB '*[^ -~]*' THEN lower(NEW.name) END)
  WHERE id = NEW.id;
END;

CREATE TRIGGER city_updated AFTER UPDATE OF name ON city
WHEN NEW.name IS NOT OLD.name AND NEW.folded IS OLD.folded BEGIN
  UPDATE city SET folded = CASE WHEN NEW.name NOT GLOB '*[^ -~]*' THEN lower(NEW.name) END WHERE id = NEW.id;
END;

CREATE TRIGGER city_name_inserted AFTER INSERT ON city_name WHEN NEW.folded IS NULL BEGIN
  UPDATE city_name SET folded = CASE WHEN NEW.name NOT GLOB '*[^ -~]*' THEN lower(NEW.name) END WHERE id = NEW.id;
END;

CREATE TRIGGER city_name_updated AFTER UPDATE OF name ON city_name
WHEN NEW.name IS NOT OLD.name AND NEW.folded IS OLD.folded BEGIN
  UPDATE city_name SET folded = CASE WHEN NEW.name NOT GLOB '*[^ -~]*' THEN lower(NEW.name) END WHERE id = NEW.id;
END;

CREATE TRIGGER bond_inserted AFTER INSERT ON bond WHEN NEW.uid IS NULL BEGIN
  UPDATE bond SET
    uid = printf('%012x%010x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER), NEW.id & 0xffffffffff)
          || lower(hex(randomblob(5)))
  WHERE id = NEW.id;
END;

CREATE TRIGGER bond_party_inserted AFTER INSERT ON bond_party
WHEN EXISTS (SELECT 1 FROM bond_event WHERE bond_id = NEW.bond_id) BEGIN
  DELETE FROM twin_span
  WHERE city_id IN (SELECT city_id FROM bond_party WHERE bond_id = NEW.bond_id) AND bond_id = NEW.bond_id;
  INSERT INTO twin_span SELECT * FROM pair_span WHERE bond_id = NEW.bond_id;
END;

-- The log's order rests on uids that grow, so one is never below the last, even where the clock went back; and the spans
-- rest on that order, so they come after it, in the same trigger. A first act that begins the bond has one of its own:
-- SQLite sets up the tables of a long derivation even where a condition then leaves it out.

CREATE TRIGGER bond_event_first_inserted AFTER INSERT ON bond_event
WHEN EXISTS (SELECT 1 FROM first_span WHERE bond_id = NEW.bond_id) BEGIN
  UPDATE bond_event SET
    uid = max(printf('%012x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)),
              coalesce((SELECT substr(max(uid), 1, 12) FROM bond_event), ''))
          || printf('%010x', NEW.id & 0xffffffffff) || lower(hex(randomblob(5)))
  WHERE id = NEW.id AND uid IS NULL;
  INSERT INTO twin_span SELECT * FROM first_span WHERE bond_id = NEW.bond_id;
END;

CREATE TRIGGER bond_event_next_inserted AFTER INSERT ON bond_event
WHEN NOT EXISTS (SELECT 1 FROM first_span WHERE bond_id = NEW.bond_id) BEGIN
  UPDATE bond_event SET
    uid = max(printf('%012x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)),
              coalesce((SELECT substr(max(uid), 1, 12) FROM bond_event), ''))
          || printf('%010x', NEW.id & 0xffffffffff) || lower(hex(randomblob(5)))
  WHERE id = NEW.id AND uid IS NULL;
  DELETE FROM twin_span
  WHERE city_id IN (SELECT city_id FROM bond_party WHERE bond_id = NEW.bond_id) AND bond_id = NEW.bond_id;
  INSERT INTO twin_span SELECT * FROM pair_span WHERE bond_id = NEW.bond_id;
END;

CREATE TRIGGER source_inserted AFTER INSERT ON source WHEN NEW.uid IS NULL BEGIN
  UPDATE source SET
    uid = printf('%012x%010x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER), NEW.id & 0xffffffffff)
          || lower(hex(randomblob(5)))
  WHERE id = NEW.id;
END;

CREATE TRIGGER keepsake_inserted AFTER INSERT ON keepsake WHEN NEW.uid IS NULL BEGIN
  UPDATE keepsake SET
    uid = printf('%012x%010x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER), NEW.id & 0xffffffffff)
          || lower(hex(randomblob(5)))
  WHERE id = NEW.id;
END;
