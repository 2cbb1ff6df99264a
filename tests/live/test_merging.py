"""Two entries made one, on disk: after a restart, taken back, renamed, erased."""

from dataclasses import replace

from tests import samples
from tests.live.conftest import Desk
from workshop_desk.base.ids import blind_id, new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.data_commands import AnswerErasure
from workshop_desk.domain.identity_commands import MergePeople, SplitPeople
from workshop_desk.domain.people import Channel
from workshop_desk.domain.steps import Naming
from workshop_desk.domain.units import BallotId, CardId, Language, PersonId, RatingId
from workshop_desk.domain.votes import Choice


def people(desk: Desk) -> tuple[PersonId, PersonId]:
    """Return two who have written, voted and answered."""
    room = desk.play("4")
    amina = next(one.id for one in room.people.values() if one.name.startswith("Amina"))
    karim = next(one.id for one in room.people.values() if one.name.startswith("Karim"))
    return amina, karim


def test_what_is_one_in_memory_is_one_on_disk(desk: Desk) -> None:
    amina, karim = people(desk)
    before = desk.room
    desk.do(MergePeople(amina, karim))
    assert desk.room == desk.on_disk()
    assert list(desk.room.attendees) == list(desk.on_disk().attendees)
    assert desk.live.sessions[0].people == len(before.attendees) - 1
    desk.do(SplitPeople(karim))
    assert desk.room == desk.on_disk()
    assert list(desk.room.attendees) == list(desk.on_disk().attendees) == list(before.attendees)
    for part in ("people", "attendees", "cards", "ballots", "ratings", "participations", "devices"):
        assert getattr(desk.room, part) == getattr(before, part), part


def test_it_lasts_over_a_restart_and_the_journal_tells(desk: Desk) -> None:
    amina, karim = people(desk)
    desk.do(MergePeople(amina, karim))
    merged = desk.room
    desk.restart()
    assert desk.room == merged
    assert desk.live.sessions[0].people == len(merged.attendees)
    desk.live.stop()
    assert b'"gone": "' + karim.encode() in desk.path.read_bytes()


def test_no_name_of_theirs_stays_behind_when_one_is_erased(desk: Desk) -> None:
    amina, karim = people(desk)
    name, other = (desk.room.name_of(one).encode() for one in (amina, karim))
    desk.do(MergePeople(amina, karim))
    desk.do(ask.RenamePerson(amina, "Amina B."))
    desk.do(AnswerErasure(amina, erase=True))
    desk.live.stop()
    written = b"".join(path.read_bytes() for path in desk.path.parent.iterdir())
    for gone in (name, other, b"Amina B."):
        assert gone not in written


def test_one_vote_of_two_is_gone_from_the_file_too(desk: Desk) -> None:
    plan = samples.codev_plan()
    steps = tuple(
        replace(step, activities=tuple(replace(one, naming=Naming.NAMED) for one in step.activities))
        for step in plan.steps
    )
    desk.open(ask.PlanSession(plan.session, steps))
    people = tuple(PersonId(new_id()) for _ in range(2))
    for number, person in enumerate(people):
        desk.do(ask.Join(person, f"P{number}", "", Language("fr"), Channel.PHONE))
    for key in ("mood", "subjects", "subject_vote"):
        while (activity := desk.room.activity_by_key(key)) is None or activity.opened is None:
            desk.do(ask.Advance())
        for person in people:
            if key == "mood":
                desk.do(ask.Rate(RatingId(blind_id()), activity.id, person, 3))
            elif key == "subjects":
                desk.do(ask.SubmitCard(CardId(f"c-{person}"), activity.id, person, "Dire non"))
            else:
                choice = (Choice(CardId(f"c-{people[0]}"), 1),)
                desk.do(ask.CastBallot(BallotId(blind_id()), activity.id, person, choice))
    before = desk.room
    desk.do(MergePeople(*people))
    assert (len(desk.room.ballots), len(desk.room.ratings)) == (1, 1)
    assert desk.room == desk.on_disk()
    desk.do(SplitPeople(people[1]))
    assert desk.room == desk.on_disk()
    assert (desk.room.ballots, desk.room.ratings) == (before.ballots, before.ratings)
