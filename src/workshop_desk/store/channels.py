"""How an answer came, as the file has it."""

from workshop_desk.domain.people import Channel


def to_maybe_channel(text: str | None) -> Channel | None:
    """Return how an answer came, None where that is not kept."""
    return None if text is None else Channel(text)
