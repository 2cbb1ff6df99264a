"""The tables of the first release, as SQL. Frozen: what a migration made is never changed."""

_PEOPLE = (
    """CREATE TABLE people (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL CHECK (name <> ''),
        email TEXT,
        created TEXT NOT NULL
    )""",
    """CREATE TABLE attendees (
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES people (id),
        role TEXT NOT NULL,
        channel TEXT NOT NULL CHECK (channel IN ('phone', 'desk')),
        language TEXT NOT NULL,
        joined TEXT NOT NULL,
        PRIMARY KEY (session, person)
    )""",
    "CREATE INDEX attendees_by_person ON attendees (person)",
    """CREATE TABLE presence (
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES people (id),
        entered TEXT NOT NULL,
        "left" TEXT,
        PRIMARY KEY (session, person, entered)
    )""",
    "CREATE INDEX presence_by_person ON presence (person)",
    """CREATE TABLE devices (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES people (id),
        token_hash TEXT NOT NULL UNIQUE,
        created TEXT NOT NULL
    )""",
    "CREATE INDEX devices_by_session ON devices (session)",
    "CREATE INDEX devices_by_person ON devices (person)",
)

_SESSIONS = (
    """CREATE TABLE sessions (
        id TEXT PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        language TEXT NOT NULL,
        method TEXT NOT NULL,
        preset TEXT NOT NULL,
        facilitator TEXT NOT NULL,
        organisation TEXT NOT NULL,
        location TEXT NOT NULL,
        contact TEXT NOT NULL,
        keep_months INTEGER NOT NULL,
        expected INTEGER NOT NULL CHECK (expected >= 0),
        margin_seconds REAL NOT NULL,
        created TEXT NOT NULL,
        planned_start TEXT,
        state TEXT NOT NULL CHECK (state IN ('planned', 'open', 'closed')),
        place TEXT NOT NULL CHECK (place IN ('lobby', 'steps', 'closing')),
        blackout INTEGER NOT NULL CHECK (blackout IN (0, 1)),
        opened TEXT,
        closed TEXT,
        next_date TEXT NOT NULL,
        CHECK (state = 'planned' OR opened IS NOT NULL),
        CHECK ((state = 'closed') = (closed IS NOT NULL))
    )""",
    # One session at a time lets people in; the file itself says so.
    "CREATE UNIQUE INDEX sessions_one_open ON sessions (state) WHERE state = 'open'",
    """CREATE TABLE roles (
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        role TEXT NOT NULL,
        most_people INTEGER NOT NULL CHECK (most_people >= 0),
        ordinary INTEGER NOT NULL CHECK (ordinary IN (0, 1)),
        private_sheet INTEGER NOT NULL CHECK (private_sheet IN (0, 1)),
        PRIMARY KEY (session, role)
    )""",
    """CREATE TABLE wordings (
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        owner TEXT NOT NULL,
        field TEXT NOT NULL,
        item TEXT NOT NULL,
        language TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (owner, field, item, language)
    )""",
    "CREATE INDEX wordings_by_session ON wordings (session)",
)

_PLAN = (
    """CREATE TABLE steps (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        label TEXT NOT NULL,
        shortest_seconds REAL NOT NULL,
        longest_seconds REAL NOT NULL,
        planned_seconds REAL NOT NULL,
        added_seconds REAL NOT NULL,
        timer_state TEXT NOT NULL CHECK (timer_state IN ('waiting', 'running', 'paused', 'stopped')),
        started_utc TEXT,
        started_boot REAL,
        started_boot_id TEXT,
        anchor_utc TEXT,
        anchor_boot REAL,
        anchor_boot_id TEXT,
        banked_seconds REAL NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('ahead', 'current', 'done', 'skipped')),
        phase INTEGER NOT NULL CHECK (phase >= 0),
        started TEXT,
        ended TEXT,
        notes TEXT NOT NULL,
        CHECK ((timer_state = 'running') = (anchor_utc IS NOT NULL))
    )""",
    "CREATE INDEX steps_by_session ON steps (session, position)",
    """CREATE TABLE activities (
        id TEXT PRIMARY KEY,
        step TEXT NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        kind TEXT NOT NULL,
        meanwhile INTEGER NOT NULL CHECK (meanwhile IN (0, 1)),
        audience TEXT NOT NULL CHECK (audience IN ('room', 'held', 'facilitator', 'author')),
        naming TEXT NOT NULL CHECK (naming IN ('named', 'pseudonymous', 'anonymous')),
        silent INTEGER NOT NULL CHECK (silent IN (0, 1)),
        most INTEGER NOT NULL,
        longest INTEGER NOT NULL,
        dots INTEGER NOT NULL,
        source TEXT NOT NULL,
        most_tags INTEGER NOT NULL,
        icon TEXT NOT NULL,
        ask_sharing INTEGER NOT NULL CHECK (ask_sharing IN (0, 1)),
        sheet TEXT NOT NULL,
        revealed INTEGER NOT NULL CHECK (revealed IN (0, 1)),
        opened TEXT
    )""",
    "CREATE INDEX activities_by_step ON activities (step, position)",
    """CREATE TABLE activity_roles (
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        role TEXT NOT NULL,
        PRIMARY KEY (activity, position)
    )""",
    """CREATE TABLE activity_tags (
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        tag TEXT NOT NULL,
        PRIMARY KEY (activity, position)
    )""",
    """CREATE TABLE activity_levels (
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        level INTEGER NOT NULL CHECK (level >= 1),
        PRIMARY KEY (activity, level)
    )""",
)

# Ballots, votes, ratings and participations have no row number of their own (WITHOUT ROWID):
# the file keeps no order of arrival that could tell whose anonymous answer is whose.
_CAPTURED = (
    """CREATE TABLE cards (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        author TEXT REFERENCES people (id),
        text TEXT NOT NULL,
        written TEXT NOT NULL,
        shareable INTEGER CHECK (shareable IN (0, 1)),
        parked INTEGER NOT NULL CHECK (parked IN (0, 1)),
        starred INTEGER NOT NULL CHECK (starred IN (0, 1)),
        hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
        locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
        withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
    )""",
    "CREATE INDEX cards_by_session ON cards (session)",
    "CREATE INDEX cards_by_activity ON cards (activity)",
    "CREATE INDEX cards_by_author ON cards (author)",
    """CREATE TABLE card_tags (
        card TEXT NOT NULL REFERENCES cards (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        tag TEXT NOT NULL,
        PRIMARY KEY (card, position)
    ) WITHOUT ROWID""",
    """CREATE TABLE ballots (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        voter TEXT REFERENCES people (id)
    ) WITHOUT ROWID""",
    "CREATE INDEX ballots_by_session ON ballots (session)",
    "CREATE INDEX ballots_by_activity ON ballots (activity)",
    "CREATE UNIQUE INDEX ballots_one_per_voter ON ballots (voter, activity) WHERE voter IS NOT NULL",
    """CREATE TABLE votes (
        ballot TEXT NOT NULL REFERENCES ballots (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        voter TEXT REFERENCES people (id),
        card TEXT NOT NULL REFERENCES cards (id) ON DELETE CASCADE,
        dots INTEGER NOT NULL CHECK (dots >= 1),
        PRIMARY KEY (ballot, position),
        UNIQUE (ballot, card)
    ) WITHOUT ROWID""",
    "CREATE INDEX votes_by_activity ON votes (activity)",
    "CREATE INDEX votes_by_voter ON votes (voter)",
    "CREATE INDEX votes_by_card ON votes (card)",
    """CREATE TABLE ratings (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        rater TEXT REFERENCES people (id),
        value INTEGER NOT NULL CHECK (value >= 1),
        word TEXT NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX ratings_by_session ON ratings (session)",
    "CREATE INDEX ratings_by_activity ON ratings (activity)",
    "CREATE UNIQUE INDEX ratings_one_per_rater ON ratings (rater, activity) WHERE rater IS NOT NULL",
    """CREATE TABLE participations (
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES people (id),
        answers INTEGER NOT NULL CHECK (answers >= 0),
        finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
        PRIMARY KEY (activity, person)
    ) WITHOUT ROWID""",
    "CREATE INDEX participations_by_person ON participations (person)",
)

_OUTCOMES = (
    """CREATE TABLE actions (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        activity TEXT REFERENCES activities (id) ON DELETE CASCADE,
        what TEXT NOT NULL CHECK (what <> ''),
        who TEXT NOT NULL,
        due TEXT,
        sign TEXT NOT NULL,
        writer TEXT REFERENCES people (id),
        private INTEGER NOT NULL CHECK (private IN (0, 1)),
        written TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped'))
    )""",
    "CREATE INDEX actions_by_session ON actions (session)",
    "CREATE INDEX actions_by_activity ON actions (activity)",
    "CREATE INDEX actions_by_writer ON actions (writer)",
    """CREATE TABLE certificates (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES people (id),
        number TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        present_seconds REAL NOT NULL CHECK (present_seconds >= 0),
        issued TEXT NOT NULL,
        UNIQUE (session, person)
    )""",
    "CREATE INDEX certificates_by_person ON certificates (person)",
)

_DESK = (
    """CREATE TABLE settings (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    )""",
    """CREATE TABLE journal (
        revision INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        desk TEXT NOT NULL,
        actor TEXT NOT NULL,
        session TEXT NOT NULL,
        command TEXT NOT NULL,
        key_hash TEXT UNIQUE,
        content_hash TEXT,
        payload TEXT NOT NULL CHECK (json_valid(payload)),
        CHECK ((key_hash IS NULL) = (content_hash IS NULL))
    )""",
    "CREATE INDEX journal_by_session ON journal (session, revision)",
    """CREATE TRIGGER journal_keeps_lines BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END""",
    """CREATE TRIGGER journal_loses_nothing BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END""",
)

STATEMENTS = (*_SESSIONS, *_PEOPLE, *_PLAN, *_CAPTURED, *_OUTCOMES, *_DESK)
"""In the order in which tables may refer to each other."""
