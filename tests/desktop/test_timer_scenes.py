"""What the room sees of time: which scene, which word, whose name, and what comes next."""

from dataclasses import replace

import pytest

from tests.desktop.stage_rooms import Sight, painted
from tests.desktop.timer_rooms import (
    SCENES,
    TEAMS,
    alone,
    grid,
    hard,
    pitches,
    rounds,
    sight,
    table_talk,
)
from tests.samples import story_until
from workshop_desk.desktop import fonts
from workshop_desk.desktop.stage.clocks import ClockGrid
from workshop_desk.desktop.stage.digits import ClockScene
from workshop_desk.desktop.stage.hard_end import HardEnd
from workshop_desk.desktop.stage.scenes import Scene
from workshop_desk.desktop.stage.step_scene import StepScene
from workshop_desk.desktop.stage.wall import WallScene
from workshop_desk.domain import agenda_commands as run
from workshop_desk.domain import commands as ask
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.timer import AtZero, TimerPhase
from workshop_desk.domain.units import ClockId, Seconds
from workshop_desk.domain.wording import Wording

SIZE = (1280, 720)

WORDS = {
    "waiting": ("Pas commencé", "Not started"),
    "running": ("En cours", "Running"),
    "soon": ("Bientôt fini", "Nearly done"),
    "last": ("Dernière minute", "Last minute"),
    "over": ("Dépassement", "Over time"),
    "paused": ("En pause", "Paused"),
    "held": ("C’est l’heure", "Time is up"),
    "going on": ("Suite dans 8 s :", "Next in 8 s:"),
    "alone paused": ("En pause", "Paused"),
    "alone round": ("Tour 2 sur 6", "Round 2 of 6"),
    "alone turn": ("3 sur 7", "3 of 7"),
    "break until": ("Retour à 13:51", "Back at 13:51"),
    "break down": ("Retour à 13:47 Café au fond", "Back at 13:47 Coffee is at"),
    "break over": ("On reprend", "We are starting again"),
    "hard last": ("À zéro on applaudit et on s’arrête", "At zero we clap and stop"),
    "hard end": ("Merci !", "Time!"),
    "hard done": ("0:00", "0:00"),
    "pitch last": ("puis deux minutes de questions", "then two minutes of questions"),
    "pitch end": ("Bravo, Bike Desk", "Thank you, Bike Desk"),
    "turn": ("encore 4 à prendre la parole", "4 more to speak"),
    "turn over": ("On termine la phrase en cours", "Finish your sentence"),
    "round": ("Tour 2 sur 6", "Round 2 of 6"),
    "round change": ("On tourne", "Time to turn"),
    "grid 6": ("Pas commencé", "Not started"),
    "side": ("Café 4:18", "Café 4:18"),
}


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    fonts.load_fonts()


def words_of(scene: Scene) -> str:
    pages = painted(scene, SIZE).pages
    text = " ".join(painted(scene, SIZE, page).words for page in range(pages))
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("name", WORDS)
def test_every_state_has_its_word(name: str) -> None:
    for language, wanted in zip(("fr", "en"), WORDS[name], strict=True):
        assert wanted in words_of(sight(name, language).scene())


@pytest.mark.parametrize(
    ("start", "kind"),
    [("alone", ClockScene), ("grid", ClockGrid), ("break", StepScene), ("turn", StepScene)],
)
def test_each_kind_of_time_has_its_scene(start: str, kind: type[object]) -> None:
    for name in SCENES:
        if name.startswith(start):
            assert isinstance(sight(name).scene(), kind), name


def test_a_hard_end_counts_the_questions_down_by_itself() -> None:
    story = hard(299.5)("en")
    before = Sight("", story.room, story.now).scene()
    assert isinstance(before, StepScene)
    assert (before.timer.digits, before.timer.phase) == ("0:01", TimerPhase.LAST)
    story.wait(seconds=0.5)
    seen = []
    for _ in range(125):
        scene = Sight("", story.room, story.now).scene()
        assert isinstance(scene, HardEnd)
        seen.append(scene.questions)
        story.wait(seconds=1)
    assert seen[:3] == ["2:00", "1:59", "1:58"]
    assert seen[118:] == ["0:02", "0:01", "0:00", "0:00", "0:00", "0:00", "0:00"]


def test_a_hard_end_goes_before_the_time_alone_and_what_is_revealed() -> None:
    assert isinstance(Sight("", *_state(alone(hard(301)))).scene(), HardEnd)
    story = pitches(303)("fr")
    story.ask(ask.Reveal(story.room.open_activities[0].id))
    assert isinstance(Sight("", story.room, story.now).scene(), HardEnd)


def _state(told):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    story = told("fr")
    return story.room, story.now


def test_after_the_pitches_hard_end_comes_the_next_team() -> None:
    story = pitches(303)("en")
    ended = Sight("", story.room, story.now).scene()
    assert isinstance(ended, HardEnd)
    assert (ended.label.split(" · ")[0], ended.next_words) == ("Bike Desk", "Next: Table 3")
    story.ask(run.NextTurn())
    scene = Sight("", story.room, story.now).scene()
    assert isinstance(scene, StepScene)
    assert (scene.column.prompt, scene.pill, scene.frame.next_title) == ("Table 3", "3 of 6", TEAMS[3])


def test_a_turn_names_the_speaker_and_the_next_alone() -> None:
    story = table_talk()("fr")
    scene = Sight("", story.room, story.now).scene()
    assert isinstance(scene, StepScene)
    names = [clock.name for clock in story.room.clocks.values()]
    shown = [name for name in names if name in words_of(scene)]
    assert shown == names[2:4]


def test_a_turn_that_rests_is_still_that_persons() -> None:
    story = table_talk()("fr")
    story.ask(run.PauseClocks((ClockId("p2"),)))
    scene = Sight("", story.room, story.now).scene()
    assert isinstance(scene, StepScene)
    assert scene.column.prompt == story.room.clocks[ClockId("p2")].name
    assert scene.timer.phase is TimerPhase.PAUSED


def test_between_turns_the_step_is_shown_with_whoever_begins() -> None:
    story = table_talk(turn=0)("fr")
    scene = Sight("", story.room, story.now).scene()
    assert isinstance(scene, StepScene)
    assert scene.key[-1] == "step"
    assert scene.frame.next_title == story.room.clocks[ClockId("p0")].name
    for _ in story.room.clocks:
        story.ask(run.NextTurn(), minutes_later=1)
    story.ask(run.NextTurn(), minutes_later=1)
    done = Sight("", story.room, story.now).scene()
    assert isinstance(done, StepScene)
    assert done.key[-1] == "step"
    assert done.frame.next_title == "Contrat de consultation"


def test_rounds_show_their_own_time_and_the_change_between_them() -> None:
    seen = []
    for passed in (0, 119.5, 120, 149.5, 150, 870, 900):
        story = rounds(passed)("en")
        scene = Sight("", story.room, story.now).scene()
        assert isinstance(scene, StepScene)
        changing = scene.key[-1].startswith("change")
        seen.append((scene.pill, changing, scene.timer.digits, scene.timer.word))
    assert seen == [
        ("Round 1 of 6", False, "2:00", "Running"),
        ("Round 1 of 6", False, "0:01", "Wrap up"),
        ("Round 1 of 6", True, "0:30", "Turning"),
        ("Round 1 of 6", True, "0:01", "Turning"),
        ("Round 2 of 6", False, "2:00", "Running"),
        ("Round 6 of 6", False, "+0:00", "Over time"),
        ("Round 6 of 6", False, "+0:30", "Over time"),
    ]


def test_rounds_without_time_to_change_give_the_signal_as_they_begin() -> None:
    seen = []
    for passed in (0, 119, 120, 124, 125, 240, 3000):
        story = rounds(passed, 0)("en")
        scene = Sight("", story.room, story.now).scene()
        assert isinstance(scene, StepScene)
        seen.append((scene.column.prompt == "Time to turn", scene.timer.digits))
    assert seen == [
        (False, "2:00"),
        (False, "0:01"),
        (True, "2:00"),
        (True, "1:56"),
        (False, "1:55"),
        (True, "2:00"),
        (False, "+38:00"),
    ]


def test_what_is_revealed_is_seen_instead_of_clocks_and_turns() -> None:
    for told in (grid(4), table_talk()):
        story = told("fr")
        activity = story.room.leading
        assert activity is not None
        story.ask(ask.Reveal(activity.id))
        scene = Sight("", story.room, story.now).scene()
        # A talk has nothing to reveal: its clocks stay.
        assert (scene.key[-1] in {"clocks", "turn"}) is (activity.kind is StepKind.TALK)


def test_the_notice_is_calm_and_ends_by_itself() -> None:
    story = SCENES["going on"]("en")
    labels = []
    for _ in range(10):
        scene = Sight("", story.room, story.now).scene()
        assert isinstance(scene, StepScene)
        labels.append(scene.frame.next_label.replace("\u00a0", " "))
        story.wait(seconds=1)
    assert labels[0] == "Next in 8 s:"
    assert labels[7:] == ["Next in 1 s:", "Next:", "Next:"]


def test_what_goes_on_by_itself_is_the_step_and_not_its_next_part() -> None:
    story = story_until("0b")
    story.ask(ask.GoBack())
    step = story.room.step
    assert step is not None
    assert step.phase + 1 < len(step.phases)
    story.ask(run.SetPace(step.id, at_zero=AtZero.GO_ON))
    story.ask(ask.StartTimer())
    story.ask(ask.AddTime(Seconds(-2 - step.timer.remaining(story.now))))
    scene = Sight("", story.room, story.now).scene()
    assert isinstance(scene, WallScene)
    story.wait(seconds=8)
    after = story.ask(run.GoOn(step.id)).step
    assert after is not None
    assert scene.frame.next_title == after.title.in_language(story.room.session.language)


def test_beside_clocks_of_tables_no_speaker_comes_next() -> None:
    story = SCENES["turn"]("en")
    story.ask(run.AddClocks(ClockRole.GROUP, (run.NewClock(ClockId("g"), "Table 1", Seconds(60)),)))
    scene = Sight("", story.room, story.now).scene()
    assert isinstance(scene, ClockGrid)
    step = story.room.step
    assert step is not None
    after = story.room.steps[step.position + 1]
    assert scene.frame.next_title == after.title.in_language(story.room.session.language)


def test_a_break_is_named_once() -> None:
    story = SCENES["break until"]("fr")
    step = story.room.step
    assert step is not None
    words = Wording.of({"fr": "Pause"})
    named = replace(step, title=words, activities=(replace(step.activities[0], prompt=words),))
    steps = tuple(named if one.id == step.id else one for one in story.room.steps)
    shown = painted(Sight("", replace(story.room, steps=steps), story.now).scene(), SIZE).words
    assert shown.count("Pause") == 1


def test_steps_left_out_do_not_come_next() -> None:
    story = SCENES["running"]("en")
    here = story.room.step
    assert here is not None
    after, later = story.room.steps[here.position + 1 : here.position + 3]
    story.ask(run.SkipStep(after.id))
    scene = Sight("", story.room, story.now).scene()
    assert isinstance(scene, StepScene)
    assert scene.frame.next_title == later.title.in_language(story.room.session.language)


def test_of_several_clocks_on_the_side_the_one_that_ends_first_is_shown() -> None:
    story = SCENES["side"]("en")
    soon = run.NewClock(ClockId("soon"), "Lunch", story.room.clocks[ClockId("side")].timer.planned)
    story.ask(run.AddClocks(ClockRole.SIDE, (soon,)))
    story.ask(run.StartClocks((ClockId("soon"),)))
    assert "Café 4:18" in words_of(Sight("", story.room, story.now).scene())
    story.ask(run.PauseClocks((ClockId("side"),)))
    assert "Lunch 5:00" in words_of(Sight("", story.room, story.now).scene())
