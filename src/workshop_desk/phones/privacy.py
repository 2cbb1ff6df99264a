"""What becomes of an answer, said before anyone types, from the session's real settings."""

from collections.abc import Callable
from dataclasses import dataclass

from workshop_desk.domain.legal_hold import YEARS_OF_EVIDENCE
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
        _choice(t, session),
    )
    return Notice(tuple(first), " ".join(brief), _more(t, session, titles))


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the whole notice."""

    title: str
    lines: tuple[str, ...]


def whole(t: Words, room: Room) -> tuple[Part, ...]:
    """Return all that people have a right to know before they answer (GDPR, article 13)."""
    session, short = room.session, notice(t, room)
    who, keeper = _facilitator(t, session), _keeper(t, session)
    purposes = [t("To run the session and write its summary: a legitimate interest.")]
    kept = [
        t.many("Answers: {n} month.", "Answers: {n} months.", session.keep_months),
    ]
    if session.training is not None:
        purposes.append(t("To prove that a training took place: a legal obligation."))
        kept.append(
            t(
                "Attendance and signatures of the training: {n} years after its end.",
                n=YEARS_OF_EVIDENCE,
            )
        )
    rights = [
        t("You may see, receive, correct and erase what is kept of you, limit its use, or object."),
        t("“My data” on this page of the session does it; for the rest ask {who}.", who=who),
        t("You may complain to the authority for data protection: in France the CNIL, cnil.fr."),
    ]
    asked = [t("A question: {contact}", contact=session.contact)] if session.contact else []
    return (
        Part(t("What is kept, and who sees it"), (*short.first, *_without_contact(short, asked))),
        Part(t("Who answers for it"), (keeper, *asked)),
        Part(t("What for"), tuple(purposes)),
        Part(t("For how long"), tuple(kept)),
        Part(t("Up to you"), (_choice(t, session),)),
        Part(t("Your rights"), tuple(rights)),
    )


def _without_contact(short: Notice, asked: list[str]) -> tuple[str, ...]:
    return tuple(line for line in short.more if line not in asked)


def _choice(t: Words, session: Session) -> str:
    if session.training is not None:
        return t("Answering is up to you, but signing is asked of everyone.")
    return t("Answering is up to you.")


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
