"""A sample workshop, told without clocks: plans, a story, and rooms at every stage of it.

`codev_plan()` gives a plan, `Story` plays commands through `decide` with moments of its own, and
`lobby_room()`, `room_at("2")`, `voted_room()`, `roti_room()`, `closed_room()` give ready rooms. A
story remembers what was asked (`story.asked`), so that the same can be played through `live`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count

from tests import sample_texts as say
from workshop_desk.domain import commands as ask
from workshop_desk.domain.commands import Actor, Facilitator, Newcomer, Participant
from workshop_desk.domain.people import Channel
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decide import decide
from workshop_desk.domain.rules.sessions import open_session
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.steps import Activity
from workshop_desk.domain.units import (
    ActionId,
    BallotId,
    CardId,
    CertificateId,
    DeviceId,
    Instant,
    Language,
    Moment,
    PersonId,
    RatingId,
    Seconds,
    StepId,
)
from workshop_desk.domain.votes import Choice
from workshop_desk.methods.catalogue import all_methods
from workshop_desk.methods.planning import plan
from workshop_desk.methods.schema import Method

hostile_texts = say.hostile_texts

START = Instant(datetime(2026, 11, 26, 13, 0, tzinfo=UTC))
"""Thursday, 14:00 in Paris."""

NAMES = (
    "Sofia Moreau",
    "Karim Haddad",
    "Chloé Nguyễn",
    "Amina Benali",
    "Julien Roche",
    "Thomas Lefèvre",
    "Inès Da Silva",
    "Nora Weiss",
)
CLIENT, NO_PHONE, LATE = "Sofia", "Inès", "Nora"

SETTINGS = Settings(
    facilitator="Claire Lambert",
    organisation="Halliade",
    location="Lyon, salle Rhône",
    contact="dpo@halliade.example",
)


def ids() -> Callable[[], str]:
    """Return a maker of ids that look like UUIDv7 and are the same in every run."""
    numbers = count(1)
    return lambda: f"019abcde-0000-7000-8000-{next(numbers):012d}"


@cache
def method(wanted: str = "codev") -> Method:
    """Return a method that ships with the program."""
    known = all_methods().get(wanted)
    assert known is not None
    return known


def method_plan(
    wanted: str,
    preset: str,
    language: str = "fr",
    new_id: Callable[[], str] | None = None,
    title: str = "",
) -> ask.PlanSession:
    """Return the plan of any method."""
    return plan(
        method(wanted),
        preset,
        title=title,
        language=Language(language),
        settings=SETTINGS,
        now=START,
        code="K7QM",
        new_id=new_id or ids(),
        planned_start=START,
        expected=8,
    )


def codev_plan(language: str = "fr", preset: str = "standard") -> ask.PlanSession:
    """Return the plan of the sample session."""
    return method_plan("codev", preset, language, title=say.TITLES[language])


@dataclass(frozen=True, slots=True)
class Asked:
    """One command of a story: who asked, when."""

    command: ask.RoomCommand
    by: Actor
    at: Moment


class Story:
    """A session in the making. `room` is how it stands; time passes only when a step says so."""

    def __init__(self, planned: ask.PlanSession) -> None:
        self.planned = planned
        self.now = Moment(START, Seconds(5000.0), "boot-1")
        self.asked: list[Asked] = []
        self.new_id = ids_after(planned)
        room = Room(planned.session, planned.steps)
        self.room = open_session(room, self.now).room

    def wait(self, minutes: float = 0.0, seconds: float = 0.0) -> None:
        """Let time pass."""
        gap = minutes * 60 + seconds
        utc = Instant(self.now.utc + timedelta(seconds=gap))
        self.now = Moment(utc, Seconds(self.now.boot + gap), self.now.boot_id)

    def ask(
        self,
        command: ask.RoomCommand,
        minutes_later: float = 0.0,
        by: Actor | None = None,
    ) -> Room:
        """Let time pass, play a command, return the room after it."""
        self.wait(minutes_later)
        self.room = decide(self.room, command, self.now).room
        self.asked.append(Asked(command, by or Facilitator(), self.now))
        return self.room

    def person(self, first_name: str) -> PersonId:
        """Return the id of whoever has this first name."""
        return next(one.id for one in self.room.people.values() if one.name.split()[0] == first_name)

    def activity(self, key: str) -> Activity:
        """Return an activity by its key."""
        found = self.room.activity_by_key(key)
        assert found is not None, key
        return found

    def join(self, name: str, channel: Channel = Channel.PHONE) -> PersonId:
        """Let someone in."""
        person = PersonId(self.new_id())
        device = DeviceId(self.new_id()) if channel is Channel.PHONE else None
        token_hash = f"{len(self.room.people):064x}" if device else ""
        email = f"{name.split(maxsplit=1)[0].lower()}@halliade.example" if name.isascii() else ""
        language = self.room.session.language
        command = ask.Join(person, name, email, language, channel, device, token_hash)
        self.ask(command, by=Newcomer() if device else Facilitator())
        return person

    def write(
        self,
        key: str,
        first_name: str,
        text: str,
        tags: tuple[str, ...] = (),
        shareable: bool | None = None,
        minutes_later: float = 0.0,
    ) -> CardId:
        """Let someone write a card."""
        card, author = CardId(self.new_id()), self.person(first_name)
        activity = self.activity(key)
        command = ask.SubmitCard(card, activity.id, author, text, tags, shareable)
        self.ask(command, minutes_later, self.speaker(author))
        return card

    def rate(self, key: str, first_name: str, value: int, word: str = "") -> None:
        """Let someone answer a scale."""
        rater = self.person(first_name)
        rating = RatingId(self.new_id())
        command = ask.Rate(rating, self.activity(key).id, rater, value, word)
        self.ask(command, by=self.speaker(rater))

    def vote(self, key: str, first_name: str, *cards: CardId) -> None:
        """Let someone give a dot to each card named; a card named twice gets two."""
        voter = self.person(first_name)
        choices = tuple(Choice(card, cards.count(card)) for card in dict.fromkeys(cards))
        ballot = BallotId(self.new_id())
        command = ask.CastBallot(ballot, self.activity(key).id, voter, choices)
        self.ask(command, by=self.speaker(voter))

    def speaker(self, person: PersonId) -> Actor:
        """Return who speaks for a person: they themselves, or the desk where they have no phone."""
        on_phone = self.room.attendees[person].channel is Channel.PHONE
        return Participant(person) if on_phone else Facilitator()


def ids_after(planned: ask.PlanSession) -> Callable[[], str]:
    """Return a maker of ids that goes on after those of a plan."""
    used = 1 + sum(1 + len(step.activities) for step in planned.steps)
    maker = ids()
    for _ in range(used):
        maker()
    return maker


def _lobby(story: Story) -> None:
    for name in NAMES:
        first = name.split()[0]
        if first != LATE:
            story.wait(seconds=25)
            story.join(name, Channel.DESK if first == NO_PHONE else Channel.PHONE)


def _welcome(story: Story) -> None:
    words = ("curieux", "", "calme", "un peu tendu", "", "")
    for first, value, word in zip(_phones(story), (4, 3, 5, 2, 4, 3), words, strict=True):
        story.rate("mood", first, value, word)
    story.ask(ask.Reveal(story.activity("mood").id), minutes_later=2)
    story.ask(ask.Advance())
    story.wait(5)


def _choice(story: Story) -> None:
    subjects = say.SUBJECTS[story.room.session.language]
    cards = [story.write("subjects", who, text, (tag,), minutes_later=1) for who, text, tag in subjects]
    story.ask(ask.Advance(), minutes_later=1)
    first, second, third = cards
    story.vote("subject_vote", "Sofia", first, first)
    story.vote("subject_vote", "Karim", first, second)
    story.vote("subject_vote", "Chloé", first, third)
    story.vote("subject_vote", "Amina", third, first)
    story.vote("subject_vote", "Julien", first, second)
    story.vote("subject_vote", "Thomas", second)
    story.ask(ask.Reveal(story.activity("subject_vote").id), minutes_later=2)
    story.ask(ask.AssignRole(story.person(CLIENT), "client"), minutes_later=1)


def _presentation(story: Story) -> None:
    private = say.PRIVATE[story.room.session.language]
    story.write("subject", CLIENT, private["subject"], minutes_later=1)
    story.write("listening_notes", "Karim", private["listening_notes"], minutes_later=3)
    story.wait(3)


def _questions(story: Story) -> None:
    cards = []
    for who, text, tag in say.QUESTIONS[story.room.session.language]:
        cards.append(story.write("questions", who, text, (tag,), minutes_later=0.6))
    story.ask(ask.MarkCard(cards[say.PARKED], parked=True))
    story.ask(ask.SetNotes(_step_id(story), "Thomas n’a pas encore parlé."), minutes_later=1)


def _contract(story: Story) -> None:
    story.join("Nora Weiss")
    text = say.CONTRACT[story.room.session.language]
    card = story.write("contract", CLIENT, text, ("testimony", "ideas"), minutes_later=2)
    agreement = story.activity("agreement").id
    for person in story.room.in_role("consultant"):
        story.ask(ask.MarkFinished(agreement, person), by=story.speaker(person))
    story.ask(ask.MarkCard(card, locked=True), minutes_later=1)


def _consultation(story: Story) -> None:
    cards = []
    for who, text, tag in say.CONTRIBUTIONS[story.room.session.language]:
        cards.append(story.write("contributions", who, text, (tag,), minutes_later=3.5))
    client = story.person(CLIENT)
    for place in say.STARRED:
        story.ask(ask.MarkCard(cards[place], starred=True), by=Participant(client))
    story.ask(ask.AddTime(Seconds(120.0)), minutes_later=4)


def _synthesis(story: Story) -> None:
    private = say.PRIVATE[story.room.session.language]
    story.write("own_learning", "Chloé", private["own_learning"], minutes_later=1)
    story.write("keep", CLIENT, private["keep"], minutes_later=1)
    story.ask(ask.Advance(), minutes_later=1)
    client, due = story.person(CLIENT), date(2026, 12, 4)
    for what in say.OWN_ACTIONS[story.room.session.language]:
        action = ActionId(story.new_id())
        activity = story.activity("actions").id
        command = ask.AddAction(action, activity, what, "", due, writer=client)
        story.ask(command, 2, Participant(client))


def _learning(story: Story) -> None:
    for who, text, tag, shareable in say.LEARNINGS[story.room.session.language]:
        story.write("learnings", who, text, (tag,), shareable, minutes_later=1)
    for what, who in say.ROOM_ACTIONS[story.room.session.language]:
        command = ask.AddAction(ActionId(story.new_id()), None, what, who, date(2026, 12, 17))
        story.ask(command)
    story.ask(ask.Advance(), minutes_later=1)
    values = (5, 4, 4, 3, 5, 4, 2)
    for first, value in zip(_phones(story), values, strict=True):
        story.rate("roti", first, value)
    story.ask(ask.Reveal(story.activity("roti").id), minutes_later=2)


_CHAPTERS: dict[str, Callable[[Story], None]] = {
    "0a": _welcome,
    "0b": _choice,
    "1": _presentation,
    "2": _questions,
    "3": _contract,
    "4": _consultation,
    "5": _synthesis,
    "6": _learning,
}


def _phones(story: Story) -> Iterator[str]:
    for person in story.room.present:
        if story.room.attendees[person].channel is Channel.PHONE:
            yield story.room.name_of(person).split()[0]


def _step_id(story: Story) -> StepId:
    assert story.room.step is not None
    return story.room.step.id


def story_until(key: str, language: str = "fr") -> Story:
    """Tell the sample session up to the content of a step; 'lobby', 'closing' and 'closed' too."""
    story = Story(codev_plan(language))
    _lobby(story)
    if key == "lobby":
        return story
    for step, chapter in _CHAPTERS.items():
        story.ask(ask.Advance(), minutes_later=0.5)
        story.ask(ask.StartTimer(), minutes_later=0.2)
        chapter(story)
        if step == key:
            return story
    story.ask(ask.Advance(), minutes_later=1)
    story.ask(ask.SetNextDate(say.NEXT_DATE[language]), minutes_later=1)
    if key == "closing":
        return story
    assert key == "closed", key
    numbers = tuple(CertificateId(story.new_id()) for _ in story.room.attendees)
    story.ask(ask.CloseSession(numbers), minutes_later=2)
    return story


def lobby_room(language: str = "fr") -> Room:
    """Return the room before the first step: seven people in, one awaited."""
    return story_until("lobby", language).room


def room_at(step: str, language: str = "fr") -> Room:
    """Return the room in a step ('0a' … '6'), with what was written in it."""
    return story_until(step, language).room


def voted_room(language: str = "fr") -> Room:
    """Return the room that has just seen the result of the vote; Sofia is the client."""
    return room_at("0b", language)


def roti_room(language: str = "fr") -> Room:
    """Return the room that has just seen its ROTI: seven anonymous answers."""
    return room_at("6", language)


def closed_room(language: str = "fr") -> Room:
    """Return the session after its end: certificates, actions, learnings, private texts, stars."""
    return story_until("closed", language).room
