"""What the stage of a real room added to the file, as SQL. Frozen: a migration is never changed."""

STATEMENTS = (
    "ALTER TABLE sessions ADD COLUMN frozen INTEGER NOT NULL DEFAULT 0 CHECK (frozen IN (0, 1))",
    "ALTER TABLE sessions ADD COLUMN look_here INTEGER NOT NULL DEFAULT 0 CHECK (look_here IN (0, 1))",
    "ALTER TABLE sessions ADD COLUMN message TEXT NOT NULL DEFAULT ''",
    # No reference: a picture is of the session that shows it, and is written after it.
    "ALTER TABLE sessions ADD COLUMN picture_shown TEXT",
    """CREATE TABLE pictures (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
        width INTEGER NOT NULL CHECK (width > 0),
        height INTEGER NOT NULL CHECK (height > 0),
        added TEXT NOT NULL
    )""",
    "CREATE INDEX pictures_by_session ON pictures (session)",
    # Apart from what is known of them, so that a list of pictures reads none.
    """CREATE TABLE picture_contents (
        picture TEXT PRIMARY KEY REFERENCES pictures (id) ON DELETE CASCADE,
        content BLOB NOT NULL
    )""",
    """CREATE TABLE remotes (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        role TEXT NOT NULL CHECK (role IN ('remote', 'co')),
        offered TEXT NOT NULL,
        offer_hash TEXT NOT NULL,
        token_hash TEXT NOT NULL,
        name TEXT NOT NULL,
        paired TEXT,
        revoked TEXT
    )""",
    "CREATE INDEX remotes_by_session ON remotes (session)",
)
"""Columns first, then the tables that are new."""
