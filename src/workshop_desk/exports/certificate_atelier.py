"""The atelier certificate: a fir panel with a great ring of seats, the name large beside it."""

import math
from dataclasses import replace

from workshop_desk.exports.canvas import Canvas
from workshop_desk.exports.certificate_words import CertificateWords
from workshop_desk.exports.look import MM, look, mix
from workshop_desk.exports.page import fitted, lines, logo, qr_code, style_of, text
from workshop_desk.exports.typeset.paragraphs import Span, Style

_PANEL = 87 * MM
_LEFT, _RIGHT = 294.0, 52.5
_QR_SIZE = 70.0
_OWN_SEAT = 5
_GREAT, _SMALL = (30, 186.0, 14.5), (22, 132.0, 10.0)


def draw_atelier(canvas: Canvas, said: CertificateWords) -> None:
    """Draw one certificate on an A4 page across."""
    _panel(canvas, said)
    y = _name(canvas, said)
    _facts(canvas, said, y + 26)
    _foot(canvas, said)


def _panel(canvas: Canvas, said: CertificateWords) -> None:
    colours = look()
    ground, light = colours.ink("primary"), colours.ink("on_primary")
    canvas.rect((0, 0), (_PANEL, canvas.height), fill=ground)
    for seats, radius, size in (_GREAT, _SMALL):
        faint = mix(light, ground, 0.45 if radius == _GREAT[1] else 0.3)
        for seat in range(seats):
            turn = 2 * math.pi * (seat + 0.5) / seats
            x, y = 36 + radius * math.sin(turn), canvas.height * 0.535 - radius * math.cos(turn)
            note = seat % 4 == 1 and radius == _GREAT[1]
            own = radius == _SMALL[1] and seat == _OWN_SEAT
            if x > -size and not own:
                fill = colours.notes[seat // 4 % 5][1] if note else None
                canvas.circle((x, y), size, fill=fill, stroke=None if note else faint, line=1.6)
    special = (36 + _SMALL[1], canvas.height * 0.535)
    canvas.circle(special, _SMALL[2] - 1, fill=colours.ink("marker_deep"))
    logo(canvas, (40, 43), 28, dark=True)
    style = replace(colours.heading, size=15.0, leading=20.0, ink=light)
    name = fitted(said.organisation, style, _PANEL - 96, 9, most_lines=3)
    style = style_of(name, style)
    lines(canvas, name, style, (78, 57 - len(name) * style.leading / 2), _PANEL - 96)


def _name(canvas: Canvas, said: CertificateWords) -> float:
    colours = look()
    width = canvas.width - _LEFT - _RIGHT
    small = Style("text", 600, 12.75, 18.0, colours.ink("primary"))
    y = text(canvas, said.title, small, (_LEFT, 52), width, role="H1")
    great = replace(colours.display, weight=800, size=45.0, leading=49.0)
    name = fitted(said.name, great, width, 24)
    y = lines(canvas, name, style_of(name, great), (_LEFT, y + 12), width, role="H2")
    plain = Style("text", 400, 15.75, 23.0, colours.ink("ink"))
    spans = (Span(f"{said.took_part} ", plain), Span(said.session, replace(plain, weight=600)))
    return text(canvas, spans, plain, (_LEFT, y + 14), width)


def _facts(canvas: Canvas, said: CertificateWords, top: float) -> None:
    colours = look()
    label = replace(colours.label, size=9.4, leading=12.5)
    strong = Style("text", 600, 12.4, 16.5, colours.ink("ink"))
    width = (canvas.width - _LEFT - _RIGHT) / 2
    y = top
    for start in range(0, len(said.facts), 2):
        pair = said.facts[start : start + 2]
        made = [fitted(value, strong, width - 16, 9, most_lines=3) for _, value in pair]
        canvas.rule((_LEFT, y), (_LEFT + 2 * width, y), colours.ink("line"))
        for place, ((name, _), value) in enumerate(zip(pair, made, strict=True)):
            x = _LEFT + place * width
            below = text(canvas, name, label, (x, y + 8), width)
            lines(canvas, value, style_of(value, strong), (x, below + 1), width)
        y += 8 + label.leading + 1 + max(len(one) * style_of(one, strong).leading for one in made) + 8
    canvas.rule((_LEFT, y), (_LEFT + 2 * width, y), colours.ink("line"))


def _foot(canvas: Canvas, said: CertificateWords) -> None:
    colours = look()
    bottom = canvas.height - 62
    style = Style("text", 400, 10.9, 15.0, colours.ink("ink"))
    quiet = replace(colours.small, size=9.0, leading=12.75)
    canvas.rule((_LEFT, bottom - 34), (_LEFT + 150, bottom - 34), colours.ink("line_strong"), 0.5)
    strong = replace(style, weight=600)
    name = fitted(said.facilitator or said.signature, strong, 230, 8, most_lines=1)
    y = lines(canvas, name, style_of(name, strong), (_LEFT, bottom - 32), 230)
    small = replace(style, size=9.0, leading=12.0)
    made = fitted(said.made, small, 230, 7, most_lines=3)
    lines(canvas, made, style_of(made, small), (_LEFT, y), 230)
    right = canvas.width - _RIGHT
    corner = (right - _QR_SIZE, bottom - _QR_SIZE + 6)
    qr_code(canvas, corner, _QR_SIZE, said.payload)
    strong = replace(quiet, weight=600, ink=colours.ink("ink"))
    left, width = corner[0] - 12 - 165, 165.0
    spans = (Span(f"{said.number_label} ", quiet), Span(said.number, strong))
    y = text(canvas, spans, quiet, (left, bottom - 34), width, align="end")
    spans = (Span(f"{said.code_label} ", quiet), Span(said.code, strong))
    y = text(canvas, spans, quiet, (left, y), width, align="end")
    text(canvas, said.code_note, quiet, (left, y), width, align="end")
    text(canvas, said.footer, colours.small, (_LEFT, canvas.height - 38), right - _LEFT)
