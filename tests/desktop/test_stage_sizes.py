"""A room whose last row is far away: larger letters, more pages, nothing cut and nothing too small."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import samples
from tests.desktop import test_curtain_pictures as curtain
from tests.desktop.stage_rooms import FAR_NETWORK, NETWORK, Sight, check, hostile, painted, usual
from tests.desktop.test_easel import same
from tests.desktop.timer_rooms import SCENES, sight, worst
from tests.live.conftest import FakeMoments
from workshop_desk.desktop import fonts
from workshop_desk.desktop.parts.qr import modules
from workshop_desk.desktop.stage.canvas import (
    BODY,
    FLOOR,
    PROMPT,
    Layout,
    legible,
    stage_layout,
    stage_shape,
)
from workshop_desk.desktop.stage.easel import Easel
from workshop_desk.desktop.stage.pictures import paint_picture
from workshop_desk.desktop.stage.stage_view import StageView
from workshop_desk.desktop.theme import stage_palette
from workshop_desk.domain import commands as ask
from workshop_desk.domain.legibility import MOST
from workshop_desk.domain.settings import Settings

LANGUAGES = ("fr", "en")
FACTORS = (1.0, 4 / 3, 1.6)
WIDE, OLD, UPRIGHT = (1280, 720), (1024, 768), (1080, 1920)
MOST_PAGES = 6


@pytest.fixture(autouse=True)
def _fonts(qapp: QWidget) -> None:
    del qapp
    fonts.load_fonts()


def every(language: str) -> Iterator[Sight]:
    yield from usual(language)
    for name in SCENES:
        yield sight(name, language)


def full(language: str) -> Iterator[Sight]:
    yield from hostile(language)
    for name in SCENES:
        yield worst(name, language)


def hold(sights: Iterator[Sight], size: tuple[int, int], factor: float) -> None:
    """Hold every page of every scene to the design."""
    for one in sights:
        scene, pages, page = one.scene(FAR_NETWORK), 1, 0
        while page < min(pages, MOST_PAGES):
            report = painted(scene, size, page, factor=factor)
            check(report, size, f"{one.name} page {page} at {factor:.2f}", factor)
            pages, page = report.pages, page + 1


@pytest.mark.parametrize("size", [WIDE, OLD, UPRIGHT])
@pytest.mark.parametrize("factor", FACTORS[1:])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_scene_is_whole_in_larger_letters(
    language: str, factor: float, size: tuple[int, int]
) -> None:
    hold(every(language), size, factor)


@pytest.mark.parametrize("size", [WIDE, OLD])
def test_every_scene_is_whole_in_the_largest_letters(size: tuple[int, int]) -> None:
    hold(every("fr"), size, MOST)
    hold(full("fr"), size, MOST)


@pytest.mark.parametrize("size", [WIDE, OLD, UPRIGHT])
@pytest.mark.parametrize("factor", FACTORS[1:])
def test_the_worst_texts_are_whole_in_larger_letters(factor: float, size: tuple[int, int]) -> None:
    hold(full("fr"), size, factor)


@pytest.mark.parametrize("size", [WIDE, OLD, UPRIGHT])
@pytest.mark.parametrize("factor", [4 / 3, 1.8])
def test_what_is_put_in_front_is_whole_in_larger_letters(factor: float, size: tuple[int, int]) -> None:
    for one in (*curtain.usual("fr"), *(worst(name, "fr") for name in SCENES)):
        for text in (curtain.SHORT["fr"], curtain.LONG["fr"], curtain.WORST):
            scene, words, page, pages = curtain.seen(one, message=text), "", 0, 1
            # The pages of the message go round with those of the scene: here each is seen once.
            while page < min(pages, MOST_PAGES):
                report = painted(scene, size, page, factor=factor)
                check(report, size, f"{one.name} {text} page {page} at {factor:.2f}", factor)
                words += f" {report.words}"
                pages, page = report.pages, page + 1
            if text != curtain.WORST and pages <= MOST_PAGES:
                assert set(text.split()) <= set(words.split()), one.name
    [one] = (at for at in curtain.usual("fr") if at.name == "2")
    photo = curtain.photo(1600, 900)
    for scene in (
        curtain.seen(one, look_here=True),
        curtain.seen(one, look_here=True, message=curtain.LONG["fr"]),
        curtain.seen(one, photo, picture=curtain.PICTURE),
        curtain.seen(one, photo, picture=curtain.PICTURE, message=curtain.LONG["fr"]),
    ):
        for page in range(painted(scene, size, factor=factor).pages):
            check(painted(scene, size, page, factor=factor), size, str(scene.key), factor)


@pytest.mark.parametrize("size", [WIDE, OLD, UPRIGHT])
@pytest.mark.parametrize("factor", FACTORS)
def test_a_message_in_large_letters_covers_neither_digits_nor_the_way_to_join(
    factor: float, size: tuple[int, int]
) -> None:
    for name in SCENES:
        one = worst(name, "fr")
        before = painted(curtain.seen(one), size, factor=factor)
        scene = curtain.seen(one, message=curtain.LONG["fr"])
        kept = {box.text for box in painted(scene, size, factor=factor).boxes}
        large = [box for box in before.boxes if box.size > 90 * factor]
        digits = {box.text for box in large if box.text.strip("+").count(":")}
        corner = {FAR_NETWORK.code, f"{FAR_NETWORK.address}:{FAR_NETWORK.port}"}
        assert digits | (corner & {box.text for box in before.boxes}) <= kept, name


@pytest.mark.parametrize("size", [QSize(640, 360), QSize(1001, 751), QSize(562, 1001)])
@pytest.mark.parametrize("front", [{"message": curtain.LONG["fr"]}, {"look_here": True}])
def test_a_second_is_patched_behind_what_is_in_front(front: dict[str, object], size: QSize) -> None:
    for factor in (1.0, 1.6):
        story, look = SCENES["running"]("fr"), stage_palette(dark=False)
        easel = Easel()
        for _ in range(3):
            scene = curtain.seen(Sight("running", story.room, story.now), **front)
            easel.paint(scene, look, size, 0, factor)
            assert same(easel.picture, paint_picture(scene, look, size, 0, factor)[0])
            story.wait(seconds=1)


@pytest.mark.parametrize("factor", FACTORS)
@pytest.mark.parametrize("size", [WIDE, OLD, UPRIGHT])
def test_titles_and_questions_are_read_whole(size: tuple[int, int], factor: float) -> None:
    for place in ("2", "4", "6"):
        story = samples.story_until(place, "fr")
        leading = story.room.leading
        assert leading is not None
        if not leading.revealed:
            story.ask(ask.Reveal(leading.id))
        scene = Sight(place, story.room, story.now).scene()
        title = getattr(scene, "question", "") or getattr(scene, "title", "")
        pages = range(painted(scene, size, factor=factor).pages)
        words = " ".join(painted(scene, size, page, factor=factor).words for page in pages)
        assert title
        assert set(title.split()) <= set(words.split()), place
        for level in getattr(scene, "levels", ())[::4]:
            assert set(level.split()) <= set(words.split())


@pytest.mark.parametrize("size", [WIDE, OLD, UPRIGHT])
def test_the_address_in_the_lobby_is_never_cut(size: tuple[int, int]) -> None:
    story = samples.story_until("lobby", "fr")
    for factor in (*FACTORS, 1.8):
        report = painted(Sight("lobby", story.room, story.now).scene(FAR_NETWORK), size, factor=factor)
        joined = "".join(box.text for box in report.boxes)
        assert f"{FAR_NETWORK.address}:{FAR_NETWORK.port}" in joined


@pytest.mark.parametrize("size", [QSize(640, 360), QSize(1001, 751), QSize(562, 1001)])
@pytest.mark.parametrize("name", SCENES)
def test_a_second_that_passes_is_patched_in_larger_letters_too(name: str, size: QSize) -> None:
    story, look = SCENES[name]("fr"), stage_palette(dark=False)
    easel = Easel()
    for _ in range(3):
        scene = Sight(name, story.room, story.now).scene(NETWORK)
        easel.paint(scene, look, size, 0, 1.6)
        assert same(easel.picture, paint_picture(scene, look, size, 0, 1.6)[0])
        story.wait(seconds=1)


def test_labels_grow_with_the_distance_and_prompts_only_as_they_must() -> None:
    assert [legible(FLOOR, factor).size for factor in FACTORS] == [44, 59, 71]
    assert [legible(BODY, factor).size for factor in FACTORS] == [66, 72, 87]
    assert [legible(PROMPT, factor).size for factor in FACTORS] == [92, 92, 92]


def test_too_much_is_paged_and_not_shrunk() -> None:
    story = samples.story_until("4")
    scene = Sight("wall", story.room, story.now).scene()
    pages = [painted(scene, WIDE, factor=factor).pages for factor in FACTORS]
    assert pages == sorted(pages)
    assert pages[0] < pages[-1]
    words = set()
    for page in range(pages[-1]):
        words |= set(painted(scene, WIDE, page, factor=1.6).words.split())
    for note in getattr(scene, "notes"):  # noqa: B009 - any wall has notes
        assert set(note.text.split()) <= words


def test_the_code_to_join_by_grows_too() -> None:
    modules_wide = len(modules(NETWORK.url)) + 8
    one, far = (Layout(1920, 1080, factor).qr / modules_wide for factor in (1.0, 1.6))
    assert far == pytest.approx(1.6 * one)


def test_an_upright_picture_has_room_for_less() -> None:
    upright, lying = QRectF(0, 0, 1080, 1920), QRectF(0, 0, 1920, 1080)
    assert [stage_layout(one, 1.6).legibility for one in (upright, lying)] == [1.3, 1.6]


def test_the_stage_takes_its_letters_from_the_settings(qtbot: QtBot) -> None:
    story = samples.story_until("2")
    moments = FakeMoments()
    view = StageView(moments)
    qtbot.addWidget(view)
    view.resize(1280, 720)
    view.show()
    pictures = []
    for depth in (0.0, 8.1, 12.0):
        settings = Settings(room_depth=depth, picture_width=2.4, less_motion=True)
        view.show_state(story.room, NETWORK, settings)
        pictures.append(view.grab().toImage())
    assert pictures[0] == pictures[1] != pictures[2]


def test_the_height_that_the_stage_takes_counts_not_that_of_the_screen() -> None:
    assert stage_shape(QRectF(0, 0, 1920, 1080)) == pytest.approx(16 / 9)
    assert stage_shape(QRectF(0, 0, 1024, 768)) == pytest.approx(4 / 3)
    # Upright the stage's units are counted across.
    assert stage_shape(QRectF(0, 0, 1080, 1920)) == pytest.approx(1)
    assert stage_shape(QRectF(0, 0, 0, 0)) == 0
