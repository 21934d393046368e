-- Replaceable part 2: how the state of a bond follows from its log, as known at any moment. Each view rests on the
-- one before it and no two are joined, so that a condition on bond_id or known_at is handed down to the first, and the
-- whole is one pass over the log.

CREATE VIEW revision AS
  -- What is known of a bond, by the moments at which that changed: 'now', which is all that is recorded, and every
  -- earlier moment. Known at moment R is what was recorded until then, and 'now' sorts after every moment.
  SELECT id AS bond_id, 'now' AS known_at FROM bond
  UNION ALL
  SELECT DISTINCT bond_id, recorded_at FROM bond_event
  UNION ALL
  SELECT DISTINCT bond_id, recorded_at FROM bond_party AS p
  WHERE NOT EXISTS (SELECT 1 FROM bond_event AS e WHERE e.bond_id = p.bond_id AND e.recorded_at = p.recorded_at);

CREATE VIEW dated_event AS
  -- Every act in the log with what its kind does, the days of its date, and when another act took its place. Its sort is
  -- its kind, or formed, resumed, contested or exchanged for a kind of which that is the broader one.
  SELECT e.id AS id, e.uid AS uid, e.bond_id AS bond_id, e.kind AS kind, e.date AS date, e.decided AS decided,
    e.city_id AS city_id, e.reason AS reason, e.condition AS condition, e.note AS note, e.rank AS rank,
    e.caused_by AS caused_by, e.corrects AS corrects, e.recorded_at AS recorded_at, k.effect AS effect,
    k.begins AS begins, k.observes AS observes, d.earliest AS earliest, d.latest AS latest,
    CASE WHEN e.kind = 'formed' OR e.kind = 'resumed' OR e.kind = 'contested' OR e.kind = 'exchanged' THEN e.kind
         WHEN k.broader = 'formed' OR k.broader = 'resumed' OR k.broader = 'contested' OR k.broader = 'exchanged'
         THEN k.broader
         ELSE e.kind END AS sort,
    (SELECT c.recorded_at FROM bond_event AS c WHERE c.corrects = e.id) AS superseded_at
  FROM bond_event AS e
  JOIN event_kind AS k ON k.code = e.kind
  LEFT JOIN edtf_date AS d ON d.date = e.date;

CREATE VIEW known_event AS
  -- The acts that make state as known at each revision: the log less what is rival, corrected or retracted. The bond_id
  -- is the revision's, not the act's: so a condition on it reaches both, however deep it comes from.
  SELECT r.known_at AS known_at, e.id AS id, e.uid AS uid, r.bond_id AS bond_id, e.kind AS kind, e.date AS date,
    e.decided AS decided, e.city_id AS city_id, e.reason AS reason, e.condition AS condition, e.note AS note,
    e.rank AS rank, e.caused_by AS caused_by, e.corrects AS corrects, e.recorded_at AS recorded_at, e.effect AS effect,
    e.begins AS begins, e.observes AS observes, e.earliest AS earliest, e.latest AS latest, e.sort AS sort
  FROM revision AS r
  JOIN dated_event AS e ON e.bond_id = r.bond_id AND e.recorded_at <= r.known_at
  WHERE e.rank <> 'rival' AND e.effect <> 'retraction'
    AND (e.superseded_at > r.known_at) IS NOT FALSE;

CREATE VIEW known_act AS
  -- The standing acts of each bond in order, as known at each revision; position counts from 1. An undated beginning
  -- comes before every dated act, but one that only shows the bond in force comes right after its first dated forming,
  -- if that was no later than its recording: no bond is in force before it is formed. Any other undated act happened at
  -- the latest on the day on which it was recorded, and comes after every act that is dated no later than that.
  -- The state after an act began between from_earliest, the act's first day, and from_latest, the least last day of it
  -- and all later acts, since acts keep their order. An act that shows a bond in force, and that none comes before which
  -- says anything of its state, leaves open since when.
  WITH founded AS (
    SELECT *, min(CASE WHEN begins AND NOT observes AND effect = 'active' AND date IS NOT NULL
                       THEN coalesce(earliest, '0000-01-01') || recorded_at || coalesce(uid, '') END)
                OVER (PARTITION BY bond_id, known_at) AS first_forming
    FROM known_event
  ), placed AS (
    SELECT *, CASE WHEN date IS NULL AND observes AND substr(first_forming, 1, 10) <= substr(recorded_at, 1, 10)
                   THEN first_forming END AS founding
    FROM founded
  ), dated AS (
    SELECT e.known_at, e.bond_id, e.id AS event_id, e.uid, e.kind, e.effect, e.begins, e.observes, e.city_id, e.date,
      e.recorded_at, e.sort,
      e.founding IS NOT NULL AS is_placed,
      e.date IS NULL AND NOT e.begins AS is_late,
      CASE WHEN e.date IS NOT NULL OR e.begins THEN coalesce(substr(e.founding, 1, 10), e.earliest, '0000-01-01') END
        AS day,
      coalesce(substr(e.founding, 11), e.recorded_at || coalesce(e.uid, '')) AS told,
      CASE WHEN e.date IS NULL THEN substr(e.recorded_at, 1, 10) ELSE e.latest END AS last_day
    FROM placed AS e
  ), ordered AS (
    SELECT known_at, bond_id, event_id, kind, effect, begins, city_id, date, last_day, sort,
      row_number() OVER log AS position,
      observes AND sum(effect <> 'none' AND NOT (effect = 'membership' AND begins AND date IS NULL)) OVER log = 1 AS opens,
      coalesce(day, max(day) OVER log, '0000-01-01') AS first_day
    FROM dated
    WINDOW log AS (PARTITION BY bond_id, known_at
                   ORDER BY date IS NOT NULL OR is_late OR is_placed, coalesce(day, last_day), is_late, told, is_placed,
                     recorded_at, uid
                   ROWS UNBOUNDED PRECEDING)
  )
  SELECT known_at, bond_id, position, event_id, kind, effect, begins, city_id, date,
    CASE WHEN opens THEN '0000-01-01' ELSE first_day END AS from_earliest,
    min(last_day) OVER (PARTITION BY bond_id, known_at ORDER BY position
                        ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS from_latest,
    CASE WHEN NOT opens THEN date END AS since, sort
  FROM ordered;

CREATE VIEW known_pair_state AS
  -- After each act, for each party beside each other party: its stance, which is its latest act that has an effect, its
  -- own or a joint one, and a proposal only where nothing else came; whether it is a member, and whether the other is; and
  -- the status of the bond. Once ended by its parties it stays ended; one that fewer than two members are left in is
  -- ended until another party joins.
  WITH facing AS (
    SELECT a.known_at AS known_at, a.bond_id AS bond_id, a.position AS position, p.city_id AS city_id,
      t.city_id AS twin_id, a.event_id AS event_id, a.from_earliest AS from_earliest, a.from_latest AS from_latest,
      a.since AS since, a.sort AS sort,
      CASE WHEN a.effect NOT IN ('membership', 'none')
             AND coalesce(a.city_id, p.city_id) = p.city_id
           THEN printf('%09d', CASE WHEN a.effect = 'proposed' THEN 0 ELSE a.position END) || a.effect END AS stance,
      CASE WHEN a.effect = 'membership' AND a.city_id = p.city_id THEN a.position * 2 + a.begins END AS moved,
      CASE WHEN a.effect = 'membership' AND a.city_id = t.city_id THEN a.position * 2 + a.begins END AS twin_moved,
      (SELECT count(*) - 1 FROM bond_party AS o
       WHERE o.bond_id = a.bond_id AND o.recorded_at <= a.known_at) AS others
    FROM known_act AS a
    JOIN bond_party AS p ON p.bond_id = a.bond_id AND p.recorded_at <= a.known_at
    JOIN bond_party AS t ON t.bond_id = a.bond_id AND t.recorded_at <= a.known_at AND t.city_id <> p.city_id
  ), standing AS (
    -- A party that never moved is a member throughout; one whose first move is to join was none before.
    SELECT known_at, bond_id, position, city_id, twin_id, event_id, from_earliest, from_latest, since, sort, others,
      substr(max(stance) OVER so_far, 10) AS stance,
      coalesce(max(moved) OVER so_far % 2, min(moved) OVER life % 2 = 0, 1) AS is_member,
      max(moved) OVER so_far % 2 = 0 AS has_left,
      coalesce(max(twin_moved) OVER so_far % 2, min(twin_moved) OVER life % 2 = 0, 1) AS twin_is_member
    FROM facing
    WINDOW life AS (PARTITION BY bond_id, known_at, city_id, twin_id),
      so_far AS (life ORDER BY position ROWS UNBOUNDED PRECEDING)
  ), counted AS (
    -- Each party stands here once for every other one, so a sum counts it that many times.
    SELECT known_at, bond_id, position, city_id, twin_id, event_id, from_earliest, from_latest, since, sort,
      stance, is_member, twin_is_member,
      sum(is_member AND stance = 'ended') OVER together > 0
        AND sum(is_member AND stance IS NOT 'ended') OVER together < 2 * others AS ends,
      max(has_left) OVER together AND sum(is_member) OVER together < 2 * others AS is_deserted,
      max(is_member AND stance = 'suspended') OVER together AS suspended,
      max(is_member AND stance = 'dormant') OVER together AS dormant,
      max(is_member AND stance = 'active') OVER together AS active,
      max(stance IS NOT NULL) OVER together AS has_begun
    FROM standing
    WINDOW together AS (PARTITION BY bond_id, known_at, position)
  )
  SELECT known_at, bond_id, position, city_id, twin_id, event_id, from_earliest, from_latest, since, sort,
    stance, is_member, twin_is_member,
    CASE WHEN max(ends) OVER (PARTITION BY bond_id, known_at ORDER BY position) OR is_deserted THEN 'ended'
         WHEN suspended THEN 'suspended' WHEN dormant THEN 'dormant'
         WHEN active THEN 'active' WHEN has_begun THEN 'proposed' END AS status
  FROM counted;

CREATE VIEW known_party_state AS
  -- After each act, for each party: its stance, whether it is a member, and the status of the bond.
  SELECT s.known_at AS known_at, s.bond_id AS bond_id, s.position AS position, s.city_id AS city_id, s.stance AS stance,
    s.is_member AS is_member, s.status AS status, s.event_id AS event_id, s.from_earliest AS from_earliest,
    s.from_latest AS from_latest, s.sort AS sort
  FROM known_pair_state AS s
  WHERE s.twin_id = (SELECT min(o.city_id) FROM bond_party AS o
                     WHERE o.bond_id = s.bond_id AND o.recorded_at <= s.known_at AND o.city_id <> s.city_id);

CREATE VIEW known_bond_span AS
  -- The whole life of each bond: a row a stretch of equal status, and the act that opened it. Neighbouring stretches
  -- of equal status are one. The act that formed the bond, the first of its sort, stands with the stretch that it falls
  -- in, or with the first where there was none yet.
  WITH compared AS (
    SELECT known_at, bond_id, position, status, event_id, from_earliest, from_latest,
      lag(status, 1, '') OVER (PARTITION BY bond_id, known_at ORDER BY position) AS before,
      min(CASE WHEN sort = 'formed' THEN position END) OVER (PARTITION BY bond_id, known_at) AS forming
    FROM known_party_state AS s
    WHERE s.city_id = (SELECT min(o.city_id) FROM bond_party AS o
                       WHERE o.bond_id = s.bond_id AND o.recorded_at <= s.known_at)
  ), formed AS (
    SELECT *,
      max(CASE WHEN position = forming THEN event_id END) OVER whole AS forming_id,
      max(CASE WHEN position = forming THEN from_earliest END) OVER whole AS formed_earliest,
      max(CASE WHEN position = forming THEN from_latest END) OVER whole AS formed_latest,
      min(CASE WHEN status IS NOT NULL THEN position END) OVER whole AS first_position
    FROM compared
    WINDOW whole AS (PARTITION BY bond_id, known_at)
  ), closed AS (
    SELECT *,
      lead(from_earliest) OVER life AS to_earliest,
      lead(from_latest) OVER life AS to_latest,
      (position = first_position OR position <= forming)
        AND coalesce(forming < min(CASE WHEN status IS NOT NULL THEN position END)
                                 OVER (life ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING), 1) AS has_forming
    FROM formed WHERE status IS NOT before
    WINDOW life AS (PARTITION BY bond_id, known_at ORDER BY position)
  )
  SELECT known_at, bond_id, position, status, from_earliest, from_latest, to_earliest, to_latest, event_id,
    CASE WHEN has_forming THEN forming_id END AS forming_id,
    CASE WHEN has_forming THEN formed_earliest END AS formed_earliest,
    CASE WHEN has_forming THEN formed_latest END AS formed_latest
  FROM closed WHERE status IS NOT NULL;

CREATE VIEW known_pair_span AS
  -- The whole life of each pair of a bond's parties, from each side: the bond's status while both are members, and
  -- ended after that.
  WITH held AS (
    SELECT known_at, bond_id, position, city_id, twin_id, from_earliest, from_latest, since,
      CASE WHEN is_member AND twin_is_member THEN status
           WHEN max(is_member AND twin_is_member AND status IS NOT NULL) OVER so_far THEN 'ended' END AS status
    FROM known_pair_state
    WINDOW so_far AS (PARTITION BY bond_id, known_at, city_id, twin_id ORDER BY position ROWS UNBOUNDED PRECEDING)
  ), compared AS (
    SELECT known_at, bond_id, position, city_id, twin_id, from_earliest, from_latest, since, status,
      lag(status, 1, '') OVER (PARTITION BY bond_id, known_at, city_id, twin_id ORDER BY position) AS before
    FROM held
  ), closed AS (
    SELECT known_at, bond_id, position, city_id, twin_id, status, from_earliest, from_latest,
      lead(from_earliest) OVER life AS to_earliest,
      lead(from_latest) OVER life AS to_latest,
      since
    FROM compared WHERE status IS NOT before
    WINDOW life AS (PARTITION BY bond_id, known_at, city_id, twin_id ORDER BY position)
  )
  SELECT known_at, city_id, bond_id, twin_id,
    row_number() OVER whole AS position,
    status, from_earliest, from_latest, to_earliest, to_latest,
    nullif(substr(coalesce(min(CASE WHEN status NOT IN ('proposed', 'ended')
                                    THEN printf('%09d', position) || coalesce(since, '') END) OVER whole,
                           min(printf('%09d', position) || coalesce(since, '')) OVER whole), 10), '') AS since,
    last_value(CASE WHEN status = 'ended' THEN since END) OVER whole AS until
  FROM closed WHERE status IS NOT NULL
  WINDOW whole AS (PARTITION BY bond_id, known_at, city_id, twin_id ORDER BY position
                   ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);

-- The same as known now: all that is recorded.

CREATE VIEW standing_event AS
  -- The acts that make state: the log less what is rival, corrected or retracted. This is known_event as known now,
  -- said so that a condition on bond_id finds its rows by the index.
  SELECT id, uid, bond_id, kind, date, decided, city_id, reason, condition, note, rank, caused_by, corrects, recorded_at,
    effect, begins, observes, earliest, latest, sort
  FROM dated_event WHERE rank <> 'rival' AND effect <> 'retraction' AND superseded_at IS NULL;

CREATE VIEW bond_act AS
  -- The standing acts of each bond in order.
  SELECT bond_id, position, event_id, kind, effect, begins, city_id, date, from_earliest, from_latest, since, sort
  FROM known_act WHERE known_at = 'now';

CREATE VIEW party_state AS
  -- After each act, for each party: its stance, whether it is a member, and the status of the bond.
  SELECT bond_id, position, city_id, stance, is_member, status, event_id, from_earliest, from_latest
  FROM known_party_state WHERE known_at = 'now';

CREATE VIEW bond_stretch AS
  -- The whole life of each bond. This defines the table bond_span.
  SELECT bond_id, position, status, from_earliest, from_latest, to_earliest, to_latest, event_id, forming_id,
    formed_earliest, formed_latest,
    CASE WHEN substr(from_earliest, 1, 3) = substr(from_latest, 1, 3) THEN substr(from_earliest, 1, 3) * 10 END
      AS from_decade,
    CASE WHEN substr(formed_earliest, 1, 3) = substr(formed_latest, 1, 3) THEN substr(formed_earliest, 1, 3) * 10 END
      AS formed_decade
  FROM known_bond_span WHERE known_at = 'now';

CREATE VIEW own_span AS
  -- The whole life of each pair of a bond's parties, from each side, as if none of them had been followed by another.
  SELECT city_id, bond_id, twin_id, position, status, from_earliest, from_latest, to_earliest, to_latest, since, until
  FROM known_pair_span WHERE known_at = 'now';

CREATE VIEW steady_span AS
  -- What own_span says of the bonds that no party joined or left, by the stored life of the bond, at a tenth of the cost:
  -- each pair has that life.
  WITH told AS (
    SELECT s.*, row_number() OVER life AS place,
      CASE WHEN row_number() OVER life > 1 OR NOT k.observes THEN e.date END AS since
    FROM bond_span AS s
    JOIN bond_event AS e ON e.id = s.event_id
    JOIN event_kind AS k ON k.code = e.kind
    WINDOW life AS (PARTITION BY s.bond_id ORDER BY s.position)
  ), summed AS (
    SELECT *,
      nullif(substr(coalesce(min(CASE WHEN status NOT IN ('proposed', 'ended')
                                      THEN printf('%09d', place) || coalesce(since, '') END) OVER whole,
                             min(printf('%09d', place) || coalesce(since, '')) OVER whole), 10), '') AS began,
      last_value(CASE WHEN status = 'ended' THEN since END) OVER whole AS finished
    FROM told
    WINDOW whole AS (PARTITION BY bond_id ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  )
  SELECT p.city_id AS city_id, s.bond_id AS bond_id, t.city_id AS twin_id, s.place AS position, s.status AS status,
    s.from_earliest AS from_earliest, s.from_latest AS from_latest, s.to_earliest AS to_earliest,
    s.to_latest AS to_latest, s.began AS since, s.finished AS until
  FROM summed AS s
  JOIN bond_party AS p ON p.bond_id = s.bond_id
  JOIN bond_party AS t ON t.bond_id = s.bond_id AND t.city_id <> p.city_id
  WHERE NOT EXISTS (SELECT 1 FROM bond_event AS m JOIN event_kind AS k ON k.code = m.kind AND k.effect = 'membership'
                    WHERE m.bond_id = s.bond_id);
