"""The stage's windows: which screen, which way out, and the clock that they follow."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests import samples
from tests.desktop.stage_rooms import NETWORK
from workshop_desk.desktop import fonts
from workshop_desk.desktop.stage import easel, stage_view
from workshop_desk.desktop.stage.beats import seconds_to_change
from workshop_desk.desktop.stage.preview import StagePreview
from workshop_desk.desktop.stage.stage_view import PAGE_SECONDS, StageView
from workshop_desk.desktop.stage.stage_window import StageWindow
from workshop_desk.desktop.stage.step_scene import StepScene
from workshop_desk.domain import commands as ask
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Instant, Moment, Seconds

STILL = Settings(less_motion=True)


class Wrist:
    """A watch that the test sets."""

    def __init__(self, now: Moment) -> None:
        self.time = now

    def now(self) -> Moment:
        return self.time

    def go_on(self, seconds: float) -> None:
        utc = Instant(self.time.utc + timedelta(seconds=seconds))
        self.time = Moment(utc, Seconds(self.time.boot + seconds), self.time.boot_id)


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    fonts.load_fonts()


@pytest.fixture
def story() -> samples.Story:
    return samples.story_until("2")


def digits(view: StageView) -> str:
    assert isinstance(view.scene, StepScene)
    return view.scene.timer.digits


def test_the_view_follows_the_clock(qtbot: QtBot, story: samples.Story) -> None:
    wrist = Wrist(story.now)
    view = StageView(wrist)
    qtbot.addWidget(view)
    view.resize(640, 360)
    view.show_state(story.room, NETWORK, STILL)
    assert view.scene is None, "nothing is made while nobody looks"
    view.show()
    before = digits(view)
    first = view.grab().toImage()
    wrist.go_on(1)
    qtbot.waitUntil(lambda: digits(view) != before, timeout=3000)
    assert view.grab().toImage() != first
    view.hide()
    shown = digits(view)
    wrist.go_on(5)
    view.refresh()
    assert digits(view) == shown


def test_the_picture_stays_right_until_the_next_whole_second(story: samples.Story) -> None:
    step = story.room.step
    assert step is not None
    for offset in (0.0, 0.25, 0.9, 400.3, 900.6):
        wrist = Wrist(story.now)
        wrist.go_on(offset)
        now = wrist.time
        wait = seconds_to_change(story.room, now)
        assert 0 < wait <= 1
        view = stage_view.scene_for(story.room, NETWORK, now, samples_words())
        wrist.go_on(wait * 0.98)
        same = stage_view.scene_for(story.room, NETWORK, wrist.time, samples_words())
        wrist.go_on(wait * 0.02 + 0.01)
        later = stage_view.scene_for(story.room, NETWORK, wrist.time, samples_words())
        assert isinstance(view, StepScene)
        assert isinstance(same, StepScene)
        assert isinstance(later, StepScene)
        assert view.timer.digits == same.timer.digits != later.timer.digits
    assert seconds_to_change(None, story.now) <= 60
    story.ask(ask.PauseTimer())
    assert seconds_to_change(story.room, story.now) <= 60


def samples_words() -> stage_view.Words:
    return stage_view.Words("fr")


def test_a_long_scene_turns_its_pages(qtbot: QtBot) -> None:
    told = samples.story_until("4")
    told.ask(ask.PauseTimer())
    wrist = Wrist(told.now)
    view = StageView(wrist)
    qtbot.addWidget(view)
    view.resize(640, 360)
    view.show_state(told.room, NETWORK, STILL)
    view.show()
    notes = QRect(0, 100, 640, 170)  # the clock above them goes on
    first = view.grab(notes).toImage()
    wrist.go_on(PAGE_SECONDS)
    view.refresh()
    assert view.grab(notes).toImage() != first
    wrist.go_on(PAGE_SECONDS)
    view.refresh()
    assert view.grab(notes).toImage() == first


def test_one_step_fades_into_the_next(qtbot: QtBot, story: samples.Story) -> None:
    view = StageView(Wrist(story.now))
    qtbot.addWidget(view)
    view.resize(640, 360)
    view.show_state(story.room, NETWORK, Settings())
    view.show()
    before = view.grab().toImage()
    story.ask(ask.Advance())
    view.show_state(story.room, NETWORK, Settings())
    begun = view.grab().toImage()
    qtbot.waitUntil(lambda: view.grab().toImage() not in (before, begun), timeout=3000)
    still = StageView(Wrist(story.now))
    qtbot.addWidget(still)
    still.resize(640, 360)
    still.show_state(story.room, NETWORK, STILL)
    still.show()
    end = still.grab().toImage()
    qtbot.waitUntil(lambda: view.grab().toImage() == end, timeout=3000)


def test_a_second_that_passes_while_steps_fade_leaves_the_one_before_alone(
    qtbot: QtBot, story: samples.Story
) -> None:
    wrist = Wrist(story.now)
    view = StageView(wrist)
    qtbot.addWidget(view)
    view.resize(640, 360)
    view.show_state(story.room, NETWORK, Settings())
    view.show()
    before = QImage(view._easel.picture).copy()
    story.ask(ask.Advance())
    story.ask(ask.StartTimer())
    view.show_state(story.room, NETWORK, Settings())
    wrist.go_on(1)
    view.refresh()
    assert view._before == before


def test_a_mistake_in_painting_leaves_the_last_good_picture(
    qtbot: QtBot, story: samples.Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrist = Wrist(story.now)
    view = StageView(wrist)
    qtbot.addWidget(view)
    view.resize(640, 360)
    view.show_state(story.room, NETWORK, STILL)
    view.show()
    good = view.grab().toImage()

    def broken(*given: object, **more: object) -> None:
        raise ValueError("a bug")

    with monkeypatch.context() as patch, capture_exceptions() as caught:
        patch.setattr(easel, "paint_scene", broken)
        wrist.go_on(1)
        qtbot.waitUntil(lambda: bool(caught), timeout=3000)
        assert view.grab().toImage() == good
    wrist.go_on(1)
    qtbot.waitUntil(lambda: view.grab().toImage() != good, timeout=3000)


def test_the_window_fills_a_screen_and_becomes_a_window_again(
    qtbot: QtBot, story: samples.Story
) -> None:
    window = StageWindow(Wrist(story.now))
    qtbot.addWidget(window)
    window.show_state(story.room, NETWORK, STILL)
    screen = QGuiApplication.primaryScreen()
    window.to_window(screen)
    assert window.windowTitle() == "Codév des managers · séance 4 · Écran de la salle"
    assert not window.isFullScreen()
    assert not window.windowFlags() & Qt.WindowType.FramelessWindowHint
    window.fill(screen, alone=True)
    assert window.isFullScreen()
    assert window.geometry() == screen.geometry()
    window.wait()
    assert not window.isVisible()
    window.fill(screen, alone=False)
    assert window.sits_on(screen)
    with qtbot.waitSignal(window.closed):
        window.close()


def test_the_preview_is_the_stage_made_small(qtbot: QtBot, story: samples.Story) -> None:
    preview = StagePreview(Wrist(story.now))
    qtbot.addWidget(preview)
    preview.resize(preview.sizeHint())
    preview.show_state(story.room, NETWORK, replace(STILL, stage_dark=True))
    preview.show()
    assert preview.heightForWidth(320) == 180
    assert isinstance(preview.scene, StepScene)
    with qtbot.waitSignal(preview.clicked):
        qtbot.mouseClick(preview, Qt.MouseButton.LeftButton)
