"""New ids for rows, made here so that the files of several desks can meet without clashes."""

import secrets
import uuid

import uuid_utils


def new_id() -> str:
    """Return a UUIDv7 as text: unique, and in order of making."""
    return str(uuid_utils.uuid7())


def blind_id() -> str:
    """Return a UUIDv4 as text: unique, and silent about when it was made (anonymous answers)."""
    return str(uuid.uuid4())


def new_code(letters: str, length: int) -> str:
    """Return a code of so many letters, by chance."""
    return "".join(secrets.choice(letters) for _ in range(length))


def new_token() -> str:
    """Return a secret that a browser keeps to prove who it speaks for: 256 bits as text."""
    return secrets.token_urlsafe(32)
