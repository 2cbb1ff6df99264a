"""Phosphor icons: the glyphs of the font inside qtawesome, painted as shapes at any size."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QPainter,
    QPainterPath,
    QPixmap,
    QTransform,
)

from workshop_desk.base.kept import kept

_EM = 512
_SCALES = (1, 2, 3)


@cache
def _folder() -> Path:
    # Found without importing qtawesome: its import costs as much as our first window.
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("qtawesome is not installed")
    return Path(spec.submodule_search_locations[0]) / "fonts"


@cache
def _glyphs() -> dict[str, str]:
    path = next(_folder().glob("phosphor-charmap-*.json"))
    read: dict[str, str] = kept("icons", (path, Path(__file__)), lambda: _read(path))
    return read


def _read(path: Path) -> dict[str, str]:
    import json  # noqa: PLC0415 - loaded when the file is new

    return {name: chr(int(code, 16)) for name, code in json.loads(path.read_text("utf-8")).items()}


@cache
def _font() -> QFont:
    number = QFontDatabase.addApplicationFont(str(next(_folder().glob("phosphor-*.ttf"))))
    font = QFont(QFontDatabase.applicationFontFamilies(number)[0])
    font.setPixelSize(_EM)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def glyph(name: str) -> QPainterPath:
    """Return an icon's outline in a square of 1 by 1, named as in Phosphor: 'arrow-right-bold'."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addText(QPointF(0, 0), _font(), _glyphs()[name])
    # Phosphor draws in a square of one em that stands on the baseline.
    path.translate(0, _EM)
    return QTransform.fromScale(1 / _EM, 1 / _EM).map(path)


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """Paint an icon into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width(), rect.height())
    painter.fillPath(glyph(name), color)
    painter.restore()


def icon(name: str, color: QColor, size: int = 18, off: QColor | None = None) -> QIcon:
    """Return an icon for a button; `off` is its colour while the button cannot be pressed."""
    result = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, off or color)):
        for scale in _SCALES:
            result.addPixmap(icon_pixmap(name, tint, size, scale), mode)
    return result


def icon_pixmap(name: str, color: QColor, size: int = 18, scale: float = 1.0) -> QPixmap:
    """Return an icon as a picture, for a label."""
    picture = QPixmap(QSize(round(size * scale), round(size * scale)))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        paint_icon(painter, name, QRectF(0, 0, size, size), color)
    return picture
