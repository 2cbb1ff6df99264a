"""The windows of the stage and the browser's second stage show the same, whatever is going on."""

from dataclasses import replace

import pytest

from tests.desktop.stage_rooms import Sight, hostile, usual
from tests.desktop.timer_rooms import SCENES, sight
from tests.samples import Story, story_until
from workshop_desk.desktop.stage.actions import ActionList
from workshop_desk.desktop.stage.black import Black
from workshop_desk.desktop.stage.clocks import ClockGrid
from workshop_desk.desktop.stage.closing import Closing
from workshop_desk.desktop.stage.digits import ClockScene
from workshop_desk.desktop.stage.hard_end import HardEnd
from workshop_desk.desktop.stage.lobby import Lobby
from workshop_desk.desktop.stage.look_here import LookHere
from workshop_desk.desktop.stage.questions import QuestionList
from workshop_desk.desktop.stage.scales import ScaleResult
from workshop_desk.desktop.stage.step_scene import StepScene
from workshop_desk.desktop.stage.votes import VoteResult
from workshop_desk.desktop.stage.wall import WallScene
from workshop_desk.domain import control_commands as hold
from workshop_desk.domain.onstage import agreed, ranking, shown_cards, spread, tally
from workshop_desk.domain.scenes import SceneKind, scene_kind, seconds_to_scene
from workshop_desk.domain.units import Seconds
from workshop_desk.phones.stage_shapes import JoinShape
from workshop_desk.phones.stage_state import stage_shape

KINDS: dict[type, set[SceneKind]] = {
    Black: {SceneKind.BLACK},
    LookHere: {SceneKind.LOOK},
    Lobby: {SceneKind.LOBBY},
    Closing: {SceneKind.CLOSING},
    HardEnd: {SceneKind.HARD_END},
    ClockGrid: {SceneKind.CLOCKS},
    ClockScene: {SceneKind.CLOCK},
    StepScene: {SceneKind.CHANGE, SceneKind.TURN, SceneKind.BREAK, SceneKind.STEP},
    WallScene: {SceneKind.WALL},
    QuestionList: {SceneKind.QUESTIONS},
    VoteResult: {SceneKind.VOTE},
    ScaleResult: {SceneKind.SCALE},
    ActionList: {SceneKind.ACTIONS},
}
SPECIAL = {"turn": SceneKind.TURN, "break": SceneKind.BREAK}


def same(one: Sight) -> None:
    """Hold the painted scene against what the domain says of the same room at the same moment."""
    room, scene = one.room, one.scene()
    kind = scene_kind(room, one.now)
    assert kind in KINDS[type(scene)], one.name
    activity, step = room.leading, room.step
    if step is None or activity is None:
        return
    if isinstance(scene, StepScene):
        last = scene.key[-1]
        special = SceneKind.CHANGE if last.startswith("change") else SPECIAL.get(last)
        assert kind is (special or SceneKind.STEP), one.name
    if isinstance(scene, StepScene) and kind is SceneKind.STEP:
        counted = tally(room, activity)
        drawn = (scene.count.done, scene.count.of) if scene.count else None
        assert drawn == ((counted.done, counted.of) if counted else None), one.name
        panel, known = scene.column.panel, agreed(room, step)
        if panel is not None:
            texts = [card.text for card in shown_cards(room, activity)[-1:]]
            assert panel.text in (texts or [known[1].text if known else ""]), one.name
    if isinstance(scene, WallScene):
        cards = shown_cards(room, activity)
        assert [note.text for note in scene.notes] == [card.text for card in cards[-240:]]
    if isinstance(scene, QuestionList):
        assert [row.text for row in scene.rows] == [card.text for card in shown_cards(room, activity)]
    if isinstance(scene, VoteResult):
        mine = [(rank.rank, rank.card.text, rank.dots) for rank in ranking(room, activity)]
        assert [(rank.rank, rank.text, rank.dots) for rank in scene.ranked] == mine
    if isinstance(scene, ScaleResult):
        lie = spread(room, activity)
        assert (scene.counts, scene.answers, scene.needed) == (lie.counts, lie.answers, lie.needed)
        assert not lie.counts or scene.middle == lie.middle


def test_at_every_place_of_a_session() -> None:
    for one in usual("fr"):
        same(one)


def test_with_every_kind_of_step() -> None:
    for one in hostile("en"):
        same(one)


@pytest.mark.parametrize("name", SCENES)
def test_with_every_scene_of_time(name: str) -> None:
    one = sight(name)
    same(one)
    session = one.room.session
    look = replace(session, curtain=replace(session.curtain, look_here=True))
    same(Sight(f"{name} look", replace(one.room, session=look), one.now))
    black = replace(session, blackout=True)
    same(Sight(f"{name} black", replace(one.room, session=black), one.now))
    # A clock that runs on goes over its boundaries.
    for seconds in (1, 30, 100):
        later = one.now.back(Seconds(-seconds))
        same(Sight(f"{name} {seconds} s later", one.room, later))


@pytest.mark.parametrize("name", SCENES)
def test_it_is_known_when_the_scene_changes_by_itself(name: str) -> None:
    one = sight(name)
    wait = seconds_to_scene(one.room, one.now) or 3600.0
    for share in (0.3, 0.7, 0.99):
        later = one.now.back(Seconds(-share * wait))
        assert scene_kind(one.room, later) is scene_kind(one.room, one.now), (wait, share)
        assert Sight(name, one.room, later).scene().key == one.scene().key, (wait, share)


def test_both_stages_tell_of_hands_and_of_a_closed_door(hand_story: Story) -> None:
    room, now = hand_story.room, hand_story.now
    scene = Sight("held", room, now).scene()
    assert isinstance(scene, StepScene)
    state = stage_shape(room, room, now, JoinShape(url="x", address="x", code="x"), dark=False)
    assert (scene.frame.hands, scene.frame.join) == (2, None)
    assert (state["hands"], state["join"], state["locked"]) == (2, None, True)


@pytest.fixture
def hand_story() -> Story:
    story = story_until("2")
    for name in ("Karim", "Amina"):
        story.ask(hold.RaiseHand(story.person(name)))
    story.ask(hold.SetHandsShown(True))
    story.ask(hold.SetLocked(True))
    return story
