"""The poster at the door: a card for the Wi-Fi, one for the session, and what helps when neither works.

Where the room's Wi-Fi is not known the session has the whole width; where the laptop's address is not
known yet, its card says the code alone.
"""

from dataclasses import replace
from datetime import tzinfo

from workshop_desk.domain import wifi
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import Language
from workshop_desk.exports.canvas import Canvas
from workshop_desk.exports.document import Document
from workshop_desk.exports.entrance import Entrance
from workshop_desk.exports.look import A4, look, mix
from workshop_desk.exports.marks import mark
from workshop_desk.exports.page import baseline, fitted, lines, logo, qr_code, style_of, text
from workshop_desk.exports.qr import QUIET, matrix
from workshop_desk.exports.typeset.paragraphs import Line, Span, Style, set_line, set_lines
from workshop_desk.i18n import dates
from workshop_desk.i18n.words import Words

_LEFT = 43.0
_HEAD = 225.0
_TOP, _BOTTOM, _GAP = 254.0, 625.0, 21.0
_BADGE, _RADIUS, _PAD = 19.0, 13.0, 18.0
_HELP, _FOOT = 660.0, 773.0
_MOST_LINES = 4
_SEATS = (
    (429, 26, 12, ""), (478, 3, 8, ""), (482, 43, 8, ""), (440, 68, 11.5, "orange"),
    (505, 74, 8, ""), (465, 105, 12, ""), (542, 92, 7.5, "brand"), (583, 88, 8, ""),
    (501, 129, 11.5, "yellow"), (544, 138, 12, ""), (586, 136, 11.5, "blue"),
)  # fmt: skip
"""Seats strewn over the right of the head: their middles, radii and fills."""
_NOTES = {"yellow": 0, "orange": 1, "blue": 2}


def poster(room: Room, language: Language, tz: tzinfo, entrance: Entrance) -> bytes:
    """Return the poster as a PDF, one upright A4 page."""
    t = Words(language)
    document = Document(room.session.title, room.session.organisation, t.language)
    canvas = document.add_page(*A4)
    _head(canvas, t, room, tz)
    known = entrance.wifi.known
    wide = canvas.width - 2 * _LEFT
    if known:
        half = (wide - _GAP) / 2
        _wifi(canvas, t, entrance.wifi, _LEFT, half)
        _session(canvas, t, room, entrance, _LEFT + half + _GAP, half)
    elif entrance.url:
        _session_alone(canvas, t, room, entrance, wide)
    else:
        _session(canvas, t, room, entrance, _LEFT, wide)
    _help(canvas, t, room, known=known)
    _foot(canvas, t)
    return document.finish()


def _head(canvas: Canvas, t: Words, room: Room, tz: tzinfo) -> None:
    colours, session = look(), room.session
    ground, light = colours.ink("primary"), colours.ink("on_primary")
    canvas.rect((0, 0), (canvas.width, _HEAD), fill=ground)
    faint = mix(light, ground, 0.4)
    for x, up, radius, fill in _SEATS:
        if not fill:
            canvas.circle((x, up), radius, stroke=faint, line=1.6)
        else:
            note = colours.notes[_NOTES[fill]][1] if fill in _NOTES else colours.ink("marker_deep")
            canvas.circle((x, up), radius, fill=note)
    soft = Style("text", 600, 16, 21, mix(light, ground, 0.85))
    hour = dates.clock_time(session.planned_start, t.language, tz) if session.planned_start else ""
    where = ", ".join(part for part in (session.location, hour) if part)
    made = fitted(where, soft, 370, 11, most_lines=1) if where else ()
    lines(canvas, made, style_of(made, soft), (_LEFT, 43), 370)
    great = Style("display", 800, 40, 45, light, colours.display.tracking)
    words = t("Welcome, take out your phone").replace(", ", ",\n", 1)
    title = set_lines((Span(words, great),), 500)
    y = lines(canvas, title, style_of(title, great), (_LEFT, 72), 440, role="H1")
    about = replace(soft, size=17, leading=22, ink=light)
    width = canvas.width - 2 * _LEFT
    titled = fitted(session.title, about, width, 12)
    lines(canvas, titled, style_of(titled, about), (_LEFT, y + 8), width, role="H2")


def _wifi(canvas: Canvas, t: Words, network: wifi.Wifi, left: float, wide: float) -> None:
    """Draw the card of the Wi-Fi: its code, its name, and its password."""
    y = _card(canvas, t("The Wi-Fi"), "1", left, wide)
    y = _code(canvas, wifi.payload(network), left + _PAD, wide - 2 * _PAD, y, _BOTTOM - 108)
    strong, quiet = _strong(), _quiet()
    inside = wide - 2 * _PAD
    name = fitted(network.name, strong, inside, 10)
    y = lines(canvas, name, style_of(name, strong), (left + _PAD, y), inside, align="center")
    label = t("no password") if network.open else t("password")
    y = text(canvas, label, quiet, (left + _PAD, y + 2), inside, align="center")
    if not network.open:
        # Never on two lines: nobody would know whether a space stands between them.
        password = _one_line(network.password, strong, inside, 11)
        if password.width <= inside:
            made: tuple[Line, ...] = (password,)
            lines(canvas, made, style_of(made, strong), (left + _PAD, y), inside, align="center")
        else:
            text(canvas, t("is in the code"), quiet, (left + _PAD, y), inside, align="center")


def _session(canvas: Canvas, t: Words, room: Room, entrance: Entrance, left: float, wide: float) -> None:
    """Draw the card of the session: its code, the address, and the code to type."""
    number = "2" if entrance.wifi.known else ""
    y = _card(canvas, t("The session"), number, left, wide)
    inside = wide - 2 * _PAD
    if entrance.url:
        y = _code(canvas, entrance.url, left + _PAD, inside, y, _BOTTOM - 88)
    else:
        words = t("The address is on the screen.")
        y = text(canvas, words, _quiet(), (left + _PAD, y + 70), inside, align="center")
    _way_in(canvas, room, entrance, (left + _PAD, y), inside)


def _session_alone(canvas: Canvas, t: Words, room: Room, entrance: Entrance, wide: float) -> None:
    """Draw the only card: its code as high as the card, and the words beside it."""
    _frame(canvas, _LEFT, wide)
    size = _BOTTOM - _TOP - 2 * _PAD
    _code(canvas, entrance.url, _LEFT + _PAD, size, _TOP + _PAD, _BOTTOM - _PAD)
    left = _LEFT + size + 1.5 * _PAD
    inside = _LEFT + wide - _PAD - left
    colours = look()
    title = Style("display", 700, 25, 30, colours.ink("ink"), colours.display.tracking)
    y = text(canvas, t("The session"), title, (left, 358), inside, align="center", role="H2") + 14
    _way_in(canvas, room, entrance, (left, y), inside)


def _way_in(
    canvas: Canvas, room: Room, entrance: Entrance, corner: tuple[float, float], inside: float
) -> None:
    """Say the address, where it is known, and the code to type."""
    strong, great = _strong(), Style("text", 700, 42, 46, look().ink("ink"), 0.07)
    y = corner[1]
    if entrance.address:
        address = _one_line(entrance.address, strong, inside, 9)
        y = lines(canvas, (address,), style_of((address,), strong), corner, inside, align="center")
    text(canvas, room.session.code, great, (corner[0], y), inside, align="center")


def _frame(canvas: Canvas, left: float, wide: float) -> None:
    ink = look().ink("line")
    canvas.rect((left, _TOP), (wide, _BOTTOM - _TOP), stroke=ink, line=1.3, radius=_RADIUS)


def _card(canvas: Canvas, title: str, number: str, left: float, wide: float) -> float:
    """Draw a card's frame, number and title; return where its contents begin."""
    colours = look()
    _frame(canvas, left, wide)
    style = Style("display", 700, 25, 30, colours.ink("ink"), colours.display.tracking)
    made = set_line(title, style)
    mark_wide = 2 * _BADGE + 12 if number else 0.0
    x, middle = left + (wide - made.width - mark_wide) / 2, _TOP + 37
    if number:
        canvas.circle((x + _BADGE, middle), _BADGE, fill=colours.ink("primary"))
        digit = Style("display", 800, 19, 24, colours.ink("on_primary"))
        drawn = set_line(number, digit)
        canvas.show(drawn, x + _BADGE - drawn.width / 2, middle - digit.leading / 2 + baseline(digit))
    with canvas.tagged("H2"):
        canvas.show(made, x + mark_wide, middle - style.leading / 2 + baseline(style))
    return _TOP + 37 + _BADGE + 8


def _code(canvas: Canvas, payload: str, left: float, wide: float, top: float, bottom: float) -> float:
    """Draw a code as large as it fits with its white border; return where the words begin."""
    room = min(wide, bottom - top)
    count = len(matrix(payload))
    size = room * count / (count + 2 * QUIET)
    middle = (top + bottom) / 2
    corner = (left + (wide - size) / 2, middle - size / 2)
    qr_code(canvas, corner, size, payload)
    return bottom


def _help(canvas: Canvas, t: Words, room: Room, *, known: bool) -> None:
    colours, who = look(), room.session.facilitator
    title = Style("display", 700, 18, 23, colours.ink("ink"), colours.display.tracking)
    y = text(canvas, t("It does not work?"), title, (_LEFT, _HELP), 400, role="H2") + 6
    stay = t("Stay on this Wi-Fi, even without internet.")
    advice = (
        ("phone", t("Switch mobile data and VPN off.")),
        ("wifi", stay if known else t("Use the same Wi-Fi as the laptop in the room.")),
        ("pencil", t("Without a phone, {name} writes you down.", name=who) if who else _no_phone(t)),
    )
    wide = (canvas.width - 2 * _LEFT) / len(advice)
    plain = Style("text", 400, 13, 18, colours.ink("ink"))
    for place, (sign, words) in enumerate(advice):
        x = _LEFT + place * wide
        mark(canvas, sign, (x, y + 2), 21, colours.ink("primary"))
        made = set_lines((Span(words, plain),), wide - 44)
        if len(made) > _MOST_LINES:
            made = fitted(words, plain, wide - 44, 9, most_lines=_MOST_LINES)
        lines(canvas, made, style_of(made, plain), (x + 31, y), wide - 44)


def _no_phone(t: Words) -> str:
    return t("Without a phone, ask whoever leads the session.")


def _foot(canvas: Canvas, t: Words) -> None:
    colours = look()
    right = canvas.width - _LEFT
    canvas.rule((_LEFT, _FOOT), (right, _FOOT), colours.ink("line"))
    mark(canvas, "shield", (_LEFT + 1, _FOOT + 13), 20, colours.ink("primary"))
    plain = Style("text", 400, 12, 16, colours.ink("ink"))
    said = t("Nothing leaves the room: the answers stay on the laptop of whoever leads the session.")
    made = fitted(said, plain, right - _LEFT - 75, 8, most_lines=2)
    style = style_of(made, plain)
    lines(canvas, made, style, (_LEFT + 32, _FOOT + 23 - len(made) * style.leading / 2), right)
    logo(canvas, (right - 22, _FOOT + 12), 22)


def _one_line(words: str, style: Style, width: float, least: float) -> Line:
    """Set words on one line, smaller only as far as `least`; it may still be too wide."""
    size = style.size
    while size > least and set_line(words, style.sized(size)).width > width:
        size -= 0.5
    return set_line(words, style.sized(size))


def _strong() -> Style:
    return Style("text", 700, 17, 22, look().ink("ink"))


def _quiet() -> Style:
    return Style("text", 400, 14, 19, look().ink("ink_2"))
