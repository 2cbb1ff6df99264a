"""Wishes that a name be erased, and the one change that the journal knows: a name is taken out of it."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from sqlite3 import Connection
from typing import Any

from workshop_desk.domain.erasure import ERASED_NAME, Erasure, ErasureState
from workshop_desk.domain.rules.decision import ErasedName
from workshop_desk.domain.units import PersonId, SessionId
from workshop_desk.store.values import instant_text, select, to_instant, to_maybe_instant, upsert

_COLUMNS = ("state", "asked", "answered", "reason")
_SAVE = upsert("erasures", ("session", "person"), _COLUMNS)
_LOAD = select("erasures", ("person", *_COLUMNS), "WHERE session = ? ORDER BY rowid")
_NAMING = ("Join", "RenamePerson", "SitBeside")
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def save(conn: Connection, one: Erasure) -> None:
    """Write a person's wish."""
    when = (instant_text(one.asked), instant_text(one.answered))
    conn.execute(_SAVE, (one.session, one.person, one.state, *when, one.reason))


def load(conn: Connection, session: SessionId) -> dict[PersonId, Erasure]:
    """Read a session's wishes."""
    return {
        PersonId(person): Erasure(
            session,
            PersonId(person),
            ErasureState(state),
            to_instant(asked),
            to_maybe_instant(answered),
            reason,
        )
        for person, state, asked, answered, reason in conn.execute(_LOAD, (session,))
    }


def scrub(conn: Connection, erased: ErasedName) -> None:
    """Take a name, and those that the person had before, out of the journal and of what corrections say.

    The law asks for it, so the lines are changed that nothing else may change: what was done, when and
    by whom stays, as the ids in them lead to nobody any more.
    """
    lines = conn.execute(
        "SELECT revision, command, payload FROM journal WHERE session = ?", (erased.session,)
    ).fetchall()
    told = [(revision, command, json.loads(payload)) for revision, command, payload in lines]
    same = "SELECT person FROM attendees WHERE session = ? AND same_as = ?"
    theirs = {erased.person, *(one for (one,) in conn.execute(same, (erased.session, erased.person)))}
    names = {erased.name} | {
        str(payload.get("name", ""))
        for _, command, payload in told
        if command in _NAMING and payload.get("person") in theirs
    }
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in names if one))

    def without(text: str) -> str:
        return text if _ID.fullmatch(text) else pattern.sub(ERASED_NAME, text)

    with _unlocked(conn, "journal"):
        for revision, command, payload in told:
            own = payload.get("person") in theirs
            if own or (erased.alone and command not in _NAMING):
                conn.execute(
                    "UPDATE journal SET payload = ? WHERE revision = ?",
                    (json.dumps(_each(payload, without)), revision),
                )
    if erased.alone:
        _scrub_reasons(conn, erased.session, without)


def _scrub_reasons(conn: Connection, session: SessionId, without: Callable[[str], str]) -> None:
    rows = conn.execute(
        "SELECT id, reason FROM presence_events WHERE session = ? AND reason <> ''", (session,)
    ).fetchall()
    with _unlocked(conn, "presence_events"):
        for identity, reason in rows:
            conn.execute(
                "UPDATE presence_events SET reason = ? WHERE id = ?", (without(reason), identity)
            )


@contextmanager
def _unlocked(conn: Connection, table: str) -> Iterator[None]:
    """Lift what keeps a table from being changed, and put it back, within the same transaction."""
    guards = conn.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
    ).fetchall()
    for name, _ in guards:
        conn.execute(f"DROP TRIGGER {name}")
    yield
    for _, sql in guards:
        conn.execute(sql)


def _each(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_each(one, change) for one in value]
    if isinstance(value, dict):
        return {key: _each(one, change) for key, one in value.items()}
    return value
