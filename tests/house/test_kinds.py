"""A closed list is handled everywhere: each kind of activity has its file in each room."""

import pytest

from tests.house.source import PACKAGE, TESTS
from workshop_desk.domain.steps import StepKind
from workshop_desk.methods.schema import OPTIONS

FACES = ("phones", "desktop/desk", "desktop/stage", "exports")

STORED_IN = {
    StepKind.TALK: "participations",
    StepKind.WRITE: "cards",
    StepKind.BOARD: "cards",
    StepKind.QUEUE: "cards",
    StepKind.VOTE: "votes",
    StepKind.SCALE: "scales",
    StepKind.ACTIONS: "actions",
    StepKind.PAUSE: "participations",
}
DECIDED_IN = {
    StepKind.TALK: "actions",
    StepKind.WRITE: "cards",
    StepKind.BOARD: "cards",
    StepKind.QUEUE: "cards",
    StepKind.VOTE: "votes",
    StepKind.SCALE: "scales",
    StepKind.ACTIONS: "actions",
    StepKind.PAUSE: "timers",
}


@pytest.mark.parametrize("kind", StepKind)
@pytest.mark.parametrize("face", FACES)
def test_each_kind_has_its_file_on_each_face(kind: StepKind, face: str) -> None:
    path = PACKAGE / face / f"{kind.noun}.py"
    assert path.is_file(), f"{kind.value} needs src/workshop_desk/{face}/{kind.noun}.py"


@pytest.mark.parametrize("kind", StepKind)
def test_each_kind_is_decided_stored_and_tested(kind: StepKind) -> None:
    assert (PACKAGE / "domain" / "rules" / f"{DECIDED_IN[kind]}.py").is_file()
    assert (PACKAGE / "store" / f"{STORED_IN[kind]}.py").is_file()
    assert (TESTS / "domain" / f"test_{kind.noun}.py").is_file()


def test_each_kind_has_a_noun_of_its_own_and_options() -> None:
    assert len({kind.noun for kind in StepKind}) == len(StepKind)
    assert set(OPTIONS) == set(StepKind)
