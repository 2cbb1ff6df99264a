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


def read(language: str) -> str:
    return (DOCS / GUIDES[language]).read_text(encoding="utf-8").replace("\u202f", " ")


@pytest.mark.parametrize("language", GUIDES)
def test_what_is_to_be_pressed_is_there(language: str) -> None:
    # Sentences in bold begin a paragraph; they are no button.
    bold = {" ".join(one.split()) for one in re.findall(r"\*\*(\S[^*.]*)\*\*", read(language))}
    t = Words(language)
    buttons = {
        t("Settings"),
        t("Play the bell"),
        t("Open the room"),
        t("Rehearse alone"),
        t("Phones do not get in?").replace("\u202f", " "),
        t("Let phones in"),
        t("Add"),
        t("Undo"),
        t("Import a list"),
        t("Who may come in"),
        t("One person"),
        t("Same person as"),
        t("Answer"),
        t("Erase the name"),
        t("Erase a name"),
        t("I have a personal code"),
        t("My data"),
        t("Show to the room"),
        t("Look up"),
        t("Let through"),
        t("Hide"),
        t("Floor"),
        t("Lock"),
        t("Only for you"),
        t("Freeze the screen"),
        t("Message…"),
        t("Picture or PDF page…"),
        t("Steer with a phone"),
        t("Remote"),
        t("Co-facilitator"),
        t("Take back"),
        "QR",
        t("Close the session"),
        t("Make the papers"),
        t("Training provider"),
        t("Signatures"),
        t("Blank sheet for pens"),
    }
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
