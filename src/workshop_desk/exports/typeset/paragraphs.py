"""Paragraphs: styled text cut into lines that fit a width."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from workshop_desk.exports.typeset.breaking import breaks, is_space
from workshop_desk.exports.typeset.clusters import clusters
from workshop_desk.exports.typeset.direction import base_level, levels, visual_order
from workshop_desk.exports.typeset.runs import Run, shape

Ink = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look: family 'display' or 'text', weight, points, colour, extra space in ems."""

    family: str
    weight: int
    size: float
    leading: float
    ink: Ink
    tracking: float = 0.0

    def sized(self, size: float) -> "Style":
        """Return the same style in another size, its leading in proportion."""
        return replace(self, size=size, leading=self.leading * size / self.size)


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Placed:
    """A shaped run and where it stands on its line, in points from the line's left end."""

    run: Run
    style: Style
    x: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line in drawing order; `rightward` is False when its paragraph reads right to left."""

    placed: tuple[Placed, ...]
    width: float
    text: str
    rightward: bool = True


@lru_cache(maxsize=1024)
def set_lines(spans: tuple[Span, ...], width: float) -> tuple[Line, ...]:
    """Cut spans into lines no wider than `width`; a word that is too long is cut between letters.

    Lines are kept for a while: the certificates of a session share nearly all their words.
    """
    lines: list[Line] = []
    for paragraph in _paragraphs(spans):
        text = "".join(span.text for span in paragraph)
        if not text.strip():
            lines.append(Line((), 0.0, ""))
            continue
        base = base_level(text)
        styles = tuple(span.style for span in paragraph for _ in span.text)
        setter = _Setter(text, styles, levels(text, base), base)
        lines.extend(setter.lines(width))
    return tuple(lines)


def set_line(text: str, style: Style) -> Line:
    """Set text in one line however wide it gets."""
    lines = set_lines((Span(" ".join(text.split("\n")), style),), float("inf"))
    return lines[0] if lines else Line((), 0.0, "")


def _paragraphs(spans: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    now: list[Span] = []
    for span in spans:
        first, *rest = unicodedata.normalize("NFC", span.text).split("\n")
        now.append(replace(span, text=first))
        for part in rest:
            yield tuple(now)
            now = [replace(span, text=part)]
    yield tuple(now)


class _Setter:
    """Sets one paragraph."""

    def __init__(self, text: str, styles: tuple[Style, ...], found: tuple[int, ...], base: int) -> None:
        self._text = text
        self._styles = styles
        self._levels = found
        self._base = base

    def lines(self, width: float) -> Iterator[Line]:
        """Fill line after line, each with as much as it holds."""
        start = 0
        places = breaks(self._text)
        while start < len(self._text):
            end = self._furthest(start, tuple(one for one in places if one > start), width)
            if end is None:
                end = self._torn(start, next(one for one in places if one > start), width)
            yield self._line(start, end)
            start = end
            while start < len(self._text) and is_space(self._text[start]):
                start += 1

    def _furthest(self, start: int, places: tuple[int, ...], width: float) -> int | None:
        """Return the last break that fits, by bisection; widths only grow."""
        low, high = 0, len(places)
        # A line holds few breaks: look near the start before measuring a whole long paragraph.
        probe = 1
        while probe < high and self._fits(start, places[probe - 1], width):
            low, probe = probe, probe * 2
        high = min(high, probe)
        while low < high:
            middle = (low + high + 1) // 2
            if self._fits(start, places[middle - 1], width):
                low = middle
            else:
                high = middle - 1
        return places[low - 1] if low else None

    def _torn(self, start: int, end: int, width: float) -> int:
        """Return where a word wider than the line must be cut: at least one cluster stays."""
        reached = start
        for cluster in clusters(self._text[start:end]):
            if reached > start and not self._fits(start, reached + len(cluster), width):
                break
            reached += len(cluster)
        return reached

    def _fits(self, start: int, end: int, width: float) -> bool:
        return self._line(start, end).width <= width + 0.01

    def _line(self, start: int, end: int) -> Line:
        while end > start and is_space(self._text[end - 1]):
            end -= 1
        pieces: list[tuple[Run, Style]] = []
        place = start
        for style, letters in groupby(self._styles[start:end]):
            finish = place + sum(1 for _ in letters)
            part, found = self._text[place:finish], self._levels[place:finish]
            pieces += [(run, style) for run in shape(part, found, style.family, style.weight)]
            place = finish
        placed, x = [], 0.0
        for at in visual_order([run.level for run, _ in pieces]):
            run, style = pieces[at]
            placed.append(Placed(run, style, x))
            x += run_width(run, style)
        return Line(tuple(placed), x, self._text[start:end], rightward=not self._base)


def run_width(run: Run, style: Style) -> float:
    """Return a run's width in points, tracking included."""
    tracking = style.tracking * len(run.glyphs) if style.tracking and run.plain else 0.0
    return (run.advance + tracking) * style.size
