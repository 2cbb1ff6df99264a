"""Rooms for the stage's tests: every place of the sample workshop, and rooms full of the worst texts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from tests import samples
from tests.samples import Story, hostile_texts
from workshop_desk.desktop.parts.typeset import Report
from workshop_desk.desktop.stage.canvas import stage_layout, stage_size
from workshop_desk.desktop.stage.scenes import Scene, paint_scene, scene_for
from workshop_desk.desktop.theme import stage_palette
from workshop_desk.domain import commands as ask
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.people import Channel
from workshop_desk.domain.refusals import Refusal
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity, Audience, Naming, StepKind
from workshop_desk.domain.units import ActionId, Language, Moment, PersonId
from workshop_desk.domain.wifi import Wifi
from workshop_desk.domain.wording import Wording
from workshop_desk.i18n.words import Words

URL = "HTTP://192.168.8.10:8080/J/K7QM"
NETWORK = NetworkState(True, "192.168.8.10", 8080, "K7QM", URL, connected=6, proven=True)
FAR_NETWORK = replace(NETWORK, address="192.168.100.254", port=18080)
WIFI = {
    "usual": Wifi("Atelier-Halliade", "cerisier-42"),
    "long": Wifi("Réseau de la salle Cerisier 2", 'une phrase; longue, pour "63" signes', hidden=True),
    "open": Wifi("Salle libre"),
    "wide": Wifi("W" * 32, "W" * 20),
}
PLACES = ("lobby", "0a", "0b", "1", "2", "3", "4", "5", "6", "closing", "closed")

LONG_PROMPT = {
    "fr": "Racontez la situation telle que vous la vivez : les faits, ce qui est en jeu pour vous, "
    "ce que vous avez déjà essayé. Nous écoutons, sans vous interrompre, jusqu’au bout de votre récit.",
    "en": "Tell the situation as you live it: the facts, what is at stake for you, and what you have "
    "already tried. We listen without interrupting you, until the very end of your story.",
}
FLOOR = 44
"""The smallest text of the stage, in units of its height of 1080."""

LONG_TEXT = "Anticonstitutionnellement, " * 9


@dataclass(frozen=True)
class Sight:
    """A room at a moment, with a name for the test's report."""

    name: str
    room: Room
    now: Moment

    @property
    def words(self) -> Words:
        """Return the words of the room's language."""
        return Words(self.room.session.language)

    def scene(self, network: NetworkState = NETWORK, wifi: Wifi = Wifi()) -> Scene:  # noqa: B008
        """Return what the room sees."""
        return scene_for(self.room, network, self.now, self.words, zone=UTC, wifi=wifi)


def painted(
    scene: Scene, size: tuple[int, int], page: int = 0, *, dark: bool = False, factor: float = 1.0
) -> Report:
    """Paint a scene and return the report alone."""
    return picture(scene, size, page, dark=dark, factor=factor)[1]


def picture(
    scene: Scene, size: tuple[int, int], page: int = 0, *, dark: bool = False, factor: float = 1.0
) -> tuple[QImage, Report]:
    """Paint a scene."""
    image = QImage(QSize(*size), QImage.Format.Format_RGB888)
    painter = QPainter(image)
    look, place = stage_palette(dark=dark), QRectF(0, 0, *size)
    report = paint_scene(painter, look, place, scene, page, legibility=factor)
    painter.end()
    return image, report


def check(report: Report, size: tuple[int, int], name: str, factor: float = 1.0) -> None:
    """Hold what was painted to the design: nothing cut, small, over another or off the picture."""
    width, height = stage_size(QRectF(0, 0, *size))
    assert report.clipped == (), name
    assert report.overlaps() == (), name
    assert report.smallest >= FLOOR * stage_layout(QRectF(0, 0, *size), factor).legibility, name
    for box in report.boxes:
        assert 0 <= box.used.left() <= box.used.right() <= width, (name, box)
        assert 0 <= box.used.top() <= box.used.bottom() <= height, (name, box)


def usual(language: str) -> Iterator[Sight]:
    """Give the sample workshop at every place, and both sides of each reveal."""
    for place in PLACES:
        story = samples.story_until(place, language)
        yield Sight(place, story.room, story.now)
        story.wait(40)
        yield Sight(f"{place} over time", story.room, story.now)
        leading = story.room.leading
        if leading is not None and not story.room.session.closed:
            story.ask(ask.Reveal(leading.id, shown=not leading.revealed))
            yield Sight(f"{place} turned", story.room, story.now)


def hostile(language: str) -> Iterator[Sight]:
    """Give one room per step kind, full of what strangers type, with very long words of our own."""
    for kind in StepKind:
        for naming in (Naming.NAMED, Naming.ANONYMOUS):
            story = stuffed(kind, language, naming=naming)
            yield Sight(f"{kind} {naming} waiting", story.room, story.now)
            leading = story.room.leading
            assert leading is not None
            story.ask(ask.Reveal(leading.id))
            yield Sight(f"{kind} {naming} revealed", story.room, story.now)


def stuffed(
    kind: StepKind,
    language: str,
    *,
    naming: Naming = Naming.NAMED,
    audience: Audience = Audience.ROOM,
    silent: bool = False,
) -> Story:
    """Return a story in a step of this kind, with everything that fits in it."""
    story = Story(samples.codev_plan(language))
    story.room = replace(
        story.room, session=replace(story.room.session, title="Séance très longue · " * 9, expected=500)
    )
    _people(story)
    activity = _activity(story, kind, naming, audience, silent=silent)
    story.ask(ask.Advance(), minutes_later=1)
    story.ask(ask.Advance(), minutes_later=1)
    story.ask(ask.StartTimer())
    if kind in {StepKind.WRITE, StepKind.BOARD, StepKind.QUEUE}:
        _cards(story, activity)
    elif kind is StepKind.VOTE:
        _ballots(story, activity)
    elif kind is StepKind.SCALE:
        for first in ("Sofia", "Karim", "Chloé", "Amina", "Julien", "Thomas"):
            story.rate(activity.key, first, 3)
    elif kind is StepKind.ACTIONS:
        _actions(story, activity)
    return story


def _people(story: Story) -> None:
    for name in samples.NAMES:
        story.join(name)
    for text in hostile_texts():
        person = PersonId(story.new_id())
        language = story.room.session.language
        command = ask.Join(person, text, "", language, Channel.DESK)
        _allowed(lambda command=command: story.ask(command))


def _activity(
    story: Story, kind: StepKind, naming: Naming, audience: Audience, *, silent: bool
) -> Activity:
    """Put an activity with long words of this kind into the second step, and cards to vote on."""
    first, second, *rest = story.room.steps
    source = next(one for one in second.activities if one.kind is StepKind.BOARD)
    language = story.room.session.language
    activity = replace(
        source,
        id=type(source.id)("made"),
        key="made",
        kind=kind,
        title=Wording(((language, "Un titre qui n’en finit pas " * 3),)),
        prompt=Wording(((language, LONG_PROMPT[language]),)),
        lead=Wording(((language, LONG_PROMPT[language]),)),
        naming=naming,
        audience=audience,
        silent=silent,
        most=0,
        longest=2000,
        source="source",
        levels=tuple(Wording(((language, LONG_TEXT),)) for _ in range(5)),
        position=0,
        revealed=False,
    )
    source = replace(
        source, id=type(source.id)("source"), key="source", most=0, longest=2000, position=1
    )
    first = replace(first, activities=(replace(source, step=first.id),))
    second = replace(second, activities=(activity,), label="1")
    story.room = replace(story.room, steps=(first, second, *rest))
    return activity


def _cards(story: Story, activity: Activity) -> None:
    tag = activity.tags[0].id
    for text in (*hostile_texts(), LONG_TEXT):
        _allowed(lambda text=text: story.write(activity.key, "Sofia", text, (tag,)))
        _allowed(lambda text=text: story.write(activity.key, "Karim", text, (tag,)))


def _ballots(story: Story, activity: Activity) -> None:
    cards = []
    for text in (*hostile_texts(), LONG_TEXT):
        _allowed(lambda text=text: cards.append(story.write("source", "Sofia", text)))
    for first in ("Sofia", "Karim", "Chloé", "Amina"):
        story.vote(activity.key, first, cards[0], cards[1])


def _actions(story: Story, activity: Activity) -> None:
    for text in (*hostile_texts(), LONG_TEXT[:190]):
        for who in ("Karim", text):
            action = ActionId(story.new_id())
            command = ask.AddAction(action, activity.id, text, who, date(2026, 12, 4))
            _allowed(lambda command=command: story.ask(command))


def _allowed(do: object) -> None:
    """Do what may be refused: what is refused never reaches the stage."""
    assert callable(do)
    try:
        do()
    except Refusal:
        return


def in_language(text: str, language: str) -> Wording:
    """Return a wording of one language."""
    return Wording(((Language(language), text),))
