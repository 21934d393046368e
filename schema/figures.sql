-- Replaceable part 5: the views that count, that single out, and that doubt; and the page that leads through them all.

CREATE VIEW pair_today AS
  -- Each pair that may be in force today, whatever its status, once from each side; certain: 1 if it is on every reading
  -- of the dates. A pair of two bonds stands here twice.
  SELECT city, city_country, twin, country, kind, bond_id, city_id, twin_id,
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
  -- How many bonds were formed and ended in each decade (1940 is 1940 to 1949), those that ended for good only; NULL: the
  -- dates leave the decade open. formed_at_most and ended_at_most count those too, in every decade that they allow.
  WITH RECURSIVE told AS MATERIALIZED (
    -- Whose decade is certain, which is nearly all: indexes alone count them.
    SELECT formed_decade AS decade, 'formed' AS what, count(*) AS bonds FROM bond_span
    WHERE formed_earliest IS NOT NULL AND formed_decade IS NOT NULL AND formed_latest <= date('now')
    GROUP BY formed_decade
    UNION ALL
    SELECT from_decade, 'ended', count(*) FROM bond_span
    WHERE status = 'ended' AND from_decade IS NOT NULL AND from_latest <= date('now')
      AND (to_earliest IS NULL OR to_earliest > date('now'))
    GROUP BY from_decade
  ), doubted AS MATERIALIZED (
    SELECT bond_id, 'formed' AS what, substr(formed_earliest, 1, 3) * 10 AS first,
      substr(min(coalesce(formed_latest, '~'), date('now')), 1, 3) * 10 AS last
    FROM bond_span
    WHERE formed_earliest IS NOT NULL AND formed_decade IS NULL AND formed_earliest <= date('now')
    UNION ALL
    SELECT bond_id, 'formed', formed_decade, formed_decade FROM bond_span
    WHERE formed_earliest IS NOT NULL AND formed_decade >= substr(date('now'), 1, 3) * 10
      AND formed_latest > date('now') AND formed_earliest <= date('now')
    UNION ALL
    SELECT bond_id, 'ended', substr(from_earliest, 1, 3) * 10,
      substr(min(coalesce(from_latest, '~'), date('now')), 1, 3) * 10
    FROM bond_span
    WHERE status = 'ended' AND (from_decade IS NULL OR from_latest > date('now') OR to_earliest <= date('now'))
      AND from_earliest <= date('now') AND (to_latest IS NULL OR to_latest > date('now'))
  ), decade (decade) AS (
    SELECT decade FROM told
    UNION SELECT first FROM doubted WHERE first > 0
    UNION SELECT last FROM doubted
    UNION
    SELECT decade + 10 FROM decade
    WHERE EXISTS (SELECT 1 FROM doubted AS h WHERE h.first BETWEEN 1 AND decade AND decade < h.last)
  ), counted AS MATERIALIZED (
    SELECT d.decade AS decade,
      coalesce((SELECT t.bonds FROM told AS t WHERE t.decade = d.decade AND t.what = 'formed'), 0) AS formed,
      coalesce((SELECT t.bonds FROM told AS t WHERE t.decade = d.decade AND t.what = 'ended'), 0) AS ended,
      (SELECT count(*) FROM doubted AS h WHERE h.what = 'formed' AND d.decade BETWEEN h.first AND h.last) AS more_formed,
      (SELECT count(DISTINCT h.bond_id) FROM doubted AS h
       WHERE h.what = 'ended' AND d.decade BETWEEN h.first AND h.last
         AND NOT EXISTS (SELECT 1 FROM bond_span AS s
                         WHERE s.bond_id = h.bond_id AND s.status = 'ended' AND s.from_decade = d.decade
                           AND s.from_latest <= date('now') AND (s.to_earliest IS NULL OR s.to_earliest > date('now'))))
        AS more_ended
    FROM decade AS d
  )
  SELECT decade, formed, ended, formed_at_most, ended_at_most FROM (
    SELECT decade, formed, ended, formed + more_formed AS formed_at_most, ended + more_ended AS ended_at_most
    FROM counted
    UNION ALL
    SELECT NULL, count(DISTINCT CASE WHEN what = 'formed' THEN bond_id END),
      count(DISTINCT CASE WHEN what = 'ended' THEN bond_id END),
      count(DISTINCT CASE WHEN what = 'formed' THEN bond_id END),
      count(DISTINCT CASE WHEN what = 'ended' THEN bond_id END)
    FROM doubted HAVING count(*) > 0)
  ORDER BY decade IS NULL, decade;

CREATE VIEW ended_by_reason AS
  -- How many bonds are ended today, by the reason that was given, and how many of them for certain; NULL: none is
  -- recorded.
  SELECT e.reason AS reason, count(DISTINCT s.bond_id) AS bonds,
    count(DISTINCT CASE WHEN s.from_latest <= date('now') AND (s.to_earliest IS NULL OR date('now') < s.to_earliest)
                        THEN s.bond_id END) AS certain
  FROM bond_span AS s JOIN bond_event AS e ON e.id = s.event_id
  WHERE s.status = 'ended' AND s.from_earliest <= date('now') AND (s.to_latest IS NULL OR date('now') < s.to_latest)
  GROUP BY e.reason ORDER BY bonds DESC, e.reason;

CREATE VIEW ended_by_year AS
  -- How many bonds ended in each year, by the reason that was given; year NULL: the dates leave it open.
  SELECT CASE WHEN substr(s.from_earliest, 1, 4) = substr(s.from_latest, 1, 4)
              THEN CAST(substr(s.from_earliest, 1, 4) AS INTEGER) END AS year,
    e.reason AS reason, count(*) AS bonds
  FROM bond_span AS s JOIN bond_event AS e ON e.id = s.event_id
  WHERE s.status = 'ended' AND s.to_earliest IS NULL AND s.from_earliest <= date('now')
  GROUP BY year, e.reason ORDER BY year, bonds DESC, e.reason;

CREATE VIEW in_force_by_year AS
  -- How many bonds were in force at the end of each year that is over now, and how many of them for certain; from the
  -- first year of a dated act. Certain are those that may be in force, and may not be anything else: all that may be
  -- anything, less those that may be something else or that may not have begun. Each bond counts once a year, so its
  -- runs are cut where they overlap; then only the years are counted in which one begins, or is over.
  WITH RECURSIVE year (year) AS (
    SELECT CAST(substr(min(from_earliest), 1, 4) AS INTEGER) FROM bond_span
    WHERE from_earliest > '0000-01-01' AND substr(from_earliest, 1, 4) || '-12-31' <= date('now') HAVING count(*) > 0
    UNION ALL
    SELECT year + 1 FROM year WHERE year < substr(date('now'), 1, 4) - (substr(date('now'), 6) < '12-31')
  ), stretch AS MATERIALIZED (
    SELECT bond_id, status NOT IN ('proposed', 'ended') AS in_force, CAST(substr(from_earliest, 1, 4) AS INTEGER) AS first,
      coalesce(substr(to_latest, 1, 4) - 1, 9999) AS last,
      CASE WHEN position = min(position) OVER (PARTITION BY bond_id)
           THEN coalesce(substr(from_latest, 1, 4) - 1, 9999) END AS last_unbegun
    FROM bond_span
  ), run (bond_id, may_be, first, last) AS (
    SELECT bond_id, 'anything', first, last FROM stretch
    UNION ALL
    SELECT bond_id, 'in force', first, last FROM stretch WHERE in_force
    UNION ALL
    SELECT bond_id, 'something else', first, iif(in_force, min(last, last_unbegun), last) FROM stretch
    WHERE NOT in_force OR last_unbegun IS NOT NULL
  ), apart AS (
    SELECT may_be, last,
      max(first, coalesce(1 + max(last) OVER (PARTITION BY may_be, bond_id ORDER BY first
                                              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), first)) AS first
    FROM run WHERE first <= last
  ), changed (year, bonds, certain) AS (
    SELECT first, may_be = 'in force', (may_be = 'anything') - (may_be = 'something else') FROM apart
    WHERE first <= last
    UNION ALL
    SELECT last + 1, -(may_be = 'in force'), (may_be = 'something else') - (may_be = 'anything') FROM apart
    WHERE first <= last
    UNION ALL
    SELECT year, 0, 0 FROM year
  )
  SELECT year, bonds, certain
  FROM (SELECT year, sum(sum(bonds)) OVER so_far AS bonds, sum(sum(certain)) OVER so_far AS certain
        FROM changed GROUP BY year WINDOW so_far AS (ORDER BY year))
  WHERE bonds > 0 AND year IN (SELECT year FROM year) ORDER BY year;

CREATE VIEW bonds_by_kind AS
  -- How many bonds are in force today, by their kind and by what their parties are, and how many of them for certain.
  SELECT kind, level, count(*) AS bonds, sum(certain) AS certain
  FROM (SELECT t.kind AS kind, t.bond_id AS bond_id, max(t.certain) AS certain,
          (SELECT group_concat(k, ' - ') FROM (SELECT DISTINCT p.kind AS k FROM party AS p
                                               WHERE p.bond_id = t.bond_id ORDER BY p.kind)) AS level
        FROM pair_today AS t GROUP BY t.bond_id)
  GROUP BY kind, level ORDER BY bonds DESC, kind, level;

CREATE VIEW country_pair AS
  -- How many bonds hold now between each two countries, or within one, and certain of them for certain; the code that
  -- sorts first is country_a.
  SELECT min(city_country, country) AS country_a, max(city_country, country) AS country_b,
    count(DISTINCT bond_id) AS bonds, count(DISTINCT CASE WHEN certain THEN bond_id END) AS certain
  FROM pair_today
  WHERE city_id < twin_id AND city_country IS NOT NULL AND country IS NOT NULL  -- from one side
  GROUP BY country_a, country_b ORDER BY bonds DESC, country_a, country_b;

CREATE VIEW newest_bond AS
  -- The bond of each city that was formed last, as far as is known.
  SELECT city, country, formed, parties, bond_id, city_id, formed_earliest, formed_latest
  FROM (SELECT c.name AS city, c.country AS country, e.date AS formed, s.parties AS parties, f.bond_id AS bond_id,
          p.city_id AS city_id, d.earliest AS formed_earliest, d.latest AS formed_latest,
          row_number() OVER (PARTITION BY p.city_id, c.name ORDER BY d.earliest DESC, f.bond_id DESC) AS place
        FROM bond_span AS f
        JOIN bond_event AS e ON e.id = f.forming_id
        JOIN edtf_date AS d ON d.date = e.date
        JOIN bond_parties AS s ON s.bond_id = f.bond_id
        JOIN bond_party AS p ON p.bond_id = f.bond_id
        JOIN city AS c ON c.id = p.city_id
        WHERE coalesce(d.earliest, '') <= date('now'))
  WHERE place = 1 ORDER BY city, city_id;

CREATE VIEW oldest_bond AS
  -- The bond of each country that was formed first, as far as is known, whatever became of it.
  SELECT country, formed, parties, status, bond_id, formed_earliest, formed_latest
  FROM (SELECT p.country AS country, s.formed AS formed, s.parties AS parties, s.status AS status, s.bond_id AS bond_id,
          s.formed_earliest AS formed_earliest, s.formed_latest AS formed_latest,
          row_number() OVER (PARTITION BY p.country ORDER BY s.formed_earliest, s.formed_latest, s.bond_id) AS place
        FROM bond_status AS s JOIN party AS p ON p.bond_id = s.bond_id
        WHERE p.country IS NOT NULL AND s.formed IS NOT NULL AND coalesce(s.formed_earliest, '') <= date('now'))
  WHERE place = 1 ORDER BY country;

CREATE VIEW anniversary AS
  -- Which bonds in force today are a multiple of 10 or of 25 years old this year or in one of the ten that follow. A
  -- forming that may have been in several years stands here for each; one that is open by ten years or more is left out.
  WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < 10)
  SELECT this + y.n AS year, this + y.n - first - f.n AS years, parties, formed, status,
    CASE WHEN first = last THEN 'certain' ELSE 'possible' END AS certainty, bond_id
  FROM (SELECT CAST(strftime('%Y', date('now')) AS INTEGER) AS this, parties, formed, status, bond_id,
          CAST(substr(formed_earliest, 1, 4) AS INTEGER) AS first, CAST(substr(formed_latest, 1, 4) AS INTEGER) AS last
        FROM bond_status WHERE status IN ('active', 'suspended', 'dormant'))
  JOIN number AS y
  JOIN number AS f ON first + f.n <= last AND last - first < 10
  WHERE this + y.n > first + f.n AND ((this + y.n - first - f.n) % 10 = 0 OR (this + y.n - first - f.n) % 25 = 0)
  ORDER BY year, years DESC, bond_id;

CREATE VIEW last_exchange AS
  -- The last exchange that is recorded of each bond in force today; NULL: none is.
  SELECT s.parties AS parties, s.status AS status, e.date AS last_exchange, s.bond_id AS bond_id,
    e.latest AS last_exchange_latest
  FROM bond_status AS s
  LEFT JOIN (SELECT bond_id, date, coalesce(latest, '9999-12-31') AS latest,
               row_number() OVER (PARTITION BY bond_id ORDER BY coalesce(latest, '9999-12-31') DESC, id DESC) AS place
             FROM standing_event WHERE sort = 'exchanged') AS e ON e.bond_id = s.bond_id AND e.place = 1
  WHERE s.status IN ('active', 'suspended', 'dormant');

CREATE VIEW border_change AS
  -- Bonds that were within one country when they were formed and are between two today, or the reverse.
  SELECT parties, formed, at_forming, today, bond_id
  FROM (SELECT s.parties AS parties, s.formed AS formed, s.bond_id AS bond_id,
          CASE WHEN count(DISTINCT coalesce((SELECT n.country FROM dated_country AS n WHERE n.city_id = p.city_id
                  AND (n.from_earliest IS NULL OR n.from_earliest <= s.formed_latest)
                  AND (n.to_latest IS NULL OR s.formed_latest < n.to_latest)
                ORDER BY n.from_earliest DESC, n.spell_id LIMIT 1), p.country)) > 1
               THEN 'international' ELSE 'domestic' END AS at_forming,
          CASE WHEN count(DISTINCT p.country) > 1 THEN 'international' ELSE 'domestic' END AS today
        FROM bond_status AS s JOIN party AS p ON p.bond_id = s.bond_id
        WHERE s.formed_latest IS NOT NULL
        GROUP BY s.bond_id)
  WHERE at_forming <> today;

CREATE VIEW completeness AS
  -- Of how many bonds of each country the date of the forming, a source and the reason are known; country NULL: of
  -- parties of none.
  SELECT p.country AS country, count(DISTINCT b.bond_id) AS bonds,
    count(DISTINCT CASE WHEN b.formed IS NOT NULL THEN b.bond_id END) AS dated,
    count(DISTINCT CASE WHEN b.is_sourced THEN b.bond_id END) AS sourced,
    count(DISTINCT CASE WHEN b.motive <> 'unknown' THEN b.bond_id END) AS explained
  FROM (SELECT s.*, EXISTS (SELECT 1 FROM bond_citation AS c WHERE c.bond_id = s.bond_id) AS is_sourced
        FROM bond_status AS s) AS b
  JOIN party AS p ON p.bond_id = b.bond_id
  GROUP BY p.country ORDER BY bonds DESC, p.country;

CREATE VIEW unexplained_bond AS
  -- Bonds of which no reason for their forming is recorded, or of which a source says that nobody knows it: unknown.
  SELECT p.bond_id AS bond_id, p.parties AS parties, b.kind AS kind,
    (SELECT e.reason FROM standing_event AS e WHERE e.bond_id = b.id AND e.begins AND e.effect <> 'membership' AND e.reason = 'unknown'
     LIMIT 1) AS reason
  FROM bond AS b JOIN bond_parties AS p ON p.bond_id = b.id
  WHERE NOT EXISTS (SELECT 1 FROM standing_event AS e
                    WHERE e.bond_id = b.id AND e.begins AND e.effect <> 'membership' AND e.reason <> 'unknown');

CREATE VIEW one_sided_bond AS
  -- Bonds that one party claims and no other has confirmed: every act that makes state is its own.
  SELECT e.bond_id AS bond_id, p.parties AS parties, c.name AS claimed_by, c.id AS city_id
  FROM (SELECT bond_id, min(city_id) AS city_id FROM standing_event
        WHERE effect IN ('proposed', 'active', 'suspended', 'dormant', 'ended')
        GROUP BY bond_id
        HAVING count(*) = count(city_id) AND count(DISTINCT city_id) = 1 AND max(effect = 'active')) AS e
  JOIN bond_parties AS p ON p.bond_id = e.bond_id
  JOIN city AS c ON c.id = e.city_id;

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

CREATE VIEW supported_fact AS
  -- Every fact that rests on a source: an act, a name, a city, a succession or a keepsake.
  SELECT s.title AS source, s.publisher AS publisher,
    CASE WHEN c.event_id IS NOT NULL THEN 'act' WHEN c.name_id IS NOT NULL THEN 'name'
         WHEN c.city_id IS NOT NULL THEN 'city' WHEN c.succession_id IS NOT NULL THEN 'succession'
         ELSE 'keepsake' END AS supports,
    coalesce(
      (SELECT p.parties || ': ' || e.kind || coalesce(' ' || e.date, '')
       FROM bond_event AS e JOIN bond_parties AS p ON p.bond_id = e.bond_id WHERE e.id = c.event_id),
      (SELECT t.name || ': ' || n.name FROM city_name AS n JOIN city AS t ON t.id = n.city_id WHERE n.id = c.name_id),
      (SELECT t.name FROM city AS t WHERE t.id = c.city_id),
      (SELECT a.name || ' -> ' || b.name FROM succession AS n JOIN city AS a ON a.id = n.predecessor_id
         JOIN city AS b ON b.id = n.successor_id WHERE n.id = c.succession_id),
      (SELECT k.title FROM keepsake AS k WHERE k.id = c.keepsake_id)) AS fact,
    c.locator AS locator, c.quote AS quote, c.source_id AS source_id, c.event_id AS event_id, c.name_id AS name_id,
    c.city_id AS city_id, c.succession_id AS succession_id, c.keepsake_id AS keepsake_id
  FROM citation AS c JOIN source AS s ON s.id = c.source_id;

CREATE VIEW anomaly AS
  -- What is legal but odd, and worth a look: history arrives out of order and with holes.
  SELECT DISTINCT 'act_after_end' AS rule, s.bond_id AS bond_id, s.event_id AS event_id,
    'The bond had ended before this act (' || e.kind || ' ' || coalesce(e.date, 'undated')
      || '). If it was taken up again, that is a new bond.' AS explanation
  FROM (SELECT bond_id, event_id, lag(status) OVER (PARTITION BY bond_id, city_id ORDER BY position) AS before
        FROM party_state) AS s
  JOIN standing_event AS e ON e.id = s.event_id
  WHERE s.before = 'ended' AND e.effect IN ('proposed', 'active', 'suspended', 'dormant')
  UNION ALL
  SELECT 'ended_before_formed', bond_id, event_id,
    'The bond ended before it was formed (' || coalesce(date, 'undated') || '): one of the dates is wrong.'
  FROM (SELECT bond_id, event_id, date, effect, max(sort = 'formed') OVER (PARTITION BY bond_id) AS is_formed,
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
  SELECT DISTINCT 'resumed_without_pause', bond_id, event_id,
    'Resumed, but no party that resumes had suspended the bond or let it lapse.'
  FROM (SELECT s.bond_id AS bond_id, s.event_id AS event_id,
          max(s.before IS 'suspended' OR s.before IS 'dormant') OVER (PARTITION BY s.bond_id, s.event_id) AS had_paused
        FROM (SELECT bond_id, event_id, city_id,
                lag(stance) OVER (PARTITION BY bond_id, city_id ORDER BY position) AS before
              FROM party_state) AS s
        JOIN dated_event AS e ON e.id = s.event_id AND e.sort = 'resumed' AND coalesce(e.city_id, s.city_id) = s.city_id)
  WHERE NOT had_paused
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
  SELECT DISTINCT 'exclusive_beside_another', b.id, NULL,
    c.name || ' promised to have no other twin, yet has bond ' || o.bond_id || ' at the same time.'
  FROM bond AS b
  JOIN bond_party AS p ON p.bond_id = b.id
  JOIN twin_span AS s ON s.city_id = p.city_id AND s.bond_id = b.id
  JOIN twin_span AS o ON o.city_id = p.city_id AND o.bond_id <> b.id
  JOIN city AS c ON c.id = p.city_id
  WHERE b.exclusive AND o.twin_id NOT IN (SELECT q.city_id FROM bond_party AS q WHERE q.bond_id = b.id)
    AND s.status IN ('active', 'suspended', 'dormant') AND o.status IN ('active', 'suspended', 'dormant')
    AND (o.to_earliest IS NULL OR s.from_latest < o.to_earliest)
    AND (s.to_earliest IS NULL OR o.from_latest < s.to_earliest)
  UNION ALL
  SELECT DISTINCT 'party_after_it_ceased', h.bond_id, NULL,
    c.name || ' ceased in ' || c.until || ', but its bond is ' || s.status || ' after that.'
  FROM (SELECT bond_id, city_id FROM bond_party
        UNION ALL
        SELECT p.bond_id, b.bearer_id FROM bond_party AS p JOIN bearer AS b ON b.party_id = p.city_id) AS h
  JOIN city AS c ON c.id = h.city_id
  JOIN edtf_date AS u ON u.date = c.until
  JOIN twin_span AS s ON s.city_id = h.city_id AND s.bond_id = h.bond_id
  WHERE s.status IN ('active', 'suspended', 'dormant') AND (s.to_earliest IS NULL OR u.latest < s.to_earliest)
    AND NOT EXISTS (SELECT 1 FROM succession AS f WHERE f.predecessor_id = c.id)
  UNION ALL
  SELECT 'listed_before_formed', bond_id, id,
    'A source shows the bond in force on ' || date || ', before it was formed (not before ' || formed || ').'
  FROM (SELECT bond_id, id, date, latest, observes,
          min(CASE WHEN sort = 'formed' THEN earliest END) OVER (PARTITION BY bond_id) AS formed
        FROM standing_event)
  WHERE observes AND latest < formed
  UNION ALL
  SELECT 'only_rivals', r.bond_id, min(r.id),
    'Every account of this bond is a rival one, so it has no status: prefer one by a correction of another rank.'
  FROM dated_event AS r
  WHERE r.rank = 'rival' AND r.superseded_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM standing_event AS e WHERE e.bond_id = r.bond_id)
  GROUP BY r.bond_id
  UNION ALL
  SELECT 'late_founder', p.bond_id, NULL,
    c.name || ' was added as a party after the first act was recorded, and no act says that it joined: it counts as a '
      || 'founder.'
  FROM bond_party AS p JOIN city AS c ON c.id = p.city_id
  WHERE p.recorded_at > (SELECT min(e.recorded_at) FROM bond_event AS e WHERE e.bond_id = p.bond_id)
    AND 1 < (SELECT count(*) FROM bond_party AS q WHERE q.bond_id = p.bond_id AND q.recorded_at <=
             (SELECT min(e.recorded_at) FROM bond_event AS e WHERE e.bond_id = p.bond_id))
    AND NOT EXISTS (SELECT 1 FROM standing_event AS e
                    WHERE e.bond_id = p.bond_id AND e.city_id = p.city_id AND e.effect = 'membership')
  UNION ALL
  SELECT 'within_one_city', s.bond_id, NULL,
    'Its parties were followed by one and the same city, so the bond is between no two: record its end.'
  FROM bond_span AS s
  WHERE s.status IN ('active', 'suspended', 'dormant') AND s.to_earliest IS NULL
    AND CASE WHEN EXISTS (SELECT 1 FROM bond_party AS p JOIN succession AS f ON f.predecessor_id = p.city_id
                          WHERE p.bond_id = s.bond_id)  -- else all pairs would be gone through for each bond
             THEN s.bond_id NOT IN (SELECT t.bond_id FROM twin_span AS t
                                    WHERE t.status IN ('active', 'suspended', 'dormant') AND t.to_earliest IS NULL) END
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
    (3, 'finding a city',
      'A view has the name of today, spelt just so, and nothing for any other. city_meant takes a name of any era and '
        || 'language (stalingrad), with a country (Kingston, JM), or an identifier (wikidata:Q6225); city_by_any_name '
        || 'has all names. The command twinning, and search_city of the extension mod_twinning, forgive spelling.',
      'SELECT city, twin, status FROM twins WHERE city_id IN '
        || '(SELECT city_id FROM city_meant WHERE words = json_array(''stalingrad''));'),
    (4, 'twins ever',
      'Each pair that ever was, with its beginning and end, and what the twin was called then.',
      'SELECT twin, twin_then, status, since, until FROM twins_ever WHERE city = ''Milan'' ORDER BY since;'),
    (5, 'twins on a day',
      'twins_by_day has a row for each stretch of equal status. A stretch is possible on day D if from_earliest <= D '
        || 'and D < to_latest, certain if from_latest <= D and D < to_earliest; NULL is no bound.',
      'SELECT twin, status FROM twins_by_day WHERE city = ''Coventry'' AND from_earliest <= ''1950-12-31'' '
        || 'AND (to_latest IS NULL OR ''1950-12-31'' < to_latest);'),
    (6, 'a bond''s status',
      'Each bond with its status today, when it was formed and ended, and why it is as it is.',
      'SELECT parties, status, formed, ended, reason FROM bond_status WHERE parties LIKE ''%Volgograd%'';'),
    (7, 'a bond''s history',
      'Every act with its date, the party that acted, the reason and the sources. Rank rival: a source that disagrees.',
      'SELECT date, event, by_city, reason, rank, sources FROM bond_history WHERE parties LIKE ''%Volgograd%'';'),
    (8, 'why a bond is as it is',
      'The acts that make its state, the status after each, and the acts that were set aside: rival, corrected or '
        || 'retracted.',
      'SELECT date, event, status, set_aside, sources FROM bond_explanation WHERE parties LIKE ''%Volgograd%'';'),
    (9, 'what changed',
      'Every change of a bond''s status, with the act that made it. What the registry itself learned is in '
        || 'recorded_event, by recorded_at.',
      'SELECT parties, before, status, date, reason FROM bond_change '
        || 'WHERE from_earliest > ''2021-12-31'' AND from_latest <= ''2022-12-31'';'),
    (10, 'what was known',
      'twins_as_known has what the registry said at any moment R: known_from <= R and R < known_to. A correction '
        || 'changes what is believed, never what was believed.',
      'SELECT twin, status, since, known_from, known_to FROM twins_as_known WHERE city = ''Milan'';'),
    (11, 'keepsakes',
      'Gifts, monuments, streets and privileges, and where they are now.',
      'SELECT keepsake, giver, receiver, place FROM bond_keepsake;'),
    (12, 'counts',
      'The most twinned cities (most_twinned); bonds by decade, by pair of countries (country_pair), and by the reason '
        || 'of their end (ended_by_reason).',
      'SELECT * FROM bonds_per_decade;'),
    (13, 'doubts',
      'anomaly lists what is legal but odd; disputed_event where sources disagree; unexplained_bond whose reason '
        || 'nobody knows.',
      'SELECT rule, explanation FROM anomaly;'),
    (14, 'dates',
      'EDTF texts: 1944, 1944-06, 194X, 1944?, [1941,1944], 1998/..; edtf_date has the first and last day of each. '
        || 'NULL: unknown.',
      'SELECT * FROM edtf_date LIMIT 10;'),
    (15, 'codes',
      'Kinds and reasons are open lists with definitions: bond_kind, event_kind, reason, ... Add your own by INSERT.',
      'SELECT code, effect, definition FROM event_kind;'),
    (16, 'adding',
      'By names: INSERT INTO new_city (name, country) VALUES (''Nordhafen'', ''DE''); INSERT INTO new_bond (city, '
        || 'twin, date) VALUES (''Nordhafen'', ''Kiel'', ''1962-05''); and so new_name, new_event and new_keepsake. '
        || 'The query says what each takes.',
      'SELECT sql FROM sqlite_schema WHERE type = ''view'' AND name GLOB ''new_*'';'),
    (17, 'mending',
      'Acts are never edited or deleted: insert an act that corrects the other. What is no act takes an UPDATE.',
      'SELECT sql FROM sqlite_schema WHERE name = ''bond_event'';')
  )
  SELECT topic, meaning, query FROM page ORDER BY place;
