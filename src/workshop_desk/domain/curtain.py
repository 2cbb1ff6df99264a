"""What the facilitator has put in front of the scene: nothing of it changes the session's content."""

from dataclasses import dataclass

from workshop_desk.domain.units import PictureId

MESSAGE_MAX = 120
"""Characters of a message to the room: what the last row reads in one look."""


@dataclass(frozen=True, slots=True)
class Curtain:
    """What the room sees instead of the scene, or over it.

    `frozen`: the stage keeps what it showed. `look_here`: everyone looks at the facilitator. `message`
    stands in large letters, '' for none. `picture` fills the screen.
    """

    frozen: bool = False
    look_here: bool = False
    message: str = ""
    picture: PictureId | None = None
