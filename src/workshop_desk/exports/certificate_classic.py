"""The classic certificate: a fir frame and a felt-pen frame, everything in the middle."""

from dataclasses import replace

from workshop_desk.exports.canvas import Canvas
from workshop_desk.exports.certificate_words import CertificateWords
from workshop_desk.exports.look import look
from workshop_desk.exports.page import (
    baseline,
    fitted,
    lines,
    logo,
    qr_code,
    ring,
    style_of,
    text,
)
from workshop_desk.exports.typeset.paragraphs import Span, Style, set_line

_SIDE = 90.0
_FRAME, _INNER_FRAME = 22.5, 27.75
_FACTS_TOP, _FOOT_TOP = 338.0, 428.0
_QR_SIZE, _RING_SIZE = 78.0, 88.0


def draw_classic(canvas: Canvas, said: CertificateWords) -> None:
    """Draw one certificate on an A4 page across."""
    _frames(canvas)
    _heading(canvas, said)
    _name(canvas, said)
    _facts(canvas, said)
    _made(canvas, said)
    _seat(canvas, said)
    _number(canvas, said)
    small = look().small
    width = canvas.width - 2 * _SIDE
    text(canvas, said.footer, small, (_SIDE, canvas.height - 49), width, align="center")


def _frames(canvas: Canvas) -> None:
    for inset, ink, line in ((_FRAME, "primary", 2.0), (_INNER_FRAME, "marker_deep", 1.0)):
        size = (canvas.width - 2 * inset, canvas.height - 2 * inset)
        canvas.rect((inset, inset), size, stroke=look().ink(ink), line=line)


def _heading(canvas: Canvas, said: CertificateWords) -> None:
    colours = look()
    if said.organisation:
        style = replace(colours.heading, size=16.0, leading=22.0)
        (name,) = fitted(said.organisation, style, canvas.width - 2 * _SIDE - 40, 9, most_lines=1)
        left = (canvas.width - name.width - 37) / 2
        logo(canvas, (left, 55), 28)
        with canvas.tagged("P"):
            canvas.show(name, left + 37, 58 + baseline(style))
    else:
        logo(canvas, ((canvas.width - 28) / 2, 55), 28)
    title = replace(colours.display.sized(34), ink=colours.ink("primary"))
    width = canvas.width - 2 * _SIDE
    text(canvas, said.title, title, (_SIDE, 100), width, align="center", role="H1")


def _name(canvas: Canvas, said: CertificateWords) -> None:
    """Draw who took part in what; the block stays in the middle of its place however long it is."""
    colours = look()
    width = canvas.width - 2 * _SIDE
    plain = Style("text", 400, 12.75, 18.0, colours.ink("ink"))
    name = fitted(said.name, colours.display.sized(31), width, 20)
    name_style = style_of(name, colours.display)
    strong = Style("text", 600, 16.5, 22.0, colours.ink("ink"))
    session = fitted(said.session, strong, width, 12, most_lines=2)
    session_style = style_of(session, strong)
    height = (
        2 * plain.leading + 18 + len(name) * name_style.leading + len(session) * session_style.leading
    )
    spare = max(0.0, _FACTS_TOP - 190 - height)
    air = min(6.0, spare / 8)
    y = 156 + (spare - 3 * air) / 2
    y = text(canvas, said.we_certify, plain, (_SIDE, y), width, align="center")
    y = lines(canvas, name, name_style, (_SIDE, y + 2 + air), width, align="center", role="H2")
    band = min(width, max(line.width for line in name) + 48)
    canvas.rect(((canvas.width - band) / 2, y + 2), (band, 5), fill=colours.ink("marker"), radius=2.5)
    y = text(canvas, said.took_part, plain, (_SIDE, y + 16 + air), width, align="center")
    lines(canvas, session, session_style, (_SIDE, y + air), width, align="center")


def _facts(canvas: Canvas, said: CertificateWords) -> None:
    """Draw the facts side by side, each as wide as its text asks for."""
    colours = look()
    label = replace(colours.label, size=9.4, leading=12.5)
    strong = Style("text", 600, 12.0, 16.0, colours.ink("ink"))
    room = canvas.width - 2 * _SIDE
    gap = 26.0
    wants = [
        min(max(set_line(value, strong).width, set_line(name, label).width), 190.0)
        for name, value in said.facts
    ]
    scale = (room - gap * (len(wants) - 1)) / sum(wants)
    widths = (
        [want * min(scale, 1.0) for want in wants] if scale < 1 else [want * scale for want in wants]
    )
    made = [
        fitted(value, strong, width, 9, most_lines=3)
        for (_, value), width in zip(said.facts, widths, strict=True)
    ]
    height = max(len(value) * style_of(value, strong).leading for value in made)
    top, bottom = _FACTS_TOP, _FACTS_TOP + 12 + label.leading + 2 + height + 12
    canvas.rule((_SIDE, top), (_SIDE + room, top), colours.ink("line"))
    canvas.rule((_SIDE, bottom), (_SIDE + room, bottom), colours.ink("line"))
    x = _SIDE
    for (name, _), value, width in zip(said.facts, made, widths, strict=True):
        if x > _SIDE:
            canvas.rule((x - gap / 2, top + 12), (x - gap / 2, bottom - 12), colours.ink("line"))
        y = text(canvas, name, label, (x, top + 12), width + gap / 2)
        lines(canvas, value, style_of(value, strong), (x, y + 2), width)
        x += width + gap


def _made(canvas: Canvas, said: CertificateWords) -> None:
    colours = look()
    style = Style("text", 400, 11.25, 15.0, colours.ink("ink"))
    made = fitted(said.made, style, 255, 8, most_lines=3)
    y = lines(canvas, made, style_of(made, style), (_SIDE, _FOOT_TOP), 255)
    if said.facilitator:
        strong = replace(style, weight=600)
        name = fitted(said.facilitator, strong, 220, 8, most_lines=1)
        y = lines(canvas, name, style_of(name, strong), (_SIDE, y), 220)
    line = max(y + 36, _FOOT_TOP + 70)
    canvas.rule((_SIDE, line), (_SIDE + 150, line), colours.ink("line_strong"), 0.5)
    text(canvas, said.signature, colours.small, (_SIDE, line + 2), 150)


def _seat(canvas: Canvas, said: CertificateWords) -> None:
    """Draw the ring of everyone who took part, this person's seat in felt pen."""
    colours = look()
    centre = (canvas.width / 2, _FOOT_TOP + _RING_SIZE / 2)
    ring(canvas, centre, _RING_SIZE, said.seats, said.seat)
    canvas.circle(centre, 25, stroke=colours.ink("primary"), line=0.9)
    style = replace(colours.heading, size=12.5, weight=800, ink=colours.ink("primary"))
    inside = fitted(said.present, style, 42, 6, most_lines=1)
    style = style_of(inside, style)
    with canvas.tagged("P"):
        y = centre[1] - style.leading / 2 + baseline(style)
        canvas.show(inside[0], centre[0] - inside[0].width / 2, y)


def _number(canvas: Canvas, said: CertificateWords) -> None:
    colours = look()
    right = canvas.width - _SIDE
    corner = (right - _QR_SIZE, _FOOT_TOP)
    qr_code(canvas, corner, _QR_SIZE, said.payload)
    quiet = replace(colours.small, size=9.4, leading=12.75)
    strong = replace(quiet, weight=600, ink=colours.ink("ink"))
    width = 190.0
    left = corner[0] - 12 - width
    y = _FOOT_TOP + 8
    y = text(
        canvas,
        (Span(f"{said.number_label} ", quiet), Span(said.number, strong)),
        quiet,
        (left, y),
        width,
        align="end",
    )
    y = text(canvas, said.code_label, quiet, (left, y), width, align="end")
    y = text(canvas, said.code, replace(strong, tracking=0.05), (left, y), width, align="end")
    text(canvas, said.code_note, quiet, (left, y), width, align="end")
