"""The words of a step on a second stage: what to do, what stands out, and who has done it."""

from workshop_desk.domain.beside import clocks_of, turn_now, turns_to_come
from workshop_desk.domain.cards import Card
from workshop_desk.domain.clocks import Clock, ClockRole
from workshop_desk.domain.onstage import agreed, held_back, shown_author, shown_cards, tally
from workshop_desk.domain.room import Room
from workshop_desk.domain.rounds import round_at
from workshop_desk.domain.scenes import SceneKind
from workshop_desk.domain.steps import Activity, Audience, Naming, Step, StepKind
from workshop_desk.domain.timer import Timer, TimerPhase, TimerState
from workshop_desk.domain.units import Instant, Language, Moment
from workshop_desk.i18n.dates import clock_time, exact_duration, nearest_minute
from workshop_desk.i18n.words import Words
from workshop_desk.phones.stage_shapes import CountShape, PanelShape, StageShape


def fill_step(state: StageShape, t: Words, room: Room, step: Step, now: Moment) -> None:
    """Fill in the words of the current step, for the scenes that show them."""
    activity, turn = room.leading, turn_now(room)
    if activity is None:
        return
    state["label"] = _label(t, room, step, now)
    match SceneKind(state["scene"]):
        case SceneKind.HARD_END:
            _hard_end(state, t, turn)
        case SceneKind.CHANGE:
            _change(state, t, step, activity, now)
        case SceneKind.BREAK:
            _break(state, t, step, activity, now)
        case SceneKind.STEP:
            _step(state, t, room, activity, now)
        case SceneKind.TURN if turn is not None:
            _turn(state, t, room, activity, turn, now)
        case _:
            pass


def _label(t: Words, room: Room, step: Step, now: Moment) -> str:
    if step.rounds is not None:
        place = round_at(step.rounds, step.timer.elapsed(now))
        return t("Round {number} of {count}", number=place.number + 1, count=step.rounds.count)
    if not step.label:
        return ""
    count = sum(1 for one in room.steps if one.label)
    return t("Step {label} of {count}", label=step.label, count=count)


def _step(state: StageShape, t: Words, room: Room, activity: Activity, now: Moment) -> None:
    language, step = Language(t.language), room.step
    assert step is not None
    ends_hard = _last_remark(t, step.timer, now)
    state["prompt"] = _prompt(activity, language)
    state["lead"] = activity.lead.in_language(language)
    if _is_over(step, now):
        state["prompt"], state["lead"] = t("Finish your sentence, then we move on."), ""
    state["remark"] = ends_hard or _remark(t, activity)
    state["panel"] = _panel(t, room, step, activity, bare=bool(state["remark"]))
    counted = tally(room, activity)
    if counted is not None:
        words = _count_words(t, activity, counted.done, counted.of)
        state["count"] = CountShape(done=counted.done, of=counted.of, words=words)


def _is_over(step: Step, now: Moment) -> bool:
    """Tell whether the step's time is up; within rounds, that of the last one."""
    if step.rounds is None:
        return step.timer.phase(now) is TimerPhase.OVER
    runs = step.timer.state is TimerState.RUNNING
    return runs and round_at(step.rounds, step.timer.elapsed(now)).left <= 0


def _prompt(activity: Activity, language: Language) -> str:
    return activity.prompt.in_language(language) or activity.title.in_language(language)


def _panel(t: Words, room: Room, step: Step, activity: Activity, *, bare: bool) -> PanelShape | None:
    """Return the one text that stands out: just written, the newest question, or what was agreed."""
    cards = shown_cards(room, activity)
    if activity.kind is StepKind.QUEUE and cards:
        label = t("Question {n}", n=len(cards))
        newest = cards[-1]
        facts = _joined(tag_words(activity, newest, t), shown_author(room, activity, newest))
        return PanelShape(label=label, text=newest.text, facts=facts, agreed=False)
    if activity.kind is StepKind.WRITE and cards:
        return card_panel(t, room, activity, cards[0])
    found = None if bare else agreed(room, step)
    return card_panel(t, room, *found) if found else None


def card_panel(t: Words, room: Room, activity: Activity, card: Card) -> PanelShape:
    """Return a card as a panel, with its author where the activity names people."""
    title = activity.title.in_language(Language(t.language))
    return PanelShape(
        label=_joined(title, shown_author(room, activity, card)),
        text=card.text,
        facts=tag_words(activity, card, t),
        agreed=card.locked,
    )


def tag_words(activity: Activity, card: Card, t: Words) -> str:
    """Return a card's tags in words."""
    chosen = set(card.tags)
    titles = (tag.title.in_language(Language(t.language)) for tag in activity.tags if tag.id in chosen)
    return _joined(*titles)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _count_words(t: Words, activity: Activity, done: int, of: int) -> str:
    if activity.kind is StepKind.VOTE:
        return t.many("of {total} has voted", "of {total} have voted", done, total=of)
    if activity.kind is StepKind.SCALE:
        return t.many("of {total} has answered", "of {total} have answered", done, total=of)
    return t.many("of {total} has finished", "of {total} have finished", done, total=of)


def _remark(t: Words, activity: Activity) -> str:
    """Say who will read what is written now."""
    anonymous = activity.naming is Naming.ANONYMOUS
    if activity.kind in {StepKind.VOTE, StepKind.SCALE}:
        return t("Anonymous: no name is kept") if anonymous and not activity.revealed else ""
    if not activity.kind.asks or not held_back(activity):
        return ""
    if activity.audience is Audience.AUTHOR:
        return t("Only you read what you write")
    if activity.audience is Audience.FACILITATOR:
        return t("Only the facilitator reads this")
    return t("Anonymous: no name is kept") if anonymous else t("Nobody sees your notes yet")


def _last_remark(t: Words, timer: Timer, now: Moment) -> str:
    """Return what is said in the last minute before a hard end."""
    if not (timer.hard and timer.phase(now) is TimerPhase.LAST):
        return ""
    if not timer.questions:
        return t("At zero we clap and stop")
    words = {60: t("one minute"), 120: t("two minutes"), 180: t("three minutes"), 300: t("five minutes")}
    time = words.get(round(timer.questions)) or exact_duration(timer.questions, t.language)
    return t("At zero we clap and stop, then {time} of questions", time=time)


def _hard_end(state: StageShape, t: Words, turn: Clock | None) -> None:
    name = turn.name if turn is not None else ""
    state["label"] = name
    state["heading"] = t("Time!")
    state["prompt"] = t("Thank you, {name}", name=name) if name else t("Thank you")


def _change(state: StageShape, t: Words, step: Step, activity: Activity, now: Moment) -> None:
    assert step.rounds is not None
    place, count = round_at(step.rounds, step.timer.elapsed(now)), step.rounds.count
    state["heading"] = t("Time to turn")
    if place.changing:
        state["lead"] = t("Then round {number} of {count}", number=place.number + 2, count=count)
    else:
        state["lead"] = t("Round {number} of {count}", number=place.number + 1, count=count)
    state["remark"] = activity.lead.in_language(Language(t.language))


def _turn(state: StageShape, t: Words, room: Room, activity: Activity, turn: Clock, now: Moment) -> None:
    """Say whose turn it is; the only other name is that of whoever comes next."""
    turns = clocks_of(room, ClockRole.TURN)
    waiting = len(turns_to_come(room))
    over = turn.timer.phase(now) is TimerPhase.OVER
    state["label"] = t(
        "{number} of {count}", number=sum(1 for one in turns if one.has_run), count=len(turns)
    )
    state["heading"] = turn.name
    state["lead"] = (
        t("Finish your sentence, then we move on.")
        if over
        else activity.prompt.in_language(Language(t.language))
    )
    still = t.many("{n} more to speak", "{n} more to speak", waiting) if waiting else ""
    state["remark"] = _last_remark(t, turn.timer, now) or still


def _break(state: StageShape, t: Words, step: Step, activity: Activity, now: Moment) -> None:
    language, end = Language(t.language), step.timer.ends(now)
    words = _prompt(activity, language)
    if step.timer.phase(now) is TimerPhase.OVER:
        state["heading"] = t("We are starting again")
    elif end is not None:
        hour = clock_time(Instant(nearest_minute(end)), t.language)
        state["heading"] = t("Back at {hour}", hour=hour)
        # The step's name stands above already.
        state["lead"] = "" if words == state["step"] else words
    else:
        state["heading"], state["lead"] = words, activity.lead.in_language(language)
