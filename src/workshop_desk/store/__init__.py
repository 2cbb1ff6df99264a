"""Room 5, store: the one SQLite file, and the only place where SQL is written.

May import rooms 4 to 1, sqlite3 and sqlite-utils. It does not know who asks. Each topic has one
module with `save` and a function that loads. To add a table or a column: one function at the end of
`migrations.py` (never change an earlier one), one topic module, one line in `rows.py`.
"""
