"""Steps: kinds and their nouns, and phases of activities."""

from dataclasses import replace

from tests import samples
from workshop_desk.domain.steps import StepKind


def test_every_kind_has_a_noun_of_its_own() -> None:
    assert len({kind.noun for kind in StepKind}) == len(StepKind)


def test_activities_that_run_meanwhile_are_one_phase() -> None:
    step = next(one for one in samples.lobby_room().steps if one.key == "1")
    assert [len(phase) for phase in step.phases] == [len(step.activities)]
    assert sum(len(phase) for phase in step.phases) == len(step.activities)


def test_a_step_without_activities_has_nothing_open() -> None:
    step = replace(samples.lobby_room().steps[0], activities=())
    assert step.phases == ()
    assert step.now_open == ()
