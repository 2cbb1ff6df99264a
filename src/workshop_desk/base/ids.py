"""New ids for rows, made here so that the files of several desks can meet without clashes.

What makes them is loaded with the first one: a desk that only shows its home makes none.
"""

import uuid


def new_id() -> str:
    """Return a UUIDv7 as text: unique, and in order of making."""
    import uuid_utils  # noqa: PLC0415 - see above

    return str(uuid_utils.uuid7())


def blind_id() -> str:
    """Return a UUIDv4 as text: unique, and silent about when it was made (anonymous answers)."""
    return str(uuid.uuid4())


def new_code(letters: str, length: int) -> str:
    """Return a code of so many letters, by chance."""
    import secrets  # noqa: PLC0415 - see above

    return "".join(secrets.choice(letters) for _ in range(length))


def new_codes(letters: str, length: int, count: int) -> tuple[str, ...]:
    """Return codes to choose from: who takes one knows which are free."""
    return tuple(new_code(letters, length) for _ in range(count))


def new_token() -> str:
    """Return a secret that a browser keeps to prove who it speaks for: 256 bits as text."""
    import secrets  # noqa: PLC0415 - see above

    return secrets.token_urlsafe(32)


def mark_of(token: str) -> str:
    """Return the one-way mark by which a secret is known: its SHA-256 in hexadecimal."""
    import hashlib  # noqa: PLC0415 - see above

    return hashlib.sha256(token.encode()).hexdigest()
