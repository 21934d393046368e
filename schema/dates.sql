-- Replaceable part 1: how dates are read. The forms that are accepted are in schema/README.md, "Dates"; the library's
-- class Date reads them the same way, and a test holds the two together.

CREATE VIEW edtf_part AS
  -- The members of every date: a set in brackets has one or more, any other date is one. What parts a beginning from an
  -- end is a slash, and two dots within a set. A set of anything but dates has one member that is no date.
  SELECT date, CASE WHEN instr(date, '/') THEN 'interval' ELSE 'plain' END AS form, 0 AS member, date AS body,
    '/' AS separator
  FROM edtf_date WHERE substr(date, 1, 1) <> '['
  UNION ALL
  SELECT date, 'set', listed.key, listed.value, '..'
  FROM edtf_date, json_each(CASE
    WHEN date GLOB '[[]*]' AND substr(date, 2, length(date) - 2) NOT GLOB '*[^-0-9.,]*'
    THEN '["' || replace(substr(date, 2, length(date) - 2), ',', '","') || '"]'
    ELSE '["?"]' END) AS listed
  WHERE substr(date, 1, 1) = '[';

CREATE VIEW edtf_end AS
  -- Every member cut into its ends: one row where it is one date, two where it runs from one to another.
  SELECT date, form, member, 'both' AS side, body AS text FROM edtf_part WHERE instr(body, separator) = 0
  UNION ALL
  SELECT date, form, member, 'from', substr(body, 1, instr(body, separator) - 1) FROM edtf_part
  WHERE instr(body, separator) > 0
  UNION ALL
  SELECT date, form, member, 'to', substr(body, instr(body, separator) + length(separator)) FROM edtf_part
  WHERE instr(body, separator) > 0;

CREATE VIEW edtf_reading AS
  -- What each date says: its first and last day, or the rule that it breaks. The file accepts no date that breaks one.
  WITH spelled AS (
    SELECT date, form, member, side, text,
      text = '' OR (form = 'interval' AND text = '..') AS is_open,
      CASE WHEN form <> 'set' AND substr(text, -1) IN ('?', '~', '%') THEN substr(text, 1, length(text) - 1)
           ELSE text END AS bare
    FROM edtf_end
  ), taken_apart AS (
    SELECT date, form, member, side, is_open, bare,
      substr(bare, 1, 4) AS year, substr(bare, 6, 2) AS month, substr(bare, 9, 2) AS day
    FROM spelled
  ), measured AS (
    SELECT date, form, member, side, is_open, bare, year, month, day,
      CASE WHEN month IN ('04', '06', '09', '11') THEN '30'
           WHEN month <> '02' THEN '31'
           WHEN year % 4 = 0 AND (year % 100 <> 0 OR year % 400 = 0) THEN '29'
           ELSE '28' END AS month_end
    FROM taken_apart
  ), judged AS (
    SELECT date, member, side, is_open,
      bare GLOB '[0-9][0-9][0-9][0-9]'
      OR bare GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'
      OR bare GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
      OR (form = 'plain' AND (
        bare GLOB '[0-9][0-9][0-9]X'
        OR bare GLOB '[0-9][0-9]XX'
        OR bare GLOB '[0-9][0-9][0-9][0-9]-XX'
        OR bare GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-XX'
        OR bare GLOB '[0-9][0-9][0-9][0-9]-XX-XX')) AS has_form,
      (month IN ('', 'XX') OR month BETWEEN '01' AND '12'
        OR (form = 'plain' AND length(bare) = 7 AND month BETWEEN '21' AND '24'))
      AND (day IN ('', 'XX') OR day BETWEEN '01' AND month_end) AS in_calendar,
      replace(year, 'X', '0')
        || '-' || CASE WHEN month BETWEEN '01' AND '12' THEN month ELSE '01' END
        || '-' || CASE WHEN day BETWEEN '01' AND '31' THEN day ELSE '01' END AS first_day,
      replace(year, 'X', '9')
        || '-' || CASE WHEN month BETWEEN '01' AND '12' THEN month ELSE '12' END
        || '-' || CASE WHEN day BETWEEN '01' AND '31' THEN day
                       WHEN month BETWEEN '01' AND '12' THEN month_end
                       ELSE '31' END AS last_day
    FROM measured
  ), paired AS (
    SELECT date, member, in_calendar OR is_open AS in_calendar,
      min(has_form OR (is_open AND side <> 'both')) OVER pair AND sum(is_open) OVER pair < 2 AS has_form,
      max(CASE WHEN side <> 'to' AND NOT is_open THEN first_day END) OVER pair AS first_day,
      max(CASE WHEN side <> 'from' AND NOT is_open THEN last_day END) OVER pair AS last_day
    FROM judged
    WINDOW pair AS (PARTITION BY date, member)
  ), whole AS (
    SELECT date, row_number() OVER given AS copy,
      min(has_form AND (first_day IS NOT NULL OR member = 0)) OVER given
        AND coalesce(min(CASE WHEN last_day IS NULL THEN member END) OVER given = max(member) OVER given, 1)
        AS has_form,
      min(in_calendar) OVER given AS in_calendar,
      max(coalesce(first_day > last_day, 0)) OVER given AS is_reversed,
      CASE WHEN count(first_day) OVER given = count(*) OVER given THEN min(first_day) OVER given END AS earliest,
      CASE WHEN count(last_day) OVER given = count(*) OVER given THEN max(last_day) OVER given END AS latest
    FROM paired
    WINDOW given AS (PARTITION BY date)
  )
  SELECT date,
    CASE WHEN NOT has_form OR length(date) <> length(CAST(date AS BLOB)) THEN 'date_form'
         WHEN NOT in_calendar THEN 'date_calendar'
         WHEN is_reversed THEN 'date_order' END AS broken_rule,
    earliest, latest
  FROM whole WHERE copy = 1;

CREATE VIEW used_date AS
  -- Always empty. Whoever uses a date inserts it here first; once is enough, and an unknown date needs none.
  SELECT NULL AS date WHERE 0;

CREATE TRIGGER used_date_inserted INSTEAD OF INSERT ON used_date
WHEN NEW.date NOT IN (SELECT date FROM edtf_date) BEGIN
  INSERT INTO edtf_date (date, earliest, latest) VALUES (NEW.date, NEW.date, NEW.date);
END;

-- Most dates are plain days, which are their own bounds: to read them costs a hundredth of the view edtf_reading. SQLite
-- makes room for all that a trigger may do whenever it looks at one, so what that view takes has a trigger of its own,
-- which most never come to.

CREATE TRIGGER edtf_date_insert BEFORE INSERT ON edtf_date BEGIN
  SELECT RAISE(IGNORE) WHERE NEW.date IS NULL OR NEW.date IN (SELECT date FROM edtf_date);
END;

CREATE TRIGGER edtf_date_inserted AFTER INSERT ON edtf_date
WHEN NOT (NEW.date GLOB '[0-9]???-??-??'
  AND (NEW.date, NEW.earliest, NEW.latest) IS (date(NEW.date, '+0 days'), NEW.date, NEW.date)) BEGIN
  INSERT INTO unread_date (date) VALUES (NEW.date);
END;

CREATE VIEW unread_date AS
  -- Always empty. A date of edtf_date that is inserted here is read, and refused if it is none.
  SELECT NULL AS date WHERE 0;

CREATE TRIGGER unread_date_inserted INSTEAD OF INSERT ON unread_date BEGIN
  SELECT CASE broken_rule
    WHEN 'date_form' THEN RAISE(ABORT,
      'date_form: not an EDTF date; write 1944, 1944-06, 1944-06-06, 194X, 1944?, 1941/1944, 1998/.. or [1941,1944]')
    WHEN 'date_calendar' THEN RAISE(ABORT, 'date_calendar: no such month or day in the calendar')
    WHEN 'date_order' THEN RAISE(ABORT, 'date_order: the date begins after it ends') END
  FROM edtf_reading WHERE date = NEW.date;
  UPDATE edtf_date SET (earliest, latest) = (SELECT earliest, latest FROM edtf_reading WHERE date = NEW.date)
  WHERE date = NEW.date;
END;

CREATE TRIGGER edtf_date_update BEFORE UPDATE ON edtf_date
WHEN NOT (OLD.date GLOB '[0-9]???-??-??'
  AND (NEW.date, NEW.earliest, NEW.latest) IS (OLD.date, date(OLD.date, '+0 days'), OLD.date)) BEGIN
  SELECT RAISE(ABORT, 'edtf_date_kept: the days of a date follow from its text and cannot be set')
  WHERE NEW.date IS NOT OLD.date
    OR (NEW.earliest, NEW.latest) IS NOT (SELECT earliest, latest FROM edtf_reading WHERE date = OLD.date);
END;

CREATE TRIGGER edtf_date_delete BEFORE DELETE ON edtf_date BEGIN
  SELECT RAISE(ABORT, 'edtf_date_kept: rows may use this date; leave it');
END;
