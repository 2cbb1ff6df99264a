"""The lists of the desk: they say only what changed, and never read text as markup."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from workshop_desk.desktop import fonts
from workshop_desk.desktop.desk import paint
from workshop_desk.desktop.desk.controls import button, chip, label, plain_tip
from workshop_desk.desktop.desk.lines import Line, LineList, Lines
from workshop_desk.desktop.desk.people_list import Hand, PersonLine, PersonLines
from workshop_desk.desktop.theme import desk_palette
from workshop_desk.domain.units import PersonId

LINES = tuple(Line(str(place), f"text {place}") for place in range(4))


def told(model: Lines) -> list[str]:
    heard: list[str] = []
    model.modelReset.connect(lambda: heard.append("reset"))
    model.rowsInserted.connect(lambda _parent, first, last: heard.append(f"+{first}-{last}"))
    model.dataChanged.connect(lambda first, last: heard.append(f"~{first.row()}-{last.row()}"))
    return heard


def test_what_is_appended_is_inserted() -> None:
    model = Lines()
    model.show(LINES[:2])
    heard = told(model)
    model.show(LINES)
    assert heard == ["+2-3"]
    assert model.rowCount(QModelIndex()) == 4


def test_what_changed_is_repainted() -> None:
    model = Lines()
    model.show(LINES)
    heard = told(model)
    model.show((LINES[0], Line("1", "changed"), *LINES[2:]))
    assert heard == ["~1-1"]
    model.show((LINES[0], Line("1", "changed"), *LINES[2:]))
    assert heard == ["~1-1"]


def test_another_order_is_a_new_list() -> None:
    model = Lines()
    model.show(LINES)
    heard = told(model)
    model.show(tuple(reversed(LINES)))
    assert heard == ["reset"]
    assert model.place("0") == 3
    assert model.place("nowhere") == -1
    assert model.line(7) is None


def test_a_tooltip_is_plain_whatever_was_typed() -> None:
    model = Lines()
    model.show((Line("1", "<b>bold</b> & more"),))
    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == plain_tip("<b>bold</b> & more")
    assert "<b>" not in tip


def test_labels_and_buttons_show_what_was_typed(qtbot: QtBot) -> None:
    for made in (label("<h1>x</h1>"), chip("<i>y</i>")):
        qtbot.addWidget(made)
        assert made.textFormat() is Qt.TextFormat.PlainText
    made_button = button("Q&A", None, name="x")
    qtbot.addWidget(made_button)
    assert made_button.text() == "Q&&A"
    assert made_button.accessibleName() == "Q&A"


def test_five_thousand_rows_are_shown_and_grow(qtbot: QtBot) -> None:
    fonts.load_fonts()
    model = Lines()
    view = LineList(model, desk_palette(dark=False), name="many")
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    many = [Line(str(place), f"idea {place}", str(place), (paint.Mark("tag"),)) for place in range(5000)]
    model.show(many[:-1])
    view.scrollToBottom()
    model.show(many)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    bar.setValue(0)
    model.show([*many, Line("new", "one more")])
    assert bar.value() == 0  # nobody's reading is moved
    assert not view.grab().isNull()


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Sofia Moreau", "SM"),
        ("Jean-Pierre", "JP"),
        ("李", "李"),
        ("  ", ""),
        ("!", "!"),
        ("a b c", "AC"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert paint.initials(name) == letters


def test_a_long_text_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    del qtbot
    fonts.load_fonts()
    lines = paint.fit_lines("word " * 200, fonts.text(15), 200, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert paint.fit_lines("short", fonts.text(15), 200, 2) == ["short"]
    assert "".join(paint.fit_lines("", fonts.text(15), 200, 2)) == ""


def test_chips_stay_inside_the_room_they_have(qtbot: QtBot) -> None:
    del qtbot
    fonts.load_fonts()
    image = QImage(400, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    look = desk_palette(dark=False)
    for tone in ("neutral", "marker", "primary", "success", "warning", "danger", "info"):
        left = paint.draw_chip(painter, look, paint.Mark("x" * 300, tone, "flag"), 390, 20, 120)
        assert left == 270
    painter.end()


def test_people_are_told_apart(qtbot: QtBot) -> None:
    del qtbot
    model = PersonLines()
    one = PersonLine(PersonId("1"), "<b>Eve</b>", "2 cards", Hand.PHONE, "phone connected")
    model.show((one,))
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "<b>Eve</b>, 2 cards, phone connected"
    assert "<b>" not in index.data(Qt.ItemDataRole.ToolTipRole)
