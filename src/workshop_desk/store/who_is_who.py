"""What the list of people and their personal codes added to the file, as SQL. Frozen, as all steps."""

STATEMENTS = (
    "ALTER TABLE attendees ADD COLUMN code TEXT NOT NULL DEFAULT ''",
    "CREATE UNIQUE INDEX attendees_one_code ON attendees (session, code) WHERE code <> ''",
    """ALTER TABLE sessions ADD COLUMN joining TEXT NOT NULL DEFAULT 'open'
        CHECK (joining IN ('open', 'list', 'both'))""",
    """CREATE TABLE registrations (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        name TEXT NOT NULL CHECK (name <> ''),
        email TEXT,
        department TEXT NOT NULL,
        code TEXT NOT NULL,
        person TEXT REFERENCES people (id)
    )""",
    "CREATE INDEX registrations_by_session ON registrations (session)",
    "CREATE INDEX registrations_by_person ON registrations (person)",
)
