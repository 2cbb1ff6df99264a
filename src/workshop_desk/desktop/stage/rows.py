"""Rows of a list at reading size, on as many pages as it takes: questions, actions, results."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workshop_desk.desktop.parts.typeset import Style, wrap


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what stands before the text, the text, and what stands at its end."""

    lead: str
    text: str
    trail: str = ""
    trail_2: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """A row's lines and height; `first` tells whether the text begins here or goes on."""

    row: Row
    lines: tuple[str, ...]
    height: float
    first: bool = True


@lru_cache(maxsize=16)
def lay_rows(
    rows: Sequence[Row],
    style: Style,
    width: float,
    least: float,
    height: float,
    beside: float = 0.0,
) -> tuple[tuple[Laid, ...], ...]:
    """Return the pages of rows; `least` is the height of a row of one line.

    `beside` is what a row needs more above or below its text, where there is no room beside it.
    """
    result: list[list[Laid]] = [[]]
    around = least - style.line
    used = 0.0
    most = max(1, int((height - around - beside) // style.line))
    for row in rows:
        lines = wrap(row.text, style, width) or ("",)
        for begin in range(0, len(lines), most):
            part = lines[begin : begin + most]
            tall = max(least, around + style.line * len(part))
            tall += beside if begin == 0 else 0.0
            if row.trail_2:
                tall = max(tall, least * 1.3)
            if result[-1] and used + tall > height + 0.5:
                result.append([])
                used = 0.0
            result[-1].append(Laid(row, part, tall, first=begin == 0))
            used += tall
    return tuple(tuple(page) for page in result)
