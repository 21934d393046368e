-- What the file must refuse, whoever writes to it, and beside it what it must accept. rules_test.cpp runs every block
-- by itself: through the sqlite3 shell, with foreign keys off, on a copy of sample.sql, whose rows it names.
--
-- A block is one statement under two comments:
--   rule, attack     the shell must report this rule, and not a byte of the file may change
--   sqlite, attack   the same, where SQLite's own message speaks: a missing value, a value of another type
--   ignored          the statement must pass in silence and change nothing, as OR IGNORE asks where no rule need speak
--   legal            the statement must pass and change the file: so the attacks beside it fail for their own reason
--
-- The same words stand in many blocks: OR REPLACE deletes whatever has the key, OR IGNORE hides what SQLite itself
-- finds, and neither may get around a rule.

-- Lists of codes ------------------------------------------------------------------------------------------------------

-- legal: add a code to city_kind
INSERT INTO city_kind (code, broader, definition) VALUES ('new_1', 'district', 'x');

-- legal: define a code of city_kind better
UPDATE city_kind SET definition = 'better', broader = NULL WHERE code = 'borough';

-- legal: delete a code of city_kind that nothing uses
DELETE FROM city_kind WHERE code = 'borough';

-- rule: city_kind_once
-- attack: add a code twice
INSERT INTO city_kind (code, definition) VALUES ('municipality', 'x');

-- rule: city_kind_once
-- attack: replace a code
INSERT OR REPLACE INTO city_kind (code, definition) VALUES ('municipality', 'x');

-- rule: city_kind_once
-- attack: ignore that the code is there
INSERT OR IGNORE INTO city_kind (code, definition) VALUES ('municipality', 'x');

-- rule: city_kind_once
-- attack: upsert a code
INSERT INTO city_kind (code, definition) VALUES ('municipality', 'x') ON CONFLICT (code) DO UPDATE SET definition = 'y';

-- rule: city_kind_once
-- attack: add a code twice in one statement
INSERT OR REPLACE INTO city_kind (code, definition) VALUES ('twice', 'x'), ('twice', 'y');

-- rule: city_kind_code_form
-- attack: write a code in another way
INSERT INTO city_kind (code, definition) VALUES ('Upper', 'x');

-- rule: city_kind_code_form
-- attack: hide capitals behind a nul
INSERT INTO city_kind (code, definition) VALUES ('new' || char(0) || 'NEW', 'x');

-- rule: city_kind_broader_known
-- attack: add a case of no code
INSERT INTO city_kind (code, broader, definition) VALUES ('new', 'no_such', 'x');

-- rule: city_kind_broader_known
-- attack: replace nothing with a case of no code
INSERT OR REPLACE INTO city_kind (code, broader, definition) VALUES ('new', 'no_such', 'x');

-- rule: city_kind_broader_known
-- attack: add a case of itself
INSERT INTO city_kind (code, broader, definition) VALUES ('new', 'new', 'x');

-- rule: city_kind_broader_known
-- attack: make a code a case of no code
UPDATE city_kind SET broader = 'no_such' WHERE code = 'municipality';

-- rule: city_kind_broader_known
-- attack: make a code a case of itself
UPDATE OR IGNORE city_kind SET broader = code WHERE code = 'municipality';

-- rule: city_kind_broader_known
-- attack: make a code a case of a case of itself
UPDATE city_kind SET broader = 'borough' WHERE code = 'district';

-- rule: city_kind_code_kept
-- attack: rename a code
UPDATE city_kind SET code = 'renamed' WHERE code = 'municipality';

-- rule: city_kind_code_kept
-- attack: rename a code to another one
UPDATE OR REPLACE city_kind SET code = 'municipality' WHERE code = 'borough';

-- rule: city_kind_code_kept
-- attack: ignore that the new code is taken
UPDATE OR IGNORE city_kind SET code = 'municipality' WHERE code = 'borough';

-- rule: city_kind_code_kept
-- attack: take the code away
UPDATE city_kind SET code = NULL WHERE code = 'municipality';

-- rule: city_kind_in_use
-- attack: delete the code of a city
DELETE FROM city_kind WHERE code = 'municipality';

-- rule: city_kind_in_use
-- attack: delete the broader code of a code
DELETE FROM city_kind WHERE code = 'district';

-- rule: city_kind_in_use
-- attack: delete the whole list
DELETE FROM city_kind;

-- sqlite: NOT NULL constraint failed: city_kind.code
-- attack: add no code
INSERT INTO city_kind (code, definition) VALUES (NULL, 'x');

-- sqlite: NOT NULL constraint failed: city_kind.definition
-- attack: add a code without a definition
INSERT INTO city_kind (code, definition) VALUES ('new', NULL);

-- sqlite: NOT NULL constraint failed: city_kind.definition
-- attack: take a definition away
UPDATE OR REPLACE city_kind SET definition = NULL WHERE code = 'municipality';

-- ignored: a code of city_kind without a definition
INSERT OR IGNORE INTO city_kind (code, definition) VALUES ('new', NULL);

-- legal: add a code to name_kind
INSERT INTO name_kind (code, broader, definition) VALUES ('new_1', 'nickname', 'x');

-- legal: define a code of name_kind better
UPDATE name_kind SET definition = 'better', broader = NULL WHERE code = 'slang';

-- legal: delete a code of name_kind that nothing uses
DELETE FROM name_kind WHERE code = 'slang';

-- rule: name_kind_once
-- attack: add a code twice
INSERT INTO name_kind (code, definition) VALUES ('former', 'x');

-- rule: name_kind_once
-- attack: replace a code
INSERT OR REPLACE INTO name_kind (code, definition) VALUES ('former', 'x');

-- rule: name_kind_once
-- attack: ignore that the code is there
INSERT OR IGNORE INTO name_kind (code, definition) VALUES ('former', 'x');

-- rule: name_kind_once
-- attack: upsert a code
INSERT INTO name_kind (code, definition) VALUES ('former', 'x') ON CONFLICT (code) DO UPDATE SET definition = 'y';

-- rule: name_kind_once
-- attack: add a code twice in one statement
INSERT OR REPLACE INTO name_kind (code, definition) VALUES ('twice', 'x'), ('twice', 'y');

-- rule: name_kind_code_form
-- attack: write a code in another way
INSERT INTO name_kind (code, definition) VALUES ('two words', 'x');

-- rule: name_kind_code_form
-- attack: hide capitals behind a nul
INSERT INTO name_kind (code, definition) VALUES ('new' || char(0) || 'NEW', 'x');

-- rule: name_kind_broader_known
-- attack: add a case of no code
INSERT INTO name_kind (code, broader, definition) VALUES ('new', 'no_such', 'x');

-- rule: name_kind_broader_known
-- attack: replace nothing with a case of no code
INSERT OR REPLACE INTO name_kind (code, broader, definition) VALUES ('new', 'no_such', 'x');

-- rule: name_kind_broader_known
-- attack: add a case of itself
INSERT INTO name_kind (code, broader, definition) VALUES ('new', 'new', 'x');

-- rule: name_kind_broader_known
-- attack: make a code a case of no code
UPDATE name_kind SET broader = 'no_such' WHERE code = 'former';

-- rule: name_kind_broader_known
-- attack: make a code a case of itself
UPDATE OR IGNORE name_kind SET broader = code WHERE code = 'former';

-- rule: name_kind_broader_known
-- attack: make a code a case of a case of itself
UPDATE name_kind SET broader = 'slang' WHERE code = 'nickname';

-- rule: name_kind_code_kept
-- attack: rename a code
UPDATE name_kind SET code = 'renamed' WHERE code = 'former';

-- rule: name_kind_code_kept
-- attack: rename a code to another one
UPDATE OR REPLACE name_kind SET code = 'former' WHERE code = 'slang';

-- rule: name_kind_code_kept
-- attack: ignore that the new code is taken
UPDATE OR IGNORE name_kind SET code = 'former' WHERE code = 'slang';

-- rule: name_kind_code_kept
-- attack: take the code away
UPDATE name_kind SET code = NULL WHERE code = 'former';

-- rule: name_kind_in_use
-- attack: delete the code of a name
DELETE FROM name_kind WHERE code = 'former';

-- rule: name_kind_in_use
-- attack: delete the broader code of a code
DELETE FROM name_kind WHERE code = 'nickname';

-- rule: name_kind_in_use
-- attack: delete the whole list
DELETE FROM name_kind;

-- sqlite: NOT NULL constraint failed: name_kind.code
-- attack: add no code
INSERT INTO name_kind (code, definition) VALUES (NULL, 'x');

-- sqlite: NOT NULL constraint failed: name_kind.definition
-- attack: add a code without a definition
INSERT INTO name_kind (code, definition) VALUES ('new', NULL);

-- sqlite: NOT NULL constraint failed: name_kind.definition
-- attack: take a definition away
UPDATE OR REPLACE name_kind SET definition = NULL WHERE code = 'former';

-- ignored: a code of name_kind without a definition
INSERT OR IGNORE INTO name_kind (code, definition) VALUES ('new', NULL);

-- legal: add a code to identifier_scheme
INSERT INTO identifier_scheme (code, broader, definition) VALUES ('new_1', 'register', 'x');

-- legal: define a code of identifier_scheme better
UPDATE identifier_scheme SET definition = 'better', broader = NULL WHERE code = 'ledger';

-- legal: delete a code of identifier_scheme that nothing uses
DELETE FROM identifier_scheme WHERE code = 'ledger';

-- rule: identifier_scheme_once
-- attack: add a code twice
INSERT INTO identifier_scheme (code, definition) VALUES ('wikidata', 'x');

-- rule: identifier_scheme_once
-- attack: replace a code
INSERT OR REPLACE INTO identifier_scheme (code, definition) VALUES ('wikidata', 'x');

-- rule: identifier_scheme_once
-- attack: ignore that the code is there
INSERT OR IGNORE INTO identifier_scheme (code, definition) VALUES ('wikidata', 'x');

-- rule: identifier_scheme_once
-- attack: upsert a code
INSERT INTO identifier_scheme (code, definition) VALUES ('wikidata', 'x') ON CONFLICT (code) DO UPDATE
  SET definition = 'y';

-- rule: identifier_scheme_once
-- attack: add a code twice in one statement
INSERT OR REPLACE INTO identifier_scheme (code, definition) VALUES ('twice', 'x'), ('twice', 'y');

-- rule: identifier_scheme_code_form
-- attack: write a code in another way
INSERT INTO identifier_scheme (code, definition) VALUES ('1st', 'x');

-- rule: identifier_scheme_code_form
-- attack: hide capitals behind a nul
INSERT INTO identifier_scheme (code, definition) VALUES ('new' || char(0) || 'NEW', 'x');

-- rule: identifier_scheme_broader_known
-- attack: add a case of no code
INSERT INTO identifier_scheme (code, broader, definition) VALUES ('new', 'no_such', 'x');

-- rule: identifier_scheme_broader_known
-- attack: replace nothing with a case of no code
INSERT OR REPLACE INTO identifier_scheme (code, broader, definition) VALUES ('new', 'no_such', 'x');

-- rule: identifier_scheme_broader_known
-- attack: add a case of itself
INSERT INTO identifier_scheme (code, broader, definition) VALUES ('new', 'new', 'x');

-- rule: identifier_scheme_broader_known
-- attack: make a code a case of no code
UPDATE identifier_scheme SET broader = 'no_such' WHERE code = 'wikidata';

-- rule: identifier_scheme_broader_known
-- attack: make a code a case of itself
UPDATE OR IGNORE identifier_scheme SET broader = code WHERE code = 'wikidata';

-- rule: identifier_scheme_broader_known
-- attack: make a code a case of a case of itself
UPDATE identifier_scheme SET broader = 'ledger' WHERE code = 'register';

-- rule: identifier_scheme_code_kept
-- attack: rename a code
UPDATE identifier_scheme SET code = 'renamed' WHERE code = 'wikidata';

-- rule: identifier_scheme_code_kept
-- attack: rename a code to another one
UPDATE OR REPLACE identifier_scheme SET code = 'wikidata' WHERE code = 'ledger';

-- rule: identifier_scheme_code_kept
-- attack: ignore that the new code is taken
UPDATE OR IGNORE identifier_scheme SET code = 'wikidata' WHERE code = 'ledger';

-- rule: identifier_scheme_code_kept
-- attack: take the code away
UPDATE identifier_scheme SET code = NULL WHERE code = 'wikidata';

-- rule: identifier_scheme_in_use
-- attack: delete the code of an identifier
DELETE FROM identifier_scheme WHERE code = 'wikidata';

-- rule: identifier_scheme_in_use
-- attack: delete the broader code of a code
DELETE FROM identifier_scheme WHERE code = 'register';

-- rule: identifier_scheme_in_use
-- attack: delete the whole list
DELETE FROM identifier_scheme;

-- sqlite: NOT NULL constraint failed: identifier_scheme.code
-- attack: add no code
INSERT INTO identifier_scheme (code, definition) VALUES (NULL, 'x');

-- sqlite: NOT NULL constraint failed: identifier_scheme.definition
-- attack: add a code without a definition
INSERT INTO identifier_scheme (code, definition) VALUES ('new', NULL);

-- sqlite: NOT NULL constraint failed: identifier_scheme.definition
-- attack: take a definition away
UPDATE OR REPLACE identifier_scheme SET definition = NULL WHERE code = 'wikidata';

-- ignored: a code of identifier_scheme without a definition
INSERT OR IGNORE INTO identifier_scheme (code, definition) VALUES ('new', NULL);

-- legal: add a code to succession_kind
INSERT INTO succession_kind (code, broader, definition) VALUES ('new_1', 'merged', 'x');

-- legal: define a code of succession_kind better
UPDATE succession_kind SET definition = 'better', broader = NULL WHERE code = 'united';

-- legal: delete a code of succession_kind that nothing uses
DELETE FROM succession_kind WHERE code = 'united';

-- rule: succession_kind_once
-- attack: add a code twice
INSERT INTO succession_kind (code, definition) VALUES ('absorbed', 'x');

-- rule: succession_kind_once
-- attack: replace a code
INSERT OR REPLACE INTO succession_kind (code, definition) VALUES ('absorbed', 'x');

-- rule: succession_kind_once
-- attack: ignore that the code is there
INSERT OR IGNORE INTO succession_kind (code, definition) VALUES ('absorbed', 'x');

-- rule: succession_kind_once
-- attack: upsert a code
INSERT INTO succession_kind (code, definition) VALUES ('absorbed', 'x') ON CONFLICT (code) DO UPDATE
  SET definition = 'y';

-- rule: succession_kind_once
-- attack: add a code twice in one statement
INSERT OR REPLACE INTO succession_kind (code, definition) VALUES ('twice', 'x'), ('twice', 'y');

-- rule: succession_kind_code_form
-- attack: write a code in another way
INSERT INTO succession_kind (code, definition) VALUES ('', 'x');

-- rule: succession_kind_code_form
-- attack: hide capitals behind a nul
INSERT INTO succession_kind (code, definition) VALUES ('new' || char(0) || 'NEW', 'x');

-- rule: succession_kind_broader_known
-- attack: add a case of no code
INSERT INTO succession_kind (code, broader, definition) VALUES ('new', 'no_such', 'x');

-- rule: succession_kind_broader_known
-- attack: replace nothing with a case of no code
INSERT OR REPLACE INTO succession_kind (code, broader, definition) VALUES ('new', 'no_such', 'x');

-- rule: succession_kind_broader_known
-- attack: add a case of itself
INSERT INTO succession_kind (code, broader, definition) VALUES ('new', 'new', 'x');

-- rule: succession_kind_broader_known
-- attack: make a code a case of no code
UPDATE succession_kind SET broader = 'no_such' WHERE code = 'absorbed';

-- rule: succession_kind_broader_known
-- attack: make a code a case of itself
UPDATE OR IGNORE succession_kind SET broader = code WHERE code = 'absorbed';

-- rule: succession_kind_broader_known
-- attack: make a code a case of a case of itself
UPDATE succession_kind SET broader = 'united' WHERE code = 'merged';

-- rule: succession_kind_carries_flag
-- attack: add a kind of succession that carries twice
INSERT INTO succession_kind (code, definition, carries) VALUES ('new', 'x', 2);

-- rule: succession_kind_carries_flag
-- attack: make a kind of succession carry less than not
UPDATE succession_kind SET carries = -1 WHERE code = 'united';

-- legal: make a kind of succession, of which there is none, carry nothing
UPDATE succession_kind SET carries = 0 WHERE code = 'united';

-- sqlite: NOT NULL constraint failed: succession_kind.carries
-- attack: add a kind of succession that does not say whether it carries
INSERT INTO succession_kind (code, definition, carries) VALUES ('new', 'x', NULL);

-- rule: succession_kind_carries_kept
-- attack: make recorded successions carry nothing
UPDATE succession_kind SET carries = 0;

-- rule: succession_kind_carries_kept
-- attack: the same, and let the default replace it
UPDATE OR REPLACE succession_kind SET carries = 1 - carries WHERE code IN (SELECT kind FROM succession);

-- rule: succession_kind_code_kept
-- attack: rename a code
UPDATE succession_kind SET code = 'renamed' WHERE code = 'absorbed';

-- rule: succession_kind_code_kept
-- attack: rename a code to another one
UPDATE OR REPLACE succession_kind SET code = 'absorbed' WHERE code = 'united';

-- rule: succession_kind_code_kept
-- attack: ignore that the new code is taken
UPDATE OR IGNORE succession_kind SET code = 'absorbed' WHERE code = 'united';

-- rule: succession_kind_code_kept
-- attack: take the code away
UPDATE succession_kind SET code = NULL WHERE code = 'absorbed';

-- rule: succession_kind_in_use
-- attack: delete the code of a succession
DELETE FROM succession_kind WHERE code = 'absorbed';

-- rule: succession_kind_in_use
-- attack: delete the broader code of a code
DELETE FROM succession_kind WHERE code = 'merged';

-- rule: succession_kind_in_use
-- attack: delete the whole list
DELETE FROM succession_kind;

-- sqlite: NOT NULL constraint failed: succession_kind.code
-- attack: add no code
INSERT INTO succession_kind (code, definition) VALUES (NULL, 'x');

-- sqlite: NOT NULL constraint failed: succession_kind.definition
-- attack: add a code without a definition
INSERT INTO succession_kind (code, definition) VALUES ('new', NULL);

-- sqlite: NOT NULL constraint failed: succession_kind.definition
-- attack: take a definition away
UPDATE OR REPLACE succession_kind SET definition = NULL WHERE code = 'absorbed';

-- ignored: a code of succession_kind without a definition
INSERT OR IGNORE INTO succession_kind (code, definition) VALUES ('new', NULL);

-- legal: add a code to policy
INSERT INTO policy (code, broader, definition) VALUES ('new_1', 'limited_number', 'x');

-- legal: define a code of policy better
UPDATE policy SET definition = 'better', broader = NULL WHERE code = 'only_two';

-- legal: delete a code of policy that nothing uses
DELETE FROM policy WHERE code = 'only_two';

-- rule: policy_once
-- attack: add a code twice
INSERT INTO policy (code, definition) VALUES ('no_bonds', 'x');

-- rule: policy_once
-- attack: replace a code
INSERT OR REPLACE INTO policy (code, definition) VALUES ('no_bonds', 'x');

-- rule: policy_once
-- attack: ignore that the code is there
INSERT OR IGNORE INTO policy (code, definition) VALUES ('no_bonds', 'x');

-- rule: policy_once
-- attack: upsert a code
INSERT INTO policy (code, definition) VALUES ('no_bonds', 'x') ON CONFLICT (code) DO UPDATE SET definition = 'y';

-- rule: policy_once
-- attack: add a code twice in one statement
INSERT OR REPLACE INTO policy (code, definition) VALUES ('twice', 'x'), ('twice', 'y');

-- rule: policy_code_form
-- attack: write a code in another way
INSERT INTO policy (code, definition) VALUES ('café', 'x');

-- rule: policy_code_form
-- attack: hide capitals behind a nul
INSERT INTO policy (code, definition) VALUES ('new' || char(0) || 'NEW', 'x');

-- rule: policy_broader_known
-- attack: add a case of no code
INSERT INTO policy (code, broader, definition) VALUES ('new', 'no_such', 'x');

-- rule: policy_broader_known
-- attack: replace nothing with a case of no code
INSERT OR REPLACE INTO policy (code, broader, definition) VALUES ('new', 'no_such', 'x');

-- rule: policy_broader_known
-- attack: add a case of itself
INSERT INTO policy (code, broader, definition) VALUES ('new', 'new', 'x');

-- rule: policy_broader_known
-- attack: make a code a case of no code
UPDATE policy SET broader = 'no_such' WHERE code = 'no_bonds';

-- rule: policy_broader_known
-- attack: make a code a case of itself
UPDATE OR IGNORE policy SET broader = code WHERE code = 'no_bonds';

-- rule: policy_broader_known
-- attack: make a code a case of a case of itself
UPDATE policy SET broader = 'only_two' WHERE code = 'limited_number';

-- rule: policy_code_kept
-- attack: rename a code
UPDATE policy SET code = 'renamed' WHERE code = 'no_bonds';

-- rule: policy_code_kept
-- attack: rename a code to another one
UPDATE OR REPLACE policy SET code = 'no_bonds' WHERE code = 'only_two';

-- rule: policy_code_kept
-- attack: ignore that the new code is taken
UPDATE OR IGNORE policy SET code = 'no_bonds' WHERE code = 'only_two';

-- rule: policy_code_kept
-- attack: take the code away
UPDATE policy SET code = NULL WHERE code = 'no_bonds';

-- rule: policy_in_use
-- attack: delete the code of a city
DELETE FROM policy WHERE code = 'no_bonds';

-- rule: policy_in_use
-- attack: delete the broader code of a code
DELETE FROM policy WHERE code = 'limited_number';

-- rule: policy_in_use
-- attack: delete the whole list
DELETE FROM policy;

-- sqlite: NOT NULL constraint failed: policy.code
-- attack: add no code
INSERT INTO policy (code, definition) VALUES (NULL, 'x');

-- sqlite: NOT NULL constraint failed: policy.definition
-- attack: add a code without a definition
INSERT INTO policy (code, definition) VALUES ('new', NULL);

-- sqlite: NOT NULL constraint failed: policy.definition
-- attack: take a definition away
UPDATE OR REPLACE policy SET definition = NULL WHERE code = 'no_bonds';

-- ignored: a code of policy without a definition
INSERT OR IGNORE INTO policy (code, definition) VALUES ('new', NULL);

-- legal: add a code to bond_kind
INSERT INTO bond_kind (code, broader, definition) VALUES ('new_1', 'project', 'x');

-- legal: define a code of bond_kind better
UPDATE bond_kind SET definition = 'better', broader = NULL WHERE code = 'pen_friendship';

-- legal: delete a code of bond_kind that nothing uses
DELETE FROM bond_kind WHERE code = 'pen_friendship';

-- rule: bond_kind_once
-- attack: add a code twice
INSERT INTO bond_kind (code, definition) VALUES ('twinning', 'x');

-- rule: bond_kind_once
-- attack: replace a code
INSERT OR REPLACE INTO bond_kind (code, definition) VALUES ('twinning', 'x');

-- rule: bond_kind_once
-- attack: ignore that the code is there
INSERT OR IGNORE INTO bond_kind (code, definition) VALUES ('twinning', 'x');

-- rule: bond_kind_once
-- attack: upsert a code
INSERT INTO bond_kind (code, definition) VALUES ('twinning', 'x') ON CONFLICT (code) DO UPDATE SET definition = 'y';

-- rule: bond_kind_once
-- attack: add a code twice in one statement
INSERT OR REPLACE INTO bond_kind (code, definition) VALUES ('twice', 'x'), ('twice', 'y');

-- rule: bond_kind_code_form
-- attack: write a code in another way
INSERT INTO bond_kind (code, definition) VALUES ('has-hyphen', 'x');

-- rule: bond_kind_code_form
-- attack: hide capitals behind a nul
INSERT INTO bond_kind (code, definition) VALUES ('new' || char(0) || 'NEW', 'x');

-- rule: bond_kind_broader_known
-- attack: add a case of no code
INSERT INTO bond_kind (code, broader, definition) VALUES ('new', 'no_such', 'x');

-- rule: bond_kind_broader_known
-- attack: replace nothing with a case of no code
INSERT OR REPLACE INTO bond_kind (code, broader, definition) VALUES ('new', 'no_such', 'x');

-- rule: bond_kind_broader_known
-- attack: add a case of itself
INSERT INTO bond_kind (code, broader, definition) VALUES ('new', 'new', 'x');

-- rule: bond_kind_broader_known
-- attack: make a code a case of no code
UPDATE bond_kind SET broader = 'no_such' WHERE code = 'twinning';

-- rule: bond_kind_broader_known
-- attack: make a code a case of itself
UPDATE OR IGNORE bond_kind SET broader = code WHERE code = 'twinning';

-- rule: bond_kind_broader_known
-- attack: make a code a case of a case of itself
UPDATE bond_kind SET broader = 'pen_friendship' WHERE code = 'project';

-- rule: bond_kind_code_kept
-- attack: rename a code
UPDATE bond_kind SET code = 'renamed' WHERE code = 'twinning';

-- rule: bond_kind_code_kept
-- attack: rename a code to another one
UPDATE OR REPLACE bond_kind SET code = 'twinning' WHERE code = 'pen_friendship';

-- rule: bond_kind_code_kept
-- attack: ignore that the new code is taken
UPDATE OR IGNORE bond_kind SET code = 'twinning' WHERE code = 'pen_friendship';

-- rule: bond_kind_code_kept
-- attack: take the code away
UPDATE bond_kind SET code = NULL WHERE code = 'twinning';

-- rule: bond_kind_in_use
-- attack: delete the code of a bond
DELETE FROM bond_kind WHERE code = 'twinning';

-- rule: bond_kind_in_use
-- attack: delete the broader code of a code
DELETE FROM bond_kind WHERE code = 'project';

-- rule: bond_kind_in_use
-- attack: delete the whole list
DELETE FROM bond_kind;

-- sqlite: NOT NULL constraint failed: bond_kind.code
-- attack: add no code
INSERT INTO bond_kind (code, definition) VALUES (NULL, 'x');

-- sqlite: NOT NULL constraint failed: bond_kind.definition
-- attack: add a code without a definition
INSERT INTO bond_kind (code, definition) VALUES ('new', NULL);

-- sqlite: NOT NULL constraint failed: bond_kind.definition
-- attack: take a definition away
UPDATE OR REPLACE bond_kind SET definition = NULL WHERE code = 'twinning';

-- ignored: a code of bond_kind without a definition
INSERT OR IGNORE INTO bond_kind (code, definition) VALUES ('new', NULL);

-- legal: add a code to event_kind
INSERT INTO event_kind (code, broader, definition, effect) VALUES ('new_1', 'exchanged', 'x', 'none');

-- legal: define a code of event_kind better
UPDATE event_kind SET definition = 'better', broader = NULL WHERE code = 'greeted';

-- legal: delete a code of event_kind that nothing uses
DELETE FROM event_kind WHERE code = 'greeted';

-- rule: event_kind_once
-- attack: add a code twice
INSERT INTO event_kind (code, definition, effect) VALUES ('formed', 'x', 'none');

-- rule: event_kind_once
-- attack: replace a code
INSERT OR REPLACE INTO event_kind (code, definition, effect) VALUES ('formed', 'x', 'none');

-- rule: event_kind_once
-- attack: ignore that the code is there
INSERT OR IGNORE INTO event_kind (code, definition, effect) VALUES ('formed', 'x', 'none');

-- rule: event_kind_once
-- attack: upsert a code
INSERT INTO event_kind (code, definition, effect) VALUES ('formed', 'x', 'none') ON CONFLICT (code) DO UPDATE
  SET definition = 'y';

-- rule: event_kind_once
-- attack: add a code twice in one statement
INSERT OR REPLACE INTO event_kind (code, definition, effect) VALUES ('twice', 'x', 'none'), ('twice', 'y', 'none');

-- rule: event_kind_code_form
-- attack: write a code in another way
INSERT INTO event_kind (code, definition, effect) VALUES ('_x', 'x', 'none');

-- rule: event_kind_code_form
-- attack: hide capitals behind a nul
INSERT INTO event_kind (code, definition, effect) VALUES ('new' || char(0) || 'NEW', 'x', 'none');

-- rule: event_kind_broader_known
-- attack: add a case of no code
INSERT INTO event_kind (code, broader, definition, effect) VALUES ('new', 'no_such', 'x', 'none');

-- rule: event_kind_broader_known
-- attack: replace nothing with a case of no code
INSERT OR REPLACE INTO event_kind (code, broader, definition, effect) VALUES ('new', 'no_such', 'x', 'none');

-- rule: event_kind_broader_known
-- attack: add a case of itself
INSERT INTO event_kind (code, broader, definition, effect) VALUES ('new', 'new', 'x', 'none');

-- rule: event_kind_broader_known
-- attack: make a code a case of no code
UPDATE event_kind SET broader = 'no_such' WHERE code = 'formed';

-- rule: event_kind_broader_known
-- attack: make a code a case of itself
UPDATE OR IGNORE event_kind SET broader = code WHERE code = 'formed';

-- rule: event_kind_broader_known
-- attack: make a code a case of a case of itself
UPDATE event_kind SET broader = 'greeted' WHERE code = 'exchanged';

-- rule: event_kind_code_kept
-- attack: rename a code
UPDATE event_kind SET code = 'renamed' WHERE code = 'formed';

-- rule: event_kind_code_kept
-- attack: rename a code to another one
UPDATE OR REPLACE event_kind SET code = 'formed' WHERE code = 'greeted';

-- rule: event_kind_code_kept
-- attack: ignore that the new code is taken
UPDATE OR IGNORE event_kind SET code = 'formed' WHERE code = 'greeted';

-- rule: event_kind_code_kept
-- attack: take the code away
UPDATE event_kind SET code = NULL WHERE code = 'formed';

-- rule: event_kind_in_use
-- attack: delete the code of an act
DELETE FROM event_kind WHERE code = 'formed';

-- rule: event_kind_in_use
-- attack: delete the broader code of a code
DELETE FROM event_kind WHERE code = 'exchanged';

-- rule: event_kind_in_use
-- attack: delete the whole list
DELETE FROM event_kind;

-- sqlite: NOT NULL constraint failed: event_kind.code
-- attack: add no code
INSERT INTO event_kind (code, definition, effect) VALUES (NULL, 'x', 'none');

-- sqlite: NOT NULL constraint failed: event_kind.definition
-- attack: add a code without a definition
INSERT INTO event_kind (code, definition, effect) VALUES ('new', NULL, 'none');

-- sqlite: NOT NULL constraint failed: event_kind.definition
-- attack: take a definition away
UPDATE OR REPLACE event_kind SET definition = NULL WHERE code = 'formed';

-- ignored: a code of event_kind without a definition
INSERT OR IGNORE INTO event_kind (code, definition, effect) VALUES ('new', NULL, 'none');

-- rule: event_kind_effect_known
-- attack: add a kind of act with an effect unheard of
INSERT INTO event_kind (code, definition, effect) VALUES ('new', 'x', 'annulled');

-- rule: event_kind_effect_known
-- attack: give a kind of act an effect unheard of
UPDATE event_kind SET effect = 'annulled' WHERE code = 'greeted';

-- rule: event_kind_begins_flag
-- attack: add a kind of act that begins twice
INSERT INTO event_kind (code, definition, effect, begins) VALUES ('new', 'x', 'none', 2);

-- rule: event_kind_begins_flag
-- attack: make a kind of act begin less than not
UPDATE event_kind SET begins = -1 WHERE code = 'greeted';

-- rule: event_kind_observes_flag
-- attack: add a kind of act that observes twice
INSERT INTO event_kind (code, definition, effect, observes) VALUES ('new', 'x', 'none', 2);

-- rule: event_kind_observes_flag
-- attack: make a kind of act observe less than not
UPDATE event_kind SET observes = -1 WHERE code = 'greeted';

-- legal: change the effect of a kind of which there is no act
UPDATE event_kind SET effect = 'active', begins = 1, observes = 1 WHERE code = 'greeted';

-- rule: event_kind_effect_kept
-- attack: change the effect of recorded acts
UPDATE event_kind SET effect = 'none' WHERE code = 'formed';

-- rule: event_kind_effect_kept
-- attack: move undated acts of a kind to the end of the log
UPDATE event_kind SET begins = 0 WHERE code = 'formed';

-- rule: event_kind_effect_kept
-- attack: let the default replace whether a kind begins
UPDATE OR REPLACE event_kind SET begins = NULL WHERE code = 'formed';

-- rule: event_kind_effect_kept
-- attack: turn recorded acts into observations
UPDATE event_kind SET observes = 1 WHERE code = 'formed';

-- rule: event_kind_effect_kept
-- attack: change the effect of every kind
UPDATE event_kind SET effect = 'none';

-- sqlite: NOT NULL constraint failed: event_kind.effect
-- attack: add a kind of act without an effect
INSERT INTO event_kind (code, definition) VALUES ('new', 'x');

-- sqlite: NOT NULL constraint failed: event_kind.begins
-- attack: add a kind of act that begins nobody knows what
INSERT INTO event_kind (code, definition, effect, begins) VALUES ('new', 'x', 'none', NULL);

-- sqlite: NOT NULL constraint failed: event_kind.observes
-- attack: add a kind of act that observes nobody knows what
INSERT INTO event_kind (code, definition, effect, observes) VALUES ('new', 'x', 'none', NULL);

-- sqlite: cannot store TEXT value in INTEGER column event_kind.begins
-- attack: answer whether a kind begins with a word
INSERT INTO event_kind (code, definition, effect, begins) VALUES ('new', 'x', 'none', 'yes');

-- legal: add a code to reason
INSERT INTO reason (code, broader, definition) VALUES ('new_1', 'humour', 'x');

-- legal: define a code of reason better
UPDATE reason SET definition = 'better', broader = NULL WHERE code = 'whim';

-- legal: delete a code of reason that nothing uses
DELETE FROM reason WHERE code = 'whim';

-- rule: reason_once
-- attack: add a code twice
INSERT INTO reason (code, definition) VALUES ('wartime_solidarity', 'x');

-- rule: reason_once
-- attack: replace a code
INSERT OR REPLACE INTO reason (code, definition) VALUES ('wartime_solidarity', 'x');

-- rule: reason_once
-- attack: ignore that the code is there
INSERT OR IGNORE INTO reason (code, definition) VALUES ('wartime_solidarity', 'x');

-- rule: reason_once
-- attack: upsert a code
INSERT INTO reason (code, definition) VALUES ('wartime_solidarity', 'x') ON CONFLICT (code) DO UPDATE
  SET definition = 'y';

-- rule: reason_once
-- attack: add a code twice in one statement
INSERT OR REPLACE INTO reason (code, definition) VALUES ('twice', 'x'), ('twice', 'y');

-- rule: reason_code_form
-- attack: write a code in another way
INSERT INTO reason (code, definition) VALUES ('tab	tab', 'x');

-- rule: reason_code_form
-- attack: hide capitals behind a nul
INSERT INTO reason (code, definition) VALUES ('new' || char(0) || 'NEW', 'x');

-- rule: reason_broader_known
-- attack: add a case of no code
INSERT INTO reason (code, broader, definition) VALUES ('new', 'no_such', 'x');

-- rule: reason_broader_known
-- attack: replace nothing with a case of no code
INSERT OR REPLACE INTO reason (code, broader, definition) VALUES ('new', 'no_such', 'x');

-- rule: reason_broader_known
-- attack: add a case of itself
INSERT INTO reason (code, broader, definition) VALUES ('new', 'new', 'x');

-- rule: reason_broader_known
-- attack: make a code a case of no code
UPDATE reason SET broader = 'no_such' WHERE code = 'wartime_solidarity';

-- rule: reason_broader_known
-- attack: make a code a case of itself
UPDATE OR IGNORE reason SET broader = code WHERE code = 'wartime_solidarity';

-- rule: reason_broader_known
-- attack: make a code a case of a case of itself
UPDATE reason SET broader = 'whim' WHERE code = 'humour';

-- rule: reason_code_kept
-- attack: rename a code
UPDATE reason SET code = 'renamed' WHERE code = 'wartime_solidarity';

-- rule: reason_code_kept
-- attack: rename a code to another one
UPDATE OR REPLACE reason SET code = 'wartime_solidarity' WHERE code = 'whim';

-- rule: reason_code_kept
-- attack: ignore that the new code is taken
UPDATE OR IGNORE reason SET code = 'wartime_solidarity' WHERE code = 'whim';

-- rule: reason_code_kept
-- attack: take the code away
UPDATE reason SET code = NULL WHERE code = 'wartime_solidarity';

-- rule: reason_in_use
-- attack: delete the code of an act
DELETE FROM reason WHERE code = 'wartime_solidarity';

-- rule: reason_in_use
-- attack: delete the broader code of a code
DELETE FROM reason WHERE code = 'humour';

-- rule: reason_in_use
-- attack: delete the whole list
DELETE FROM reason;

-- sqlite: NOT NULL constraint failed: reason.code
-- attack: add no code
INSERT INTO reason (code, definition) VALUES (NULL, 'x');

-- sqlite: NOT NULL constraint failed: reason.definition
-- attack: add a code without a definition
INSERT INTO reason (code, definition) VALUES ('new', NULL);

-- sqlite: NOT NULL constraint failed: reason.definition
-- attack: take a definition away
UPDATE OR REPLACE reason SET definition = NULL WHERE code = 'wartime_solidarity';

-- ignored: a code of reason without a definition
INSERT OR IGNORE INTO reason (code, definition) VALUES ('new', NULL);

-- legal: add a code to keepsake_kind
INSERT INTO keepsake_kind (code, broader, definition) VALUES ('new_1', 'monument', 'x');

-- legal: define a code of keepsake_kind better
UPDATE keepsake_kind SET definition = 'better', broader = NULL WHERE code = 'bench';

-- legal: delete a code of keepsake_kind that nothing uses
DELETE FROM keepsake_kind WHERE code = 'bench';

-- rule: keepsake_kind_once
-- attack: add a code twice
INSERT INTO keepsake_kind (code, definition) VALUES ('gift', 'x');

-- rule: keepsake_kind_once
-- attack: replace a code
INSERT OR REPLACE INTO keepsake_kind (code, definition) VALUES ('gift', 'x');

-- rule: keepsake_kind_once
-- attack: ignore that the code is there
INSERT OR IGNORE INTO keepsake_kind (code, definition) VALUES ('gift', 'x');

-- rule: keepsake_kind_once
-- attack: upsert a code
INSERT INTO keepsake_kind (code, definition) VALUES ('gift', 'x') ON CONFLICT (code) DO UPDATE SET definition = 'y';

-- rule: keepsake_kind_once
-- attack: add a code twice in one statement
INSERT OR REPLACE INTO keepsake_kind (code, definition) VALUES ('twice', 'x'), ('twice', 'y');

-- rule: keepsake_kind_code_form
-- attack: write a code in another way
INSERT INTO keepsake_kind (code, definition) VALUES ('dot.', 'x');

-- rule: keepsake_kind_code_form
-- attack: hide capitals behind a nul
INSERT INTO keepsake_kind (code, definition) VALUES ('new' || char(0) || 'NEW', 'x');

-- rule: keepsake_kind_broader_known
-- attack: add a case of no code
INSERT INTO keepsake_kind (code, broader, definition) VALUES ('new', 'no_such', 'x');

-- rule: keepsake_kind_broader_known
-- attack: replace nothing with a case of no code
INSERT OR REPLACE INTO keepsake_kind (code, broader, definition) VALUES ('new', 'no_such', 'x');

-- rule: keepsake_kind_broader_known
-- attack: add a case of itself
INSERT INTO keepsake_kind (code, broader, definition) VALUES ('new', 'new', 'x');

-- rule: keepsake_kind_broader_known
-- attack: make a code a case of no code
UPDATE keepsake_kind SET broader = 'no_such' WHERE code = 'gift';

-- rule: keepsake_kind_broader_known
-- attack: make a code a case of itself
UPDATE OR IGNORE keepsake_kind SET broader = code WHERE code = 'gift';

-- rule: keepsake_kind_broader_known
-- attack: make a code a case of a case of itself
UPDATE keepsake_kind SET broader = 'bench' WHERE code = 'monument';

-- rule: keepsake_kind_code_kept
-- attack: rename a code
UPDATE keepsake_kind SET code = 'renamed' WHERE code = 'gift';

-- rule: keepsake_kind_code_kept
-- attack: rename a code to another one
UPDATE OR REPLACE keepsake_kind SET code = 'gift' WHERE code = 'bench';

-- rule: keepsake_kind_code_kept
-- attack: ignore that the new code is taken
UPDATE OR IGNORE keepsake_kind SET code = 'gift' WHERE code = 'bench';

-- rule: keepsake_kind_code_kept
-- attack: take the code away
UPDATE keepsake_kind SET code = NULL WHERE code = 'gift';

-- rule: keepsake_kind_in_use
-- attack: delete the code of a keepsake
DELETE FROM keepsake_kind WHERE code = 'gift';

-- rule: keepsake_kind_in_use
-- attack: delete the broader code of a code
DELETE FROM keepsake_kind WHERE code = 'monument';

-- rule: keepsake_kind_in_use
-- attack: delete the whole list
DELETE FROM keepsake_kind;

-- sqlite: NOT NULL constraint failed: keepsake_kind.code
-- attack: add no code
INSERT INTO keepsake_kind (code, definition) VALUES (NULL, 'x');

-- sqlite: NOT NULL constraint failed: keepsake_kind.definition
-- attack: add a code without a definition
INSERT INTO keepsake_kind (code, definition) VALUES ('new', NULL);

-- sqlite: NOT NULL constraint failed: keepsake_kind.definition
-- attack: take a definition away
UPDATE OR REPLACE keepsake_kind SET definition = NULL WHERE code = 'gift';

-- ignored: a code of keepsake_kind without a definition
INSERT OR IGNORE INTO keepsake_kind (code, definition) VALUES ('new', NULL);

-- Countries -----------------------------------------------------------------------------------------------------------

-- legal: add a country
INSERT INTO country (code, name) VALUES ('XB', 'Another land');

-- legal: withdraw a country
UPDATE country SET name = 'Former land', withdrawn = 1 WHERE code = 'XA';

-- legal: delete a country that nothing names
DELETE FROM country WHERE code = 'XA';

-- rule: country_once
-- attack: add a country twice
INSERT INTO country (code, name) VALUES ('GB', 'x');

-- rule: country_once
-- attack: replace a country
INSERT OR REPLACE INTO country (code, name) VALUES ('GB', 'x');

-- rule: country_once
-- attack: ignore that the country is there
INSERT OR IGNORE INTO country (code, name) VALUES ('GB', 'x');

-- rule: country_once
-- attack: upsert a country
INSERT INTO country (code, name) VALUES ('GB', 'x') ON CONFLICT (code) DO UPDATE SET name = 'y';

-- rule: country_code_form
-- attack: write a code in small letters
INSERT INTO country (code, name) VALUES ('gb', 'x');

-- rule: country_code_form
-- attack: write a code of three letters
INSERT INTO country (code, name) VALUES ('GBR', 'x');

-- rule: country_code_form
-- attack: hide a longer code behind a nul
INSERT INTO country (code, name) VALUES ('XB' || char(0) || 'R', 'x');

-- rule: country_withdrawn_flag
-- attack: add a country withdrawn twice
INSERT INTO country (code, name, withdrawn) VALUES ('XB', 'x', 2);

-- rule: country_withdrawn_flag
-- attack: withdraw a country twice
UPDATE country SET withdrawn = 2 WHERE code = 'XA';

-- rule: country_code_kept
-- attack: rename a code
UPDATE country SET code = 'UK' WHERE code = 'GB';

-- rule: country_code_kept
-- attack: rename a code to another one
UPDATE OR REPLACE country SET code = 'GB' WHERE code = 'XA';

-- rule: country_code_kept
-- attack: ignore that the new code is taken
UPDATE OR IGNORE country SET code = 'GB' WHERE code = 'XA';

-- rule: country_in_use
-- attack: delete the country of a city
DELETE FROM country WHERE code = 'CH';

-- rule: country_in_use
-- attack: delete the former country of a city
DELETE FROM country WHERE code = 'DD';

-- rule: country_in_use
-- attack: delete every country
DELETE FROM country;

-- sqlite: NOT NULL constraint failed: country.code
-- attack: add a country without a code
INSERT INTO country (code, name) VALUES (NULL, 'x');

-- sqlite: NOT NULL constraint failed: country.name
-- attack: add a country without a name
INSERT INTO country (code) VALUES ('XB');

-- sqlite: NOT NULL constraint failed: country.withdrawn
-- attack: add a country perhaps withdrawn
INSERT INTO country (code, name, withdrawn) VALUES ('XB', 'x', NULL);

-- sqlite: cannot store REAL value in INTEGER column country.withdrawn
-- attack: withdraw a country by half
UPDATE country SET withdrawn = 0.5 WHERE code = 'XA';

-- ignored: a country with a code in small letters
INSERT OR IGNORE INTO country (code, name) VALUES ('xb', 'x');

-- What the file says of itself ----------------------------------------------------------------------------------------
-- The keys are free: nothing depends on them.

-- legal: add a remark
INSERT INTO metadata (key, value) VALUES ('remark', 'x');

-- legal: replace a remark
INSERT OR REPLACE INTO metadata (key, value) VALUES ('created_at', 'x');

-- legal: edit a remark
UPDATE metadata SET value = 'x' WHERE key = 'created_at';

-- legal: delete a remark
DELETE FROM metadata WHERE key = 'created_at';

-- ignored: a remark that is there
INSERT OR IGNORE INTO metadata (key, value) VALUES ('created_at', 'x');

-- sqlite: UNIQUE constraint failed: metadata.key
-- attack: add a remark twice
INSERT INTO metadata (key, value) VALUES ('created_at', 'x');

-- sqlite: NOT NULL constraint failed: metadata.key
-- attack: add a remark on nothing
INSERT INTO metadata (key, value) VALUES (NULL, 'x');

-- sqlite: NOT NULL constraint failed: metadata.value
-- attack: add a remark that says nothing
INSERT INTO metadata (key, value) VALUES ('remark', NULL);

-- Dates ---------------------------------------------------------------------------------------------------------------
-- Every column that holds a date, when it is inserted and when it is updated; then the table of dates itself. Which
-- texts are dates is tested in dates_test.cpp.

-- rule: date_calendar
-- attack: insert 2001-02-30 into city.since
INSERT INTO city (name, since) VALUES ('x', '2001-02-30');

-- rule: date_order
-- attack: set city.since to [1950..1940]
UPDATE city SET since = '[1950..1940]' WHERE id = 1;

-- rule: date_form
-- attack: insert 1944-6 into city.until
INSERT OR IGNORE INTO city (name, until) VALUES ('x', '1944-6');

-- rule: date_form
-- attack: set city.until to nothing
UPDATE OR IGNORE city SET until = '' WHERE id = 1;

-- rule: date_order
-- attack: insert 1950/1940 into city_name.since
INSERT OR REPLACE INTO city_name (city_id, name, since) VALUES (1, 'x', '1950/1940');

-- rule: date_calendar
-- attack: set city_name.since to 1900-02-29
UPDATE OR REPLACE city_name SET since = '1900-02-29' WHERE id = 1;

-- rule: date_form
-- attack: insert about 1944 into city_name.until
INSERT INTO city_name (city_id, name, until) VALUES (1, 'x', 'about 1944');

-- rule: date_form
-- attack: set city_name.until to 6 June 1944
UPDATE city_name SET until = '6 June 1944' WHERE id = 1;

-- rule: date_calendar
-- attack: insert 1944-13 into city_country.since
INSERT OR IGNORE INTO city_country (city_id, country, since) VALUES (1, 'GB', '1944-13');

-- rule: date_form
-- attack: set city_country.since to ../..
UPDATE OR IGNORE city_country SET since = '../..' WHERE id = 1;

-- rule: date_order
-- attack: insert [1950..1940] into city_country.until
INSERT OR REPLACE INTO city_country (city_id, country, until) VALUES (1, 'GB', '[1950..1940]');

-- rule: date_calendar
-- attack: set city_country.until to 2001-02-30
UPDATE OR REPLACE city_country SET until = '2001-02-30' WHERE id = 1;

-- rule: date_form
-- attack: insert nothing into city_identifier.since
INSERT INTO city_identifier (city_id, scheme, value, since) VALUES (1, 'wikidata', 'x', '');

-- rule: date_form
-- attack: set city_identifier.since to 1944-6
UPDATE city_identifier SET since = '1944-6' WHERE id = 1;

-- rule: date_calendar
-- attack: insert 1900-02-29 into city_identifier.until
INSERT OR IGNORE INTO city_identifier (city_id, scheme, value, until) VALUES (1, 'wikidata', 'x', '1900-02-29');

-- rule: date_order
-- attack: set city_identifier.until to 1950/1940
UPDATE OR IGNORE city_identifier SET until = '1950/1940' WHERE id = 1;

-- rule: date_form
-- attack: insert 6 June 1944 into city_policy.since
INSERT OR REPLACE INTO city_policy (city_id, policy, since) VALUES (1, 'no_bonds', '6 June 1944');

-- rule: date_form
-- attack: set city_policy.since to about 1944
UPDATE OR REPLACE city_policy SET since = 'about 1944' WHERE id = 1;

-- rule: date_form
-- attack: insert ../.. into city_policy.until
INSERT INTO city_policy (city_id, policy, until) VALUES (1, 'no_bonds', '../..');

-- rule: date_calendar
-- attack: set city_policy.until to 1944-13
UPDATE city_policy SET until = '1944-13' WHERE id = 1;

-- rule: date_calendar
-- attack: insert 2001-02-30 into succession.date
INSERT OR IGNORE INTO succession (predecessor_id, successor_id, kind, date) VALUES (1, 2, 'merged', '2001-02-30');

-- rule: date_order
-- attack: set succession.date to [1950..1940]
UPDATE OR IGNORE succession SET date = '[1950..1940]' WHERE id = 1;

-- rule: date_form
-- attack: insert 1944-6 into bond_event.date
INSERT OR REPLACE INTO bond_event (bond_id, kind, date) VALUES (1, 'renewed', '1944-6');

-- rule: date_order
-- attack: insert 1950/1940 into bond_event.decided
INSERT INTO bond_event (bond_id, kind, decided) VALUES (1, 'renewed', '1950/1940');

-- rule: date_form
-- attack: insert about 1944 into source.published
INSERT OR IGNORE INTO source (title, published) VALUES ('x', 'about 1944');

-- rule: date_form
-- attack: set source.published to 6 June 1944
UPDATE OR IGNORE source SET published = '6 June 1944' WHERE id = 1;

-- rule: date_calendar
-- attack: insert 1944-13 into source.accessed
INSERT OR REPLACE INTO source (title, accessed) VALUES ('x', '1944-13');

-- rule: date_form
-- attack: set source.accessed to ../..
UPDATE OR REPLACE source SET accessed = '../..' WHERE id = 1;

-- rule: date_order
-- attack: insert [1950..1940] into keepsake.date
INSERT INTO keepsake (bond_id, kind, title, date) VALUES (1, 'gift', 'x', '[1950..1940]');

-- rule: date_calendar
-- attack: set keepsake.date to 2001-02-30
UPDATE keepsake SET date = '2001-02-30' WHERE id = 1;

-- rule: date_form
-- attack: insert nothing into keepsake.until
INSERT OR IGNORE INTO keepsake (bond_id, kind, title, until) VALUES (1, 'gift', 'x', '');

-- rule: date_form
-- attack: set keepsake.until to 1944-6
UPDATE OR IGNORE keepsake SET until = '1944-6' WHERE id = 1;

-- rule: date_form
-- attack: insert a good row and one with a bad date
INSERT INTO city (name, since) VALUES ('Good', '1944'), ('Bad', '44');

-- legal: use a date that is new
UPDATE city SET since = '0836' WHERE id = 1;

-- legal: write a year as a number
INSERT INTO city (name, since) VALUES ('x', 1944);

-- sqlite: cannot store BLOB value in TEXT column edtf_date.date
-- attack: write a date as bytes
INSERT INTO edtf_date (date) VALUES (x'31393435');

-- sqlite: cannot store BLOB value in TEXT column
-- attack: write a date as bytes elsewhere
INSERT INTO city (name, since) VALUES ('x', x'31393435');

-- legal: add a date
INSERT INTO edtf_date (date) VALUES ('1066-10-14');

-- legal: add a date with days that it does not have, which the file mends
INSERT INTO edtf_date (date, earliest, latest) VALUES ('1066', '0001-01-01', '9999-12-31');

-- rule: date_form
-- attack: add 44 to the dates
INSERT INTO edtf_date (date) VALUES ('44');

-- rule: date_form
-- attack: add -0836-01-01 to the dates
INSERT OR IGNORE INTO edtf_date (date) VALUES ('-0836-01-01');

-- rule: date_form
-- attack: add 1944-06-06x to the dates
INSERT OR REPLACE INTO edtf_date (date) VALUES ('1944-06-06x');

-- rule: date_form
-- attack: add ../.. to the dates
INSERT INTO edtf_date (date) VALUES ('../..');

-- rule: date_form
-- attack: add [1941,] to the dates
INSERT OR IGNORE INTO edtf_date (date) VALUES ('[1941,]');

-- rule: date_calendar
-- attack: add 2001-02-30 to the dates
INSERT OR REPLACE INTO edtf_date (date) VALUES ('2001-02-30');

-- rule: date_calendar
-- attack: add 1944-13 to the dates
INSERT INTO edtf_date (date) VALUES ('1944-13');

-- rule: date_order
-- attack: add 1950/1940 to the dates
INSERT OR IGNORE INTO edtf_date (date) VALUES ('1950/1940');

-- rule: date_form
-- attack: hide junk behind a nul
INSERT INTO edtf_date (date) VALUES ('1944-06-06' || char(0) || 'x');

-- ignored: a date that is there
INSERT INTO edtf_date (date, earliest, latest) VALUES ('1944', '0001-01-01', '9999-12-31');

-- ignored: replace a date that is there
INSERT OR REPLACE INTO edtf_date (date, earliest, latest) VALUES ('1944', '0001-01-01', '9999-12-31');

-- ignored: upsert a date that is there
INSERT INTO edtf_date (date) VALUES ('1944') ON CONFLICT (date) DO UPDATE SET earliest = '0001-01-01';

-- ignored: no date
INSERT INTO edtf_date (date) VALUES (NULL);

-- rule: edtf_date_kept
-- attack: move the first day of a date
UPDATE edtf_date SET earliest = '0001-01-01' WHERE date = '1944';

-- rule: edtf_date_kept
-- attack: move the last day of a date
UPDATE edtf_date SET latest = '9999-12-31' WHERE date = '1944';

-- rule: edtf_date_kept
-- attack: move the last day of a plain day
UPDATE edtf_date SET latest = '9999-12-31' WHERE date = '2022-03-22';

-- rule: edtf_date_kept
-- attack: take the days of a date away
UPDATE OR REPLACE edtf_date SET earliest = NULL, latest = NULL WHERE date = '1944';

-- rule: edtf_date_kept
-- attack: take a year for a Julian day
UPDATE edtf_date SET earliest = date(date, '+0 days'), latest = date WHERE date = '1944';

-- rule: edtf_date_kept
-- attack: give a date itself as its last day
UPDATE edtf_date SET earliest = NULL, latest = date WHERE date = '19XX';

-- rule: edtf_date_kept
-- attack: write a date anew
UPDATE edtf_date SET date = '1945' WHERE date = '1944';

-- rule: edtf_date_kept
-- attack: turn a date into another one that is there
UPDATE OR REPLACE edtf_date SET date = '1941' WHERE date = '1944';

-- rule: edtf_date_kept
-- attack: turn a date into a plain day
UPDATE edtf_date SET date = '1944-06-06', earliest = '1944-06-06', latest = '1944-06-06' WHERE date = '1944';

-- rule: edtf_date_kept
-- attack: take the text of a date away
UPDATE edtf_date SET date = NULL WHERE date = '1944';

-- rule: edtf_date_kept
-- attack: delete a date
DELETE FROM edtf_date WHERE date = '1944';

-- rule: edtf_date_kept
-- attack: delete every date
DELETE FROM edtf_date;

-- Cities --------------------------------------------------------------------------------------------------------------

-- legal: add a city
INSERT INTO city (name, country, latitude, longitude, since, until)
  VALUES ('Kyiv', 'UA', 50.45, 30.5236, '0482~', NULL);

-- legal: add a city at the edge of the map
INSERT INTO city (id, uid, name, latitude, longitude)
  VALUES (99, '000000000000000000000000000000cf', 'South Pole', -90, 180);

-- legal: ignore nothing about a new city
INSERT OR IGNORE INTO city (name) VALUES ('Kyiv');

-- legal: edit a city
UPDATE city SET name = 'COVENTRY',
  kind = 'settlement', country = NULL, latitude = NULL, longitude = NULL, population = 0, since = '1043', note = 'x'
  WHERE id = 1;

-- legal: delete a city that nothing refers to
DELETE FROM city WHERE id = 31;

-- rule: city_once
-- attack: insert with the id of another
INSERT INTO city (id, name) VALUES (1, 'x');

-- rule: city_once
-- attack: replace through the id
INSERT OR REPLACE INTO city (id, name) VALUES (1, 'x');

-- rule: city_once
-- attack: replace through the id under its other name
REPLACE INTO city (rowid, name) VALUES (1, 'x');

-- rule: city_once
-- attack: replace through the id written as a text
INSERT OR REPLACE INTO city (id, name) VALUES ('1', 'x');

-- rule: city_once
-- attack: ignore that the id is taken
INSERT OR IGNORE INTO city (id, name) VALUES (1, 'x');

-- rule: city_once
-- attack: upsert through the id
INSERT INTO city (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET note = 'x';

-- rule: city_once
-- attack: insert two with one id
INSERT OR REPLACE INTO city (id, name) VALUES (99, 'x'), (99, 'x');

-- rule: city_once
-- attack: insert with the uid of another
INSERT INTO city (uid, name) VALUES ('000000000000000000000000000000c1', 'x');

-- rule: city_once
-- attack: replace through the uid
INSERT OR REPLACE INTO city (uid, name) VALUES ('000000000000000000000000000000c1', 'x');

-- rule: city_once
-- attack: replace through the uid with an id of its own
INSERT OR REPLACE INTO city (id, uid, name) VALUES (99, '000000000000000000000000000000c1', 'x');

-- rule: city_once
-- attack: ignore that the uid is taken
INSERT OR IGNORE INTO city (uid, name) VALUES ('000000000000000000000000000000c1', 'x');

-- rule: city_once
-- attack: upsert through the uid
INSERT INTO city (uid, name) VALUES ('000000000000000000000000000000c1', 'x') ON CONFLICT (uid) DO UPDATE
  SET note = 'x';

-- rule: city_once
-- attack: upsert through any key
INSERT INTO city (uid, name) VALUES ('000000000000000000000000000000c1', 'x') ON CONFLICT DO NOTHING;

-- rule: city_id_positive
-- attack: take the id 0
INSERT INTO city (id, name) VALUES (0, 'x');

-- rule: city_id_positive
-- attack: take the id that SQLite shows triggers where there is none yet
INSERT INTO city (id, name) VALUES (-1, 'x');

-- sqlite: datatype mismatch
-- attack: take a word for an id of city
INSERT INTO city (id, name) VALUES ('one', 'x');

-- rule: city_uid_form
-- attack: give a short uid
INSERT INTO city (uid, name) VALUES ('00', 'x');

-- rule: city_uid_form
-- attack: give a uid in capitals
INSERT INTO city (uid, name) VALUES ('0000000000000000000000000000ABCD', 'x');

-- rule: city_uid_form
-- attack: hide junk behind a nul
INSERT INTO city (uid, name) VALUES ('0000000000000000000000000000abcd' || char(0) || 'x', 'x');

-- sqlite: cannot store BLOB value in TEXT column city.uid
-- attack: give a uid of bytes
INSERT INTO city (uid, name) VALUES (x'0001', 'x');

-- rule: city_id_kept
-- attack: change an id
UPDATE city SET id = 99 WHERE id = 1;

-- rule: city_id_kept
-- attack: change an id to that of another
UPDATE OR REPLACE city SET id = 2 WHERE id = 1;

-- rule: city_id_kept
-- attack: change an id under its other name
UPDATE OR REPLACE city SET rowid = 2 WHERE id = 1;

-- rule: city_id_kept
-- attack: ignore that the new id is taken
UPDATE OR IGNORE city SET id = 2 WHERE id = 1;

-- rule: city_id_kept
-- attack: change a uid
UPDATE city SET uid = '000000000000000000000000000000ff' WHERE id = 1;

-- rule: city_id_kept
-- attack: change a uid to that of another
UPDATE OR REPLACE city SET uid = (SELECT uid FROM city WHERE id = 2) WHERE id = 1;

-- rule: city_id_kept
-- attack: take a uid away
UPDATE city SET uid = NULL WHERE id = 1;

-- rule: city_name_present
-- attack: put a zero byte into it
UPDATE city SET name = 'Dull' || char(0) || 'Boring' WHERE id = 1;

-- rule: city_name_present
-- attack: leave nothing in it that can be seen
UPDATE city SET name = char(9, 10) WHERE id = 1;

-- rule: city_name_present
-- attack: add a city without a name
INSERT INTO city (name) VALUES ('');

-- rule: city_name_present
-- attack: name a city with blanks
UPDATE city SET name = '   ' WHERE id = 1;

-- rule: city_kind_known
-- attack: add a city of no kind in the list
INSERT INTO city (name, kind) VALUES ('x', 'metropolis');

-- rule: city_kind_known
-- attack: ignore that the kind is not in the list
INSERT OR IGNORE INTO city (name, kind) VALUES ('x', 'Municipality');

-- rule: city_kind_known
-- attack: replace nothing with a city of no kind in the list
INSERT OR REPLACE INTO city (name, kind) VALUES ('x', '');

-- rule: city_kind_known
-- attack: make a city of no kind in the list
UPDATE city SET kind = 'metropolis' WHERE id = 1;

-- rule: city_kind_known
-- attack: add a city of no kind in the list that lacks nothing else
INSERT INTO city (uid, name, folded, kind) VALUES ('0000000000000000000000000000abcd', 'X', 'x', 'metropolis');

-- rule: city_country_known
-- attack: add a city in no country that lacks nothing else
INSERT INTO city (uid, name, folded, country) VALUES ('0000000000000000000000000000abcd', 'X', 'x', 'ZZ');

-- rule: date_calendar
-- attack: add a city since no day that lacks nothing else
INSERT INTO city (uid, name, folded, since) VALUES ('0000000000000000000000000000abcd', 'X', 'x', '2001-02-30');

-- rule: city_country_known
-- attack: add a city in no country
INSERT INTO city (name, country) VALUES ('x', 'ZZ');

-- rule: city_country_known
-- attack: write the country in small letters
INSERT INTO city (name, country) VALUES ('x', 'gb');

-- rule: city_country_known
-- attack: write the country by its name
INSERT OR IGNORE INTO city (name, country) VALUES ('x', 'France');

-- rule: city_country_known
-- attack: move a city to no country
UPDATE city SET country = 'ZZ' WHERE id = 1;

-- rule: city_country_known
-- attack: move a city to an empty country
UPDATE OR IGNORE city SET country = '' WHERE id = 1;

-- rule: city_country_known
-- attack: add a good city and one in no country
INSERT INTO city (name, country) VALUES ('Good', 'GB'), ('Bad', 'ZZ');

-- rule: city_latitude_on_globe
-- attack: go beyond the north pole
INSERT INTO city (name, latitude, longitude) VALUES ('x', 90.1, 0);

-- rule: city_latitude_on_globe
-- attack: go beyond the south pole
INSERT INTO city (name, latitude, longitude) VALUES ('x', -90.1, 0);

-- rule: city_latitude_on_globe
-- attack: go to the infinite north
INSERT INTO city (name, latitude, longitude) VALUES ('x', 9e999, 0);

-- rule: city_latitude_on_globe
-- attack: move a city beyond the north pole
UPDATE city SET latitude = 91 WHERE id = 1;

-- rule: city_longitude_on_globe
-- attack: go beyond the date line
INSERT INTO city (name, latitude, longitude) VALUES ('x', 0, 180.1);

-- rule: city_longitude_on_globe
-- attack: go beyond the date line westward
INSERT INTO city (name, latitude, longitude) VALUES ('x', 0, -180.1);

-- rule: city_longitude_on_globe
-- attack: move a city beyond the date line
UPDATE OR REPLACE city SET longitude = 360 WHERE id = 1;

-- rule: city_coordinates_paired
-- attack: give a latitude alone
INSERT INTO city (name, latitude) VALUES ('x', 50);

-- rule: city_coordinates_paired
-- attack: give a longitude alone
INSERT INTO city (name, longitude) VALUES ('x', 50);

-- rule: city_coordinates_paired
-- attack: take the longitude away
UPDATE city SET longitude = NULL WHERE id = 1;

-- rule: city_coordinates_paired
-- attack: give a longitude that is no number
INSERT INTO city (name, latitude, longitude) VALUES ('x', 50, 9e999 - 9e999);

-- rule: city_population_not_negative
-- attack: add a city of less than nobody
INSERT INTO city (name, population) VALUES ('x', -1);

-- rule: city_population_not_negative
-- attack: make a city of less than nobody
UPDATE city SET population = -1 WHERE id = 1;

-- rule: city_fictional_flag
-- attack: add a city fictional twice
INSERT INTO city (name, fictional) VALUES ('x', 2);

-- rule: city_fictional_flag
-- attack: make a city fictional twice
UPDATE city SET fictional = 2 WHERE id = 10;

-- sqlite: NOT NULL constraint failed: city.name
-- attack: add a city and no name
INSERT INTO city (country) VALUES ('GB');

-- sqlite: NOT NULL constraint failed: city.name
-- attack: take the name away
UPDATE OR REPLACE city SET name = NULL WHERE id = 1;

-- sqlite: NOT NULL constraint failed: city.kind
-- attack: add a city of no kind
INSERT INTO city (name, kind) VALUES ('x', NULL);

-- sqlite: NOT NULL constraint failed: city.fictional
-- attack: add a city perhaps fictional
INSERT INTO city (name, fictional) VALUES ('x', NULL);

-- sqlite: cannot store TEXT value in REAL column city.latitude
-- attack: give a latitude in words
INSERT INTO city (name, latitude, longitude) VALUES ('x', '52° N', 0);

-- sqlite: cannot store TEXT value in INTEGER column city.population
-- attack: give a population in words
INSERT INTO city (name, population) VALUES ('x', 'many');

-- sqlite: cannot store REAL value in INTEGER column city.population
-- attack: give a population and a half
UPDATE city SET population = 1.5 WHERE id = 1;

-- sqlite: cannot store BLOB value in TEXT column city.name
-- attack: give a name of bytes
INSERT OR IGNORE INTO city (name) VALUES (x'00');

-- ignored: a city without a name
INSERT OR IGNORE INTO city (name) VALUES (NULL);

-- ignored: a city off the globe
INSERT OR IGNORE INTO city (name, latitude, longitude) VALUES ('x', 91, 0);

-- ignored: a move off the globe
UPDATE OR IGNORE city SET latitude = 91 WHERE id = 1;

-- rule: city_in_use
-- attack: delete a city that much refers to
DELETE FROM city WHERE id = 1;

-- rule: city_in_use
-- attack: delete a city that is a party
DELETE FROM city WHERE id = 21;

-- rule: city_in_use
-- attack: delete a city that has a name
DELETE FROM city WHERE id = 22;

-- rule: city_in_use
-- attack: delete a city that has a country
DELETE FROM city WHERE id = 23;

-- rule: city_in_use
-- attack: delete a city that has an identifier
DELETE FROM city WHERE id = 24;

-- rule: city_in_use
-- attack: delete a city that has a policy
DELETE FROM city WHERE id = 25;

-- rule: city_in_use
-- attack: delete a city that another followed
DELETE FROM city WHERE id = 26;

-- rule: city_in_use
-- attack: delete a city that followed another
DELETE FROM city WHERE id = 27;

-- rule: city_in_use
-- attack: delete a city that gave a keepsake
DELETE FROM city WHERE id = 28;

-- rule: city_in_use
-- attack: delete a city that received a keepsake
DELETE FROM city WHERE id = 29;

-- rule: city_in_use
-- attack: delete a city that is cited
DELETE FROM city WHERE id = 30;

-- rule: city_in_use
-- attack: delete every city
DELETE FROM city;

-- Names of cities -----------------------------------------------------------------------------------------------------

-- legal: add a name
INSERT INTO city_name (city_id, name, language, kind, since, until)
  VALUES (2, 'Tsaritsyn', 'ru', 'former', '1589', '1925-04-10');

-- legal: edit a name
UPDATE city_name SET name = 'Сталинград', kind = 'endonym', until = '1961-11' WHERE id = 1;

-- legal: delete a name that nothing cites
DELETE FROM city_name WHERE id = 2;

-- rule: city_name_once
-- attack: insert with the id of another
INSERT INTO city_name (id, city_id, name) VALUES (1, 1, 'x');

-- rule: city_name_once
-- attack: replace through the id
INSERT OR REPLACE INTO city_name (id, city_id, name) VALUES (1, 1, 'x');

-- rule: city_name_once
-- attack: replace through the id under its other name
REPLACE INTO city_name (rowid, city_id, name) VALUES (1, 1, 'x');

-- rule: city_name_once
-- attack: replace through the id written as a text
INSERT OR REPLACE INTO city_name (id, city_id, name) VALUES ('1', 1, 'x');

-- rule: city_name_once
-- attack: ignore that the id is taken
INSERT OR IGNORE INTO city_name (id, city_id, name) VALUES (1, 1, 'x');

-- rule: city_name_once
-- attack: upsert through the id
INSERT INTO city_name (id, city_id, name) VALUES (1, 1, 'x') ON CONFLICT (id) DO UPDATE SET name = 'y';

-- rule: city_name_once
-- attack: insert two with one id
INSERT OR REPLACE INTO city_name (id, city_id, name) VALUES (99, 1, 'x'), (99, 1, 'x');

-- rule: city_name_id_positive
-- attack: take the id 0
INSERT INTO city_name (id, city_id, name) VALUES (0, 1, 'x');

-- rule: city_name_id_positive
-- attack: take the id that SQLite shows triggers where there is none yet
INSERT INTO city_name (id, city_id, name) VALUES (-1, 1, 'x');

-- sqlite: datatype mismatch
-- attack: take a word for an id of city_name
INSERT INTO city_name (id, city_id, name) VALUES ('one', 1, 'x');

-- rule: city_name_id_kept
-- attack: say that it was recorded at another time
UPDATE city_name SET recorded_at = '2000-01-01T00:00:00.000Z' WHERE id = 1;

-- rule: city_name_id_kept
-- attack: change an id
UPDATE city_name SET id = 99 WHERE id = 1;

-- rule: city_name_id_kept
-- attack: change an id to that of another
UPDATE OR REPLACE city_name SET id = 2 WHERE id = 1;

-- rule: city_name_id_kept
-- attack: change an id under its other name
UPDATE OR REPLACE city_name SET rowid = 2 WHERE id = 1;

-- rule: city_name_id_kept
-- attack: ignore that the new id is taken
UPDATE OR IGNORE city_name SET id = 2 WHERE id = 1;

-- rule: city_name_id_kept
-- attack: give a name to another city
UPDATE city_name SET city_id = 2 + 1 WHERE id = 1;

-- rule: city_name_id_kept
-- attack: give a name to no city
UPDATE city_name SET city_id = 999 WHERE id = 1;

-- rule: city_name_recorded_at_form
-- attack: record it at now
INSERT INTO city_name (city_id, name, recorded_at) VALUES (1, 'x', 'now');

-- rule: city_name_recorded_at_form
-- attack: record it at 2026-11-23 09:30:00.000
INSERT INTO city_name (city_id, name, recorded_at) VALUES (1, 'x', '2026-11-23 09:30:00.000');

-- rule: city_name_id_kept
-- attack: say that it was recorded at 2026-02-30T09:30:00.000Z
UPDATE city_name SET recorded_at = '2026-02-30T09:30:00.000Z' WHERE id = 1;

-- sqlite: NOT NULL constraint failed: city_name.recorded_at
-- attack: record it at no time
INSERT INTO city_name (city_id, name, recorded_at) VALUES (1, 'x', NULL);

-- rule: city_name_city_known
-- attack: name no city
INSERT INTO city_name (city_id, name) VALUES (999, 'x');

-- rule: city_name_city_known
-- attack: ignore that there is no such city
INSERT OR IGNORE INTO city_name (city_id, name) VALUES (0, 'x');

-- rule: city_name_kind_known
-- attack: add a name of no kind in the list
INSERT INTO city_name (city_id, name, kind) VALUES (1, 'x', 'pet_name');

-- rule: city_name_kind_known
-- attack: make a name of no kind in the list
UPDATE city_name SET kind = 'pet_name' WHERE id = 1;

-- rule: city_name_name_present
-- attack: leave nothing in it that can be seen
UPDATE city_name SET name = ' ' || char(9) WHERE id = 1;

-- rule: city_name_name_present
-- attack: add an empty name
INSERT INTO city_name (city_id, name) VALUES (1, ' ');

-- rule: city_name_name_present
-- attack: empty a name
UPDATE city_name SET name = '' WHERE id = 1;

-- rule: city_name_in_use
-- attack: delete a name that is cited
DELETE FROM city_name WHERE id = 1;

-- rule: city_name_in_use
-- attack: delete every name
DELETE FROM city_name;

-- sqlite: NOT NULL constraint failed: city_name.city_id
-- attack: name nothing
INSERT INTO city_name (city_id, name) VALUES (NULL, 'x');

-- sqlite: NOT NULL constraint failed: city_name.name
-- attack: add no name
INSERT INTO city_name (city_id, name) VALUES (1, NULL);

-- sqlite: NOT NULL constraint failed: city_name.kind
-- attack: add a name of no kind
INSERT INTO city_name (city_id, name, kind) VALUES (1, 'x', NULL);

-- sqlite: cannot store BLOB value in TEXT column city_name.name
-- attack: add a name of bytes
INSERT INTO city_name (city_id, name) VALUES (1, x'00');

-- ignored: an empty name
INSERT OR IGNORE INTO city_name (city_id, name) VALUES (1, '');

-- Countries of cities -------------------------------------------------------------------------------------------------

-- legal: add a country that a city was in
INSERT INTO city_country (city_id, country, since, until) VALUES (2, 'SU', '1922-12-30', '1991-12-26');

-- legal: edit a country that a city was in
UPDATE city_country SET country = 'DE', since = NULL WHERE id = 1;

-- legal: delete a country that a city was in
DELETE FROM city_country WHERE id = 1;

-- rule: city_country_once
-- attack: insert with the id of another
INSERT INTO city_country (id, city_id, country) VALUES (1, 1, 'GB');

-- rule: city_country_once
-- attack: replace through the id
INSERT OR REPLACE INTO city_country (id, city_id, country) VALUES (1, 1, 'GB');

-- rule: city_country_once
-- attack: replace through the id under its other name
REPLACE INTO city_country (rowid, city_id, country) VALUES (1, 1, 'GB');

-- rule: city_country_once
-- attack: replace through the id written as a text
INSERT OR REPLACE INTO city_country (id, city_id, country) VALUES ('1', 1, 'GB');

-- rule: city_country_once
-- attack: ignore that the id is taken
INSERT OR IGNORE INTO city_country (id, city_id, country) VALUES (1, 1, 'GB');

-- rule: city_country_once
-- attack: upsert through the id
INSERT INTO city_country (id, city_id, country) VALUES (1, 1, 'GB') ON CONFLICT (id) DO UPDATE SET country = 'DE';

-- rule: city_country_once
-- attack: insert two with one id
INSERT OR REPLACE INTO city_country (id, city_id, country) VALUES (99, 1, 'GB'), (99, 1, 'GB');

-- rule: city_country_id_positive
-- attack: take the id 0
INSERT INTO city_country (id, city_id, country) VALUES (0, 1, 'GB');

-- rule: city_country_id_positive
-- attack: take the id that SQLite shows triggers where there is none yet
INSERT INTO city_country (id, city_id, country) VALUES (-1, 1, 'GB');

-- sqlite: datatype mismatch
-- attack: take a word for an id of city_country
INSERT INTO city_country (id, city_id, country) VALUES ('one', 1, 'GB');

-- rule: city_country_id_kept
-- attack: say that it was recorded at another time
UPDATE city_country SET recorded_at = '2000-01-01T00:00:00.000Z' WHERE id = 1;

-- rule: city_country_id_kept
-- attack: change an id
UPDATE city_country SET id = 99 WHERE id = 1;

-- rule: city_country_id_kept
-- attack: change an id to that of another
UPDATE OR REPLACE city_country SET id = 2 WHERE id = 1;

-- rule: city_country_id_kept
-- attack: change an id under its other name
UPDATE OR REPLACE city_country SET rowid = 2 WHERE id = 1;

-- rule: city_country_id_kept
-- attack: ignore that the new id is taken
UPDATE OR IGNORE city_country SET id = 2 WHERE id = 1;

-- rule: city_country_id_kept
-- attack: give a country to another city
UPDATE city_country SET city_id = 1 WHERE id = 1;

-- rule: city_country_id_kept
-- attack: give a country to no city
UPDATE city_country SET city_id = 999 WHERE id = 1;

-- rule: city_country_recorded_at_form
-- attack: record it at 2026-11-23T24:00:00.000Z
INSERT INTO city_country (city_id, country, recorded_at) VALUES (1, 'GB', '2026-11-23T24:00:00.000Z');

-- rule: city_country_recorded_at_form
-- attack: record it at 2026-11-23T09:30:00.000+
INSERT INTO city_country (city_id, country, recorded_at) VALUES (1, 'GB', '2026-11-23T09:30:00.000+');

-- rule: city_country_id_kept
-- attack: say that it was recorded at 2026-11-23 09:30:00.000
UPDATE city_country SET recorded_at = '2026-11-23 09:30:00.000' WHERE id = 1;

-- sqlite: NOT NULL constraint failed: city_country.recorded_at
-- attack: record it at no time
INSERT INTO city_country (city_id, country, recorded_at) VALUES (1, 'GB', NULL);

-- rule: city_country_city_known
-- attack: give a country to no city at first
INSERT INTO city_country (city_id, country) VALUES (999, 'GB');

-- rule: city_country_code_known
-- attack: put a city into no country
INSERT INTO city_country (city_id, country) VALUES (1, 'ZZ');

-- rule: city_country_code_known
-- attack: ignore that there is no such country
INSERT OR IGNORE INTO city_country (city_id, country) VALUES (1, 'gb');

-- rule: city_country_code_known
-- attack: move a city into no country
UPDATE city_country SET country = 'ZZ' WHERE id = 1;

-- sqlite: NOT NULL constraint failed: city_country.city_id
-- attack: give a country to nothing
INSERT INTO city_country (city_id, country) VALUES (NULL, 'GB');

-- sqlite: NOT NULL constraint failed: city_country.country
-- attack: give a city no country
INSERT INTO city_country (city_id, country) VALUES (1, NULL);

-- Identifiers of cities -----------------------------------------------------------------------------------------------

-- legal: add an identifier
INSERT INTO city_identifier (city_id, scheme, value) VALUES (3, 'wikidata', 'Q1731');

-- legal: add an identifier that another city has
INSERT INTO city_identifier (city_id, scheme, value) VALUES (3, 'wikidata', 'Q6225');

-- legal: edit an identifier
UPDATE city_identifier SET scheme = 'geonames', value = '2652221', until = '2020' WHERE id = 1;

-- legal: delete an identifier
DELETE FROM city_identifier WHERE id = 1;

-- rule: city_identifier_once
-- attack: insert with the id of another
INSERT INTO city_identifier (id, city_id, scheme, value) VALUES (1, 1, 'wikidata', 'x');

-- rule: city_identifier_once
-- attack: replace through the id
INSERT OR REPLACE INTO city_identifier (id, city_id, scheme, value) VALUES (1, 1, 'wikidata', 'x');

-- rule: city_identifier_once
-- attack: replace through the id under its other name
REPLACE INTO city_identifier (rowid, city_id, scheme, value) VALUES (1, 1, 'wikidata', 'x');

-- rule: city_identifier_once
-- attack: replace through the id written as a text
INSERT OR REPLACE INTO city_identifier (id, city_id, scheme, value) VALUES ('1', 1, 'wikidata', 'x');

-- rule: city_identifier_once
-- attack: ignore that the id is taken
INSERT OR IGNORE INTO city_identifier (id, city_id, scheme, value) VALUES (1, 1, 'wikidata', 'x');

-- rule: city_identifier_once
-- attack: upsert through the id
INSERT INTO city_identifier (id, city_id, scheme, value) VALUES (1, 1, 'wikidata', 'x') ON CONFLICT (id) DO UPDATE
  SET value = 'y';

-- rule: city_identifier_once
-- attack: insert two with one id
INSERT OR REPLACE INTO city_identifier (id, city_id, scheme, value)
  VALUES (99, 1, 'wikidata', 'x'), (99, 1, 'wikidata', 'x');

-- rule: city_identifier_id_positive
-- attack: take the id 0
INSERT INTO city_identifier (id, city_id, scheme, value) VALUES (0, 1, 'wikidata', 'x');

-- rule: city_identifier_id_positive
-- attack: take the id that SQLite shows triggers where there is none yet
INSERT INTO city_identifier (id, city_id, scheme, value) VALUES (-1, 1, 'wikidata', 'x');

-- sqlite: datatype mismatch
-- attack: take a word for an id of city_identifier
INSERT INTO city_identifier (id, city_id, scheme, value) VALUES ('one', 1, 'wikidata', 'x');

-- rule: city_identifier_id_kept
-- attack: change an id
UPDATE city_identifier SET id = 99 WHERE id = 1;

-- rule: city_identifier_id_kept
-- attack: change an id to that of another
UPDATE OR REPLACE city_identifier SET id = 2 WHERE id = 1;

-- rule: city_identifier_id_kept
-- attack: change an id under its other name
UPDATE OR REPLACE city_identifier SET rowid = 2 WHERE id = 1;

-- rule: city_identifier_id_kept
-- attack: ignore that the new id is taken
UPDATE OR IGNORE city_identifier SET id = 2 WHERE id = 1;

-- rule: city_identifier_id_kept
-- attack: give an identifier to another city
UPDATE city_identifier SET city_id = 2 WHERE id = 1;

-- rule: city_identifier_id_kept
-- attack: give an identifier to no city
UPDATE city_identifier SET city_id = 999 WHERE id = 1;

-- rule: city_identifier_city_known
-- attack: identify no city
INSERT INTO city_identifier (city_id, scheme, value) VALUES (999, 'wikidata', 'x');

-- rule: city_identifier_scheme_known
-- attack: add an identifier of no scheme in the list
INSERT INTO city_identifier (city_id, scheme, value) VALUES (1, 'isbn', 'x');

-- rule: city_identifier_scheme_known
-- attack: make an identifier of no scheme in the list
UPDATE city_identifier SET scheme = 'isbn' WHERE id = 1;

-- rule: city_identifier_value_present
-- attack: leave nothing in it that can be seen
UPDATE city_identifier SET value = char(13) WHERE id = 1;

-- rule: city_identifier_value_present
-- attack: add an empty identifier
INSERT INTO city_identifier (city_id, scheme, value) VALUES (1, 'wikidata', '');

-- rule: city_identifier_value_present
-- attack: empty an identifier
UPDATE city_identifier SET value = ' ' WHERE id = 1;

-- sqlite: NOT NULL constraint failed: city_identifier.city_id
-- attack: identify nothing
INSERT INTO city_identifier (city_id, scheme, value) VALUES (NULL, 'wikidata', 'x');

-- sqlite: NOT NULL constraint failed: city_identifier.scheme
-- attack: add an identifier of no scheme
INSERT INTO city_identifier (city_id, scheme, value) VALUES (1, NULL, 'x');

-- sqlite: NOT NULL constraint failed: city_identifier.value
-- attack: add no identifier
INSERT INTO city_identifier (city_id, scheme, value) VALUES (1, 'wikidata', NULL);

-- Policies of cities --------------------------------------------------------------------------------------------------

-- legal: add a policy
INSERT INTO city_policy (city_id, policy, since) VALUES (1, 'limited_number', '2010');

-- legal: edit a policy
UPDATE city_policy SET policy = 'ended_all', until = '2023', note = NULL WHERE id = 1;

-- legal: delete a policy
DELETE FROM city_policy WHERE id = 1;

-- rule: city_policy_once
-- attack: insert with the id of another
INSERT INTO city_policy (id, city_id, policy) VALUES (1, 1, 'no_bonds');

-- rule: city_policy_once
-- attack: replace through the id
INSERT OR REPLACE INTO city_policy (id, city_id, policy) VALUES (1, 1, 'no_bonds');

-- rule: city_policy_once
-- attack: replace through the id under its other name
REPLACE INTO city_policy (rowid, city_id, policy) VALUES (1, 1, 'no_bonds');

-- rule: city_policy_once
-- attack: replace through the id written as a text
INSERT OR REPLACE INTO city_policy (id, city_id, policy) VALUES ('1', 1, 'no_bonds');

-- rule: city_policy_once
-- attack: ignore that the id is taken
INSERT OR IGNORE INTO city_policy (id, city_id, policy) VALUES (1, 1, 'no_bonds');

-- rule: city_policy_once
-- attack: upsert through the id
INSERT INTO city_policy (id, city_id, policy) VALUES (1, 1, 'no_bonds') ON CONFLICT (id) DO UPDATE SET note = 'x';

-- rule: city_policy_once
-- attack: insert two with one id
INSERT OR REPLACE INTO city_policy (id, city_id, policy) VALUES (99, 1, 'no_bonds'), (99, 1, 'no_bonds');

-- rule: city_policy_id_positive
-- attack: take the id 0
INSERT INTO city_policy (id, city_id, policy) VALUES (0, 1, 'no_bonds');

-- rule: city_policy_id_positive
-- attack: take the id that SQLite shows triggers where there is none yet
INSERT INTO city_policy (id, city_id, policy) VALUES (-1, 1, 'no_bonds');

-- sqlite: datatype mismatch
-- attack: take a word for an id of city_policy
INSERT INTO city_policy (id, city_id, policy) VALUES ('one', 1, 'no_bonds');

-- rule: city_policy_id_kept
-- attack: say that it was recorded at another time
UPDATE city_policy SET recorded_at = '2000-01-01T00:00:00.000Z' WHERE id = 1;

-- rule: city_policy_id_kept
-- attack: change an id
UPDATE city_policy SET id = 99 WHERE id = 1;

-- rule: city_policy_id_kept
-- attack: change an id to that of another
UPDATE OR REPLACE city_policy SET id = 2 WHERE id = 1;

-- rule: city_policy_id_kept
-- attack: change an id under its other name
UPDATE OR REPLACE city_policy SET rowid = 2 WHERE id = 1;

-- rule: city_policy_id_kept
-- attack: ignore that the new id is taken
UPDATE OR IGNORE city_policy SET id = 2 WHERE id = 1;

-- rule: city_policy_id_kept
-- attack: give a policy to another city
UPDATE city_policy SET city_id = 2 WHERE id = 1;

-- rule: city_policy_id_kept
-- attack: give a policy to no city
UPDATE city_policy SET city_id = 999 WHERE id = 1;

-- rule: city_policy_recorded_at_form
-- attack: record it at now
INSERT INTO city_policy (city_id, policy, recorded_at) VALUES (1, 'no_bonds', 'now');

-- rule: city_policy_recorded_at_form
-- attack: record it at 2026-11-23 09:30:00.000
INSERT INTO city_policy (city_id, policy, recorded_at) VALUES (1, 'no_bonds', '2026-11-23 09:30:00.000');

-- rule: city_policy_id_kept
-- attack: say that it was recorded at 2026-02-30T09:30:00.000Z
UPDATE city_policy SET recorded_at = '2026-02-30T09:30:00.000Z' WHERE id = 1;

-- sqlite: NOT NULL constraint failed: city_policy.recorded_at
-- attack: record it at no time
INSERT INTO city_policy (city_id, policy, recorded_at) VALUES (1, 'no_bonds', NULL);

-- rule: city_policy_city_known
-- attack: give a policy to no city at first
INSERT INTO city_policy (city_id, policy) VALUES (999, 'no_bonds');

-- rule: city_policy_code_known
-- attack: add a policy that is not in the list
INSERT INTO city_policy (city_id, policy) VALUES (1, 'only_capitals');

-- rule: city_policy_code_known
-- attack: change to a policy that is not in the list
UPDATE city_policy SET policy = 'only_capitals' WHERE id = 1;

-- sqlite: NOT NULL constraint failed: city_policy.city_id
-- attack: give a policy to nothing
INSERT INTO city_policy (city_id, policy) VALUES (NULL, 'no_bonds');

-- sqlite: NOT NULL constraint failed: city_policy.policy
-- attack: give a city no policy
INSERT INTO city_policy (city_id, policy) VALUES (1, NULL);

-- Successions ---------------------------------------------------------------------------------------------------------

-- legal: add a succession
INSERT INTO succession (predecessor_id, successor_id, kind, date) VALUES (1, 2, 'merged', '1974-04-01');

-- legal: edit a succession
UPDATE succession SET kind = 'merged', date = '1937' WHERE id = 1;

-- legal: delete a succession that nothing cites
DELETE FROM succession WHERE id = 2;

-- rule: succession_once
-- attack: insert with the id of another
INSERT INTO succession (id, predecessor_id, successor_id, kind) VALUES (1, 1, 2, 'merged');

-- rule: succession_once
-- attack: replace through the id
INSERT OR REPLACE INTO succession (id, predecessor_id, successor_id, kind) VALUES (1, 1, 2, 'merged');

-- rule: succession_once
-- attack: replace through the id under its other name
REPLACE INTO succession (rowid, predecessor_id, successor_id, kind) VALUES (1, 1, 2, 'merged');

-- rule: succession_once
-- attack: replace through the id written as a text
INSERT OR REPLACE INTO succession (id, predecessor_id, successor_id, kind) VALUES ('1', 1, 2, 'merged');

-- rule: succession_once
-- attack: ignore that the id is taken
INSERT OR IGNORE INTO succession (id, predecessor_id, successor_id, kind) VALUES (1, 1, 2, 'merged');

-- rule: succession_once
-- attack: upsert through the id
INSERT INTO succession (id, predecessor_id, successor_id, kind) VALUES (1, 1, 2, 'merged') ON CONFLICT (id) DO UPDATE
  SET kind = 'split';

-- rule: succession_once
-- attack: insert two with one id
INSERT OR REPLACE INTO succession (id, predecessor_id, successor_id, kind)
  VALUES (99, 1, 2, 'merged'), (99, 1, 2, 'merged');

-- rule: succession_id_positive
-- attack: take the id 0
INSERT INTO succession (id, predecessor_id, successor_id, kind) VALUES (0, 1, 2, 'merged');

-- rule: succession_id_positive
-- attack: take the id that SQLite shows triggers where there is none yet
INSERT INTO succession (id, predecessor_id, successor_id, kind) VALUES (-1, 1, 2, 'merged');

-- sqlite: datatype mismatch
-- attack: take a word for an id of succession
INSERT INTO succession (id, predecessor_id, successor_id, kind) VALUES ('one', 1, 2, 'merged');

-- rule: succession_id_kept
-- attack: say that it was recorded at another time
UPDATE succession SET recorded_at = '2000-01-01T00:00:00.000Z' WHERE id = 1;

-- rule: succession_id_kept
-- attack: change an id
UPDATE succession SET id = 99 WHERE id = 1;

-- rule: succession_id_kept
-- attack: change an id to that of another
UPDATE OR REPLACE succession SET id = 2 WHERE id = 1;

-- rule: succession_id_kept
-- attack: change an id under its other name
UPDATE OR REPLACE succession SET rowid = 2 WHERE id = 1;

-- rule: succession_id_kept
-- attack: ignore that the new id is taken
UPDATE OR IGNORE succession SET id = 2 WHERE id = 1;

-- rule: succession_id_kept
-- attack: change the predecessor
UPDATE succession SET predecessor_id = 1 WHERE id = 1;

-- rule: succession_id_kept
-- attack: change the successor
UPDATE succession SET successor_id = 1 WHERE id = 1;

-- rule: succession_id_kept
-- attack: let no city be followed
UPDATE succession SET predecessor_id = 999 WHERE id = 1;

-- rule: succession_id_kept
-- attack: let no city follow
UPDATE succession SET successor_id = 999 WHERE id = 1;

-- rule: succession_recorded_at_form
-- attack: record it at 2026-02-30T09:30:00.000Z
INSERT INTO succession (predecessor_id, successor_id, kind, recorded_at)
  VALUES (1, 2, 'merged', '2026-02-30T09:30:00.000Z');

-- rule: succession_recorded_at_form
-- attack: record it at now
INSERT INTO succession (predecessor_id, successor_id, kind, recorded_at) VALUES (1, 2, 'merged', 'now');

-- rule: succession_id_kept
-- attack: say that it was recorded at 2026-11-23
UPDATE succession SET recorded_at = '2026-11-23' WHERE id = 1;

-- sqlite: NOT NULL constraint failed: succession.recorded_at
-- attack: record it at no time
INSERT INTO succession (predecessor_id, successor_id, kind, recorded_at) VALUES (1, 2, 'merged', NULL);

-- rule: succession_cities_known
-- attack: follow no city
INSERT INTO succession (predecessor_id, successor_id, kind) VALUES (999, 2, 'merged');

-- rule: succession_cities_known
-- attack: be followed by no city
INSERT INTO succession (predecessor_id, successor_id, kind) VALUES (1, 999, 'merged');

-- rule: succession_cities_known
-- attack: ignore that no city follows
INSERT OR IGNORE INTO succession (predecessor_id, successor_id, kind) VALUES (1, 0, 'merged');

-- rule: succession_kind_known
-- attack: add a succession of no kind in the list
INSERT INTO succession (predecessor_id, successor_id, kind) VALUES (1, 2, 'conquered');

-- rule: succession_kind_known
-- attack: make a succession of no kind in the list
UPDATE succession SET kind = 'conquered' WHERE id = 1;

-- rule: succession_of_another
-- attack: follow oneself
INSERT INTO succession (predecessor_id, successor_id, kind) VALUES (1, 1, 'merged');

-- rule: succession_in_use
-- attack: delete a succession that is cited
DELETE FROM succession WHERE id = 1;

-- sqlite: NOT NULL constraint failed: succession.predecessor_id
-- attack: follow nothing
INSERT INTO succession (predecessor_id, successor_id, kind) VALUES (NULL, 2, 'merged');

-- sqlite: NOT NULL constraint failed: succession.successor_id
-- attack: be followed by nothing
INSERT INTO succession (predecessor_id, successor_id, kind) VALUES (1, NULL, 'merged');

-- sqlite: NOT NULL constraint failed: succession.kind
-- attack: add a succession of no kind
INSERT INTO succession (predecessor_id, successor_id, kind) VALUES (1, 2, NULL);

-- Bonds ---------------------------------------------------------------------------------------------------------------

-- legal: add a bond
INSERT INTO bond (kind, title, exclusive) VALUES ('twinning', 'x', 1);

-- legal: edit a bond
UPDATE bond SET kind = 'twinning', title = 'x', exclusive = 1, note = 'x' WHERE id = 1;

-- legal: delete a bond that nothing refers to
DELETE FROM bond WHERE id = 6;

-- rule: bond_once
-- attack: insert with the id of another
INSERT INTO bond (id, kind) VALUES (1, 'twinning');

-- rule: bond_once
-- attack: replace through the id
INSERT OR REPLACE INTO bond (id, kind) VALUES (1, 'twinning');

-- rule: bond_once
-- attack: replace through the id under its other name
REPLACE INTO bond (rowid, kind) VALUES (1, 'twinning');

-- rule: bond_once
-- attack: replace through the id written as a text
INSERT OR REPLACE INTO bond (id, kind) VALUES ('1', 'twinning');

-- rule: bond_once
-- attack: ignore that the id is taken
INSERT OR IGNORE INTO bond (id, kind) VALUES (1, 'twinning');

-- rule: bond_once
-- attack: upsert through the id
INSERT INTO bond (id, kind) VALUES (1, 'twinning') ON CONFLICT (id) DO UPDATE SET note = 'x';

-- rule: bond_once
-- attack: insert two with one id
INSERT OR REPLACE INTO bond (id, kind) VALUES (99, 'twinning'), (99, 'twinning');

-- rule: bond_once
-- attack: insert with the uid of another
INSERT INTO bond (uid, kind) VALUES ('000000000000000000000000000000b1', 'twinning');

-- rule: bond_once
-- attack: replace through the uid
INSERT OR REPLACE INTO bond (uid, kind) VALUES ('000000000000000000000000000000b1', 'twinning');

-- rule: bond_once
-- attack: replace through the uid with an id of its own
INSERT OR REPLACE INTO bond (id, uid, kind) VALUES (99, '000000000000000000000000000000b1', 'twinning');

-- rule: bond_once
-- attack: ignore that the uid is taken
INSERT OR IGNORE INTO bond (uid, kind) VALUES ('000000000000000000000000000000b1', 'twinning');

-- rule: bond_once
-- attack: upsert through the uid
INSERT INTO bond (uid, kind) VALUES ('000000000000000000000000000000b1', 'twinning') ON CONFLICT (uid) DO UPDATE
  SET note = 'x';

-- rule: bond_once
-- attack: upsert through any key
INSERT INTO bond (uid, kind) VALUES ('000000000000000000000000000000b1', 'twinning') ON CONFLICT DO NOTHING;

-- rule: bond_id_positive
-- attack: take the id 0
INSERT INTO bond (id, kind) VALUES (0, 'twinning');

-- rule: bond_id_positive
-- attack: take the id that SQLite shows triggers where there is none yet
INSERT INTO bond (id, kind) VALUES (-1, 'twinning');

-- sqlite: datatype mismatch
-- attack: take a word for an id of bond
INSERT INTO bond (id, kind) VALUES ('one', 'twinning');

-- rule: bond_uid_form
-- attack: give a short uid
INSERT INTO bond (uid, kind) VALUES ('00', 'twinning');

-- rule: bond_uid_form
-- attack: give a uid in capitals
INSERT INTO bond (uid, kind) VALUES ('0000000000000000000000000000ABCD', 'twinning');

-- rule: bond_uid_form
-- attack: hide junk behind a nul
INSERT INTO bond (uid, kind) VALUES ('0000000000000000000000000000abcd' || char(0) || 'x', 'twinning');

-- sqlite: cannot store BLOB value in TEXT column bond.uid
-- attack: give a uid of bytes
INSERT INTO bond (uid, kind) VALUES (x'0001', 'twinning');

-- rule: bond_id_kept
-- attack: change an id
UPDATE bond SET id = 99 WHERE id = 1;

-- rule: bond_id_kept
-- attack: change an id to that of another
UPDATE OR REPLACE bond SET id = 2 WHERE id = 1;

-- rule: bond_id_kept
-- attack: change an id under its other name
UPDATE OR REPLACE bond SET rowid = 2 WHERE id = 1;

-- rule: bond_id_kept
-- attack: ignore that the new id is taken
UPDATE OR IGNORE bond SET id = 2 WHERE id = 1;

-- rule: bond_id_kept
-- attack: change a uid
UPDATE bond SET uid = '000000000000000000000000000000ff' WHERE id = 1;

-- rule: bond_id_kept
-- attack: change a uid to that of another
UPDATE OR REPLACE bond SET uid = (SELECT uid FROM bond WHERE id = 2) WHERE id = 1;

-- rule: bond_id_kept
-- attack: take a uid away
UPDATE bond SET uid = NULL WHERE id = 1;

-- rule: bond_kind_known
-- attack: add a bond of no kind in the list
INSERT INTO bond (kind) VALUES ('marriage');

-- rule: bond_kind_known
-- attack: add a bond of no kind in the list that lacks nothing else
INSERT INTO bond (uid, kind) VALUES ('0000000000000000000000000000abcd', 'marriage');

-- rule: bond_kind_known
-- attack: ignore that the kind is not in the list
INSERT OR IGNORE INTO bond (kind) VALUES ('Twinning');

-- rule: bond_kind_known
-- attack: make a bond of no kind in the list
UPDATE bond SET kind = 'marriage' WHERE id = 1;

-- rule: bond_exclusive_flag
-- attack: add a bond exclusive twice
INSERT INTO bond (exclusive) VALUES (2);

-- rule: bond_exclusive_flag
-- attack: make a bond exclusive twice
UPDATE bond SET exclusive = 2 WHERE id = 1;

-- rule: bond_in_use
-- attack: delete a bond with acts
DELETE FROM bond WHERE id = 1;

-- rule: bond_in_use
-- attack: delete a bond with a party
DELETE FROM bond WHERE id = 4;

-- rule: bond_in_use
-- attack: delete a bond with a keepsake
DELETE FROM bond WHERE id = 5;

-- rule: bond_in_use
-- attack: delete every bond
DELETE FROM bond;

-- sqlite: NOT NULL constraint failed: bond.kind
-- attack: add a bond of no kind
INSERT INTO bond (kind) VALUES (NULL);

-- sqlite: NOT NULL constraint failed: bond.exclusive
-- attack: add a bond perhaps exclusive
INSERT INTO bond (exclusive) VALUES (NULL);

-- sqlite: cannot store TEXT value in INTEGER column bond.exclusive
-- attack: answer whether a bond is exclusive with a word
UPDATE bond SET exclusive = 'no' WHERE id = 1;

-- ignored: a bond exclusive twice
INSERT OR IGNORE INTO bond (exclusive) VALUES (2);

-- Parties of bonds ----------------------------------------------------------------------------------------------------

-- legal: add a party
INSERT INTO bond_party (bond_id, city_id) VALUES (4, 1);

-- legal: add a party to a bond that has acts
INSERT INTO bond_party (bond_id, city_id) VALUES (2, 5);

-- legal: take a party away before the first act
DELETE FROM bond_party WHERE bond_id = 3 AND city_id = 5;

-- rule: bond_party_bond_known
-- attack: be a party of no bond
INSERT INTO bond_party (bond_id, city_id) VALUES (999, 1);

-- rule: bond_party_bond_known
-- attack: ignore that there is no such bond
INSERT OR IGNORE INTO bond_party (bond_id, city_id) VALUES (999, 1);

-- rule: bond_party_city_known
-- attack: let no city be a party
INSERT INTO bond_party (bond_id, city_id) VALUES (1, 999);

-- rule: bond_party_city_known
-- attack: ignore that there is no such city
INSERT OR IGNORE INTO bond_party (bond_id, city_id) VALUES (1, 999);

-- rule: bond_party_once
-- attack: be a party twice
INSERT INTO bond_party (bond_id, city_id) VALUES (1, 1);

-- rule: bond_party_once
-- attack: replace a party by itself
INSERT OR REPLACE INTO bond_party (bond_id, city_id, recorded_at) VALUES (1, 1, '2000-01-01T00:00:00.000Z');

-- rule: bond_party_once
-- attack: ignore that it is a party
INSERT OR IGNORE INTO bond_party (bond_id, city_id) VALUES (1, 1);

-- rule: bond_party_once
-- attack: upsert a party
INSERT INTO bond_party (bond_id, city_id) VALUES (1, 1) ON CONFLICT (bond_id, city_id) DO UPDATE SET city_id = 3;

-- rule: bond_party_once
-- attack: upsert a party and do nothing
INSERT INTO bond_party (bond_id, city_id) VALUES (1, 1) ON CONFLICT DO NOTHING;

-- rule: bond_party_once
-- attack: be a party twice in one statement
INSERT OR REPLACE INTO bond_party (bond_id, city_id) VALUES (6, 1), (6, 1);

-- rule: bond_party_once
-- attack: be a party twice by an id written as a text
INSERT OR REPLACE INTO bond_party (bond_id, city_id) VALUES ('1', '1');

-- rule: bond_party_kept
-- attack: put another city in the place of a party
UPDATE bond_party SET city_id = 3 WHERE bond_id = 1 AND city_id = 1;

-- rule: bond_party_kept
-- attack: put a party in the place of another
UPDATE OR REPLACE bond_party SET city_id = 2 WHERE bond_id = 1 AND city_id = 1;

-- rule: bond_party_kept
-- attack: ignore that it is a party there
UPDATE OR IGNORE bond_party SET city_id = 2 WHERE bond_id = 1 AND city_id = 1;

-- rule: bond_party_kept
-- attack: move a party to another bond
UPDATE bond_party SET bond_id = 4 WHERE bond_id = 1 AND city_id = 1;

-- rule: bond_party_kept
-- attack: say that a party came earlier
UPDATE bond_party SET recorded_at = '2000-01-01T00:00:00.000Z' WHERE bond_id = 1;

-- rule: bond_party_kept
-- attack: take a party of a bond with acts away
DELETE FROM bond_party WHERE bond_id = 1 AND city_id = 1;

-- rule: bond_party_kept
-- attack: take a party of three away
DELETE FROM bond_party WHERE bond_id = 2 AND city_id = 4;

-- rule: bond_party_kept
-- attack: take every party away
DELETE FROM bond_party;

-- rule: bond_party_recorded_at_form
-- attack: record it at now
INSERT INTO bond_party (bond_id, city_id, recorded_at) VALUES (1, 3, 'now');

-- rule: bond_party_recorded_at_form
-- attack: record it at 2026-11-23 09:30:00.000
INSERT INTO bond_party (bond_id, city_id, recorded_at) VALUES (1, 3, '2026-11-23 09:30:00.000');

-- sqlite: NOT NULL constraint failed: bond_party.recorded_at
-- attack: record it at no time
INSERT INTO bond_party (bond_id, city_id, recorded_at) VALUES (1, 3, NULL);

-- sqlite: NOT NULL constraint failed: bond_party.bond_id
-- attack: be a party of nothing
INSERT INTO bond_party (bond_id, city_id) VALUES (NULL, 1);

-- sqlite: NOT NULL constraint failed: bond_party.city_id
-- attack: let nothing be a party
INSERT INTO bond_party (bond_id, city_id) VALUES (1, NULL);

-- sqlite: cannot store BLOB value in INTEGER column bond_party.city_id
-- attack: let bytes be a party
INSERT INTO bond_party (bond_id, city_id) VALUES (6, x'31');

-- The log -------------------------------------------------------------------------------------------------------------
-- Rows are only ever added.

-- legal: record an act
INSERT INTO bond_event (bond_id, kind, date, decided, city_id, reason, condition, note, rank, caused_by)
  VALUES (3, 'formed', '1988-05-01', '1987', 5, 'unknown', 'x', 'x', 'preferred', 1);

-- legal: record an act of another registry
INSERT INTO bond_event (id, uid, bond_id, kind, date, recorded_at)
  VALUES (99, '000000000000000000000000000000ef', 1, 'renewed', '1994', '2025-01-01T00:00:00.000Z');

-- legal: record a list in which the bond stands
INSERT OR REPLACE INTO bond_event (bond_id, kind, date) VALUES (3, 'listed', '1999');

-- legal: correct an act
INSERT INTO bond_event (bond_id, kind, date, corrects) VALUES (1, 'formed', '1944-06-06', 1);

-- legal: correct a correction
INSERT INTO bond_event (bond_id, kind, date, corrects) VALUES (1, 'suspended', '2022-03-23', 4);

-- legal: retract an act
INSERT INTO bond_event (bond_id, kind, corrects) VALUES (1, 'retracted', 2);

-- legal: let a city join
INSERT INTO bond_event (bond_id, kind, city_id, date) VALUES (2, 'joined', 3, '1960');

-- rule: bond_event_once
-- attack: insert with the id of another
INSERT INTO bond_event (id, bond_id, kind, date) VALUES (1, 1, 'renewed', '1994');

-- rule: bond_event_once
-- attack: replace through the id
INSERT OR REPLACE INTO bond_event (id, bond_id, kind, date) VALUES (1, 1, 'renewed', '1994');

-- rule: bond_event_once
-- attack: replace through the id under its other name
REPLACE INTO bond_event (rowid, bond_id, kind, date) VALUES (1, 1, 'renewed', '1994');

-- rule: bond_event_once
-- attack: replace through the id written as a text
INSERT OR REPLACE INTO bond_event (id, bond_id, kind, date) VALUES ('1', 1, 'renewed', '1994');

-- rule: bond_event_once
-- attack: ignore that the id is taken
INSERT OR IGNORE INTO bond_event (id, bond_id, kind, date) VALUES (1, 1, 'renewed', '1994');

-- rule: bond_event_once
-- attack: upsert through the id
INSERT INTO bond_event (id, bond_id, kind, date) VALUES (1, 1, 'renewed', '1994') ON CONFLICT (id) DO UPDATE
  SET note = 'x';

-- rule: bond_event_once
-- attack: insert two with one id
INSERT OR REPLACE INTO bond_event (id, bond_id, kind, date)
  VALUES (99, 1, 'renewed', '1994'), (99, 1, 'renewed', '1994');

-- rule: bond_event_once
-- attack: insert with the uid of another
INSERT INTO bond_event (uid, bond_id, kind, date) VALUES ('000000000000000000000000000000e1', 1, 'renewed', '1994');

-- rule: bond_event_once
-- attack: replace through the uid
INSERT OR REPLACE INTO bond_event (uid, bond_id, kind, date)
  VALUES ('000000000000000000000000000000e1', 1, 'renewed', '1994');

-- rule: bond_event_once
-- attack: replace through the uid with an id of its own
INSERT OR REPLACE INTO bond_event (id, uid, bond_id, kind, date)
  VALUES (99, '000000000000000000000000000000e1', 1, 'renewed', '1994');

-- rule: bond_event_once
-- attack: ignore that the uid is taken
INSERT OR IGNORE INTO bond_event (uid, bond_id, kind, date)
  VALUES ('000000000000000000000000000000e1', 1, 'renewed', '1994');

-- rule: bond_event_once
-- attack: upsert through the uid
INSERT INTO bond_event (uid, bond_id, kind, date) VALUES ('000000000000000000000000000000e1', 1, 'renewed', '1994')
  ON CONFLICT (uid) DO UPDATE SET note = 'x';

-- rule: bond_event_once
-- attack: upsert through any key
INSERT INTO bond_event (uid, bond_id, kind, date) VALUES ('000000000000000000000000000000e1', 1, 'renewed', '1994')
  ON CONFLICT DO NOTHING;

-- rule: bond_event_id_positive
-- attack: take the id 0
INSERT INTO bond_event (id, bond_id, kind, date) VALUES (0, 1, 'renewed', '1994');

-- rule: bond_event_id_positive
-- attack: take the id that SQLite shows triggers where there is none yet
INSERT INTO bond_event (id, bond_id, kind, date) VALUES (-1, 1, 'renewed', '1994');

-- sqlite: datatype mismatch
-- attack: take a word for an id of bond_event
INSERT INTO bond_event (id, bond_id, kind, date) VALUES ('one', 1, 'renewed', '1994');

-- rule: bond_event_uid_form
-- attack: give a short uid
INSERT INTO bond_event (uid, bond_id, kind, date) VALUES ('00', 1, 'renewed', '1994');

-- rule: bond_event_uid_form
-- attack: give a uid in capitals
INSERT INTO bond_event (uid, bond_id, kind, date) VALUES ('0000000000000000000000000000ABCD', 1, 'renewed', '1994');

-- rule: bond_event_uid_form
-- attack: hide junk behind a nul
INSERT INTO bond_event (uid, bond_id, kind, date)
  VALUES ('0000000000000000000000000000abcd' || char(0) || 'x', 1, 'renewed', '1994');

-- sqlite: cannot store BLOB value in TEXT column bond_event.uid
-- attack: give a uid of bytes
INSERT INTO bond_event (uid, bond_id, kind, date) VALUES (x'0001', 1, 'renewed', '1994');

-- rule: bond_event_recorded_at_form
-- attack: record it at 2026-11-23 09:30:00.000
INSERT INTO bond_event (bond_id, kind, date, recorded_at) VALUES (1, 'renewed', '1994', '2026-11-23 09:30:00.000');

-- rule: bond_event_recorded_at_form
-- attack: record it at 2026-11-23T24:00:00.000Z
INSERT INTO bond_event (bond_id, kind, date, recorded_at) VALUES (1, 'renewed', '1994', '2026-11-23T24:00:00.000Z');

-- sqlite: NOT NULL constraint failed: bond_event.recorded_at
-- attack: record it at no time
INSERT INTO bond_event (bond_id, kind, date, recorded_at) VALUES (1, 'renewed', '1994', NULL);

-- rule: bond_event_append_only
-- attack: edit note to x
UPDATE bond_event SET note = 'x' WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit date to 1945
UPDATE bond_event SET date = '1945' WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit date to NULL
UPDATE bond_event SET date = NULL WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit decided to 1945
UPDATE bond_event SET decided = '1945' WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit kind to cut
UPDATE bond_event SET kind = 'cut' WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit bond_id to 2
UPDATE bond_event SET bond_id = 2 WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit city_id to 1
UPDATE bond_event SET city_id = 1 WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit reason to war
UPDATE bond_event SET reason = 'war' WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit condition to x
UPDATE bond_event SET condition = 'x' WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit rank to rival
UPDATE bond_event SET rank = 'rival' WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit caused_by to 2
UPDATE bond_event SET caused_by = 2 WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit corrects to 2
UPDATE bond_event SET corrects = 2 WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit recorded_at to 2000-01-01T00:00:00.000Z
UPDATE bond_event SET recorded_at = '2000-01-01T00:00:00.000Z' WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit uid to 000000000000000000000000000000ff
UPDATE bond_event SET uid = '000000000000000000000000000000ff' WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit uid to NULL
UPDATE bond_event SET uid = NULL WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit uid to uid
UPDATE bond_event SET uid = uid WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit id to 99
UPDATE bond_event SET id = 99 WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit rowid to 99
UPDATE bond_event SET rowid = 99 WHERE id = 1;

-- rule: bond_event_append_only
-- attack: replace an act through an edited id
UPDATE OR REPLACE bond_event SET id = 1 WHERE id = 2;

-- rule: bond_event_append_only
-- attack: replace an act through an edited uid
UPDATE OR REPLACE bond_event SET uid = '000000000000000000000000000000e1' WHERE id = 2;

-- rule: bond_event_append_only
-- attack: replace an act through an edited correction
UPDATE OR REPLACE bond_event SET corrects = 3 WHERE id = 6;

-- rule: bond_event_append_only
-- attack: edit an act to a date that is none
UPDATE bond_event SET date = '2001-02-30' WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit and ignore what stands against it
UPDATE OR IGNORE bond_event SET note = 'x' WHERE id = 1;

-- rule: bond_event_append_only
-- attack: edit every act
UPDATE OR FAIL bond_event SET note = 'x';

-- rule: bond_event_append_only
-- attack: edit the acts of a city by its name
UPDATE bond_event SET note = 'x' FROM city WHERE city.id = bond_event.city_id AND city.name = 'Coventry';

-- rule: bond_event_append_only
-- attack: delete an act
DELETE FROM bond_event WHERE id = 1;

-- rule: bond_event_append_only
-- attack: delete the newest act
DELETE FROM bond_event WHERE id = 7;

-- rule: bond_event_append_only
-- attack: delete a rival act
DELETE FROM bond_event WHERE id = 2;

-- rule: bond_event_append_only
-- attack: delete a corrected act
DELETE FROM bond_event WHERE id = 3;

-- rule: bond_event_append_only
-- attack: delete every act
DELETE FROM bond_event;

-- rule: bond_event_bond_known
-- attack: act in no bond
INSERT INTO bond_event (bond_id, kind) VALUES (999, 'formed');

-- rule: bond_event_bond_known
-- attack: ignore that there is no such bond
INSERT OR IGNORE INTO bond_event (bond_id, kind) VALUES (999, 'formed');

-- rule: bond_event_two_parties
-- attack: form a bond of one
INSERT INTO bond_event (bond_id, kind, date) VALUES (4, 'formed', '1944');

-- rule: bond_event_two_parties
-- attack: form a bond of nobody
INSERT INTO bond_event (bond_id, kind, date) VALUES (6, 'formed', '1944');

-- rule: bond_event_two_parties
-- attack: act in nothing
INSERT INTO bond_event (bond_id, kind) VALUES (NULL, 'formed');

-- rule: bond_event_two_parties
-- attack: ignore that the bond has one party
INSERT OR IGNORE INTO bond_event (bond_id, kind, city_id) VALUES (4, 'proposed', 21);

-- rule: bond_event_by_party
-- attack: act in the bond of others
INSERT INTO bond_event (bond_id, kind, city_id) VALUES (1, 'cut', 3);

-- rule: bond_event_by_party
-- attack: let no city act
INSERT INTO bond_event (bond_id, kind, city_id) VALUES (1, 'cut', 999);

-- rule: bond_event_by_party
-- attack: ignore that the city is no party
INSERT OR IGNORE INTO bond_event (bond_id, kind, city_id) VALUES (1, 'cut', 3);

-- rule: bond_event_by_party
-- attack: join before being made a party
INSERT INTO bond_event (bond_id, kind, city_id) VALUES (2, 'joined', 5);

-- rule: bond_event_kind_known
-- attack: record an act of no kind in the list
INSERT INTO bond_event (bond_id, kind) VALUES (1, 'divorced');

-- rule: bond_event_kind_known
-- attack: ignore that the kind is not in the list
INSERT OR IGNORE INTO bond_event (bond_id, kind) VALUES (1, 'Formed');

-- rule: bond_event_member_named
-- attack: let nobody join
INSERT INTO bond_event (bond_id, kind, date) VALUES (2, 'joined', '1960');

-- rule: bond_event_member_named
-- attack: let nobody leave
INSERT OR IGNORE INTO bond_event (bond_id, kind, date) VALUES (2, 'left', '1960');

-- rule: bond_event_reason_known
-- attack: give a reason that is not in the list
INSERT INTO bond_event (bond_id, kind, reason) VALUES (1, 'cut', 'boredom');

-- rule: bond_event_reason_known
-- attack: give an empty reason
INSERT OR IGNORE INTO bond_event (bond_id, kind, reason) VALUES (1, 'cut', '');

-- rule: bond_event_cause_known
-- attack: be set off by no act
INSERT INTO bond_event (bond_id, kind, caused_by) VALUES (1, 'cut', 999);

-- rule: bond_event_cause_known
-- attack: be set off by itself
INSERT INTO bond_event (id, bond_id, kind, caused_by) VALUES (99, 1, 'cut', 99);

-- rule: bond_event_cause_known
-- attack: be set off by the row that SQLite shows triggers
INSERT INTO bond_event (bond_id, kind, caused_by) VALUES (1, 'cut', -1);

-- rule: bond_event_corrects_known
-- attack: correct no act
INSERT INTO bond_event (bond_id, kind, corrects) VALUES (1, 'formed', 999);

-- rule: bond_event_corrects_known
-- attack: correct an act of another bond
INSERT INTO bond_event (bond_id, kind, corrects) VALUES (1, 'formed', 5);

-- rule: bond_event_corrects_known
-- attack: correct itself
INSERT INTO bond_event (id, bond_id, kind, corrects) VALUES (99, 1, 'formed', 99);

-- rule: bond_event_corrects_known
-- attack: retract no act
INSERT OR IGNORE INTO bond_event (bond_id, kind, corrects) VALUES (1, 'retracted', 999);

-- rule: bond_event_corrects_once
-- attack: correct a corrected act
INSERT INTO bond_event (bond_id, kind, date, city_id, corrects) VALUES (1, 'suspended', '2022', 1, 3);

-- rule: bond_event_corrects_once
-- attack: replace a correction
INSERT OR REPLACE INTO bond_event (bond_id, kind, date, city_id, corrects) VALUES (1, 'suspended', '2022', 1, 3);

-- rule: bond_event_corrects_once
-- attack: ignore that the act is corrected
INSERT OR IGNORE INTO bond_event (bond_id, kind, date, city_id, corrects) VALUES (1, 'suspended', '2022', 1, 3);

-- rule: bond_event_corrects_once
-- attack: upsert a correction
INSERT INTO bond_event (bond_id, kind, date, city_id, corrects) VALUES (1, 'suspended', '2022', 1, 3)
  ON CONFLICT (corrects) WHERE corrects IS NOT NULL DO UPDATE SET note = 'x';

-- rule: bond_event_corrects_once
-- attack: upsert a correction and do nothing
INSERT INTO bond_event (bond_id, kind, date, city_id, corrects) VALUES (1, 'suspended', '2022', 1, 3)
  ON CONFLICT DO NOTHING;

-- rule: bond_event_corrects_once
-- attack: correct an act twice in one statement
INSERT OR REPLACE INTO bond_event (bond_id, kind, corrects) VALUES (1, 'formed', 1), (1, 'formed', 1);

-- rule: bond_event_corrects_once
-- attack: retract a corrected act
INSERT INTO bond_event (bond_id, kind, corrects) VALUES (1, 'retracted', 3);

-- rule: bond_event_corrects_later
-- attack: correct what is not yet recorded
INSERT INTO bond_event (bond_id, kind, corrects, recorded_at) VALUES (1, 'formed', 1, '2025-12-31T23:59:59.999Z');

-- rule: bond_event_rank_known
-- attack: rank an act in another way
INSERT INTO bond_event (bond_id, kind, rank) VALUES (1, 'cut', 'deprecated');

-- rule: bond_event_retraction_corrects
-- attack: retract nothing
INSERT INTO bond_event (bond_id, kind) VALUES (1, 'retracted');

-- sqlite: NOT NULL constraint failed: bond_event.kind
-- attack: record an act of no kind
INSERT INTO bond_event (bond_id, kind) VALUES (1, NULL);

-- sqlite: NOT NULL constraint failed: bond_event.rank
-- attack: record an act of no rank
INSERT INTO bond_event (bond_id, kind, rank) VALUES (1, 'cut', NULL);

-- sqlite: cannot store BLOB value in TEXT column bond_event.note
-- attack: record a note of bytes
INSERT INTO bond_event (bond_id, kind, note) VALUES (1, 'cut', x'00');

-- sqlite: cannot store TEXT value in INTEGER column bond_event.bond_id
-- attack: act in a bond by its title
INSERT INTO bond_event (bond_id, kind) VALUES ('Cities of peace', 'cut');

-- ignored: a retraction of nothing
INSERT OR IGNORE INTO bond_event (bond_id, kind) VALUES (1, 'retracted');

-- ignored: an act of another rank
INSERT OR IGNORE INTO bond_event (bond_id, kind, rank) VALUES (1, 'cut', 'deprecated');

-- Sources -------------------------------------------------------------------------------------------------------------

-- legal: add a source
INSERT INTO source (title, publisher, url, published, accessed)
  VALUES ('x', 'x', 'https://example.org', '2020', '2026-01-01');

-- legal: edit a source
UPDATE source SET title = 'x', published = '2019', file_sha256 = NULL WHERE id = 1;

-- legal: delete a source that nothing cites
DELETE FROM source WHERE id = 2;

-- rule: source_once
-- attack: insert with the id of another
INSERT INTO source (id, title) VALUES (1, 'x');

-- rule: source_once
-- attack: replace through the id
INSERT OR REPLACE INTO source (id, title) VALUES (1, 'x');

-- rule: source_once
-- attack: replace through the id under its other name
REPLACE INTO source (rowid, title) VALUES (1, 'x');

-- rule: source_once
-- attack: replace through the id written as a text
INSERT OR REPLACE INTO source (id, title) VALUES ('1', 'x');

-- rule: source_once
-- attack: ignore that the id is taken
INSERT OR IGNORE INTO source (id, title) VALUES (1, 'x');

-- rule: source_once
-- attack: upsert through the id
INSERT INTO source (id, title) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET note = 'x';

-- rule: source_once
-- attack: insert two with one id
INSERT OR REPLACE INTO source (id, title) VALUES (99, 'x'), (99, 'x');

-- rule: source_once
-- attack: insert with the uid of another
INSERT INTO source (uid, title) VALUES ('000000000000000000000000000000f1', 'x');

-- rule: source_once
-- attack: replace through the uid
INSERT OR REPLACE INTO source (uid, title) VALUES ('000000000000000000000000000000f1', 'x');

-- rule: source_once
-- attack: replace through the uid with an id of its own
INSERT OR REPLACE INTO source (id, uid, title) VALUES (99, '000000000000000000000000000000f1', 'x');

-- rule: source_once
-- attack: ignore that the uid is taken
INSERT OR IGNORE INTO source (uid, title) VALUES ('000000000000000000000000000000f1', 'x');

-- rule: source_once
-- attack: upsert through the uid
INSERT INTO source (uid, title) VALUES ('000000000000000000000000000000f1', 'x') ON CONFLICT (uid) DO UPDATE
  SET note = 'x';

-- rule: source_once
-- attack: upsert through any key
INSERT INTO source (uid, title) VALUES ('000000000000000000000000000000f1', 'x') ON CONFLICT DO NOTHING;

-- rule: source_id_positive
-- attack: take the id 0
INSERT INTO source (id, title) VALUES (0, 'x');

-- rule: source_id_positive
-- attack: take the id that SQLite shows triggers where there is none yet
INSERT INTO source (id, title) VALUES (-1, 'x');

-- sqlite: datatype mismatch
-- attack: take a word for an id of source
INSERT INTO source (id, title) VALUES ('one', 'x');

-- rule: source_uid_form
-- attack: give a short uid
INSERT INTO source (uid, title) VALUES ('00', 'x');

-- rule: source_uid_form
-- attack: give a uid in capitals
INSERT INTO source (uid, title) VALUES ('0000000000000000000000000000ABCD', 'x');

-- rule: source_uid_form
-- attack: hide junk behind a nul
INSERT INTO source (uid, title) VALUES ('0000000000000000000000000000abcd' || char(0) || 'x', 'x');

-- sqlite: cannot store BLOB value in TEXT column source.uid
-- attack: give a uid of bytes
INSERT INTO source (uid, title) VALUES (x'0001', 'x');

-- rule: source_id_kept
-- attack: change an id
UPDATE source SET id = 99 WHERE id = 1;

-- rule: source_id_kept
-- attack: change an id to that of another
UPDATE OR REPLACE source SET id = 2 WHERE id = 1;

-- rule: source_id_kept
-- attack: change an id under its other name
UPDATE OR REPLACE source SET rowid = 2 WHERE id = 1;

-- rule: source_id_kept
-- attack: ignore that the new id is taken
UPDATE OR IGNORE source SET id = 2 WHERE id = 1;

-- rule: source_id_kept
-- attack: change a uid
UPDATE source SET uid = '000000000000000000000000000000ff' WHERE id = 1;

-- rule: source_id_kept
-- attack: change a uid to that of another
UPDATE OR REPLACE source SET uid = (SELECT uid FROM source WHERE id = 2) WHERE id = 1;

-- rule: source_id_kept
-- attack: take a uid away
UPDATE source SET uid = NULL WHERE id = 1;

-- rule: source_title_present
-- attack: put a zero byte into it
UPDATE source SET title = char(0) WHERE id = 1;

-- rule: source_title_present
-- attack: add a source without a title
INSERT INTO source (title) VALUES ('');

-- rule: source_title_present
-- attack: empty a title
UPDATE source SET title = ' ' WHERE id = 1;

-- rule: source_file_sha256_form
-- attack: give a short checksum
INSERT INTO source (title, file_sha256) VALUES ('x', 'e3b0c442');

-- rule: source_file_sha256_form
-- attack: give a checksum in capitals
UPDATE source SET file_sha256 = upper(file_sha256) WHERE id = 1;

-- rule: source_file_sha256_form
-- attack: hide junk behind a nul
UPDATE source SET file_sha256 = file_sha256 || char(0) || 'x' WHERE id = 1;

-- rule: source_in_use
-- attack: delete a source that is cited
DELETE FROM source WHERE id = 1;

-- rule: source_in_use
-- attack: delete every source
DELETE FROM source;

-- sqlite: NOT NULL constraint failed: source.title
-- attack: add a source and no title
INSERT INTO source (publisher) VALUES ('x');

-- sqlite: cannot store BLOB value in TEXT column source.url
-- attack: give an address of bytes
INSERT INTO source (title, url) VALUES ('x', x'00');

-- ignored: a source without a title
INSERT OR IGNORE INTO source (title) VALUES ('');

-- Keepsakes -----------------------------------------------------------------------------------------------------------

-- legal: add a keepsake
INSERT INTO keepsake (bond_id, kind, title, giver_id, receiver_id, date, until, place)
  VALUES (1, 'sign', 'x', 2, 1, '1970', NULL, 'x');

-- legal: edit a keepsake
UPDATE keepsake SET kind = 'monument', giver_id = 2, receiver_id = NULL, date = '1944~', place = 'x' WHERE id = 1;

-- legal: delete a keepsake that nothing cites
DELETE FROM keepsake WHERE id = 3;

-- rule: keepsake_once
-- attack: insert with the id of another
INSERT INTO keepsake (id, bond_id, kind, title) VALUES (1, 1, 'gift', 'x');

-- rule: keepsake_once
-- attack: replace through the id
INSERT OR REPLACE INTO keepsake (id, bond_id, kind, title) VALUES (1, 1, 'gift', 'x');

-- rule: keepsake_once
-- attack: replace through the id under its other name
REPLACE INTO keepsake (rowid, bond_id, kind, title) VALUES (1, 1, 'gift', 'x');

-- rule: keepsake_once
-- attack: replace through the id written as a text
INSERT OR REPLACE INTO keepsake (id, bond_id, kind, title) VALUES ('1', 1, 'gift', 'x');

-- rule: keepsake_once
-- attack: ignore that the id is taken
INSERT OR IGNORE INTO keepsake (id, bond_id, kind, title) VALUES (1, 1, 'gift', 'x');

-- rule: keepsake_once
-- attack: upsert through the id
INSERT INTO keepsake (id, bond_id, kind, title) VALUES (1, 1, 'gift', 'x') ON CONFLICT (id) DO UPDATE SET note = 'x';

-- rule: keepsake_once
-- attack: insert two with one id
INSERT OR REPLACE INTO keepsake (id, bond_id, kind, title) VALUES (99, 1, 'gift', 'x'), (99, 1, 'gift', 'x');

-- rule: keepsake_once
-- attack: insert with the uid of another
INSERT INTO keepsake (uid, bond_id, kind, title) VALUES ('000000000000000000000000000000a1', 1, 'gift', 'x');

-- rule: keepsake_once
-- attack: replace through the uid
INSERT OR REPLACE INTO keepsake (uid, bond_id, kind, title) VALUES ('000000000000000000000000000000a1', 1, 'gift', 'x');

-- rule: keepsake_once
-- attack: replace through the uid with an id of its own
INSERT OR REPLACE INTO keepsake (id, uid, bond_id, kind, title)
  VALUES (99, '000000000000000000000000000000a1', 1, 'gift', 'x');

-- rule: keepsake_once
-- attack: ignore that the uid is taken
INSERT OR IGNORE INTO keepsake (uid, bond_id, kind, title) VALUES ('000000000000000000000000000000a1', 1, 'gift', 'x');

-- rule: keepsake_once
-- attack: upsert through the uid
INSERT INTO keepsake (uid, bond_id, kind, title) VALUES ('000000000000000000000000000000a1', 1, 'gift', 'x')
  ON CONFLICT (uid) DO UPDATE SET note = 'x';

-- rule: keepsake_once
-- attack: upsert through any key
INSERT INTO keepsake (uid, bond_id, kind, title) VALUES ('000000000000000000000000000000a1', 1, 'gift', 'x')
  ON CONFLICT DO NOTHING;

-- rule: keepsake_id_positive
-- attack: take the id 0
INSERT INTO keepsake (id, bond_id, kind, title) VALUES (0, 1, 'gift', 'x');

-- rule: keepsake_id_positive
-- attack: take the id that SQLite shows triggers where there is none yet
INSERT INTO keepsake (id, bond_id, kind, title) VALUES (-1, 1, 'gift', 'x');

-- sqlite: datatype mismatch
-- attack: take a word for an id of keepsake
INSERT INTO keepsake (id, bond_id, kind, title) VALUES ('one', 1, 'gift', 'x');

-- rule: keepsake_uid_form
-- attack: give a short uid
INSERT INTO keepsake (uid, bond_id, kind, title) VALUES ('00', 1, 'gift', 'x');

-- rule: keepsake_uid_form
-- attack: give a uid in capitals
INSERT INTO keepsake (uid, bond_id, kind, title) VALUES ('0000000000000000000000000000ABCD', 1, 'gift', 'x');

-- rule: keepsake_uid_form
-- attack: hide junk behind a nul
INSERT INTO keepsake (uid, bond_id, kind, title)
  VALUES ('0000000000000000000000000000abcd' || char(0) || 'x', 1, 'gift', 'x');

-- sqlite: cannot store BLOB value in TEXT column keepsake.uid
-- attack: give a uid of bytes
INSERT INTO keepsake (uid, bond_id, kind, title) VALUES (x'0001', 1, 'gift', 'x');

-- rule: keepsake_id_kept
-- attack: say that it was recorded at another time
UPDATE keepsake SET recorded_at = '2000-01-01T00:00:00.000Z' WHERE id = 1;

-- rule: keepsake_id_kept
-- attack: change an id
UPDATE keepsake SET id = 99 WHERE id = 1;

-- rule: keepsake_id_kept
-- attack: change an id to that of another
UPDATE OR REPLACE keepsake SET id = 2 WHERE id = 1;

-- rule: keepsake_id_kept
-- attack: change an id under its other name
UPDATE OR REPLACE keepsake SET rowid = 2 WHERE id = 1;

-- rule: keepsake_id_kept
-- attack: ignore that the new id is taken
UPDATE OR IGNORE keepsake SET id = 2 WHERE id = 1;

-- rule: keepsake_id_kept
-- attack: change a uid
UPDATE keepsake SET uid = '000000000000000000000000000000ff' WHERE id = 1;

-- rule: keepsake_id_kept
-- attack: change a uid to that of another
UPDATE OR REPLACE keepsake SET uid = (SELECT uid FROM keepsake WHERE id = 2) WHERE id = 1;

-- rule: keepsake_id_kept
-- attack: take a uid away
UPDATE keepsake SET uid = NULL WHERE id = 1;

-- rule: keepsake_id_kept
-- attack: move a keepsake to another bond
UPDATE keepsake SET bond_id = 2 WHERE id = 1;

-- rule: keepsake_id_kept
-- attack: move a keepsake to no bond
UPDATE keepsake SET bond_id = 999 WHERE id = 1;

-- rule: keepsake_recorded_at_form
-- attack: record it at now
INSERT INTO keepsake (bond_id, kind, title, recorded_at) VALUES (1, 'gift', 'x', 'now');

-- rule: keepsake_recorded_at_form
-- attack: record it at 2026-11-23 09:30:00.000
INSERT INTO keepsake (bond_id, kind, title, recorded_at) VALUES (1, 'gift', 'x', '2026-11-23 09:30:00.000');

-- rule: keepsake_id_kept
-- attack: say that it was recorded at 2026-02-30T09:30:00.000Z
UPDATE keepsake SET recorded_at = '2026-02-30T09:30:00.000Z' WHERE id = 1;

-- sqlite: NOT NULL constraint failed: keepsake.recorded_at
-- attack: record it at no time
INSERT INTO keepsake (bond_id, kind, title, recorded_at) VALUES (1, 'gift', 'x', NULL);

-- rule: keepsake_bond_known
-- attack: keep something of no bond
INSERT INTO keepsake (bond_id, kind, title) VALUES (999, 'gift', 'x');

-- rule: keepsake_kind_known
-- attack: add a keepsake of no kind in the list
INSERT INTO keepsake (bond_id, kind, title) VALUES (1, 'grudge', 'x');

-- rule: keepsake_kind_known
-- attack: add a keepsake of no kind in the list that lacks nothing else
INSERT INTO keepsake (uid, bond_id, kind, title) VALUES ('0000000000000000000000000000abcd', 1, 'grudge', 'x');

-- rule: keepsake_kind_known
-- attack: make a keepsake of no kind in the list
UPDATE keepsake SET kind = 'grudge' WHERE id = 1;

-- rule: keepsake_cities_known
-- attack: take a gift of no city
INSERT INTO keepsake (bond_id, kind, title, giver_id) VALUES (1, 'gift', 'x', 999);

-- rule: keepsake_cities_known
-- attack: give a gift to no city
INSERT OR IGNORE INTO keepsake (bond_id, kind, title, receiver_id) VALUES (1, 'gift', 'x', 999);

-- rule: keepsake_cities_known
-- attack: give a gift to no city that lacks nothing else
INSERT INTO keepsake (uid, bond_id, kind, title, receiver_id)
  VALUES ('0000000000000000000000000000abcd', 1, 'gift', 'x', 999);

-- rule: keepsake_cities_known
-- attack: let no city have given it
UPDATE keepsake SET giver_id = 999 WHERE id = 1;

-- rule: keepsake_cities_known
-- attack: let no city have received it
UPDATE keepsake SET receiver_id = 999 WHERE id = 1;

-- rule: keepsake_title_present
-- attack: leave nothing in it that can be seen
UPDATE keepsake SET title = char(10, 9) WHERE id = 1;

-- rule: keepsake_title_present
-- attack: add a keepsake without a title
INSERT INTO keepsake (bond_id, kind, title) VALUES (1, 'gift', '');

-- rule: keepsake_title_present
-- attack: empty the title of a keepsake
UPDATE keepsake SET title = ' ' WHERE id = 1;

-- rule: keepsake_in_use
-- attack: delete a keepsake that is cited
DELETE FROM keepsake WHERE id = 1;

-- sqlite: NOT NULL constraint failed: keepsake.bond_id
-- attack: keep something of nothing
INSERT INTO keepsake (bond_id, kind, title) VALUES (NULL, 'gift', 'x');

-- sqlite: NOT NULL constraint failed: keepsake.kind
-- attack: add a keepsake of no kind
INSERT INTO keepsake (bond_id, kind, title) VALUES (1, NULL, 'x');

-- sqlite: NOT NULL constraint failed: keepsake.title
-- attack: add a keepsake and no title
INSERT INTO keepsake (bond_id, kind, title) VALUES (1, 'gift', NULL);

-- Citations -----------------------------------------------------------------------------------------------------------

-- legal: cite a source for an act
INSERT INTO citation (source_id, event_id, locator, quote) VALUES (2, 4, 'page 2', 'x');

-- legal: edit a citation
UPDATE citation SET locator = 'page 3', quote = NULL WHERE id = 1;

-- legal: delete a citation
DELETE FROM citation WHERE id = 1;

-- rule: citation_once
-- attack: insert with the id of another
INSERT INTO citation (id, source_id, event_id) VALUES (1, 1, 1);

-- rule: citation_once
-- attack: replace through the id
INSERT OR REPLACE INTO citation (id, source_id, event_id) VALUES (1, 1, 1);

-- rule: citation_once
-- attack: replace through the id under its other name
REPLACE INTO citation (rowid, source_id, event_id) VALUES (1, 1, 1);

-- rule: citation_once
-- attack: replace through the id written as a text
INSERT OR REPLACE INTO citation (id, source_id, event_id) VALUES ('1', 1, 1);

-- rule: citation_once
-- attack: ignore that the id is taken
INSERT OR IGNORE INTO citation (id, source_id, event_id) VALUES (1, 1, 1);

-- rule: citation_once
-- attack: upsert through the id
INSERT INTO citation (id, source_id, event_id) VALUES (1, 1, 1) ON CONFLICT (id) DO UPDATE SET quote = 'y';

-- rule: citation_once
-- attack: insert two with one id
INSERT OR REPLACE INTO citation (id, source_id, event_id) VALUES (99, 1, 1), (99, 1, 1);

-- rule: citation_id_positive
-- attack: take the id 0
INSERT INTO citation (id, source_id, event_id) VALUES (0, 1, 1);

-- rule: citation_id_positive
-- attack: take the id that SQLite shows triggers where there is none yet
INSERT INTO citation (id, source_id, event_id) VALUES (-1, 1, 1);

-- sqlite: datatype mismatch
-- attack: take a word for an id of citation
INSERT INTO citation (id, source_id, event_id) VALUES ('one', 1, 1);

-- rule: citation_id_kept
-- attack: say that it was recorded at another time
UPDATE citation SET recorded_at = '2000-01-01T00:00:00.000Z' WHERE id = 1;

-- rule: citation_id_kept
-- attack: change an id
UPDATE citation SET id = 99 WHERE id = 1;

-- rule: citation_id_kept
-- attack: change an id to that of another
UPDATE OR REPLACE citation SET id = 2 WHERE id = 1;

-- rule: citation_id_kept
-- attack: change an id under its other name
UPDATE OR REPLACE citation SET rowid = 2 WHERE id = 1;

-- rule: citation_id_kept
-- attack: ignore that the new id is taken
UPDATE OR IGNORE citation SET id = 2 WHERE id = 1;

-- rule: citation_id_kept
-- attack: cite another source
UPDATE citation SET source_id = 2 WHERE id = 1;

-- rule: citation_id_kept
-- attack: cite no source any more
UPDATE citation SET source_id = 999 WHERE id = 1;

-- rule: citation_id_kept
-- attack: support another act
UPDATE citation SET event_id = 2 WHERE id = 1;

-- rule: citation_id_kept
-- attack: support no act any more
UPDATE citation SET event_id = 999 WHERE id = 1;

-- rule: citation_id_kept
-- attack: support a name instead
UPDATE citation SET event_id = NULL, name_id = 1 WHERE id = 1;

-- rule: citation_id_kept
-- attack: support a city instead
UPDATE citation SET event_id = NULL, city_id = 1 WHERE id = 1;

-- rule: citation_id_kept
-- attack: support a succession instead
UPDATE citation SET event_id = NULL, succession_id = 1 WHERE id = 1;

-- rule: citation_id_kept
-- attack: support a keepsake instead
UPDATE citation SET event_id = NULL, keepsake_id = 1 WHERE id = 1;

-- rule: citation_recorded_at_form
-- attack: record it at now
INSERT INTO citation (source_id, event_id, recorded_at) VALUES (1, 1, 'now');

-- rule: citation_recorded_at_form
-- attack: record it at 2026-11-23 09:30:00.000
INSERT INTO citation (source_id, event_id, recorded_at) VALUES (1, 1, '2026-11-23 09:30:00.000');

-- rule: citation_id_kept
-- attack: say that it was recorded at 2026-02-30T09:30:00.000Z
UPDATE citation SET recorded_at = '2026-02-30T09:30:00.000Z' WHERE id = 1;

-- sqlite: NOT NULL constraint failed: citation.recorded_at
-- attack: record it at no time
INSERT INTO citation (source_id, event_id, recorded_at) VALUES (1, 1, NULL);

-- rule: citation_source_known
-- attack: cite no source
INSERT INTO citation (source_id, event_id) VALUES (999, 1);

-- rule: citation_source_known
-- attack: ignore that there is no such source
INSERT OR IGNORE INTO citation (source_id, event_id) VALUES (999, 1);

-- rule: citation_target_known
-- attack: support no act that there is
INSERT INTO citation (source_id, event_id) VALUES (1, 999);

-- rule: citation_target_known
-- attack: support no name that there is
INSERT INTO citation (source_id, name_id) VALUES (1, 999);

-- rule: citation_target_known
-- attack: support no city that there is
INSERT INTO citation (source_id, city_id) VALUES (1, 999);

-- rule: citation_target_known
-- attack: support no succession that there is
INSERT INTO citation (source_id, succession_id) VALUES (1, 999);

-- rule: citation_target_known
-- attack: support no keepsake that there is
INSERT INTO citation (source_id, keepsake_id) VALUES (1, 999);

-- rule: citation_target_known
-- attack: ignore that there is no such act
INSERT OR IGNORE INTO citation (source_id, event_id) VALUES (1, 999);

-- rule: citation_supports_one
-- attack: support nothing
INSERT INTO citation (source_id) VALUES (1);

-- rule: citation_supports_one
-- attack: support two things
INSERT INTO citation (source_id, event_id, city_id) VALUES (1, 1, 1);

-- sqlite: NOT NULL constraint failed: citation.source_id
-- attack: cite nothing
INSERT INTO citation (source_id, event_id) VALUES (NULL, 1);

-- sqlite: cannot store TEXT value in INTEGER column citation.event_id
-- attack: support an act by its name
INSERT INTO citation (source_id, event_id) VALUES (1, 'formed');

-- ignored: a citation for nothing
INSERT OR IGNORE INTO citation (source_id) VALUES (1);

-- What follows from the log -------------------------------------------------------------------------------------------
-- The stored spans are no source of truth: they may be dropped and made anew at any time, so they are not guarded.
-- The views cannot be written to.

-- legal: drop the stored spans
DELETE FROM twin_span;

-- legal: store a span
INSERT INTO twin_span (city_id, bond_id, twin_id, position, status, from_earliest, kind)
  VALUES (1, 1, 2, 9, 'ended', '2030-01-01', 'twinning');

-- legal: edit a stored span
UPDATE twin_span SET status = 'ended' WHERE bond_id = 1;

-- sqlite: UNIQUE constraint failed: twin_span.city_id, twin_span.bond_id, twin_span.twin_id, twin_span.position
-- attack: store a span twice
INSERT INTO twin_span (city_id, bond_id, twin_id, position, status, from_earliest, kind)
  VALUES (1, 1, 2, 1, 'ended', '2030-01-01', 'twinning');

-- sqlite: NOT NULL constraint failed: twin_span.city_id
-- attack: store a span without its city_id
INSERT INTO twin_span (city_id, bond_id, twin_id, position, status, from_earliest, kind)
  VALUES (NULL, 1, 2, 9, 'ended', '2030-01-01', 'twinning');

-- sqlite: NOT NULL constraint failed: twin_span.bond_id
-- attack: store a span without its bond_id
INSERT INTO twin_span (city_id, bond_id, twin_id, position, status, from_earliest, kind)
  VALUES (1, NULL, 2, 9, 'ended', '2030-01-01', 'twinning');

-- sqlite: NOT NULL constraint failed: twin_span.twin_id
-- attack: store a span without its twin_id
INSERT INTO twin_span (city_id, bond_id, twin_id, position, status, from_earliest, kind)
  VALUES (1, 1, NULL, 9, 'ended', '2030-01-01', 'twinning');

-- sqlite: NOT NULL constraint failed: twin_span.position
-- attack: store a span without its position
INSERT INTO twin_span (city_id, bond_id, twin_id, position, status, from_earliest, kind)
  VALUES (1, 1, 2, NULL, 'ended', '2030-01-01', 'twinning');

-- sqlite: NOT NULL constraint failed: twin_span.status
-- attack: store a span without its status
INSERT INTO twin_span (city_id, bond_id, twin_id, position, status, from_earliest, kind)
  VALUES (1, 1, 2, 9, NULL, '2030-01-01', 'twinning');

-- sqlite: NOT NULL constraint failed: twin_span.from_earliest
-- attack: store a span without its from_earliest
INSERT INTO twin_span (city_id, bond_id, twin_id, position, status, from_earliest, kind) VALUES (1, 1, 2, 9, 'ended', NULL, 'twinning');

-- sqlite: NOT NULL constraint failed: twin_span.kind
-- attack: store a span without its kind
INSERT INTO twin_span (city_id, bond_id, twin_id, position, status, from_earliest)
  VALUES (1, 1, 2, 9, 'ended', '2030-01-01');

-- legal: drop the stored spans of bonds
DELETE FROM bond_span;

-- legal: store a span of a bond
INSERT INTO bond_span (bond_id, position, status, from_earliest, event_id) VALUES (1, 9, 'ended', '2030-01-01', 1);

-- legal: edit a stored span of a bond
UPDATE bond_span SET status = 'ended' WHERE bond_id = 1;

-- sqlite: UNIQUE constraint failed: bond_span.bond_id, bond_span.position
-- attack: store a span of a bond twice
INSERT INTO bond_span (bond_id, position, status, from_earliest, event_id) VALUES (1, 1, 'ended', '2030-01-01', 1);

-- sqlite: NOT NULL constraint failed: bond_span.bond_id
-- attack: store a span of a bond without its bond_id
INSERT INTO bond_span (bond_id, position, status, from_earliest, event_id) VALUES (NULL, 9, 'ended', '2030-01-01', 1);

-- sqlite: NOT NULL constraint failed: bond_span.position
-- attack: store a span of a bond without its position
INSERT INTO bond_span (bond_id, position, status, from_earliest, event_id) VALUES (1, NULL, 'ended', '2030-01-01', 1);

-- sqlite: NOT NULL constraint failed: bond_span.status
-- attack: store a span of a bond without its status
INSERT INTO bond_span (bond_id, position, status, from_earliest, event_id) VALUES (1, 9, NULL, '2030-01-01', 1);

-- sqlite: NOT NULL constraint failed: bond_span.from_earliest
-- attack: store a span of a bond without its from_earliest
INSERT INTO bond_span (bond_id, position, status, from_earliest, event_id) VALUES (1, 9, 'ended', NULL, 1);

-- sqlite: NOT NULL constraint failed: bond_span.event_id
-- attack: store a span of a bond without its event_id
INSERT INTO bond_span (bond_id, position, status, from_earliest, event_id) VALUES (1, 9, 'ended', '2030-01-01', NULL);

-- sqlite: cannot modify twins because it is a view
-- attack: delete a pair of twins
DELETE FROM twins WHERE city = 'Coventry';

-- sqlite: cannot modify bond_status because it is a view
-- attack: edit the status of a bond
UPDATE bond_status SET status = 'active' WHERE bond_id = 1;

-- sqlite: cannot modify bond_stretch because it is a view
-- attack: insert a stretch of a bond
INSERT INTO bond_stretch (bond_id, status) VALUES (1, 'ended');

-- Adding by names -----------------------------------------------------------------------------------------------------

-- legal: add a city, by names
INSERT INTO new_city (name, country, source) VALUES ('Kiel', 'DE', 'Twin towns');

-- legal: add a city of which nothing but the name is known, by names
INSERT INTO new_city (name) VALUES ('Kiel');

-- rule: new_city_once
-- attack: add a city twice, by names
INSERT INTO new_city (name, country) VALUES ('Coventry', 'GB');

-- rule: new_city_once
-- attack: add a city of no country twice, by names
INSERT INTO new_city (name) VALUES ('Free');

-- rule: new_city_once
-- attack: add a city in other letters, by names
INSERT INTO new_city (name, country) VALUES ('coventry', 'GB');

-- rule: new_city_once
-- attack: add a city by a name that another one had, by names
INSERT INTO new_city (name, country) VALUES ('Stalingrad', 'RU');

-- legal: add a city of a name that one in another country has, by names
INSERT INTO new_city (name, country) VALUES ('Coventry', 'DE');

-- rule: new_city_encoding
-- attack: add a city by its name in Latin-1, by names
INSERT INTO new_city (name, country) VALUES (CAST(x'4bf66c6e' AS TEXT), 'DE');

-- rule: new_name_encoding
-- attack: ignore that a name is in Latin-1, by names
INSERT OR IGNORE INTO new_name (city, name) VALUES ('Coventry', CAST(x'4bf66c6e' AS TEXT));

-- legal: add a city of a list whose other cells are empty, by names
INSERT INTO new_city VALUES ('Köln-West', 'DE', '', '', '', '', '', '', '', '');

-- rule: new_city_once
-- attack: replace a city by its name, by names
INSERT OR REPLACE INTO new_city (name, country) VALUES ('Coventry', 'GB');

-- rule: new_city_complete
-- attack: ignore that a city has no name, by names
INSERT OR IGNORE INTO new_city (name, source) VALUES (NULL, 'Twin towns');

-- sqlite: NOT NULL constraint failed: city.name
-- attack: add a city without a name, by names
INSERT INTO new_city (name, source) VALUES (NULL, 'New source');

-- rule: city_latitude_on_globe
-- attack: add a city off the globe, by names
INSERT INTO new_city (name, latitude, longitude) VALUES ('Kiel', 91, 0);

-- rule: city_latitude_on_globe
-- attack: fail to add a city off the globe, by names
INSERT OR FAIL INTO new_city (name, latitude, longitude, source) VALUES ('Kiel', 91, 0, 'New source');

-- rule: source_meant_present
-- attack: support a city by a blank title, by names
INSERT INTO new_city (name, source) VALUES ('Kiel', ' ');

-- rule: source_meant_present
-- attack: ignore that the title that supports a city is blank, by names
INSERT OR IGNORE INTO new_city (name, source) VALUES ('Kiel', ' ');

-- rule: source_meant_present
-- attack: fail where the title that supports a city is blank, by names
INSERT OR FAIL INTO new_city (name, source) VALUES ('Kiel', ' ');

-- rule: source_meant_present
-- attack: hide the title of a source behind a nul, by names
INSERT INTO new_city (name, source) VALUES ('Kiel', 'New source' || char(0) || 'x');

-- legal: add a name, by an old one, by names
INSERT INTO new_name (city, name, kind, source) VALUES ('stalingrad', 'Tsaritsyn', 'former', 'A new source');

-- rule: new_name_complete
-- attack: ignore that a name has no letters, by names
INSERT OR IGNORE INTO new_name (city, name, source) VALUES ('Coventry', ' ', 'Twin towns');

-- rule: city_name_name_present
-- attack: fail to add a name that has no letters, by names
INSERT OR FAIL INTO new_name (city, name, source) VALUES ('Coventry', ' ', 'New source');

-- rule: source_meant_present
-- attack: support a name by a blank title, by names
INSERT INTO new_name (city, name, source) VALUES ('Coventry', 'Cov', ' ');

-- rule: source_meant_present
-- attack: ignore that the title that supports a name is blank, by names
INSERT OR IGNORE INTO new_name (city, name, source) VALUES ('Coventry', 'Cov', ' ');

-- rule: source_meant_present
-- attack: fail where the title that supports a name is blank, by names
INSERT OR FAIL INTO new_name (city, name, source) VALUES ('Coventry', 'Cov', ' ');

-- rule: new_name_once
-- attack: add a name twice, by names
INSERT OR IGNORE INTO new_name (city, name, until) VALUES ('Coventry', 'Cov', '1900'), ('coventry', 'Cov', '1900');

-- legal: add a name of two times, by names
INSERT INTO new_name (city, name, until) VALUES ('Coventry', 'Cov', '1900'), ('Coventry', 'Cov', '1950');

-- rule: city_meant_known
-- attack: name a city that is not there, by names
INSERT INTO new_name (city, name) VALUES ('Kiel', 'Holsatenstadt');

-- rule: city_meant_known
-- attack: ignore that a city is not there, by names
INSERT OR IGNORE INTO new_name (city, name) VALUES ('Kiel', 'Holsatenstadt');

-- rule: city_meant_known
-- attack: name no city at all, by names
INSERT INTO new_name (name) VALUES ('Holsatenstadt');

-- rule: city_meant_known
-- attack: name a city in another country, by names
INSERT INTO new_name (city, name) VALUES ('Coventry, US', 'Cov');

-- rule: city_meant_known
-- attack: name a city by an id that is not written so, by names
INSERT INTO new_name (city, name) VALUES ('id:01', 'Cov');

-- rule: city_meant_known
-- attack: name a city by another register's identifier, by names
INSERT INTO new_name (city, name) VALUES ('geonames:Q6225', 'Cov');

-- legal: name a city by its country, in small letters, by names
INSERT INTO new_name (city, name) VALUES ('coventry, gb', 'Cov');

-- legal: name a city by its id, by names
INSERT INTO new_name (city, name) VALUES ('id:1', 'Cov');

-- legal: name a city by its uid, by names
INSERT INTO new_name (city, name) VALUES ('uid:000000000000000000000000000000c1', 'Cov');

-- legal: name a city by another register, by names
INSERT INTO new_name (city, name) VALUES ('wikidata:Q6225', 'Cov');

-- rule: city_meant_ambiguous
-- attack: name a city by a name that another had, by names
INSERT INTO new_name (city, name) VALUES ('Milano', 'x');

-- legal: form a bond, by names
INSERT INTO new_bond (city, twin, date, reason, source) VALUES ('Dresden', 'Chemnitz', '1950', 'humour', 'A new source');

-- legal: form a bond of another kind beside one, by names
INSERT INTO new_bond (city, twin, kind) VALUES ('Coventry', 'Volgograd', 'friendship');

-- rule: new_bond_once
-- attack: form a bond twice, by names
INSERT INTO new_bond (city, twin) VALUES ('Coventry', 'Stalingrad');

-- rule: new_bond_once
-- attack: form a bond twice, from the other side, by names
INSERT INTO new_bond (city, twin, kind) VALUES ('Volgograd', 'Coventry', 'twinning');

-- rule: new_bond_carried
-- attack: form a bond beside one that a city carries, by names
INSERT INTO new_bond (city, twin) VALUES ('Wilhelmshaven', 'Bern');

-- rule: new_bond_carried
-- attack: form a bond beside one that the twin carries, by names
INSERT OR IGNORE INTO new_bond (city, twin) VALUES ('Bern', 'Wilhelmshaven');

-- legal: form a bond of another kind beside one that a city carries, by names
INSERT INTO new_bond (city, twin, kind) VALUES ('Wilhelmshaven', 'Bern', 'friendship');

-- legal: form a bond of a city that another followed, by names
INSERT INTO new_bond (city, twin, date) VALUES ('Rüstringen', 'Bern', '1936');

-- rule: bond_party_once
-- attack: form a bond of a city with itself, by names
INSERT INTO new_bond (city, twin) VALUES ('Volgograd', 'Stalingrad');

-- rule: bond_party_once
-- attack: ignore that a bond is of a city with itself, by names
INSERT OR IGNORE INTO new_bond (city, twin) VALUES ('Volgograd', 'Stalingrad');

-- rule: date_form
-- attack: form a bond on no day, by names
INSERT INTO new_bond (city, twin, date) VALUES ('Dresden', 'Chemnitz', 'long ago');

-- rule: bond_kind_known
-- attack: form a bond of no kind, by names
INSERT INTO new_bond (city, twin, kind) VALUES ('Dresden', 'Chemnitz', 'no_such');

-- rule: source_meant_ambiguous
-- attack: support a bond by a title of two sources, by names
INSERT INTO new_bond (city, twin, source) VALUES ('Dresden', 'Chemnitz', 'Said twice');

-- rule: bond_party_once
-- attack: fail to form a bond of a city with itself, by names
INSERT OR FAIL INTO new_bond (city, twin, source) VALUES ('Volgograd', 'Stalingrad', 'New source');

-- rule: source_meant_present
-- attack: support a bond by a blank title, by names
INSERT INTO new_bond (city, twin, source) VALUES ('Dresden', 'Chemnitz', char(9));

-- rule: source_meant_present
-- attack: ignore that the title that supports a bond is blank, by names
INSERT OR IGNORE INTO new_bond (city, twin, source) VALUES ('Dresden', 'Chemnitz', char(9));

-- rule: source_meant_present
-- attack: fail where the title that supports a bond is blank, by names
INSERT OR FAIL INTO new_bond (city, twin, source) VALUES ('Dresden', 'Chemnitz', char(9));

-- legal: record an act, by names
INSERT INTO new_event (city, twin, kind, date, "by", reason, source) VALUES
  ('Volgograd', 'Coventry', 'resumed', '2030', 'Coventry', NULL, 'Twin towns');

-- rule: bond_meant_known
-- attack: record an act of two cities without a bond, by names
INSERT INTO new_event (city, twin, kind) VALUES ('Volgograd', 'Dresden', 'renewed');

-- rule: bond_meant_known
-- attack: record an act of a city with itself, by names
INSERT INTO new_event (city, twin, kind) VALUES ('Volgograd', 'Volgograd', 'renewed');

-- rule: bond_meant_carried
-- attack: record an act of a city that is no party but carries the bond, by names
INSERT INTO new_event (city, twin, kind, date) VALUES ('Wilhelmshaven', 'Bern', 'renewed', '1950');

-- rule: new_event_once
-- attack: record an act twice, by names
INSERT INTO new_event (city, twin, kind, date, "by") VALUES
  ('Volgograd', 'Coventry', 'resumed', '2030', 'Coventry'), ('Coventry', 'Volgograd', 'resumed', '2030', 'Coventry');

-- legal: record two acts of a day, by names
INSERT INTO new_event (city, twin, kind, date, "by") VALUES
  ('Volgograd', 'Coventry', 'resumed', '2030', 'Coventry'), ('Coventry', 'Volgograd', 'resumed', '2030', 'Volgograd');

-- legal: record an act of the city that it followed, by names
INSERT INTO new_event (city, twin, kind, date) VALUES ('Rüstringen', 'Bern', 'renewed', '1935');

-- rule: bond_meant_ambiguous
-- attack: record an act of one of two bonds, by names
INSERT INTO new_event (city, twin, kind) VALUES ('Milan', 'Chemnitz', 'formed');

-- rule: bond_event_by_party
-- attack: record an act by another city, by names
INSERT INTO new_event (city, twin, kind, "by") VALUES ('Volgograd', 'Coventry', 'renewed', 'Dresden');

-- rule: city_meant_known
-- attack: record an act by nobody, by names
INSERT INTO new_event (city, twin, kind, "by") VALUES ('Volgograd', 'Coventry', 'renewed', 'Kiel');

-- rule: new_event_complete
-- attack: ignore that an act has no kind, by names
INSERT OR IGNORE INTO new_event (city, twin, source) VALUES ('Volgograd', 'Coventry', 'Twin towns');

-- rule: bond_event_retraction_corrects
-- attack: retract no act, by names
INSERT INTO new_event (city, twin, kind) VALUES ('Volgograd', 'Coventry', 'retracted');

-- rule: bond_event_retraction_corrects
-- attack: fail to retract no act, by names
INSERT OR FAIL INTO new_event (city, twin, kind, source) VALUES ('Volgograd', 'Coventry', 'retracted', 'New source');

-- rule: source_meant_present
-- attack: support an act by a blank title, by names
INSERT INTO new_event (city, twin, kind, source) VALUES ('Volgograd', 'Coventry', 'renewed', ' ');

-- rule: source_meant_present
-- attack: ignore that the title that supports an act is blank, by names
INSERT OR IGNORE INTO new_event (city, twin, kind, source) VALUES ('Volgograd', 'Coventry', 'renewed', ' ');

-- rule: source_meant_present
-- attack: fail where the title that supports an act is blank, by names
INSERT OR FAIL INTO new_event (city, twin, kind, source) VALUES ('Volgograd', 'Coventry', 'renewed', ' ');

-- rule: new_keepsake_once
-- attack: add a keepsake twice, by names
INSERT INTO new_keepsake (city, twin, kind, title) VALUES
  ('Coventry', 'Volgograd', 'gift', 'Sword'), ('Volgograd', 'Coventry', 'gift', 'Sword');

-- legal: add a keepsake, by names
INSERT INTO new_keepsake (city, twin, kind, title, giver, receiver, source) VALUES
  ('Coventry', 'Volgograd', 'gift', 'Sword', 'Coventry', 'Stalingrad', 'Twin towns');

-- rule: bond_meant_ambiguous
-- attack: add a keepsake of one of two bonds, by names
INSERT INTO new_keepsake (city, twin, kind, title) VALUES ('Milan', 'Chemnitz', 'gift', 'Key');

-- rule: new_keepsake_complete
-- attack: ignore that a keepsake has no title, by names
INSERT OR IGNORE INTO new_keepsake (city, twin, kind, source) VALUES ('Coventry', 'Volgograd', 'gift', 'Twin towns');

-- sqlite: NOT NULL constraint failed: keepsake.title
-- attack: fail to add a keepsake without a title, by names
INSERT OR FAIL INTO new_keepsake (city, twin, kind, source) VALUES ('Coventry', 'Volgograd', 'gift', 'New source');

-- rule: source_meant_present
-- attack: support a keepsake by a blank title, by names
INSERT INTO new_keepsake (city, twin, kind, title, source) VALUES
  ('Coventry', 'Volgograd', 'gift', 'Sword', ' ');

-- rule: source_meant_present
-- attack: ignore that the title that supports a keepsake is blank, by names
INSERT OR IGNORE INTO new_keepsake (city, twin, kind, title, source) VALUES
  ('Coventry', 'Volgograd', 'gift', 'Sword', ' ');

-- rule: source_meant_present
-- attack: fail where the title that supports a keepsake is blank, by names
INSERT OR FAIL INTO new_keepsake (city, twin, kind, title, source) VALUES
  ('Coventry', 'Volgograd', 'gift', 'Sword', ' ');

-- rule: city_meant_known
-- attack: add a keepsake that nobody gave, by names
INSERT INTO new_keepsake (city, twin, kind, title, giver) VALUES ('Coventry', 'Volgograd', 'gift', 'Sword', 'Kiel');
