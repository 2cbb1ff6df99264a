"""What is heard and kept awake around an open session, whatever the desk shows."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from tests.desktop.at_the_desk import Hand
from tests.desktop.test_desk_plan import pick, running, step_at
from tests.live.conftest import Desk
from workshop_desk.app.player import Running
from workshop_desk.app.senses import Senses
from workshop_desk.app.windows import Windows, application
from workshop_desk.app.workshop import Workshop
from workshop_desk.desktop.bridge import Bridge
from workshop_desk.desktop.desk.lacks import Lack
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.timer import AtZero, thresholds
from workshop_desk.domain.units import CertificateId, Language, Seconds
from workshop_desk.live.moments import MachineMoments
from workshop_desk.methods.catalogue import all_methods


class Laptop:
    """A laptop whose loudspeaker and sleep are written down."""

    def __init__(self, *, can_play: bool = True, stays_awake: bool = True) -> None:
        self.can_play, self.stays_awake = can_play, stays_awake
        self.played: list[str] = []
        self.awake = False
        self.told: list[tuple[Lack, bool]] = []

    def play(self, path: Path, _running: Running) -> bool:
        self.played.append(path.stem)
        return self.can_play

    @contextmanager
    def hold(self) -> Iterator[bool]:
        self.awake = True
        yield self.stays_awake
        self.awake = False

    def hear(self, what: Lack, *, lacking: bool) -> None:
        self.told.append((what, lacking))


@pytest.fixture
def laptop() -> Laptop:
    return Laptop()


@pytest.fixture
def bridge(qtbot: QtBot, live_desk: Desk) -> Iterator[Bridge]:
    del qtbot
    made = Bridge(live_desk.live)
    yield made
    made.close()


@pytest.fixture
def senses(bridge: Bridge, live_desk: Desk, laptop: Laptop) -> Iterator[Senses]:
    made = Senses(bridge, live_desk.moments, laptop.hear, (laptop.play,), laptop.hold)
    yield made
    made.close()


def listening(qtbot: QtBot, desk: Desk, laptop: Laptop) -> None:
    """Bring the room to a step; the senses have heard of it when the laptop is awake."""
    desk.play("2")
    qtbot.waitUntil(lambda: laptop.awake)


@pytest.mark.parametrize("wanted", [True, False])
def test_a_step_is_heard_from_start_to_end(
    qtbot: QtBot, live_desk: Desk, bridge: Bridge, laptop: Laptop, senses: Senses, wanted: bool
) -> None:
    live_desk.do(ask.ChangeSettings(Settings("Claire", sound_soon=wanted)))
    listening(qtbot, live_desk, laptop)
    live_desk.do(ask.Advance())
    live_desk.do(ask.StartTimer())
    qtbot.waitUntil(lambda: laptop.played == ["start"])
    step = live_desk.room.step
    assert step is not None
    near = thresholds(step.timer.length)[0]
    live_desk.moments.wait(step.timer.length - near)
    with qtbot.waitSignal(bridge.changed):
        live_desk.do(ask.SetBlackout(True))  # any change has the clocks looked at
    heard = ["start", "soon"] if wanted else ["start"]
    qtbot.waitUntil(lambda: laptop.played == heard)
    live_desk.moments.wait(near)
    qtbot.waitUntil(lambda: laptop.played == [*heard, "end"])  # by the clock alone
    assert (Lack.SOUND, False) in laptop.told


def test_switched_off_nothing_is_heard_but_the_bell_that_is_tried(
    qtbot: QtBot, live_desk: Desk, bridge: Bridge, laptop: Laptop, senses: Senses
) -> None:
    live_desk.do(ask.ChangeSettings(Settings("Claire", sound=False)))
    listening(qtbot, live_desk, laptop)
    with qtbot.waitSignal(bridge.changed):
        live_desk.do(ask.Advance())
        live_desk.do(ask.StartTimer())
    senses.try_sound()
    qtbot.waitUntil(lambda: laptop.played == ["end"])


def test_a_laptop_that_cannot_says_so(qtbot: QtBot, live_desk: Desk, bridge: Bridge) -> None:
    mute = Laptop(can_play=False, stays_awake=False)
    made = Senses(bridge, live_desk.moments, mute.hear, (mute.play,), mute.hold)
    live_desk.play("2")
    made.try_sound()
    qtbot.waitUntil(lambda: set(mute.told) == {(Lack.SOUND, True), (Lack.AWAKE, True)})
    made.close()


def test_the_laptop_may_sleep_once_the_session_is_closed(
    qtbot: QtBot, live_desk: Desk, laptop: Laptop, senses: Senses
) -> None:
    assert not laptop.awake
    listening(qtbot, live_desk, laptop)
    live_desk.do(ask.CloseSession(tuple(CertificateId(f"n-{number}") for number in range(30))))
    qtbot.waitUntil(lambda: not laptop.awake)
    assert laptop.played == []


def test_the_desk_says_once_what_the_laptop_lacks(hand: Hand) -> None:
    running(hand)
    hand.outside.now_lacks(Lack.AWAKE, Lack.SOUND)
    hand.until(lambda: hand.seen("hint_read"))
    assert "may dim" in hand.words("hint_text")
    hand.click("hint_read")
    assert hand.words("hint_text") == "No sound here: the signals are seen only."
    hand.click("hint_read")
    assert not hand.seen("hint")
    hand.outside.now_lacks(Lack.AWAKE, Lack.SOUND)
    hand.window.run.refresh()
    assert not hand.seen("hint")
    hand.outside.now_lacks(Lack.AWAKE)
    hand.outside.now_lacks(Lack.AWAKE, Lack.SOUND)  # it had come back, and went again
    hand.until(lambda: hand.seen("hint_read"))
    assert hand.words("hint_text") == "No sound here: the signals are seen only."


def test_what_is_more_pressing_is_said_first(hand: Hand) -> None:
    running(hand)
    hand.outside.now_lacks(Lack.AWAKE)
    hand.until(lambda: hand.seen("hint_read"))
    step = hand.desk.room.step
    assert step is not None
    hand.desk.do(plans.SetPace(step.id, at_zero=AtZero.PROPOSE))
    hand.desk.moments.wait(step.timer.length)
    hand.until(lambda: "The time is up" in hand.words("hint_text"))
    hand.desk.do(ask.AddTime(Seconds(600.0)))
    hand.until(lambda: "may dim" in hand.words("hint_text"))


def test_sounds_are_set_and_tried_in_the_settings(hand: Hand) -> None:
    hand.click("nav_settings")
    dialog = hand.dialog("settings_dialog")
    hand.click("try_sound")
    assert hand.outside.asked == ["bell"]
    height = dialog.height()
    hand.outside.now_lacks(Lack.SOUND)
    assert "seen only" in hand.words("no_sound")
    assert dialog.height() > height
    hand.click("set_sound_soon")
    hand.click("dialog_do")
    hand.no_dialog()
    settings = hand.desk.live.settings
    assert (settings.sound, settings.sound_soon) == (True, True)
    assert len(hand.outside.listeners) == 1  # the dialog listens no more


def test_a_step_is_muted_by_its_menu(hand: Hand) -> None:
    place = running(hand).steps[-1].position
    pick(hand, place, "mute")
    hand.until(lambda: step_at(hand, place).muted)
    pick(hand, place, "mute")
    hand.until(lambda: not step_at(hand, place).muted)
    assert hand.find("plan_steps", QAbstractItemView).isVisible()


def test_the_windows_bring_their_senses_with_the_first_session(qtbot: QtBot, tmp_path: Path) -> None:
    application("en")
    laptop = Laptop(can_play=False)
    made: list[Senses] = []

    def senses(windows: Windows) -> Senses:
        told = windows.outside.lack
        made.append(Senses(windows.bridge, windows.workshop.moments, told, (laptop.play,), laptop.hold))
        return made[-1]

    method = all_methods().get("roti")
    assert method is not None
    workshop = Workshop(tmp_path / "a.sqlite", MachineMoments(), address="127.0.0.1", ports=(0,))
    with workshop:
        windows = Windows(workshop, senses)
        windows.show()
        assert made == []
        plan = workshop.new_plan(method, "", "ROTI", Language("en"))
        for command in (plan, ask.OpenSession(plan.session.id)):
            workshop.ask(command)
        qtbot.waitUntil(lambda: laptop.awake)
        workshop.ask(ask.Advance())
        workshop.ask(ask.StartTimer())
        qtbot.waitUntil(lambda: Lack.SOUND in windows.outside.lacks())
        assert laptop.played == ["start"]
        windows.outside.try_sound()
        qtbot.waitUntil(lambda: laptop.played == ["start", "end"])
        windows.close()
    assert len(made) == 1
    assert not laptop.awake


def test_windows_without_senses_have_no_bell(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    application("en")
    with Workshop(tmp_path / "a.sqlite", MachineMoments()) as workshop:
        windows = Windows(workshop)
        windows.show()
        windows.outside.try_sound()
        assert windows.outside.lacks().unread() is None
        windows.close()
