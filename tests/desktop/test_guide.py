"""The facilitators' guide names buttons and keys as the desk does, in both languages."""

import re
from pathlib import Path

import pytest

from workshop_desk.desktop.desk.keys import key_lines
from workshop_desk.domain.units import Language
from workshop_desk.i18n.words import Words
from workshop_desk.methods.catalogue import all_methods

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = {"en": "guide.md", "fr": "guide.fr.md"}
NO_BUTTON = {"rehearsal", "répétition"}

BUTTONS = (
    "Settings",
    "Play the bell",
    "Open the room",
    "Prepare the room",
    "Wi-Fi code",
    "Poster",
    "Rehearse alone",
    "Phones do not get in?",
    "Let phones in",
    "Add",
    "Undo",
    "Import a list",
    "Who may come in",
    "One person",
    "Same person as",
    "Answer",
    "Erase the name",
    "Erase a name",
    "I have a personal code",
    "My data",
    "Show to the room",
    "Look up",
    "Let through",
    "Hide",
    "Floor",
    "Lock",
    "Only for you",
    "Freeze the screen",
    "Message…",
    "Picture or PDF page…",
    "Steer with a phone",
    "Remote",
    "Co-facilitator",
    "Take back",
    "Close the session",
    "Make the papers",
    "Training provider",
    "Signatures",
    "Blank sheet for pens",
    "QR",
)
"""What the guides tell to press, in English."""


def read(language: str) -> str:
    return (DOCS / GUIDES[language]).read_text(encoding="utf-8").replace("\u202f", " ")


@pytest.mark.parametrize("language", GUIDES)
def test_what_is_to_be_pressed_is_there(language: str) -> None:
    # Sentences in bold begin a paragraph; they are no button.
    bold = {" ".join(one.split()) for one in re.findall(r"\*\*(\S[^*.]*)\*\*", read(language))}
    t = Words(language)
    buttons = {t(one).replace("\u202f", " ") for one in BUTTONS}
    codev = all_methods().get("codev")
    assert codev is not None
    roles = {role.title.in_language(Language(language)) for role in codev.roles}
    # «Ajoutez»: the guide speaks, the button names.
    said = {one.removesuffix("ez") + "er" if one.endswith("ez") else one for one in bold}
    assert said - NO_BUTTON - roles == buttons


@pytest.mark.parametrize("language", GUIDES)
def test_every_key_is_told(language: str) -> None:
    told = " ".join(re.findall(r"^\| ([^|]+) \|", read(language), flags=re.MULTILINE)).split()
    for line in key_lines(Words(language)):
        for key in line.keys.split():
            assert key in told, line
