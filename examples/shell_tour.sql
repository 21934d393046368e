-- The same story from the sqlite3 shell, with nothing installed but sqlite3:
--   sqlite3 -batch bonds.db < shell_tour.sql
.headers on
.mode list
.separator " | "

.print
.print How many twins has Coventry, whatever their status?
SELECT count(*) AS twins FROM twins WHERE city = 'Coventry';

.print
.print Its first, what it was called then, and since when it has its name of today
SELECT twin_then, since, twin,
  (SELECT since FROM city_called WHERE name = twin AND kind = 'official') AS called_so_since, status
FROM twins_ever WHERE city = 'Coventry' AND since IS NOT NULL ORDER BY since_earliest LIMIT 1;

.print
.print Its newest
SELECT twin, since FROM twins WHERE city = 'Coventry' AND since IS NOT NULL ORDER BY since DESC LIMIT 1;

.print
.print Milan and Saint Petersburg: since when they are cut, and why
SELECT parties, status, formed, ended, reason FROM bond_status
WHERE parties LIKE '%Milan%Petersburg%' OR parties LIKE '%Petersburg%Milan%';

.print
.print What other sources say of it
SELECT event, date, note, sources FROM disputed_event WHERE parties LIKE '%Milan%' AND parties LIKE '%Petersburg%';

.print
.print Dull, Boring and Bland are one bond
SELECT date, event, by_city FROM bond_history WHERE parties LIKE '%Dull%' AND rank <> 'rival';

.print
.print Twins that are no municipality, and one that is not real
SELECT city, twin, twin_kind, fictional FROM twins_ever WHERE (twin_kind = 'facility' OR fictional) ORDER BY city;

.print
.print Why were Coventry and Kingston twinned?
SELECT parties, reason FROM unexplained_bond WHERE reason = 'unknown';

.print
.print What was left behind, and where it is
SELECT keepsake, place FROM bond_keepsake WHERE parties LIKE '%Coventry%';

.print
.print Bonds formed and ended by decade
SELECT decade, formed, ended FROM bonds_per_decade WHERE decade IS NOT NULL;

.print
.print Bonds ended, by reason
SELECT reason, bonds FROM ended_by_reason;

.print
.print Who was twinned with Coventry on 31 December 1950, certainly
SELECT twin, status FROM twins_by_day
WHERE city = 'Coventry' AND from_latest <= '1950-12-31' AND (to_earliest IS NULL OR '1950-12-31' < to_earliest);

.print
.print What is odd, and worth a look
SELECT rule, explanation FROM anomaly;
