"""What a look at a room found: kept with its session, on the list, in words of both languages."""

import sqlite3
from contextlib import closing

import pytest

from tests import samples
from tests.live.conftest import SOON, Desk
from tests.live.desk import refused
from tests.live.test_sentences import JARGON
from workshop_desk.domain import commands as ask
from workshop_desk.domain.readiness import Finding, Grade, Item, Readiness, found
from workshop_desk.domain.readiness_commands import KeepReadiness
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.units import SessionId
from workshop_desk.i18n.words import LANGUAGES, Words
from workshop_desk.live.readiness_sentences import item_title, said
from workshop_desk.store.readiness import checks_of

FACTS = dict.fromkeys(
    ("name", "wide", "high", "metres", "depth", "address", "other", "network", "command", "percent",
     "folder", "gigabytes", "megabytes", "families"), "7",
) | {"kind": "wifi", "seconds": "3"}  # fmt: skip


def test_it_is_kept_with_a_planned_session_and_stands_on_the_list(desk: Desk) -> None:
    plan = samples.codev_plan()
    desk.do(plan)
    checks = (found(Finding.POWER_BATTERY, percent=80), found(Finding.FONTS_GOOD))
    session = plan.session.id
    desk.do(KeepReadiness(session, checks))
    (first,) = desk.live.sessions
    for _ in range(2):
        (line,) = desk.live.sessions
        assert line == first
        assert line.open_points == 1
        assert line.prepared is not None
        kept = desk.live.read(session).result(SOON).session.readiness
        assert kept == Readiness(line.prepared, checks)
        desk.restart()
    desk.do(ask.OpenSession(session))
    desk.do(KeepReadiness(session, checks[1:]))
    assert desk.room.session.readiness.checks == checks[1:]
    assert desk.live.sessions[0].open_points == 0
    assert refused(desk, KeepReadiness(SessionId("none"), checks)) is Why.NO_SESSION
    assert refused(desk, KeepReadiness(session, checks), ask.Newcomer()) is Why.NOT_ALLOWED


def test_what_a_newer_program_found_is_left_out(desk: Desk) -> None:
    plan = samples.codev_plan()
    desk.do(plan)
    text = '[["holodeck_ready", {}], ["power_low", {"percent": "3"}]]'
    assert checks_of(text) == (found(Finding.POWER_LOW, percent=3),)
    with closing(sqlite3.connect(desk.path)) as conn:
        conn.execute("UPDATE sessions SET readiness = ?", (text,))
        conn.commit()
    desk.restart()
    assert desk.live.sessions[0].open_points == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("finding", Finding)
def test_every_finding_has_a_sentence_and_what_is_wrong_a_next_step(
    finding: Finding, language: str
) -> None:
    for kind in ("wifi", "cable", "hotspot"):
        for network in ("7", ""):
            check = found(finding, **(FACTS | {"kind": kind, "network": network}))
            words = said(Words(language), check)
            assert bool(words.then) is (check.grade is not Grade.OK)
            for part in (words.sentence, words.then):
                assert not part or part[0].isupper()
                assert "{" not in part
                assert not any(one in part.lower() for one in JARGON if one not in {"server", "serveur"})
    without = said(Words(language), found(finding, **(FACTS | {"command": ""})))
    assert "{" not in without.then


def test_items_and_findings_are_said_in_both_languages() -> None:
    for item in Item:
        assert item_title(Words("fr"), item)
        assert item_title(Words("en"), item)
    for finding in Finding:
        check = found(finding, **FACTS)
        assert said(Words("fr"), check).sentence != said(Words("en"), check).sentence
