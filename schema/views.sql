-- Replaceable part 4: the views for people. SELECT * FROM readme leads through them. Counts and doubts are in figures.sql.

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
  -- The names of a bond's parties today, as one text in the order of their ids: Coventry - Volgograd.
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
  WITH RECURSIVE case_of (code, reason) AS (
    SELECT code, code FROM reason
    UNION
    SELECT c.code, r.broader FROM case_of AS c JOIN reason AS r ON r.code = c.reason WHERE r.broader IS NOT NULL
  )
  SELECT e.bond_id AS bond_id, e.id AS event_id, e.kind AS kind, c.reason AS reason, e.sort AS sort
  FROM standing_event AS e JOIN case_of AS c ON c.code = e.reason;

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
  SELECT c.name AS city, t.name AS twin, t.country AS country, s.kind AS kind, s.status AS status,
    s.since AS since, s.until AS until, s.from_earliest AS from_earliest, s.from_latest AS from_latest,
    s.to_earliest AS to_earliest, s.to_latest AS to_latest, s.bond_id AS bond_id, s.city_id AS city_id,
    s.twin_id AS twin_id, s.position AS position, c.country AS city_country, t.kind AS twin_kind,
    t.fictional AS fictional,
    CASE WHEN s.carried_from IS NOT NULL THEN (SELECT name FROM city WHERE id = s.carried_from) END AS carried_from,
    CASE WHEN s.twin_carried_from IS NOT NULL THEN (SELECT name FROM city WHERE id = s.twin_carried_from) END
      AS twin_carried_from
  FROM twin_span AS s
  JOIN city AS t ON t.id = s.twin_id
  -- SQLite leaves the city out where nobody asks for its name or country.
  LEFT JOIN city AS c ON c.id = s.city_id;

CREATE VIEW twins AS
  -- Who is twinned with whom now: each pair whose bond is active, suspended or dormant today, once from each side; more
  -- than once only where the dates leave two statuses possible today.
  SELECT city, twin, country, kind, status, since, bond_id, city_id, twin_id,
    CASE WHEN from_latest <= date('now') AND (to_earliest IS NULL OR date('now') < to_earliest)
         THEN 'certain' ELSE 'possible' END AS certainty,
    twin_kind, fictional, city_country, carried_from, twin_carried_from
  FROM twins_by_day
  WHERE status NOT IN ('proposed', 'ended')
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
    SELECT id AS bond_id, 0 AS position, NULL AS status, NULL AS event_id, '' AS from_earliest, '' AS from_latest,
      NULL AS forming_id
    FROM bond
    UNION ALL
    SELECT bond_id, position, status, event_id, from_earliest, from_latest, forming_id FROM bond_span
  ), told AS (
    SELECT bond_id, position, status, event_id, from_earliest, from_latest,
      EXISTS (SELECT 1 FROM standing_event AS c WHERE c.bond_id = s.bond_id AND c.sort = 'contested') AS contested,
      max(forming_id) OVER life AS forming_id, lead(from_earliest) OVER life AS next_from
    FROM stretch AS s
    WINDOW life AS (PARTITION BY bond_id ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  )
  SELECT s.bond_id AS bond_id, p.parties AS parties, b.kind AS kind, s.status AS status, s.contested AS contested,
    f.date AS formed, CASE WHEN s.status = 'ended' THEN e.date END AS ended, e.reason AS reason, b.title AS title,
    e.condition AS condition, b.note AS note, s.position AS position, s.from_earliest AS from_earliest,
    s.from_latest AS from_latest, s.event_id AS event_id, e.date AS since, c.name AS by_city, f.reason AS motive,
    (SELECT n.sources FROM event_sources AS n WHERE n.event_id = s.forming_id) AS sources,
    d.earliest AS formed_earliest, d.latest AS formed_latest, s.next_from AS next_from
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
  FROM bond_by_day WHERE from_earliest <= date('now') AND (next_from IS NULL OR date('now') < next_from);

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

CREATE VIEW current_event AS
  -- Every act that was not corrected or retracted, rivals among them, in no order.
  SELECT e.id AS event_id, e.bond_id AS bond_id, e.kind AS event, e.date AS date, e.decided AS decided,
    e.city_id AS city_id, c.name AS by_city, e.reason AS reason, e.condition AS condition, e.note AS note, e.rank AS rank,
    e.caused_by AS caused_by, e.recorded_at AS recorded_at,
    CASE WHEN EXISTS (SELECT 1 FROM citation AS n WHERE n.event_id = e.id)
         THEN (SELECT s.sources FROM event_sources AS s WHERE s.event_id = e.id) END AS sources,
    k.begins AS begins, e.uid AS uid
  FROM bond_event AS e
  JOIN event_kind AS k ON k.code = e.kind AND k.effect <> 'retraction'
  LEFT JOIN city AS c ON c.id = e.city_id
  WHERE NOT EXISTS (SELECT 1 FROM bond_event AS x WHERE x.corrects = e.id);

CREATE VIEW bond_history AS
  -- Every act of every bond in order, rivals among them; what was corrected or retracted is left out.
  SELECT e.bond_id AS bond_id, p.parties AS parties, e.date AS date, e.event AS event, e.by_city AS by_city,
    e.reason AS reason, e.note AS note, e.sources AS sources, e.decided AS decided, e.condition AS condition,
    e.rank AS rank, d.earliest AS date_earliest, d.latest AS date_latest, e.event_id AS event_id, e.city_id AS city_id,
    e.caused_by AS caused_by, e.recorded_at AS recorded_at
  FROM current_event AS e
  JOIN bond_parties AS p ON p.bond_id = e.bond_id
  LEFT JOIN edtf_date AS d ON d.date = e.date
  ORDER BY e.bond_id, e.date IS NOT NULL OR NOT e.begins,
    CASE WHEN e.date IS NOT NULL OR e.begins THEN coalesce(d.earliest, '0000-01-01') ELSE substr(e.recorded_at, 1, 10) END,
    e.date IS NULL, e.recorded_at, e.uid;

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
  WITH so_far AS (
    SELECT *, max(position) OVER life AS last_position, last_value(stance) OVER life AS last_stance
    FROM party_state WHERE from_earliest <= date('now')
    WINDOW life AS (PARTITION BY bond_id, city_id ORDER BY position
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  ), today AS (
    -- The stance is from the last act of that effect by the party, or by all together.
    SELECT s.bond_id, s.city_id, s.stance, s.is_member, s.from_latest, s.position, s.last_position,
      CAST(substr(max(CASE WHEN k.effect = s.last_stance AND coalesce(e.city_id, s.city_id) = s.city_id
                           THEN printf('%09d', s.position) || s.event_id END)
                    OVER (PARTITION BY s.bond_id, s.city_id), 10) AS INTEGER) AS event_id
    FROM so_far AS s
    JOIN bond_event AS e ON e.id = s.event_id
    JOIN event_kind AS k ON k.code = e.kind
  )
  SELECT p.parties AS parties, c.name AS city, t.stance AS stance, t.is_member AS is_member, e.date AS since,
    e.reason AS reason, e.condition AS condition, e.note AS note, e.city_id IS NULL AND e.id IS NOT NULL AS is_joint,
    CASE WHEN t.from_latest <= date('now') THEN 'certain' ELSE 'possible' END AS certainty, t.bond_id AS bond_id,
    t.city_id AS city_id, t.event_id AS event_id
  FROM today AS t
  JOIN bond_parties AS p ON p.bond_id = t.bond_id
  JOIN city AS c ON c.id = t.city_id
  LEFT JOIN bond_event AS e ON e.id = t.event_id
  WHERE t.position = t.last_position;

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
