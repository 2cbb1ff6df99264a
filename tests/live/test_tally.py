"""What a rehearsal counts: what was acknowledged against what is stored."""

from dataclasses import replace

import pytest

from tests.samples import closed_room
from workshop_desk.domain.steps import StepKind
from workshop_desk.live.crowd import Answer, Outcome
from workshop_desk.live.tally import percentile, tally, tally_by_key

ROOM = closed_room()


def sent_as_stored() -> Outcome:
    """Return what a crowd would tell that sent just what the sample room holds."""
    answers = [Answer("card", one.activity, one.text, True, 0.001) for one in ROOM.cards.values()]
    for ballot in ROOM.ballots.values():
        dots = sum(choice.dots for choice in ballot.choices)
        answers.append(Answer("ballot", ballot.activity, str(dots), True, 0.002))
    answers += [
        Answer("rating", one.activity, str(one.value), True, 0.003) for one in ROOM.ratings.values()
    ]
    answers += [
        Answer("action", one.activity or "", one.what, True, 0.004) for one in ROOM.actions.values()
    ]
    scored = {
        one.id
        for step in ROOM.steps
        for one in step.activities
        if one.kind in (StepKind.VOTE, StepKind.SCALE)
    }
    for (activity, person), done in ROOM.participations.items():
        if done.finished and activity not in scored:
            answers.append(Answer("finished", activity, ROOM.name_of(person), True, 0.005))
    return Outcome(8, tuple(answers), 3, 0, ())


def test_what_was_sent_and_is_there_is_whole() -> None:
    figures = tally(sent_as_stored(), ROOM)
    assert figures.whole
    assert figures.sent == figures.acknowledged == figures.stored > 50
    assert (figures.people, figures.resent) == (8, 3)


def test_an_acknowledged_answer_that_is_not_there_is_lost() -> None:
    outcome = sent_as_stored()
    gone = replace(ROOM, cards=dict(list(ROOM.cards.items())[1:]))
    figures = tally(outcome, gone)
    assert (figures.lost, figures.duplicates) == (1, 0)
    assert not figures.whole


def test_an_answer_that_is_there_twice_is_doubled() -> None:
    outcome = sent_as_stored()
    fewer = replace(outcome, answers=outcome.answers[1:])
    figures = tally(fewer, ROOM)
    assert (figures.lost, figures.duplicates) == (0, 1)


def test_what_was_never_acknowledged_may_be_there_or_not() -> None:
    outcome = sent_as_stored()
    unsure = replace(outcome.answers[0], stored=False)
    figures = tally(replace(outcome, answers=(unsure, *outcome.answers[1:])), ROOM)
    assert figures.whole
    assert figures.acknowledged == figures.sent - 1


@pytest.mark.parametrize(
    ("share", "value"), [(50, 2.0), (95, 4.0), (99, 4.0), (25, 1.0), (1, 1.0), (100, 4.0)]
)
def test_percentiles_by_nearest_rank(share: float, value: float) -> None:
    assert percentile([1.0, 2.0, 3.0, 4.0], share) == value


def test_no_values_have_no_percentile() -> None:
    assert percentile([], 95) == 0.0


def test_by_key_only_what_was_acknowledged_and_is_not_kept_is_lost() -> None:
    answers = tuple(
        Answer("card", "a", f"text {n}", n != 2, 0.001 * n, key=f"key {n}") for n in range(4)
    )
    outcome = Outcome(3, answers, 2, 1, ())
    figures = tally_by_key(outcome, lambda one: one.key in {"key 0", "key 2"})
    assert (figures.people, figures.sent, figures.acknowledged, figures.stored) == (3, 4, 3, 2)
    assert (figures.lost, figures.duplicates, figures.resent, figures.p50) == (2, 1, 2, 1.0)
