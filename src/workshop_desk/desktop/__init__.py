"""Room 7a, desktop: what Qt draws. `desk` is the facilitator's window, `stage` the projected one.

May import rooms 6 to 1 and PySide6; never `phones`, `store` or SQL. `desk` and `stage` do not know
each other; what both use is in `parts`.
"""
