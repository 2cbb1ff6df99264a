"""What must hold in a method beyond its form; complaints name the place in the file."""

import re
import textwrap
from collections.abc import Iterable, Iterator

from workshop_desk.domain.plaintext import TEXT_MAX
from workshop_desk.domain.rounds import MOST_ROUNDS
from workshop_desk.domain.steps import Activity, Audience, Naming, StepKind
from workshop_desk.domain.timer import TimerMode
from workshop_desk.domain.wording import Wording
from workshop_desk.methods.schema import Method, MethodStep, When
from workshop_desk.methods.table import Source

PROMPT_LINES, PROMPT_WIDTH = 4, 24
LEAD_LINES, LEAD_WIDTH = 3, 30
"""What the last row can read of the stage (design.md, section 4)."""

_ID = re.compile(r"[a-z0-9][a-z0-9_]*")
_LEVELS = range(2, 11)


def check(method: Method, source: Source) -> None:
    """Tell the source everything that is wrong with a method of the right form."""
    _check_ids(method, source)
    _check_group(method, source)
    _check_roles(method, source)
    _check_presets(method, source)
    known: dict[str, StepKind] = {}
    for place, step in enumerate(method.steps):
        path = f"steps[{place}]"
        _check_step(step, path, source)
        for index, activity in enumerate(step.activities):
            _check_activity(method, activity, f"{path}.activities[{index}]", known, source)
            known[activity.key] = activity.kind


def lines_needed(text: str, width: int) -> int:
    """Return how many lines of `width` characters a text fills; a longer word makes too many."""
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return 99 if any(len(line) > width for line in lines) else len(lines)


def _twice(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield name
        seen.add(name)


def _check_ids(method: Method, source: Source) -> None:
    keys = [activity.key for step in method.steps for activity in step.activities]
    lists = {
        "steps": [step.id for step in method.steps],
        "roles": [role.id for role in method.roles],
        "presets": [preset.id for preset in method.presets],
        "activities": keys,
    }
    for what, names in lists.items():
        for name in _twice(names):
            source.complain("", what, f"{name!r} is there twice")
        for name in names:
            if not _ID.fullmatch(name):
                source.complain("", what, f"{name!r} must be made of a-z, 0-9 and _")
    if not _ID.fullmatch(method.id):
        source.complain("", "id", f"{method.id!r} must be made of a-z, 0-9 and _")


def _check_group(method: Method, source: Source) -> None:
    group = method.group
    if not 1 <= group.min <= group.ideal <= group.max:
        source.complain("", "group", "must hold 1 ≤ min ≤ ideal ≤ max")


def _check_roles(method: Method, source: Source) -> None:
    ordinary = [role for role in method.roles if role.ordinary]
    if len(ordinary) != 1:
        source.complain("", "roles", f"exactly one role must be ordinary, not {len(ordinary)}")
    for place, role in enumerate(method.roles):
        if role.ordinary and role.limit:
            source.complain(f"roles[{place}]", "limit", "the ordinary role has room for all")
        if role.private_sheet and role.limit != 1:
            source.complain(f"roles[{place}]", "private_sheet", "needs a role for one person")


def _check_presets(method: Method, source: Source) -> None:
    steps = {step.id: step for step in method.steps if step.when is When.DURING}
    if not method.presets:
        source.complain("", "presets", "there must be one at least")
    for place, preset in enumerate(method.presets):
        path = f"presets[{place}]"
        if not preset.minutes:
            source.complain(path, "minutes", "names no step")
        for step, count in preset.minutes:
            if step not in steps:
                source.complain(path, "minutes", f"{step!r} is no step of the session")
            elif not 0 < count <= steps[step].minutes.max:
                most = steps[step].minutes.max
                source.complain(path, "minutes", f"{step!r} must be above 0 and at most {most:g}")


def _check_step(step: MethodStep, path: str, source: Source) -> None:
    minutes = step.minutes
    if not minutes.min <= minutes.typ <= minutes.max or not minutes.max:
        source.complain(path, "minutes", "must hold min ≤ typ ≤ max, and max above 0")
    if step.when is When.DURING and not step.activities:
        source.complain(path, "", "has no activities")
    if step.when is When.AFTER and step.activities:
        source.complain(path, "", "comes after the session and cannot have activities")
    if step.activities and step.activities[0].meanwhile:
        source.complain(f"{path}.activities[0]", "meanwhile", "there is none before it")
    _check_pace(step, path, source)
    taken: set[str] = set()
    for index, activity in enumerate(step.activities):
        taken = taken if activity.meanwhile else set()
        if activity.meanwhile and (not activity.who or taken & {"", *activity.who}):
            reason = "must be for other roles than those before it at the same time"
            source.complain(f"{path}.activities[{index}]", "who", reason)
        taken |= set(activity.who) or {""}


def _check_pace(step: MethodStep, path: str, source: Source) -> None:
    pace = step.pace
    if pace.counts is TimerMode.UNTIL:
        source.complain(path, "counts", "a time of day is chosen in a session, not in its method")
    if pace.questions and not pace.hard:
        source.complain(path, "questions", "follow only a hard end")
    if pace.rounds > MOST_ROUNDS:
        source.complain(path, "rounds", f"must be at most {MOST_ROUNDS}")
    if pace.change and not pace.rounds:
        source.complain(path, "change", "is between rounds, and there are none")
    if pace.rounds and step.minutes.min <= (pace.rounds - 1) * pace.change:
        source.complain(path, "change", "leaves no time for the rounds")


def _check_activity(
    method: Method, activity: Activity, path: str, known: dict[str, StepKind], source: Source
) -> None:
    roles = {role.id for role in method.roles}
    for role in activity.who:
        if role not in roles:
            source.complain(path, "who", f"{role!r} is no role of this method")
    _check_length(activity.prompt, PROMPT_LINES, PROMPT_WIDTH, f"{path}/prompt", source)
    _check_length(activity.lead, LEAD_LINES, LEAD_WIDTH, f"{path}/lead", source)
    if not 1 <= activity.longest <= TEXT_MAX:
        source.complain(path, "longest", f"must be from 1 to {TEXT_MAX}")
    if activity.kind is StepKind.VOTE and known.get(activity.source) is not StepKind.BOARD:
        source.complain(path, "source", f"{activity.source!r} is no board that comes earlier")
    if activity.kind is StepKind.VOTE and _unreadable(method, activity.source):
        source.complain(path, "source", f"{activity.source!r} is not for the room to read")
    if activity.kind is StepKind.SCALE and len(activity.levels) not in _LEVELS:
        source.complain(path, "levels", "there must be 2 to 10")
    if activity.audience is Audience.AUTHOR and activity.naming is not Naming.NAMED:
        source.complain(path, "naming", "what only its author reads must know its author")
    if activity.sheet and activity.audience is not Audience.AUTHOR:
        source.complain(path, "sheet", "only what its author alone reads goes on a private sheet")
    _check_tags(activity, path, source)


def _unreadable(method: Method, board: str) -> bool:
    """Tell whether not everyone will ever read a board: choosing among its notes would show them."""
    written = (one for step in method.steps for one in step.activities if one.key == board)
    return any(one.audience in (Audience.FACILITATOR, Audience.AUTHOR) for one in written)


def _check_tags(activity: Activity, path: str, source: Source) -> None:
    for name in _twice(tag.id for tag in activity.tags):
        source.complain(path, "tags", f"{name!r} is there twice")
    if activity.tags and not 1 <= activity.most_tags <= len(activity.tags):
        source.complain(path, "most_tags", "must be from 1 to the number of tags")


def _check_length(wording: Wording, most: int, width: int, place: str, source: Source) -> None:
    path, key = place.split("/")
    for code, text in wording.texts:
        needed = lines_needed(text, width)
        if needed > most:
            reason = f"the last row reads {most} lines of {width} characters, {code!r} is longer"
            source.complain(path, key, reason)
