-- Replaceable part 8: what the file fills in by itself: public ids, names folded for search, the projections.
-- A uid is 12 digits of milliseconds since 1970, the last 10 of the row's id and 10 of chance, so it grows and never
-- clashes.
--
-- A name that is more than letters of English, digits and spaces is folded by the library, when it next opens the file.
-- A new name takes the old one's fold away, even one that the same UPDATE states in so many words: here it looks like
-- that of a program which writes all columns back, and a fold that is gone is made anew, while a wrong one would stay.

CREATE TRIGGER city_inserted AFTER INSERT ON city WHEN NEW.uid IS NULL OR NEW.folded IS NULL BEGIN
  UPDATE city SET
    uid = coalesce(NEW.uid, printf('%012x%010x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER),
                                   NEW.id & 0xffffffffff)
                            || lower(hex(randomblob(5)))),
    folded = coalesce(NEW.folded,
      iif(NEW.name GLOB '*[^A-Za-z0-9 ]*' OR NEW.name GLOB '*  *', NULL, trim(lower(NEW.name))))
  WHERE id = NEW.id;
END;

CREATE TRIGGER city_updated AFTER UPDATE OF name ON city
WHEN NEW.name IS NOT OLD.name AND NEW.folded IS OLD.folded BEGIN
  UPDATE city SET
    folded = iif(NEW.name GLOB '*[^A-Za-z0-9 ]*' OR NEW.name GLOB '*  *', NULL, trim(lower(NEW.name)))
  WHERE id = NEW.id;
END;

CREATE TRIGGER city_name_inserted AFTER INSERT ON city_name WHEN NEW.folded IS NULL BEGIN
  UPDATE city_name SET
    folded = iif(NEW.name GLOB '*[^A-Za-z0-9 ]*' OR NEW.name GLOB '*  *', NULL, trim(lower(NEW.name)))
  WHERE id = NEW.id;
END;

CREATE TRIGGER city_name_updated AFTER UPDATE OF name ON city_name
WHEN NEW.name IS NOT OLD.name AND NEW.folded IS OLD.folded BEGIN
  UPDATE city_name SET
    folded = iif(NEW.name GLOB '*[^A-Za-z0-9 ]*' OR NEW.name GLOB '*  *', NULL, trim(lower(NEW.name)))
  WHERE id = NEW.id;
END;

CREATE TRIGGER bond_inserted AFTER INSERT ON bond WHEN NEW.uid IS NULL BEGIN
  UPDATE bond SET
    uid = printf('%012x%010x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER), NEW.id & 0xffffffffff)
          || lower(hex(randomblob(5)))
  WHERE id = NEW.id;
END;

CREATE TRIGGER bond_updated AFTER UPDATE OF kind ON bond WHEN NEW.kind IS NOT OLD.kind BEGIN
  INSERT INTO stale_pairs (bond_id) VALUES (NEW.id);
END;

-- The projections twin_span and bond_span: to make the rows of a bond anew, INSERT INTO stale_bond (bond_id) VALUES (its
-- id). SQLite sets up the tables of a long derivation even where a condition then leaves it out, so each case has a
-- trigger of its own.

CREATE VIEW stale_bond AS
  -- Always empty. A bond that is inserted here has its rows of bond_span and twin_span made anew.
  SELECT NULL AS bond_id WHERE 0;

CREATE VIEW stale_pairs AS
  -- Always empty. A bond that is inserted here has its rows of twin_span made anew, for which bond_span must be right.
  SELECT NULL AS bond_id WHERE 0;

CREATE TRIGGER stale_bond_inserted INSTEAD OF INSERT ON stale_bond BEGIN
  DELETE FROM bond_span WHERE bond_id = NEW.bond_id;
  INSERT INTO bond_span SELECT * FROM bond_stretch WHERE bond_id = NEW.bond_id;
  INSERT INTO stale_pairs (bond_id) VALUES (NEW.bond_id);
END;

CREATE TRIGGER stale_steady_pairs_inserted INSTEAD OF INSERT ON stale_pairs
WHEN NOT EXISTS (SELECT 1 FROM bond_party AS p JOIN succession AS s ON s.predecessor_id = p.city_id
                 WHERE p.bond_id = NEW.bond_id)
  AND NOT EXISTS (SELECT 1 FROM bond_event AS e JOIN event_kind AS k ON k.code = e.kind AND k.effect = 'membership'
                  WHERE e.bond_id = NEW.bond_id) BEGIN
  DELETE FROM twin_span
  WHERE city_id IN (SELECT city_id FROM bond_party WHERE bond_id = NEW.bond_id) AND bond_id = NEW.bond_id;
  INSERT INTO twin_span
  SELECT *, NULL, NULL, (SELECT kind FROM bond WHERE id = NEW.bond_id) FROM steady_span WHERE bond_id = NEW.bond_id;
END;

CREATE TRIGGER stale_moved_pairs_inserted INSTEAD OF INSERT ON stale_pairs
WHEN NOT EXISTS (SELECT 1 FROM bond_party AS p JOIN succession AS s ON s.predecessor_id = p.city_id
                 WHERE p.bond_id = NEW.bond_id)
  AND EXISTS (SELECT 1 FROM bond_event AS e JOIN event_kind AS k ON k.code = e.kind AND k.effect = 'membership'
              WHERE e.bond_id = NEW.bond_id) BEGIN
  DELETE FROM twin_span
  WHERE city_id IN (SELECT city_id FROM bond_party WHERE bond_id = NEW.bond_id) AND bond_id = NEW.bond_id;
  INSERT INTO twin_span
  SELECT *, NULL, NULL, (SELECT kind FROM bond WHERE id = NEW.bond_id) FROM own_span WHERE bond_id = NEW.bond_id;
END;

CREATE TRIGGER stale_carried_pairs_inserted INSTEAD OF INSERT ON stale_pairs
WHEN EXISTS (SELECT 1 FROM bond_party AS p JOIN succession AS s ON s.predecessor_id = p.city_id
             WHERE p.bond_id = NEW.bond_id) BEGIN
  DELETE FROM twin_span
  WHERE city_id IN (SELECT city_id FROM bond_party WHERE bond_id = NEW.bond_id
                    UNION SELECT b.bearer_id FROM bearer AS b JOIN bond_party AS p ON p.city_id = b.party_id
                    WHERE p.bond_id = NEW.bond_id)
    AND bond_id = NEW.bond_id;
  INSERT INTO twin_span SELECT * FROM pair_span WHERE bond_id = NEW.bond_id;
END;

CREATE TRIGGER bond_party_inserted AFTER INSERT ON bond_party
WHEN EXISTS (SELECT 1 FROM bond_event WHERE bond_id = NEW.bond_id) BEGIN
  INSERT INTO stale_bond (bond_id) VALUES (NEW.bond_id);
END;

-- The log's order rests on uids that grow, so one is never below the last, even where the clock went back; and the
-- spans rest on that order, so they come after it, in the same trigger. A first act that begins a bond, none of whose
-- parties another followed, has a trigger of its own; the other one has the same condition, denied.

CREATE TRIGGER bond_event_first_inserted AFTER INSERT ON bond_event
WHEN NOT EXISTS (SELECT 1 FROM bond_event WHERE bond_id = NEW.bond_id AND id <> NEW.id)
  AND NEW.rank <> 'rival'
  AND EXISTS (SELECT 1 FROM event_kind WHERE code = NEW.kind AND begins  -- no IN: it would take a table at each act
              AND (effect = 'active' OR effect = 'proposed' OR effect = 'suspended' OR effect = 'dormant'))
  AND NOT EXISTS (SELECT 1 FROM bond_party AS p JOIN succession AS s ON s.predecessor_id = p.city_id
                  WHERE p.bond_id = NEW.bond_id) BEGIN
  UPDATE bond_event SET
    uid = max(printf('%012x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)),
              coalesce((SELECT substr(max(uid), 1, 12) FROM bond_event), ''))
          || printf('%010x', NEW.id & 0xffffffffff) || lower(hex(randomblob(5)))
  WHERE id = NEW.id AND uid IS NULL;
  INSERT INTO bond_span SELECT * FROM first_stretch WHERE event_id = NEW.id;
  INSERT INTO twin_span SELECT * FROM first_span WHERE bond_id = NEW.bond_id;
END;

CREATE TRIGGER bond_event_next_inserted AFTER INSERT ON bond_event
WHEN NOT (
  NOT EXISTS (SELECT 1 FROM bond_event WHERE bond_id = NEW.bond_id AND id <> NEW.id)
  AND NEW.rank <> 'rival'
  AND EXISTS (SELECT 1 FROM event_kind WHERE code = NEW.kind AND begins  -- no IN: it would take a table at each act
              AND (effect = 'active' OR effect = 'proposed' OR effect = 'suspended' OR effect = 'dormant'))
  AND NOT EXISTS (SELECT 1 FROM bond_party AS p JOIN succession AS s ON s.predecessor_id = p.city_id
                  WHERE p.bond_id = NEW.bond_id)) BEGIN
  UPDATE bond_event SET
    uid = max(printf('%012x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)),
              coalesce((SELECT substr(max(uid), 1, 12) FROM bond_event), ''))
          || printf('%010x', NEW.id & 0xffffffffff) || lower(hex(randomblob(5)))
  WHERE id = NEW.id AND uid IS NULL;
  INSERT INTO stale_bond (bond_id) VALUES (NEW.bond_id);
END;

-- What sort of act an act is says its kind, and which act formed a bond the sort.

CREATE TRIGGER event_kind_updated AFTER UPDATE OF broader ON event_kind
WHEN (NEW.broader IS 'formed') <> (OLD.broader IS 'formed') BEGIN
  INSERT INTO stale_bond (bond_id) SELECT DISTINCT bond_id FROM bond_event WHERE kind = NEW.code;
END;

-- A succession changes the bonds of the predecessor and of all whom it follows.

CREATE TRIGGER succession_inserted AFTER INSERT ON succession BEGIN
  INSERT INTO stale_pairs (bond_id)
  SELECT DISTINCT bond_id FROM bond_party
  WHERE city_id IN (SELECT party_id FROM bearer WHERE bearer_id = NEW.predecessor_id);
END;

-- One that carried its bonds until its kind changed has no bearer but itself any more.

CREATE TRIGGER succession_updated AFTER UPDATE OF date, kind ON succession BEGIN
  INSERT INTO stale_pairs (bond_id)
  SELECT DISTINCT bond_id FROM bond_party
  WHERE city_id = NEW.predecessor_id
    OR city_id IN (SELECT party_id FROM bearer WHERE bearer_id = NEW.predecessor_id);
END;

CREATE TRIGGER succession_updating BEFORE UPDATE OF date, kind ON succession BEGIN
  DELETE FROM twin_span
  WHERE city_id IN (SELECT h.bearer_id FROM bearer AS h JOIN bearer AS p ON p.party_id = h.party_id
                    WHERE p.bearer_id = OLD.predecessor_id)
    AND carried_from IN (SELECT party_id FROM bearer WHERE bearer_id = OLD.predecessor_id);
END;

CREATE TRIGGER succession_deleting BEFORE DELETE ON succession BEGIN
  DELETE FROM twin_span
  WHERE city_id IN (SELECT h.bearer_id FROM bearer AS h JOIN bearer AS p ON p.party_id = h.party_id
                    WHERE p.bearer_id = OLD.predecessor_id)
    AND carried_from IN (SELECT party_id FROM bearer WHERE bearer_id = OLD.predecessor_id);
END;

CREATE TRIGGER succession_deleted AFTER DELETE ON succession BEGIN
  INSERT INTO stale_pairs (bond_id)
  SELECT DISTINCT bond_id FROM bond_party
  WHERE city_id = OLD.predecessor_id
    OR city_id IN (SELECT party_id FROM bearer WHERE bearer_id = OLD.predecessor_id);
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
