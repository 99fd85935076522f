-- Views in which names stand where the tables have keys. Lists are joined with "; ".

CREATE VIEW pause_overview AS
SELECT
  p.pause, p.article, a.published, a.title, p.label, p.kind, p.status,
  (SELECT group_concat(name, '; ') FROM (SELECT x.name FROM pause_actors l JOIN actors x USING (actor)
    WHERE l.pause = p.pause AND l.role = 'declarer' ORDER BY l.n)) AS declared_by,
  (SELECT group_concat(name, '; ') FROM (SELECT x.name FROM pause_actors l JOIN actors x USING (actor)
    WHERE l.pause = p.pause AND l.role = 'party' ORDER BY l.n)) AS parties,
  (SELECT group_concat(name, '; ') FROM (SELECT x.name FROM pause_actors l JOIN actors x USING (actor)
    WHERE l.pause = p.pause AND l.role = 'broker' ORDER BY l.n)) AS brokers,
  (SELECT group_concat(name, '; ') FROM (SELECT coalesce(r.name, x.name) AS name FROM scope s
    LEFT JOIN regions r USING (region) LEFT JOIN actors x ON x.actor = s.actor
    WHERE s.pause = p.pause AND s.direction = 'includes' ORDER BY s.span_start)) AS includes,
  (SELECT group_concat(name, '; ') FROM (SELECT coalesce(r.name, x.name) AS name FROM scope s
    LEFT JOIN regions r USING (region) LEFT JOIN actors x ON x.actor = s.actor
    WHERE s.pause = p.pause AND s.direction = 'excludes' ORDER BY s.span_start)) AS excludes,
  p.announced, p.starts, p.ends, p.duration
FROM pauses p JOIN articles a USING (article);

CREATE VIEW event_overview AS
SELECT
  e.event, e.article, a.published, e.pause, p.label AS pause_label, e.n, e.type, x.name AS done_by, r.name AS region,
  e.date, e.duration, e.text
FROM events e
JOIN articles a USING (article)
JOIN pauses p USING (pause)
LEFT JOIN actors x ON x.actor = e.done_by
LEFT JOIN regions r ON r.region = e.region;

CREATE VIEW casualty_overview AS
SELECT
  c.casualty, c.article, a.published, c.text, c.outcome, c.victims, c.count_min, c.count_max, x.name AS source,
  (SELECT group_concat(name, '; ') FROM (SELECT b.name FROM casualty_blamed l JOIN actors b USING (actor)
    WHERE l.casualty = c.casualty ORDER BY l.n)) AS blamed_on,
  r.name AS region, t.value AS time
FROM casualties c
JOIN articles a USING (article)
LEFT JOIN actors x ON x.actor = c.source
LEFT JOIN regions r ON r.region = c.region
LEFT JOIN times t ON t.time = c.time;

CREATE VIEW statement_overview AS
SELECT
  s.statement, s.article, a.published, x.name AS speaker, x.office, s.form, s.text, s.stance, p.label AS about,
  v.name AS via, t.value AS time
FROM statements s
JOIN articles a USING (article)
LEFT JOIN actors x ON x.actor = s.speaker
LEFT JOIN actors v ON v.actor = s.via
LEFT JOIN pauses p ON p.pause = s.about
LEFT JOIN times t ON t.time = s.time;
