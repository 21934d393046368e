-- Replaceable part 3: the views for people. SELECT * FROM readme leads through them.

CREATE VIEW city_called AS
  -- Every name of every city with the days between which it was used; NULL days: not known to have begun or ended.
  SELECT n.city_id AS city_id, n.name AS name, n.language AS language, n.kind AS kind, n.since AS since,
    n.until AS until, s.earliest AS from_earliest, s.latest AS from_latest,
    u.earliest AS to_earliest, u.latest AS to_latest,
    n.id AS name_id
  FROM city_name AS n
  LEFT JOIN edtf_date AS s ON s.date = n.since
  LEFT JOIN edtf_date AS u ON u.date = n.until;

CREATE VIEW dated_name AS
  -- The names in law of the cities that changed theirs. The name on day D is the latest one for which
  -- (from_latest IS NULL OR from_latest <= D) AND (to_earliest IS NULL OR D < to_earliest); else the name of today.
  SELECT city_id, name, from_earliest, from_latest, to_earliest, to_latest, name_id
  FROM city_called
  WHERE kind IN ('official', 'former') AND (since IS NOT NULL OR until IS NOT NULL);

CREATE VIEW bond_parties AS
  -- The names of a bond's parties today, as one text: Coventry - Volgograd.
  SELECT b.id AS bond_id,
    (SELECT group_concat(name, ' - ')
     FROM (SELECT c.name AS name FROM bond_party AS p JOIN city AS c ON c.id = p.city_id
           WHERE p.bond_id = b.id ORDER BY p.city_id)) AS parties
  FROM bond AS b;

CREATE VIEW party AS
  -- Each party of each bond, by name.
  SELECT p.bond_id AS bond_id, c.name AS city, c.country AS country, c.kind AS kind, c.fictional AS fictional,
    p.city_id AS city_id
  FROM bond_party AS p JOIN city AS c ON c.id = p.city_id;

CREATE VIEW event_reason AS
  -- Each standing act that has a reason, with that reason and with every broader one.
  WITH RECURSIVE widened (event_id, bond_id, kind, reason) AS (
    SELECT id, bond_id, kind, reason FROM standing_event WHERE reason IS NOT NULL
    UNION
    SELECT w.event_id, w.bond_id, w.kind, r.broader FROM widened AS w JOIN reason AS r ON r.code = w.reason
    WHERE r.broader IS NOT NULL
  )
  SELECT bond_id, event_id, kind, reason FROM widened;

CREATE VIEW bond_citation AS
  -- Which source supports which act of which bond.
  SELECT e.bond_id AS bond_id, c.event_id AS event_id, c.source_id AS source_id, s.title AS source,
    s.publisher AS publisher, s.url AS url, c.locator AS locator, c.quote AS quote
  FROM citation AS c
  JOIN bond_event AS e ON e.id = c.event_id
  JOIN source AS s ON s.id = c.source_id;

CREATE VIEW event_sources AS
  -- The sources of an act as one text, publisher first.
  SELECT e.id AS event_id,
    (SELECT group_concat(said, '; ')
     FROM (SELECT coalesce(s.publisher || ': ', '') || s.title AS said
           FROM citation AS c JOIN source AS s ON s.id = c.source_id
           WHERE c.event_id = e.id ORDER BY c.id)) AS sources
  FROM bond_event AS e;

CREATE VIEW twins_by_day AS
  -- Each stretch of equal status of each pair, with names. For any day D:
  -- possible: from_earliest <= D AND (to_latest IS NULL OR D < to_latest)
  -- certain:  from_latest <= D AND (to_earliest IS NULL OR D < to_earliest)
  SELECT c.name AS city, t.name AS twin, t.country AS country, b.kind AS kind, s.status AS status,
    s.since AS since, s.until AS until, s.from_earliest AS from_earliest, s.from_latest AS from_latest,
    s.to_earliest AS to_earliest, s.to_latest AS to_latest, s.bond_id AS bond_id, s.city_id AS city_id,
    s.twin_id AS twin_id, s.position AS position, c.country AS city_country, t.kind AS twin_kind,
    t.fictional AS fictional
  FROM twin_span AS s
  JOIN city AS c ON c.id = s.city_id
  JOIN city AS t ON t.id = s.twin_id
  JOIN bond AS b ON b.id = s.bond_id;

CREATE VIEW twins AS
  -- Who is twinned with whom now: each pair whose bond is active, suspended or dormant today, once from each side; more
  -- than once only where the dates leave two statuses possible today.
  SELECT city, twin, country, kind, status, since, bond_id, city_id, twin_id,
    CASE WHEN from_latest <= date('now') AND (to_earliest IS NULL OR date('now') < to_earliest)
         THEN 'certain' ELSE 'possible' END AS certainty,
    twin_kind, fictional, city_country
  FROM twins_by_day
  WHERE status IN ('active', 'suspended', 'dormant')
    AND from_earliest <= date('now') AND (to_latest IS NULL OR date('now') < to_latest);

CREATE VIEW twins_as_known AS
  -- What the registry said at any moment: each stretch of each pair, for each span of time in which it was believed.
  -- As known at moment R: known_from <= R AND (known_to IS NULL OR R < known_to). The days are as in twins_by_day.
  SELECT c.name AS city, t.name AS twin, t.country AS country, b.kind AS kind, s.status AS status,
    s.since AS since, s.until AS until, s.known_at AS known_from,
    (SELECT min(r.known_at) FROM revision AS r
     WHERE r.bond_id = s.bond_id AND r.known_at > s.known_at AND r.known_at <> 'now') AS known_to,
    s.from_earliest AS from_earliest, s.from_latest AS from_latest, s.to_earliest AS to_earliest,
    s.to_latest AS to_latest, s.bond_id AS bond_id, s.city_id AS city_id, s.twin_id AS twin_id, s.position AS position
  FROM known_pair_span AS s
  JOIN city AS c ON c.id = s.city_id
  JOIN city AS t ON t.id = s.twin_id
  JOIN bond AS b ON b.id = s.bond_id
  WHERE s.known_at <> 'now';

CREATE VIEW twins_ever AS
  -- Who was ever twinned with whom: each pair of each bond once from each side, with its last status. twin_then is what
  -- the twin was called when the pair began.
  SELECT first.city AS city, first.twin AS twin, first.country AS country, first.kind AS kind, last.status AS status,
    first.since AS since, first.until AS until,
    first.from_earliest AS since_earliest, first.from_latest AS since_latest,
    CASE WHEN last.status = 'ended' THEN last.from_earliest END AS until_earliest,
    CASE WHEN last.status = 'ended' THEN last.from_latest END AS until_latest,
    coalesce((SELECT n.name FROM dated_name AS n
              WHERE n.city_id = first.twin_id
                AND (n.from_latest IS NULL OR n.from_latest <= first.from_latest)
                AND (n.to_earliest IS NULL OR first.from_latest < n.to_earliest)
              ORDER BY n.from_latest DESC, n.name_id LIMIT 1), first.twin) AS twin_then,
    first.bond_id AS bond_id, first.city_id AS city_id, first.twin_id AS twin_id,
    first.twin_kind AS twin_kind, first.fictional AS fictional
  FROM twins_by_day AS first
  JOIN twin_span AS last ON last.city_id = first.city_id AND last.bond_id = first.bond_id
    AND last.twin_id = first.twin_id
    AND last.position = (SELECT max(position) FROM twin_span AS s WHERE s.city_id = first.city_id
                         AND s.bond_id = first.bond_id AND s.twin_id = first.twin_id)
  WHERE first.position = 1;

CREATE VIEW bond_by_day AS
  -- Each bond once for every stretch of equal status, and once before its first act, with position 0 and no status. The
  -- bond as it stands on day D is the row of the highest position for which from_earliest <= D.
  WITH stretch AS (
    SELECT id AS bond_id, 0 AS position, NULL AS status, NULL AS event_id, '' AS from_earliest FROM bond
    UNION ALL
    SELECT bond_id, position, status, event_id, from_earliest FROM bond_span
  )
  SELECT s.bond_id AS bond_id, p.parties AS parties, b.kind AS kind, s.status AS status,
    EXISTS (SELECT 1 FROM standing_event AS c WHERE c.bond_id = s.bond_id AND c.kind = 'contested') AS contested,
    (SELECT f.date FROM standing_event AS f LEFT JOIN edtf_date AS d ON d.date = f.date
     WHERE f.bond_id = s.bond_id AND f.kind = 'formed'
     ORDER BY f.date IS NOT NULL, d.earliest, f.recorded_at, f.uid LIMIT 1) AS formed,
    CASE WHEN s.status = 'ended' THEN e.date END AS ended,
    e.reason AS reason, b.title AS title, e.condition AS condition, b.note AS note,
    s.position AS position, s.from_earliest AS from_earliest, s.event_id AS event_id
  FROM stretch AS s
  JOIN bond AS b ON b.id = s.bond_id
  JOIN bond_parties AS p ON p.bond_id = s.bond_id
  LEFT JOIN bond_event AS e ON e.id = s.event_id;

CREATE VIEW bond_status AS
  -- Each bond with its status today, and the reason of the act that made it so; NULL before its first act.
  SELECT bond_id, parties, kind, status, contested, formed, ended, reason, title, condition, note
  FROM (SELECT *, max(position) OVER (PARTITION BY bond_id) AS last_position
        FROM bond_by_day WHERE from_earliest <= date('now'))
  WHERE position = last_position;

CREATE VIEW recorded_event AS
  -- Every act ever recorded, retractions among them, with names. set_aside says why an act makes no state, if so: rival,
  -- corrected or retracted; superseded_by is the act that took its place.
  SELECT e.bond_id AS bond_id, p.parties AS parties, e.date AS date, e.kind AS event, c.name AS by_city,
    e.reason AS reason, e.note AS note, s.sources AS sources, e.decided AS decided, e.condition AS condition,
    e.rank AS rank, d.earliest AS date_earliest, d.latest AS date_latest, e.id AS event_id, e.city_id AS city_id,
    e.caused_by AS caused_by, e.recorded_at AS recorded_at, e.corrects AS corrects,
    CASE WHEN xk.effect = 'retraction' THEN 'retracted' WHEN x.id IS NOT NULL THEN 'corrected'
         WHEN e.rank = 'rival' THEN 'rival' END AS set_aside,
    x.id AS superseded_by, x.recorded_at AS superseded_at, k.effect AS effect, k.begins AS begins, e.uid AS uid
  FROM bond_event AS e
  JOIN event_kind AS k ON k.code = e.kind
  JOIN bond_parties AS p ON p.bond_id = e.bond_id
  JOIN event_sources AS s ON s.event_id = e.id
  LEFT JOIN city AS c ON c.id = e.city_id
  LEFT JOIN edtf_date AS d ON d.date = e.date
  LEFT JOIN bond_event AS x ON x.corrects = e.id
  LEFT JOIN event_kind AS xk ON xk.code = x.kind;

CREATE VIEW bond_history AS
  -- Every act of every bond in order, rivals among them; what was corrected or retracted is left out.
  SELECT bond_id, parties, date, event, by_city, reason, note, sources, decided, condition, rank, date_earliest,
    date_latest, event_id, city_id, caused_by, recorded_at
  FROM recorded_event
  WHERE effect <> 'retraction' AND superseded_by IS NULL
  ORDER BY bond_id, date IS NOT NULL OR NOT begins,
    CASE WHEN date IS NOT NULL OR begins THEN coalesce(date_earliest, '0000-01-01') ELSE substr(recorded_at, 1, 10) END,
    date IS NULL, recorded_at, uid;

CREATE VIEW bond_explanation AS
  -- Why a bond is as it is: the acts that make its state in order, each with the bond's status after it, and then those
  -- that were set aside, and why. An act of the first sort may have happened by day D if from_earliest <= D, and has for
  -- certain if from_latest <= D.
  WITH told AS (
    SELECT s.bond_id AS bond_id, s.position AS position, s.event_id AS event_id, s.status AS status,
      s.from_earliest AS from_earliest, s.from_latest AS from_latest
    FROM party_state AS s
    WHERE s.city_id = (SELECT min(o.city_id) FROM bond_party AS o WHERE o.bond_id = s.bond_id)
    UNION ALL
    SELECT e.bond_id, NULL, e.id, NULL, NULL, NULL
    FROM dated_event AS e
    WHERE e.effect <> 'retraction' AND (e.rank = 'rival' OR e.superseded_at IS NOT NULL)
  )
  SELECT t.bond_id AS bond_id, e.parties AS parties, t.position AS position, e.date AS date, e.event AS event,
    e.by_city AS by_city, e.reason AS reason, t.status AS status, e.set_aside AS set_aside, e.sources AS sources,
    t.from_earliest AS from_earliest, t.from_latest AS from_latest, t.event_id AS event_id,
    e.superseded_by AS superseded_by
  FROM told AS t JOIN recorded_event AS e ON e.event_id = t.event_id
  ORDER BY t.bond_id, t.position IS NULL, t.position, e.recorded_at, e.uid;

CREATE VIEW bond_change AS
  -- Every change of every bond's status, with the act that made it. It fell between days A and B, A left out, for certain
  -- if from_earliest > A AND from_latest <= B, and possibly if from_latest > A AND from_earliest <= B.
  SELECT s.bond_id AS bond_id, p.parties AS parties, e.date AS date, s.before AS before, s.status AS status,
    e.kind AS event, c.name AS by_city, e.reason AS reason, s.from_earliest AS from_earliest,
    s.from_latest AS from_latest, s.event_id AS event_id
  FROM (SELECT bond_id, position, status, event_id, from_earliest, from_latest,
          lag(status) OVER (PARTITION BY bond_id ORDER BY position) AS before
        FROM bond_span) AS s
  JOIN bond_parties AS p ON p.bond_id = s.bond_id
  JOIN bond_event AS e ON e.id = s.event_id
  LEFT JOIN city AS c ON c.id = e.city_id;

CREATE VIEW bond_keepsake AS
  -- What each bond left behind, and where it is now.
  SELECT k.title AS keepsake, k.kind AS kind, p.parties AS parties, g.name AS giver, r.name AS receiver, k.date AS date,
    k.until AS until, k.place AS place, k.note AS note, k.bond_id AS bond_id, k.id AS keepsake_id,
    k.giver_id AS giver_id, k.receiver_id AS receiver_id
  FROM keepsake AS k
  JOIN bond_parties AS p ON p.bond_id = k.bond_id
  LEFT JOIN city AS g ON g.id = k.giver_id
  LEFT JOIN city AS r ON r.id = k.receiver_id;

CREATE VIEW pair_today AS
  -- Each pair that may be in force today, whatever its status, once from each side; certain: 1 if it is on every reading
  -- of the dates. A pair of two bonds stands here twice.
  SELECT city, city_country, twin, country, bond_id, city_id, twin_id,
    min(in_force) AND NOT max(position = 1 AND (from_latest IS NULL OR from_latest > date('now'))) AS certain
  FROM (SELECT *, status NOT IN ('proposed', 'ended') AS in_force FROM twins_by_day
        WHERE from_earliest <= date('now') AND (to_latest IS NULL OR date('now') < to_latest))
  GROUP BY city_id, bond_id, twin_id HAVING max(in_force);

CREATE VIEW most_twinned AS
  -- How many twins each city has now, the most first; certain of them for certain. A twin by two bonds counts once.
  SELECT city, city_country AS country, count(DISTINCT twin_id) AS twins, city_id,
    count(DISTINCT CASE WHEN certain THEN twin_id END) AS certain
  FROM pair_today GROUP BY city_id ORDER BY twins DESC, city;

CREATE VIEW bonds_per_decade AS
  -- How many bonds were formed and ended in each decade (1940 is 1940 to 1949); NULL: the dates leave the decade open.
  WITH act AS (
    SELECT kind = 'formed' AS forms, date,
      row_number() OVER (PARTITION BY bond_id, kind = 'formed' ORDER BY position) AS copy
    FROM (SELECT bond_id, position, kind, date FROM bond_act WHERE kind = 'formed'
          UNION ALL
          SELECT s.bond_id, s.position, 'ended', e.date FROM bond_span AS s JOIN bond_event AS e ON e.id = s.event_id
          WHERE s.status = 'ended')
  )
  SELECT CASE WHEN substr(d.earliest, 1, 3) = substr(d.latest, 1, 3) THEN substr(d.earliest, 1, 3) * 10 END AS decade,
    sum(forms) AS formed, sum(NOT forms) AS ended
  FROM act LEFT JOIN edtf_date AS d ON d.date = act.date
  WHERE copy = 1
  GROUP BY decade ORDER BY decade;

CREATE VIEW ended_by_reason AS
  -- How many bonds have ended, by the reason that was given; NULL: none is recorded.
  SELECT reason, count(*) AS bonds FROM bond_status WHERE status = 'ended' GROUP BY reason ORDER BY bonds DESC, reason;

CREATE VIEW country_pair AS
  -- How many bonds hold now between each two countries, or within one, and certain of them for certain; the code that
  -- sorts first is country_a.
  SELECT min(city_country, country) AS country_a, max(city_country, country) AS country_b,
    count(DISTINCT bond_id) AS bonds, count(DISTINCT CASE WHEN certain THEN bond_id END) AS certain
  FROM pair_today
  WHERE city_country IS NOT NULL AND country IS NOT NULL
  GROUP BY country_a, country_b ORDER BY bonds DESC, country_a, country_b;

CREATE VIEW unexplained_bond AS
  -- Bonds of which no reason for their forming is recorded, or of which a source says that nobody knows it: unknown.
  SELECT p.bond_id AS bond_id, p.parties AS parties, b.kind AS kind,
    (SELECT e.reason FROM standing_event AS e WHERE e.bond_id = b.id AND e.begins AND e.reason = 'unknown') AS reason
  FROM bond AS b JOIN bond_parties AS p ON p.bond_id = b.id
  WHERE NOT EXISTS (SELECT 1 FROM standing_event AS e
                    WHERE e.bond_id = b.id AND e.begins AND e.reason <> 'unknown');

CREATE VIEW disputed_event AS
  -- Where sources disagree: every rival act, beside the acts of its bond that stand.
  SELECT r.bond_id AS bond_id, p.parties AS parties, r.kind AS event, r.date AS date, r.note AS note,
    s.sources AS sources, r.id AS event_id,
    (SELECT group_concat(e.kind || ' ' || coalesce(e.date, 'on an unknown day'), '; ')
     FROM standing_event AS e WHERE e.bond_id = r.bond_id) AS standing
  FROM bond_event AS r
  JOIN bond_parties AS p ON p.bond_id = r.bond_id
  JOIN event_sources AS s ON s.event_id = r.id
  WHERE r.rank = 'rival' AND NOT EXISTS (SELECT 1 FROM bond_event AS x WHERE x.corrects = r.id);

CREATE VIEW anomaly AS
  -- What is legal but odd, and worth a look: history arrives out of order and with holes.
  SELECT 'act_after_end' AS rule, s.bond_id AS bond_id, s.event_id AS event_id,
    'The bond had ended before this act (' || e.kind || ' ' || coalesce(e.date, 'undated')
      || '). If it was taken up again, that is a new bond.' AS explanation
  FROM (SELECT bond_id, event_id, lag(status) OVER (PARTITION BY bond_id, city_id ORDER BY position) AS before
        FROM party_state) AS s
  JOIN standing_event AS e ON e.id = s.event_id
  WHERE s.before = 'ended' AND e.effect IN ('proposed', 'active', 'suspended', 'dormant')
  GROUP BY s.event_id
  UNION ALL
  SELECT 'ended_before_formed', bond_id, event_id,
    'The bond ended before it was formed (' || coalesce(date, 'undated') || '): one of the dates is wrong.'
  FROM (SELECT bond_id, event_id, date, effect, max(kind = 'formed') OVER (PARTITION BY bond_id) AS is_formed,
          max(begins) OVER (PARTITION BY bond_id ORDER BY position) AS has_begun
        FROM bond_act)
  WHERE effect = 'ended' AND is_formed AND NOT has_begun
  UNION ALL
  SELECT 'never_begun', bond_id, event_id, 'No act says how or when the bond began; its first act is ' || kind || '.'
  FROM (SELECT bond_id, event_id, kind, position,
          max(begins AND effect <> 'membership') OVER (PARTITION BY bond_id) AS begins_once
        FROM bond_act)
  WHERE position = 1 AND NOT begins_once
  UNION ALL
  SELECT 'resumed_without_pause', s.bond_id, s.event_id,
    'Resumed, but no party that resumes had suspended the bond or let it lapse.'
  FROM (SELECT bond_id, event_id, city_id, lag(stance) OVER (PARTITION BY bond_id, city_id ORDER BY position) AS before
        FROM party_state) AS s
  JOIN bond_event AS e ON e.id = s.event_id AND e.kind = 'resumed' AND coalesce(e.city_id, s.city_id) = s.city_id
  GROUP BY s.event_id HAVING max(coalesce(s.before IN ('suspended', 'dormant'), 0)) = 0
  UNION ALL
  SELECT 'ended_alone', s.bond_id, s.event_id,
    c.name || ' ended its part in a bond of more than two, which goes on: record that it left as well.'
  FROM party_state AS s
  JOIN standing_event AS e ON e.id = s.event_id AND e.effect = 'ended' AND e.city_id = s.city_id
  JOIN city AS c ON c.id = s.city_id
  WHERE s.status <> 'ended' AND s.is_member
    AND NOT EXISTS (SELECT 1 FROM standing_event AS l WHERE l.bond_id = s.bond_id AND l.city_id = s.city_id
                    AND l.effect = 'membership' AND NOT l.begins)
  UNION ALL
  SELECT DISTINCT 'exclusive_beside_another', s.bond_id, NULL,
    c.name || ' promised to have no other twin, yet has bond ' || o.bond_id || ' at the same time.'
  FROM bond AS b
  JOIN bond_party AS p ON p.bond_id = b.id
  JOIN twin_span AS s ON s.city_id = p.city_id AND s.bond_id = b.id
  JOIN twin_span AS o ON o.city_id = p.city_id AND o.bond_id <> b.id
  JOIN city AS c ON c.id = p.city_id
  WHERE b.exclusive
    AND s.status IN ('active', 'suspended', 'dormant') AND o.status IN ('active', 'suspended', 'dormant')
    AND (o.to_earliest IS NULL OR s.from_latest < o.to_earliest)
    AND (s.to_earliest IS NULL OR o.from_latest < s.to_earliest)
  UNION ALL
  SELECT DISTINCT 'party_after_it_ceased', s.bond_id, NULL,
    c.name || ' ceased in ' || c.until || ', but its bond is ' || s.status || ' after that.'
  FROM city AS c
  JOIN edtf_date AS u ON u.date = c.until
  JOIN twin_span AS s ON s.city_id = c.id
  WHERE s.status IN ('active', 'suspended', 'dormant') AND (s.to_earliest IS NULL OR u.latest < s.to_earliest)
    AND NOT EXISTS (SELECT 1 FROM succession AS f WHERE f.predecessor_id = c.id)
  UNION ALL
  SELECT 'too_few_parties', b.id, NULL, 'The bond has fewer than two parties: no act can be recorded on it yet.'
  FROM bond AS b
  WHERE (SELECT count(*) FROM bond_party AS p WHERE p.bond_id = b.id) < 2;

CREATE VIEW readme AS
  -- Start here: SELECT * FROM readme;
  WITH page (place, topic, meaning, query) AS (VALUES
    (1, 'the file',
      'A registry of twin towns: cities, the bonds between them, and every act in a bond''s life. Who is twinned with '
        || 'whom always follows from the acts.',
      'SELECT * FROM metadata;'),
    (2, 'twins now',
      'Each pair whose bond is in force today (active, suspended or dormant), once from each side.',
      'SELECT twin, country, status, since FROM twins WHERE city = ''Coventry'' ORDER BY since;'),
    (3, 'twins ever',
      'Each pair that ever was, with its beginning and end, and what the twin was called then.',
      'SELECT twin, twin_then, status, since, until FROM twins_ever WHERE city = ''Milan'' ORDER BY since;'),
    (4, 'twins on a day',
      'twins_by_day has a row for each stretch of equal status. A stretch is possible on day D if from_earliest <= D '
        || 'and D < to_latest, certain if from_latest <= D and D < to_earliest; NULL is no bound.',
      'SELECT twin, status FROM twins_by_day WHERE city = ''Coventry'' AND from_earliest <= ''1950-12-31'' '
        || 'AND (to_latest IS NULL OR ''1950-12-31'' < to_latest);'),
    (5, 'a bond''s status',
      'Each bond with its status today, when it was formed and ended, and why it is as it is.',
      'SELECT parties, status, formed, ended, reason FROM bond_status WHERE parties LIKE ''%Volgograd%'';'),
    (6, 'a bond''s history',
      'Every act with its date, the party that acted, the reason and the sources. Rank rival: a source that disagrees.',
      'SELECT date, event, by_city, reason, rank, sources FROM bond_history WHERE parties LIKE ''%Volgograd%'';'),
    (7, 'why a bond is as it is',
      'The acts that make its state, the status after each, and the acts that were set aside: rival, corrected or '
        || 'retracted.',
      'SELECT date, event, status, set_aside, sources FROM bond_explanation WHERE parties LIKE ''%Volgograd%'';'),
    (8, 'what changed',
      'Every change of a bond''s status, with the act that made it. What the registry itself learned is in '
        || 'recorded_event, by recorded_at.',
      'SELECT parties, before, status, date, reason FROM bond_change '
        || 'WHERE from_earliest > ''2021-12-31'' AND from_latest <= ''2022-12-31'';'),
    (9, 'what was known',
      'twins_as_known has what the registry said at any moment R: known_from <= R and R < known_to. A correction '
        || 'changes what is believed, never what was believed.',
      'SELECT twin, status, since, known_from, known_to FROM twins_as_known WHERE city = ''Milan'';'),
    (10, 'keepsakes',
      'Gifts, monuments, streets and privileges, and where they are now.',
      'SELECT keepsake, giver, receiver, place FROM bond_keepsake;'),
    (11, 'counts',
      'The most twinned cities (most_twinned); bonds by decade, by pair of countries (country_pair), and by the reason '
        || 'of their end (ended_by_reason).',
      'SELECT * FROM bonds_per_decade;'),
    (12, 'dates',
      'EDTF texts: 1944, 1944-06, 194X, 1944?, [1941,1944], 1998/..; edtf_date has the first and last day of each. '
        || 'NULL: unknown.',
      'SELECT * FROM edtf_date LIMIT 10;'),
    (13, 'codes',
      'Kinds and reasons are open lists with definitions: city_kind, bond_kind, event_kind, reason and others. Add '
        || 'your own with an INSERT.',
      'SELECT code, effect, definition FROM event_kind;'),
    (14, 'adding',
      'Insert the cities, the bond, its parties and then its acts. Acts are never edited or deleted: to mend one, '
        || 'insert an act that corrects it.',
      'SELECT sql FROM sqlite_schema WHERE name = ''bond_event'';'),
    (15, 'doubts',
      'anomaly lists what is legal but odd; disputed_event where sources disagree; unexplained_bond whose reason '
        || 'nobody knows.',
      'SELECT rule, explanation FROM anomaly;')
  )
  SELECT topic, meaning, query FROM page ORDER BY place;
