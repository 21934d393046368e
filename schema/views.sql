-- Replaceable part 4: the views for people. SELECT * FROM readme leads through them.

CREATE VIEW city_called AS
  -- Every name of every city with the days between which it was used; NULL days: not known to have begun or ended.
  SELECT n.city_id AS city_id, n.name AS name, n.language AS language, n.kind AS kind, n.since AS since,
    n.until AS until, s.earliest AS from_earliest, s.latest AS from_latest,
    u.earliest AS to_earliest, u.latest AS to_latest,
    n.id AS name_id
  FROM city_name AS n
  LEFT JOIN edtf_date AS s ON s.date = n.since
  LEFT JOIN edtf_date AS u ON u.date = n.until;

CREATE VIEW city_by_any_name AS
  -- Each city under each of its names, of any era and language, that of today among them.
  SELECT name, folded, name AS city, country, NULL AS language, NULL AS kind, NULL AS since, NULL AS until, id AS city_id
  FROM city
  UNION ALL
  SELECT n.name, n.folded, c.name, c.country, n.language, n.kind, n.since, n.until, n.city_id
  FROM city_name AS n JOIN city AS c ON c.id = n.city_id;

CREATE VIEW dated_name AS
  -- The names in law of the cities that changed theirs. The name on day D is the one with the greatest from_earliest for
  -- which (from_earliest IS NULL OR from_earliest <= D) AND (to_latest IS NULL OR D < to_latest); else that of today.
  SELECT city_id, name, from_earliest, from_latest, to_earliest, to_latest, name_id
  FROM city_called
  WHERE kind = 'official' AND since IS NOT NULL OR kind IN ('official', 'former') AND until IS NOT NULL;

CREATE VIEW dated_country AS
  -- The countries of the cities that belonged to more than one. The country on day D is the one with the greatest
  -- from_earliest for which (from_earliest IS NULL OR from_earliest <= D) AND (to_latest IS NULL OR D < to_latest); else
  -- that of today.
  SELECT n.city_id AS city_id, n.country AS country, s.earliest AS from_earliest, s.latest AS from_latest,
    u.earliest AS to_earliest, u.latest AS to_latest, n.id AS spell_id
  FROM city_country AS n
  LEFT JOIN edtf_date AS s ON s.date = n.since
  LEFT JOIN edtf_date AS u ON u.date = n.until;

CREATE VIEW stated_policy AS
  -- What cities have decided of all their bonds at once, with the days between which it held; NULL days: no bound.
  SELECT c.name AS city, c.country AS country, p.policy AS policy, p.since AS since, p.until AS until, p.note AS note,
    s.earliest AS from_earliest, s.latest AS from_latest, u.earliest AS to_earliest, u.latest AS to_latest,
    p.city_id AS city_id
  FROM city_policy AS p
  JOIN city AS c ON c.id = p.city_id
  LEFT JOIN edtf_date AS s ON s.date = p.since
  LEFT JOIN edtf_date AS u ON u.date = p.until;

CREATE VIEW bond_parties AS
  -- The names of a bond's parties today, as one text: Coventry - Volgograd.
  SELECT b.id AS bond_id,
    coalesce((SELECT group_concat(name, ' - ')
              FROM (SELECT c.name AS name FROM bond_party AS p JOIN city AS c ON c.id = p.city_id
                    WHERE p.bond_id = b.id ORDER BY p.city_id)), '') AS parties
  FROM bond AS b;

CREATE VIEW party AS
  -- Each party of each bond, by name.
  SELECT p.bond_id AS bond_id, c.name AS city, c.country AS country, c.kind AS kind, c.fictional AS fictional,
    p.city_id AS city_id, c.population AS population
  FROM bond_party AS p JOIN city AS c ON c.id = p.city_id;

CREATE VIEW event_reason AS
  -- Each standing act that has a reason, with that reason and with every broader one.
  WITH RECURSIVE widened (event_id, bond_id, kind, sort, reason) AS (
    SELECT id, bond_id, kind, sort, reason FROM standing_event WHERE reason IS NOT NULL
    UNION
    SELECT w.event_id, w.bond_id, w.kind, w.sort, r.broader FROM widened AS w JOIN reason AS r ON r.code = w.reason
    WHERE r.broader IS NOT NULL
  )
  SELECT bond_id, event_id, kind, reason, sort FROM widened;

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
    t.fictional AS fictional,
    CASE WHEN s.carried_from IS NOT NULL THEN (SELECT name FROM city WHERE id = s.carried_from) END AS carried_from,
    CASE WHEN s.twin_carried_from IS NOT NULL THEN (SELECT name FROM city WHERE id = s.twin_carried_from) END
      AS twin_carried_from
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
    twin_kind, fictional, city_country, carried_from, twin_carried_from
  FROM twins_by_day
  WHERE status IN ('active', 'suspended', 'dormant')
    AND from_earliest <= date('now') AND (to_latest IS NULL OR date('now') < to_latest);

CREATE VIEW twins_as_known AS
  -- What the registry said at any moment: each stretch of each pair of parties, for each span of time in which it was
  -- believed; what a successor carries is not in it.
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
    first.since AS since, last.until AS until,
    first.from_earliest AS since_earliest, first.from_latest AS since_latest,
    CASE WHEN last.status = 'ended' THEN last.from_earliest END AS until_earliest,
    CASE WHEN last.status = 'ended' THEN last.from_latest END AS until_latest,
    coalesce((SELECT n.name FROM dated_name AS n
              WHERE n.city_id = first.twin_id
                AND (n.from_earliest IS NULL OR n.from_earliest <= first.from_latest)
                AND (n.to_latest IS NULL OR first.from_latest < n.to_latest)
              ORDER BY n.from_earliest DESC, n.name_id LIMIT 1), first.twin) AS twin_then,
    first.bond_id AS bond_id, first.city_id AS city_id, first.twin_id AS twin_id,
    first.twin_kind AS twin_kind, first.fictional AS fictional, first.carried_from AS carried_from,
    first.twin_carried_from AS twin_carried_from
  FROM twins_by_day AS first
  JOIN twin_span AS last ON last.city_id = first.city_id AND last.bond_id = first.bond_id
    AND last.twin_id = first.twin_id
    AND last.position = (SELECT max(position) FROM twin_span AS s WHERE s.city_id = first.city_id
                         AND s.bond_id = first.bond_id AND s.twin_id = first.twin_id)
  WHERE first.position = coalesce((SELECT min(position) FROM twin_span AS s
                                   WHERE s.city_id = first.city_id AND s.bond_id = first.bond_id
                                     AND s.twin_id = first.twin_id AND s.status NOT IN ('proposed', 'ended')), 1);

CREATE VIEW bond_by_day AS
  -- Each bond once for every stretch of equal status, and once before its first act, with position 0 and no status. The
  -- bond as it stands on day D is the row of the highest position for which from_earliest <= D; it stands so for certain
  -- if from_latest <= D.
  WITH stretch AS (
    SELECT id AS bond_id, 0 AS position, NULL AS status, NULL AS event_id, '' AS from_earliest, '' AS from_latest
    FROM bond
    UNION ALL
    SELECT bond_id, position, status, event_id, from_earliest, from_latest FROM bond_span
  ), told AS (
    SELECT s.*,
      EXISTS (SELECT 1 FROM standing_event AS c WHERE c.bond_id = s.bond_id AND c.sort = 'contested') AS contested,
      (SELECT f.id FROM standing_event AS f LEFT JOIN edtf_date AS d ON d.date = f.date
       WHERE f.bond_id = s.bond_id AND f.sort = 'formed'
       ORDER BY f.date IS NOT NULL, d.earliest, f.recorded_at, f.uid LIMIT 1) AS forming_id
    FROM stretch AS s
  )
  SELECT s.bond_id AS bond_id, p.parties AS parties, b.kind AS kind, s.status AS status, s.contested AS contested,
    f.date AS formed, CASE WHEN s.status = 'ended' THEN e.date END AS ended, e.reason AS reason, b.title AS title,
    e.condition AS condition, b.note AS note, s.position AS position, s.from_earliest AS from_earliest,
    s.from_latest AS from_latest, s.event_id AS event_id, e.date AS since, c.name AS by_city, f.reason AS motive,
    (SELECT n.sources FROM event_sources AS n WHERE n.event_id = s.forming_id) AS sources,
    d.earliest AS formed_earliest, d.latest AS formed_latest
  FROM told AS s
  JOIN bond AS b ON b.id = s.bond_id
  JOIN bond_parties AS p ON p.bond_id = s.bond_id
  LEFT JOIN bond_event AS e ON e.id = s.event_id
  LEFT JOIN city AS c ON c.id = e.city_id
  LEFT JOIN bond_event AS f ON f.id = s.forming_id
  LEFT JOIN edtf_date AS d ON d.date = f.date;

CREATE VIEW bond_status AS
  -- Each bond as it stands today, and the act that made it so: since when, by whom and why; NULL before its first act.
  SELECT bond_id, parties, kind, status, contested, formed, ended, reason, title, condition, note,
    CASE WHEN from_latest <= date('now') THEN 'certain' ELSE 'possible' END AS certainty, since, by_city, motive, sources,
    formed_earliest, formed_latest
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

CREATE VIEW stance_today AS
  -- Where each party of each bond stands today, and the act that says so: who suspended the bond, and what would lift it.
  -- stance is NULL for one that has done nothing yet, and certainty is that this is so on every reading of the dates.
  WITH today AS (
    SELECT bond_id, city_id, stance, is_member, from_latest,
      CASE WHEN stance IS NOT NULL THEN (SELECT a.event_id FROM bond_act AS a
        WHERE a.bond_id = s.bond_id AND a.position <= s.position AND a.effect = s.stance
          AND coalesce(a.city_id, s.city_id) = s.city_id
        ORDER BY a.position DESC LIMIT 1) END AS event_id
    FROM (SELECT *, max(position) OVER (PARTITION BY bond_id, city_id) AS last_position
          FROM party_state WHERE from_earliest <= date('now')) AS s
    WHERE position = last_position
  )
  SELECT p.parties AS parties, c.name AS city, t.stance AS stance, t.is_member AS is_member, e.date AS since,
    e.reason AS reason, e.condition AS condition, e.note AS note, e.city_id IS NULL AND e.id IS NOT NULL AS is_joint,
    CASE WHEN t.from_latest <= date('now') THEN 'certain' ELSE 'possible' END AS certainty, t.bond_id AS bond_id,
    t.city_id AS city_id, t.event_id AS event_id
  FROM today AS t
  JOIN bond_parties AS p ON p.bond_id = t.bond_id
  JOIN city AS c ON c.id = t.city_id
  LEFT JOIN bond_event AS e ON e.id = t.event_id;

CREATE VIEW pause AS
  -- Every suspension of a bond, by whom and why, what followed it (NULL: nothing yet), and how many days it lasted.
  SELECT s.bond_id AS bond_id, p.parties AS parties, c.name AS by_city, e.date AS suspended, r.date AS lifted,
    s.after AS after, e.reason AS reason, e.condition AS condition,
    CAST(max(julianday(s.to_earliest) - julianday(s.from_latest), 0) AS INTEGER) AS days_least,
    CAST(julianday(s.to_latest) - julianday(s.from_earliest) AS INTEGER) AS days_most,
    s.event_id AS event_id, s.lifted_by AS lifted_by
  FROM (SELECT *, lead(status) OVER life AS after, lead(event_id) OVER life AS lifted_by
        FROM bond_span WINDOW life AS (PARTITION BY bond_id ORDER BY position)) AS s
  JOIN bond_parties AS p ON p.bond_id = s.bond_id
  JOIN bond_event AS e ON e.id = s.event_id
  LEFT JOIN bond_event AS r ON r.id = s.lifted_by
  LEFT JOIN city AS c ON c.id = e.city_id
  WHERE s.status = 'suspended';

CREATE VIEW city_change AS
  -- What changed for each city, and between which days: the status of a pair, the city's name or country, and who came
  -- before or after it. A change fell between days A and B, A left out, for certain if earliest > A AND latest <= B, and
  -- possibly if latest > A AND earliest <= B; NULL is no bound.
  SELECT c.name AS city, 'status' AS what, t.name AS twin, s.before AS before, s.status AS after,
    s.from_earliest AS earliest, s.from_latest AS latest, s.bond_id AS bond_id, s.city_id AS city_id
  FROM (SELECT *, lag(status) OVER (PARTITION BY city_id, bond_id, twin_id ORDER BY position) AS before
        FROM twin_span) AS s
  JOIN city AS c ON c.id = s.city_id
  JOIN city AS t ON t.id = s.twin_id
  UNION ALL
  SELECT c.name, 'name', NULL, NULL, n.name, n.from_earliest, n.from_latest, NULL, n.city_id
  FROM dated_name AS n JOIN city AS c ON c.id = n.city_id
  WHERE n.from_earliest IS NOT NULL
  UNION ALL
  SELECT c.name, 'name', NULL, n.name, c.name, n.to_earliest, n.to_latest, NULL, n.city_id
  FROM dated_name AS n JOIN city AS c ON c.id = n.city_id
  WHERE n.to_earliest IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dated_name AS o WHERE o.city_id = n.city_id
    AND o.name_id <> n.name_id AND o.from_earliest <= n.to_latest AND n.to_earliest < coalesce(o.to_latest, '~'))
  UNION ALL
  SELECT c.name, 'country', NULL, NULL, n.country, n.from_earliest, n.from_latest, NULL, n.city_id
  FROM dated_country AS n JOIN city AS c ON c.id = n.city_id
  WHERE n.from_earliest IS NOT NULL
  UNION ALL
  SELECT p.name, 'successor', f.name, p.name, f.name, s.earliest, s.latest, NULL, p.id
  FROM dated_succession AS s JOIN city AS p ON p.id = s.predecessor_id JOIN city AS f ON f.id = s.successor_id
  UNION ALL
  SELECT f.name, 'predecessor', p.name, p.name, f.name, s.earliest, s.latest, NULL, f.id
  FROM dated_succession AS s JOIN city AS p ON p.id = s.predecessor_id JOIN city AS f ON f.id = s.successor_id;

CREATE VIEW carried_bond AS
  -- The bonds that a party held when another followed it, for each who did. state: awaited while the successor carries
  -- the bond and has not said so, confirmed where it has become a party itself, ended where the bond is over for it.
  SELECT c.name AS city, f.name AS predecessor, b.since AS date, n.parties AS parties,
    CASE WHEN EXISTS (SELECT 1 FROM bond_party AS p WHERE p.bond_id = o.bond_id AND p.city_id = b.bearer_id)
         THEN 'confirmed'
         WHEN EXISTS (SELECT 1 FROM twin_span AS s
                      WHERE s.city_id = b.bearer_id AND s.bond_id = o.bond_id AND s.carried_from = b.party_id
                        AND s.status <> 'ended' AND s.from_earliest <= date('now')
                        AND (s.to_latest IS NULL OR date('now') < s.to_latest))
         THEN 'awaited' ELSE 'ended' END AS state,
    o.bond_id AS bond_id, b.bearer_id AS city_id, b.party_id AS predecessor_id
  FROM bearer AS b
  JOIN bond_party AS o ON o.city_id = b.party_id
  JOIN city AS c ON c.id = b.bearer_id
  JOIN city AS f ON f.id = b.party_id
  JOIN bond_parties AS n ON n.bond_id = o.bond_id
  WHERE b.bearer_id <> b.party_id
    AND (EXISTS (SELECT 1 FROM bond_party AS p WHERE p.bond_id = o.bond_id AND p.city_id = b.bearer_id)
         OR EXISTS (SELECT 1 FROM twin_span AS s
                    WHERE s.city_id = b.bearer_id AND s.bond_id = o.bond_id AND s.carried_from = b.party_id));

CREATE VIEW bond_keepsake AS
  -- What each bond left behind, and where it is now, with the days between which it was there; NULL days: no bound.
  SELECT k.title AS keepsake, k.kind AS kind, p.parties AS parties, g.name AS giver, r.name AS receiver, k.date AS date,
    k.until AS until, k.place AS place, k.note AS note, k.bond_id AS bond_id, k.id AS keepsake_id,
    k.giver_id AS giver_id, k.receiver_id AS receiver_id, s.earliest AS from_earliest, s.latest AS from_latest,
    u.earliest AS to_earliest, u.latest AS to_latest
  FROM keepsake AS k
  JOIN bond_parties AS p ON p.bond_id = k.bond_id
  LEFT JOIN city AS g ON g.id = k.giver_id
  LEFT JOIN city AS r ON r.id = k.receiver_id
  LEFT JOIN edtf_date AS s ON s.date = k.date
  LEFT JOIN edtf_date AS u ON u.date = k.until;

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
  WITH RECURSIVE turn AS (
    SELECT bond_id, 'formed' AS what, from_earliest, from_latest, 1 AS stays,
      row_number() OVER (PARTITION BY bond_id ORDER BY position) AS copy
    FROM bond_act WHERE sort = 'formed'
    UNION ALL
    SELECT bond_id, 'ended', from_earliest, from_latest, to_earliest IS NULL OR to_earliest > date('now'), 1
    FROM bond_span WHERE status = 'ended' AND (to_latest IS NULL OR to_latest > date('now'))
  ), happened AS MATERIALIZED (
    SELECT bond_id, what, stays, substr(from_earliest, 1, 3) * 10 AS first,
      substr(min(coalesce(from_latest, '~'), date('now')), 1, 3) * 10 AS last,
      coalesce(from_latest <= date('now'), 0) AS is_past
    FROM turn WHERE copy = 1 AND from_earliest <= date('now')
  ), decade (decade) AS (
    SELECT first FROM happened WHERE first > 0
    UNION SELECT last FROM happened
    UNION
    SELECT decade + 10 FROM decade
    WHERE EXISTS (SELECT 1 FROM happened AS h WHERE h.first BETWEEN 1 AND decade AND decade < h.last)
  )
  SELECT decade, formed, ended, formed_at_most, ended_at_most FROM (
    SELECT d.decade AS decade,
      count(DISTINCT CASE WHEN what = 'formed' AND first = last AND is_past THEN bond_id END) AS formed,
      count(DISTINCT CASE WHEN what = 'ended' AND first = last AND is_past AND stays THEN bond_id END) AS ended,
      count(DISTINCT CASE WHEN what = 'formed' THEN bond_id END) AS formed_at_most,
      count(DISTINCT CASE WHEN what = 'ended' THEN bond_id END) AS ended_at_most
    FROM decade AS d JOIN happened AS h ON d.decade BETWEEN h.first AND h.last
    GROUP BY d.decade
    UNION ALL
    SELECT NULL, count(DISTINCT CASE WHEN what = 'formed' THEN bond_id END),
      count(DISTINCT CASE WHEN what = 'ended' THEN bond_id END),
      count(DISTINCT CASE WHEN what = 'formed' THEN bond_id END),
      count(DISTINCT CASE WHEN what = 'ended' THEN bond_id END)
    FROM happened WHERE first < last OR NOT is_past OR NOT stays HAVING count(*) > 0)
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
  -- How many bonds were in force at the end of each year up to now, and how many of them for certain.
  WITH RECURSIVE year (year) AS (
    SELECT CAST(min(substr(from_earliest, 1, 4)) AS INTEGER) FROM bond_span WHERE from_earliest > '0000-01-01'
    UNION ALL
    SELECT year + 1 FROM year WHERE year + 1 < CAST(strftime('%Y', date('now'), '+1 day') AS INTEGER)
  ), whole AS MATERIALIZED (
    SELECT bond_id, status NOT IN ('proposed', 'ended') AS in_force, from_earliest, coalesce(to_latest, '~') AS to_latest,
      CASE WHEN position > min(position) OVER (PARTITION BY bond_id) THEN '' ELSE coalesce(from_latest, '~') END AS begun
    FROM bond_span
  ), held AS (
    SELECT y.year AS year, w.bond_id AS bond_id,
      min(w.in_force) AND max(w.begun) <= printf('%04d-12-31', y.year) AS certain
    FROM year AS y JOIN whole AS w
      ON w.from_earliest <= printf('%04d-12-31', y.year) AND printf('%04d-12-31', y.year) < w.to_latest
    GROUP BY y.year, w.bond_id HAVING max(w.in_force)
  )
  SELECT year, count(*) AS bonds, sum(certain) AS certain FROM held GROUP BY year ORDER BY year;

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
  WHERE city_country IS NOT NULL AND country IS NOT NULL
  GROUP BY country_a, country_b ORDER BY bonds DESC, country_a, country_b;

CREATE VIEW newest_bond AS
  -- The bond of each city that was formed last, as far as is known.
  SELECT city, country, formed, parties, bond_id, city_id, formed_earliest, formed_latest
  FROM (SELECT c.name AS city, c.country AS country, s.formed AS formed, s.parties AS parties, s.bond_id AS bond_id,
          p.city_id AS city_id, s.formed_earliest AS formed_earliest, s.formed_latest AS formed_latest,
          row_number() OVER (PARTITION BY p.city_id ORDER BY s.formed_earliest DESC, s.bond_id DESC) AS place
        FROM bond_status AS s
        JOIN bond_party AS p ON p.bond_id = s.bond_id
        JOIN city AS c ON c.id = p.city_id
        WHERE s.formed IS NOT NULL AND coalesce(s.formed_earliest, '') <= date('now'))
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
  SELECT 'resumed_without_pause', s.bond_id, s.event_id,
    'Resumed, but no party that resumes had suspended the bond or let it lapse.'
  FROM (SELECT bond_id, event_id, city_id, lag(stance) OVER (PARTITION BY bond_id, city_id ORDER BY position) AS before
        FROM party_state) AS s
  JOIN dated_event AS e ON e.id = s.event_id AND e.sort = 'resumed' AND coalesce(e.city_id, s.city_id) = s.city_id
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
  WHERE b.exclusive AND o.twin_id NOT IN (SELECT q.city_id FROM bond_party AS q WHERE q.bond_id = b.id)
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
    AND s.bond_id NOT IN (SELECT t.bond_id FROM twin_span AS t
                          WHERE t.status IN ('active', 'suspended', 'dormant') AND t.to_earliest IS NULL)
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
