"""Room 6b, exports: data in, bytes out. Certificates, summary, private sheet, tables.

May import rooms 4 to 1, reportlab and the like; never the store, never the clock. To add an export:
one pure file, a row in `table.py`, a golden test.
"""
