"""Signing: in its half-day, once, with a mark of the room; and a chain that shows every change."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import samples, signing
from tests.domain.making import refused
from tests.samples import Story
from workshop_desk.domain import commands as ask
from workshop_desk.domain.absences import AbsenceCause
from workshop_desk.domain.agenda_commands import NoteAbsence
from workshop_desk.domain.half_days import half_days
from workshop_desk.domain.people import Channel
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.signatures import (
    HIGH,
    LEAST_LINE,
    MOST_POINTS,
    MOST_STROKES,
    WIDE,
    Signature,
    SignatureKind,
    checked_ink,
    first_broken,
    linked,
    marks,
    read_ink,
)
from workshop_desk.domain.signing import (
    Signed,
    evidence_number,
    fingerprint,
    half_to_sign,
    halves_so_far,
    may_sign,
    minutes_ahead,
    signing_state,
)
from workshop_desk.domain.spans import Span
from workshop_desk.domain.training import Training
from workshop_desk.domain.units import AbsenceId, Instant, Moment, PersonId, Seconds, SignatureId

PAPER, VOIDED, SIGNED = SignatureKind.PAPER, SignatureKind.VOIDED, SignatureKind.SIGNED
PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture
def story() -> Story:
    made = Story(signing.training_plan())
    for name in ("Ann A", "Bob B", "Cem C"):
        made.join(name)
    made.wait(1)
    return made


def phone(story: Story, first_name: str, drawn: str = "") -> signing.Sign:
    me = story.person(first_name)
    return signing.by_phone(story.room.session.id, me, story.now.utc, drawn=drawn)


def counted(story: Story, person: PersonId | None) -> Signature | None:
    halves = halves_so_far(story.room, story.now, signing.OFFSET)
    return Signed(story.room.signatures, halves).of(person, halves[-1])


def test_someone_signs_for_the_half_day_that_is_open(story: Story) -> None:
    story.ask(phone(story, "Ann", "10 20 30 400;007 8"), minutes_later=10)
    (one,) = story.room.signatures
    assert (one.kind, one.person, one.half_day) == (SIGNED, story.person("Ann"), signing.AFTERNOON)
    assert (one.at, one.reason, one.previous) == (story.now.utc, "", "")
    assert one.strokes == (((10, 20), (30, 400)), ((7, 8),))
    assert one.ink == "10 20 30 400;7 8"
    assert one.mark in marks(story.room.session.id, story.now.utc)
    assert counted(story, story.person("Ann")) == one
    assert counted(story, story.person("Bob")) is None


def test_a_second_signature_is_refused_calmly(story: Story) -> None:
    story.ask(phone(story, "Ann"), minutes_later=1)
    assert refused(story, phone(story, "Ann", signing.ink(2))) is Why.ALREADY_SIGNED
    assert refused(story, signing.correction(PAPER, story.person("Ann"))) is Why.ALREADY_SIGNED


def test_the_same_signature_does_not_come_twice(story: Story) -> None:
    story.ask(phone(story, "Ann"), minutes_later=1)
    again = replace(phone(story, "Bob"), signature=story.room.signatures[0].id)
    assert refused(story, again) is Why.BAD_VALUE


def test_who_was_not_there_cannot_sign(story: Story) -> None:
    stranger = replace(phone(story, "Ann"), person=PersonId("nobody"))
    story.wait(5)
    assert refused(story, stranger) is Why.UNKNOWN_PERSON
    assert refused(story, signing.correction(PAPER, PersonId("nobody"))) is Why.UNKNOWN_PERSON


def test_signing_is_locked_a_quarter_of_an_hour_after_the_half_day(story: Story) -> None:
    """A lunch closes the morning: fourteen minutes later one may still sign, sixteen later not."""
    story.wait(60)
    halves = halves_so_far(story.room, story.now, signing.OFFSET)
    ended = halves[-1].ends
    assert half_to_sign(halves, Instant(ended + timedelta(minutes=14))) == halves[-1]
    assert half_to_sign(halves, Instant(ended + timedelta(minutes=16))) is None
    assert half_to_sign(halves, Instant(ended + timedelta(minutes=16)), halves[-1].key) is None
    wrong = replace(phone(story, "Ann"), half_day="2026-11-26 morning")
    story.ask(wrong)  # a name that nobody knows: the page was drawn before the halves became one
    assert story.room.signatures[0].half_day == signing.AFTERNOON


def test_a_half_day_that_is_over_takes_no_signature_but_a_correction_with_its_reason(
    story: Story,
) -> None:
    story.wait(30)
    story.join("Dan D", Channel.DESK)
    overnight = Moment(Instant(story.now.utc + timedelta(hours=18)), story.now.boot, "another boot")
    began = story.now.utc
    story.now = overnight
    story.ask(NoteAbsence(AbsenceId("a"), AbsenceCause.CLOSED, began, Seconds(18 * 3600.0)))
    story.wait(20)
    assert refused(story, phone(story, "Ann")) is Why.SIGNING_CLOSED
    story.ask(signing.correction(PAPER, story.person("Ann"), " a  signé sur\nla feuille "))
    (one,) = story.room.signatures
    assert (one.kind, one.half_day) == (PAPER, signing.AFTERNOON)
    assert one.reason == "a signé sur la feuille"
    assert one.at == story.now.utc
    assert (one.ink, one.strokes) == ("", ())
    missing = signing.correction(PAPER, story.person("Bob"), " ")
    assert refused(story, missing) is Why.TEXT_MISSING
    unknown = signing.correction(PAPER, story.person("Bob"), half="2026-11-25 morning")
    assert refused(story, unknown) is Why.BAD_VALUE
    assert refused(story, signing.correction(SIGNED, story.person("Bob"))) is Why.BAD_VALUE


def test_what_was_struck_out_may_be_signed_again(story: Story) -> None:
    ann = story.person("Ann")
    assert refused(story, signing.correction(VOIDED, ann)) is Why.NOT_NOW
    story.ask(phone(story, "Ann"), minutes_later=1)
    story.ask(signing.correction(VOIDED, ann, "C’était le téléphone de Bob"), minutes_later=1)
    assert counted(story, ann) is None
    story.ask(phone(story, "Ann", signing.ink(3)), minutes_later=1)
    assert counted(story, ann) == story.room.signatures[2]
    assert len(story.room.signatures) == 3, "nothing is taken away"


def test_the_trainer_signs_at_the_desk(story: Story) -> None:
    story.ask(signing.at_desk(None), minutes_later=1)
    one = counted(story, None)
    assert one is not None
    assert (one.person, one.mark) == (None, "")
    assert refused(story, signing.at_desk(None)) is Why.ALREADY_SIGNED
    story.ask(signing.at_desk(story.person("Bob")))
    assert counted(story, story.person("Bob")) is not None


def test_a_mark_counts_for_half_an_hour(story: Story) -> None:
    early = phone(story, "Ann")
    story.wait(29)
    fresh = phone(story, "Bob")
    assert early.mark != fresh.mark
    assert early.mark in marks(story.room.session.id, story.now.utc)
    story.wait(15)
    assert refused(story, early) is Why.MARK_OLD
    story.ask(fresh)
    assert refused(story, replace(phone(story, "Ann"), mark="")) is Why.MARK_OLD


def test_another_session_has_other_marks(story: Story) -> None:
    other = samples.codev_plan().session
    assert other.id == story.room.session.id
    changed = type(other.id)("another")
    assert not set(marks(changed, story.now.utc)) & set(marks(other.id, story.now.utc))


@pytest.mark.parametrize(
    ("drawn", "why"),
    [
        ("", Why.NOTHING_DRAWN),
        ("10 10", Why.NOTHING_DRAWN),
        ("10 10 12 12 10 10", Why.NOTHING_DRAWN),
        (f"0 0 {LEAST_LINE - 1} 0;5 5", Why.NOTHING_DRAWN),
        ("10 10 400", Why.BAD_VALUE),
        (f"0 0 {WIDE + 1} 0", Why.BAD_VALUE),
        (f"0 0 0 {HIGH + 1}", Why.BAD_VALUE),
        ("0 0 -5 400", Why.BAD_VALUE),
        ("0 0 1.5 400", Why.BAD_VALUE),
        ("0 0  400 0", Why.BAD_VALUE),
        ("0 0 ٤٠٠ 0", Why.BAD_VALUE),
        ("<svg/>", Why.BAD_VALUE),
        (";".join(["0 0 200 200"] * (MOST_STROKES + 1)), Why.BAD_VALUE),
        (" ".join(["0 0"] * (MOST_POINTS + 1)), Why.BAD_VALUE),
        ("1000 650 " * MOST_POINTS * 2, Why.BAD_VALUE),
    ],
)
def test_what_is_no_ink_is_refused(story: Story, drawn: str, why: Why) -> None:
    wrong = replace(phone(story, "Ann"), ink=drawn)
    assert refused(story, wrong) is why


def test_the_most_ink_is_taken() -> None:
    each = MOST_POINTS // MOST_STROKES
    drawn = ";".join([" ".join(["1000 650 0 0"] * (each // 2))] * MOST_STROKES)
    assert len(drawn) <= 28_000, "it fits into what a phone may send"
    assert checked_ink(drawn) == drawn


@given(st.text("0123456789 ;", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        strokes = read_ink(text)
    except Refusal:
        return
    assert all(0 <= x <= WIDE and 0 <= y <= HIGH for stroke in strokes for x, y in stroke)


def test_only_training_actions_are_signed() -> None:
    story = Story(samples.codev_plan())
    story.join("Ann A")
    story.wait(1)
    assert refused(story, phone(story, "Ann")) is Why.NO_TRAINING
    assert refused(story, signing.correction(PAPER, None)) is Why.NO_TRAINING


def test_no_zone_is_more_than_a_day_ahead(story: Story) -> None:
    assert refused(story, replace(phone(story, "Ann"), offset=24 * 60)) is Why.BAD_VALUE
    assert minutes_ahead(story.room, PARIS) == signing.OFFSET
    planned = replace(story.room, session=replace(story.room.session, opened=None))
    assert minutes_ahead(planned, PARIS) == signing.OFFSET


def test_who_may_sign_now(story: Story) -> None:
    story.wait(1)
    (half,) = halves_so_far(story.room, story.now, signing.OFFSET)
    ann = story.person("Ann")
    assert may_sign(story.room, ann, half)
    assert not may_sign(story.room, PersonId("nobody"), half)
    story.ask(phone(story, "Ann"))
    assert not may_sign(story.room, ann, half)
    story.ask(ask.Leave(story.person("Bob")))
    assert may_sign(story.room, story.person("Bob"), half), "who left early signs for having been there"


def test_a_signature_from_before_two_halves_became_one_counts_for_what_they_became() -> None:
    noon = Instant(samples.START - timedelta(hours=1, minutes=20))  # 12:40
    zone = ZoneInfo("Europe/Paris")
    early = half_days((Span(noon, Instant(noon + timedelta(minutes=10))),), zone)
    late = half_days((Span(noon, Instant(noon + timedelta(hours=2))),), zone)
    assert (early[0].key, late[0].key) == ("2026-11-26 morning", "2026-11-26 afternoon")
    at = Instant(noon + timedelta(minutes=5))
    link = Signature(
        SignatureId("s"),
        samples.codev_plan().session.id,
        0,
        SIGNED,
        PersonId("ann"),
        early[0].key,
        at,
        signing.SignatureChannel.PHONE,
    )
    assert Signed((link,), late).of(PersonId("ann"), late[0]) == link
    later = replace(link, at=Instant(noon + timedelta(hours=9)))
    assert Signed((later,), late).of(PersonId("ann"), late[0]) is None


def chain(story: Story) -> list[Signature]:
    for name in ("Ann", "Bob", "Cem"):
        story.ask(phone(story, name), minutes_later=1)
    story.ask(signing.correction(VOIDED, story.person("Bob"), "C’est celle de Cem"), minutes_later=1)
    return list(story.room.signatures)


def test_a_chain_that_nobody_touched_is_whole(story: Story) -> None:
    links = chain(story)
    assert first_broken(links) is None
    assert first_broken(()) is None
    assert len({one.hash for one in links}) == 4


@pytest.mark.parametrize(
    "change",
    [
        {"id": SignatureId("other")},
        {"person": PersonId("other")},
        {"person": None},
        {"half_day": "2026-11-26 morning"},
        {"at": Instant(samples.START + timedelta(microseconds=1))},
        {"ink": "1 1 200 200"},
        {"mark": "AAAA"},
        {"kind": PAPER},
        {"channel": signing.SignatureChannel.DESK},
        {"reason": "because"},
        {"position": 5},
        {"previous": "0" * 64},
        {"hash": "0" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_is_changed_in_a_row_is_found(story: Story, change: dict[str, object]) -> None:
    links = chain(story)
    links[1] = replace(links[1], **change)  # type: ignore[arg-type]
    assert first_broken(links) == 1


def test_a_row_that_is_taken_out_put_in_or_moved_is_found(story: Story) -> None:
    links = chain(story)
    assert first_broken(links[1:]) == 0
    assert first_broken([links[0], *links[2:]]) == 1
    assert first_broken([links[0], links[2], links[1], links[3]]) == 1
    forged = linked(replace(links[1], ink="1 1 200 200"), links[0])
    assert first_broken([links[0], forged, *links[2:]]) == 2, "the next link still holds the old hash"


def test_how_signing_stands(story: Story) -> None:
    story.ask(phone(story, "Ann"), minutes_later=1)
    story.ask(signing.at_desk(None))
    halves = halves_so_far(story.room, story.now, signing.OFFSET)
    state = signing_state(story.room, halves, halves[0])
    assert [story.room.name_of(one) for one in state.there] == ["Ann A", "Bob B", "Cem C"]
    assert state.signed == (story.person("Ann"),)
    assert state.trainer


def test_the_number_of_the_evidence_and_its_fingerprint(story: Story) -> None:
    assert (evidence_number(story.room), fingerprint(story.room)) == ("2026-1117-E", "")
    unnamed = replace(story.room, session=replace(story.room.session, training=Training()))
    assert evidence_number(unnamed) == "2026-K7QM-E"
    untrained = replace(story.room, session=replace(story.room.session, training=None, opened=None))
    assert evidence_number(untrained) == "2026-K7QM-E"
    story.ask(phone(story, "Ann"))
    last = story.room.signatures[-1].hash
    assert fingerprint(story.room) == f"{last[:4]} {last[4:8]} {last[8:12]} {last[12:16]}"


def test_who_had_gone_before_a_half_day_does_not_sign_for_it(story: Story) -> None:
    story.ask(ask.Leave(story.person("Ann")), minutes_later=30)
    began = story.now.utc
    story.now = Moment(Instant(began + timedelta(hours=19)), Seconds(1.0), "another boot")
    story.ask(NoteAbsence(AbsenceId("n"), AbsenceCause.CLOSED, began, Seconds(19 * 3600.0)))
    story.wait(5)
    (_, morning) = halves_so_far(story.room, story.now, signing.OFFSET)
    assert refused(story, replace(phone(story, "Ann"), half_day=morning.key)) is Why.NOT_THERE
    story.ask(replace(phone(story, "Bob"), half_day=morning.key))
    assert story.room.signatures[0].half_day == "2026-11-27 morning"
