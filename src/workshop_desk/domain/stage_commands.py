"""Commands about what the room sees besides the scenes, and about who else may steer."""

from dataclasses import dataclass

from workshop_desk.domain.remotes import RemoteRole
from workshop_desk.domain.units import PictureId, RemoteId


@dataclass(frozen=True, slots=True)
class SetFrozen:
    """Keep on the stage what it shows, or let it follow again."""

    on: bool


@dataclass(frozen=True, slots=True)
class SetLookHere:
    """Ask everyone to look at the facilitator, or go on."""

    on: bool


@dataclass(frozen=True, slots=True)
class SetMessage:
    """Show a message to the room; '' takes it away."""

    text: str


@dataclass(frozen=True, slots=True)
class AddPicture:
    """Keep a picture of this session; `content` is PNG or JPEG, as large as a stage needs."""

    picture: PictureId
    name: str
    media_type: str
    width: int
    height: int
    content: bytes


@dataclass(frozen=True, slots=True)
class ShowPicture:
    """Show a picture full screen, or with None the scene again."""

    picture: PictureId | None


@dataclass(frozen=True, slots=True)
class DropPicture:
    """Forget a picture."""

    picture: PictureId


@dataclass(frozen=True, slots=True)
class OfferRemote:
    """Offer a phone to steer: `offer_hash` is the SHA-256 of the secret that the desk's code holds."""

    remote: RemoteId
    role: RemoteRole
    offer_hash: str


@dataclass(frozen=True, slots=True)
class PairRemote:
    """Take an offer up, once: the phone says the secret and gets a token of its own."""

    offer_hash: str
    token_hash: str
    name: str


@dataclass(frozen=True, slots=True)
class RevokeRemote:
    """Let a phone steer no more, or take an offer back."""

    remote: RemoteId


CurtainCommand = SetFrozen | SetLookHere | SetMessage | AddPicture | ShowPicture | DropPicture
RemoteCommand = OfferRemote | PairRemote | RevokeRemote
StageCommand = CurtainCommand | RemoteCommand
