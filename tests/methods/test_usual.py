"""A plan with the lengths that are usual here."""

from dataclasses import replace

import pytest

from tests import samples
from workshop_desk.domain.units import Language
from workshop_desk.methods.planning import plan, planned_minutes


def test_usual_lengths_take_the_place_of_the_presets() -> None:
    method = samples.method()
    first, second, *_ = (one.id for one in method.steps)
    usual = {first: 8.0, "unknown": 99.0}
    before = planned_minutes(method, "standard")
    after = planned_minutes(method, "standard", usual)
    assert after[first] == 8.0
    assert after[second] == before[second]
    assert "unknown" not in after
    planned = plan(
        method,
        "standard",
        title="",
        language=Language("en"),
        settings=samples.SETTINGS,
        now=samples.START,
        code="K7QM",
        new_id=samples.ids(),
        usual=usual,
    )
    assert [step.timer.planned for step in planned.steps] == [
        60 * after[one.key] for one in planned.steps
    ]
    with pytest.raises(KeyError):
        planned_minutes(method, "none")


def test_rounds_that_would_not_fit_keep_their_time() -> None:
    method = samples.method()
    first = method.steps[0]
    turning = replace(first, pace=replace(first.pace, rounds=4, change=2.0))
    method = replace(method, steps=(turning, *method.steps[1:]))
    given = planned_minutes(method, "")[first.id]
    assert planned_minutes(method, "", {first.id: 6.0})[first.id] == given
    assert planned_minutes(method, "", {first.id: 7.0})[first.id] == 7.0
