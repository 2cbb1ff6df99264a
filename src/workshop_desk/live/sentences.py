"""Words for what cannot be (refusals) and for trouble with the world: one sentence for every code.

Kind, short and without jargon: what happened, what is safe, what to do next.
"""

from collections.abc import Mapping
from typing import Literal, assert_never

from workshop_desk.base.trouble import Trouble
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.i18n.words import Words
from workshop_desk.live.control_sentences import ControlWhy, control_sentence
from workshop_desk.live.identity_sentences import IdentityWhy, identity_sentence
from workshop_desk.live.presence_sentences import PresenceWhy, presence_sentence
from workshop_desk.live.run_sentences import RunWhy, run_sentence
from workshop_desk.live.signature_sentences import SignatureWhy, signature_sentence
from workshop_desk.live.wifi_sentences import WifiWhy, wifi_sentence

_Counted = Literal[Why.TEXT_TOO_LONG, Why.TOO_MANY_CARDS, Why.TOO_MANY_DOTS, Why.TOO_MANY_TAGS]
_Typed = Literal[Why.NAME_MISSING, Why.TEXT_MISSING, Why.BAD_TEXT, Why.BAD_EMAIL, Why.BAD_VALUE]
_Unknown = Literal[
    Why.UNKNOWN_PERSON,
    Why.UNKNOWN_STEP,
    Why.UNKNOWN_ACTIVITY,
    Why.UNKNOWN_CARD,
    Why.UNKNOWN_ACTION,
    Why.UNKNOWN_ROLE,
    Why.UNKNOWN_TAG,
]
_Session = Literal[
    Why.NO_SESSION,
    Why.WRONG_CODE,
    Why.SESSION_CLOSED,
    Why.SESSION_NOT_OPEN,
    Why.SESSION_OPEN,
    Why.OTHER_SESSION_OPEN,
    Why.ROOM_FULL,
]
_Standing = Literal[
    Why.NAME_ERASED,
    Why.NOT_ALLOWED,
    Why.NOT_YOU,
    Why.ROLE_TAKEN,
    Why.ALREADY_ANSWERED,
    Why.LOCKED,
    Why.KEY_REUSED,
]
_Moment = Literal[Why.NOT_NOW, Why.WRONG_KIND, Why.NO_STEP, Why.AT_START, Why.AT_END]


def refusal_sentence(t: Words, refusal: Refusal) -> str:
    """Return why it cannot be and what to do instead, for the person who asked."""
    return why_sentence(t, refusal.why, refusal.facts)


def why_sentence(t: Words, why: Why, facts: Mapping[str, object]) -> str:
    """Return the sentence of a reason, its blanks filled with the refusal's facts."""
    match why:
        case Why.TEXT_TOO_LONG | Why.TOO_MANY_CARDS | Why.TOO_MANY_DOTS | Why.TOO_MANY_TAGS:
            return _counted(t, why, facts)
        case Why.NAME_MISSING | Why.TEXT_MISSING | Why.BAD_TEXT | Why.BAD_EMAIL | Why.BAD_VALUE:
            return _typed(t, why)
        case (
            Why.UNKNOWN_PERSON
            | Why.UNKNOWN_STEP
            | Why.UNKNOWN_ACTIVITY
            | Why.UNKNOWN_CARD
            | Why.UNKNOWN_ACTION
            | Why.UNKNOWN_ROLE
            | Why.UNKNOWN_TAG
        ):
            return _unknown(t, why)
        case (
            Why.NO_SESSION
            | Why.WRONG_CODE
            | Why.SESSION_CLOSED
            | Why.SESSION_NOT_OPEN
            | Why.SESSION_OPEN
            | Why.OTHER_SESSION_OPEN
            | Why.ROOM_FULL
        ):
            return _session(t, why)
        case Why.NOT_NOW | Why.WRONG_KIND | Why.NO_STEP | Why.AT_START | Why.AT_END:
            return _moment(t, why)
        case (
            Why.NOT_ALLOWED
            | Why.NAME_ERASED
            | Why.NOT_YOU
            | Why.ROLE_TAKEN
            | Why.ALREADY_ANSWERED
            | Why.LOCKED
            | Why.KEY_REUSED
        ):
            return _standing(t, why)
        case _:
            return _other(t, why, facts)


_Other = WifiWhy | IdentityWhy | PresenceWhy | ControlWhy | SignatureWhy | RunWhy


def _other(t: Words, why: _Other, facts: Mapping[str, object]) -> str:
    """Return the sentence of a reason that a file of its own has words for."""
    match why:
        case Why.WIFI_NAME_MISSING | Why.WIFI_NAME_TOO_LONG | Why.WIFI_KEY_LENGTH:
            return wifi_sentence(t, why, facts)
        case (
            Why.WRONG_OWN_CODE
            | Why.NOT_ON_LIST
            | Why.LIST_UNCLEAR
            | Why.LIST_PLACE_TAKEN
            | Why.UNKNOWN_REGISTRATION
            | Why.LIST_TOO_LONG
            | Why.TOO_MANY_DEVICES
            | Why.STAYS_APART
        ):
            return identity_sentence(t, why, facts)
        case Why.REASON_MISSING | Why.HOUR_AHEAD | Why.HOURS_DO_NOT_FIT:
            return presence_sentence(t, why)
        case Why.JOINING_LOCKED | Why.TAKEN_OUT | Why.EYES_UP | Why.NO_HAND | Why.PHONE_FULL:
            return control_sentence(t, why)
        case (
            Why.NO_TRAINING
            | Why.SIGNING_CLOSED
            | Why.ALREADY_SIGNED
            | Why.MARK_OLD
            | Why.NOTHING_DRAWN
            | Why.NOT_THERE
        ):
            return signature_sentence(t, why)
        case _:
            return run_sentence(t, why)


def _counted(t: Words, why: _Counted, facts: Mapping[str, object]) -> str:
    given = facts.get("longest" if why is Why.TEXT_TOO_LONG else "most", 0)
    most = given if isinstance(given, int) else 0
    match why:
        case Why.TEXT_TOO_LONG:
            return t.many(
                "This is too long: {n} character at most.",
                "This is too long: {n} characters at most.",
                most,
            )
        case Why.TOO_MANY_CARDS:
            return t.many(
                "There is room for {n} here. Change the one you wrote, or take it back.",
                "There is room for {n} here. Change one of them, or take one back.",
                most,
            )
        case Why.TOO_MANY_DOTS:
            return t.many("You have {n} dot to give.", "You have {n} dots to give.", most)
        case Why.TOO_MANY_TAGS:
            return t.many("Choose {n} label at most.", "Choose {n} labels at most.", most)
        case _:
            assert_never(why)


def _typed(t: Words, why: _Typed) -> str:
    match why:
        case Why.NAME_MISSING:
            return t("Please add a name.")
        case Why.TEXT_MISSING:
            return t("Please write something first.")
        case Why.BAD_TEXT:
            return t("Some characters could not be read. Please type this again.")
        case Why.BAD_EMAIL:
            return t("This does not look like an e-mail address. Correct it, or leave it empty.")
        case Why.BAD_VALUE:
            return t("This answer is not one of those offered. Please choose again.")
        case _:
            assert_never(why)


def _unknown(t: Words, why: _Unknown) -> str:
    match why:
        case Why.UNKNOWN_PERSON:
            return t("This person is not in the session. Please come in again.")
        case Why.UNKNOWN_STEP:
            return t("This step is no longer in the plan.")
        case Why.UNKNOWN_ACTIVITY:
            return t("The room has moved on from this. The page shows what is next.")
        case Why.UNKNOWN_CARD:
            return t("This note is no longer there.")
        case Why.UNKNOWN_ACTION:
            return t("This action is no longer there.")
        case Why.UNKNOWN_ROLE:
            return t("This session does not have that role.")
        case Why.UNKNOWN_TAG:
            return t("This label is not one of those offered. Please choose again.")
        case _:
            assert_never(why)


def _session(t: Words, why: _Session) -> str:
    match why:
        case Why.NO_SESSION:
            return t("No session is open. Look at the screen in the room, or ask whoever leads it.")
        case Why.WRONG_CODE:
            return t("This code is not the one in the room. Check it on the screen.")
        case Why.SESSION_CLOSED:
            return t("This session is closed. What you sent before is kept.")
        case Why.SESSION_NOT_OPEN:
            return t("This session is not open yet. Please wait a moment.")
        case Why.SESSION_OPEN:
            return t("This session has been opened, so it is kept.")
        case Why.OTHER_SESSION_OPEN:
            return t("Another session is open. Close it first.")
        case Why.ROOM_FULL:
            return t("The room is full. Please tell whoever leads the session.")
        case _:
            assert_never(why)


def _standing(t: Words, why: _Standing) -> str:
    match why:
        case Why.NOT_ALLOWED:
            return t("Only whoever leads the session can do this.")
        case Why.NOT_YOU:
            return t("Only its author can change this.")
        case Why.ROLE_TAKEN:
            return t("Someone has this role already. Take it back from them first.")
        case Why.ALREADY_ANSWERED:
            return t("Your answer is in. It is anonymous, so it cannot be changed.")
        case Why.LOCKED:
            return t("This has been agreed and stays as it is. Unlock it at the desk to change it.")
        case Why.NAME_ERASED:
            return t("This name has been erased and stays so.")
        case Why.KEY_REUSED:
            return t("This was sent twice with different words. The first one is stored.")
        case _:
            assert_never(why)


def _moment(t: Words, why: _Moment) -> str:
    match why:
        case Why.NOT_NOW:
            return t("This is not open now. Follow the screen in the room.")
        case Why.WRONG_KIND:
            return t("This kind of answer does not fit here. Follow the screen in the room.")
        case Why.NO_STEP:
            return t("No step is under way.")
        case Why.AT_START:
            return t("This is the beginning of the plan.")
        case Why.AT_END:
            return t("This is the end of the plan. The session can be closed.")
        case _:
            assert_never(why)


def trouble_sentence(t: Words, trouble: Trouble) -> str:
    """Return what happened, what is safe and what to do next, for the desk."""
    match trouble:
        case Trouble.PORTS_TAKEN | Trouble.NO_NETWORK | Trouble.SERVER_DIED | Trouble.STOPPED:
            return _room_trouble(t, trouble)
        case Trouble.DISK_FULL:
            return t(
                "The disk is full. What was stored is safe. Please make room: storing then goes on."
            )
        case Trouble.READ_ONLY:
            return t(
                "The file cannot be written. What it holds is safe. Allow writing, or choose another."
            )
        case Trouble.FILE_BUSY:
            return t(
                "Another program is using the file. Nothing is lost. Close that program and try again."
            )
        case Trouble.FILE_BROKEN:
            return t("The file is damaged and was left untouched. Open a backup of it, or another file.")
        case Trouble.FILE_FOREIGN:
            return t("This file is not from Workshop Desk. It was left untouched. Choose another file.")
        case Trouble.FILE_NEWER:
            return t(
                "A newer Workshop Desk made this file. It was left untouched. "
                "Update the program to open it."
            )
        case Trouble.FILE_GONE:
            return t(
                "The file is not there. If it is on a USB key or a network, connect it and try again."
            )
        case Trouble.FILE_UNREADABLE:
            return t("The file cannot be opened. It was left untouched. Check who may read it.")
        case Trouble.FOLDER_UNWRITABLE:
            return t("This folder cannot be written to. Nothing is lost. Choose another folder.")
        case _:
            assert_never(trouble)


_RoomTrouble = Literal[Trouble.PORTS_TAKEN, Trouble.NO_NETWORK, Trouble.SERVER_DIED, Trouble.STOPPED]


def _room_trouble(t: Words, trouble: _RoomTrouble) -> str:
    match trouble:
        case Trouble.PORTS_TAKEN:
            return t(
                "Other programs hold every place where phones could connect. The desk works as usual. "
                "Close one of them and open the session again."
            )
        case Trouble.NO_NETWORK:
            return t(
                "This laptop is on no network, so phones cannot join. The desk works as usual. "
                "Join the room’s Wi-Fi."
            )
        case Trouble.SERVER_DIED:
            return t(
                "Phones have lost the connection. All stored answers are safe. "
                "Open the session again if they do not come back by themselves."
            )
        case Trouble.STOPPED:
            return t("The program is closing. What was stored is safe. Start it again to go on.")
        case _:
            assert_never(trouble)
