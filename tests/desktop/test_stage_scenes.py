"""Which scene the room sees, and what it must never see."""

from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pytest

from tests import sample_texts as say
from tests import samples
from tests.desktop.stage_rooms import (
    FAR_NETWORK,
    Sight,
    hostile,
    painted,
    stuffed,
    usual,
)
from workshop_desk.desktop import fonts
from workshop_desk.desktop.stage import (
    actions,
    cards,
    pauses,
    questions,
    scales,
    talks,
    texts,
    votes,
)
from workshop_desk.desktop.stage.actions import ActionList
from workshop_desk.desktop.stage.black import Black, Empty
from workshop_desk.desktop.stage.closing import Closing
from workshop_desk.desktop.stage.lobby import Lobby
from workshop_desk.desktop.stage.questions import QuestionList
from workshop_desk.desktop.stage.scales import ScaleResult
from workshop_desk.desktop.stage.scenes import ActivityScene, scene_for
from workshop_desk.desktop.stage.step_scene import StepScene
from workshop_desk.desktop.stage.votes import VoteResult
from workshop_desk.desktop.stage.wall import WallScene
from workshop_desk.domain import commands as ask
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.steps import Audience, Naming, StepKind
from workshop_desk.domain.units import Instant
from workshop_desk.i18n.words import Words

LANGUAGES = ("fr", "en")
SIZE = (1280, 720)


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    fonts.load_fonts()


def sight(place: str, language: str = "fr") -> Sight:
    story = samples.story_until(place, language)
    return Sight(place, story.room, story.now)


def text_of(one: Sight) -> str:
    scene = one.scene()
    pages = painted(scene, SIZE).pages
    return " ".join(painted(scene, SIZE, page).words for page in range(pages))


def test_every_step_kind_has_its_file() -> None:
    files = {
        module.__name__.rsplit(".", 1)[1]
        for module in (talks, texts, cards, questions, votes, scales, actions, pauses)
    }
    assert files == {kind.noun for kind in StepKind}


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("lobby", Lobby),
        ("0b", VoteResult),
        ("1", StepScene),
        ("2", StepScene),
        ("3", StepScene),
        ("4", WallScene),
        ("5", StepScene),
        ("6", ScaleResult),
        ("closing", Closing),
        ("closed", Closing),
    ],
)
def test_each_place_has_its_scene(place: str, kind: type[object]) -> None:
    assert type(sight(place).scene()) is kind


def test_no_session_and_a_blackout() -> None:
    one = sight("2")
    assert scene_for(None, NetworkState(), one.now, one.words) == Empty()
    dark = samples.story_until("2")
    dark.ask(ask.SetBlackout(on=True))
    assert Sight("black", dark.room, dark.now).scene() == Black()
    assert painted(Black(), SIZE).boxes == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_private_texts_are_nowhere_on_the_stage(language: str) -> None:
    private = [*say.PRIVATE[language].values(), *say.OWN_ACTIONS[language]]
    for one in usual(language):
        scene = repr(one.scene())
        assert not [text for text in private if text in scene], one.name
        assert "SECRET" not in text_of(one), one.name


@pytest.mark.parametrize("audience", [Audience.FACILITATOR, Audience.AUTHOR])
@pytest.mark.parametrize("kind", [StepKind.WRITE, StepKind.BOARD, StepKind.QUEUE, StepKind.ACTIONS])
def test_what_is_not_for_the_room_stays_off_even_when_revealed(
    kind: StepKind, audience: Audience
) -> None:
    story = stuffed(kind, "fr", audience=audience)
    story.ask(ask.Reveal(story.activity("made").id))
    scene = Sight("", story.room, story.now).scene()
    assert isinstance(scene, StepScene)
    assert "HYPERLINK" not in repr(scene)


@pytest.mark.parametrize(("audience", "silent"), [(Audience.HELD, False), (Audience.ROOM, True)])
def test_nobodys_text_is_shown_before_the_reveal(audience: Audience, *, silent: bool) -> None:
    story = stuffed(StepKind.BOARD, "fr", audience=audience, silent=silent)
    activity = story.activity("made")
    story.ask(ask.MarkFinished(activity.id, story.person("Sofia")))
    held = Sight("", story.room, story.now).scene()
    assert isinstance(held, StepScene)
    assert held.count is not None
    assert (held.count.done, held.count.of) == (1, len(story.room.present))
    assert held.column.remark == "Personne ne voit encore vos notes"
    assert "HYPERLINK" not in repr(held)
    story.ask(ask.Reveal(activity.id))
    shown = Sight("", story.room, story.now).scene()
    assert isinstance(shown, WallScene)
    assert "HYPERLINK" in repr(shown)


@pytest.mark.parametrize(
    ("naming", "named"), [(Naming.NAMED, True), (Naming.PSEUDONYMOUS, False), (Naming.ANONYMOUS, False)]
)
def test_names_stand_on_notes_only_where_people_are_named(naming: Naming, *, named: bool) -> None:
    story = stuffed(StepKind.BOARD, "fr", naming=naming)
    scene = Sight("", story.room, story.now).scene()
    assert isinstance(scene, WallScene)
    assert ("Sofia Moreau" in {note.about.split(" · ")[0] for note in scene.notes}) is named


def test_hidden_parked_and_withdrawn_cards_are_left_out() -> None:
    story = samples.story_until("2")
    texts_shown = text_of(Sight("", story.room, story.now))
    assert "planning" not in texts_shown
    card = story.write("questions", "Amina", "Retirée ?")
    story.ask(ask.MarkCard(card, withdrawn=True))
    card = story.write("questions", "Amina", "Cachée ?")
    story.ask(ask.MarkCard(card, hidden=True))
    story.ask(ask.Reveal(story.activity("questions").id))
    one = Sight("", story.room, story.now)
    scene = one.scene()
    assert isinstance(scene, QuestionList)
    assert len(scene.rows) == len(say.QUESTIONS["fr"]) - 1
    assert not {"Retirée", "Cachée", "planning"} & set(text_of(one).replace("?", "").split())


def test_the_newest_question_stands_beside_the_time() -> None:
    scene = sight("2").scene()
    assert isinstance(scene, StepScene)
    assert scene.column.panel is not None
    assert scene.column.panel.text.split() == say.QUESTIONS["fr"][-1][1].split()
    assert scene.column.panel.facts == "ressenti · Karim Haddad"
    assert scene.pill == "2 sur 6"


def test_the_agreed_request_stays_in_sight() -> None:
    contract = say.CONTRACT["fr"]
    agreed = sight("3").scene()
    assert isinstance(agreed, StepScene)
    assert agreed.column.panel is not None
    assert (agreed.column.panel.label, agreed.column.panel.text) == (
        "La demande · Sofia Moreau",
        contract,
    )
    wall = sight("4").scene()
    assert isinstance(wall, WallScene)
    assert contract in wall.agreed
    assert contract not in text_of(sight("2"))


def test_a_vote_shows_no_dots_before_its_reveal() -> None:
    story = samples.story_until("0b")
    activity = story.activity("subject_vote")
    story.ask(ask.Reveal(activity.id, shown=False))
    scene = Sight("", story.room, story.now).scene()
    assert isinstance(scene, StepScene)
    assert scene.count is not None
    assert (scene.count.done, scene.count.of) == (6, 7)
    assert say.SUBJECTS["fr"][0][1] not in repr(scene)


def test_a_result_has_ranks_dots_and_how_many_voted() -> None:
    scene = sight("0b").scene()
    assert isinstance(scene, VoteResult)
    assert [(one.rank, one.dots) for one in scene.ranked] == [(1, 6), (2, 3), (3, 2)]
    assert scene.facts == "6 personnes ont voté · 2 gommettes chacune"


def test_options_with_as_many_dots_share_a_rank() -> None:
    story = stuffed(StepKind.VOTE, "fr")
    story.ask(ask.Reveal(story.activity("made").id))
    scene = Sight("", story.room, story.now).scene()
    assert isinstance(scene, VoteResult)
    assert [one.rank for one in scene.ranked[:4]] == [1, 1, 3, 3]


def test_few_anonymous_answers_are_not_shown() -> None:
    story = samples.story_until("0a")
    story.ask(ask.GoBack())
    mood = story.activity("mood")
    some = dict(list(story.room.ratings.items())[:4])
    story.room = replace(story.room, ratings=some)
    few = Sight("", story.room, story.now).scene()
    assert mood.revealed
    assert isinstance(few, ScaleResult)
    assert few.counts == ()
    assert "Affiché à partir de 5 réponses" in painted(few, SIZE).words.replace("\u00a0", " ")
    five = replace(story.room, ratings=dict(list(samples.room_at("0a").ratings.items())[:5]))
    assert five.ratings
    shown = Sight("", five, story.now).scene()
    assert isinstance(shown, ScaleResult)
    assert sum(shown.counts) == 5


def test_roti_says_the_middle_answer_in_words() -> None:
    words = text_of(sight("6", "en"))
    assert "out of 5 is the middle answer" in words
    assert "7 answers" in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_overtime_says_how_to_end(language: str) -> None:
    story = samples.story_until("2", language)
    story.wait(30)
    scene = Sight("", story.room, story.now).scene()
    assert isinstance(scene, StepScene)
    assert scene.column.mark
    assert scene.column.mark in scene.column.prompt
    assert scene.timer.digits.startswith("+")


def test_the_stage_speaks_the_sessions_language() -> None:
    # `scene_for` gets the session's words; methods' words follow the session, whatever the desk speaks.
    one = sight("2", "en")
    assert "Ask to understand" in text_of(one)
    assert "Posez" in text_of(sight("2", "fr"))
    assert Words(one.room.session.language).language == "en"


def test_the_closing_thanks_and_lists_what_the_room_will_do() -> None:
    words = text_of(sight("closing"))
    assert "Merci, à bientôt" in words
    assert say.NEXT_DATE["fr"] in words
    assert say.ROOM_ACTIONS["fr"][0][0] in words
    assert "8 personnes ont participé" in words


def test_without_a_way_in_there_is_no_corner_to_join_by() -> None:
    for place in ("lobby", "2", "closing"):
        one = sight(place)
        words = painted(one.scene(NetworkState()), SIZE).words
        assert "K7QM" not in words
        assert "Rejoindre" not in words


def test_a_new_address_is_said_calmly_wherever_one_can_join() -> None:
    moved = replace(FAR_NETWORK, moved=True)
    for place in ("lobby", "2", "4"):
        one = sight(place)
        assert "Scannez de nouveau" not in painted(one.scene(FAR_NETWORK), SIZE).words
        report = painted(one.scene(moved), SIZE)
        assert "Scannez de nouveau" in report.words
        assert "192.168.100.254" in report.words
        title = "L’adresse a changé" if place == "lobby" else "Nouvelle adresse"
        assert title in report.words
        assert not report.clipped
    # In letters as large as the last row may need, what has no room in the title line is left out.
    assert "Nouvelle adresse" not in painted(sight("4").scene(moved), SIZE, factor=2.2).words


def test_no_word_of_ours_is_broken_on_a_narrow_projector() -> None:
    words = painted(at_the_start().scene(FAR_NETWORK), (1024, 768)).words
    for word in ("personnes", "attendues", "13:00", "rejoignez"):
        assert word in words


def at_the_start(seconds: float = 0.0) -> Sight:
    """Return the lobby at the hour of the start, or so many seconds later."""
    one = sight("lobby")
    planned = one.room.session.planned_start
    assert planned is not None
    return replace(one, now=replace(one.now, utc=Instant(planned + timedelta(seconds=seconds))))


def test_the_lobby_says_when_it_starts_only_if_that_is_known() -> None:
    one = at_the_start()
    assert "On commence à" in text_of(one)
    session = replace(one.room.session, planned_start=None, expected=0)
    words = text_of(replace(one, room=replace(one.room, session=session)))
    assert "On commence" not in words
    assert "attendues" not in words


def test_an_hour_of_the_start_that_is_gone_is_promised_no_more() -> None:
    assert "On commence à 13:00" in text_of(at_the_start(59))
    words = text_of(at_the_start(60))
    assert "On commence dans un instant" in words
    assert "On commence à" not in words


def test_scenes_of_one_moment_are_equal_and_the_key_changes_with_the_step() -> None:
    assert sight("2").scene() == sight("2").scene()
    assert len({sight(place).scene().key for place in ("lobby", "0b", "1", "2", "3", "closing")}) == 6


def test_the_corpus_reaches_every_activity_scene() -> None:
    seen = {type(one.scene(FAR_NETWORK)) for one in hostile("fr")}
    assert seen == set(get_args(ActivityScene))
    assert ActionList in seen
