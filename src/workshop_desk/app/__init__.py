"""Room 8, app: builds store, live, phones and windows in this order, and closes them in reverse.

`workshop` and `papers` need no Qt; `windows` adds the two windows. May import everything below, and
only `cli` imports it. Two halves, so that a session without windows never loads Qt.
"""
