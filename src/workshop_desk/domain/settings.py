"""What the facilitator says once and every new session starts from."""

from dataclasses import dataclass

from workshop_desk.domain.units import Language
from workshop_desk.domain.wifi import Wifi


@dataclass(frozen=True, slots=True)
class Settings:
    """The desk's settings; `keep_months` is how long answers are kept by default.

    `room_depth` is how far the last row is from the screen and `picture_width` how wide the picture is
    there, both in metres, 0 where nobody has measured. `sound` lets signals be heard, `sound_soon` also
    the one before the end. `wifi` is the network of the room where the desk is used. `siret`, `nda` and
    `address` are the training provider's, for the papers of training actions; '' where there are none.
    """

    facilitator: str = ""
    organisation: str = ""
    location: str = ""
    contact: str = ""
    keep_months: int = 12
    language: Language = Language("fr")
    room_language: Language = Language("fr")
    stage_dark: bool = False
    desk_dark: bool = False
    less_motion: bool = False
    room_depth: float = 0.0
    picture_width: float = 0.0
    sound: bool = True
    sound_soon: bool = False
    stage_screen: str = ""
    """The screens that the stage belongs to, as the desk knows them again; '' for none yet."""
    wifi: Wifi = Wifi()
    network_choices: str = ""
    """Which network phones are sent to where there are several, as `domain.addresses` keeps it."""
    siret: str = ""
    nda: str = ""
    address: str = ""
