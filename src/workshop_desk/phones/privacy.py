"""What becomes of an answer, said before anyone types, from the session's real settings."""

from collections.abc import Callable
from dataclasses import dataclass

from workshop_desk.domain.room import Room
from workshop_desk.domain.scales import FEWEST_TO_SHOW
from workshop_desk.domain.sessions import Session
from workshop_desk.domain.steps import Activity, Audience, Naming, StepKind
from workshop_desk.domain.units import Language
from workshop_desk.i18n.numbers import join_list
from workshop_desk.i18n.words import Words
from workshop_desk.phones.shapes import PrivacyShape


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice on the way in: what matters most, the rest in brief, and all of it on demand."""

    first: tuple[str, ...]
    brief: str
    more: tuple[str, ...]


def privacy(t: Words, activity: Activity, session: Session) -> PrivacyShape:
    """Return what becomes of an answer to this activity."""
    if activity.audience is Audience.AUTHOR:
        own = t("For you alone: here and on your private sheet.")
        return PrivacyShape(mode="private", sentence=own if activity.sheet else t("For you alone."))
    who = _facilitator(t, session)
    desk_only = activity.audience is Audience.FACILITATOR
    match activity.naming:
        case Naming.ANONYMOUS if activity.kind is StepKind.SCALE:
            sentence = t("Anonymous, shown from {count} answers on", count=FEWEST_TO_SHOW)
        case Naming.ANONYMOUS if desk_only:
            sentence = t("Anonymous. Only {who} reads it.", who=who)
        case Naming.ANONYMOUS:
            sentence = t("Anonymous. Nobody can link it to you.")
        case Naming.PSEUDONYMOUS:
            sentence = t("Pseudonym: {who} can make the link", who=who)
        case Naming.NAMED if desk_only:
            sentence = t("With your name. Only {who} reads it.", who=who)
        case Naming.NAMED if activity.audience is Audience.HELD:
            sentence = t("With your name, shown to the room when everyone is ready")
        case Naming.NAMED:
            sentence = t("With your name, for the whole room")
    return PrivacyShape(mode=activity.naming.value, sentence=sentence)


def notice(t: Words, room: Room) -> Notice:
    """Return the notice for who comes in."""
    session, language = room.session, Language(t.language)
    asked = [one for step in room.steps for one in step.activities if one.kind.asks]

    def titles(fits: Callable[[Activity], bool]) -> str:
        found = (one.title.in_language(language) for one in asked if fits(one))
        return join_list(tuple(dict.fromkeys(title for title in found if title)), t.language)

    who = _facilitator(t, session)
    anonymous = titles(lambda one: one.naming is Naming.ANONYMOUS)
    pseudonymous = titles(lambda one: one.naming is Naming.PSEUDONYMOUS)
    first = [t("Your name: visible in the room.")]
    if anonymous:
        first.append(t("{titles}: anonymous.", titles=anonymous))
    if pseudonymous:
        first.append(t("{titles}: pseudonym, {who} can make the link.", titles=pseudonymous, who=who))
    brief = (
        t("{who} uses your answers to run the session and write its summary.", who=_keeper(t, session)),
        t.many("Kept {n} month.", "Kept {n} months.", session.keep_months),
        t("Answering is up to you."),
    )
    return Notice(tuple(first), " ".join(brief), _more(t, session, titles))


def _more(
    t: Words, session: Session, titles: Callable[[Callable[[Activity], bool]], str]
) -> tuple[str, ...]:
    """Return the details: who reads what, where it lies, whom to ask."""
    who = _facilitator(t, session)
    named = titles(lambda one: one.naming is Naming.NAMED and _in_room(one))
    desk = titles(lambda one: one.audience is Audience.FACILITATOR)
    own = titles(lambda one: one.audience is Audience.AUTHOR)
    lines = [
        t("Everything stays on {who}’s laptop, in this room. Nothing goes to the internet.", who=who),
        t("When you come and go is written down, for the certificate."),
    ]
    if named:
        lines.append(t("{titles}: with your name, for the whole room.", titles=named))
    if desk:
        lines.append(t("{titles}: only {who} reads it.", titles=desk, who=who))
    if own:
        lines.append(t("{titles}: for you alone.", titles=own))
    if session.training is not None:
        lines.append(
            t(
                "Your signature goes onto the sign-in sheet, with the hour. "
                "It is kept with the evidence of the training."
            )
        )
    if session.contact:
        lines.append(t("A question: {contact}", contact=session.contact))
    return tuple(lines)


def _in_room(activity: Activity) -> bool:
    return activity.audience in (Audience.ROOM, Audience.HELD)


def _facilitator(t: Words, session: Session) -> str:
    return session.facilitator or t("the facilitator")


def _keeper(t: Words, session: Session) -> str:
    return session.organisation or session.facilitator or t("The facilitator")
