"""The sheet of who was there, read back: hours, signatures as curves, no word of signing elsewhere."""

import contextlib
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pikepdf
import pytest

from tests import samples, signing
from tests.exports.reading import font_names, letter_boxes, page_texts, whole_text
from tests.samples import Story, hostile_texts
from workshop_desk.domain import commands as ask
from workshop_desk.domain.absences import AbsenceCause
from workshop_desk.domain.agenda_commands import NoteAbsence
from workshop_desk.domain.data_commands import AnswerErasure, AskErasure
from workshop_desk.domain.erasure import ERASED_NAME
from workshop_desk.domain.presence import Way
from workshop_desk.domain.presence_commands import CorrectPresence, PresenceChange
from workshop_desk.domain.refusals import Refusal
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.sessions import open_session
from workshop_desk.domain.signatures import SignatureKind
from workshop_desk.domain.signing import fingerprint
from workshop_desk.domain.training import Training
from workshop_desk.domain.units import (
    AbsenceId,
    CertificateId,
    Instant,
    Language,
    Moment,
    RegistrationId,
    Seconds,
)
from workshop_desk.exports.look import A4, MARGIN
from workshop_desk.exports.sheet import sheet

PARIS = ZoneInfo("Europe/Paris")
FRENCH, ENGLISH = Language("fr"), Language("en")
MORNING = "2026-11-26 morning"
NEVER = ("sign", "Émarg", "émarg", "eIDAS", "(NDA", "SIRET", "réalisation", "organisme de formation")


def told(planned: ask.PlanSession, *names: str) -> Story:
    """Begin a session at 9:00 in Paris and let people in, a minute apart."""
    story = Story(planned)
    story.now = Moment(Instant(samples.START - timedelta(hours=5)), Seconds(5000.0), "boot-1")
    story.room = open_session(Room(planned.session, planned.steps), story.now).room
    for name in names:
        story.join(name)
        story.wait(1)
    return story


def sign(story: Story, first_name: str, half: str, hand: int = 0) -> None:
    me = story.person(first_name)
    drawn = signing.ink(hand)
    story.ask(signing.by_phone(story.room.session.id, me, story.now.utc, half, drawn))


def close(story: Story) -> Room:
    numbers = tuple(CertificateId(story.new_id()) for _ in story.room.attendees)
    return story.ask(ask.CloseSession(numbers))


def a_whole_day(language: str = "fr") -> Room:
    """Return a day with everything: a late one, an early one, paper, a correction, who never came."""
    story = told(signing.training_plan(language), "Zoë A", "Ann B", "Bob C", "Cem D")
    session = story.room.session.id
    room = story.room
    listed = (
        Registration(RegistrationId("1"), session, "Eve Absent", department="Achats"),
        Registration(RegistrationId("2"), session, "Ann B", None, "Qualité", "", story.person("Ann")),
    )
    story.room = replace(room, registrations={one.id: one for one in listed})
    story.wait(26)
    story.join("Late E")
    story.wait(60)
    for hand, name in enumerate(("Zoë", "Ann", "Bob", "Late")):
        sign(story, name, MORNING, hand)
    story.ask(signing.at_desk(None, MORNING))
    story.wait(180)
    for hand, name in enumerate(("Zoë", "Ann", "Cem")):
        sign(story, name, signing.AFTERNOON, hand)
    story.ask(signing.correction(SignatureKind.PAPER, story.person("Bob"), "Batterie vide"))
    story.ask(signing.correction(SignatureKind.VOIDED, story.person("Cem"), "Signé par erreur"))
    story.ask(ask.Leave(story.person("Ann")))
    story.wait(60)
    return close(story)


def test_the_sign_in_sheet_in_french() -> None:
    room = a_whole_day()
    text = whole_text(sheet(room, FRENCH, PARIS))
    for words in (
        "Feuille d’émargement · page 1 sur 1",
        "Codév des managers · séance 4",
        "jeudi 26 novembre 2026",
        "Lyon, salle Rhône",
        "Claire Lambert",
        "2026-1117",
        "SIRET 552 100 554 00013",
        "déclaration d’activité n° 11 75 00000 75",
        "Matin, 9:00 à 13:00",
        "Après-midi, 13:00 à 14:30",
        "arrivée 9:30",
        "départ 13:30",
        "à signer",
        "signé sur papier",
        "absence",
        "Animation, matin",
        "Animation, après-midi",
        "Correction\u00a0: Bob C, après-midi, signé sur papier, noté à 13:30\u00a0: Batterie vide",
        "signature annulée, noté à 13:30\u00a0: Signé par erreur",
        "Matin\u00a0: 5 personnes présentes. Après-midi\u00a0: 5 personnes présentes.",
        "Émargement électronique – signature électronique simple (règlement eIDAS)",
        "dossier de preuve n° 2026-1117-E.",
        f"Empreinte {fingerprint(room)}",
        "Achats",
        "Qualité",
    ):
        assert words in text, words
    assert "manuscrite" not in text


def test_the_sign_in_sheet_in_english() -> None:
    text = whole_text(sheet(a_whole_day("en"), ENGLISH, PARIS))
    for words in (
        "Sign-in sheet · page 1 of 1",
        "Thursday 26 November 2026",
        "Morning, 9:00 to 13:00",
        "came 9:30",
        "left 13:30",
        "to be signed",
        "signed on paper",
        "absent",
        "simple electronic signature (eIDAS regulation), evidence no. 2026-1117-E",
    ):
        assert words in text, words
    assert "handwritten" not in text


def curves(data: bytes) -> int:
    """Return how many curves with round ends are drawn: those of pens."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found, pen = 0, False
        for page in pdf.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "J":
                    pen = int(operands[0]) == 1
                elif str(operator) == "Q":
                    pen = False
                elif str(operator) == "c" and pen:
                    found += 1
        assert not any("/XObject" in page.Resources for page in pdf.pages), "no picture is in it"
    return found


def test_signatures_are_drawn_as_they_were_drawn() -> None:
    room = a_whole_day()
    whole = sheet(room, FRENCH, PARIS)
    standing = [one for one in room.signatures if one.ink and one.person != _of(room, "Cem D")]
    wanted = sum(len(stroke) - 1 for one in standing for stroke in one.strokes)
    assert curves(whole) >= wanted
    assert curves(sheet(replace(room, signatures=()), FRENCH, PARIS)) == 0


def _of(room: Room, name: str) -> str:
    return next(one.id for one in room.people.values() if one.name == name)


def test_a_sheet_that_is_not_signed_has_hours_alone() -> None:
    story = told(samples.codev_plan(), "Ann B", "Bob C")
    story.wait(30)
    story.join("Late E")
    story.wait(90)
    text = whole_text(sheet(close(story), FRENCH, PARIS))
    assert "Feuille de présence · page 1 sur 1" in text
    assert "arrivée 9:32" in text
    assert not [word for word in NEVER if word in text]
    assert not [w for w in NEVER if w in whole_text(sheet(story.room, ENGLISH, PARIS))]


@pytest.mark.parametrize(
    ("language", "said"), [(FRENCH, "Matin, depuis 9:00"), (ENGLISH, "Morning, since 9:00")]
)
def test_a_half_day_that_goes_on_has_no_end_yet(language: Language, said: str) -> None:
    story = told(signing.training_plan(language), "Ann B")
    story.wait(45)
    story.join("Ben C")
    assert said in whole_text(sheet(story.room, language, PARIS))
    assert said not in whole_text(sheet(close(story), language, PARIS))


def test_corrected_hours_are_told_with_their_reason() -> None:
    story = told(signing.training_plan(), "Ann B")
    story.wait(60)
    (stay,) = story.room.stays_of(story.person("Ann"))
    at = Instant(stay.entered + timedelta(minutes=20))
    changed = PresenceChange(stay.arrival.id, Way.IN, at)
    story.ask(CorrectPresence(story.person("Ann"), (changed,), "Vue à la porte"))
    text = whole_text(sheet(close(story), FRENCH, PARIS))
    assert "Ann B, 10:01 · arrivée corrigée de 09:00 à 09:20. Vue à la porte" in text


def test_many_people_take_several_pages_each_with_its_head() -> None:
    names = [f"Person{n:02d} Name" for n in range(60)]
    story = told(signing.training_plan("en"), *names)
    pages = page_texts(sheet(close(story), ENGLISH, PARIS))
    assert len(pages) == 4
    for number, page in enumerate(pages, start=1):
        assert f"page {number} of 4" in page
        assert "Name and department" in page
        assert "Thursday 26 November 2026" in page
        assert "evidence no. 2026-1117-E" in page
    whole = " ".join(pages)
    assert all(whole.count(name) == 1 for name in names)
    assert "Person59" in pages[-1], "the boxes never stand alone"
    assert "Facilitation, morning" in pages[-1]


def test_two_days_have_a_page_each() -> None:
    story = told(signing.training_plan("en"), "Ann B")
    story.wait(60)
    began = story.now.utc
    story.wait(23 * 60)
    night = Seconds(23 * 3600.0)
    story.ask(NoteAbsence(AbsenceId("night"), AbsenceCause.SLEPT, began, night))
    story.wait(60)
    first, second = page_texts(sheet(close(story), ENGLISH, PARIS))
    assert "Thursday 26 November 2026" in first
    assert "Friday 27 November 2026" in second


@pytest.mark.parametrize("language", [FRENCH, ENGLISH])
def test_the_blank_sheet_has_names_lines_and_boxes(language: Language) -> None:
    planned = signing.training_plan(language)
    listed = Registration(RegistrationId("1"), planned.session.id, "Eve Martin", department="Achats")
    room = Room(planned.session, planned.steps, registrations={listed.id: listed})
    (page,) = page_texts(sheet(room, language, PARIS, blank=True))
    assert "Eve Martin" in page
    assert "12" in page
    assert ("Afternoon, 14:00 to" if language == "en" else "Après-midi, 14:00 à") in page
    assert "eIDAS" not in page
    assert "2026-1117" in page


def test_the_blank_sheet_of_a_session_that_is_not_signed() -> None:
    planned = samples.codev_plan()
    text = whole_text(sheet(Room(planned.session, planned.steps), FRENCH, PARIS, blank=True))
    assert not [word for word in NEVER if word in text]


def test_nothing_leaves_the_page_whatever_people_are_called() -> None:
    names = [text for text in hostile_texts() if text.strip() and "\ud800" not in text]
    story = told(signing.training_plan("fr", Training()), "Ann B")
    for name in names:
        with contextlib.suppress(Refusal):
            story.join(name[:80])
    story.wait(30)
    data = sheet(close(story), FRENCH, PARIS)
    font_names(data)
    for number in range(len(page_texts(data))):
        for left, bottom, right, top in letter_boxes(data, number):
            assert left >= MARGIN - 3
            assert right <= A4[0] - MARGIN + 3
            assert 0 <= bottom <= top <= A4[1]


def test_the_same_session_gives_the_same_bytes() -> None:
    room = a_whole_day()
    assert sheet(room, FRENCH, PARIS) == sheet(room, FRENCH, PARIS)


def test_a_session_that_never_was_has_no_sheet() -> None:
    planned = signing.training_plan()
    assert sheet(Room(planned.session, planned.steps), FRENCH, PARIS) == b""


def test_a_name_that_was_erased_stays_on_the_sheet_of_a_training_action_alone() -> None:
    """The law keeps it in the attendance record; a workshop's sheet has it no more."""
    for planned, kept in ((signing.training_plan(), True), (samples.codev_plan(), False)):
        story = told(planned, "Ann Beaumont", "Bob C")
        story.wait(60)
        ann = story.person("Ann")
        story.ask(AskErasure(ann))
        story.ask(AnswerErasure(ann, erase=True))
        assert story.room.name_of(ann) == ERASED_NAME
        assert ("Ann Beaumont" in whole_text(sheet(close(story), FRENCH, PARIS))) is kept
