"""What signing added to the file, as SQL. Frozen: a migration is never changed."""

STATEMENTS = (
    """CREATE TABLE signatures (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id),
        position INTEGER NOT NULL CHECK (position >= 0),
        kind TEXT NOT NULL CHECK (kind IN ('signed', 'paper', 'voided')),
        person TEXT REFERENCES people (id),
        half_day TEXT NOT NULL,
        at TEXT NOT NULL,
        channel TEXT NOT NULL CHECK (channel IN ('phone', 'desk')),
        ink TEXT NOT NULL,
        mark TEXT NOT NULL,
        reason TEXT NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL,
        UNIQUE (session, position)
    )""",
    "CREATE INDEX signatures_by_session ON signatures (session)",
    "CREATE INDEX signatures_by_person ON signatures (person)",
    """CREATE TRIGGER signatures_stay BEFORE UPDATE ON signatures
        BEGIN SELECT RAISE(ABORT, 'signatures are only added to'); END""",
    """CREATE TRIGGER signatures_are_kept BEFORE DELETE ON signatures
        BEGIN SELECT RAISE(ABORT, 'signatures are only added to'); END""",
)
"""The table, its indexes, and what keeps it as it is."""
