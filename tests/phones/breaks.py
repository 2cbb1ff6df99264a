"""A break to put into a plan."""

from workshop_desk.base.ids import new_id
from workshop_desk.domain.steps import Activity, Step, StepKind
from workshop_desk.domain.timer import Timer
from workshop_desk.domain.units import ActivityId, Seconds, SessionId, StepId
from workshop_desk.domain.wording import Wording


def a_break(session: SessionId, minutes: float = 15.0) -> Step:
    """Return a break of so many minutes for a session's plan."""
    step, title = StepId(new_id()), Wording.of({"fr": "Pause", "en": "Break"})
    pause = Activity(ActivityId(new_id()), step, 0, "break", StepKind.PAUSE, title, Wording())
    return Step(
        id=step,
        session=session,
        position=0,
        key="break",
        label="",
        title=title,
        rules=Wording(),
        advice=Wording(),
        shortest=Seconds(300),
        longest=Seconds(1800),
        timer=Timer(Seconds(minutes * 60)),
        activities=(pause,),
    )
