-- Findings as they stood. `hash` is SHA-256 over `body`, which is JSON in its one canonical form.
CREATE TABLE snapshots (
    hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64),
    finding TEXT NOT NULL,
    body TEXT NOT NULL
);

-- The audit log. `previous` is the hash of the row before; `hash` is made of this row as docs/review.md tells.
CREATE TABLE events (
    seq INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 32),
    at TEXT NOT NULL CHECK (length(at) = 24),
    who TEXT NOT NULL CHECK (who <> ''),
    story TEXT NOT NULL,
    matter TEXT NOT NULL REFERENCES events (id),
    action TEXT NOT NULL CHECK (
        action IN ('decided', 'withdrawn', 'assigned', 'commented', 'followed', 'reopened', 'resolved')
    ),
    ruling TEXT CHECK ((ruling IS NOT NULL) = (action = 'decided')),
    note TEXT NOT NULL,
    assignee TEXT NOT NULL,
    undoes TEXT REFERENCES events (id) CHECK ((undoes IS NOT NULL) = (action = 'withdrawn')),
    changed TEXT,
    snapshot TEXT NOT NULL REFERENCES snapshots (hash),
    previous TEXT NOT NULL CHECK (length(previous) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
);

CREATE INDEX events_of_a_matter ON events (matter, at, id);
CREATE INDEX events_of_a_story ON events (story, matter);
CREATE INDEX events_of_a_snapshot ON events (snapshot);
CREATE INDEX events_that_undo ON events (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX snapshots_of_a_finding ON snapshots (finding);

CREATE TRIGGER events_are_appended BEFORE INSERT ON events
WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM events)
    OR NEW.previous <> coalesce((SELECT hash FROM events ORDER BY seq DESC LIMIT 1), printf('%064d', 0))
BEGIN
    SELECT raise(ABORT, 'an event stands behind the last one, and carries its hash');
END;

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN
    SELECT raise(ABORT, 'events are never changed');
END;

CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN
    SELECT raise(ABORT, 'events are never deleted');
END;

CREATE TRIGGER snapshots_are_not_changed BEFORE UPDATE ON snapshots
BEGIN
    SELECT raise(ABORT, 'snapshots are never changed');
END;

CREATE TRIGGER snapshots_are_not_deleted BEFORE DELETE ON snapshots
BEGIN
    SELECT raise(ABORT, 'snapshots are never deleted');
END;

-- How each matter stands, worked out of its events as discrepancy.store.matters does.
CREATE VIEW standing AS
WITH placed AS (
    SELECT
        events.*,
        row_number() OVER (PARTITION BY matter ORDER BY at, id) AS place,
        EXISTS (SELECT 1 FROM events AS undoing WHERE undoing.undoes = events.id) AS is_undone
    FROM events
),
latest AS (
    SELECT
        matter,
        max(CASE WHEN action = 'decided' AND NOT is_undone THEN place END) AS decision,
        max(CASE WHEN action = 'reopened' THEN place END) AS reopening,
        max(CASE WHEN action <> 'resolved' THEN place END) AS seen,
        max(CASE WHEN action IN ('followed', 'reopened', 'resolved') THEN place END) AS checking,
        max(CASE WHEN action = 'assigned' THEN place END) AS assignment,
        max(CASE WHEN action IN ('decided', 'withdrawn', 'assigned', 'commented') THEN place END) AS act
    FROM placed
    GROUP BY matter
)
SELECT
    latest.matter,
    seen.story,
    snapshots.finding,
    CASE
        WHEN checking.action = 'resolved' THEN 'resolved'
        WHEN latest.decision IS NULL THEN 'new'
        WHEN latest.reopening > latest.decision THEN 'reopened'
        ELSE 'decided'
    END AS status,
    decision.ruling,
    decision.who,
    decision.at,
    coalesce(decision.note, '') AS note,
    coalesce(assignment.assignee, '') AS assignee,
    coalesce(act.id, '') AS last
FROM latest
JOIN placed AS seen ON seen.matter = latest.matter AND seen.place = coalesce(latest.seen, 1)
JOIN snapshots ON snapshots.hash = seen.snapshot
LEFT JOIN placed AS decision ON decision.matter = latest.matter AND decision.place = latest.decision
LEFT JOIN placed AS checking ON checking.matter = latest.matter AND checking.place = latest.checking
LEFT JOIN placed AS assignment ON assignment.matter = latest.matter AND assignment.place = latest.assignment
LEFT JOIN placed AS act ON act.matter = latest.matter AND act.place = latest.act;
