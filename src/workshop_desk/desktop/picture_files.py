"""Pictures made from files, as large as a stage needs: run in a child process, never in ours.

What a file holds is for strangers to say: it may be broken, locked or huge. Each such is one `Flaw`, and
whatever else a decoder may do to its process happens to the child alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageIOHandler, QImageReader, QImageWriter, QPainter

from workshop_desk.domain.pictures import LARGEST

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST = QSize(3840, 2160)
THUMB = QSize(320, 180)
SUFFIXES = ("jpg", "jpeg", "png", "webp", "gif", "bmp", "tif", "tiff", "svg", "pdf")
_QUALITIES = (88, 75, 60)
_THUMB_QUALITY = 80
_LARGEST_FILE = 300_000_000
_LEAST = 32
"""Pixels of the longer side: less is nothing that a room could make out."""
_MEGABYTES = 512
"""For one picture while it is read: 12,000 × 9,000 pixels, the largest that phones take."""
_APPLE_SUFFIXES = (".heic", ".heif")
_LOCKED = 4
"""PDFium's number for a wrong password."""
_KEEP = Qt.AspectRatioMode.KeepAspectRatio
_TURNED = QImageIOHandler.Transformation.TransformationRotate90


class Flaw(StrEnum):
    """Why a file cannot be shown."""

    MISSING = "missing"
    NO_PICTURE = "no_picture"
    APPLE = "apple"
    TOO_LARGE = "too_large"
    TOO_SMALL = "too_small"
    BROKEN_PDF = "broken_pdf"
    LOCKED_PDF = "locked_pdf"


class BadFileError(Exception):
    """A file that cannot be shown."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw)
        self.flaw = flaw


@dataclass(frozen=True, slots=True)
class MadePicture:
    """A picture to be kept: PNG or JPEG without a word about who made it where; `thumb` is JPEG."""

    name: str
    media_type: str
    width: int
    height: int
    content: bytes
    thumb: bytes


@dataclass(frozen=True, slots=True)
class PdfLook:
    """A document of several pages: how many there are, and some of them made small."""

    total: int
    first: int
    thumbs: tuple[bytes, ...]


def take_in(path: Path) -> MadePicture | PdfLook:
    """Return the picture in a file; of a document with several pages, that there are so many."""
    with _told():
        if not path.is_file():
            raise BadFileError(Flaw.MISSING)
        if path.stat().st_size > _LARGEST_FILE:
            raise BadFileError(Flaw.TOO_LARGE)
        with path.open("rb") as file:
            is_pdf = b"%PDF-" in file.read(1024)
        if not is_pdf:
            return _finish(path.stem, _read(path), flat=path.suffix.lower() not in {".jpg", ".jpeg"})
        look = look_at_pdf(path, 0, 0)
        return pdf_page(path, 0) if look.total == 1 else look


def look_at_pdf(path: Path, first: int, count: int) -> PdfLook:
    """Return some pages of a document, made small."""
    with _told(), _document(path) as document:
        total = len(document)
        pages = range(first, min(total, first + count))
        thumbs = tuple(_thumb(_page(document, page, THUMB)) for page in pages)
        return PdfLook(total, first, thumbs)


def pdf_page(path: Path, page: int) -> MadePicture:
    """Return a page of a document, counted from 0."""
    with _told(), _document(path) as document:
        name = path.stem if len(document) == 1 else f"{path.stem} · {page + 1}"
        return _finish(name, _page(document, page, MOST), flat=True)


def small(content: bytes) -> bytes:
    """Return a kept picture made small."""
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(_within(size, THUMB))
    return _thumb(reader.read())


@contextmanager
def _told() -> Iterator[None]:
    """Tell a file that cannot be opened any more as one that is missing."""
    try:
        yield
    except OSError as error:
        raise BadFileError(Flaw.MISSING) from error


def _read(path: Path) -> QImage:
    QImageReader.setAllocationLimit(_MEGABYTES)
    reader = QImageReader(str(path))
    # By what a file holds, not by how it is called.
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if not reader.canRead():
        apple = path.suffix.lower() in _APPLE_SUFFIXES
        raise BadFileError(Flaw.APPLE if apple else Flaw.NO_PICTURE)
    size = reader.size()
    drawn = bytes(reader.format().data()).startswith(b"svg")
    if size.isValid():
        turned = bool(reader.transformation().value & _TURNED.value)
        most = MOST.transposed() if turned else MOST
        if not drawn and max(size.width(), size.height()) < _LEAST:
            raise BadFileError(Flaw.TOO_SMALL)
        # Read at this size at once: of a huge photo only what is needed is ever in memory.
        reader.setScaledSize(size.scaled(most, _KEEP) if drawn else _within(size, most))
    image = reader.read()
    if not image.isNull():
        return image
    # Qt says one thing for a file cut short and for a picture that would not fit into the memory.
    huge = size.isValid() and size.width() * size.height() * 4 > _MEGABYTES * 1_000_000
    raise BadFileError(Flaw.TOO_LARGE if huge else Flaw.NO_PICTURE)


def _within(size: QSize, most: QSize) -> QSize:
    """Return a size that fits, never larger, never nothing."""
    if size.width() <= most.width() and size.height() <= most.height():
        return size
    return size.scaled(most, _KEEP).expandedTo(QSize(1, 1))


def _finish(name: str, image: QImage, *, flat: bool) -> MadePicture:
    """Return a picture to be kept. `flat` ones may be drawings, which PNG keeps smaller and sharp."""
    if max(image.width(), image.height()) < _LEAST:
        raise BadFileError(Flaw.TOO_SMALL)
    image = _plain(image)
    content, media_type = b"", "image/jpeg"
    for quality in _QUALITIES:
        content = _encoded(image, b"JPEG", quality)
        if len(content) <= LARGEST:
            break
    if flat:
        sharp = _encoded(image, b"PNG", -1)
        if len(sharp) <= len(content):
            content, media_type = sharp, "image/png"
    return MadePicture(name, media_type, image.width(), image.height(), content, _thumb(image))


def _plain(image: QImage) -> QImage:
    """Return the same picture in usual colours on white, and with it nothing that was written inside."""
    if image.colorSpace().isValid():
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb)) or image
    size = _within(image.size(), MOST)
    plain = QImage(size, QImage.Format.Format_RGB32)
    plain.fill(Qt.GlobalColor.white)
    with QPainter(plain) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(plain.rect(), image)
    return plain


def _thumb(image: QImage) -> bytes:
    smooth = Qt.TransformationMode.SmoothTransformation
    size = _within(image.size(), THUMB)
    return _encoded(image.scaled(size, _KEEP, smooth), b"JPEG", _THUMB_QUALITY)


def _encoded(image: QImage, kind: bytes, quality: int) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind))
    writer.setQuality(quality)
    writer.write(image)
    return bytes(data.data())


@contextmanager
def _document(path: Path) -> "Iterator[PdfDocument]":
    """Open a PDF; one that is broken or locked is a flaw."""
    # Loaded where it is used, in the child: the desk names these functions, and never calls them.
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415

    try:
        document = PdfDocument(path)
    except PdfiumError as error:
        locked = error.err_code == _LOCKED
        raise BadFileError(Flaw.LOCKED_PDF if locked else Flaw.BROKEN_PDF) from error
    try:
        if not len(document):
            raise BadFileError(Flaw.BROKEN_PDF)
        yield document
    except PdfiumError as error:
        raise BadFileError(Flaw.BROKEN_PDF) from error
    finally:
        document.close()


def _page(document: "PdfDocument", number: int, most: QSize) -> QImage:
    """Draw a page as large as it goes."""
    if not 0 <= number < len(document):
        raise BadFileError(Flaw.BROKEN_PDF)
    page = document[number]
    width, height = page.get_size()
    if not (width > 0 and height > 0):
        raise BadFileError(Flaw.BROKEN_PDF)
    scale = min(most.width() / width, most.height() / height)
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    image = QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
    )
    # A copy of its own: the page's memory goes with the page.
    return image.copy()
