"""Sessions with their roles."""

from collections.abc import Mapping
from sqlite3 import Connection

from workshop_desk.domain.control import Control
from workshop_desk.domain.curtain import Curtain
from workshop_desk.domain.people import Role
from workshop_desk.domain.readiness import Readiness
from workshop_desk.domain.sessions import Joining, Place, Session, SessionState
from workshop_desk.domain.training import Training
from workshop_desk.domain.units import Language, PictureId, Seconds, SessionId
from workshop_desk.store import readiness, wordings
from workshop_desk.store.values import instant_text, select, to_instant, to_maybe_instant, upsert
from workshop_desk.store.wordings import Wordings, pick

_COLUMNS = (
    "code", "title", "language", "method", "preset", "facilitator", "organisation", "location",
    "contact", "keep_months", "expected", "margin_seconds", "created", "planned_start", "state",
    "place", "blackout", "clock_only", "opened", "closed", "next_date", "frozen", "look_here", "message",
    "picture_shown", "held_seconds", "training", "reference", "siret", "nda", "provider_address",
    "joining", "locked", "moderated", "hands_shown",
    "prepared", "readiness",
)  # fmt: skip
_SAVE = upsert("sessions", ("id",), _COLUMNS)
_LOAD = select("sessions", _COLUMNS, "WHERE id = ?")


def save(conn: Connection, session: Session) -> None:
    """Write a session whole, with its roles and their titles."""
    conn.execute(
        _SAVE,
        (
            session.id,
            session.code,
            session.title,
            session.language,
            session.method,
            session.preset,
            session.facilitator,
            session.organisation,
            session.location,
            session.contact,
            session.keep_months,
            session.expected,
            session.margin,
            instant_text(session.created),
            instant_text(session.planned_start),
            session.state,
            session.place,
            session.blackout,
            session.clock_only,
            instant_text(session.opened),
            instant_text(session.closed),
            session.next_date,
            session.curtain.frozen,
            session.curtain.look_here,
            session.curtain.message,
            session.curtain.picture,
            session.held,
            *_training_columns(session.training),
            session.joining,
            *_control_columns(session.control),
            *_readiness_columns(session.readiness),
        ),
    )
    conn.execute("DELETE FROM roles WHERE session = ?", (session.id,))
    conn.executemany(
        "INSERT INTO roles (session, position, role, most_people, ordinary, private_sheet)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (session.id, position, role.id, role.limit, role.ordinary, role.private_sheet)
            for position, role in enumerate(session.roles)
        ],
    )
    texts = {("method_title", ""): session.method_title}
    texts |= {("role", role.id): role.title for role in session.roles}
    wordings.save(conn, session.id, session.id, texts)


def _control_columns(control: Control) -> tuple[bool, bool, bool]:
    return control.locked, control.moderated, control.hands_shown


def _readiness_columns(kept: Readiness) -> tuple[str | None, str]:
    return instant_text(kept.at), readiness.text_of(kept.checks)


def load(conn: Connection, session: SessionId, texts: Wordings) -> Session | None:
    """Read a session, None where there is no such one."""
    row = conn.execute(_LOAD, (session,)).fetchone()
    if row is None:
        return None
    found = dict(zip(_COLUMNS, row, strict=True))
    return Session(
        id=session,
        code=found["code"],
        title=found["title"],
        language=Language(found["language"]),
        method=found["method"],
        method_title=pick(texts, session, "method_title"),
        preset=found["preset"],
        facilitator=found["facilitator"],
        organisation=found["organisation"],
        location=found["location"],
        contact=found["contact"],
        keep_months=found["keep_months"],
        expected=found["expected"],
        margin=Seconds(found["margin_seconds"]),
        roles=_roles(conn, session, texts),
        created=to_instant(found["created"]),
        planned_start=to_maybe_instant(found["planned_start"]),
        state=SessionState(found["state"]),
        place=Place(found["place"]),
        blackout=bool(found["blackout"]),
        clock_only=bool(found["clock_only"]),
        curtain=Curtain(
            frozen=bool(found["frozen"]),
            look_here=bool(found["look_here"]),
            message=found["message"],
            picture=PictureId(found["picture_shown"]) if found["picture_shown"] else None,
        ),
        opened=to_maybe_instant(found["opened"]),
        closed=to_maybe_instant(found["closed"]),
        next_date=found["next_date"],
        held=Seconds(found["held_seconds"]),
        training=_training(found) if found["training"] else None,
        joining=Joining(found["joining"]),
        control=Control(
            locked=bool(found["locked"]),
            moderated=bool(found["moderated"]),
            hands_shown=bool(found["hands_shown"]),
        ),
        readiness=Readiness(
            to_maybe_instant(found["prepared"]), readiness.checks_of(found["readiness"])
        ),
    )


def _training_columns(training: Training | None) -> tuple[bool, str, str, str, str]:
    known = training or Training()
    return training is not None, known.reference, known.siret, known.nda, known.address


def _training(found: Mapping[str, str]) -> Training:
    return Training(found["reference"], found["siret"], found["nda"], found["provider_address"])


def _roles(conn: Connection, session: SessionId, texts: Wordings) -> tuple[Role, ...]:
    rows = conn.execute(
        "SELECT role, most_people, ordinary, private_sheet FROM roles"
        " WHERE session = ? ORDER BY position",
        (session,),
    )
    return tuple(
        Role(role, pick(texts, session, "role", role), most, bool(ordinary), bool(private_sheet))
        for role, most, ordinary, private_sheet in rows
    )
