"""How a physical screen is known again, and what the stage does when screens come, go and change."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import samples
from tests.desktop.pretend_screens import EPSON, LAPTOP, SONY, PretendScreens, a_screen, again
from tests.desktop.stage_rooms import NETWORK
from tests.desktop.test_stage_window import STILL, Wrist
from workshop_desk.desktop import fonts
from workshop_desk.desktop.screens import (
    Screen,
    StageFacts,
    known_again,
    told_apart,
)
from workshop_desk.desktop.stage.keeper import StageKeeper
from workshop_desk.desktop.stage.marks import marks_from, marks_text
from workshop_desk.desktop.stage.screen_numbers import ScreenNumbers
from workshop_desk.desktop.stage.stage_window import StageWindow
from workshop_desk.desktop.stage.step_scene import StepScene


class Rig:
    """A stage with its screens."""

    def __init__(self, *there: Screen, remembered: str = "") -> None:
        fonts.load_fonts()
        self.screens = PretendScreens(*there)
        self.memory = remembered
        self.desk = QWidget()
        self.story = samples.story_until("2")
        self.lost_desks: list[Screen] = []
        self.keeper = StageKeeper(
            self.screens, self._make, lambda: self.desk, lambda: self.memory, self._remember
        )
        self.keeper.desk_lost.connect(self.lost_desks.append)

    def _make(self) -> StageWindow:
        window = StageWindow(Wrist(self.story.now))
        window.show_state(self.story.room, NETWORK, STILL)
        return window

    def _remember(self, text: str) -> None:
        self.memory = text

    @property
    def window(self) -> StageWindow:
        return self.keeper.windows[0]

    @property
    def facts(self) -> StageFacts:
        return self.keeper.facts()

    def hint(self, place: int = 0) -> str:
        scene = self.keeper.windows[place].view.scene
        assert isinstance(scene, StepScene)
        return scene.frame.hint


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    """A laptop and an Epson, the stage on the Epson."""
    del qtbot
    one = Rig(LAPTOP, EPSON)
    one.keeper.open()
    assert one.facts == StageFacts(("Epson",))
    yield one
    one.keeper.close()


def known(wanted: Screen, *there: Screen) -> int:
    found = known_again(wanted.mark, told_apart(there))
    return found.visit if found else 0


def test_a_screen_is_known_by_its_serial_whatever_the_socket() -> None:
    moved = again(EPSON, 9, name="DP-7", place=(5000, 0, 800, 600), millimetres=(1, 1))
    other = again(EPSON, 8, label=("SEC", "Epson", "X6"))
    assert known(EPSON, LAPTOP, moved) == 9
    assert known(EPSON, LAPTOP, other) == 0
    assert known(EPSON, LAPTOP, other, moved) == 9
    # An adapter that swallows the label leaves the socket and the size.
    assert known(EPSON, LAPTOP, again(EPSON, 7, label=("", "", ""))) == 7
    assert known(EPSON, LAPTOP, again(EPSON, 7, label=("", "", ""), name="DP-1")) == 0


def test_two_equal_screens_are_told_apart() -> None:
    twins = ("DEL", "P2", "")
    left = a_screen(4, label=twins, name="HDMI-1", left=1440)
    right = a_screen(5, label=twins, name="HDMI-2", left=3360)
    there = told_apart([LAPTOP, left, right])
    assert known_again(there[2].mark, there) == there[2]
    assert known_again(there[2].mark, told_apart([LAPTOP, left])) is None
    # The same names too: only the place is left.
    right = a_screen(5, label=twins, name="HDMI-1", left=3360)
    there = told_apart([LAPTOP, left, right])
    assert [one.mark.twins for one in there] == [0, 2, 2]
    assert known_again(there[2].mark, there) == there[2]
    assert known_again(there[2].mark, told_apart([LAPTOP, left])) is None
    # And no name at all.
    bare = [a_screen(6, left=1440), a_screen(7, left=3360)]
    there = told_apart([LAPTOP, *bare])
    assert known_again(there[2].mark, there) == there[2]
    assert known_again(there[2].mark, told_apart([LAPTOP, bare[0]])) is None


def test_a_screen_without_a_name_is_known_by_its_place_and_called_by_its_size() -> None:
    bare = a_screen(4, left=1440)
    assert bare.title == "1920 × 1080"
    assert known(bare, LAPTOP, bare) == 4
    assert known(bare, LAPTOP, a_screen(6, left=1440, size=(1280, 720))) == 0


def test_a_mirrored_screen_is_not_another_one() -> None:
    mirror = again(EPSON, 2, place=(0, 0, 1280, 720))
    (one,) = told_apart([mirror, LAPTOP])
    assert one.mark == told_apart([LAPTOP])[0].mark
    assert one.mirrored


@pytest.mark.parametrize("text", ["", "[]", "nonsense", "{}", '[["a"]]', "[1]", "3", "null"])
def test_a_memory_that_cannot_be_read_is_none(text: str) -> None:
    assert marks_from(text) == ()
    marks = (EPSON.mark, SONY.mark)
    assert marks_from(marks_text(marks)) == marks


def test_the_stage_opens_beside_the_desk_and_is_remembered(rig: Rig) -> None:
    assert rig.window.full_screen
    assert marks_from(rig.memory) == (EPSON.mark,)
    assert rig.hint() == ""


def test_a_projector_pulled_out_hides_the_stage_until_it_returns(rig: Rig) -> None:
    rig.screens.there = told_apart([LAPTOP])
    rig.screens.gone.emit()
    assert not rig.window.isVisible(), "hidden at once, not once the screens are quiet"
    rig.screens.changed.emit()
    assert rig.facts == StageFacts((), ("Epson",), hidden=True)
    assert rig.keeper.shown
    rig.screens.now(LAPTOP, again(EPSON, 7))
    assert rig.facts == StageFacts(("Epson",))
    assert rig.window.isVisible()
    assert rig.window.full_screen


def test_it_never_moves_to_another_screen_by_itself(rig: Rig) -> None:
    rig.screens.now(LAPTOP, EPSON, SONY)
    assert rig.facts.on == ("Epson",)
    newcomer = rig.facts.newcomer
    assert newcomer == next(one.key for one in rig.screens.all() if one.visit == 3)
    rig.keeper.leave_newcomer()
    assert rig.facts == StageFacts(("Epson",))
    # Swapped for another one: it waits, and asks.
    rig.screens.now(LAPTOP, EPSON)
    rig.screens.now(LAPTOP, again(SONY, 9))
    assert rig.facts.hidden
    assert rig.facts.newcomer
    assert not rig.window.isVisible()
    rig.keeper.choose((rig.facts.newcomer,))
    assert rig.facts == StageFacts(("Sony",))
    assert marks_from(rig.memory)[0].label[1] == "Sony"
    rig.screens.now(LAPTOP, again(SONY, 9), again(EPSON, 10))
    assert rig.facts.on == ("Sony",)


def test_of_two_equal_screens_the_one_that_stays_is_not_taken_for_the_one_that_went(
    qtbot: QtBot,
) -> None:
    del qtbot
    left, right = a_screen(4, name="TV", left=1440), a_screen(5, name="TV", left=3360)
    rig = Rig(LAPTOP, left, right)
    rig.keeper.open()
    assert [one.visit for one in rig.keeper.filled()] == [4]
    # The other one moves to the place of the one that went.
    rig.screens.now(LAPTOP, again(right, 5, place=left.place))
    assert rig.facts.hidden
    rig.screens.now(LAPTOP, again(left, 6), right)
    assert [one.visit for one in rig.keeper.filled()] == [6]
    rig.keeper.close()


def test_a_projector_that_is_absent_at_first_is_gone_to_when_it_comes(qtbot: QtBot) -> None:
    del qtbot
    rig = Rig(LAPTOP, remembered=marks_text([EPSON.mark]))
    rig.keeper.open()
    assert not rig.window.full_screen
    assert rig.window.isVisible()
    assert rig.facts == StageFacts((), ("Epson",))
    rig.screens.now(LAPTOP, SONY)
    assert not rig.window.full_screen
    assert rig.facts.newcomer
    rig.screens.now(LAPTOP, SONY, EPSON)
    assert rig.facts.on == ("Epson",)
    rig.keeper.close()
    assert not rig.keeper.shown
    rig.screens.now(LAPTOP)
    rig.screens.now(LAPTOP, EPSON, SONY)
    assert rig.facts == StageFacts(), "a stage that was closed stays closed and asks nothing"


def test_the_remembered_screen_is_taken_and_not_the_first(qtbot: QtBot) -> None:
    del qtbot
    rig = Rig(LAPTOP, EPSON, SONY, remembered=marks_text([SONY.mark]))
    rig.keeper.open()
    assert rig.facts.on == ("Sony",)
    rig.keeper.close()


def test_in_a_window_while_the_projector_is_away_and_back_when_it_returns(rig: Rig) -> None:
    rig.screens.now(LAPTOP)
    rig.keeper.in_window()
    assert rig.window.isVisible()
    assert not rig.window.full_screen
    assert rig.facts == StageFacts((), ("Epson",))
    rig.screens.now(LAPTOP, again(EPSON, 8))
    assert rig.facts == StageFacts(("Epson",))
    rig.keeper.in_window()
    assert rig.facts == StageFacts()
    rig.screens.now(LAPTOP)
    rig.screens.now(LAPTOP, again(EPSON, 9))
    assert not rig.window.full_screen, "a window by choice stays one"
    assert rig.facts.newcomer


def test_a_new_resolution_scale_or_rotation_is_filled_again(rig: Rig, qtbot: QtBot) -> None:
    del qtbot
    turned = again(EPSON, 2, place=(1440, 0, 1080, 1920))
    rig.screens.now(LAPTOP, turned)
    assert rig.facts == StageFacts(("Epson",))
    assert marks_from(rig.memory)[0].place == (1440, 0, 1080, 1920)


def test_a_mirrored_projector_leaves_the_desk_in_sight(rig: Rig) -> None:
    rig.screens.now(LAPTOP, again(EPSON, 2, place=LAPTOP.place))
    assert rig.facts == StageFacts((), ("Epson",), hidden=True, mirrored=True)
    rig.screens.now(LAPTOP, EPSON)
    assert rig.facts == StageFacts(("Epson",))


def test_the_desks_own_screen_goes_and_returns(rig: Rig, qtbot: QtBot) -> None:
    rig.screens.desk_on = 2
    rig.screens.now(EPSON)
    assert rig.facts.on == ("Epson",)
    assert rig.hint() == "Échap\u00a0: quitter le plein écran"
    rig.screens.now(again(LAPTOP, 6), EPSON)
    assert [one.visit for one in rig.lost_desks] == [6]
    assert not rig.facts.newcomer
    rig.screens.desk_on = 6
    qtbot.waitUntil(lambda: rig.hint() == "", timeout=3000)


def test_two_stages_show_the_same_and_each_waits_for_its_own(rig: Rig) -> None:
    rig.screens.now(LAPTOP, EPSON, SONY)
    keys = tuple(one.key for one in rig.screens.all() if not one.primary)
    rig.keeper.choose(keys)
    assert rig.facts == StageFacts(("Epson", "Sony"))
    assert rig.keeper.windows[0].view.scene == rig.keeper.windows[1].view.scene
    rig.screens.now(LAPTOP, SONY)
    assert rig.facts == StageFacts(("Sony",), ("Epson",))
    rig.screens.now(LAPTOP, SONY, again(EPSON, 9))
    assert rig.facts == StageFacts(("Epson", "Sony"))
    rig.screens.now(LAPTOP)
    assert rig.facts == StageFacts((), ("Epson", "Sony"), hidden=True)
    rig.keeper.in_window()
    assert sum(one.isVisible() for one in rig.keeper.windows) == 1
    rig.screens.now(LAPTOP, again(SONY, 11), again(EPSON, 12))
    assert rig.facts == StageFacts(("Epson", "Sony"))
    rig.keeper.in_window()
    assert len(rig.keeper.windows) == 1
    assert marks_from(rig.memory) == tuple(one.mark for one in rig.screens.all() if not one.primary)


def test_with_one_screen_there_is_always_a_way_out(qtbot: QtBot) -> None:
    rig = Rig(LAPTOP)
    rig.keeper.open()
    assert not rig.window.full_screen
    qtbot.keyClick(rig.window, Qt.Key.Key_F11)
    assert rig.window.full_screen
    assert rig.hint() == "Échap\u00a0: quitter le plein écran"
    rig.desk.show()
    qtbot.keyClick(rig.desk, Qt.Key.Key_Escape)
    assert not rig.window.full_screen, "also while the desk under it has the keyboard"
    assert rig.hint() == ""
    qtbot.keyClick(rig.window, Qt.Key.Key_F11)
    qtbot.keyClick(rig.window, Qt.Key.Key_Escape)
    assert not rig.window.full_screen
    rig.desk.close()
    rig.keeper.close()


def test_esc_leaves_the_projector_too_and_f11_goes_back_there(rig: Rig, qtbot: QtBot) -> None:
    qtbot.keyClick(rig.window, Qt.Key.Key_Escape)
    assert rig.facts == StageFacts()
    assert rig.window.isVisible()
    qtbot.keyClick(rig.window, Qt.Key.Key_F11)
    assert rig.facts == StageFacts(("Epson",))


def test_a_stage_that_the_system_made_small_fills_its_screen_again(rig: Rig, qtbot: QtBot) -> None:
    rig.window.showNormal()
    qtbot.waitUntil(rig.window.isFullScreen, timeout=3000)
    assert rig.facts == StageFacts(("Epson",))


def test_numbers_are_shown_on_every_screen_and_taken_away(qtbot: QtBot) -> None:
    fonts.load_fonts()
    screens = PretendScreens(LAPTOP, EPSON)
    numbers = ScreenNumbers(screens)
    numbers.show(screens.all())
    assert [one.number for one in numbers.shown] == [1, 2]
    assert all(one.isVisible() for one in numbers.shown)
    qtbot.waitUntil(lambda: not numbers.shown, timeout=5000)
