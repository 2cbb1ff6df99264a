"""What is kept of one person, in plain words, from what really is kept: the page "My data"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from workshop_desk.domain.codes import apart
from workshop_desk.domain.erasure import ErasureState
from workshop_desk.domain.legal_hold import held_until, is_held
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.signatures import SignatureKind
from workshop_desk.domain.steps import Audience
from workshop_desk.domain.units import Instant, Language, PersonId
from workshop_desk.exports.own_data import anonymous
from workshop_desk.i18n.dates import clock_time, plain_date
from workshop_desk.i18n.numbers import join_list
from workshop_desk.i18n.words import Words

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is kept: a sign, what, and where or for what; `deed` is what can be done."""

    sign: str
    title: str
    fact: str
    deed: str = ""


def own_facts(t: Words, room: Room, person: PersonId, now: Instant) -> Mapping[str, object]:
    """Return what the page shows."""
    session, wish = room.session, room.erasures.get(person)
    state = wish.state if wish else ErasureState.CALLED_OFF
    until = plain_date(held_until(room, now), t.language)
    return {
        "who": session.facilitator or t("the facilitator"),
        "lead": session.facilitator or t("The facilitator"),
        "rows": tuple(_facts(t, room, person, until)),
        "kept_until": plain_date(_after(session.closed or now, session.keep_months), t.language),
        "contact": session.contact,
        "open": session.state is SessionState.OPEN,
        "there": person in room.present,
        "own_name": "" if wish and wish.hides else room.name_of(person),
        "state": state.value,
        "reason": wish.reason if wish else "",
        "held_until": until if is_held(room, person) else "",
    }


def _facts(t: Words, room: Room, person: PersonId, until: str) -> Iterator[Fact]:
    open_now = room.session.state is SessionState.OPEN
    yield _name(t, room, person, until)
    if email := room.people[person].email:
        yield Fact("user", email, t("for your certificate, the room does not see it"))
    if code := room.attendees[person].code:
        back = t("It brings you back here, even with another phone.")
        yield Fact("again", t("Your personal code: {code}", code=apart(code)), back)
    yield Fact("clock", t("Presence"), _presence(t, room, person))
    signed = sum(one.person == person and one.kind is SignatureKind.SIGNED for one in room.signatures)
    if signed:
        yield Fact("nib", t.many("{n} signature", "{n} signatures", signed), t("on the sign-in sheet"))
    mine = [one for one in room.cards.values() if one.author == person and not one.withdrawn]
    own = sum(room.activity(one.activity).audience is Audience.AUTHOR for one in mine)
    if shared := len(mine) - own:
        words = t.many("{n} note with your name", "{n} notes with your name", shared)
        yield Fact("note", words, t("in the session’s summary"), "withdraw" if open_now else "")
    if own:
        yield Fact(
            "lock", t.many("{n} note of your own", "{n} notes of your own", own), t("for you alone")
        )
    if noted := sum(one.writer == person for one in room.actions.values()):
        yield Fact("check", t.many("{n} action", "{n} actions", noted), t("noted by you"))
    if named := _named(room, person, Language(t.language)):
        yield Fact("eye", join_list(named, t.language), t("with your name"))
    blind = tuple(one.title.in_language(Language(t.language)) for one in anonymous(room))
    if titles := tuple(dict.fromkeys(one for one in blind if one)):
        yield Fact("veil", join_list(titles, t.language), t("anonymous, cannot be found even by us"))


def _name(t: Words, room: Room, person: PersonId, until: str) -> Fact:
    wish = room.erasures.get(person)
    if wish is not None and wish.state is ErasureState.ERASED:
        return Fact("user", t("Your name"), t("erased; you still count as one"))
    if wish is not None and wish.state is ErasureState.RESTRICTED:
        return Fact("user", t("Your name"), t("in the attendance record only, until {date}", date=until))
    open_now = room.session.state is SessionState.OPEN
    return Fact("user", room.name_of(person), t("visible in the room"), "name" if open_now else "")


def _presence(t: Words, room: Room, person: PersonId) -> str:
    spans = []
    for stay in room.stays_of(person):
        start = clock_time(stay.entered, t.language)
        if stay.left is None:
            spans.append(t("since {start}", start=start))
        else:
            spans.append(t("from {start} to {end}", start=start, end=clock_time(stay.left, t.language)))
    return t("{times}, kept for the certificate", times=join_list(tuple(spans), t.language))


def _named(room: Room, person: PersonId, language: Language) -> tuple[str, ...]:
    """Return the titles of what a person voted or rated with their name."""
    ballots = (one.activity for one in room.ballots.values() if one.voter == person)
    ratings = (one.activity for one in room.ratings.values() if one.rater == person)
    titles = (room.activity(one).title.in_language(language) for one in (*ballots, *ratings))
    return tuple(dict.fromkeys(titles))


def _after(when: Instant, months: int) -> date:
    """Return the day so many months later, the last one of a shorter month."""
    year, month = divmod(when.year * _MONTHS + when.month - 1 + months, _MONTHS)
    for day in range(when.day, 0, -1):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    return when.date()
