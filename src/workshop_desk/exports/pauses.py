"""A break on paper: nothing but its time, which the timeline shows."""

from workshop_desk.exports.flow import Block


def blocks() -> tuple[Block, ...]:
    """Return nothing: nobody works in a break."""
    return ()
