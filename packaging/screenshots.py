"""Makes the pictures of README and guides from the real program: stage, desk, phone and paper.

Run `uv run python packaging/screenshots.py`; it needs Chromium. Nothing is drawn for show: a session is
played on a real file and a real port, and each face is photographed at the same moment.
"""

import http.client
import json
import os
import secrets
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "Europe/Paris"
time.tzset()

import pypdfium2
from playwright.sync_api import sync_playwright
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage

from workshop_desk.app.windows import Windows, application
from workshop_desk.app.workshop import Workshop
from workshop_desk.base import clock
from workshop_desk.base.ids import new_id
from workshop_desk.desktop.stage.pictures import stage_picture
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Channel
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import CardId, Instant, Language, Moment, PersonId, Seconds
from workshop_desk.exports.certificates import certificates
from workshop_desk.i18n.zones import local_zone
from workshop_desk.methods.catalogue import all_methods

OUT = Path(__file__).parents[1] / "docs" / "pictures"
START = datetime(2026, 11, 26, 13, 0, tzinfo=UTC)
PEOPLE = ("Sofia Moreau", "Karim Haddad", "Chloé Nguyễn", "Amina Benali", "Julien Roche", "Nora Weiss")
LINES: dict[str, dict[str, Any]] = {
    "fr": {
        "title": "Codév des managers · séance 4",
        "questions": [
            ("Karim Haddad", "Depuis quand l’équipe te demande-t-elle d’arbitrer ?", "fact"),
            ("Chloé Nguyễn", "Que se passe-t-il quand tu dis non ?", "feeling"),
            ("Amina Benali", "Qui d’autre est touché par ces délais ?", "stake"),
            ("Julien Roche", "Et un planning partagé, tu y as pensé ?", "attempt"),
            ("Karim Haddad", "À quoi verrais-tu que ça va mieux ?", "stake"),
        ],
        "typed": "Ton équipe sait-elle que c’est lourd pour toi ?",
        "organisation": "Halliade",
        "place": "Lyon",
    },
    "en": {
        "title": "Managers’ codev · session 4",
        "questions": [
            ("Karim Haddad", "Since when does the team ask you to decide?", "fact"),
            ("Chloé Nguyễn", "What happens when you say no?", "feeling"),
            ("Amina Benali", "Who else is touched by these delays?", "stake"),
            ("Julien Roche", "And a shared schedule, have you thought of that?", "attempt"),
            ("Karim Haddad", "How would you see that it gets better?", "stake"),
        ],
        "typed": "Does your team know how heavy this is for you?",
        "organisation": "Halliade",
        "place": "Lyon",
    },
}


class SetMoments:
    """A clock that starts on a given afternoon and can be put forward."""

    def __init__(self) -> None:
        self._from = clock.now_boot()
        self.passed = 0.0

    def now(self) -> Moment:
        seconds = clock.now_boot() - self._from + self.passed
        return Moment(Instant(START + timedelta(seconds=seconds)), Seconds(seconds), "pictures")


class Phone:
    """Someone's phone, without its screen."""

    def __init__(self, workshop: Workshop, name: str) -> None:
        network = workshop.network
        # From another address than the laptop's own: a phone has come in, so the code is proven.
        self.line = http.client.HTTPConnection(
            network.address, network.port, source_address=("127.0.0.9", 0)
        )
        self.token = ""
        wish = {"code": network.code, "name": name}
        self.token = self.post("join", wish)["token"]

    def post(self, verb: str, message: dict[str, Any]) -> dict[str, Any]:
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        body = json.dumps({"key": secrets.token_urlsafe(16), **message})
        self.line.request("POST", f"/api/{verb}", body, headers)
        with self.line.getresponse() as response:
            answer: dict[str, Any] = json.loads(response.read())
        return answer

    def look(self) -> None:
        self.line.request("GET", "/api/state", headers={"Authorization": f"Bearer {self.token}"})
        self.line.getresponse().read()


def settle(milliseconds: int = 1200) -> None:
    """Let Qt work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def to_questions(workshop: Workshop, moments: SetMoments, language: str) -> dict[str, Phone]:
    """Play a session up to the middle of the questions; return the phones by name."""
    words = LINES[language]
    workshop.ask(
        ask.ChangeSettings(
            Settings(
                facilitator="Claire Martin",
                organisation=words["organisation"],
                location=words["place"],
                contact="claire.martin@halliade.example",
                language=Language(language),
                room_language=Language(language),
            )
        )
    )
    method = all_methods().get("codev")
    assert method is not None
    plan = workshop.new_plan(
        method, "long", words["title"], Language(language), expected=8, planned_start=Instant(START)
    )
    workshop.ask(plan)
    workshop.open_session(plan.session.id)
    phones = {name: Phone(workshop, name) for name in PEOPLE}
    add = ask.Join(PersonId(new_id()), "Inès Da Silva", "", Language(language), Channel.DESK)
    workshop.ask(add)
    ids = {person.name: person.id for person in workshop.room.people.values()}
    while (step := workshop.room.step) is None or step.key != "2":
        moments.passed += step.timer.planned / len(step.phases) * 1.04 if step else 0
        workshop.ask(ask.Advance())
        workshop.ask(ask.StartTimer())
    workshop.ask(ask.AssignRole(ids["Sofia Moreau"], "client"))
    activity = workshop.room.open_activities[0]
    tags = {tag.id for tag in activity.tags}
    for name, text, tag in words["questions"]:
        chosen = [tag] if tag in tags else [min(tags)]
        phones[name].post("card", {"activity": activity.id, "text": text, "tags": chosen})
        moments.passed += 55
    parked = list(workshop.room.cards.values())[3]
    workshop.ask(ask.MarkCard(CardId(parked.id), parked=True))
    return phones


def photograph(language: str, out: Path) -> None:
    """Photograph the four faces in one language."""
    out.mkdir(parents=True, exist_ok=True)
    moments = SetMoments()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pictures.sqlite"
        with Workshop(file, moments, address="127.0.0.1", ports=(8080, 0)) as workshop:
            phones = to_questions(workshop, moments, language)
            windows = Windows(workshop)
            windows.show()
            windows.outside.network_changed(workshop.network)
            for phone in phones.values():
                phone.look()
            # Opening the stage took the keyboard: the facilitator's hands are on the desk.
            windows.desk.activateWindow()
            settle()
            smaller(
                stage_picture(workshop.room, workshop.network, moments.now()), 1280, out / "stage.png"
            )
            assert windows.desk.grab().save(str(out / "desk.png"))
            phone_picture(workshop, language, out / "phone.png")
            moments.passed += 74 * 60
            workshop.ask(workshop.closing())
            paper_picture(workshop, language, out / "paper.png")
            windows.close()


def phone_picture(workshop: Workshop, language: str, path: Path) -> None:
    """Photograph a phone on which someone types a question."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": 390, "height": 844}, locale=language, device_scale_factor=2
        )
        page.goto(workshop.network.url)
        page.get_by_role("textbox").first.fill("Thomas Lefèvre")
        page.get_by_role("button").first.click()
        box = page.locator("textarea")
        box.fill(LINES[language]["typed"])
        page.screenshot(path=str(path))
        browser.close()


def paper_picture(workshop: Workshop, language: str, path: Path) -> None:
    """Render the first certificate."""
    data = certificates(workshop.room, Language(language), local_zone())
    with pypdfium2.PdfDocument(data) as pdf:
        pdf[0].render(scale=1.4).to_pil().save(path, optimize=True)


def smaller(picture: QImage, width: int, path: Path) -> None:
    """Keep a picture at a width that a page needs."""
    mode = Qt.TransformationMode.SmoothTransformation
    assert picture.scaledToWidth(width, mode).save(str(path))


def main() -> None:
    """Make all pictures."""
    application("en")
    for language in sys.argv[1:] or ("en", "fr"):
        photograph(language, OUT / language)


if __name__ == "__main__":
    main()
