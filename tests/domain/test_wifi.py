"""The code of the room's Wi-Fi: every character comes back, and what cannot be is said."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.wifi import NAME_BYTES, Wifi, check, payload

TYPED = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))


def read(text: str) -> dict[str, str]:
    """Read a code as phones do: fields end in a `;` without a backslash before it."""
    assert text.startswith("WIFI:")
    assert text.endswith(";;")
    fields = re.findall(r"([A-Z]):((?:\\.|[^\\;])*);", text[5:-1], re.DOTALL)
    return {name: re.sub(r"\\(.)", r"\1", value, flags=re.DOTALL) for name, value in fields}


@pytest.mark.parametrize(
    ("wifi", "text"),
    [
        (Wifi("Atelier-Halliade", "cerisier-42"), "WIFI:T:WPA;S:Atelier-Halliade;P:cerisier-42;;"),
        (Wifi("Café", "", hidden=True), "WIFI:T:nopass;S:Café;H:true;;"),
        (Wifi("a;b", 'p,":\\;12', hidden=True), r"WIFI:T:WPA;S:a\;b;P:p\,\"\:\\\;12;H:true;;"),
        (Wifi("ABCD", "12345678"), "WIFI:T:WPA;S:ABCD;P:12345678;;"),  # no quotes: iPhones keep them
        (Wifi(), ""),
    ],
)
def test_what_the_code_holds(wifi: Wifi, text: str) -> None:
    assert payload(wifi) == text


@given(st.text(TYPED, min_size=1, max_size=32), st.text(TYPED, max_size=63), st.booleans())
@example("\\", "\\\\;;\\\\", True)
@example(" ", " ; ", False)
def test_every_character_comes_back(name: str, password: str, hidden: bool) -> None:
    found = read(payload(Wifi(name, password, hidden)))
    wanted = {"T": "WPA" if password else "nopass", "S": name}
    wanted |= ({"P": password} if password else {}) | ({"H": "true"} if hidden else {})
    assert found == wanted


@pytest.mark.parametrize(
    ("wifi", "why"),
    [
        (Wifi("é" * 16), None),
        (Wifi("é" * 16 + "e"), Why.WIFI_NAME_TOO_LONG),
        (Wifi("’" * 11), Why.WIFI_NAME_TOO_LONG),  # eleven characters, 33 bytes
        (Wifi("a" * NAME_BYTES, "12345678"), None),
        (Wifi("a", "1234567"), Why.WIFI_KEY_LENGTH),
        (Wifi("a", "1" * 63), None),
        (Wifi("a", "1" * 64), Why.WIFI_KEY_LENGTH),
        (Wifi("", "12345678"), Why.WIFI_NAME_MISSING),
        (Wifi("", "", hidden=True), Why.WIFI_NAME_MISSING),
        (Wifi(), None),
        (Wifi("a\n"), Why.BAD_TEXT),
        (Wifi("a", "1234567\x00"), Why.BAD_TEXT),
        (Wifi("\ud800"), Why.BAD_TEXT),
    ],
)
def test_what_cannot_be(wifi: Wifi, why: Why | None) -> None:
    if why is None:
        check(wifi)
        return
    with pytest.raises(Refusal) as told:
        check(wifi)
    assert told.value.why is why


def test_how_long_the_name_is_is_told() -> None:
    with pytest.raises(Refusal) as told:
        check(Wifi("é" * 17))
    assert told.value.facts == {"most": 32, "length": 34}
