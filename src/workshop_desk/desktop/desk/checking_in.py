"""Letting people in and out at the desk, by name or by badge, with a word for every outcome."""

import logging
from typing import assert_never

from workshop_desk.base.ids import new_codes, new_id
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.people_list import PersonLine
from workshop_desk.domain.badges import Badge, Unread, read_badge
from workshop_desk.domain.codes import OFFERED
from workshop_desk.domain.commands import Join, Leave, Return
from workshop_desk.domain.expected import expected_count
from workshop_desk.domain.people import Channel
from workshop_desk.domain.plaintext import one_line
from workshop_desk.domain.presence import Source, Way
from workshop_desk.domain.presence_commands import UndoPresence
from workshop_desk.domain.sessions import CODE_LENGTH, CODE_LETTERS
from workshop_desk.domain.units import PersonId, RegistrationId
from workshop_desk.i18n.words import Words
from workshop_desk.live.changes import Stored

_log = logging.getLogger(__name__)


class CheckingIn:
    """What the list of people asks for; nothing is said before it is stored."""

    def __init__(self, face: Face, asking: Asking) -> None:
        self._face = face
        self._asking = asking

    def turn_line(self, line: PersonLine) -> None:
        """Let in whose row it is, or out who is in."""
        if line.person is not None:
            self.turn(line.person)
        elif line.place is not None:
            self.take_up(line.place)

    def turn(self, person: PersonId) -> None:
        """Let someone out who is in, and in who is out."""
        room = self._asking.room
        if room is not None and person in room.presence.there:
            self.let_out(person)
        elif room is not None:
            self.let_in(person)

    def let_in(self, person: PersonId, source: Source = Source.DESK) -> None:
        """Let someone in again; of who is in already it is said since when, and nothing changes."""
        room, t = self._asking.room, self._face.t
        if room is None:
            return
        name, since = room.name_of(person), room.presence.since(person)
        if since is not None:
            self._tell(t("{name} has been in since {hour}.", name=name, hour=self._face.hour(since)))
            return
        new = not room.stays_of(person)
        said = t("{name} is in.", name=name) if new else t("{name} is back.", name=name)
        undo = (UndoPresence(person, Way.IN),)
        self._asking.ask(Return(person, source), said=said, undo=undo, done=self._warn)

    def let_out(self, person: PersonId) -> None:
        """Let someone out."""
        room = self._asking.room
        name = room.name_of(person) if room else ""
        said = self._face.t("{name} has left.", name=name)
        self._asking.ask(Leave(person, Source.DESK), said=said, undo=(UndoPresence(person, Way.OUT),))

    def take_up(self, place: RegistrationId, *, by_badge: bool = False) -> None:
        """Let in who is awaited."""
        room = self._asking.room
        known = room.registrations.get(place) if room else None
        if room is None or known is None:
            return
        command = Join(
            PersonId(new_id()),
            known.name,
            "",
            room.session.language,
            Channel.DESK,
            codes=new_codes(CODE_LETTERS, CODE_LENGTH, OFFERED),
            registration=place,
            by_badge=by_badge,
        )
        said = self._face.t("{name} is in.", name=known.name)
        undo = (UndoPresence(command.person, Way.IN),)
        self._asking.ask(command, said=said, undo=undo, done=self._warn)

    def scan(self, text: str) -> bool:
        """Let in whose badge was read; True where it was a badge, whoever's it is."""
        room = self._asking.room
        if room is None:
            return False
        whose = read_badge(room, text)
        if isinstance(whose, Badge):
            if whose.person is not None:
                self.let_in(whose.person, Source.BADGE)
            elif whose.registration is not None:
                self.take_up(whose.registration, by_badge=True)
            return True
        if whose is Unread.NO_CODE:
            return False
        self.say_unread(whose, text)
        return True

    def say_unread(self, why: Unread, text: str) -> None:
        """Say why a code let nobody in, and note it: the next one is read all the same."""
        _log.info("a code let nobody in: %s", why.value)
        self._tell(unread_sentence(self._face.t, why, one_line(text)))

    def _warn(self, _receipt: Stored) -> None:
        """Say that there are more than expected, once they are; nobody is kept out."""
        room = self._asking.room
        there, expected = (len(room.presence.there), expected_count(room)) if room else (0, 0)
        if expected and there == expected + 1:
            words = self._face.t.many(
                "That makes {n}; {expected} were expected.",
                "That makes {n}; {expected} were expected.",
                there,
                expected=expected,
            )
            last = self._asking.toasts.history[-1] if self._asking.toasts.history else ""
            self._tell(f"{last} {words}".strip())

    def _tell(self, words: str) -> None:
        self._asking.toasts.tell(words)


def unread_sentence(t: Words, why: Unread, text: str) -> str:
    """Return why a code let nobody in, and what to do."""
    match why:
        case Unread.OTHER_SESSION:
            return t("This badge is from another session. Type the name instead.")
        case Unread.NOBODYS:
            return t("Nobody here has the code of this badge. Type the name instead.")
        case Unread.CERTIFICATE:
            return t("This is the code of a certificate. Scan the badge, or type the name.")
        case Unread.ADDRESS:
            return t("This code is for phones. Scan the badge, or type the name.")
        case Unread.NO_CODE:
            return t("Nobody is found for “{text}”.", text=text[:40])
        case _:
            assert_never(why)
