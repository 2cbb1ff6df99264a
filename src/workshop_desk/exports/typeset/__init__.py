"""Text for paper: clusters, direction, fonts, shaping, lines, and fonts embedded in the file.

NFC text → bidi levels → grapheme clusters → first font that covers the cluster → runs → HarfBuzz →
lines. May import what `exports` may; knows nothing of workshops.
"""
