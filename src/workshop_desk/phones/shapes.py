"""The shapes of what phones are told: `openapi.py` describes them, `docs/phone-protocol.md` explains."""

from typing import NotRequired, TypedDict


class SessionShape(TypedDict):
    """The session: `state` is open or closed, `place` lobby, steps or closing.

    `open`: newcomers may join. `look`: everyone is asked to look up, so that nothing is asked of phones.
    """

    code: str
    title: str
    method: str
    language: str
    facilitator: str
    state: str
    place: str
    next_date: str
    open: bool
    look: bool


class StepShape(TypedDict):
    """The current step; `position` counts from 1; `instruction` is the whole of it, often empty."""

    id: str
    key: str
    label: str
    title: str
    rules: str
    instruction: str
    position: int
    of: int


class PlanLine(TypedDict):
    """One step of the plan; `state` is ahead, current, done or skipped."""

    id: str
    label: str
    title: str
    minutes: int
    state: str


class PrivacyShape(TypedDict):
    """What becomes of an answer: `mode` is named, pseudonymous, anonymous or private."""

    mode: str
    sentence: str


class TagShape(TypedDict):
    """A label that a card may carry."""

    id: str
    title: str


class OptionShape(TypedDict):
    """A card that can be voted on."""

    card: str
    text: str
    by: str


class ActionShape(TypedDict):
    """The one thing to do now; which of the optional fields are there depends on `kind`.

    `moderated`: what is written is looked at before the room sees it.
    """

    activity: str
    key: str
    kind: str
    title: str
    prompt: str
    lead: str
    silent: bool
    revealed: bool
    moderated: bool
    privacy: PrivacyShape
    longest: NotRequired[int]
    most: NotRequired[int]
    tags: NotRequired[list[TagShape]]
    most_tags: NotRequired[int]
    ask_sharing: NotRequired[bool]
    confirm: NotRequired[str]
    levels: NotRequired[list[str]]
    with_word: NotRequired[bool]
    options: NotRequired[list[OptionShape]]
    dots: NotRequired[int]


class CountsShape(TypedDict):
    """How many are there, take part in the action and have finished it; `sentence` says so."""

    present: int
    expected: int
    taking_part: int
    finished: int
    sentence: str


class YouShape(TypedDict):
    """Who holds this phone; `seat` counts from 1 in order of arrival, 0 while away.

    `code` is their personal one, which brings them back from another browser; '' for none. `since` is
    when they came in, '' while away. `hand` is their place among those who wait to speak, from 1, 0
    for not; `floor`: they were given it.
    """

    name: str
    code: str
    role: str
    role_title: str
    present: bool
    since: str
    seat: int
    hand: int
    floor: bool


class CardShape(TypedDict):
    """A card of one's own; `waiting`: it was not looked at yet, so that the room does not see it."""

    id: str
    text: str
    tags: list[str]
    shareable: bool | None
    locked: bool
    waiting: bool


class DotsShape(TypedDict):
    """Dots of one's own."""

    card: str
    dots: int


class OwnAction(TypedDict):
    """An action that one has noted; `due` is YYYY-MM-DD or '', `waiting` as for a card."""

    id: str
    what: str
    who: str
    due: str
    sign: str
    waiting: bool


class MineShape(TypedDict):
    """What this person did in the action; anonymous answers are only counted in `answers`."""

    finished: bool
    answers: int
    cards: NotRequired[list[CardShape]]
    ballot: NotRequired[list[DotsShape]]
    rating: NotRequired[int]
    word: NotRequired[str]
    actions: NotRequired[list[OwnAction]]


class SigningShape(TypedDict):
    """The half-day to sign for: its name in data, `half` morning or afternoon; `signed`: it is done.

    A signature is sent with the room's `mark` of the last half hour.
    """

    half_day: str
    half: str
    signed: bool
    mark: str


class SheetCard(TypedDict):
    """A contribution, for the person who gets the private sheet."""

    card: str
    text: str
    by: str
    starred: bool


class RoundShape(TypedDict):
    """The round, from 1, or the change of places after it, and what is left of either.

    Count on by `lengths_ms`, the time of each round, with `change_ms` between two of them.
    """

    number: int
    count: int
    changing: bool
    left_ms: int
    change_ms: int
    lengths_ms: list[int]


class TurnShape(TypedDict):
    """Who speaks now and who is next, '' for nobody; `yours`, `next_is_you`: it is this person."""

    speaker: str
    yours: bool
    next: str
    next_is_you: bool


class TimerShape(TypedDict):
    """The clock of this person as of this answer: count on from it, by a clock that nobody sets.

    `name` is '' for the step's own clock, else the group's that this person is in; during turns it is
    the speaker's. `state` is waiting, running, paused or stopped; `mode` down, up or until a time of
    day, which goes on in any state. Below `soon_ms` and `last_ms` left, of the round where there are
    rounds, the ring changes. `at_zero` is keep, hold, propose or go_on, after a notice of `notice_ms`
    past zero and past the `questions_ms` of questions that follow a hard end. `back_at` is the minute
    at which a break ends, '' where there is none. `sequence` is the revision of the answer; an older
    one must not replace a newer one.
    """

    name: str
    state: str
    mode: str
    remaining_ms: int
    elapsed_ms: int
    length_ms: int
    soon_ms: int
    last_ms: int
    at_zero: str
    notice_ms: int
    hard: bool
    questions_ms: int
    round: RoundShape | None
    turn: TurnShape | None
    back_at: str
    sequence: int


class AtTableShape(TypedDict):
    """Someone who shares this phone: whether anything is asked of them now, and how far they are."""

    person: str
    name: str
    asked: bool
    answered: bool
    finished: bool


class TableShape(TypedDict):
    """Who shares this phone; `chosen` is for whom the state was asked, '' for nobody in particular.

    `asks`: this moment asks something of one of them.
    """

    chosen: str
    asks: bool
    people: list[AtTableShape]


class MessageShape(TypedDict):
    """A few words from the facilitator; `for_you`: to this person's phones alone."""

    text: str
    for_you: bool


class StateShape(TypedDict):
    """Everything a phone needs to know; `view` changes when the page must be drawn anew.

    A `message` goes by itself in `message_ms`, 0 for not.
    """

    revision: int
    view: str
    session: SessionShape
    step: StepShape | None
    plan: list[PlanLine]
    action: ActionShape | None
    counts: CountsShape
    you: YouShape
    mine: MineShape | None
    sheet: list[SheetCard] | None
    signing: SigningShape | None
    table: TableShape | None
    message: MessageShape | None
    message_ms: int
    timer: TimerShape | None


class ReceiptShape(TypedDict):
    """The answer is on the laptop's disk; `again`: it had been before."""

    ok: bool
    stored: bool
    revision: int
    again: bool


class JoinedShape(TypedDict):
    """The way in; `token` is there only for a client that is not a browser (no Origin header)."""

    ok: bool
    stored: bool
    revision: int
    again: bool
    token: NotRequired[str]


class ErrorShape(TypedDict):
    """What was wrong: `code` for programs, `message` for people, in their language."""

    code: str
    message: str
