"""The easel: a second paints what it changes, and the picture is as if all had been painted."""

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage

from tests.desktop.stage_rooms import NETWORK, Sight
from tests.desktop.timer_rooms import SCENES, grid, hard
from tests.samples import story_until
from workshop_desk.desktop import fonts
from workshop_desk.desktop.stage import easel as easel_file
from workshop_desk.desktop.stage.beats import TOGETHER, seconds_to_change
from workshop_desk.desktop.stage.canvas import Layout
from workshop_desk.desktop.stage.clocks import ClockGrid
from workshop_desk.desktop.stage.easel import Easel
from workshop_desk.desktop.stage.hard_end import HardEnd
from workshop_desk.desktop.stage.patches import patches
from workshop_desk.desktop.stage.pictures import paint_picture
from workshop_desk.desktop.theme import stage_palette
from workshop_desk.domain import agenda_commands as run
from workshop_desk.domain import commands as ask
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.units import ClockId, Seconds

ROUNDING = 4
LIGHT = stage_palette(dark=False)


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    fonts.load_fonts()


def same(one: QImage, other: QImage) -> bool:
    """Tell whether nobody could see a difference: edges may be rounded otherwise under a clip."""
    pair = [image.convertToFormat(QImage.Format.Format_RGB888) for image in (one, other)]
    size = (one.width(), one.height())
    pillows = [
        Image.frombuffer("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine(), 1)
        for image in pair
    ]
    furthest = [most for _, most in ImageChops.difference(*pillows).getextrema()]
    return max(furthest) <= ROUNDING


@pytest.mark.parametrize("size", [QSize(640, 360), QSize(1001, 751), QSize(562, 1001)])
@pytest.mark.parametrize("name", SCENES)
def test_a_patched_picture_is_the_whole_one(name: str, size: QSize) -> None:
    story = SCENES[name]("fr")
    easel, patched = Easel(), 0
    # Minutes pass, digits get shorter, phases change: each with little steps between.
    for wait in (0, 0.4, 1, 1, 7, 31, 1, 60, 1):
        story.wait(seconds=wait)
        scene = Sight(name, story.room, story.now).scene(NETWORK)
        _, changed = easel.paint(scene, LIGHT, size, 0)
        patched += changed is not None
        assert same(easel.picture, paint_picture(scene, LIGHT, size)[0]), (name, story.now.boot, changed)
    assert patched >= 3


@pytest.mark.parametrize("size", [QSize(640, 360), QSize(562, 1001)])
@pytest.mark.parametrize("place", ["0b", "2", "4", "6"])
def test_a_patched_picture_of_other_scenes_is_the_whole_one(place: str, size: QSize) -> None:
    story = story_until(place)
    easel = Easel()
    for _ in range(5):
        scene = Sight(place, story.room, story.now).scene(NETWORK)
        _, changed = easel.paint(scene, LIGHT, size, 0)
        assert same(easel.picture, paint_picture(scene, LIGHT, size)[0])
        story.wait(seconds=13)
    assert changed is not None


def test_nothing_is_painted_while_nothing_changes() -> None:
    story = SCENES["paused"]("fr")
    easel = Easel()
    scene = Sight("", story.room, story.now).scene()
    assert easel.paint(scene, LIGHT, QSize(640, 360), 0)[1] is None
    assert easel.paint(scene, LIGHT, QSize(640, 360), 0)[1] == ()


def test_a_mistake_leaves_the_picture_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    story = SCENES["running"]("fr")
    easel = Easel()
    easel.paint(Sight("", story.room, story.now).scene(), LIGHT, QSize(640, 360), 0)
    good = easel.picture.copy()
    story.wait(seconds=1)

    def broken(*given: object, **_words: object) -> None:
        raise ValueError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr(easel_file, "paint_scene", broken)
        with pytest.raises(ValueError, match="a bug"):
            easel.paint(Sight("", story.room, story.now).scene(), LIGHT, QSize(640, 360), 0)
    assert easel.picture == good
    scene = Sight("", story.room, story.now).scene()
    easel.paint(scene, LIGHT, QSize(640, 360), 0)
    assert same(easel.picture, paint_picture(scene, LIGHT, QSize(640, 360))[0])


@pytest.mark.parametrize("name", SCENES)
def test_the_stage_wakes_when_the_picture_changes_and_not_before(name: str) -> None:
    story = SCENES[name]("fr")
    for offset in (0.0, 0.31, 3.6):
        story.wait(seconds=offset)
        wait = seconds_to_change(story.room, story.now)
        assert 0 < wait <= 60
        before = Sight(name, story.room, story.now).scene()
        story.wait(seconds=wait * 0.98)
        if not isinstance(before, ClockGrid):
            assert _time_words(Sight(name, story.room, story.now)) == _time_words_of(before)
        story.wait(seconds=wait * 0.02 + 0.01)
        if not isinstance(before, HardEnd) or before.questions not in {"", "0:00"}:
            assert Sight(name, story.room, story.now).scene() != before


def _time_words(one: Sight) -> object:
    return _time_words_of(one.scene())


def _time_words_of(scene: object) -> object:
    found = patches(scene, scene, Layout(1920.0), 0)  # type: ignore[arg-type]
    assert found == ()
    frame = getattr(scene, "frame", None)
    digits = getattr(getattr(scene, "timer", None), "digits", getattr(scene, "questions", ""))
    return (digits, frame and (frame.clock, frame.next_label, frame.side))


def test_clocks_side_by_side_change_together_a_few_times_a_second() -> None:
    story = grid(24, mixed=False)("fr")
    wakes, shown = 0, set()
    end = story.now.boot + 10
    while story.now.boot < end:
        wait = seconds_to_change(story.room, story.now)
        story.wait(seconds=wait + 0.01)
        wakes += 1
        scene = Sight("", story.room, story.now).scene()
        assert isinstance(scene, ClockGrid)
        shown.add(scene.tiles[7].timer.digits)
    assert wakes <= 10 * (1 / TOGETHER + 2)
    assert len(shown) in {10, 11}, "no second is left out"


def test_a_second_of_the_grid_changes_its_rows_alone() -> None:
    story = grid(12, mixed=False)("fr")
    before = Sight("", story.room, story.now).scene()
    story.wait(seconds=1)
    rects = patches(before, Sight("", story.room, story.now).scene(), Layout(1920.0), 0)
    assert rects
    tiles = [rect for rect in rects if 204 <= rect.top() < 826]
    assert len(tiles) == 3
    assert sum(rect.height() for rect in tiles) < 300


def test_a_clock_on_the_side_that_starts_changes_the_title_line_alone() -> None:
    story = hard(20)("fr")
    before = Sight("", story.room, story.now).scene()
    story.ask(run.AddClocks(ClockRole.SIDE, (run.NewClock(ClockId("s"), "Café", Seconds(60)),)))
    story.ask(run.StartClocks((ClockId("s"),)))
    rects = patches(before, Sight("", story.room, story.now).scene(), Layout(1920.0), 0)
    assert rects == (QRectF(0, 0, 4000, 112),)
    story.ask(ask.Advance())
    assert patches(before, Sight("", story.room, story.now).scene(), Layout(1920.0), 0) is None
