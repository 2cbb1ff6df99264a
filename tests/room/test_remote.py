"""A phone steers, paired by the code of the desk's dialog; a television shows the second stage."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.room.browser import phone_page, picture, running_browser
from tests.room.second_stage import laid_out, wrong
from workshop_desk.app.windows import Windows, application
from workshop_desk.app.workshop import Workshop
from workshop_desk.domain import commands as ask
from workshop_desk.domain.agenda_commands import SetClockOnly, SetPace
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.stage_commands import (
    AddPicture,
    SetFrozen,
    SetLookHere,
    SetMessage,
    ShowPicture,
)
from workshop_desk.domain.steps import Step
from workshop_desk.domain.timer import TimerState
from workshop_desk.domain.units import Language, PictureId, Seconds
from workshop_desk.live.moments import MachineMoments
from workshop_desk.methods.catalogue import all_methods

LOST = 2
"""Replies that never arrive."""

pytestmark = pytest.mark.browser

WORDS = {
    "fr": {
        "steer": "Piloter avec ce téléphone",
        "next": "Suite",
        "start": "Démarrer",
        "pause": "Pause",
        "more": "1 min de plus",
        "black": "Écran noir",
        "again": "Rallumer",
        "show": "Afficher à l’écran",
        "gone": "Ce téléphone ne pilote plus",
        "notes": "Garder les notes",
        "co": "Co-animation",
    },
    "en": {
        "steer": "Steer with this phone",
        "next": "Next",
        "start": "Start",
        "pause": "Pause",
        "more": "1 min more",
        "black": "Black screen",
        "again": "Show again",
        "show": "Show on the screen",
        "gone": "This phone does not steer any more",
        "notes": "Keep the notes",
        "co": "Co-facilitator",
    },
}


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    with Workshop(
        tmp_path / "desk.sqlite", MachineMoments(), address="127.0.0.1", ports=(0,)
    ) as workshop:
        yield workshop


@pytest.fixture(params=["fr", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def windows(workshop: Workshop, language: str, qtbot: QtBot) -> Iterator[Windows]:
    application(language)
    spoken = Language(language)
    workshop.ask(ask.ChangeSettings(Settings("Claire", language=spoken, room_language=spoken)))
    windows = Windows(workshop)
    windows.show()
    method = all_methods().get("codev")
    assert method is not None
    plan = workshop.new_plan(method, "standard", "Codév des managers", spoken, expected=8)
    workshop.ask(plan)
    workshop.ask(ask.OpenSession(plan.session.id))
    windows.desk.resume()
    qtbot.waitUntil(lambda: windows.outside.network().running, timeout=10_000)
    yield windows
    top = QApplication.activeModalWidget()
    if isinstance(top, QDialog):
        top.reject()
    windows.close()


@pytest.fixture
def browser() -> Iterator[Browser]:
    with running_browser() as browser:
        yield browser


def find(windows: Windows, name: str) -> QPushButton:
    return next(iter(_visible(windows, name)))


def _visible(windows: Windows, name: str) -> list[QPushButton]:
    """Return the buttons of this name a facilitator could press now."""
    top = QApplication.activeModalWidget() or windows.desk
    return [one for one in top.findChildren(QPushButton, name) if one.isVisible()]


def code_at_the_desk(qtbot: QtBot, folder: Path, name: str) -> str:
    """Read the code off a picture of the dialog; keep the picture for eyes."""
    found = ""

    def read() -> bool:
        nonlocal found
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return False
        path = folder / f"{name}.png"
        assert dialog.grab().save(str(path))
        with Image.open(path) as image:
            codes = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
        found = str(codes[0].text) if codes else ""
        return bool(found)

    qtbot.waitUntil(read, timeout=10_000)
    return found


def pair(page: Page, url: str, name: str, text: dict[str, str]) -> None:
    page.goto(url)
    page.get_by_role("textbox").fill(name)
    page.get_by_role("button", name=text["steer"]).click()
    expect(page.locator("#clock, .now")).not_to_have_count(0)


def test_a_phone_is_paired_steers_and_is_taken_back(
    workshop: Workshop, windows: Windows, qtbot: QtBot, browser: Browser, tmp_path: Path, language: str
) -> None:
    text = WORDS[language]
    find(windows, "show_remote").click()
    url = code_at_the_desk(qtbot, _folder(tmp_path), f"remote-dialog-{language}")
    assert url.startswith(f"http://127.0.0.1:{windows.outside.network().port}/r/")
    with phone_page(browser, language) as page:
        page.goto(url)
        picture(page, f"remote-pair-{language}")
        pair(page, url, "Benoît", text)
        qtbot.waitUntil(lambda: any(one.steers for one in workshop.room.remotes.values()))
        picture(page, f"remote-lobby-{language}")
        forward = page.get_by_role("button", name=text["next"]).first
        forward.dblclick()
        qtbot.waitUntil(lambda: workshop.room.step is not None)
        first = workshop.room.step
        expect(
            page.get_by_role("heading", name=first.title.in_language(Language(language)))
        ).to_be_visible()
        assert _step(workshop).position == 0, "a double tap is one"
        page.get_by_role("button", name=text["start"]).click()
        expect(page.get_by_role("button", name=text["pause"])).to_be_visible()
        for _ in range(3):
            page.get_by_role("button", name=text["more"]).click()
        qtbot.waitUntil(lambda: _step(workshop).timer.added == Seconds(180))
        picture(page, f"remote-running-{language}")
        page.get_by_role("button", name=text["pause"]).click()
        qtbot.waitUntil(lambda: _step(workshop).timer.state is TimerState.PAUSED)
        page.locator("#text").fill("Le café est servi")
        page.get_by_role("button", name=text["show"]).click()
        qtbot.waitUntil(lambda: workshop.room.session.curtain.message == "Le café est servi")
        page.get_by_role("button", name=text["black"]).click()
        expect(page.get_by_role("button", name=text["again"])).to_be_visible()
        assert workshop.room.session.blackout
        page.evaluate("scrollTo(0, 0)")
        picture(page, f"remote-message-black-{language}")
        qtbot.waitUntil(lambda: bool(_visible(windows, "remote_revoke")))
        _keep_dialog(_folder(tmp_path) / f"remote-dialog-paired-{language}.png")
        # Taken back while a press is on its way: the page says so at once.
        page.route("**/api/remote/next", lambda route: _revoke(windows, qtbot, workshop, route))
        forward.click()
        expect(page.locator("body")).to_contain_text(text["gone"])
        picture(page, f"remote-gone-{language}")
    assert _step(workshop).position == 0
    windows.desk.grab().save(str(_folder(tmp_path) / f"remote-desk-{language}.png"))


def _step(workshop: Workshop) -> Step:
    assert workshop.room.step is not None
    return workshop.room.step


def _folder(tmp_path: Path) -> Path:
    """Return where pictures are kept for eyes."""
    folder = Path(os.environ.get("WORKSHOP_DESK_PICTURES") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _keep_dialog(path: Path) -> None:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.grab().save(str(path))


def _revoke(windows: Windows, qtbot: QtBot, workshop: Workshop, route: Route) -> None:
    """Take the phone back at the desk, then let its press come through."""
    find(windows, "remote_revoke").click()
    qtbot.waitUntil(lambda: not any(one.steers for one in workshop.room.remotes.values()))
    route.continue_()


def test_a_press_is_done_once_however_often_the_reply_is_lost(
    workshop: Workshop, windows: Windows, qtbot: QtBot, browser: Browser, tmp_path: Path, language: str
) -> None:
    text = WORDS[language]
    find(windows, "show_remote").click()
    top = QApplication.activeModalWidget()
    assert isinstance(top, QWidget)
    choices = {one.text(): one for one in top.findChildren(QPushButton) if one.isCheckable()}
    choices[text["co"]].click()
    with phone_page(browser, language) as page:
        pair(page, code_at_the_desk(qtbot, tmp_path, "co"), "Ana", text)
        lost: list[str] = []

        def lose(route: Route) -> None:
            lost.append(str(route.request.post_data))
            if len(lost) <= LOST:
                route.fetch()
                route.abort()
            else:
                route.continue_()

        page.route("**/api/remote/next", lose)
        page.get_by_role("button", name=text["next"]).first.click()
        qtbot.waitUntil(lambda: workshop.room.step is not None)
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        assert len(set(lost)) == 1
        assert _step(workshop).position == 0
        page.locator("textarea").fill("Parler lentement")
        page.get_by_role("button", name=text["notes"]).click()
        qtbot.waitUntil(lambda: _step(workshop).notes == "Parler lentement")
        page.evaluate("scrollTo(0, 0)")
        small = page.locator(".rm button:visible, .rm a.k").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect()).filter(one => one.height < 56).length"
        )
        assert small == 0
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390
        # Not by `path=`: that would leave a thread of Playwright's behind.
        (_folder(tmp_path) / f"remote-co-{language}.png").write_bytes(page.screenshot(full_page=True))


def test_the_small_picture_stands_still_with_the_screen(
    workshop: Workshop, windows: Windows, qtbot: QtBot, browser: Browser, tmp_path: Path, language: str
) -> None:
    find(windows, "show_remote").click()
    with phone_page(browser, language) as page:
        pair(page, code_at_the_desk(qtbot, tmp_path, "still"), "Ana", WORDS[language])
        kept = _to_questions(workshop).title.in_language(Language(language))
        thumb, heading = page.locator(".thumb .where span"), page.locator(".now h1")
        expect(thumb).to_have_text(kept)
        workshop.ask(SetFrozen(on=True))
        workshop.ask(ask.Advance())
        coming = _step(workshop).title.in_language(Language(language))
        expect(heading).to_have_text(coming)
        expect(page.locator(".hold")).to_be_visible()
        expect(thumb).to_have_text(kept)
        picture(page, f"remote-frozen-{language}")
        workshop.ask(ask.SetBlackout(on=True))
        expect(page.locator(".thumb .black")).to_be_visible()
        expect(page.locator(".thumb .where")).to_have_count(0)
        workshop.ask(ask.SetBlackout(on=False))
        expect(thumb).to_have_text(kept)
        workshop.ask(SetFrozen(on=False))
        expect(thumb).to_have_text(coming)
        expect(page.locator(".hold")).to_have_count(0)


class Television:
    """A television's browser on the second stage."""

    def __init__(self, page: Page, folder: Path, language: str) -> None:
        self.page = page
        self._folder = folder
        self._language = language

    def sees(self, selector: str) -> None:
        expect(self.page.locator(selector)).to_be_visible()

    def shoot(self, name: str) -> None:
        """Keep pictures for eyes; nothing may hang over the edge of any screen."""
        for size in ((1280, 720), (1920, 1080), (1024, 768), (1080, 1920)):
            self.page.set_viewport_size({"width": size[0], "height": size[1]})
            laid_out(self.page, size)
            path = self._folder / f"tv-{name}-{self._language}-{size[0]}.png"
            path.write_bytes(self.page.screenshot())
            assert not wrong(self.page), (name, size)


@pytest.fixture
def television(
    workshop: Workshop, windows: Windows, browser: Browser, tmp_path: Path, language: str
) -> Iterator[Television]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale=language)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    port = windows.outside.network().port
    page.goto(f"http://127.0.0.1:{port}/stage/{workshop.room.session.code}")
    yield Television(page, _folder(tmp_path), language)
    context.close()
    assert not errors


def _to_questions(workshop: Workshop) -> Step:
    while workshop.room.leading is None or workshop.room.leading.key != "questions":
        workshop.ask(ask.Advance())
    workshop.ask(ask.StartTimer())
    return _step(workshop)


def test_a_television_follows_the_session(workshop: Workshop, television: Television) -> None:
    television.sees(".on-lobby")
    television.shoot("lobby")
    _to_questions(workshop)
    television.sees(".is-running")
    television.shoot("step")
    workshop.ask(SetMessage("Le café est servi dans le hall, revenez à 15:30"))
    television.sees(".msg")
    television.shoot("message")
    workshop.ask(SetMessage(""))
    workshop.ask(ask.ChangeSettings(replace(workshop.live.settings, stage_dark=True)))
    workshop.ask(ask.AddTime(Seconds(-745.0)))
    television.sees(".dark .is-last, .dark .is-soon, .dark .is-over")
    television.shoot("dark")
    workshop.ask(SetClockOnly(on=True))
    television.sees(".on-clock")
    television.shoot("clock")
    workshop.ask(SetClockOnly(on=False))
    while workshop.room.session.place != "closing":
        workshop.ask(ask.Advance())
    television.sees(".on-closing")
    television.shoot("closing")


def test_a_television_shows_what_is_put_in_front(workshop: Workshop, television: Television) -> None:
    step = _to_questions(workshop)
    television.sees(".is-running")
    workshop.ask(SetFrozen(on=True))
    workshop.ask(SetLookHere(on=True))
    television.page.reload()
    television.sees(".on-step .is-running")
    workshop.ask(SetFrozen(on=False))
    television.sees(".on-look")
    television.shoot("look")
    image = (Path(__file__).resolve().parents[2] / "docs/pictures/en/stage.png").read_bytes()
    workshop.ask(AddPicture(PictureId("p-1"), "Plan", "image/png", 1280, 720, image))
    workshop.ask(ShowPicture(PictureId("p-1")))
    television.sees(".on-picture img")
    assert television.page.locator("img").evaluate("one => one.decode().then(() => one.naturalWidth)")
    television.shoot("picture")
    workshop.ask(ask.SetBlackout(on=True))
    television.sees(".black")
    television.shoot("black")
    workshop.ask(ask.SetBlackout(on=False))
    workshop.ask(ShowPicture(None))
    workshop.ask(SetLookHere(on=False))
    workshop.ask(SetPace(step.id, hard=True, questions=Seconds(120)))
    workshop.ask(ask.AddTime(Seconds(-780)))
    television.sees(".red .shout")
    television.shoot("hard")
