"""Signatures on disk: acknowledged once they are there, never twice, and found out when changed."""

import sqlite3
from concurrent.futures import wait
from contextlib import closing
from pathlib import Path

import pytest

from tests import signing
from tests.live.conftest import FACILITATOR, SOON, Desk
from tests.live.desk import at_the_desk, held_up, refused
from tests.store import record
from workshop_desk.domain import commands as ask
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.signatures import SignatureKind, first_broken
from workshop_desk.domain.training import Training
from workshop_desk.store.integrity import complaints


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Hold a training action with three people."""
    desk.open(signing.training_plan())
    for name in ("Ann", "Bob", "Cem"):
        desk.do(at_the_desk(name))
    desk.moments.wait(60)
    return desk


def sign(desk: Desk, place: int, hand: int = 0) -> signing.Sign:
    me = desk.room.present[place]
    now = desk.moments.now().utc
    return signing.by_phone(desk.room.session.id, me, now, drawn=signing.ink(hand))


def test_a_burst_of_one_person_gives_one_row(desk: Desk) -> None:
    """Ten presses of one phone that heard no answer, and ten of another that holds the same person."""
    me = ask.Participant(desk.room.present[0])
    one, other = sign(desk, 0), sign(desk, 0, hand=1)
    with held_up(desk):
        asked = [desk.live.ask(one, me, "k" * 20) for _ in range(10)]
        asked += [desk.live.ask(other, me, f"another-key-{n:08d}") for n in range(10)]
    wait(asked, SOON)
    stored = [each.result().again for each in asked if each.exception() is None]
    calm = [each.exception() for each in asked if each.exception() is not None]
    assert stored == [False, *[True] * 9]
    assert {each.why for each in calm if isinstance(each, Refusal)} == {Why.ALREADY_SIGNED}
    assert len(calm) == 10
    assert [link.ink for link in desk.on_disk().signatures] == [one.ink]


def test_what_was_drawn_is_read_back_after_a_restart(desk: Desk) -> None:
    wanted = sign(desk, 1, hand=4)
    desk.do(wanted, ask.Participant(desk.room.present[1]), "k" * 20)
    desk.do(signing.at_desk(None))
    desk.do(signing.correction(SignatureKind.PAPER, desk.room.present[2]))
    before = desk.room.signatures
    desk.restart()
    assert desk.room.signatures == before
    assert before[0].ink == wanted.ink
    assert first_broken(before) is None


def test_the_journal_says_who_signed_and_why_it_was_corrected_and_holds_no_ink(desk: Desk) -> None:
    wanted = sign(desk, 1)
    desk.do(wanted, ask.Participant(desk.room.present[1]), "k" * 20)
    desk.do(signing.correction(SignatureKind.VOIDED, desk.room.present[1], "Pas la bonne personne"))
    with closing(sqlite3.connect(desk.path)) as conn:
        lines = conn.execute("SELECT command, actor, payload FROM journal ORDER BY revision").fetchall()
    (signed, by, first), (corrected, who, second) = lines[-2:]
    assert (signed, by) == ("Sign", desk.room.present[1])
    assert (corrected, who) == ("CorrectSignature", "facilitator")
    assert wanted.ink not in first
    assert signing.AFTERNOON in first
    assert "Pas la bonne personne" in second


@pytest.mark.parametrize("change", ["UPDATE signatures SET ink = ''", "DELETE FROM signatures"])
def test_rows_are_only_added(desk: Desk, change: str) -> None:
    desk.do(signing.at_desk(None))
    desk.live.stop()
    with closing(sqlite3.connect(desk.path)) as conn:
        with pytest.raises(sqlite3.IntegrityError, match="only added to"):
            conn.execute(change)
        assert conn.execute("SELECT count(*) FROM signatures").fetchone() == (1,)


def _tampered(path: Path, change: str) -> tuple[str, ...]:
    """Change a file as someone would who knows SQLite, and check it."""
    with closing(sqlite3.connect(path)) as conn:
        for trigger in ("signatures_stay", "signatures_are_kept"):
            conn.execute(f"DROP TRIGGER {trigger}")
        conn.execute(change)
        conn.commit()
    return complaints(path)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE signatures SET ink = '1 1 300 300' WHERE position = 1", "no. 2"),
        ("UPDATE signatures SET at = replace(at, '13:', '09:') WHERE position = 0", "no. 1"),
        ("UPDATE signatures SET person = NULL WHERE position = 1", "no. 2"),
        ("DELETE FROM signatures WHERE position = 0", "no. 1"),
        ("DELETE FROM signatures WHERE position = 2", "2 in the file, 3 in the journal"),
        ("UPDATE signatures SET reason = reason", ""),
    ],
)
def test_a_changed_row_is_found(desk: Desk, change: str, found: str) -> None:
    for place in range(3):
        desk.do(sign(desk, place, hand=place))
    assert refused(desk, sign(desk, 0)) is Why.ALREADY_SIGNED
    desk.live.stop()
    assert complaints(desk.path) == ()
    told = _tampered(desk.path, change)
    assert bool(told) == bool(found)
    assert all("K7QM" in one for one in told)
    assert found in "\n".join(told)


def test_only_the_facilitator_corrects(desk: Desk) -> None:
    me = desk.room.present[0]
    wanted = signing.correction(SignatureKind.PAPER, me)
    assert refused(desk, wanted, ask.Participant(me)) is Why.NOT_ALLOWED
    assert refused(desk, signing.at_desk(me), ask.Participant(me)) is Why.NOT_ALLOWED
    desk.do(wanted, FACILITATOR)


def test_a_file_from_before_signatures_has_none_to_complain_of(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    release = record.RELEASED / "0.1.0.sql"
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript(release.read_text(encoding="utf-8"))
    assert complaints(path) == ()


def test_what_a_provider_says_of_itself_is_cleaned(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk.sqlite")
    room = desk.open(signing.training_plan(training=Training(" 2026\n-7 ", "  ", "\t11 75", "Lyon")))
    assert room.session.training == Training("2026 -7", "", "11 75", "Lyon")
    desk.live.stop()


def test_provider_fields_have_their_bounds(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk.sqlite")
    planned = signing.training_plan(training=Training("x" * 300))
    assert refused(desk, planned) is Why.TEXT_TOO_LONG
    desk.live.stop()
