"""Colours, style sheet and fonts come from the design tokens, and from nowhere else."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from workshop_desk.desktop import fonts, theme
from workshop_desk.desktop.theme import Look, palette, tokens
from workshop_desk.domain.timer import TimerPhase

DESKTOP = Path(theme.__file__).parent


def luminance(value: theme.QColor) -> float:
    parts = [
        one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in value.getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: theme.QColor, other: theme.QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", list(Look))
def test_palettes_hold_the_tokens_colours(look: Look) -> None:
    named = dict(tokens()["color"]["dark" if look.dark else "light"])
    if look.on_stage:
        named |= tokens()["color"]["stage_dark" if look.dark else "stage_light"]
        named |= {"surface": named["panel"], "sunken": named["panel"]}
    for name, text in named.items():
        assert getattr(palette(look), name) == theme.color(text), name


@pytest.mark.parametrize("look", list(Look))
def test_what_must_be_read_has_the_contrast_that_the_design_asks_for(look: Look) -> None:
    one = palette(look)
    for ink, ground, needed in (
        (one.ink, one.bg, 7),
        (one.ink_2, one.bg, 7),
        (one.ink, one.panel, 7),
        (one.on_primary, one.primary, 7),
        (one.ink, one.marker, 4.5),
        (one.line_strong, one.bg, 3),
    ):
        assert contrast(ink, ground) >= needed
    for phase in TimerPhase:
        timer = one.timer_look(phase)
        assert contrast(timer.pill_fg, timer.pill_bg) >= 4.5
        assert contrast(timer.edge or timer.arc, one.track) >= 3
    for note in one.notes:
        assert contrast(note.ink, note.bg) >= 6.9


def test_each_timer_phase_has_a_shape_of_its_own() -> None:
    shapes = [look.shape for _, look in palette(Look.STAGE_LIGHT).timer]
    assert len(set(shapes)) == len(TimerPhase)


@pytest.mark.parametrize("dark", [False, True])
def test_the_style_sheet_has_no_blank_and_no_colour_of_its_own(*, dark: bool) -> None:
    sheet = theme.qss(theme.desk_palette(dark=dark))
    assert "$" not in sheet
    named = {one.name() for one in _colours(theme.desk_palette(dark=dark))}
    assert set(re.findall(r"#[0-9a-fA-F]{6}", sheet)) <= named


def test_no_colour_is_written_in_the_code() -> None:
    for path in [*DESKTOP.rglob("*.py"), *(theme.resources() / "design").glob("*.qss")]:
        assert not re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text("utf-8")), path


def test_a_property_restyles_a_button(qtbot: QtBot) -> None:
    button = QPushButton("Start")
    qtbot.addWidget(button)
    button.setStyleSheet(theme.qss(theme.desk_palette(dark=False)))
    button.resize(120, 36)
    button.show()
    before = button.grab().toImage().pixelColor(60, 5)
    theme.restyle(button, "kind", "main")
    after = button.grab().toImage().pixelColor(60, 5)
    assert before != after == theme.desk_palette(dark=False).primary


def test_the_style_sheet_is_understood_by_qt(qtbot: QtBot) -> None:
    # Qt warns about what it cannot read, and a warning fails the test.
    for dark in (False, True):
        button = QPushButton("x")
        qtbot.addWidget(button)
        button.setStyleSheet(theme.qss(theme.desk_palette(dark=dark)))
        button.grab()


def test_the_shipped_families_come_in_every_weight(qapp: object) -> None:
    families = fonts.load_fonts()
    assert {fonts.display_family(), fonts.text_family()} <= set(families)
    for make, family, weights in (
        (fonts.display, fonts.display_family(), tokens()["font"]["display_weights"]),
        (fonts.text, fonts.text_family(), tokens()["font"]["text_weights"]),
    ):
        for weight in weights:
            info = QFontInfo(make(40, weight))
            assert (info.family(), info.weight()) == (family, weight)


def test_the_desk_has_a_font_for_every_role(qapp: object) -> None:
    for role, wanted in tokens()["type"]["desk"].items():
        assert fonts.desk_font(role).pixelSize() == wanted["size"]


def _colours(look: theme.Palette) -> list[theme.QColor]:
    values = (getattr(look, one.name) for one in theme.fields(look))
    return [value for value in values if isinstance(value, theme.QColor)]
