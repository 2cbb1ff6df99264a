"""Room 6c, insight: the community's month in figures, rows in, frozen dataclasses out.

May import rooms 5 to 1; never draws. So far: how long
the steps of a method usually take (`usual`).
"""
