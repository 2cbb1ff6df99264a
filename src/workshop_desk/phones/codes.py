"""QR codes as one path of an SVG picture, black on the white that they need around them."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from workshop_desk.exports.qr import QUIET, matrix


@dataclass(frozen=True, slots=True)
class CodePath:
    """A code: its dark modules as a path, and the side of the square in modules, white included."""

    side: int
    path: str


@lru_cache(maxsize=8)
def code_path(payload: str) -> CodePath:
    """Return the code of a payload; the same one is drawn over and over."""
    rows = matrix(payload)
    runs = []
    for y, row in enumerate(rows):
        x = 0
        for dark, group in groupby(row):
            length = len(list(group))
            if dark:
                runs.append(f"M{x + QUIET} {y + QUIET}h{length}v1h-{length}z")
            x += length
    return CodePath(len(rows) + 2 * QUIET, "".join(runs))
