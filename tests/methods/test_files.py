"""Every method that ships: well formed, well set, and played to its end by rooms of any size."""

import pytest

from tests.samples import Story, method, method_plan
from workshop_desk.domain import commands as ask
from workshop_desk.domain.sessions import Place, SessionState
from workshop_desk.domain.steps import Activity, StepKind
from workshop_desk.domain.units import (
    ActionId,
    CardId,
    CertificateId,
    Language,
    PersonId,
    RatingId,
)
from workshop_desk.domain.wording import Wording
from workshop_desk.i18n.french import french_spaces
from workshop_desk.methods.folders import shipped_folder
from workshop_desk.methods.loader import load
from workshop_desk.methods.schema import Method, When

FILES = sorted(shipped_folder().glob("*.toml"))
PRESETS = [(path.stem, preset.id) for path in FILES for preset in method(path.stem).presets]
FR, EN = Language("fr"), Language("en")


def _wordings(one: Method) -> list[Wording]:
    found = [one.name, one.purpose, one.outputs]
    found += [role.title for role in one.roles]
    found += [preset.title for preset in one.presets]
    for step in one.steps:
        found += [step.title, step.who, step.rules, step.advice, step.long_prompt]
        for activity in step.activities:
            found += [activity.title, activity.prompt, activity.lead, activity.confirm]
            found += [*activity.levels, *(tag.title for tag in activity.tags)]
    return [wording for wording in found if wording]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_wrong_with_the_file(path: object) -> None:
    reading = load(path)
    assert reading.complaints == ()
    assert reading.method is not None


@pytest.mark.parametrize("wanted", [path.stem for path in FILES])
def test_the_texts_are_well_set(wanted: str) -> None:
    for wording in _wordings(method(wanted)):
        french, english = wording.in_language(FR), wording.in_language(EN)
        assert french_spaces(french) == french
        assert french
        assert english
        for text in (french, english):
            assert "'" not in text
            assert text == text.strip()
            assert "  " not in text


@pytest.mark.parametrize(("wanted", "preset"), PRESETS)
def test_a_preset_makes_a_plan(wanted: str, preset: str) -> None:
    pattern = method(wanted)
    chosen = pattern.preset(preset)
    assert chosen is not None
    planned = method_plan(wanted, preset, "en")
    assert [step.key for step in planned.steps] == [
        step.id for step in pattern.steps if step.id in dict(chosen.minutes)
    ]
    total = sum(step.timer.planned for step in planned.steps) + planned.session.margin
    assert total == chosen.total * 60
    assert [step.position for step in planned.steps] == list(range(len(planned.steps)))
    ids = [planned.session.id, *(step.id for step in planned.steps)]
    ids += [one.id for step in planned.steps for one in step.activities]
    assert len(set(ids)) == len(ids)
    for step in planned.steps:
        assert step.session == planned.session.id
        assert {one.step for one in step.activities} == {step.id}
        assert [one.position for one in step.activities] == list(range(len(step.activities)))
        assert step.shortest <= step.longest


@pytest.mark.parametrize("wanted", [path.stem for path in FILES])
def test_no_preset_takes_the_usual_minutes(wanted: str) -> None:
    planned = method_plan(wanted, "")
    during = [step for step in method(wanted).steps if step.when is When.DURING]
    assert [step.timer.planned for step in planned.steps] == [60 * one.minutes.typ for one in during]
    assert planned.session.margin == 0
    assert planned.session.title == method(wanted).name.in_language(FR)


def test_an_unknown_preset() -> None:
    with pytest.raises(KeyError):
        method_plan("codev", "weekend")


@pytest.mark.parametrize("people", [3, 12, 60])
@pytest.mark.parametrize(("wanted", "preset"), PRESETS)
def test_a_dry_run_reaches_the_closing(wanted: str, preset: str, people: int) -> None:
    story = Story(method_plan(wanted, preset))
    for number in range(people):
        story.join(f"Person{number} Name")
    _give_roles(story)
    answered: set[str] = set()
    for _ in range(100):
        if story.room.session.place is Place.CLOSING:
            break
        story.ask(ask.Advance(), minutes_later=1)
        for person in story.room.present:
            activity = story.room.action_for(person)
            if activity is not None and _answer(story, activity, person):
                answered.add(activity.key)
        for activity in story.room.open_activities:
            story.ask(ask.Reveal(activity.id))
    assert story.room.session.place is Place.CLOSING
    certificates = tuple(CertificateId(story.new_id()) for _ in range(people))
    room = story.ask(ask.CloseSession(certificates), minutes_later=1)
    assert room.session.state is SessionState.CLOSED
    assert len(room.certificates) == people
    wanted_keys = {
        one.key
        for step in story.planned.steps
        for one in step.activities
        if one.kind.asks and (not one.who or set(one.who) & _roles(story))
    }
    assert wanted_keys <= answered


def _roles(story: Story) -> set[str]:
    return {story.room.role_of(person) for person in story.room.present}


def _give_roles(story: Story) -> None:
    for place, role in enumerate(one for one in story.room.session.roles if not one.ordinary):
        story.ask(ask.AssignRole(story.room.present[place], role.id))


def _answer(story: Story, activity: Activity, person: PersonId) -> bool:
    """Give the answer that an activity asks of someone; False where there is none to give."""
    first_name = story.room.name_of(person).split()[0]
    match activity.kind:
        case StepKind.WRITE | StepKind.BOARD | StepKind.QUEUE:
            tags = tuple(tag.id for tag in activity.tags[:1])
            command = ask.SubmitCard(CardId(story.new_id()), activity.id, person, "Text", tags)
            story.ask(command, by=ask.Participant(person))
        case StepKind.VOTE:
            source = story.activity(activity.source)
            story.vote(activity.key, first_name, next(iter(story.room.cards_of(source.id))).id)
        case StepKind.SCALE:
            value = 1 + len(first_name) % len(activity.levels)
            rating = ask.Rate(RatingId(story.new_id()), activity.id, person, value)
            story.ask(rating, by=ask.Participant(person))
        case StepKind.ACTIONS:
            action = ActionId(story.new_id())
            story.ask(ask.AddAction(action, activity.id, "Do it", "", writer=person))
        case StepKind.TALK | StepKind.PAUSE:
            if activity.confirm:
                story.ask(ask.MarkFinished(activity.id, person))
            return False
    return True
