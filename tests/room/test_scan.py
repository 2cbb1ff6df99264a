"""The whole room: desk, stage and a phone that reads the code off the stage's picture."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect
from pytestqt.qtbot import QtBot

from tests.room.browser import phone_page, running_browser
from workshop_desk.app.windows import Windows, application
from workshop_desk.app.workshop import Workshop
from workshop_desk.domain import commands as ask
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.units import Language
from workshop_desk.live.moments import MachineMoments
from workshop_desk.methods.catalogue import all_methods

pytestmark = pytest.mark.browser

NOTE = "Un point d’équipe <b>court</b> 🙂"


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    with Workshop(
        tmp_path / "desk.sqlite", MachineMoments(), address="127.0.0.1", ports=(0,)
    ) as workshop:
        yield workshop


@pytest.fixture
def windows(workshop: Workshop, qtbot: QtBot) -> Iterator[Windows]:
    del qtbot
    application("en")
    windows = Windows(workshop)
    windows.show()
    yield windows
    windows.close()


def code_on_stage(windows: Windows, folder: Path) -> str:
    """Read the code off a picture of the stage's window."""
    path = folder / "stage.png"
    assert windows.projection.window.grab().save(str(path))
    with Image.open(path) as picture:
        found = zxingcpp.read_barcodes(picture.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    return str(found[0].text) if found else ""


def answer(page: Page, kind: StepKind, text: dict[str, str]) -> None:
    """Do on the phone what an activity of this kind asks."""
    match kind:
        case StepKind.BOARD:
            page.get_by_role("textbox").first.fill(NOTE)
            page.get_by_role("button", name=text["add"]).click()
        case StepKind.VOTE:
            page.get_by_role("button", name=text["more"]).first.click()
            page.get_by_role("button", name=text["send_dots"]).click()
        case StepKind.SCALE:
            page.get_by_text(text["level"]).click()
            page.get_by_role("button", name=text["send_4"]).click()
        case _:
            raise AssertionError(kind)


WORDS = {
    "fr": {
        "in": "Entrer",
        "add": "Ajouter cette note",
        "more": "Une gommette de plus",
        "send_dots": "Envoyer mes gommettes",
        "level": "éclaircies",
        "send_4": "Envoyer mon 4",
    },
    "en": {
        "in": "Come in",
        "add": "Add this note",
        "more": "One dot more",
        "send_dots": "Send my dots",
        "level": "sunny spells",
        "send_4": "Send my 4",
    },
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_phone_scans_the_stage_and_takes_part(
    workshop: Workshop, windows: Windows, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    method = all_methods().get("codev")
    assert method is not None
    plan = workshop.new_plan(method, "standard", "Codév", Language(language), expected=8)
    workshop.ask(plan)
    workshop.ask(ask.OpenSession(plan.session.id))
    windows.desk.resume()
    qtbot.waitUntil(lambda: windows.outside.network().running, timeout=10_000)
    qtbot.waitUntil(lambda: code_on_stage(windows, tmp_path) != "", timeout=10_000)
    url = code_on_stage(windows, tmp_path)
    assert url == windows.outside.network().url
    text = WORDS[language]
    with running_browser() as browser, phone_page(browser, language) as page:
        page.goto(url)
        page.get_by_role("textbox").first.fill("Amina Benali")
        page.get_by_role("button", name=text["in"]).click()
        qtbot.waitUntil(lambda: len(workshop.room.present) == 1, timeout=10_000)
        for kind in (StepKind.SCALE, StepKind.BOARD, StepKind.VOTE):
            while workshop.room.leading is None or workshop.room.leading.kind is not kind:
                workshop.ask(ask.Advance())
            leading = workshop.room.leading
            prompt = leading.prompt.in_language(Language(language))
            expect(page.get_by_role("heading", name=" ".join(prompt.split()))).to_be_visible()
            answer(page, kind, text)
            qtbot.waitUntil(lambda one=leading.id: _answers(workshop, one) == 1, timeout=10_000)
        workshop.ask(workshop.closing())
        expect(page.locator("body")).to_contain_text("Amina")
    assert [card.text for card in workshop.room.cards.values()] == [NOTE]
    assert all(rating.rater is None for rating in workshop.room.ratings.values())
    assert [one.name for one in workshop.room.certificates.values()] == ["Amina Benali"]


def _answers(workshop: Workshop, activity: str) -> int:
    return sum(
        done.answers for (one, _), done in workshop.room.participations.items() if one == activity
    )
