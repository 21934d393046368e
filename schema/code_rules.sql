-- Replaceable part 6: the rules of the lists of codes. A code may be added and explained anew; it is never renamed, and
-- never removed while a row uses it. What rules are, and what their names are for, is said in rules.sql.

CREATE TRIGGER country_insert BEFORE INSERT ON country BEGIN
  SELECT RAISE(ABORT, 'country_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM country);
END;

CREATE TRIGGER country_update BEFORE UPDATE ON country BEGIN
  SELECT RAISE(ABORT, 'country_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
END;

CREATE TRIGGER country_delete BEFORE DELETE ON country BEGIN
  SELECT RAISE(ABORT, 'country_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM city WHERE country = OLD.code)
    OR EXISTS (SELECT 1 FROM city_country WHERE country = OLD.code);
END;

CREATE TRIGGER city_kind_insert BEFORE INSERT ON city_kind BEGIN
  SELECT RAISE(ABORT, 'city_kind_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM city_kind);
  SELECT RAISE(ABORT, 'city_kind_broader_known: broader must be another code of city_kind')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM city_kind);
END;

CREATE TRIGGER city_kind_update BEFORE UPDATE ON city_kind BEGIN
  SELECT RAISE(ABORT, 'city_kind_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'city_kind_broader_known: broader must be another code of city_kind')
  WHERE NEW.broader NOT IN (SELECT code FROM city_kind)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM city_kind AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
END;

CREATE TRIGGER city_kind_delete BEFORE DELETE ON city_kind BEGIN
  SELECT RAISE(ABORT, 'city_kind_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM city WHERE kind = OLD.code)
    OR EXISTS (SELECT 1 FROM city_kind WHERE broader = OLD.code);
END;

CREATE TRIGGER name_kind_insert BEFORE INSERT ON name_kind BEGIN
  SELECT RAISE(ABORT, 'name_kind_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM name_kind);
  SELECT RAISE(ABORT, 'name_kind_broader_known: broader must be another code of name_kind')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM name_kind);
END;

CREATE TRIGGER name_kind_update BEFORE UPDATE ON name_kind BEGIN
  SELECT RAISE(ABORT, 'name_kind_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'name_kind_broader_known: broader must be another code of name_kind')
  WHERE NEW.broader NOT IN (SELECT code FROM name_kind)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM name_kind AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
END;

CREATE TRIGGER name_kind_delete BEFORE DELETE ON name_kind BEGIN
  SELECT RAISE(ABORT, 'name_kind_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM city_name WHERE kind = OLD.code)
    OR EXISTS (SELECT 1 FROM name_kind WHERE broader = OLD.code);
END;

CREATE TRIGGER identifier_scheme_insert BEFORE INSERT ON identifier_scheme BEGIN
  SELECT RAISE(ABORT, 'identifier_scheme_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM identifier_scheme);
  SELECT RAISE(ABORT, 'identifier_scheme_broader_known: broader must be another code of identifier_scheme')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM identifier_scheme);
END;

CREATE TRIGGER identifier_scheme_update BEFORE UPDATE ON identifier_scheme BEGIN
  SELECT RAISE(ABORT, 'identifier_scheme_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'identifier_scheme_broader_known: broader must be another code of identifier_scheme')
  WHERE NEW.broader NOT IN (SELECT code FROM identifier_scheme)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM identifier_scheme AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
END;

CREATE TRIGGER identifier_scheme_delete BEFORE DELETE ON identifier_scheme BEGIN
  SELECT RAISE(ABORT, 'identifier_scheme_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM city_identifier WHERE scheme = OLD.code)
    OR EXISTS (SELECT 1 FROM identifier_scheme WHERE broader = OLD.code);
END;

CREATE TRIGGER succession_kind_insert BEFORE INSERT ON succession_kind BEGIN
  SELECT RAISE(ABORT, 'succession_kind_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM succession_kind);
  SELECT RAISE(ABORT, 'succession_kind_broader_known: broader must be another code of succession_kind')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM succession_kind);
END;

CREATE TRIGGER succession_kind_update BEFORE UPDATE ON succession_kind BEGIN
  SELECT RAISE(ABORT, 'succession_kind_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'succession_kind_broader_known: broader must be another code of succession_kind')
  WHERE NEW.broader NOT IN (SELECT code FROM succession_kind)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM succession_kind AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
END;

CREATE TRIGGER succession_kind_carries BEFORE UPDATE OF carries ON succession_kind BEGIN
  SELECT RAISE(ABORT,
    'succession_kind_carries_kept: successions of this kind are recorded, so what it does cannot change')
  WHERE NEW.carries IS NOT OLD.carries AND EXISTS (SELECT 1 FROM succession WHERE kind = OLD.code);
END;

CREATE TRIGGER succession_kind_delete BEFORE DELETE ON succession_kind BEGIN
  SELECT RAISE(ABORT, 'succession_kind_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM succession WHERE kind = OLD.code)
    OR EXISTS (SELECT 1 FROM succession_kind WHERE broader = OLD.code);
END;

CREATE TRIGGER policy_insert BEFORE INSERT ON policy BEGIN
  SELECT RAISE(ABORT, 'policy_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM policy);
  SELECT RAISE(ABORT, 'policy_broader_known: broader must be another code of policy')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM policy);
END;

CREATE TRIGGER policy_update BEFORE UPDATE ON policy BEGIN
  SELECT RAISE(ABORT, 'policy_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'policy_broader_known: broader must be another code of policy')
  WHERE NEW.broader NOT IN (SELECT code FROM policy)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM policy AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
END;

CREATE TRIGGER policy_delete BEFORE DELETE ON policy BEGIN
  SELECT RAISE(ABORT, 'policy_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM city_policy WHERE policy = OLD.code)
    OR EXISTS (SELECT 1 FROM policy WHERE broader = OLD.code);
END;

CREATE TRIGGER bond_kind_insert BEFORE INSERT ON bond_kind BEGIN
  SELECT RAISE(ABORT, 'bond_kind_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM bond_kind);
  SELECT RAISE(ABORT, 'bond_kind_broader_known: broader must be another code of bond_kind')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM bond_kind);
END;

CREATE TRIGGER bond_kind_update BEFORE UPDATE ON bond_kind BEGIN
  SELECT RAISE(ABORT, 'bond_kind_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'bond_kind_broader_known: broader must be another code of bond_kind')
  WHERE NEW.broader NOT IN (SELECT code FROM bond_kind)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM bond_kind AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
END;

CREATE TRIGGER bond_kind_delete BEFORE DELETE ON bond_kind BEGIN
  SELECT RAISE(ABORT, 'bond_kind_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM bond WHERE kind = OLD.code)
    OR EXISTS (SELECT 1 FROM bond_kind WHERE broader = OLD.code);
END;

CREATE TRIGGER event_kind_insert BEFORE INSERT ON event_kind BEGIN
  SELECT RAISE(ABORT, 'event_kind_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM event_kind);
  SELECT RAISE(ABORT, 'event_kind_broader_known: broader must be another code of event_kind')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM event_kind);
END;

CREATE TRIGGER event_kind_update BEFORE UPDATE ON event_kind BEGIN
  SELECT RAISE(ABORT, 'event_kind_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'event_kind_broader_known: broader must be another code of event_kind')
  WHERE NEW.broader NOT IN (SELECT code FROM event_kind)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM event_kind AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
  SELECT RAISE(ABORT, 'event_kind_effect_kept: acts of this kind are recorded, so what it does cannot change')
  WHERE (NEW.effect, NEW.begins, NEW.observes) IS NOT (OLD.effect, OLD.begins, OLD.observes)
    AND EXISTS (SELECT 1 FROM bond_event WHERE kind = OLD.code);
END;

CREATE TRIGGER event_kind_delete BEFORE DELETE ON event_kind BEGIN
  SELECT RAISE(ABORT, 'event_kind_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM bond_event WHERE kind = OLD.code)
    OR EXISTS (SELECT 1 FROM event_kind WHERE broader = OLD.code);
END;

CREATE TRIGGER reason_insert BEFORE INSERT ON reason BEGIN
  SELECT RAISE(ABORT, 'reason_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM reason);
  SELECT RAISE(ABORT, 'reason_broader_known: broader must be another code of reason')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM reason);
END;

CREATE TRIGGER reason_update BEFORE UPDATE ON reason BEGIN
  SELECT RAISE(ABORT, 'reason_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'reason_broader_known: broader must be another code of reason')
  WHERE NEW.broader NOT IN (SELECT code FROM reason)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM reason AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
END;

CREATE TRIGGER reason_delete BEFORE DELETE ON reason BEGIN
  SELECT RAISE(ABORT, 'reason_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM bond_event WHERE reason = OLD.code)
    OR EXISTS (SELECT 1 FROM reason WHERE broader = OLD.code);
END;

CREATE TRIGGER keepsake_kind_insert BEFORE INSERT ON keepsake_kind BEGIN
  SELECT RAISE(ABORT, 'keepsake_kind_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM keepsake_kind);
  SELECT RAISE(ABORT, 'keepsake_kind_broader_known: broader must be another code of keepsake_kind')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM keepsake_kind);
END;

CREATE TRIGGER keepsake_kind_update BEFORE UPDATE ON keepsake_kind BEGIN
  SELECT RAISE(ABORT, 'keepsake_kind_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'keepsake_kind_broader_known: broader must be another code of keepsake_kind')
  WHERE NEW.broader NOT IN (SELECT code FROM keepsake_kind)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM keepsake_kind AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
END;

CREATE TRIGGER keepsake_kind_delete BEFORE DELETE ON keepsake_kind BEGIN
  SELECT RAISE(ABORT, 'keepsake_kind_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM keepsake WHERE kind = OLD.code)
    OR EXISTS (SELECT 1 FROM keepsake_kind WHERE broader = OLD.code);
END;
