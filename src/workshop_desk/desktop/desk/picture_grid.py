"""A grid of small pictures with a name under each."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from workshop_desk.desktop.theme import Palette

_PICTURE, _CELL = QSize(160, 90), QSize(184, 140)


class PictureGrid(QListWidget):
    """Shows items by a key; a picture that is not there yet is an empty frame."""

    def __init__(self, palette: Palette, *, name: str, words: str, several: bool) -> None:
        super().__init__()
        self._ground = palette.sunken
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setProperty("kind", "plain")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(_PICTURE)
        self.setGridSize(_CELL)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setMinimumHeight(2 * _CELL.height() + 8)
        mode = QListWidget.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)

    def put(self, key: str, words: str, content: bytes | None) -> None:
        """Show an item, new or changed."""
        item = self._find(key)
        if item is None:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            item.setIcon(_framed(None, self._ground))
            self.addItem(item)
        item.setText(words)
        if content is not None and not item.data(Qt.ItemDataRole.UserRole + 1):
            item.setData(Qt.ItemDataRole.UserRole + 1, True)
            item.setIcon(_framed(content, self._ground))

    def keep(self, keys: tuple[str, ...]) -> None:
        """Let go of all items but these."""
        for row in reversed(range(self.count())):
            if self.item(row).data(Qt.ItemDataRole.UserRole) not in keys:
                self.takeItem(row)

    def chosen(self) -> tuple[str, ...]:
        """Return the keys of what is selected, in their order."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.isSelected())

    def choose(self, key: str) -> None:
        """Select one."""
        item = self._find(key)
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def _find(self, key: str) -> QListWidgetItem | None:
        items = (self.item(row) for row in range(self.count()))
        return next((one for one in items if one.data(Qt.ItemDataRole.UserRole) == key), None)


def _framed(content: bytes | None, ground: QColor) -> QIcon:
    """Return a picture in the middle of its place, at twice the size for sharp screens."""
    place = QPixmap(_PICTURE * 2)
    place.fill(ground)
    picture = QImage.fromData(content) if content is not None else QImage()
    if not picture.isNull():
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        picture = picture.scaled(place.size(), keep, smooth)
        with QPainter(place) as painter:
            at = place.rect().center() - picture.rect().center()
            painter.drawImage(at, picture)
    place.setDevicePixelRatio(2)
    icon = QIcon(place)
    # Qt would tint what is selected; a picture keeps its colours.
    icon.addPixmap(place, QIcon.Mode.Selected)
    return icon
