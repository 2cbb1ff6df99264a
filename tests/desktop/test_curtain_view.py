"""The stage frozen, its pictures read from the room's file, and nothing that flashes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests import samples
from tests.desktop.stage_rooms import NETWORK
from tests.desktop.test_stage_window import Wrist
from tests.live.conftest import Desk
from workshop_desk.desktop import fonts
from workshop_desk.desktop.bridge import Bridge
from workshop_desk.desktop.stage.backstage import Backstage
from workshop_desk.desktop.stage.black import Black
from workshop_desk.desktop.stage.full_picture import FullPicture
from workshop_desk.desktop.stage.look_here import LookHere
from workshop_desk.desktop.stage.preview import StagePreview
from workshop_desk.desktop.stage.scenes import WithMessage
from workshop_desk.desktop.stage.stage_view import STEADY_MS, StageView
from workshop_desk.desktop.stage.step_scene import StepScene
from workshop_desk.domain import commands as ask
from workshop_desk.domain import stage_commands as stage
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import PictureId, SessionId

STILL = Settings(less_motion=True)


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    fonts.load_fonts()


@pytest.fixture
def story() -> samples.Story:
    return samples.story_until("2")


class Sight:
    """A view and a watch, and what is told to both."""

    def __init__(self, qtbot: QtBot, story: samples.Story, view: StageView, wrist: Wrist) -> None:
        self.story, self.view, self.wrist = story, view, wrist
        qtbot.addWidget(view)
        view.resize(640, 360)
        self.show()
        view.show()

    def show(self, settings: Settings = STILL) -> None:
        self.view.show_state(self.story.room, NETWORK, settings)

    def ask(self, command: ask.Command, settings: Settings = STILL) -> None:
        self.story.ask(command)
        self.show(settings)

    def pixels(self) -> QImage:
        return self.view.grab().toImage()


@pytest.fixture
def sight(qtbot: QtBot, story: samples.Story) -> Sight:
    wrist = Wrist(story.now)
    return Sight(qtbot, story, StageView(wrist), wrist)


def test_a_frozen_stage_keeps_everything(sight: Sight) -> None:
    before = sight.pixels()
    sight.ask(stage.SetFrozen(True))
    sight.wrist.go_on(65)
    sight.view.refresh()
    sight.ask(stage.SetMessage("Later"))
    sight.ask(ask.Advance())
    sight.show(replace(STILL, stage_dark=True, room_depth=20.0, picture_width=2.0))
    assert sight.pixels() == before
    sight.ask(stage.SetFrozen(False))
    assert sight.pixels() != before
    assert isinstance(sight.view.scene, WithMessage)


def test_a_frozen_stage_is_painted_anew_in_another_size(sight: Sight) -> None:
    sight.ask(stage.SetFrozen(True))
    kept = sight.view.scene
    sight.wrist.go_on(65)
    sight.view.resize(800, 600)
    assert sight.view.scene == kept
    assert sight.pixels().width() == 800


def test_the_black_screen_goes_before_the_frozen_one(sight: Sight) -> None:
    before = sight.pixels()
    sight.ask(stage.SetFrozen(True))
    sight.ask(ask.SetBlackout(True))
    assert isinstance(sight.view.scene, Black)
    sight.wrist.go_on(3)
    sight.story.ask(ask.Advance())
    sight.view.hide()
    sight.view.show()
    sight.ask(ask.SetBlackout(False))
    assert isinstance(sight.view.scene, Black), "it comes back slowly"
    sight.view._steady.invalidate()
    sight.view.refresh()
    assert sight.pixels() == before


def test_frozen_while_black_keeps_the_scene_behind(sight: Sight) -> None:
    sight.ask(ask.SetBlackout(True))
    sight.ask(stage.SetFrozen(True))
    sight.view._steady.invalidate()
    sight.ask(ask.SetBlackout(False))
    assert isinstance(sight.view.scene, StepScene)


def test_after_a_restart_it_is_frozen_from_there(qtbot: QtBot, story: samples.Story) -> None:
    story.ask(stage.SetFrozen(True))
    wrist = Wrist(story.now)
    sight = Sight(qtbot, story, StageView(wrist), wrist)
    before = sight.pixels()
    assert isinstance(sight.view.scene, StepScene)
    sight.wrist.go_on(65)
    sight.view.refresh()
    assert sight.pixels() == before


def test_another_session_is_not_frozen_into_this_one(sight: Sight) -> None:
    sight.ask(stage.SetFrozen(True))
    kept = sight.view.scene
    room = sight.story.room
    session = replace(room.session, id=SessionId("other"), title="Another")
    sight.view.show_state(replace(room, session=session), NETWORK, STILL)
    scene = sight.view.scene
    assert isinstance(scene, StepScene)
    assert scene != kept
    assert scene.frame.title == "Another"


def test_all_windows_of_the_stage_keep_the_same(qtbot: QtBot, sight: Sight) -> None:
    shared = Backstage()
    sight.view.use(shared)
    sight.ask(stage.SetFrozen(True))
    sight.wrist.go_on(65)
    second = StageView(sight.wrist)
    second.use(shared)
    other = Sight(qtbot, sight.story, second, sight.wrist)
    assert other.pixels() == sight.pixels()


def test_the_preview_goes_on_and_says_frozen(qtbot: QtBot, story: samples.Story) -> None:
    wrist = Wrist(story.now)
    view = StagePreview(wrist)
    sight = Sight(qtbot, story, view, wrist)
    free = sight.pixels()
    sight.ask(stage.SetFrozen(True))
    assert view.accessibleName() == "Figé"
    assert sight.pixels() != free
    sight.ask(stage.SetLookHere(True))
    assert isinstance(view.scene, LookHere)
    sight.ask(stage.SetFrozen(False))
    assert view.accessibleName() == ""


def test_what_is_left_comes_back_slower_than_a_flash(qtbot: QtBot, sight: Sight) -> None:
    sight.ask(stage.SetLookHere(True))
    assert isinstance(sight.view.scene, LookHere)
    sight.ask(stage.SetLookHere(False))
    assert isinstance(sight.view.scene, LookHere)
    qtbot.waitUntil(lambda: isinstance(sight.view.scene, StepScene), timeout=STEADY_MS * 10)


def test_a_fade_that_is_cut_short_goes_on_from_what_was_seen(qtbot: QtBot, sight: Sight) -> None:
    moving = replace(STILL, less_motion=False)
    sight.ask(stage.SetLookHere(True), moving)
    sight.ask(stage.SetMessage("Hello"), moving)
    assert sight.view._fade.duration() == 320
    qtbot.waitUntil(lambda: _faded(sight), timeout=3000)


def content(colour: str) -> bytes:
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    return bytes(data.data())


def test_a_picture_is_read_from_the_file_and_shown(qtbot: QtBot, live_desk: Desk) -> None:
    live_desk.play("1")
    for name, colour in (("x-1", "red"), ("x-2", "green"), ("x-3", "blue")):
        live_desk.do(stage.AddPicture(PictureId(name), name, "image/png", 640, 360, content(colour)))
    bridge = Bridge(live_desk.live)
    backstage = Backstage(bridge.picture)
    view = StageView(live_desk.moments)
    view.use(backstage)
    qtbot.addWidget(view)
    view.resize(640, 360)
    view.show()
    for name, colour in (("x-1", "red"), ("x-2", "green"), ("x-3", "blue"), ("x-1", "red")):
        live_desk.do(stage.ShowPicture(PictureId(name)))
        view.show_state(live_desk.live.room, NETWORK, STILL)
        qtbot.waitUntil(lambda name=name: _shows(view, name), timeout=5000)
        assert view.grab().toImage().pixelColor(320, 150) == QColor(colour)
    bridge.close()


def test_a_picture_that_cannot_be_read_leaves_the_scene(qtbot: QtBot, sight: Sight) -> None:
    backstage = Backstage(lambda _wanted, done: done(b"not a picture"))
    sight.view.use(backstage)
    sight.story.ask(stage.AddPicture(PictureId("x"), "x", "image/png", 4, 4, b"not a picture"))
    with qtbot.waitSignal(backstage.arrived):
        sight.ask(stage.ShowPicture(PictureId("x")))
    assert isinstance(sight.view.scene, StepScene)


def _shows(view: StageView, name: str) -> bool:
    return isinstance(view.scene, FullPicture) and view.scene.key == ("picture", name)


def _faded(sight: Sight) -> bool:
    return sight.view._before.isNull()
