"""Record the file of a release, as SQL, for ever: `python -m tests.store.record 0.1.0`.

A small session is played from plan to certificates. Files of releases are never recorded again: that
today's program opens what an older one wrote is what they are for.
"""

import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests import samples, signing
from tests.live.conftest import Desk
from workshop_desk.domain import agenda_commands as agenda
from workshop_desk.domain import commands as ask
from workshop_desk.domain import stage_commands as stage
from workshop_desk.domain.absences import AbsenceCause
from workshop_desk.domain.agenda_commands import NewClock
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.data_commands import AskErasure
from workshop_desk.domain.identity_commands import AddRegistrations
from workshop_desk.domain.people import Channel
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.remotes import RemoteRole
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.units import (
    AbsenceId,
    ActionId,
    BallotId,
    CardId,
    CertificateId,
    ClockId,
    DeviceId,
    Language,
    PersonId,
    PictureId,
    RatingId,
    RegistrationId,
    RemoteId,
    Seconds,
)
from workshop_desk.domain.votes import Choice

RELEASED = Path(__file__).parent / "released"


def play(desk: Desk) -> None:
    """Plan, open, fill and close a session, with a row in every table."""
    preset = samples.method("aar").presets[0].id
    plan = samples.method_plan("aar", preset, title="Retour d’expérience")
    plan = replace(plan, session=replace(plan.session, training=signing.TRAINING))
    desk.do(ask.ChangeSettings(Settings(facilitator="Claire")))
    desk.open(plan)
    listed = (Registration(RegistrationId("l-1"), plan.session.id, "Ana", None, "Qualité", "T-17"),)
    desk.do(AddRegistrations(plan.session.id, listed))
    me = PersonId("p-1")
    desk.do(
        ask.Join(me, "Ana", "", Language("fr"), Channel.PHONE, DeviceId("d-1"), "hash"),
        ask.Newcomer(),
        "join-key",
    )
    number = 0
    while desk.room.session.place.value != "closing":
        desk.do(ask.Advance())
        desk.moments.wait(60)
        for activity in desk.room.open_activities:
            number += 1
            match activity.kind:
                case StepKind.WRITE | StepKind.BOARD | StepKind.QUEUE:
                    tags = tuple(tag.id for tag in activity.tags[:1])
                    desk.do(ask.SubmitCard(CardId(f"c-{number}"), activity.id, me, "Fait", tags))
                case StepKind.VOTE:
                    choice = Choice(CardId(f"c-{number - 1}"), 1)
                    desk.do(ask.CastBallot(BallotId("b-1"), activity.id, me, (choice,)))
                case StepKind.SCALE:
                    desk.do(ask.Rate(RatingId("r-1"), activity.id, me, 4))
                case StepKind.ACTIONS:
                    desk.do(ask.AddAction(ActionId("a-1"), activity.id, "Appeler", "", writer=me))
                case StepKind.TALK | StepKind.PAUSE:
                    desk.do(ask.StartTimer())
        if number == 1:
            _run_of_show(desk)
            _stage(desk)
    desk.do(signing.at_desk(me))
    desk.do(AskErasure(me), ask.Participant(me))
    desk.do(ask.CloseSession((CertificateId("n-1"),)))


def _run_of_show(desk: Desk) -> None:
    """Use rounds, several clocks and an absence, each in the step that runs."""
    step = desk.room.step
    assert step is not None
    tables = (NewClock(ClockId("k-1"), "Table 1", Seconds(300.0), (PersonId("p-1"),)),)
    desk.do(agenda.AddClocks(ClockRole.GROUP, tables))
    desk.do(agenda.StartClocks((ClockId("k-1"),)))
    each, more = Seconds(120.0), ((0, Seconds(30.0)),)
    desk.do(agenda.SetRounds(step.id, Rounds(2, each, Seconds(15.0), more)))
    began = desk.moments.now().utc
    desk.moments.wait(45)
    away = agenda.NoteAbsence(AbsenceId("s-1"), AbsenceCause.SLEPT, began, Seconds(45.0))
    desk.do(away, ask.Timekeeper())


def _stage(desk: Desk) -> None:
    """Show a picture and let a phone steer."""
    desk.do(stage.AddPicture(PictureId("x-1"), "Plan", "image/png", 4, 3, b"png"))
    desk.do(stage.OfferRemote(RemoteId("r-1"), RemoteRole.REMOTE, "0" * 64))


def main(release: str) -> None:
    """Write the release's file as SQL."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "desk.sqlite")
        play(desk)
        desk.live.stop()
        with closing(sqlite3.connect(desk.path)) as conn:
            application = conn.execute("PRAGMA application_id").fetchone()[0]
            lines = [f"PRAGMA application_id = {application};", *conn.iterdump()]
    RELEASED.mkdir(exist_ok=True)
    (RELEASED / f"{release}.sql").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
