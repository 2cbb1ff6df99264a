"""Pictures to show full screen: a photo, a plan, a page of a document."""

from dataclasses import dataclass

from workshop_desk.domain.units import Instant, PictureId, SessionId

MOST_PICTURES = 100
LARGEST = 12_000_000
"""Bytes of one picture, after it was made as large as a stage needs."""
MEDIA_TYPES = frozenset({"image/png", "image/jpeg"})


@dataclass(frozen=True, slots=True)
class Picture:
    """What is known of a picture; its bytes are read when they are shown."""

    id: PictureId
    session: SessionId
    name: str
    media_type: str
    width: int
    height: int
    added: Instant


@dataclass(frozen=True, slots=True)
class PictureContent:
    """A picture's bytes, PNG or JPEG."""

    picture: PictureId
    content: bytes
