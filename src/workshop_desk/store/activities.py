"""Activities: what is done inside a step, with its roles, tags and levels."""

from collections.abc import Sequence
from sqlite3 import Connection

from workshop_desk.domain.steps import Activity, Audience, Naming, StepKind, Tag
from workshop_desk.domain.units import ActivityId, SessionId, StepId
from workshop_desk.domain.wording import Wording
from workshop_desk.store import wordings
from workshop_desk.store.values import instant_text, select, to_maybe_instant, upsert
from workshop_desk.store.wordings import Wordings, pick

_COLUMNS = (
    "step", "position", '"key"', "kind", "meanwhile", "audience", "naming", "silent", "most", "longest",
    "dots", "source", "most_tags", "icon", "ask_sharing", "sheet", "revealed", "opened",
)  # fmt: skip
_SAVE = upsert("activities", ("id",), _COLUMNS)
_OF_SESSION = "WHERE step IN (SELECT id FROM steps WHERE session = ?) ORDER BY step, position"
_LOAD = select("activities", ("id", *_COLUMNS), _OF_SESSION)
_PARTS = (
    "WHERE activity IN (SELECT activities.id FROM activities JOIN steps ON steps.id = activities.step"
    " WHERE steps.session = ?) ORDER BY activity, 2"
)


def save(conn: Connection, session: SessionId, activity: Activity) -> None:
    """Write an activity whole."""
    conn.execute(
        _SAVE,
        (
            activity.id,
            activity.step,
            activity.position,
            activity.key,
            activity.kind,
            activity.meanwhile,
            activity.audience,
            activity.naming,
            activity.silent,
            activity.most,
            activity.longest,
            activity.dots,
            activity.source,
            activity.most_tags,
            activity.icon,
            activity.ask_sharing,
            activity.sheet,
            activity.revealed,
            instant_text(activity.opened),
        ),
    )
    _save_parts(conn, activity)
    texts: dict[wordings.Field, Wording] = {
        ("title", ""): activity.title,
        ("prompt", ""): activity.prompt,
        ("lead", ""): activity.lead,
        ("confirm", ""): activity.confirm,
    }
    texts |= {("tag", tag.id): tag.title for tag in activity.tags}
    texts |= {("level", str(level)): words for level, words in enumerate(activity.levels, start=1)}
    wordings.save(conn, session, activity.id, texts)


def _save_parts(conn: Connection, activity: Activity) -> None:
    for table in ("activity_roles", "activity_tags", "activity_levels"):
        conn.execute(f"DELETE FROM {table} WHERE activity = ?", (activity.id,))  # noqa: S608 - our names
    conn.executemany(
        "INSERT INTO activity_roles (activity, position, role) VALUES (?, ?, ?)",
        [(activity.id, position, role) for position, role in enumerate(activity.who)],
    )
    conn.executemany(
        "INSERT INTO activity_tags (activity, position, tag) VALUES (?, ?, ?)",
        [(activity.id, position, tag.id) for position, tag in enumerate(activity.tags)],
    )
    conn.executemany(
        "INSERT INTO activity_levels (activity, level) VALUES (?, ?)",
        [(activity.id, level) for level in range(1, len(activity.levels) + 1)],
    )


def load(conn: Connection, session: SessionId, texts: Wordings) -> dict[StepId, tuple[Activity, ...]]:
    """Read a session's activities: step → activities in their order."""
    roles = _parts(conn, session, "activity_roles", ("activity", "position", "role"))
    tags = _parts(conn, session, "activity_tags", ("activity", "position", "tag"))
    levels = _parts(conn, session, "activity_levels", ("activity", "level", "level"))
    found: dict[StepId, tuple[Activity, ...]] = {}
    for identity, *row in conn.execute(_LOAD, (session,)):
        values = dict(zip(_COLUMNS, row, strict=True))
        step = StepId(values["step"])
        activity = Activity(
            id=ActivityId(identity),
            step=step,
            position=values["position"],
            key=values['"key"'],
            kind=StepKind(values["kind"]),
            title=pick(texts, identity, "title"),
            prompt=pick(texts, identity, "prompt"),
            lead=pick(texts, identity, "lead"),
            who=tuple(roles.get(identity, ())),
            meanwhile=bool(values["meanwhile"]),
            audience=Audience(values["audience"]),
            naming=Naming(values["naming"]),
            silent=bool(values["silent"]),
            most=values["most"],
            longest=values["longest"],
            dots=values["dots"],
            source=values["source"],
            tags=tuple(Tag(tag, pick(texts, identity, "tag", tag)) for tag in tags.get(identity, ())),
            most_tags=values["most_tags"],
            levels=tuple(pick(texts, identity, "level", str(one)) for one in levels.get(identity, ())),
            icon=values["icon"],
            confirm=pick(texts, identity, "confirm"),
            ask_sharing=bool(values["ask_sharing"]),
            sheet=values["sheet"],
            revealed=bool(values["revealed"]),
            opened=to_maybe_instant(values["opened"]),
        )
        found[step] = (*found.get(step, ()), activity)
    return found


def _parts(
    conn: Connection, session: SessionId, table: str, columns: Sequence[str]
) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for activity, _, value in conn.execute(select(table, columns, _PARTS), (session,)):
        found.setdefault(activity, []).append(value)
    return found
