"""The painted parts: what they say, what they measure, and that a phone can read the code."""

import math
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from zxingcpp import BarcodeFormat, read_barcodes

from tests.samples import START, hostile_texts
from workshop_desk.desktop import fonts
from workshop_desk.desktop.parts import icons, seats, shapes, typeset
from workshop_desk.desktop.parts.focus import FocusRing
from workshop_desk.desktop.parts.qr import QrCode, paint_qr
from workshop_desk.desktop.parts.ribbon import Ribbon, Segment, segments
from workshop_desk.desktop.parts.sheet import Sheet
from workshop_desk.desktop.parts.timer_ring import TimerRing, paint_timer_ring
from workshop_desk.desktop.parts.timer_view import timer_view, timer_word
from workshop_desk.desktop.parts.typeset import Style
from workshop_desk.desktop.theme import desk_palette, stage_palette, tokens
from workshop_desk.domain import timer as rules
from workshop_desk.domain.steps import StepState
from workshop_desk.domain.timer import Timer, TimerPhase, minutes
from workshop_desk.domain.units import Moment, Seconds
from workshop_desk.i18n.words import Words

URL = "HTTP://192.168.8.10:8080/J/K7QM"
BODY = Style("text", 66, 82, 600)
SOURCES = Path(icons.__file__).parents[1]


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    fonts.load_fonts()


def at(seconds: float) -> Moment:
    return Moment(START, Seconds(5000 + seconds), "boot-1")


def running(length: float) -> Timer:
    return rules.start(Timer(minutes(length)), at(0))


def read(image: QImage) -> list[str]:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    stride = image.bytesPerLine()
    pillow = Image.frombuffer("RGB", size, bytes(image.constBits()), "raw", "RGB", stride, 1)
    return [code.text for code in read_barcodes(pillow, formats=BarcodeFormat.QRCode)]


def canvas(width: int, height: int, color: QColor | Qt.GlobalColor = Qt.GlobalColor.white) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(color)
    return image


@pytest.mark.parametrize("language", ["fr", "en"])
def test_timer_words_are_those_of_the_design(language: str) -> None:
    t = Words(language)
    for phase in TimerPhase:
        assert timer_word(phase, minutes(15), t) == tokens()["timer"]["light"][phase][language]
    short = tokens()["timer"]["light"]["last_short"][language]
    assert timer_word(TimerPhase.LAST, minutes(5), t) == short


@pytest.mark.parametrize(
    ("seconds", "phase", "digits", "left"),
    [
        (0, TimerPhase.RUNNING, "10:00", 1.0),
        (228, TimerPhase.RUNNING, "6:12", 0.62),
        (492, TimerPhase.SOON, "1:48", 0.18),
        (552, TimerPhase.LAST, "0:48", 0.08),
        (600, TimerPhase.OVER, "+0:00", 0.0),
        (680.4, TimerPhase.OVER, "+1:20", 0.0),
    ],
)
def test_a_timer_shows_its_phase(seconds: float, phase: TimerPhase, digits: str, left: float) -> None:
    view = timer_view(running(10), at(seconds), Words("en"))
    assert (view.phase, view.digits) == (phase, digits)
    assert view.left == pytest.approx(left)


def test_digits_are_measured_for_the_widest_time() -> None:
    views = [timer_view(running(12), at(seconds), Words("fr")) for seconds in range(0, 720, 7)]
    assert {view.widest for view in views} == {"00:00"}
    assert timer_view(running(90), at(0), Words("fr")).widest == "0:00:00"


def test_there_is_a_tick_a_minute_and_one_in_five_above_half_an_hour() -> None:
    assert len(timer_view(running(15), at(0), Words("fr")).ticks) == 15
    assert len(timer_view(running(30), at(0), Words("fr")).ticks) == 30
    assert len(timer_view(running(45), at(0), Words("fr")).ticks) == 9
    assert timer_view(Timer(Seconds(0.0)), at(0), Words("fr")).ticks == (0.0,)


@pytest.mark.parametrize("size", [96, 284, 700])
def test_no_digit_leaves_the_ring(size: int) -> None:
    for timer in (Timer(minutes(10)), running(10), running(90), running(600)):
        for seconds in (0, 590, 700, 40000):
            image = canvas(size, size)
            painter = QPainter(image)
            sheet = Sheet(painter, stage_palette(dark=False))
            paint_timer_ring(
                sheet, QRectF(0, 0, size, size), timer_view(timer, at(seconds), Words("fr"))
            )
            painter.end()
            for box in sheet.report.boxes:
                reach = math.hypot(
                    max(abs(box.used.left() - size / 2), abs(box.used.right() - size / 2)),
                    abs(box.used.center().y() - size / 2),
                )
                assert reach <= 0.385 * size, box


def test_the_ring_says_its_state_to_a_screen_reader(qtbot: QtBot) -> None:
    ring = TimerRing(desk_palette(dark=False))
    qtbot.addWidget(ring)
    ring.resize(284, 284)
    ring.show_timer(timer_view(running(10), at(228), Words("en")))
    assert ring.accessibleName() == "6:12 · Running"
    assert not ring.grab().isNull()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0, 0.6667])
def test_a_code_is_read_at_every_scale(scale: float) -> None:
    image = canvas(round(400 * scale), round(400 * scale), stage_palette(dark=True).bg)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_qr(painter, URL, QRectF(13.3, 21.7, 340, 340))
    painter.end()
    assert read(image) == [URL]
    colors = {image.pixelColor(x, y).name() for x in range(60, 180) for y in range(60, 180)}
    assert len(colors) == 2, "modules have no grey edge"


def test_the_code_widget_shows_its_payload(qtbot: QtBot) -> None:
    code = QrCode()
    qtbot.addWidget(code)
    code.resize(200, 170)
    assert code.grab().toImage().pixelColor(100, 85) != QColor(Qt.GlobalColor.black)
    code.show_payload(URL)
    assert read(code.grab().toImage()) == [URL]


@pytest.mark.parametrize("count", [1, 2, 3, 7, 18, 40, 72, 500])
def test_seats_never_touch(count: int) -> None:
    radius = seats.seat_radius(count, 700)
    distance = 350 - radius
    assert radius <= 0.42 * math.tau * distance / count + 0.01
    if count == 18:
        assert radius == pytest.approx(35)


@pytest.mark.parametrize(("taken", "of"), [(0, 0), (0, 8), (8, 8), (9, 8), (11, 18), (200, 500)])
def test_a_ring_of_seats_is_painted(qtbot: QtBot, taken: int, of: int) -> None:
    widget = seats.Seats(desk_palette(dark=True))
    qtbot.addWidget(widget)
    widget.resize(120, 120)
    widget.count(taken, of, number=True)
    assert not widget.grab().isNull()
    logo = seats.Logo(desk_palette(dark=True))
    qtbot.addWidget(logo)
    assert not logo.grab().isNull()


def test_the_ribbon_follows_the_plan(qtbot: QtBot) -> None:
    from tests.samples import story_until

    story = story_until("2")
    ribbon = segments(story.room.steps, story.now)
    assert [one.state for one in ribbon[:4]] == [StepState.DONE] * 3 + [StepState.CURRENT]
    assert 0 < ribbon[3].passed < 1
    widget = Ribbon(desk_palette(dark=False))
    qtbot.addWidget(widget)
    widget.resize(300, 8)
    widget.show_ribbon((*ribbon, Segment(0.0, StepState.SKIPPED)))
    assert not widget.grab().isNull()


@pytest.mark.parametrize("text", [one for one in hostile_texts() if "\ud83d seul" not in one])
def test_wrapping_keeps_every_letter_and_the_width(text: str) -> None:
    lines = typeset.wrap(text, BODY, 500)
    kept = "".join("".join(lines).split())
    assert kept == "".join(text.split()) or not text.isprintable()
    for line in lines:
        assert typeset.width_of(line, BODY) <= 501


def test_no_line_begins_with_a_colon_nor_ends_with_an_opening_guillemet() -> None:
    text = "La pause commence dans cinq minutes : le café « noir » est là !"
    for width in range(320, 900, 20):
        lines = typeset.wrap(text, BODY, width)
        assert " ".join(lines) == text
        assert not any(line[0] in ":!»" or line[-1] == "«" for line in lines)


def test_a_cut_line_fits_and_says_that_it_was_cut() -> None:
    line = typeset.cut("Une phrase bien trop longue pour cela", BODY, 400)
    assert line.endswith("…")
    assert typeset.width_of(line, BODY) <= 400
    assert typeset.cut("Court", BODY, 400) == "Court"
    assert typeset.cut_parts("un · deux · et trois", BODY, 380) == "un · deux · …"
    assert typeset.cut_parts("un · deux", BODY, 300) == "un · deux"
    lines = typeset.cut_lines("mot " * 50, BODY, 400, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_the_report_finds_what_is_cut_and_what_lies_over_another() -> None:
    image = canvas(600, 300)
    painter = QPainter(image)
    sheet = Sheet(painter, stage_palette(dark=False))
    sheet.run("Bien trop long", BODY, QRectF(0, 0, 100, 82), sheet.palette.ink)
    sheet.run("Dessus", BODY, QRectF(0, 10, 400, 82), sheet.palette.ink)
    painter.end()
    assert [box.text for box in sheet.report.clipped] == ["Bien trop long"]
    assert len(sheet.report.overlaps()) == 1
    assert sheet.report.smallest == 66


def test_writing_from_right_to_left_stands_at_the_right() -> None:
    assert typeset.runs_right_to_left("محمد الأمين")
    assert typeset.runs_right_to_left("… שרה")
    assert not typeset.runs_right_to_left("Sofia محمد")
    assert not typeset.runs_right_to_left("123")


def test_every_icon_that_the_windows_name_exists() -> None:
    named = set()
    for path in SOURCES.rglob("*.py"):
        named |= set(re.findall(r'"([a-z]+(?:-[a-z]+)*-(?:bold|fill))"', path.read_text("utf-8")))
    assert "arrow-right-bold" in named
    for name in named:
        assert not icons.glyph(name).isEmpty(), name


def test_icons_fill_their_square_and_keep_their_colour(qtbot: QtBot) -> None:
    box = icons.glyph("arrow-right-bold").boundingRect()
    assert QRectF(0, 0, 1, 1).contains(box)
    assert abs(box.center().y() - 0.5) < 0.02
    ink = desk_palette(dark=False).danger
    picture = icons.icon("check-bold", ink, 24).pixmap(24, 24).toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(24) for y in range(24)}
    assert ink.name() in seen


@pytest.mark.parametrize("shape", shapes.SHAPES)
def test_shapes_stay_in_their_square(shape: str) -> None:
    image = canvas(100, 100)
    painter = QPainter(image)
    shapes.paint_shape(painter, shape, QPointF(50, 50), 60, stage_palette(dark=False).ink)
    painter.end()
    white = QColor(Qt.GlobalColor.white).name()
    marks = [(x, y) for x in range(100) for y in range(100) if image.pixelColor(x, y).name() != white]
    assert marks
    assert all(19 <= x <= 80 and 19 <= y <= 80 for x, y in marks)


def test_the_focus_ring_follows_the_keyboard(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    first, second = QPushButton("One"), QPushButton("Two")
    layout.addWidget(first)
    layout.addWidget(second)
    ring = FocusRing(window, desk_palette(dark=False))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(ring.isVisible)
    assert ring.geometry().contains(first.geometry())
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: ring.geometry().contains(second.geometry()))
    second.clearFocus()
    qtbot.waitUntil(lambda: not ring.isVisible())


def test_a_timer_that_lost_all_its_time_is_over_at_once() -> None:
    timer = replace(running(10), added=Seconds(-600.0))
    assert timer_view(timer, at(1), Words("en")).phase is TimerPhase.OVER


def test_a_mistake_in_painting_ends_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The painter must not stay at work on the widget: Qt would complain, then fall."""

    def broken(*_given: object) -> None:
        raise ValueError("a bug")

    logo = seats.Logo(desk_palette(dark=False))
    qtbot.addWidget(logo)
    with monkeypatch.context() as patch, capture_exceptions() as caught:
        patch.setattr(seats, "paint_logo", broken)
        logo.show()
        qtbot.waitUntil(lambda: bool(caught), timeout=3000)
        logo.update()
        qtbot.waitUntil(lambda: len(caught) > 1, timeout=3000)
    assert not logo.grab().isNull()
