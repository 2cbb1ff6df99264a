"""Room 5, store: one SQLite file. The only room that writes SQL; it never knows who asks.

May import rooms 4 to 1 and sqlite-utils. To add a table or column: one function at the end of
`migrations.py` and one topic file.
"""
