-- Replaceable part 9: adding by names instead of ids. Each view takes an INSERT and shows no row; what it does stands
-- in its comment, and what it refuses in schema/README.md. Nothing here is needed to write: the tables take the same by
-- ids.
--
-- What follows INSERT OR rules the statements inside a trigger as well. So that a row comes whole or not at all, what
-- IGNORE leaves out is looked for; and what a CHECK can refuse comes first, since FAIL undoes nothing and ABORT does.
--
-- An empty text is a value that was left out, as .import writes the empty cells of a list.

-- Who is meant --------------------------------------------------------------------------------------------------------

CREATE VIEW city_meant AS
  -- The cities that words may mean, the best with the least rank. Ask it with the words as a JSON array:
  --   SELECT city_id FROM city_meant WHERE words = json_array('Kingston, JM');
  -- It has no rows of its own: the words come in by the argument of json_each. To insert words refuses them unless they
  -- mean one city.
  SELECT j.json AS words, r.rank AS rank, c.id AS city_id
  FROM json_each AS j
  CROSS JOIN (SELECT 1 AS rank UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4) AS r
  CROSS JOIN city AS c ON c.id IN (
    SELECT id FROM city WHERE r.rank = 1 AND name = j.value
    UNION ALL SELECT city_id FROM city_name WHERE r.rank = 1 AND name = j.value
    UNION ALL SELECT id FROM city WHERE r.rank = 2 AND folded = lower(j.value)
    UNION ALL SELECT city_id FROM city_name WHERE r.rank = 2 AND folded = lower(j.value)
    UNION ALL SELECT id FROM city WHERE r.rank = 3 AND name = substr(j.value, 1, length(j.value) - 4)
    UNION ALL SELECT city_id FROM city_name WHERE r.rank = 3 AND name = substr(j.value, 1, length(j.value) - 4)
    UNION ALL SELECT id FROM city WHERE r.rank = 3 AND folded = lower(substr(j.value, 1, length(j.value) - 4))
    UNION ALL SELECT city_id FROM city_name
    WHERE r.rank = 3 AND folded = lower(substr(j.value, 1, length(j.value) - 4))
    UNION ALL SELECT id FROM city
    WHERE r.rank = 4 AND id = CAST(substr(j.value, 4) AS INTEGER) AND j.value = 'id:' || id
    UNION ALL SELECT id FROM city WHERE r.rank = 4 AND uid = substr(j.value, 5) AND j.value GLOB 'uid:*'
    UNION ALL SELECT city_id FROM city_identifier
    WHERE r.rank = 4 AND value = substr(j.value, instr(j.value, ':') + 1)
      AND scheme = substr(j.value, 1, instr(j.value, ':') - 1))
  WHERE r.rank <> 3 OR lower(j.value) GLOB '*, ' || lower(c.country);

CREATE VIEW named_city AS
  -- The one city that words mean, the best of city_meant; NULL where there is none, or several are as good. Each of the
  -- words in the array has a row.
  SELECT j.json AS words,
    (SELECT iif(count(*) = 1, city_id, NULL) FROM city_meant WHERE words = json_array(j.value)
     GROUP BY rank ORDER BY rank LIMIT 1) AS city_id
  FROM json_each AS j;

CREATE TRIGGER city_meant_inserted INSTEAD OF INSERT ON city_meant BEGIN
  SELECT RAISE(ABORT, 'city_meant_known: no city is called so; look at its spelling, or add it with new_city')
  WHERE NOT EXISTS (SELECT 1 FROM city_meant WHERE words = NEW.words);
  SELECT RAISE(ABORT,
    'city_meant_ambiguous: several cities are called so; add the country, as in Kingston, JM, or say id:12')
  WHERE (SELECT city_id FROM named_city WHERE words = NEW.words) IS NULL;
END;

CREATE VIEW bond_meant AS
  -- The bonds between two cities, once from each side; ended is 1 where the pair has ended, or may have, and did not
  -- begin again; or never was one, since the first had left before the other joined. To insert two cities refuses them
  -- unless an act between them, or a keepsake, can be of one bond alone: the only one, or the only one that has not
  -- ended.
  SELECT p.city_id, t.city_id AS twin_id, p.bond_id,
    coalesce((SELECT s.status = 'ended' FROM twin_span AS s
              WHERE s.city_id = p.city_id AND s.bond_id = p.bond_id AND s.twin_id = t.city_id
                AND s.from_earliest <= date('now')
              ORDER BY s.position DESC LIMIT 1),
             EXISTS (SELECT 1 FROM twin_span WHERE city_id = p.city_id AND bond_id = p.bond_id)
             AND EXISTS (SELECT 1 FROM twin_span WHERE city_id = t.city_id AND bond_id = p.bond_id)
             AND NOT EXISTS (SELECT 1 FROM twin_span
                             WHERE city_id = p.city_id AND bond_id = p.bond_id AND twin_id = t.city_id)) AS ended
  FROM bond_party AS p JOIN bond_party AS t ON t.bond_id = p.bond_id AND t.city_id <> p.city_id;

CREATE TRIGGER bond_meant_inserted INSTEAD OF INSERT ON bond_meant BEGIN
  SELECT RAISE(ABORT,
    'bond_meant_carried: one of the two carries their bond from a predecessor; name that, or add the city as a party')
  WHERE NOT EXISTS (SELECT 1 FROM bond_meant WHERE city_id = NEW.city_id AND twin_id = NEW.twin_id)
    AND EXISTS (SELECT 1 FROM twin_span WHERE city_id = NEW.city_id AND twin_id = NEW.twin_id);
  SELECT RAISE(ABORT, 'bond_meant_known: the two have no bond; form one with new_bond')
  WHERE NOT EXISTS (SELECT 1 FROM bond_meant WHERE city_id = NEW.city_id AND twin_id = NEW.twin_id);
  SELECT RAISE(ABORT,
    'bond_meant_ambiguous: the two have several bonds that it may be of; insert it by bond_id into the table itself')
  WHERE (SELECT count(*) > 1 AND sum(NOT ended) <> 1 FROM bond_meant
         WHERE city_id = NEW.city_id AND twin_id = NEW.twin_id);
END;

CREATE VIEW source_meant AS
  -- The sources by their title. To insert a title adds a source of it where there is none; NULL and '' ask
  -- for none.
  SELECT title, id AS source_id FROM source;

CREATE TRIGGER source_meant_inserted INSTEAD OF INSERT ON source_meant WHEN NEW.title <> '' BEGIN
  SELECT RAISE(ABORT, 'source_meant_present: a blank title names no source; leave the source out where there is none')
  WHERE trim(NEW.title, ' ' || char(9, 10, 13)) = '' OR instr(NEW.title, char(0));
  SELECT RAISE(ABORT,
    'source_meant_ambiguous: several sources have this title; leave it out and add a citation by source_id')
  WHERE (SELECT count(*) FROM source WHERE title = NEW.title) > 1;
  INSERT INTO source (title) SELECT NEW.title WHERE NOT EXISTS (SELECT 1 FROM source WHERE title = NEW.title);
END;

-- What is added -------------------------------------------------------------------------------------------------------

CREATE VIEW new_city AS
  -- Always empty. Insert a city here: name and country; kind is municipality unless you say another. One of the same
  -- name and country is refused.
  SELECT NULL AS name, NULL AS country, NULL AS kind, NULL AS latitude, NULL AS longitude, NULL AS population,
    NULL AS since, NULL AS until, NULL AS note, NULL AS source WHERE 0;

CREATE TRIGGER new_city_inserted INSTEAD OF INSERT ON new_city BEGIN
  SELECT RAISE(ABORT, 'new_city_encoding: this name is not UTF-8; convert the text that it is from, as with iconv')
  WHERE NEW.name GLOB '*' || char(65533) || '*';
  SELECT RAISE(ABORT,
    'new_city_once: a city in this country is or was called so; insert a namesake into the table city')
  FROM city AS c
  WHERE c.country IS nullif(NEW.country, '')
    AND c.id IN (SELECT id FROM city WHERE name = NEW.name UNION ALL SELECT id FROM city WHERE folded = lower(NEW.name)
                 UNION ALL SELECT city_id FROM city_name WHERE name = NEW.name
                 UNION ALL SELECT city_id FROM city_name WHERE folded = lower(NEW.name));
  INSERT INTO city (name, country, kind, latitude, longitude, population, since, until, note)
  VALUES (NEW.name, nullif(NEW.country, ''), coalesce(nullif(NEW.kind, ''), 'municipality'),
          nullif(NEW.latitude, ''), nullif(NEW.longitude, ''), nullif(NEW.population, ''),
          nullif(NEW.since, ''), nullif(NEW.until, ''), nullif(NEW.note, ''));
  SELECT RAISE(ABORT,
    'new_city_complete: a value is missing or has another form; insert without OR IGNORE to see which')
  WHERE changes() = 0;
  INSERT INTO source_meant (title) VALUES (NEW.source);
  INSERT INTO citation (source_id, city_id)
  SELECT source_id, last_insert_rowid() FROM source_meant WHERE title = NEW.source;
END;

CREATE VIEW new_name AS
  -- Always empty. Insert another name of a city here; kind is former unless you say another.
  SELECT NULL AS city, NULL AS name, NULL AS kind, NULL AS language, NULL AS since, NULL AS until, NULL AS source
  WHERE 0;

CREATE TRIGGER new_name_inserted INSTEAD OF INSERT ON new_name BEGIN
  INSERT INTO city_meant (words) VALUES (json_array(NEW.city));
  SELECT RAISE(ABORT, 'new_name_encoding: this name is not UTF-8; convert the text that it is from, as with iconv')
  WHERE NEW.name GLOB '*' || char(65533) || '*';
  SELECT RAISE(ABORT, 'new_name_once: the city has this name already; cite another source in the table citation')
  FROM named_city AS c JOIN city_name AS n ON n.city_id = c.city_id
  WHERE c.words = json_array(NEW.city)
    AND (n.name, n.kind, n.language, n.since, n.until)
      IS (NEW.name, coalesce(nullif(NEW.kind, ''), 'former'), nullif(NEW.language, ''), nullif(NEW.since, ''),
          nullif(NEW.until, ''));
  INSERT INTO city_name (city_id, name, kind, language, since, until)
  SELECT city_id, NEW.name, coalesce(nullif(NEW.kind, ''), 'former'), nullif(NEW.language, ''),
    nullif(NEW.since, ''), nullif(NEW.until, '')
  FROM named_city WHERE words = json_array(NEW.city);
  SELECT RAISE(ABORT,
    'new_name_complete: a value is missing or has another form; insert without OR IGNORE to see which')
  WHERE changes() = 0;
  INSERT INTO source_meant (title) VALUES (NEW.source);
  INSERT INTO citation (source_id, name_id)
  SELECT source_id, last_insert_rowid() FROM source_meant WHERE title = NEW.source;
END;

CREATE VIEW new_bond AS
  -- Always empty. Insert two cities here, and a bond between them is formed; kind is twinning unless you say another,
  -- and date, reason, note and source are those of its forming. Where they have one of that kind that has not ended,
  -- their own or one that a successor carries, it is refused.
  SELECT NULL AS city, NULL AS twin, NULL AS kind, NULL AS date, NULL AS reason, NULL AS note, NULL AS source WHERE 0;

CREATE TRIGGER new_bond_inserted INSTEAD OF INSERT ON new_bond BEGIN
  INSERT INTO city_meant (words) VALUES (json_array(NEW.city)), (json_array(NEW.twin));
  SELECT RAISE(ABORT,
    'new_bond_once: the two have a bond of this kind that has not ended; insert another into the table bond')
  FROM named_city AS c, named_city AS t, bond_meant AS m, bond AS b
  WHERE c.words = json_array(NEW.city) AND t.words = json_array(NEW.twin)
    AND m.city_id = c.city_id AND m.twin_id = t.city_id AND NOT m.ended
    AND b.id = m.bond_id AND b.kind = coalesce(nullif(NEW.kind, ''), 'twinning');
  SELECT RAISE(ABORT,
    'new_bond_carried: one of the two carries a bond of this kind from a predecessor; add the city to it as a party')
  FROM named_city AS c, named_city AS t, twin_span AS s, bond AS b
  WHERE c.words = json_array(NEW.city) AND t.words = json_array(NEW.twin)
    AND s.city_id = c.city_id AND s.twin_id = t.city_id AND coalesce(s.carried_from, s.twin_carried_from) IS NOT NULL
    AND s.status <> 'ended' AND s.from_earliest <= date('now')
    AND (s.to_earliest IS NULL OR date('now') < s.to_earliest)
    AND b.id = s.bond_id AND b.kind = coalesce(nullif(NEW.kind, ''), 'twinning');
  INSERT INTO bond (kind) VALUES (coalesce(nullif(NEW.kind, ''), 'twinning'));
  -- A table without a rowid leaves last_insert_rowid() alone.
  INSERT INTO bond_party (bond_id, city_id)
  SELECT last_insert_rowid(), city_id FROM named_city WHERE words = json_array(NEW.city, NEW.twin);
  INSERT INTO bond_event (bond_id, kind, date, reason, note)
  VALUES (last_insert_rowid(), 'formed', nullif(NEW.date, ''), nullif(NEW.reason, ''), nullif(NEW.note, ''));
  INSERT INTO source_meant (title) VALUES (NEW.source);
  INSERT INTO citation (source_id, event_id)
  SELECT source_id, last_insert_rowid() FROM source_meant WHERE title = NEW.source;
END;

CREATE VIEW new_event AS
  -- Always empty. Insert an act between two cities here, and it goes to their bond. "by" is the one that acted; leave
  -- it out where both did.
  SELECT NULL AS city, NULL AS twin, NULL AS kind, NULL AS date, NULL AS "by", NULL AS reason, NULL AS decided,
    NULL AS condition, NULL AS note, NULL AS source WHERE 0;

CREATE TRIGGER new_event_inserted INSTEAD OF INSERT ON new_event BEGIN
  INSERT INTO city_meant (words) VALUES (json_array(NEW.city)), (json_array(NEW.twin));
  INSERT INTO city_meant (words) SELECT json_array(NEW."by") WHERE NEW."by" <> '';
  INSERT INTO bond_meant (city_id, twin_id)
  SELECT c.city_id, t.city_id FROM named_city AS c, named_city AS t
  WHERE c.words = json_array(NEW.city) AND t.words = json_array(NEW.twin);
  SELECT RAISE(ABORT, 'new_event_once: their bond has this very act; cite another source in the table citation')
  FROM named_city AS c, named_city AS t, named_city AS a, bond_meant AS m, bond_event AS e
  WHERE c.words = json_array(NEW.city) AND t.words = json_array(NEW.twin)
    AND a.words = json_array(NEW."by") AND m.city_id = c.city_id AND m.twin_id = t.city_id
    AND e.bond_id = m.bond_id AND NOT EXISTS (SELECT 1 FROM bond_event AS later WHERE later.corrects = e.id)
    AND (e.kind, e.date, e.city_id, e.reason, e.decided, e.condition, e.note)
      IS (NEW.kind, nullif(NEW.date, ''), a.city_id, nullif(NEW.reason, ''), nullif(NEW.decided, ''),
          nullif(NEW.condition, ''), nullif(NEW.note, ''));
  INSERT INTO bond_event (bond_id, kind, date, city_id, reason, decided, condition, note)
  SELECT m.bond_id, NEW.kind, nullif(NEW.date, ''), a.city_id, nullif(NEW.reason, ''), nullif(NEW.decided, ''),
    nullif(NEW.condition, ''), nullif(NEW.note, '')
  FROM named_city AS c, named_city AS t, named_city AS a, bond_meant AS m
  WHERE c.words = json_array(NEW.city) AND t.words = json_array(NEW.twin) AND a.words = json_array(NEW."by")
    AND m.city_id = c.city_id AND m.twin_id = t.city_id
  ORDER BY m.ended LIMIT 1;
  SELECT RAISE(ABORT,
    'new_event_complete: a value is missing or has another form; insert without OR IGNORE to see which')
  WHERE changes() = 0;
  INSERT INTO source_meant (title) VALUES (NEW.source);
  INSERT INTO citation (source_id, event_id)
  SELECT source_id, last_insert_rowid() FROM source_meant WHERE title = NEW.source;
END;

CREATE VIEW new_keepsake AS
  -- Always empty. Insert what the bond of two cities left behind here: who gave it, who has it, and where it is.
  SELECT NULL AS city, NULL AS twin, NULL AS kind, NULL AS title, NULL AS giver, NULL AS receiver, NULL AS date,
    NULL AS until, NULL AS place, NULL AS note, NULL AS source WHERE 0;

CREATE TRIGGER new_keepsake_inserted INSTEAD OF INSERT ON new_keepsake BEGIN
  INSERT INTO city_meant (words) VALUES (json_array(NEW.city)), (json_array(NEW.twin));
  INSERT INTO city_meant (words) SELECT json_array(NEW.giver) WHERE NEW.giver <> '';
  INSERT INTO city_meant (words) SELECT json_array(NEW.receiver) WHERE NEW.receiver <> '';
  INSERT INTO bond_meant (city_id, twin_id)
  SELECT c.city_id, t.city_id FROM named_city AS c, named_city AS t
  WHERE c.words = json_array(NEW.city) AND t.words = json_array(NEW.twin);
  SELECT RAISE(ABORT, 'new_keepsake_once: their bond has this very keepsake; cite another source in the table citation')
  FROM named_city AS c, named_city AS t, bond_meant AS m, keepsake AS k
  WHERE c.words = json_array(NEW.city) AND t.words = json_array(NEW.twin)
    AND m.city_id = c.city_id AND m.twin_id = t.city_id AND k.bond_id = m.bond_id
    AND (k.kind, k.title, k.date, k.until, k.place, k.note)
      IS (NEW.kind, NEW.title, nullif(NEW.date, ''), nullif(NEW.until, ''), nullif(NEW.place, ''),
          nullif(NEW.note, ''));
  INSERT INTO keepsake (bond_id, kind, title, giver_id, receiver_id, date, until, place, note)
  SELECT m.bond_id, NEW.kind, NEW.title, g.city_id, r.city_id, nullif(NEW.date, ''), nullif(NEW.until, ''),
    nullif(NEW.place, ''), nullif(NEW.note, '')
  FROM named_city AS c, named_city AS t, named_city AS g, named_city AS r, bond_meant AS m
  WHERE c.words = json_array(NEW.city) AND t.words = json_array(NEW.twin)
    AND g.words = json_array(NEW.giver) AND r.words = json_array(NEW.receiver)
    AND m.city_id = c.city_id AND m.twin_id = t.city_id
  ORDER BY m.ended LIMIT 1;
  SELECT RAISE(ABORT,
    'new_keepsake_complete: a value is missing or has another form; insert without OR IGNORE to see which')
  WHERE changes() = 0;
  INSERT INTO source_meant (title) VALUES (NEW.source);
  INSERT INTO citation (source_id, keepsake_id)
  SELECT source_id, last_insert_rowid() FROM source_meant WHERE title = NEW.source;
END;
