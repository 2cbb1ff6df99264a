"""What the run of show added to the file, as SQL. Frozen: what a migration made is never changed."""

# Until now every step counted down and went on counting past zero: the defaults say so.
STATEMENTS = (
    "ALTER TABLE sessions ADD COLUMN clock_only INTEGER NOT NULL DEFAULT 0 CHECK (clock_only IN (0, 1))",
    """ALTER TABLE steps ADD COLUMN timer_mode TEXT NOT NULL DEFAULT 'down'
        CHECK (timer_mode IN ('down', 'up', 'until'))""",
    "ALTER TABLE steps ADD COLUMN until_time TEXT",
    """ALTER TABLE steps ADD COLUMN at_zero TEXT NOT NULL DEFAULT 'keep'
        CHECK (at_zero IN ('keep', 'hold', 'propose', 'go_on'))""",
    "ALTER TABLE steps ADD COLUMN hard_end INTEGER NOT NULL DEFAULT 0 CHECK (hard_end IN (0, 1))",
    "ALTER TABLE steps ADD COLUMN questions_seconds REAL NOT NULL DEFAULT 0",
    "ALTER TABLE steps ADD COLUMN decides INTEGER NOT NULL DEFAULT 0 CHECK (decides IN (0, 1))",
    "ALTER TABLE steps ADD COLUMN round_count INTEGER CHECK (round_count >= 1)",
    "ALTER TABLE steps ADD COLUMN round_seconds REAL",
    "ALTER TABLE steps ADD COLUMN change_seconds REAL",
    """CREATE TABLE step_rounds (
        step TEXT NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
        round INTEGER NOT NULL CHECK (round >= 0),
        added_seconds REAL NOT NULL,
        PRIMARY KEY (step, round)
    )""",
    """CREATE TABLE visits (
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        step TEXT REFERENCES steps (id) ON DELETE SET NULL,
        entered_utc TEXT NOT NULL,
        entered_boot REAL NOT NULL,
        entered_boot_id TEXT NOT NULL,
        PRIMARY KEY (session, position)
    )""",
    "CREATE INDEX visits_by_step ON visits (step)",
    """CREATE TABLE clocks (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        step TEXT REFERENCES steps (id) ON DELETE CASCADE,
        role TEXT NOT NULL CHECK (role IN ('side', 'group', 'turn')),
        position INTEGER NOT NULL,
        name TEXT NOT NULL CHECK (name <> ''),
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
        hard_end INTEGER NOT NULL CHECK (hard_end IN (0, 1)),
        questions_seconds REAL NOT NULL,
        CHECK ((timer_state = 'running') = (anchor_utc IS NOT NULL)),
        CHECK ((role = 'side') = (step IS NULL))
    )""",
    "CREATE INDEX clocks_by_session ON clocks (session)",
    "CREATE INDEX clocks_by_step ON clocks (step)",
    """CREATE TABLE clock_people (
        clock TEXT NOT NULL REFERENCES clocks (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        person TEXT NOT NULL REFERENCES people (id),
        PRIMARY KEY (clock, position)
    )""",
    "CREATE INDEX clock_people_by_person ON clock_people (person)",
    """CREATE TABLE absences (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        step TEXT REFERENCES steps (id) ON DELETE SET NULL,
        cause TEXT NOT NULL CHECK (cause IN ('slept', 'closed')),
        began TEXT NOT NULL,
        seconds REAL NOT NULL CHECK (seconds > 0),
        answer TEXT NOT NULL CHECK (answer IN ('open', 'counted', 'given_back'))
    )""",
    "CREATE INDEX absences_by_session ON absences (session)",
    "CREATE INDEX absences_by_step ON absences (step)",
    # A clock that is taken away may come back: its id stands for itself, it refers to no row.
    """CREATE TABLE absence_clocks (
        absence TEXT NOT NULL REFERENCES absences (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        clock TEXT NOT NULL,
        PRIMARY KEY (absence, position)
    )""",
)
"""Columns first, then the tables that are new."""
