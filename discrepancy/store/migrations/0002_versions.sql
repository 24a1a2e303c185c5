-- What is followed over time (discrepancy/store/versions). Times are in UTC, to the microsecond, and sort as texts.

-- The places that are looked at: sources, and pages that a feed led to.
CREATE TABLE watched_polls (
    key TEXT PRIMARY KEY NOT NULL,
    source TEXT NOT NULL,
    address TEXT NOT NULL,
    next_at TEXT NOT NULL,
    condition TEXT NOT NULL,
    why TEXT NOT NULL,
    failures INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    asked_at TEXT,
    answered_at TEXT,
    changed_at TEXT,
    etag TEXT NOT NULL,
    modified TEXT NOT NULL,
    digest TEXT NOT NULL,
    items INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX watched_polls_due ON watched_polls (next_at, key);

-- Stories; `watched_names` has the ids that one was known by before others were found to be the same story.
CREATE TABLE watched_stories (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    title TEXT NOT NULL,
    first TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE watched_names (
    name TEXT PRIMARY KEY NOT NULL,
    story TEXT NOT NULL REFERENCES watched_stories (id)
) WITHOUT ROWID;

CREATE INDEX watched_names_of_a_story ON watched_names (story);

-- What one source has at one place. `digest` is that of the bytes it last had, kept as a version or not; empty where
-- there are none. `stands` is the number of the version that stands there now. `superseded_by` is the article that
-- took its place.
CREATE TABLE watched_articles (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    source TEXT NOT NULL,
    digest TEXT NOT NULL DEFAULT '',
    story TEXT REFERENCES watched_stories (id),
    stands INTEGER REFERENCES watched_versions (number),
    superseded_by TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;

CREATE INDEX watched_articles_of_a_story ON watched_articles (story) WHERE story IS NOT NULL;
CREATE INDEX watched_articles_by_what_stands ON watched_articles (stands) WHERE stands IS NOT NULL;

-- By what articles are known again, in the order in which they were met.
CREATE TABLE watched_keys (
    place INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    key TEXT NOT NULL,
    article TEXT NOT NULL REFERENCES watched_articles (id),
    UNIQUE (source, key)
);

CREATE INDEX watched_keys_of_an_article ON watched_keys (article, place);

-- Bytes as they came, once each, packed with zlib; `data` is empty where they were let go. `used` is when they were last
-- seen as a version.
CREATE TABLE watched_contents (
    digest TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
    used TEXT NOT NULL,
    data BLOB
);

CREATE INDEX watched_contents_held ON watched_contents (used) WHERE data IS NOT NULL;

-- Versions in the order in which they were seen; a number is never given twice. `worked` says whether it is worked off.
CREATE TABLE watched_versions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL REFERENCES watched_articles (id),
    digest TEXT REFERENCES watched_contents (digest) CHECK ((digest IS NULL) = (state = 'gone')),
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    title TEXT NOT NULL,
    seen TEXT NOT NULL,
    published TEXT,
    state TEXT NOT NULL CHECK (state IN ('article', 'stub', 'unreadable', 'gone')),
    why TEXT NOT NULL DEFAULT '',
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    worked INTEGER NOT NULL DEFAULT 0 CHECK (worked IN (0, 1))
);

CREATE INDEX watched_versions_of_an_article ON watched_versions (article, number);
CREATE INDEX watched_versions_of_a_content ON watched_versions (digest) WHERE digest IS NOT NULL;
CREATE INDEX watched_versions_to_work_off ON watched_versions (number) WHERE worked = 0;

-- The document that a version was read as, packed (discrepancy.packed) and then compressed with zlib.
CREATE TABLE watched_documents (
    number INTEGER PRIMARY KEY REFERENCES watched_versions (number),
    data BLOB NOT NULL
);

-- By what an article is found to be of a story. `first` is the number of the first version of it that is an article;
-- `day` is what the sketch says, `placed` what was said when the article was placed.
CREATE TABLE watched_sketches (
    article TEXT PRIMARY KEY NOT NULL REFERENCES watched_articles (id),
    first INTEGER NOT NULL,
    day TEXT,
    placed TEXT,
    id TEXT NOT NULL,
    story TEXT NOT NULL,
    key TEXT NOT NULL,
    rows BLOB NOT NULL,
    terms BLOB NOT NULL,
    counts BLOB NOT NULL
);

CREATE INDEX watched_sketches_in_order ON watched_sketches (first, day, placed);

-- What changed from the version before of its article, as JSON.
CREATE TABLE watched_changes (
    number INTEGER PRIMARY KEY REFERENCES watched_versions (number),
    body TEXT NOT NULL
);

-- The findings in a story's standing versions, as they stood, as JSON.
CREATE TABLE watched_snapshots (
    story TEXT PRIMARY KEY NOT NULL REFERENCES watched_stories (id),
    body TEXT NOT NULL
) WITHOUT ROWID;

-- Alerts in the order in which they were added; `released` counts the times at which any were let out.
CREATE TABLE watched_alerts (
    place INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    story TEXT NOT NULL,
    at TEXT NOT NULL,
    due TEXT NOT NULL,
    released INTEGER,
    body TEXT NOT NULL
);

CREATE INDEX watched_alerts_of_a_story ON watched_alerts (story);
CREATE INDEX watched_alerts_held ON watched_alerts (place) WHERE released IS NULL;
CREATE INDEX watched_alerts_told ON watched_alerts (released, place) WHERE released IS NOT NULL;

-- Messages to channels, each as it was put together, and how it went with them.
CREATE TABLE watched_tellings (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at TEXT,
    why TEXT NOT NULL,
    delivered TEXT,
    body TEXT NOT NULL
);

CREATE INDEX watched_tellings_to_deliver ON watched_tellings (place) WHERE delivered IS NULL;
