"""What is put in front of the scene is painted whole, in both languages, on every projector."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from tests import samples
from tests.desktop.stage_rooms import FAR_NETWORK, Sight, check, painted, picture
from tests.desktop.timer_rooms import SCENES, worst
from workshop_desk.desktop import fonts
from workshop_desk.desktop.parts.typeset import Report
from workshop_desk.desktop.stage.full_picture import FullPicture, picture_place
from workshop_desk.desktop.stage.hard_end import HardEnd
from workshop_desk.desktop.stage.look_here import LookHere
from workshop_desk.desktop.stage.scenes import Scene, WithMessage, scene_for
from workshop_desk.domain.curtain import MESSAGE_MAX
from workshop_desk.domain.units import PictureId

LANGUAGES = ("fr", "en")
SIZES = ((1280, 720), (3840, 2160), (1024, 768), (1080, 1920))
SHORT = {"fr": "Le café est servi.", "en": "Coffee is ready."}
LONG = {
    "fr": "La pause commence dans cinq minutes : le café est au fond de la salle. "
    "Merci de laisser vos chaises comme elles sont.",
    "en": "The break begins in five minutes: coffee is at the back of the room. "
    "Please leave your chairs as they are now.",
}
WORST = "W" * MESSAGE_MAX
PICTURE = PictureId("x")


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    fonts.load_fonts()


def photo(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    return image


def seen(one: Sight, image: QImage | None = None, **curtain: object) -> Scene:
    session = one.room.session
    room = replace(one.room, session=replace(session, curtain=replace(session.curtain, **curtain)))
    return scene_for(room, FAR_NETWORK, one.now, one.words, pictures=lambda _picture: image)


def usual(language: str) -> list[Sight]:
    places = ("lobby", "0b", "1", "2", "4", "5", "6", "closing")
    told = ((place, samples.story_until(place, language)) for place in places)
    return [Sight(place, story.room, story.now) for place, story in told]


def every_page(scene: Scene, size: tuple[int, int], name: str, *, dark: bool = False) -> list[Report]:
    pages = painted(scene, size, dark=dark).pages
    reports = [painted(scene, size, page, dark=dark) for page in range(pages)]
    for page, report in enumerate(reports):
        check(report, size, f"{name} page {page}")
    return reports


def test_the_long_messages_are_as_long_as_may_be() -> None:
    assert all(MESSAGE_MAX - 20 <= len(text) <= MESSAGE_MAX for text in LONG.values())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_is_read_whole_over_every_scene(language: str, size: tuple[int, int]) -> None:
    for text in (SHORT[language], LONG[language], WORST):
        for one in usual(language):
            scene = seen(one, message=text)
            assert isinstance(scene, WithMessage)
            words = " ".join(report.words for report in every_page(scene, size, f"{one.name} {text}"))
            assert all(word in words for word in text.split() if len(word) < 30)


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (1080, 1920)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_never_covers_digits_nor_the_way_to_join(language: str, size: tuple[int, int]) -> None:
    for name in SCENES:
        one = worst(name, language)
        plain, scene = seen(one), seen(one, message=LONG[language])
        assert isinstance(scene, WithMessage)
        before = painted(plain, size)
        kept = {box.text for box in painted(scene, size).boxes}
        digits = {box.text for box in before.boxes if box.size > 90 and box.text.strip("+").count(":")}
        corner = {FAR_NETWORK.code, f"{FAR_NETWORK.address}:{FAR_NETWORK.port}"}
        joins = corner if any(box.text in corner for box in before.boxes) else set()
        assert digits | joins <= kept, name
        every_page(scene, size, name)


@pytest.mark.parametrize("size", SIZES)
def test_a_message_leaves_the_first_line_of_the_prompt(size: tuple[int, int]) -> None:
    for language in LANGUAGES:
        story = samples.story_until("1", language)
        one = Sight("1", story.room, story.now)
        first = next(box for box in painted(seen(one), size).boxes if box.size >= 66)
        report = painted(seen(one, message=WORST), size)
        assert first.text in {box.text for box in report.boxes}


@pytest.mark.parametrize("size", [*SIZES, (2560, 1080)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_eyes_are_asked_for_in_one_large_line(language: str, size: tuple[int, int]) -> None:
    wanted = {"fr": "Par ici, s’il vous plaît", "en": "Look up here, please"}[language]
    for one in usual(language):
        scene = seen(one, look_here=True)
        assert isinstance(scene, LookHere)
        for dark in (False, True):
            report = painted(scene, size, dark=dark)
            assert wanted in report.words
            every_page(scene, size, one.name, dark=dark)
        every_page(seen(one, look_here=True, message=LONG[language]), size, one.name)


@pytest.mark.parametrize(
    "shape", [(3840, 2160), (1600, 1200), (900, 1600), (4000, 300), (40, 40), (1, 1)]
)
@pytest.mark.parametrize("size", SIZES)
def test_a_picture_is_whole_and_the_corner_stays(size: tuple[int, int], shape: tuple[int, int]) -> None:
    story = samples.story_until("2", "fr")
    one = Sight("2", story.room, story.now)
    scene = seen(one, photo(*shape), picture=PICTURE)
    assert isinstance(scene, FullPicture)
    [report] = every_page(scene, size, str(shape))
    assert FAR_NETWORK.code in report.words
    assert scene.time_left in report.words
    whole = QRectF(0, 0, 1920, 1080)
    place = picture_place(scene.image, whole, QRectF(1300, 800, 560, 250))
    assert whole.contains(place)
    assert abs(place.width() / place.height() - shape[0] / shape[1]) < 0.01 * shape[0] / shape[1]


def test_a_picture_gives_the_corner_room_where_it_has_some_to_spare() -> None:
    whole, corner = QRectF(0, 0, 1920, 1080), QRectF(1300, 800, 560, 250)
    assert not picture_place(photo(900, 1600), whole, corner).intersects(corner)
    assert not picture_place(photo(4000, 300), whole, corner).intersects(corner)
    assert picture_place(photo(1600, 1200), whole, corner).left() == 0
    assert picture_place(photo(1600, 900), whole, corner) == whole


def test_a_picture_is_black_beside_and_its_own_colour_inside() -> None:
    story = samples.story_until("2", "fr")
    one = Sight("2", story.room, story.now)
    image, _report = picture(seen(one, photo(900, 1600), picture=PICTURE), (1280, 720))
    assert image.pixelColor(4, 360) == QColor("black")
    assert image.pixelColor(640, 360) == QColor("blue")


def test_what_is_in_front_goes_by_its_order() -> None:
    one = worst("hard end", "fr")
    assert isinstance(seen(one), HardEnd)
    assert isinstance(seen(one, look_here=True), LookHere)
    assert isinstance(seen(one, photo(4, 3), look_here=True, picture=PICTURE), FullPicture)
    over = seen(one, photo(4, 3), picture=PICTURE, message="Bonjour")
    assert isinstance(over, WithMessage)
    assert isinstance(over.scene, FullPicture)


def test_a_picture_that_is_not_read_yet_hides_nothing() -> None:
    one = worst("hard end", "fr")
    assert isinstance(seen(one, None, picture=PICTURE), HardEnd)
    assert isinstance(one.scene(), HardEnd)
