"""The choice of the stage's screens: what is plugged in, what is on it now, and which is which."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from workshop_desk.desktop import fonts
from workshop_desk.desktop.desk.controls import button, label, plain_tip, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.desktop.desk.paint import Mark, draw_chip, draw_text
from workshop_desk.desktop.desk.ticks import Tick
from workshop_desk.desktop.screens import Screen
from workshop_desk.desktop.theme import Palette

_CARD = QSize(212, 206)
_PICTURE = QRect(12, 12, 188, 108)
_ACROSS = 3
_TWO = 2


class ScreenCard(QAbstractButton):
    """One screen: its picture in its own shape, its number, its name and size, and what is on it."""

    def __init__(
        self,
        palette: Palette,
        number: int,
        screen: Screen,
        title: str,
        picture: QPixmap,
        mark: Mark,
    ) -> None:
        super().__init__()
        self.setObjectName(f"screen_{number}")
        self.setCheckable(True)
        self.setFixedSize(_CARD)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.key = screen.key
        self._palette = palette
        self._number = number
        self._screen = screen
        self._title = title
        self._picture = picture
        self._mark = mark
        self.size_words = f"{screen.pixels[0]} × {screen.pixels[1]}"
        self.setAccessibleName(f"{number}. {title}. {self.size_words}. {mark.text}")
        self.setToolTip(plain_tip(title))

    def sizeHint(self) -> QSize:
        """Return the size of a card."""
        return _CARD

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        del event
        look = self._palette
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            chosen = self.isChecked()
            painter.setPen(QPen(look.primary if chosen else look.line_strong, 3 if chosen else 1))
            painter.setBrush(look.primary_soft if chosen else look.surface)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 10, 10)
            self._paint_picture(painter)
            name = QRect(14, 128, self.width() - 28, 22)
            draw_text(painter, name, self._title, fonts.text(15, 600), look.ink)
            size = QRect(14, 150, self.width() - 28, 18)
            draw_text(painter, size, self.size_words, fonts.text(13), look.ink_2)
            if self._mark.text:
                right, most = self.width() - 14, self.width() - 28
                draw_chip(painter, look, self._mark, right, 184, most)

    def _paint_picture(self, painter: QPainter) -> None:
        look, size = self._palette, QSize(*self._screen.pixels)
        box = QRect(_PICTURE.topLeft(), size.scaled(_PICTURE.size(), Qt.AspectRatioMode.KeepAspectRatio))
        box.moveCenter(_PICTURE.center())
        painter.setPen(QPen(look.line_strong, 1))
        painter.setBrush(look.sunken)
        painter.drawRect(box)
        if not self._picture.isNull():
            inside = self._picture.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(box.topLeft(), inside)
            place.moveCenter(box.center())
            painter.drawPixmap(place, self._picture)
        badge = QRectF(_PICTURE.left() - 2, _PICTURE.top() - 2, 28, 28)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.primary)
        painter.drawEllipse(badge)
        painter.setPen(look.on_primary)
        painter.setFont(fonts.text(15, 700))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), str(self._number))


class ScreenChoice(DeskDialog):
    """On which screen the stage is to be: one or two of those that are there, or a window."""

    def __init__(self, face: Face, actions: DeskActions, parent: QWidget) -> None:
        t = face.t
        super().__init__(
            face, t("Where does the room look?"), name="screen_choice", parent=parent, width=720
        )
        self._control = actions.stage()
        self._desk_window = parent.window()
        self._cards: list[ScreenCard] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.add(self._grid)
        self._hint = label("", "muted", name="screen_hint", wrap=True)
        self._two = Tick(t("Two stages, the same on two screens"), face.palette, name="two_stages")
        self._two.toggled.connect(self._two_wanted)
        look = face.palette
        self._identify = button(
            t("Identify screens"),
            self._control.identify,
            name="identify",
            glyph="projector-screen",
            palette=look,
        )
        self._window_button = button(
            t("In a window"), self._in_window, name="in_window", glyph="squares-four", palette=look
        )
        self.add(self._hint, self._two, row(self._identify, self._window_button, None, gap=10))
        self._do = self.buttons(t("Leave as it was"), t("Show it there"), self._choose)
        self._rebuild()
        self._do.setFocus()
        silence = actions.listen(self._rebuild)
        self.finished.connect(lambda _result: silence())

    def _rebuild(self) -> None:
        """Show the screens that are there now; what was chosen stays chosen."""
        before = [one.key for one in self._cards if one.isChecked()]
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        there = self._control.screens()
        stages, desk = self._control.stage_keys(), self._control.desk_key()
        self._cards = [
            self._card(number, one, stages, desk) for number, one in enumerate(there, start=1)
        ]
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // _ACROSS, place % _ACROSS)
            if self.isVisible():
                card.show()
        wanted = [one.key for one in self._cards if one.key in before] or list(stages)
        if not wanted:
            wanted = [one.key for one in self._cards if one.key != desk][:1]
        if not wanted:
            wanted = [one.key for one in self._cards][:1]
        self._two.setVisible(len(there) >= _TWO)
        self._two.setChecked(len(wanted) >= _TWO)
        for card in self._cards:
            card.setChecked(card.key in wanted)
        order = [*self._cards, self._two, self._identify, self._window_button]
        for one, after in pairwise(order):
            QWidget.setTabOrder(one, after)
        self._tell()
        if self.isVisible():
            self.fit()

    def _card(self, number: int, screen: Screen, stages: tuple[str, ...], desk: str) -> ScreenCard:
        t = self.face.t
        picture, mark = QPixmap(), Mark(t("Nothing of ours"))
        if screen.key in stages:
            picture, mark = (
                self._control.stage_picture(screen.key),
                Mark(t("The room’s screen"), "success"),
            )
        elif screen.key == desk:
            picture, mark = self._desk_window.grab(), Mark(t("This desk"), "info")
        title = screen.title if screen.named else t("Screen {n}", n=number)
        card = ScreenCard(self.face.palette, number, screen, title, picture, mark)
        card.clicked.connect(self._clicked(card))
        return card

    def _clicked(self, card: ScreenCard) -> Callable[[], None]:
        def heard() -> None:
            most = _TWO if self._two.isChecked() else 1
            card.setChecked(True)
            others = [one for one in self._cards if one.isChecked() and one is not card]
            for one in others[: len(others) - (most - 1)]:
                one.setChecked(False)
            self._tell()

        return heard

    def _two_wanted(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's value
        chosen = [one for one in self._cards if one.isChecked()]
        if wanted:
            desk = self._control.desk_key()
            free = [one for one in self._cards if one not in chosen]
            free.sort(key=lambda one: one.key == desk)
            for one in free[: _TWO - len(chosen)]:
                one.setChecked(True)
        else:
            for one in chosen[1:]:
                one.setChecked(False)
        self._tell()

    def _tell(self) -> None:
        """Say what a choice means for whoever sits at the desk."""
        t, desk = self.face.t, self._control.desk_key()
        chosen = [one.key for one in self._cards if one.isChecked()]
        if len(self._cards) == 1:
            words = t("There is one screen only. Esc brings this desk back.")
        elif desk in chosen:
            words = t("This desk is on that screen. Esc brings it back.")
        else:
            words = t("The stage stays on that screen, and comes back to it by itself.")
        self._hint.setText(words)
        self._do.setEnabled(bool(chosen))

    def _choose(self) -> None:
        keys = tuple(one.key for one in self._cards if one.isChecked())
        self.accept()
        self._control.choose(keys)

    def _in_window(self) -> None:
        self.accept()
        self._control.in_window()
