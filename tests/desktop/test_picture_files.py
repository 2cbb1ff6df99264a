"""Files become pictures in a child process; what is broken, locked or huge is one calm sentence."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from workshop_desk.desktop.desk.taking_in import flaw_sentence, trouble_with_file
from workshop_desk.desktop.picture_files import (
    MOST,
    BadFileError,
    Flaw,
    MadePicture,
    PdfLook,
    look_at_pdf,
    pdf_page,
    small,
    take_in,
)
from workshop_desk.desktop.work import Work
from workshop_desk.domain.pictures import LARGEST
from workshop_desk.i18n.words import Words


class Child:
    """Runs a function in a child process and waits for what comes of it."""

    def __init__(self, qtbot: QtBot, work: Work) -> None:
        self.qtbot, self.work = qtbot, work

    def __call__(self, function: Any, *arguments: Any) -> Any:
        ended: list[Any] = []
        self.work.run(function, arguments, ended.append, ended.append)
        self.qtbot.waitUntil(lambda: bool(ended), timeout=60_000)
        return ended[0]


@pytest.fixture
def child(qtbot: QtBot) -> Iterator[Child]:
    work = Work()
    yield Child(qtbot, work)
    work.close()


def saved(path: Path, size: tuple[int, int], mode: str = "RGB", **how: Any) -> Path:
    Image.new(mode, size, how.pop("colour", 0)).save(path, **how)
    return path


def pdf(path: Path, pages: int, size: tuple[int, int] = (842, 595), password: str = "") -> Path:
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=size)
    locked = pikepdf.Encryption(owner=password, user=password) if password else None
    document.save(path, encryption=locked or False)
    return path


def test_a_photo_is_turned_made_smaller_and_says_nothing(child: Child, tmp_path: Path) -> None:
    told = Image.Exif()
    told[0x0112], told[0x010E] = 6, "Lives at 12 Rue Secrète"
    path = saved(tmp_path / "Vacances.jpg", (8000, 3000), colour="red", exif=told)
    made = child(take_in, path)
    assert isinstance(made, MadePicture)
    assert (made.name, made.media_type) == ("Vacances", "image/jpeg")
    assert (made.width, made.height) == (810, 2160)
    assert b"Secr" not in made.content
    assert b"Exif" not in made.content
    image = QImage.fromData(made.content)
    assert (image.width(), image.height()) == (made.width, made.height)
    assert QImage.fromData(made.thumb).height() == 180


def test_a_drawing_stays_sharp_and_what_is_clear_is_white(child: Child, tmp_path: Path) -> None:
    made = child(take_in, saved(tmp_path / "plan.png", (1000, 500), "RGBA", colour=(0, 0, 0, 0)))
    assert made.media_type == "image/png"
    assert (made.width, made.height) == (1000, 500)
    assert QImage.fromData(made.content).pixelColor(5, 5) == QColor("white")


def test_what_is_noise_is_kept_as_jpeg_within_the_limit(child: Child, tmp_path: Path) -> None:
    path = tmp_path / "noise.png"
    Image.effect_noise((3840, 2160), 120).convert("RGB").save(path, compress_level=0)
    assert path.stat().st_size > 20_000_000
    made = child(take_in, path)
    assert made.media_type == "image/jpeg"
    assert len(made.content) <= LARGEST


def test_a_picture_of_forty_thousand_pixels_each_way(child: Child, tmp_path: Path) -> None:
    photo = child(take_in, saved(tmp_path / "huge.jpg", (40_000, 40_000), "L"))
    assert (photo.width, photo.height) == (2160, 2160)
    failure = child(take_in, saved(tmp_path / "huge.png", (40_000, 40_000), "1"))
    assert flaw(failure) is Flaw.TOO_LARGE


def flaw(failure: object) -> Flaw:
    assert isinstance(failure, BadFileError)
    return failure.flaw


def test_what_cannot_be_shown_is_named(child: Child, tmp_path: Path) -> None:
    (tmp_path / "text.jpg").write_text("I am no picture.\n" * 50)
    (tmp_path / "photo.heic").write_bytes(b"\0\0\0\x18ftypheic" + bytes(80))
    (tmp_path / "empty.png").write_bytes(b"")
    whole = saved(tmp_path / "whole.jpg", (400, 200)).read_bytes()
    (tmp_path / "cut.jpg").write_bytes(whole[:200])
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing behind it")
    saved(tmp_path / "dot.png", (1, 1))
    pdf(tmp_path / "locked.pdf", 2, password="secret")
    wanted = {
        "text.jpg": Flaw.NO_PICTURE,
        "photo.heic": Flaw.APPLE,
        "empty.png": Flaw.NO_PICTURE,
        "cut.jpg": Flaw.NO_PICTURE,
        "dot.png": Flaw.TOO_SMALL,
        "broken.pdf": Flaw.BROKEN_PDF,
        "locked.pdf": Flaw.LOCKED_PDF,
        "gone.jpg": Flaw.MISSING,
        ".": Flaw.MISSING,
    }
    found = {name: flaw(child(take_in, tmp_path / name)) for name in wanted}
    assert found == wanted


def test_a_name_that_lies_is_read_by_what_is_inside(child: Child, tmp_path: Path) -> None:
    made = child(take_in, saved(tmp_path / "photo.png", (400, 200), format="JPEG"))
    assert (made.width, made.height) == (400, 200)
    page = child(take_in, pdf(tmp_path / "paper.jpg", 1))
    assert isinstance(page, MadePicture)


def test_pages_of_a_document(child: Child, tmp_path: Path) -> None:
    path = pdf(tmp_path / "Slides.pdf", 8)
    assert child(take_in, path) == PdfLook(8, 0, ())
    look = child(look_at_pdf, path, 6, 6)
    assert (look.total, look.first, len(look.thumbs)) == (8, 6, 2)
    assert QImage.fromData(look.thumbs[0]).width() <= 320
    made = child(pdf_page, path, 2)
    assert made.name == "Slides · 3"
    assert made.height == MOST.height()
    assert flaw(child(pdf_page, path, 8)) is Flaw.BROKEN_PDF
    single = child(take_in, pdf(tmp_path / "Sheet.pdf", 1, (595, 842)))
    assert (single.name, single.height) == ("Sheet", 2160)


def test_a_page_of_any_shape_stays_within_the_screen(child: Child, tmp_path: Path) -> None:
    for size in ((14_400, 14_400), (14_400, 30), (30, 14_400)):
        made = child(take_in, pdf(tmp_path / "odd.pdf", 1, size))
        assert made.width <= MOST.width()
        assert made.height <= MOST.height()


def test_a_kept_picture_is_made_small_again(child: Child, tmp_path: Path) -> None:
    made = child(take_in, saved(tmp_path / "plan.png", (1000, 500)))
    thumb = QImage.fromData(child(small, made.content))
    assert (thumb.width(), thumb.height()) == (320, 160)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_flaw_is_one_sentence(language: str) -> None:
    t = Words(language)
    sentences = {flaw_sentence(t, one, "photo.jpg") for one in Flaw}
    assert len(sentences) == len(Flaw)
    assert all("photo.jpg" in sentence and sentence.endswith(".") for sentence in sentences)
    other = trouble_with_file(t, RuntimeError("inside"), Path("x" * 300))
    assert "inside" not in other
    assert len(other) < 130
