"""The shapes of what a second stage and phones that steer are told; `shapes.py` has the others."""

from typing import TypedDict

from workshop_desk.phones.shapes import PlanLine, SessionShape, TimerShape


class JoinShape(TypedDict):
    """How to join, as the stage says it; `url` is what its QR code holds.

    `moved`: phones knew another address, and have to scan again.
    """

    url: str
    address: str
    code: str
    moved: bool


class WifiShape(TypedDict):
    """The room's Wi-Fi, as the lobby shows it; `text` is what its QR code holds.

    `password` is empty where none is asked for. Only a second stage is told, never a phone.
    """

    name: str
    password: str
    text: str


class PictureShape(TypedDict):
    """A picture of the session."""

    id: str
    name: str


class PanelShape(TypedDict):
    """A text that stands out: what it is, the text, and a line about it; `agreed`: it stands."""

    label: str
    text: str
    facts: str
    agreed: bool


class CountShape(TypedDict):
    """How many of how many have done something; the number stands alone above the words."""

    done: int
    of: int
    words: str


class NoteShape(TypedDict):
    """A note on the wall; `colour` counts the note colours from 0."""

    text: str
    about: str
    colour: int


class RowShape(TypedDict):
    """A question or an action: what stands before the text, and what after it."""

    lead: str
    text: str
    trail: str


class RankShape(TypedDict):
    """What was voted on, with its rank, 1 for all that share the most dots."""

    rank: int
    text: str
    dots: int


class ScaleShape(TypedDict):
    """The answers to a scale; where too few answered, `counts` is empty and `too_few` says so."""

    counts: list[int]
    levels: list[str]
    middle: int
    middle_words: str
    answers_words: str
    too_few: str
    answers: int
    needed: int


class RibbonShape(TypedDict):
    """A step on the ribbon of time; `state` as in the plan, `passed` in hundredths."""

    seconds: int
    state: str
    passed: int


class StageShape(TypedDict):
    """What the room may see, in the session's language: what a second stage draws.

    `scene` is black, picture, look, lobby, closing, closed, hard (the hard end), clocks (those of
    groups), clock (the time alone), change (between rounds), turn, break, step, wall, questions, vote,
    scale or actions; what is not part of it is empty. `hour` is the time of day; `label` 'Step 2 of
    6'; `heading` and `facts` stand over lists; `remark` is said below the prompt; a `message` lies
    over the scene. Nobody joins while `locked`. The `wifi` is told in the lobby alone. `timer` is
    nobody's in particular, `side` the clock on the side that runs, `hands` how many hands are up, where
    the room is told. While `frozen` all of it stands as it was, clocks as well. In `changes_ms` it will
    be another one without a notice, 0 for not.
    """

    revision: int
    view: str
    language: str
    dark: bool
    scene: str
    frozen: bool
    title: str
    hour: str
    label: str
    step: str
    prompt: str
    lead: str
    panel: PanelShape | None
    remark: str
    count: CountShape | None
    heading: str
    facts: str
    notes: list[NoteShape]
    rows: list[RowShape]
    ranking: list[RankShape]
    scale: ScaleShape | None
    next: str
    message: str
    present: int
    expected: int
    next_date: str
    ribbon: list[RibbonShape]
    picture: PictureShape | None
    join: JoinShape | None
    locked: bool
    wifi: WifiShape | None
    timer: TimerShape | None
    side: TimerShape | None
    hands: int
    clocks: list[TimerShape]
    changes_ms: int


class HandShape(TypedDict):
    """Someone whose hand is up; `floor`: they were given it."""

    person: str
    name: str
    floor: bool


class RevealShape(TypedDict):
    """What can be shown to the room; `shown`: it is, and can be held back again."""

    activity: str
    title: str
    shown: bool


class SteerStep(TypedDict):
    """The current step with the facilitator's own notes, never for the room."""

    id: str
    label: str
    title: str
    position: int
    of: int
    notes: str


class RemoteShape(TypedDict):
    """What a phone that steers is told. `role` is remote or co.

    `next` and `back` are what comes then, '' for nothing; `late` how the plan stands; `change` is the
    number of the change that can be taken back, 0 for none; `speaker` who would speak next, None where
    nobody takes turns; `hands` who has the floor and who waits for it. `plan` and `pictures` are there
    for who helps to lead.
    """

    revision: int
    view: str
    name: str
    role: str
    session: SessionShape
    step: SteerStep | None
    next: str
    next_minutes: int
    back: bool
    late: str
    black: bool
    frozen: bool
    look: bool
    message: str
    reveal: RevealShape | None
    speaker: str | None
    hands: list[HandShape]
    change: int
    plan: list[PlanLine]
    pictures: list[PictureShape]
    picture: str
    stage: StageShape
    timer: TimerShape | None
