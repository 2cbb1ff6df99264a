"""Every scene is painted whole: nothing cut, nothing on top of another, nothing too small to read."""

import math
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage
from zxingcpp import BarcodeFormat, read_barcodes

from tests import samples
from tests.desktop.stage_rooms import (
    FAR_NETWORK,
    NETWORK,
    URL,
    Sight,
    check,
    hostile,
    painted,
    picture,
    stuffed,
    usual,
)
from tests.samples import Story
from workshop_desk.desktop import fonts
from workshop_desk.desktop.parts.seats import seat_places
from workshop_desk.desktop.stage.canvas import Layout, stage_size
from workshop_desk.desktop.stage.pictures import stage_picture
from workshop_desk.desktop.stage.wall import MOST_NOTES, WallScene
from workshop_desk.desktop.theme import stage_palette
from workshop_desk.domain import commands as ask
from workshop_desk.domain.steps import StepKind

LANGUAGES = ("fr", "en")
SMALL, LARGE, OLD = (1280, 720), (3840, 2160), (1024, 768)
UPRIGHT, WIDEST = (1080, 1920), (2560, 1080)
SHAPES = [SMALL, OLD, UPRIGHT, WIDEST]
MOST_PAGES = 12
ABOUT = "Marie-Amandine Lefèvre · mise à l’épreuve"


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    fonts.load_fonts()


def read(image: QImage) -> list[str]:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    pillow = Image.frombuffer(
        "RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine(), 1
    )
    return [code.text for code in read_barcodes(pillow, formats=BarcodeFormat.QRCode)]


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_usual_scenes_are_whole(language: str, size: tuple[int, int]) -> None:
    for sight in usual(language):
        scene, pages, page = sight.scene(FAR_NETWORK), 1, 0
        while page < pages:
            report = painted(scene, size, page)
            check(report, size, f"{sight.name} page {page}")
            pages, page = report.pages, page + 1


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_worst_texts_are_whole(language: str, size: tuple[int, int]) -> None:
    for sight in hostile(language):
        scene, pages, page = sight.scene(FAR_NETWORK), 1, 0
        while page < min(pages, MOST_PAGES):
            report = painted(scene, size, page)
            check(report, size, f"{sight.name} page {page}")
            pages, page = report.pages, page + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scenes_are_whole_on_a_large_projector(language: str) -> None:
    # The same units at every size: one page each proves that the large picture is painted.
    for place in ("lobby", "0b", "2", "4", "6", "closing"):
        story = samples.story_until(place, language)
        report = painted(Sight(place, story.room, story.now).scene(FAR_NETWORK), LARGE)
        check(report, LARGE, place)
    for kind in StepKind:
        story = stuffed(kind, language)
        report = painted(Sight(kind, story.room, story.now).scene(FAR_NETWORK), LARGE)
        check(report, LARGE, kind)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [SMALL, (1920, 1080)])
@pytest.mark.parametrize("place", ["lobby", "0b", "2", "4", "6", "closing"])
def test_the_code_is_read_from_the_stage(place: str, size: tuple[int, int], *, dark: bool) -> None:
    story = samples.story_until(place)
    image, _ = picture(Sight(place, story.room, story.now).scene(NETWORK), size, dark=dark)
    assert read(image) == [URL]


def test_the_code_in_the_lobby_is_as_large_as_the_design_asks() -> None:
    story = samples.story_until("lobby")
    image, _ = picture(Sight("lobby", story.room, story.now).scene(NETWORK), (1920, 1080))
    white = QColor(255, 255, 255)
    row = [
        y
        for y in range(1080)
        if image.pixelColor(1480, y) == white or image.pixelColor(1480, y).value() < 8
    ]
    assert len(row) >= 0.385 * 1080


@pytest.mark.parametrize("size", [SMALL, OLD, UPRIGHT])
@pytest.mark.parametrize("people", range(1, 17))
def test_words_touch_no_seat(people: int, size: tuple[int, int]) -> None:
    story = Story(samples.codev_plan("fr"))
    for place in range(people):
        story.join(f"Ada {place}")
    story.ask(ask.Advance())
    story.ask(ask.StartTimer())
    report = painted(Sight("mood", story.room, story.now).scene(), size)
    check(report, size, f"{people} people")
    ring = Layout(*stage_size(QRectF(0, 0, *size))).seats
    radius, seats = seat_places(ring, people)
    for box in report.boxes:
        ink = box.used.adjusted(0, box.size * 0.2, 0, -box.size * 0.2)
        for seat in seats:
            away = QPointF(
                max(ink.left() - seat.x(), 0, seat.x() - ink.right()),
                max(ink.top() - seat.y(), 0, seat.y() - ink.bottom()),
            )
            assert math.hypot(away.x(), away.y()) > radius, box


def test_a_name_and_a_tag_too_wide_for_a_note_stand_on_two_lines() -> None:
    story = samples.story_until("4", "fr")
    long = "je ne sais plus comment dire non à mon équipe sans la décourager, ni par où commencer"
    contract = story.room.cards_of(story.activity("contract").id)[0].id
    changes = (ask.MarkCard(contract, locked=False), ask.EditCard(contract, long))
    for change in (*changes, ask.MarkCard(contract, locked=True)):
        story.ask(change)
    scene = Sight("wall", story.room, story.now).scene()
    assert isinstance(scene, WallScene)
    wide = replace(scene, notes=tuple(replace(note, about=ABOUT) for note in scene.notes))
    for size in (SMALL, OLD):
        report = painted(wide, size)
        check(report, size, "wall")
        texts = [box.text for box in report.boxes]
        assert "Marie-Amandine Lefèvre" in texts
        assert "mise à l’épreuve" in texts
        assert long in " ".join(texts)


def test_a_black_stage_is_black_to_the_edge() -> None:
    story = samples.story_until("2")
    story.ask(ask.SetBlackout(on=True))
    image = stage_picture(story.room, NETWORK, story.now, size=(1000, 700))
    assert {image.pixelColor(x, y).value() for x in (0, 500, 999) for y in (0, 350, 699)} == {0}


def test_odd_shapes_leave_the_ground_at_the_sides() -> None:
    story = samples.story_until("2")
    ground = stage_palette(dark=True).bg
    for size in ((400, 1000), (3000, 500), (284, 160), (1, 1)):
        image = stage_picture(story.room, NETWORK, story.now, dark=True, size=size)
        assert (image.width(), image.height()) == size
        assert size == (1, 1) or image.pixelColor(0, 0) == ground


def test_thousands_of_cards_are_paged_and_bounded() -> None:
    story = stuffed(StepKind.BOARD, "fr")
    room = story.room
    leading = room.leading
    assert leading is not None
    first = next(iter(room.cards_of(leading.id)))
    many = {
        type(first.id)(f"card-{number}"): replace(
            first, id=type(first.id)(f"card-{number}"), text=f"Idée {number}"
        )
        for number in range(5000)
    }
    scene = Sight("many", replace(room, cards=many), story.now).scene()
    assert isinstance(scene, WallScene)
    assert len(scene.notes) == MOST_NOTES
    assert scene.count_words.replace("\u00a0", " ") == "5000 notes"
    report = painted(scene, SMALL)
    check(report, SMALL, "many")
    assert report.pages == MOST_NOTES / 6
    assert painted(scene, SMALL, page=report.pages).words == report.words, "after the last the first"
