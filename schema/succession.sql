-- Replaceable part 3: how a bond outlives its parties. Who follows a party carries its part of the bond, until an act says
-- otherwise: the predecessor leaves, the successor joins as a party of its own, or the bond ends.

CREATE VIEW dated_succession AS
  -- Each succession by which bonds are carried, with the days of its date; an undated one happened at the latest when it
  -- was recorded.
  SELECT s.id AS succession_id, s.predecessor_id AS predecessor_id, s.successor_id AS successor_id, s.kind AS kind,
    s.date AS date, coalesce(d.earliest, '0000-01-01') AS earliest,
    CASE WHEN s.date IS NULL THEN substr(s.recorded_at, 1, 10) ELSE d.latest END AS latest
  FROM succession AS s
  JOIN succession_kind AS k ON k.code = s.kind AND k.carries
  LEFT JOIN edtf_date AS d ON d.date = s.date;

CREATE VIEW bearer AS
  -- Who stands for each party that was followed by another: itself until then, its successors from then on, theirs after
  -- them. From '' is from the beginning; NULL is no bound. What came before one stood for it says nothing of its end.
  WITH RECURSIVE heir (party_id, bearer_id, since, from_earliest, from_latest) AS (
    SELECT predecessor_id, predecessor_id, NULL, '', '' FROM dated_succession
    UNION
    SELECT h.party_id, s.successor_id, s.date, max(h.from_earliest, s.earliest), max(h.from_latest, s.latest)
    FROM heir AS h JOIN dated_succession AS s ON s.predecessor_id = h.bearer_id
      AND coalesce(s.latest, '~') >= h.from_earliest
  )
  SELECT h.party_id AS party_id, h.bearer_id AS bearer_id, h.since AS since,
    (SELECT s.date FROM dated_succession AS s
     WHERE s.predecessor_id = h.bearer_id AND coalesce(s.latest, '~') >= h.from_earliest
     ORDER BY s.earliest, s.succession_id LIMIT 1) AS until,
    h.from_earliest AS from_earliest, h.from_latest AS from_latest,
    (SELECT min(s.earliest) FROM dated_succession AS s
     WHERE s.predecessor_id = h.bearer_id AND coalesce(s.latest, '~') >= h.from_earliest) AS to_earliest,
    (SELECT min(s.latest) FROM dated_succession AS s
     WHERE s.predecessor_id = h.bearer_id AND coalesce(s.latest, '~') >= h.from_earliest) AS to_latest
  FROM heir AS h;

CREATE VIEW pair_span AS
  -- The whole life of each pair, from each side, and whose part of the bond each of the two carries. This defines the
  -- table twin_span.
  WITH met AS (
    -- Each stretch of two parties, for each two that stand for them; '~' is after every day.
    SELECT coalesce(c.bearer_id, s.city_id) AS city_id, s.bond_id AS bond_id, coalesce(t.bearer_id, s.twin_id) AS twin_id,
      s.city_id AS party_id, s.twin_id AS twin_party_id, s.position AS position, s.status AS status,
      s.status = 'ended' AND s.to_earliest IS NULL AS is_over,
      max(s.from_earliest, coalesce(c.from_earliest, ''), coalesce(t.from_earliest, '')) AS from_earliest,
      max(s.from_latest, CASE WHEN c.party_id IS NULL THEN '' ELSE c.from_latest END,
        CASE WHEN t.party_id IS NULL THEN '' ELSE t.from_latest END) AS from_latest,
      coalesce(s.to_earliest, '~') AS to_earliest, coalesce(s.to_latest, '~') AS to_latest,
      min(coalesce(c.to_earliest, '~'), coalesce(t.to_earliest, '~')) AS closing_earliest,
      min(coalesce(c.to_latest, '~'), coalesce(t.to_latest, '~')) AS closing_latest,
      CASE WHEN coalesce(c.to_earliest, '~') <= coalesce(t.to_earliest, '~') THEN c.until ELSE t.until END AS closed,
      CASE WHEN coalesce(c.bearer_id, s.city_id) = s.city_id AND coalesce(t.bearer_id, s.twin_id) = s.twin_id
             OR max(coalesce(c.from_latest, c.from_earliest, ''), coalesce(t.from_latest, t.from_earliest, ''))
                <= s.from_earliest OR s.status = 'proposed' THEN s.since
           WHEN coalesce(c.from_earliest, '') < coalesce(t.from_earliest, '') THEN t.since ELSE c.since END AS since,
      s.until AS until, coalesce(c.party_id, t.party_id) IS NULL AS is_untouched,
      printf('%d %d %s %s', s.city_id, s.twin_id, c.from_earliest, t.from_earliest) AS line
    FROM own_span AS s
    LEFT JOIN bearer AS c ON c.party_id = s.city_id
    LEFT JOIN bearer AS t ON t.party_id = s.twin_id
    WHERE coalesce(c.bearer_id, s.city_id) <> coalesce(t.bearer_id, s.twin_id)
      -- Who follows a party is no twin of it, nor of another who does, but for what they were to each other before.
      AND NOT EXISTS (SELECT 1 FROM bearer AS h
                      WHERE h.party_id = s.city_id AND h.bearer_id = s.twin_id
                        AND (c.bearer_id <> s.city_id OR c.to_earliest <= s.from_earliest))
      AND NOT EXISTS (SELECT 1 FROM bearer AS h
                      WHERE h.party_id = s.twin_id AND h.bearer_id = s.city_id
                        AND (t.bearer_id <> s.twin_id OR t.to_earliest <= s.from_earliest))
  ), borne AS (
    -- Cut to the days on which the two stand for them. What is over when they cease to is over then at the latest.
    SELECT city_id, bond_id, twin_id, party_id, twin_party_id, line, position, status, is_over, closed, since,
      CASE WHEN is_over THEN min(from_earliest, closing_earliest) ELSE from_earliest END AS from_earliest,
      CASE WHEN is_over THEN nullif(min(coalesce(from_latest, '~'), closing_latest), '~') ELSE from_latest END
        AS from_latest,
      CASE WHEN NOT is_over THEN min(to_earliest, closing_earliest) END AS to_earliest,
      CASE WHEN NOT is_over THEN min(to_latest, closing_latest) END AS to_latest,
      closing_earliest, closing_latest,
      CASE WHEN is_over AND closing_earliest < from_earliest THEN closed ELSE until END AS until
    FROM met
    WHERE is_untouched OR is_over OR from_earliest < min(to_latest, closing_latest)
  ), whole AS (
    SELECT *,
      first_value(since) OVER life AS began,
      max(status <> 'ended') OVER life AS was_in_force,
      position = max(position) OVER life AND NOT max(is_over) OVER life AND closing_earliest <> '~' AS is_cut_short,
      CASE WHEN max(is_over) OVER life THEN max(CASE WHEN is_over THEN until END) OVER life
           WHEN closing_earliest <> '~' THEN closed END AS finished
    FROM borne
    WINDOW life AS (PARTITION BY bond_id, city_id, twin_id, line ORDER BY position
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  ), told AS (
    SELECT city_id, bond_id, twin_id, party_id, twin_party_id, line, position, closes, began, finished,
      CASE WHEN closes THEN 'ended' ELSE status END AS status,
      CASE WHEN closes THEN closing_earliest ELSE from_earliest END AS from_earliest,
      CASE WHEN closes THEN nullif(closing_latest, '~') ELSE from_latest END AS from_latest,
      CASE WHEN NOT closes THEN nullif(to_earliest, '~') END AS to_earliest,
      CASE WHEN NOT closes THEN nullif(to_latest, '~') END AS to_latest
    FROM whole JOIN (SELECT 0 AS closes UNION ALL SELECT 1)
    WHERE (NOT closes OR is_cut_short) AND (was_in_force OR (city_id = party_id AND twin_id = twin_party_id))
  ), measured AS (
    SELECT *, city_id = party_id AND twin_id = twin_party_id AS is_own,
      min(from_earliest) OVER line AS line_from,
      min(coalesce(from_latest, '~')) OVER line AS line_from_latest,
      coalesce(min(CASE WHEN status = 'ended' AND to_earliest IS NULL THEN from_earliest END) OVER line, '~') AS line_to
    FROM told
    WINDOW line AS (PARTITION BY bond_id, city_id, twin_id, line)
  ), compared AS (
    -- Two may be bound by more than one pair of parties of a bond. The one that lasts longest counts, their own before one
    -- that they carry, and before it what else there was.
    SELECT *,
      coalesce(min(line_from) OVER longer, '~') AS next_from,
      coalesce(min(line_from_latest) OVER longer, '~') AS next_from_latest
    FROM measured
    WINDOW longer AS (PARTITION BY bond_id, city_id, twin_id ORDER BY line_to DESC, is_own DESC, line_from, line
                      GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  )
  SELECT city_id, bond_id, twin_id,
    row_number() OVER (PARTITION BY bond_id, city_id, twin_id ORDER BY line_from, line, position, closes) AS position,
    status, from_earliest, from_latest,
    nullif(min(coalesce(to_earliest, '~'), next_from), '~') AS to_earliest,
    nullif(min(coalesce(to_latest, '~'), next_from_latest), '~') AS to_latest,
    began AS since, finished AS until,
    nullif(party_id, city_id) AS carried_from, nullif(twin_party_id, twin_id) AS twin_carried_from,
    (SELECT kind FROM bond WHERE id = bond_id) AS kind
  FROM compared
  WHERE from_earliest < next_from;

-- A new bond has no act but one beginning. What the views above say of such a bond follows at a tenth of the cost; the
-- trigger bond_event_first_inserted has the conditions, so that they are looked at once.

CREATE VIEW first_act AS
  -- Each act as if it were the only one of its bond, and a beginning.
  SELECT e.bond_id AS bond_id, e.id AS event_id, k.effect AS status,
    CASE WHEN k.observes THEN '0000-01-01' ELSE coalesce(d.earliest, '0000-01-01') END AS from_earliest,
    CASE WHEN e.date IS NULL THEN substr(e.recorded_at, 1, 10) ELSE d.latest END AS from_latest,
    k.code = 'formed' OR (k.broader IS 'formed' AND k.code <> 'resumed' AND k.code <> 'contested'
                          AND k.code <> 'exchanged') AS forms
  FROM bond_event AS e
  JOIN event_kind AS k ON k.code = e.kind
  LEFT JOIN edtf_date AS d ON d.date = e.date;

CREATE VIEW first_stretch AS
  -- What bond_stretch says of a bond that has no other act.
  SELECT bond_id, 1 AS position, status, from_earliest, from_latest, NULL AS to_earliest, NULL AS to_latest, event_id,
    iif(forms, event_id, NULL) AS forming_id, iif(forms, from_earliest, NULL) AS formed_earliest,
    iif(forms, from_latest, NULL) AS formed_latest, decade AS from_decade, iif(forms, decade, NULL) AS formed_decade
  FROM (SELECT *, CASE WHEN substr(from_earliest, 1, 3) = substr(from_latest, 1, 3)
                       THEN substr(from_earliest, 1, 3) * 10 END AS decade FROM first_act);

CREATE VIEW first_span AS
  -- What pair_span says of one whose life in bond_span is that stretch, and none of whose parties another followed.
  SELECT p.city_id AS city_id, s.bond_id AS bond_id, t.city_id AS twin_id, 1 AS position, s.status AS status,
    s.from_earliest AS from_earliest, s.from_latest AS from_latest, NULL AS to_earliest, NULL AS to_latest,
    CASE WHEN NOT k.observes THEN e.date END AS since, NULL AS until, NULL AS carried_from, NULL AS twin_carried_from,
    b.kind AS kind
  FROM bond_span AS s
  JOIN bond AS b ON b.id = s.bond_id
  JOIN bond_event AS e ON e.id = s.event_id
  JOIN event_kind AS k ON k.code = e.kind
  JOIN bond_party AS p ON p.bond_id = s.bond_id
  JOIN bond_party AS t ON t.bond_id = s.bond_id AND t.city_id <> p.city_id;
