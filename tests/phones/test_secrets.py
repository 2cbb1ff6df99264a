"""Who may read what, at every place of a session and through every address that tells something."""

from collections.abc import Callable, Iterable

from tests.phones.conftest import Desk
from tests.phones.phone import Phone
from workshop_desk.domain import commands as ask
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.steps import Activity, Audience, StepKind

LetIn = Callable[..., Phone]
ROLES = {"Amaryllis": "client", "Bartholo": "", "Cassiopée": "", "Dragomir": "observer"}
LOOKS = ("/api/state", "/j/K7QM", "/j/K7QM/main")
WRITTEN = (StepKind.WRITE, StepKind.BOARD, StepKind.QUEUE)


def text_of(name: str, activity: Activity) -> str:
    return f"word-{name}-{activity.key}."


def write(phone: Phone, name: str, activity: Activity) -> None:
    """Answer an activity with words that can be found again."""
    text = text_of(name, activity)
    if activity.kind in WRITTEN:
        phone.post("card", activity=activity.id, text=text)
    elif activity.kind is StepKind.ACTIONS:
        phone.post("action", activity=activity.id, what=text, sign=text)
    elif activity.kind is StepKind.SCALE:
        phone.post("rating", activity=activity.id, value=3, word=text)


def told(phone: Phone) -> str:
    """Return all that a phone is told now."""
    replies = [phone.get(path) for path in LOOKS]
    assert {one.status for one in replies} == {200}
    return "\n".join(one.text for one in replies)


def may_read(desk: Desk, name: str, others: Iterable[Activity]) -> set[str]:
    """Return whose words and names may stand on a phone now: those on a ballot or a private sheet."""
    room, person = desk.room, desk.person(name)
    now = room.action_for(person)
    if now is None:
        return set()
    if now.kind is StepKind.VOTE:
        return {one.key for one in others if one.key == now.source}
    if now.kind is StepKind.TALK and room.role_of(person) == "client" and room.step is not None:
        return {one.key for one in room.step.activities if one.kind is StepKind.BOARD}
    return set()


def test_nobody_reads_what_is_not_for_them(desk: Desk, let_in: LetIn) -> None:
    phones = {name: let_in(name) for name in ROLES}
    for name, role in ROLES.items():
        if role:
            desk.do(ask.AssignRole(desk.person(name), role))
    every = [one for step in desk.room.steps for one in step.activities]
    assert any(one.audience is Audience.AUTHOR for one in every)
    while desk.room.session.place is not Place.CLOSING:
        desk.do(ask.Advance())
        for name, phone in phones.items():
            for activity in desk.room.open_activities:
                write(phone, name, activity)
        for name, phone in phones.items():
            seen, allowed = told(phone), may_read(desk, name, every)
            for other in set(ROLES) - {name}:
                if not allowed:
                    assert other not in seen, (name, other, desk.room.leading)
                for activity in every:
                    if activity.key not in allowed:
                        assert text_of(other, activity) not in seen, (name, other, activity.key)
    desk.close()
    for name, phone in phones.items():
        seen = told(phone)
        assert not [other for other in set(ROLES) - {name} if other in seen]


def test_the_way_in_names_nobody(desk: Desk, let_in: LetIn, phone: Phone) -> None:
    for name in ROLES:
        let_in(name)
    pages = [
        phone.get(path).text for path in ("/", "/j/K7QM", "/j/NOPE", "/api/openapi.json", "/nothing")
    ]
    assert not [name for name in ROLES if any(name in page for page in pages)]
