"""The list: who goes on it, who comes off it, and which place on it belongs to who comes in."""

from collections import Counter
from dataclasses import replace

from workshop_desk.domain.commands import Join
from workshop_desk.domain.identity_commands import AddRegistrations, DropRegistrations, SetJoining
from workshop_desk.domain.names import folded, name_words, same_name
from workshop_desk.domain.people import Channel
from workshop_desk.domain.plaintext import LINE_MAX, NAME_MAX, clean_email, clean_line
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.registrations import MOST_REGISTRATIONS, Registration, awaited
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decision import Decision, GoneRegistration, put, with_session
from workshop_desk.domain.sessions import Joining, SessionState
from workshop_desk.domain.units import PersonId, RegistrationId


def add(room: Room, command: AddRegistrations) -> Decision:
    """Put people on the list; what is not in order refuses all of them."""
    _check_not_over(room)
    if len(room.registrations) + len(command.registrations) > MOST_REGISTRATIONS:
        raise Refusal(Why.LIST_TOO_LONG, most=MOST_REGISTRATIONS)
    added = _taken_up(room, tuple(_clean(room, one) for one in command.registrations))
    fresh = {one.id: one for one in added}
    if len(fresh) != len(added) or fresh.keys() & room.registrations.keys():
        raise Refusal(Why.BAD_VALUE)
    return Decision(replace(room, registrations={**room.registrations, **fresh}), added)


def _taken_up(room: Room, added: tuple[Registration, ...]) -> tuple[Registration, ...]:
    """Give places to who is in already: where one name fits one place and one person, and no more."""
    placed = {one.person for one in room.registrations.values()}
    free: dict[tuple[str, ...], list[PersonId]] = {}
    for person in room.attendees:
        if person not in placed:
            free.setdefault(name_words(room.name_of(person)), []).append(person)
    names = Counter(name_words(one.name) for one in added)

    def with_person(one: Registration) -> Registration:
        words = name_words(one.name)
        fitting = free.get(words, [])
        fits = words and names[words] == 1 and len(fitting) == 1
        return replace(one, person=fitting[0]) if fits else one

    return tuple(with_person(one) for one in added)


def drop(room: Room, command: DropRegistrations) -> Decision:
    """Take people off the list; those who are on it no more are passed over."""
    _check_not_over(room)
    gone = [one for one in command.registrations if one in room.registrations]
    left = {key: one for key, one in room.registrations.items() if key not in set(gone)}
    return Decision(replace(room, registrations=left), tuple(GoneRegistration(one) for one in gone))


def set_joining(room: Room, command: SetJoining) -> Decision:
    """Say who may come in from now on; who is in stays."""
    _check_not_over(room)
    if command.joining is room.session.joining:
        return Decision(room)
    return with_session(room, replace(room.session, joining=command.joining))


def place_for(room: Room, command: Join) -> Registration | None:
    """Return the place on the list of who comes in, None for who comes without one, or refuse."""
    if command.registration is not None:
        return _chosen(room, command.registration)
    found = _matching(room, command)
    free = [one for one in found if one.person is None]
    if len(free) == 1:
        return free[0]
    if command.channel is Channel.DESK or room.session.joining is Joining.OPEN:
        return None
    if free:
        raise Refusal(Why.LIST_UNCLEAR)
    if room.session.joining is Joining.LIST:
        raise Refusal(Why.LIST_PLACE_TAKEN if found else Why.NOT_ON_LIST)
    return None


def check_listed(room: Room, name: str) -> None:
    """Refuse a name that no place on the list waits for, where only the list comes in."""
    found = [one for one in room.registrations.values() if same_name(one.name, name)]
    if room.session.joining is Joining.LIST and not awaited(found):
        raise Refusal(Why.LIST_PLACE_TAKEN if found else Why.NOT_ON_LIST)


def taken_up(before: Decision, place: Registration, person: PersonId) -> Decision:
    """Note who has come on a place of the list, on top of a decision."""
    room, taken = before.room, replace(place, person=person)
    registrations = put(room.registrations, taken.id, taken)
    return Decision(replace(room, registrations=registrations), (*before.saved, taken))


def _chosen(room: Room, wanted: RegistrationId) -> Registration:
    known = room.registrations.get(wanted)
    if known is None:
        raise Refusal(Why.UNKNOWN_REGISTRATION)
    if known.person is not None:
        raise Refusal(Why.LIST_PLACE_TAKEN)
    return known


def _matching(room: Room, command: Join) -> list[Registration]:
    """Return the places that fit: by ticket, else by e-mail, else by name.

    Companies register many people by one address: then the name tells them apart.
    """
    listed = room.registrations.values()
    ticket, email = folded(command.ticket.strip()), command.email.strip().casefold()
    if ticket:
        found = [one for one in listed if folded(one.code) == ticket]
        if not found:
            raise Refusal(Why.WRONG_OWN_CODE)
        return found
    named = [one for one in listed if same_name(one.name, command.name)]
    by_email = [one for one in listed if email and one.email and one.email.casefold() == email]
    return [one for one in by_email if one in named] or by_email or named


def _clean(room: Room, given: Registration) -> Registration:
    if given.session != room.session.id or given.person is not None:
        raise Refusal(Why.BAD_VALUE)
    return replace(
        given,
        name=clean_line(given.name, NAME_MAX, Why.NAME_MISSING),
        email=clean_email(given.email or ""),
        department=clean_line(given.department, LINE_MAX) if given.department.strip() else "",
        code=clean_line(given.code, LINE_MAX) if given.code.strip() else "",
    )


def _check_not_over(room: Room) -> None:
    if room.session.state is SessionState.CLOSED:
        raise Refusal(Why.SESSION_CLOSED)
