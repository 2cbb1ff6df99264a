"""Room 6c, insight: the community's month in figures, rows in, frozen dataclasses out.

May import rooms 5 to 1; never draws. Empty until the dashboard is built.
"""
