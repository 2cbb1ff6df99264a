"""Tokens and keys: what a phone holds, and the one-way marks of it that the file holds.

A lost answer to "let me in" must be answerable again, also after a restart. So the token is derived
from the session and the phone's own key, a secret together, and the file gets other digests of the
two: neither leads back.
"""

import base64
import hashlib


def token_for(secret: str) -> str:
    """Return the token that belongs to a session and join key; only who knows the key can make it."""
    digest = hashlib.sha256(b"workshop-desk token\0" + secret.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def token_hash(token: str) -> str:
    """Return the mark by which the room knows a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def join_mark(secret: str) -> str:
    """Return the idempotency key that the journal keeps of a join."""
    return hashlib.sha256(b"workshop-desk join\0" + secret.encode()).hexdigest()


def answer_mark(token_mark: str, key: str) -> str:
    """Return the idempotency key that the journal keeps of an answer: no two phones share one."""
    return hashlib.sha256(f"{token_mark}\0{key}".encode()).hexdigest()


def shelf_mark(person: str) -> str:
    """Return the name by which a phone keeps one person's drafts apart from another's."""
    return hashlib.sha256(f"workshop-desk shelf\0{person}".encode()).hexdigest()[:8]
