"""The annex and the record say when people came and left, and name what was corrected."""

import json
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.exports.reading import page_texts
from tests.samples import START, Story, story_until
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Channel
from workshop_desk.domain.presence import Source, Way
from workshop_desk.domain.presence_commands import CorrectPresence, PresenceChange, UndoPresence
from workshop_desk.domain.units import Instant, Language, PersonId
from workshop_desk.exports.presence_words import corrections, how_noted, stays_in_words
from workshop_desk.exports.record import record
from workshop_desk.exports.summary import summary
from workshop_desk.i18n.words import Words

PARIS = ZoneInfo("Europe/Paris")
FR, EN = Language("fr"), Language("en")


def told() -> tuple[Story, PersonId]:
    """Return a session in which Karim left and came back, and whose hours were set right twice."""
    story = story_until("2")
    karim = story.person("Karim")
    story.ask(ask.Leave(karim, Source.DESK), minutes_later=5)
    story.ask(UndoPresence(karim, Way.OUT), minutes_later=1)
    story.ask(ask.Leave(karim), minutes_later=5)
    story.ask(ask.Return(karim), minutes_later=10)
    came, left, _ = story.room.presence.standing(karim)
    changes = (
        PresenceChange(came.id, Way.IN, START),
        PresenceChange(left.id, Way.OUT, Instant(left.at - timedelta(minutes=2))),
    )
    story.ask(CorrectPresence(karim, changes, "Paper list."), minutes_later=1)
    back = story.room.presence.standing(karim)[-1]
    away = (PresenceChange(back.id, Way.VOID, back.at),)
    story.ask(CorrectPresence(karim, away, "Never seen again."), minutes_later=1)
    return story, karim


def test_the_annex_names_what_was_corrected() -> None:
    story, _ = told()
    story.ask(ask.CloseSession(without=tuple(story.room.attendees)), minutes_later=20)
    annex = page_texts(summary(story.room, FR, PARIS))[-1]
    assert "14:00 à " in annex
    assert "(corrigé)" in annex
    assert "Heures corrigées par l’animation" in annex
    assert "arrivée corrigée de 14:00 à 14:00. Paper list." in annex
    assert "Never seen again." in annex
    assert "la fin de la séance fait foi" in annex


def test_slips_are_told_at_the_desk_and_not_on_paper() -> None:
    story, karim = told()
    words, log = Words("en"), story.room.presence
    paper = corrections(words, log, karim, PARIS)
    desk = corrections(words, log, karim, PARIS, slips=True)
    assert len(desk) == len(paper) + 1
    assert "taken back." in desk[0]
    assert desk[1:] == paper
    assert paper[-1].endswith("Never seen again.")


def test_the_record_holds_every_event_and_the_half_days() -> None:
    story, karim = told()
    data = json.loads(record(story.room, EN, PARIS))
    person = next(one for one in data["people"] if one["id"] == karim)
    assert [one["way"] for one in person["presence"]] == [
        "in", "out", "void", "out", "in", "in", "out", "void",
    ]  # fmt: skip
    by_id = {one["id"]: one for one in person["presence"]}
    assert [by_id[one["corrects"]]["way"] for one in person["presence"] if one["corrects"]] == [
        "out", "in", "out", "in",
    ]  # fmt: skip
    assert len(person["stays"]) == 1
    (half,) = data["half_days"]
    assert (half["day"], half["half"]) == ("2026-11-26", "afternoon")
    assert half["present_seconds"][karim] == person["present_seconds"] > 0


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_session_of_several_days_says_which(language: str) -> None:
    story = story_until("lobby")
    sofia, late = story.person("Sofia"), PersonId("late")
    story.ask(ask.Leave(sofia), minutes_later=60)
    story.ask(ask.Return(sofia), minutes_later=16 * 60)
    story.ask(ask.Join(late, "Late", "", Language("fr"), Channel.DESK))
    t, log = Words(language), story.room.presence
    day = {"en": "Fri 27 Nov", "fr": "ven. 27 nov."}[language]
    hours = stays_in_words(t, log, story.room.stays_of(sofia), PARIS)
    assert hours[1].endswith(f"{day} 07:02")
    (event,) = log.of(late)
    away = (PresenceChange(event.id, Way.VOID, event.at),)
    story.ask(CorrectPresence(late, away, "Twice."))
    added = (PresenceChange(None, Way.IN, event.at), PresenceChange(None, Way.OUT, event.at))
    story.ask(CorrectPresence(late, added, "Not."), minutes_later=1)
    lines = corrections(t, story.room.presence, late, PARIS)
    assert len(lines) == 3
    assert all(line.startswith(day) for line in lines)
    annex = page_texts(summary(story.room, Language(language), PARIS))[-1]
    assert {"en": f"{day}, morning", "fr": f"{day}, matin"}[language] in annex


def test_every_way_of_noting_has_its_words() -> None:
    assert len({how_noted(Words("fr"), source) for source in Source}) == len(Source)
