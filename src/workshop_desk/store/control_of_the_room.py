"""What holding a mixed room added to the file, as SQL. Frozen: a migration is never changed."""

STATEMENTS = (
    "ALTER TABLE sessions ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1))",
    "ALTER TABLE sessions ADD COLUMN moderated INTEGER NOT NULL DEFAULT 0 CHECK (moderated IN (0, 1))",
    """ALTER TABLE sessions ADD COLUMN hands_shown INTEGER NOT NULL DEFAULT 0
        CHECK (hands_shown IN (0, 1))""",
    "ALTER TABLE attendees ADD COLUMN taken_out TEXT",
    # Whose phone speaks for this person too; no reference: both are of the same session.
    "ALTER TABLE attendees ADD COLUMN host TEXT",
    "ALTER TABLE cards ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0 CHECK (waiting IN (0, 1))",
    "ALTER TABLE actions ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0 CHECK (waiting IN (0, 1))",
    # How it came; NULL where it is anonymous, or older than this column.
    "ALTER TABLE cards ADD COLUMN channel TEXT",
    "ALTER TABLE ballots ADD COLUMN channel TEXT",
    "ALTER TABLE ratings ADD COLUMN channel TEXT",
    "ALTER TABLE actions ADD COLUMN channel TEXT",
    # Of anonymous answers only how many came by each channel, never beside the answers.
    """CREATE TABLE answer_counts (
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        channel TEXT NOT NULL,
        answers INTEGER NOT NULL CHECK (answers > 0),
        PRIMARY KEY (activity, channel)
    ) WITHOUT ROWID""",
    """CREATE TABLE raised_hands (
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES people (id),
        raised TEXT NOT NULL,
        floor TEXT,
        PRIMARY KEY (session, person)
    )""",
    "CREATE INDEX raised_hands_by_person ON raised_hands (person)",
    """CREATE TABLE phone_messages (
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        person TEXT NOT NULL,
        text TEXT NOT NULL,
        sent TEXT NOT NULL,
        stays REAL NOT NULL CHECK (stays >= 0),
        PRIMARY KEY (session, person)
    )""",
)
"""Columns first, then the tables that are new. A phone message's person is '' where it is for all."""
