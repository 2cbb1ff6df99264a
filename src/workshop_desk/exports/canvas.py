"""A sheet to draw on: points from the top left corner, shapes and set lines, each with its meaning.

reportlab draws the shapes and keeps the page's stream. Text runs are ours and enter that stream in one
place, `_write`: reportlab alone draws a missing letter as nothing and puts Arabic words in the wrong
order, and its open version has no tags.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Protocol

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen import canvas as reportlab

from workshop_desk.exports.typeset.embedding import Embedded
from workshop_desk.exports.typeset.fonts import Face
from workshop_desk.exports.typeset.paragraphs import Ink, Line, Placed

_LEAST_SHIFT = 0.5
"""Thousandths of an em below which a shift between glyphs is not worth writing."""


class Fonts(Protocol):
    """Whoever keeps the file's fonts."""

    def font(self, face: Face) -> Embedded:
        """Return the file's font for a face."""
        ...


class Canvas:
    """One page of `width` × `height` points on `paper`. What is drawn outside `tagged` is decoration.

    `tags` lists the roles of the page's contents in reading order, `faces` the fonts it needs.
    """

    def __init__(self, width: float, height: float, fonts: Fonts, paper: reportlab.Canvas) -> None:
        self.width = width
        self.height = height
        self.tags: list[str] = []
        self.faces: dict[Face, None] = {}
        self._fonts = fonts
        self._paper = paper
        self._tagged = False
        self._decorating = False
        paper.setPageSize((width, height))

    def end(self) -> None:
        """Put the page into the file; nothing more can be drawn on it."""
        self._decorate(on=False)
        self._paper.showPage()

    @contextmanager
    def tagged(self, role: str) -> Iterator[None]:
        """Mark what is drawn inside as content: 'H1', 'P' and the like. Inside another it is a part."""
        if self._tagged:
            yield
            return
        self._decorate(on=False)
        self._write(f"/{role} <</MCID {len(self.tags)}>> BDC")
        self.tags.append(role)
        self._tagged = True
        yield
        self._tagged = False
        self._write("EMC")

    def rect(
        self,
        corner: tuple[float, float],
        size: tuple[float, float],
        *,
        fill: Ink | None = None,
        stroke: Ink | None = None,
        line: float = 1.0,
        radius: float = 0.0,
    ) -> None:
        """Draw a rectangle from its top left corner, its corners rounded by `radius`."""
        (x, y), (width, height) = corner, size
        radius = min(radius, width / 2, height / 2)
        how = self._inked(fill, stroke, line)
        if radius > 0:
            self._paper.roundRect(x, self._up(y + height), width, height, radius, **how)
        else:
            self._paper.rect(x, self._up(y + height), width, height, **how)

    def circle(
        self,
        centre: tuple[float, float],
        radius: float,
        *,
        fill: Ink | None = None,
        stroke: Ink | None = None,
        line: float = 1.0,
    ) -> None:
        """Draw a circle."""
        x, y = centre
        self._paper.circle(x, self._up(y), radius, **self._inked(fill, stroke, line))

    def rule(
        self, start: tuple[float, float], end: tuple[float, float], ink: Ink, line: float = 0.75
    ) -> None:
        """Draw a straight line."""
        (x, y), (to_x, to_y) = start, end
        self._inked(None, ink, line)
        self._paper.line(x, self._up(y), to_x, self._up(to_y))

    def stroke(self, points: Sequence[tuple[float, float]], ink: Ink, line: float) -> None:
        """Draw a line through points, its ends and corners round."""
        how = self._inked(None, ink, line)
        self._paper.setLineCap(1)
        self._paper.setLineJoin(1)
        path = self._paper.beginPath()
        (first, *rest) = points
        path.moveTo(first[0], self._up(first[1]))
        for x, y in rest:
            path.lineTo(x, self._up(y))
        self._paper.drawPath(path, **how)
        self._paper.setLineCap(0)
        self._paper.setLineJoin(0)

    def pen(self, strokes: Sequence[Sequence[tuple[float, float]]], ink: Ink, line: float) -> None:
        """Draw what a hand drew, as one path of curves through its points; a point alone is a dot."""
        self._inked(ink, ink, line)
        path = self._paper.beginPath()
        for stroke in strokes:
            points = [(x, self._up(y)) for x, y in stroke]
            if len(points) == 1:
                path.circle(*points[0], line / 4)
                continue
            path.moveTo(*points[0])
            for start, control, end in _curves(points):
                path.curveTo(*_toward(start, control), *_toward(end, control), *end)
        self._paper.saveState()
        self._paper.setLineCap(1)
        self._paper.setLineJoin(1)
        self._paper.drawPath(path, stroke=1, fill=0)
        self._paper.restoreState()

    def squares(
        self, corner: tuple[float, float], module: float, rows: Sequence[Sequence[bool]], ink: Ink
    ) -> None:
        """Draw a matrix of squares as one path, neighbours in a row joined so that no seam shows."""
        x, y = corner
        how = self._inked(ink, None, 0.0)
        path = self._paper.beginPath()
        for row, cells in enumerate(rows):
            low = self._up(y + (row + 1) * module)
            for start, end in _stretches(cells):
                path.rect(x + start * module, low, (end - start) * module, module)
        self._paper.drawPath(path, **how)

    def show(self, line: Line, x: float, baseline: float) -> None:
        """Draw a set line with its left end at `x`."""
        self._decorate(on=not self._tagged)
        for placed in line.placed:
            self.faces[placed.run.face] = None
            font = self._fonts.font(placed.run.face)
            self._write(_text(placed, font, x + placed.x, self._up(baseline)))

    def _up(self, y: float) -> float:
        return self.height - y

    def _inked(self, fill: Ink | None, stroke: Ink | None, line: float) -> dict[str, int]:
        """Set the inks of the next shape; return how reportlab is told which of them it uses."""
        self._decorate(on=not self._tagged)
        if fill is not None:
            self._paper.setFillColorRGB(*fill)
        if stroke is not None:
            self._paper.setStrokeColorRGB(*stroke)
            self._paper.setLineWidth(line)
        return {"fill": int(fill is not None), "stroke": int(stroke is not None)}

    def _decorate(self, *, on: bool) -> None:
        if on != self._decorating:
            self._write("/Artifact BMC" if on else "EMC")
            self._decorating = on

    def _write(self, operators: str) -> None:
        """Add what reportlab has no call for: glyph runs, and marks around contents."""
        self._paper.addLiteral(operators)


def _text(placed: Placed, font: Embedded, x: float, y: float) -> str:
    """Return the operators of one run: where HarfBuzz and the file's widths differ, a shift is set."""
    run, style = placed.run, placed.style
    em = 1000 / run.face.upem
    tracking = style.tracking * 1000 if run.plain else 0.0
    parts: list[str] = []
    wanted = drawn = 0.0
    rise = 0.0
    for glyph in run.glyphs:
        if glyph.up * em != rise:
            rise = glyph.up * em
            parts.append(f"] TJ {fp_str(rise * style.size / 1000)} Ts [")
        shift = drawn - (wanted + glyph.right * em)
        if abs(shift) >= _LEAST_SHIFT:
            parts.append(fp_str(shift))
            drawn -= shift
        parts.append(f"<{font.code(glyph):04X}>")
        drawn += font.width(glyph) * 1000
        wanted += glyph.advance * em + tracking
    code = (
        f"BT /{font.name} {fp_str(style.size)} Tf {fp_str(*style.ink)} rg 0 Ts "
        f"1 0 0 1 {fp_str(x, y)} Tm [{' '.join(parts)}] TJ ET"
    )
    if run.plain or run.level % 2:
        # Readers turn right-to-left glyphs round by themselves, and would turn an ActualText round too.
        return code
    actual = ("\ufeff" + run.text).encode("utf-16-be").hex().upper()
    return f"/Span <</ActualText <{actual}>>> BDC\n{code}\nEMC"


def _stretches(cells: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for place, dark in enumerate((*cells, False)):
        if dark and start is None:
            start = place
        elif not dark and start is not None:
            yield start, place
            start = None


Point = tuple[float, float]


def _curves(points: Sequence[Point]) -> Iterator[tuple[Point, Point, Point]]:
    """Yield start, control and end of curves through the middles between points: hands draw round."""
    start = points[0]
    for (x, y), (to_x, to_y) in pairwise(points[1:]):
        middle = ((x + to_x) / 2, (y + to_y) / 2)
        yield start, (x, y), middle
        start = middle
    yield start, points[-1], points[-1]


def _toward(point: Point, control: Point) -> Point:
    """Return a cubic curve's control for a quadratic one's."""
    return point[0] + (control[0] - point[0]) * 2 / 3, point[1] + (control[1] - point[1]) * 2 / 3
