"""Labels, buttons and boxes as the desk writes them: plain text always, named for screen readers."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workshop_desk.desktop.desk.paint import fit_lines
from workshop_desk.desktop.parts.icons import icon_pixmap, paint_icon
from workshop_desk.desktop.theme import Palette
from workshop_desk.domain.plaintext import one_line

SIZE = 18
"""Pixels of an icon beside a word."""

_AIR = 4


def label(
    text: str = "", kind: str = "body", *, tone: str = "", name: str = "", wrap: bool = False
) -> QLabel:
    """Return a label that never reads its text as markup."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("kind", kind)
    made.setWordWrap(wrap)
    if tone:
        made.setProperty("tone", tone)
    if name:
        made.setObjectName(name)
    return made


class Elided(QLabel):
    """A label of one line that ends in … where there is too little room."""

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing: this label gives way."""
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        del event
        with QPainter(self) as painter:
            words = one_line(self.text()[:600])
            shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.width())
            flags = (
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            )
            painter.drawText(self.rect(), int(flags), shown)


class TwoLines(QLabel):
    """A label of two lines at most; what is left over is cut with a …, in full for screen readers."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def say(self, text: str) -> None:
        """Show a text."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to its room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        lines = fit_lines(self._whole, self.font(), max(60, self.width()), 2)
        self.setText("\n".join(lines))


def two_lines(kind: str, *, name: str) -> TwoLines:
    """Return a label of two lines at most."""
    made = TwoLines()
    made.setProperty("kind", kind)
    made.setObjectName(name)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made


def elided(kind: str = "body", *, name: str = "") -> Elided:
    """Return a label that gives way when there is too little room."""
    made = Elided()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    if name:
        made.setObjectName(name)
    return made


def chip(text: str, tone: str = "neutral", *, name: str = "") -> QLabel:
    """Return a chip: 24 high, informative, never clickable."""
    made = label(text, name=name)
    made.setProperty("kind", None)
    made.setProperty("chip", tone)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def glyph(name: str, palette: Palette, tone: str = "ink_2", size: int = SIZE) -> QLabel:
    """Return an icon that stands beside a word."""
    made = QLabel()
    show_glyph(made, name, palette, tone, size)
    made.setFixedSize(size, size)
    return made


def show_glyph(on: QLabel, name: str, palette: Palette, tone: str, size: int = SIZE) -> None:
    """Change the icon of a label."""
    on.setPixmap(icon_pixmap(name, getattr(palette, tone), size, on.devicePixelRatioF()))


def button(
    text: str,
    clicked: Callable[[], object] | None = None,
    *,
    name: str,
    kind: str = "framed",
    size: str = "",
    glyph: str = "",
    palette: Palette | None = None,
) -> QPushButton:
    """Return a button; clicking it leaves the focus where it was, so that the keys stay ours."""
    made = QPushButton(plain_caption(text))
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setProperty("kind", kind)
    if size:
        made.setProperty("scale", size)
    made.setAutoDefault(False)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if glyph and palette is not None:
        set_button_icon(made, glyph, palette)
    if clicked is not None:
        # `clicked` brings a bare "checked" that no one here wants.
        made.clicked.connect(lambda _checked=False: clicked())
    return made


_ICON_TONE = {
    "main": "on_primary",
    "tonal": "primary",
    "text": "primary",
    "link": "primary",
    "danger": "danger",
}


def set_button_icon(on: QPushButton, glyph: str, palette: Palette) -> None:
    """Give a button an icon in the colour of its words."""
    tone = _ICON_TONE.get(on.property("kind") or "framed", "ink")
    size = 16 if on.property("scale") == "small" else SIZE
    after = on.layoutDirection() is Qt.LayoutDirection.RightToLeft
    words = bool(on.text())
    on.setIcon(airy_icon(glyph, getattr(palette, tone), palette.ink_3, size, after=after, words=words))
    on.setIconSize(QSize(size + (_AIR if words else 0), size))


def airy_icon(
    glyph: str, ink: QColor, off: QColor, size: int, *, after: bool = False, words: bool = True
) -> QIcon:
    """Return an icon with air towards the words of its button; `off` is its colour when disabled."""
    made = QIcon()
    for scale in (1, 2, 3):
        picture = _spaced(glyph, ink, size, scale, after=after, words=words)
        made.addPixmap(picture, QIcon.Mode.Normal)
        if off != ink:
            picture = _spaced(glyph, off, size, scale, after=after, words=words)
        made.addPixmap(picture, QIcon.Mode.Disabled)
    return made


def _spaced(glyph: str, ink: QColor, size: int, scale: int, *, after: bool, words: bool) -> QPixmap:
    """Return an icon with the air that belongs between it and the words; Qt leaves too little."""
    air = _AIR if words else 0
    made = QPixmap((size + air) * scale, size * scale)
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        paint_icon(painter, glyph, QRectF(air if after else 0, 0, size, size), ink)
    return made


def set_caption(on: QPushButton, text: str) -> None:
    """Change a button's words, and what a screen reader says."""
    on.setText(plain_caption(text))
    on.setAccessibleName(text)


def plain_caption(text: str) -> str:
    """Return words for a button or menu, where a lone & would underline the next letter."""
    return text.replace("&", "&&")


def isolated(name: str) -> str:
    """Return a name whose direction of writing moves nothing that stands beside it."""
    return f"\u2068{name}\u2069"


def plain_tip(text: str) -> str:
    """Return words for a tooltip, which Qt would read as markup where it looks like some."""
    # Loaded with the first tip: it knows every entity there is.
    from html import escape  # noqa: PLC0415

    return f"<qt>{escape(text)}</qt>" if text else ""


def frame(kind: str, *, name: str = "") -> QFrame:
    """Return a box with the look of its kind."""
    made = QFrame()
    made.setProperty("kind", kind)
    if name:
        made.setObjectName(name)
    return made


def rule() -> QFrame:
    """Return a hairline."""
    made = frame("rule")
    made.setFixedHeight(1)
    return made


Item = QWidget | QLayout | int | None
"""A widget, a layout, so many pixels of nothing, or None for all the room there is."""


def row(*items: Item, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return things side by side."""
    made = QHBoxLayout()
    _fill(made, items, gap, margins)
    return made


def column(*items: Item, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Return things one below the other."""
    made = QVBoxLayout()
    _fill(made, items, gap, margins)
    return made


def _fill(
    layout: QBoxLayout, items: tuple[Item, ...], gap: int, margins: tuple[int, int, int, int]
) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
