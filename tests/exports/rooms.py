"""Rooms for papers: one with every kind of activity and every reason to keep something back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import zip_longest

from workshop_desk.domain import agenda_commands as plan
from workshop_desk.domain import commands as ask
from workshop_desk.domain.absences import AbsenceCause
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.people import Channel, Role
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decide import decide
from workshop_desk.domain.rules.sessions import open_session
from workshop_desk.domain.sessions import Session
from workshop_desk.domain.steps import Activity, Audience, Naming, Step, StepKind, Tag
from workshop_desk.domain.timer import Timer, minutes
from workshop_desk.domain.units import (
    AbsenceId,
    ActionId,
    ActivityId,
    BallotId,
    CardId,
    CertificateId,
    ClockId,
    Instant,
    Language,
    Moment,
    PersonId,
    RatingId,
    Seconds,
    SessionId,
    StepId,
)
from workshop_desk.domain.votes import Choice
from workshop_desk.domain.wording import Wording

START = Instant(datetime(2026, 3, 2, 8, 0, tzinfo=UTC))
SESSION = SessionId("s1")
TABLE = ClockId("table")


def say(french: str, english: str) -> Wording:
    """Return a wording in both languages."""
    return Wording.of({"fr": french, "en": english})


def an_activity(key: str, kind: StepKind, **options: object) -> Activity:
    """Return an activity whose title is its key."""
    plain = Activity(
        ActivityId(f"a-{key}"), StepId("st1"), 0, key, kind, say(f"{key} fr", key), say("Ou ?", "Where?")
    )
    return replace(plain, longest=2000, **options)  # type: ignore[arg-type]


LEVELS = (say("perdu", "lost"), say("moyen", "fair"), say("bien", "good"))


def activities(*, sharing: bool = False) -> tuple[Activity, ...]:
    """Return one activity for each thing that a paper may or may not hold."""
    anonymous = Naming.ANONYMOUS
    return (
        an_activity("talk", StepKind.TALK, confirm=say("D’accord", "Agreed")),
        an_activity("decision", StepKind.WRITE),
        an_activity("secret", StepKind.WRITE, audience=Audience.AUTHOR, sheet="secret"),
        an_activity("for_desk", StepKind.BOARD, audience=Audience.FACILITATOR),
        an_activity("held", StepKind.BOARD, audience=Audience.HELD),
        an_activity("ideas", StepKind.BOARD, tags=(Tag("t1", say("thème un", "theme one")),)),
        an_activity("asked", StepKind.BOARD, ask_sharing=sharing),
        an_activity("questions", StepKind.QUEUE),
        an_activity("vote", StepKind.VOTE, source="ideas", audience=Audience.HELD, naming=anonymous),
        an_activity("mood", StepKind.SCALE, levels=LEVELS, audience=Audience.HELD, naming=anonymous),
        an_activity("few", StepKind.SCALE, levels=LEVELS, audience=Audience.HELD, naming=anonymous),
        an_activity("named", StepKind.SCALE, levels=LEVELS),
        an_activity("own_actions", StepKind.ACTIONS, audience=Audience.AUTHOR),
        an_activity("actions", StepKind.ACTIONS),
    )


def a_plan(*, sharing: bool = False, title: str = "Réunion d’essai", count: int = 8) -> Room:
    """Return a planned session with one step for each activity."""
    roles = (
        Role("owner", say("porteur", "owner"), limit=1, private_sheet=True),
        Role("guest", say("pair", "peer"), ordinary=True),
    )
    session = Session(
        id=SESSION,
        code="K7QM",
        title=title,
        language=Language("fr"),
        method="trial",
        method_title=say("Méthode d’essai", "Trial method"),
        preset="standard",
        facilitator="Claire Aubry",
        organisation="Halliade",
        location="Lyon",
        contact="",
        keep_months=12,
        expected=count,
        margin=minutes(5),
        roles=roles,
        created=START,
    )
    steps = tuple(
        Step(
            StepId(f"st{place}"),
            SESSION,
            place,
            one.key,
            str(place + 1),
            say(f"Étape {place + 1}", f"Step {place + 1}"),
            Wording(),
            Wording(),
            minutes(1),
            minutes(20),
            Timer(minutes(10)),
            (replace(one, step=StepId(f"st{place}")),),
        )
        for place, one in enumerate(activities(sharing=sharing))
    )
    return Room(session, steps)


class Workshop:
    """Plays commands on a room, a minute apart."""

    def __init__(self, room: Room, names: tuple[str, ...]) -> None:
        self.now = Moment(START, Seconds(100.0), "boot")
        self.room = open_session(room, self.now).room
        self._made = 0
        for place, name in enumerate(names):
            person = PersonId(f"p{place}")
            self.ask(ask.Join(person, name, "", Language("fr"), Channel.DESK))

    def ask(self, command: ask.RoomCommand) -> None:
        """Play a command a minute later."""
        utc = Instant(self.now.utc + timedelta(minutes=1))
        self.now = Moment(utc, Seconds(self.now.boot + 60), "boot")
        self.room = decide(self.room, command, self.now).room

    def new_id(self) -> str:
        """Return the next id."""
        self._made += 1
        return f"i{self._made:05d}"

    def go_to(self, key: str) -> None:
        """Enter the step of an activity."""
        activity = self.room.activity_by_key(key)
        assert activity is not None
        self.ask(ask.GoTo(activity.step))

    def write(
        self, key: str, author: int, text: str, shareable: bool | None = None, **marks: bool
    ) -> None:
        """Write a card and mark it."""
        card, activity = CardId(self.new_id()), ActivityId(f"a-{key}")
        tags = ("t1",) if key == "ideas" else ()
        self.ask(ask.SubmitCard(card, activity, PersonId(f"p{author}"), text, tags, shareable))
        if marks:
            self.ask(ask.MarkCard(card, **marks))

    def rate(self, key: str, values: tuple[int, ...], words: tuple[str, ...] = ()) -> None:
        """Let the first people rate, some with a word, then show it."""
        activity = ActivityId(f"a-{key}")
        for rater, (value, word) in enumerate(zip_longest(values, words, fillvalue="")):
            rating, person = RatingId(self.new_id()), PersonId(f"p{rater}")
            self.ask(ask.Rate(rating, activity, person, int(value), str(word)))
        self.ask(ask.Reveal(activity))

    def vote(self, *choices: tuple[int, CardId]) -> None:
        """Let people vote for one card each."""
        for voter, card in choices:
            ballot = BallotId(self.new_id())
            chosen = (Choice(card, 1),)
            self.ask(ask.CastBallot(ballot, ActivityId("a-vote"), PersonId(f"p{voter}"), chosen))

    def act(self, key: str, what: str, writer: int) -> None:
        """Note an action."""
        command = ask.AddAction(
            ActionId(self.new_id()),
            ActivityId(f"a-{key}"),
            what,
            "",
            date(2026, 3, 20),
            "une liste",
            PersonId(f"p{writer}"),
        )
        self.ask(command)

    def close(self) -> Room:
        """End it."""
        numbers = tuple(CertificateId(self.new_id()) for _ in self.room.attendees)
        self.ask(ask.CloseSession(numbers))
        return self.room


NAMES = ("Anne Petit", "Bo Li", "Chloé Nguyễn", "Dov כהן", "Emre Çelik", "Faïza محمد")


def full_room(*, sharing: bool = False, reveal_vote: bool = True) -> Room:
    """Return a closed session in which everything happened; SECRET words must stay off papers."""
    shop = Workshop(a_plan(sharing=sharing), NAMES)
    shop.ask(ask.AssignRole(PersonId("p0"), "owner"))
    shop.go_to("talk")
    shop.ask(ask.MarkFinished(ActivityId("a-talk"), PersonId("p1")))
    shop.go_to("decision")
    shop.write("decision", 0, "Nous gardons le plan B.", locked=True)
    shop.go_to("secret")
    shop.write("secret", 0, "SECRET du porteur")
    shop.write("secret", 1, "SECRET d’un autre")
    shop.go_to("for_desk")
    shop.write("for_desk", 1, "SECRET-DESK pour l’animation")
    shop.go_to("held")
    shop.write("held", 1, "SECRET-HELD jamais montré")
    shop.go_to("ideas")
    _keep_time(shop)
    shop.write("ideas", 1, "Une idée de Bo", starred=True)
    shop.write("ideas", 2, "Une autre idée")
    shop.write("ideas", 3, "SECRET-HIDDEN cachée", hidden=True)
    shop.write("ideas", 3, "SECRET-WITHDRAWN reprise", withdrawn=True)
    shop.go_to("asked")
    shop.write("asked", 1, "Un apprentissage partagé", shareable=True)
    if sharing:
        shop.write("asked", 2, "SECRET-NO gardé", shareable=False)
        shop.write("asked", 3, "SECRET-UNASKED gardé aussi")
    shop.go_to("questions")
    shop.write("questions", 4, "Qui décide\u202f?")
    shop.write("questions", 5, "Et si on essayait\u202f?", parked=True)
    shop.go_to("vote")
    first, second, *_ = (card.id for card in shop.room.cards_of(ActivityId("a-ideas")))
    shop.vote((0, first), (1, first), (2, second))
    if reveal_vote:
        shop.ask(ask.Reveal(ActivityId("a-vote")))
    shop.go_to("mood")
    shop.rate("mood", (1, 2, 3, 3, 3, 2), ("Zen", "", "éveillé", "calme", "Élan", "calme"))
    shop.go_to("few")
    shop.rate("few", (1, 3, 3, 3), ("SECRET-FEW", "SECRET-FEW"))
    shop.go_to("named")
    shop.rate("named", (2, 3), ("", "contente"))
    shop.go_to("own_actions")
    shop.act("own_actions", "SECRET-ACTION du porteur", 0)
    shop.go_to("actions")
    shop.act("actions", "Écrire à tous", 2)
    shop.ask(ask.SetNotes(StepId("st0"), "SECRET-NOTES"))
    shop.ask(ask.SetNextDate("lundi 9 mars, 9 h"))
    return shop.close()


def _keep_time(shop: Workshop) -> None:
    """Let a clock run, rest and get longer, one for a table too, and the laptop sleep."""
    shop.ask(ask.StartTimer())
    shop.ask(
        plan.AddClocks(ClockRole.GROUP, (plan.NewClock(TABLE, "Rhône", minutes(3), (PersonId("p1"),)),))
    )
    shop.ask(plan.StartClocks((TABLE,)))
    slept = plan.NoteAbsence(AbsenceId("away"), AbsenceCause.SLEPT, shop.now.utc, Seconds(30.0))
    shop.ask(slept)
    shop.ask(ask.PauseTimer())
    shop.ask(ask.AddTime(Seconds(120.0)))


def empty_room() -> Room:
    """Return a session that was opened and closed with nobody in it."""
    return Workshop(a_plan(), ()).close()


def crowded_room(people: int = 60, cards: int = 6) -> Room:
    """Return a session of many people, each with many cards, one of 2,000 letters."""
    names = tuple(f"Personne Très-Longuement-Nommée {number:03d}" for number in range(people))
    shop = Workshop(a_plan(title="Atelier " + "très long " * 12, count=people), names)
    shop.go_to("ideas")
    for author in range(people):
        for number in range(cards):
            shop.write("ideas", author, f"Idée {author:03d}-{number} " + "mot " * 12)
    shop.write("ideas", 0, ("abcdefghi " * 200).strip())
    shop.go_to("questions")
    shop.write("questions", 1, "\n\n".join("ab" for _ in range(500)))
    shop.write("questions", 2, "W" * 2000)
    return shop.close()
