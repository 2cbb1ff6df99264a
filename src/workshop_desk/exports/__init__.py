"""Room 6b, exports: data in, bytes out. Certificates, summary, private sheet, record.

May import rooms 4 to 1, reportlab, uharfbuzz, python-bidi, pikepdf and qrcode; never the store, never
the clock. `typeset/` sets text with HarfBuzz, `canvas.py` draws with reportlab, `document.py` makes the
file with reportlab and lets pikepdf finish it, `page.py`, `blocks.py` and `charts.py`
are what papers are drawn with. To add an export: one pure file, a row in `table.py`, a golden test.
"""
