"""Taking back across a restart: what someone still sees offered may be long gone."""

from tests.live.conftest import Desk
from tests.live.desk import refused
from workshop_desk.domain import commands as ask
from workshop_desk.domain.agenda_commands import Undo
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.timer import TimerState


def test_a_number_from_before_a_restart_takes_nothing_back(desk: Desk) -> None:
    desk.open()
    desk.do(ask.Advance())
    desk.do(ask.StartTimer())
    stale = desk.room.past[-1].number
    desk.restart()
    assert refused(desk, Undo(stale)) is Why.NOTHING_TO_UNDO
    for command in (ask.PauseTimer(), ask.StartTimer(), ask.PauseTimer()):
        desk.do(command)
        assert refused(desk, Undo(stale)) is Why.CHANGED_SINCE
    desk.do(Undo(desk.room.past[-1].number))
    assert desk.room.step.timer.state is TimerState.RUNNING
