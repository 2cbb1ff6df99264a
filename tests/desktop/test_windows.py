"""Desk and stage around one workshop: opening, closing, coming back after a restart, papers."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.pretend_screens import EPSON, LAPTOP, SONY, PretendScreens, again
from tests.samples import closed_room
from workshop_desk.app.papers import Papers
from workshop_desk.app.windows import Windows, application
from workshop_desk.app.workshop import Workshop
from workshop_desk.desktop.desk.outside import PapersProgress
from workshop_desk.desktop.screens import StageFacts
from workshop_desk.desktop.work import Work
from workshop_desk.domain import commands as ask
from workshop_desk.domain.timer import TimerState
from workshop_desk.domain.units import Language
from workshop_desk.exports.kinds import AFTERWARDS
from workshop_desk.live.moments import MachineMoments
from workshop_desk.methods.catalogue import all_methods


def workshop_at(path: Path) -> Workshop:
    return Workshop(path, MachineMoments(), address="127.0.0.1", ports=(0,))


def test_after_a_restart_the_same_step_the_stage_and_the_phones_are_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    application("en")
    method = all_methods().get("codev")
    assert method is not None
    with workshop_at(tmp_path / "a.sqlite") as workshop:
        plan = workshop.new_plan(method, "standard", "Codev", Language("en"))
        for command in (plan, ask.OpenSession(plan.session.id), ask.Advance(), ask.StartTimer()):
            workshop.ask(command)
    with workshop_at(tmp_path / "a.sqlite") as again:
        windows = Windows(again)
        windows.show()
        qtbot.waitUntil(lambda: windows.outside.network().running, timeout=10_000)
        assert windows.projection.window.isVisible()
        assert windows.desk.pages.currentWidget() is windows.desk.run
        assert windows.projection.window.view.scene is not None
        step = again.room.step
        assert step is not None
        assert step.key == "0a"
        windows.close()
        assert not windows.projection.window.isVisible()


def test_the_projector_is_pulled_out_and_returns_while_the_session_goes_on(
    qtbot: QtBot, tmp_path: Path
) -> None:
    application("en")
    method = all_methods().get("codev")
    assert method is not None
    with workshop_at(tmp_path / "a.sqlite") as workshop:
        plan = workshop.new_plan(method, "standard", "Codev", Language("en"))
        for command in (plan, ask.OpenSession(plan.session.id), ask.Advance(), ask.StartTimer()):
            workshop.ask(command)
        screens = PretendScreens(LAPTOP, EPSON, SONY)
        windows = Windows(workshop, screens=screens)
        windows.show()
        facts = windows.projection.facts
        assert facts().on == ("Epson",)
        qtbot.waitUntil(lambda: "Epson" in workshop.live.settings.stage_screen, timeout=5000)
        banner = partial(windows.desk.findChild, QWidget, "banner_projector")
        screens.now(LAPTOP, SONY)
        assert facts().hidden
        assert banner() is not None
        step = workshop.room.step
        assert step is not None
        assert step.timer.state is TimerState.RUNNING
        workshop.ask(ask.Advance())
        screens.now(LAPTOP, SONY, again(EPSON, 8))
        assert facts().on == ("Epson",)
        assert banner() is None or not banner().isVisible()
        windows.projection.choose(tuple(one.key for one in screens.all() if not one.primary))
        first, second = windows.projection.keeper.windows
        assert first.view.scene is not None
        shown = first.view.scene.key
        assert second.view.scene is not None
        workshop.ask(ask.Advance())
        both = (first.view, second.view)
        qtbot.waitUntil(lambda: all(one.scene.key != shown for one in both), timeout=5000)
        assert first.view.scene == second.view.scene
        qtbot.waitUntil(lambda: "Sony" in workshop.live.settings.stage_screen, timeout=5000)
        windows.close()
    with workshop_at(tmp_path / "a.sqlite") as again_there:
        windows = Windows(again_there, screens=PretendScreens(LAPTOP, SONY))
        windows.show()
        assert windows.projection.facts() == StageFacts(("Sony",), ("Epson",))
        windows.close()


def test_papers_are_made_one_kind_after_the_other(qtbot: QtBot, tmp_path: Path) -> None:
    work, heard, made = Work(), [], []

    def failed(error: BaseException) -> None:
        raise error

    papers = Papers(work, tmp_path, heard.append, made.append, failed)
    papers.begin(closed_room())
    qtbot.waitUntil(lambda: bool(made), timeout=30_000)
    assert heard[0] == PapersProgress(0, len(AFTERWARDS))
    assert heard[-1] == PapersProgress(len(AFTERWARDS), len(AFTERWARDS))
    assert {path.suffix for path in made[0]} == {".pdf", ".json"}
    assert all(path.exists() for path in made[0])
    work.close()


def test_cancelled_papers_call_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    work, calls = Work(), []
    papers = Papers(work, tmp_path, lambda _progress: None, calls.append, calls.append)
    papers.begin(closed_room())
    papers.cancel()
    assert not work.busy
    work.close()
    assert calls == []
