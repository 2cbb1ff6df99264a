"""What wishes that a name be erased added to the file, as SQL. Frozen, as all steps."""

STATEMENTS = (
    """CREATE TABLE erasures (
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES people (id),
        state TEXT NOT NULL CHECK (state IN ('asked', 'called_off', 'refused', 'erased', 'restricted')),
        asked TEXT NOT NULL,
        answered TEXT,
        reason TEXT NOT NULL,
        PRIMARY KEY (session, person)
    )""",
    "CREATE INDEX erasures_by_person ON erasures (person)",
)
