"""A sheet to draw on: points from the top left corner, shapes and set lines, each with its meaning.

The operators are written here, and `document.py` makes the file out of them: reportlab draws a
missing letter as nothing and puts Arabic words in the wrong order.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from workshop_desk.exports.typeset.embedding import Embedded
from workshop_desk.exports.typeset.fonts import Face
from workshop_desk.exports.typeset.paragraphs import Ink, Line, Placed

_HANDLE = 0.5523
"""How far, in radiuses, the handles reach of a curve that draws a quarter of a circle."""

_LEAST_SHIFT = 0.5
"""Thousandths of an em below which a shift between glyphs is not worth writing."""


class Fonts(Protocol):
    """Whoever keeps the file's fonts."""

    def font(self, face: Face) -> Embedded:
        """Return the file's font for a face."""
        ...


class Canvas:
    """One page of `width` × `height` points. What is drawn outside `tagged` is decoration.

    `tags` lists the roles of the page's contents in reading order, `fonts` the faces it needs.
    """

    def __init__(self, width: float, height: float, fonts: Fonts) -> None:
        self.width = width
        self.height = height
        self.tags: list[str] = []
        self.faces: dict[Face, None] = {}
        self._fonts = fonts
        self._code: list[str] = []
        self._tagged = False
        self._decorating = False

    @property
    def content(self) -> bytes:
        """Return the page's operators."""
        self._decorate(on=False)
        return "\n".join(self._code).encode("ascii")

    @contextmanager
    def tagged(self, role: str) -> Iterator[None]:
        """Mark what is drawn inside as content: 'H1', 'P' and the like. Inside another it is a part."""
        if self._tagged:
            yield
            return
        self._decorate(on=False)
        self._code.append(f"/{role} <</MCID {len(self.tags)}>> BDC")
        self.tags.append(role)
        self._tagged = True
        yield
        self._tagged = False
        self._code.append("EMC")

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
        if radius > 0:
            path = self._rounded(x, y, width, height, radius)
        else:
            path = _numbers(x, self._up(y + height), width, height) + " re"
        self._paint(path, fill, stroke, line)

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
        path = self._rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius)
        self._paint(path, fill, stroke, line)

    def rule(
        self, start: tuple[float, float], end: tuple[float, float], ink: Ink, line: float = 0.75
    ) -> None:
        """Draw a straight line."""
        (x, y), (to_x, to_y) = start, end
        path = f"{_numbers(x, self._up(y))} m {_numbers(to_x, self._up(to_y))} l"
        self._paint(path, None, ink, line)

    def squares(
        self, corner: tuple[float, float], module: float, rows: Sequence[Sequence[bool]], ink: Ink
    ) -> None:
        """Draw a matrix of squares as one path, neighbours in a row joined so that no seam shows."""
        x, y = corner
        path = []
        for row, cells in enumerate(rows):
            low = self._up(y + (row + 1) * module)
            for start, end in _stretches(cells):
                path.append(_numbers(x + start * module, low, (end - start) * module, module) + " re")
        self._paint("\n".join(path), ink, None, 0.0)

    def show(self, line: Line, x: float, baseline: float) -> None:
        """Draw a set line with its left end at `x`."""
        self._decorate(on=not self._tagged)
        for placed in line.placed:
            self.faces[placed.run.face] = None
            font = self._fonts.font(placed.run.face)
            self._code.append(_text(placed, font, x + placed.x, self._up(baseline)))

    def _up(self, y: float) -> float:
        return self.height - y

    def _decorate(self, *, on: bool) -> None:
        if on != self._decorating:
            self._code.append("/Artifact BMC" if on else "EMC")
            self._decorating = on

    def _paint(self, path: str, fill: Ink | None, stroke: Ink | None, line: float) -> None:
        self._decorate(on=not self._tagged)
        code = ["q"]
        if fill is not None:
            code.append(_numbers(*fill) + " rg")
        if stroke is not None:
            code.append(f"{_numbers(*stroke)} RG {_numbers(line)} w")
        how = "B" if fill and stroke else "f" if fill else "S"
        self._code.append("\n".join([*code, path, how, "Q"]))

    def _rounded(self, x: float, y: float, width: float, height: float, radius: float) -> str:
        left, right, high, low = x, x + width, self._up(y), self._up(y + height)
        near, far = radius, radius * (1 - _HANDLE)
        return "\n".join(
            (
                _numbers(left + near, low) + " m",
                _numbers(right - near, low) + " l",
                _numbers(right - far, low, right, low + far, right, low + near) + " c",
                _numbers(right, high - near) + " l",
                _numbers(right, high - far, right - far, high, right - near, high) + " c",
                _numbers(left + near, high) + " l",
                _numbers(left + far, high, left, high - far, left, high - near) + " c",
                _numbers(left, low + near) + " l",
                _numbers(left, low + far, left + far, low, left + near, low) + " c h",
            )
        )


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
            parts.append(f"] TJ {_numbers(rise * style.size / 1000)} Ts [")
        shift = drawn - (wanted + glyph.right * em)
        if abs(shift) >= _LEAST_SHIFT:
            parts.append(_numbers(shift))
            drawn -= shift
        parts.append(f"<{font.code(glyph):04X}>")
        drawn += font.width(glyph) * 1000
        wanted += glyph.advance * em + tracking
    code = (
        f"BT /{font.name} {_numbers(style.size)} Tf {_numbers(*style.ink)} rg 0 Ts "
        f"1 0 0 1 {_numbers(x, y)} Tm [{' '.join(parts)}] TJ ET"
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


def _numbers(*values: float) -> str:
    return " ".join(
        f"{value:.3f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}" for value in values
    )
