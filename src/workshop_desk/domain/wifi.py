r"""The Wi-Fi of the room, and the text of the code that phones join it with.

Sources: what phones agree on is ZXing's page "Barcode Contents" (its section on Wi-Fi): fields end in
`;`, and a backslash stands before each `\ ; , " :` of a value. SSIDs have at most 32 bytes and
passphrases 8 to 63 characters (IEEE 802.11).

That page also has values that look like hexadecimal digits, as `12345678` does, put between double
quotes. This is left out on purpose: iPhones take the quotes as part of the name or the password and
fail to join (QRCoder issue 440 and pull request 334, qifi issue 4), while Android takes a value without
quotes as text.
"""

import unicodedata
from dataclasses import dataclass

from workshop_desk.domain.refusals import Refusal, Why

NAME_BYTES = 32
"""The longest name of a network, in bytes of UTF-8: an accent takes two, a curly apostrophe three."""
PASSWORD_CHARACTERS = (8, 63)
"""How long the password of a WPA network may be."""

_BEFORE = str.maketrans({mark: f"\\{mark}" for mark in '\\;,":'})


@dataclass(frozen=True, slots=True)
class Wifi:
    """A network as people join it: without a name nothing is known, without a password it is open.

    Spaces count: they are kept as they are. `hidden` networks do not tell their name by themselves.
    """

    name: str = ""
    password: str = ""
    hidden: bool = False

    @property
    def known(self) -> bool:
        """Tell whether there is a network to join."""
        return bool(self.name)

    @property
    def open(self) -> bool:
        """Tell whether it is joined without a password."""
        return not self.password


def check(wifi: Wifi) -> None:
    """Refuse what no network can be called, or no password can be; nothing at all is well."""
    if not wifi.known and (wifi.password or wifi.hidden):
        raise Refusal(Why.WIFI_NAME_MISSING)
    size = name_bytes(wifi.name)
    if size > NAME_BYTES:
        raise Refusal(Why.WIFI_NAME_TOO_LONG, most=NAME_BYTES, length=size)
    least, most = PASSWORD_CHARACTERS
    if wifi.password and not least <= len(wifi.password) <= most:
        raise Refusal(Why.WIFI_KEY_LENGTH, least=least, most=most)
    if any(unicodedata.category(one) in {"Cc", "Cs"} for one in wifi.name + wifi.password):
        raise Refusal(Why.BAD_TEXT)


def name_bytes(name: str) -> int:
    """Return how many bytes of UTF-8 a name takes."""
    return len(name.encode("utf-8", "surrogatepass"))


def payload(wifi: Wifi) -> str:
    """Return what the code holds; '' where no network is known.

    `T:WPA` stands for WPA, WPA2 and WPA3 alike: some phones refuse any other word for them.
    """
    if not wifi.known:
        return ""
    fields = [f"T:{'nopass' if wifi.open else 'WPA'}", f"S:{_escaped(wifi.name)}"]
    if not wifi.open:
        fields.append(f"P:{_escaped(wifi.password)}")
    if wifi.hidden:
        fields.append("H:true")
    return f"WIFI:{';'.join(fields)};;"


def _escaped(value: str) -> str:
    return value.translate(_BEFORE)
