"""What papers are drawn with: set text, the logo, the ring of seats, QR codes, heads and feet."""

import math
from dataclasses import dataclass, replace

from workshop_desk.exports import qr
from workshop_desk.exports.canvas import Canvas
from workshop_desk.exports.document import PRODUCER
from workshop_desk.exports.look import MARGIN, look
from workshop_desk.exports.typeset.paragraphs import Ink, Line, Span, Style, set_line, set_lines

BLACK: Ink = (0.0, 0.0, 0.0)
WHITE: Ink = (1.0, 1.0, 1.0)
_CAP = 0.66
_SEATS = 7
_LOGO_SEAT = 0.095
_RING_SEAT, _SEAT_OF_ARC = 0.05, 0.42


def text(
    canvas: Canvas,
    words: str | tuple[Span, ...],
    style: Style,
    corner: tuple[float, float],
    width: float,
    *,
    align: str = "start",
    role: str = "P",
) -> float:
    """Set text below a corner within a width; return where the next thing may stand."""
    spans = (Span(words, style),) if isinstance(words, str) else words
    return lines(canvas, set_lines(spans, width), style, corner, width, align=align, role=role)


def lines(
    canvas: Canvas,
    made: tuple[Line, ...],
    style: Style,
    corner: tuple[float, float],
    width: float,
    *,
    align: str = "start",
    role: str = "P",
) -> float:
    """Draw lines that are already set, one leading apart; return where the next thing may stand."""
    x, y = corner
    with canvas.tagged(role):
        for line in made:
            canvas.show(line, x + _indent(line, width, align), y + baseline(style))
            y += style.leading
    return y


def baseline(style: Style) -> float:
    """Return how far below a line's top its letters stand: capitals in the middle of the leading."""
    return (style.leading + _CAP * style.size) / 2


def fitted(
    words: str, style: Style, width: float, least: float, most_lines: int = 2
) -> tuple[Line, ...]:
    """Set words as large as fits, in as few lines; never cut, smaller than `least` only at need."""
    words = " ".join(words.split("\n"))
    for count in range(1, most_lines + 1):
        size = style.size
        while size >= least:
            made = set_lines((Span(words, style.sized(size)),), width)
            if len(made) <= count and _whole(made, words):
                return made
            size -= 1.0
    size = least
    while True:
        made = set_lines((Span(words, style.sized(size)),), width)
        if len(made) <= most_lines:
            return made
        size *= 0.92


def style_of(made: tuple[Line, ...], otherwise: Style) -> Style:
    """Return the style that lines were set in."""
    return next((placed.style for line in made for placed in line.placed), otherwise)


def logo(canvas: Canvas, corner: tuple[float, float], size: float, *, dark: bool = False) -> None:
    """Draw the ring of seven seats; `dark` stands on a dark ground."""
    x, y = corner
    centre = (x + size / 2, y + size / 2)
    colours = look()
    ground = colours.ink("on_primary" if dark else "primary")
    radius = size * _LOGO_SEAT
    for seat, at in enumerate(_seats(centre, size / 2 - radius * 1.4, _SEATS)):
        canvas.circle(at, radius, fill=colours.ink("marker_deep") if seat == 1 else ground)


def ring(
    canvas: Canvas, centre: tuple[float, float], width: float, seats: int, special: int | None
) -> None:
    """Draw a ring of taken seats, clockwise from the top; `special` is one seat in felt pen."""
    reach = width / 2
    seats = max(seats, 1)
    radius = min(_RING_SEAT * width * 1.1, _SEAT_OF_ARC * 2 * math.pi * reach * 0.9 / seats)
    colours = look()
    for seat, at in enumerate(_seats(centre, reach - radius, seats)):
        canvas.circle(at, radius, fill=colours.ink("marker_deep" if seat == special else "primary"))


def qr_code(canvas: Canvas, corner: tuple[float, float], size: float, payload: str) -> None:
    """Draw a code as a square of `size`, its quiet zone around it, so that its edges can be aligned."""
    modules = qr.matrix(payload)
    module = size / len(modules)
    quiet, (x, y) = qr.QUIET * module, corner
    canvas.rect((x - quiet, y - quiet), (size + 2 * quiet, size + 2 * quiet), fill=WHITE)
    canvas.squares(corner, module, modules, BLACK)


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page of a paper says: organisation above left, paper above right, truth below."""

    organisation: str
    paper: str
    foot: str

    @property
    def top(self) -> float:
        """Return where the contents begin."""
        return MARGIN + 38

    def bottom(self, size: tuple[float, float]) -> float:
        """Return where the contents end on a page of this width and height."""
        width, height = size
        return height - MARGIN - 14 - look().small.leading * len(self._foot(width))

    def draw(self, canvas: Canvas, page: str) -> None:
        """Draw the head and the foot; `page` says which page it is."""
        colours = look()
        right = canvas.width - MARGIN
        name = replace(colours.heading, size=12, leading=18)
        logo(canvas, (MARGIN, MARGIN - 3), 19)
        (said,) = fitted(self.organisation or PRODUCER, name, canvas.width / 2, 9, most_lines=1)
        canvas.show(said, MARGIN + 26, MARGIN - 3 + baseline(name) + 0.5)
        note = set_line(f"{self.paper} · {page}" if page else self.paper, colours.small)
        canvas.show(note, right - note.width, MARGIN - 3 + baseline(name))
        y = self.bottom((canvas.width, canvas.height)) + 14
        canvas.rule((MARGIN, y - 7), (right, y - 7), colours.ink("line"))
        lines(canvas, self._foot(canvas.width), colours.small, (MARGIN, y), canvas.width)
        maker = set_line(PRODUCER, colours.small)
        canvas.show(maker, right - maker.width, y + baseline(colours.small))

    def _foot(self, width: float) -> tuple[Line, ...]:
        return set_lines((Span(self.foot, look().small),), width - 2 * MARGIN - 80)


def _whole(made: tuple[Line, ...], words: str) -> bool:
    """Tell whether no word was torn apart."""
    return "".join("".join(line.text for line in made).split()) == "".join(words.split()) and all(
        line.text.split()[-1] in words.split() for line in made if line.text.split()
    )


def _indent(line: Line, width: float, align: str) -> float:
    if align == "center":
        return (width - line.width) / 2
    if align == "end" or (align == "start" and not line.rightward):
        return width - line.width
    return 0.0


def _seats(centre: tuple[float, float], radius: float, count: int) -> tuple[tuple[float, float], ...]:
    turn = 2 * math.pi / count
    return tuple(
        (centre[0] + radius * math.sin(turn * seat), centre[1] - radius * math.cos(turn * seat))
        for seat in range(count)
    )
