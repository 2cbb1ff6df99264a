"""The private sheet: everything that is one person's, and nobody else's."""

from zoneinfo import ZoneInfo

import pytest

from tests.exports.reading import font_names, page_texts, whole_text
from tests.exports.rooms import empty_room, full_room
from tests.samples import closed_room, lobby_room
from workshop_desk.domain.units import Language
from workshop_desk.exports.private_sheet import private_sheets

PARIS = ZoneInfo("Europe/Paris")
FRENCH = Language("fr")


def test_the_client_gets_subject_contract_stars_learning_and_actions() -> None:
    room = closed_room()
    sheets = private_sheets(room, FRENCH, PARIS)
    assert [room.name_of(person) for person in sheets] == ["Sofia Moreau"]
    (data,) = sheets.values()
    text = whole_text(data)
    for words in (
        "Sofia Moreau",
        "Mon sujet",
        "SECRET-SUJET",
        "Dire non à mon équipe sans la décourager.",
        "Contributions, marquées par moi",
        "Un non avec une date",
        "SECRET-GARDE",
        "SECRET-PAS Bloquer le vendredi matin",
        "ven. 4 déc.",
        "Cette fiche est pour Sofia Moreau et personne d’autre.",
    ):
        assert words in text, words
    assert font_names(data)


def test_it_holds_nothing_of_other_people() -> None:
    (data,) = private_sheets(closed_room(), FRENCH, PARIS).values()
    text = whole_text(data)
    for words in (
        "SECRET-NOTE",
        "SECRET-APPRIS",
        "Un tableau des priorités",
        "Karim",
        "Partager la grille",
    ):
        assert words not in text, words


def test_it_holds_nothing_hidden_from_the_author() -> None:
    (data,) = private_sheets(full_room(sharing=True), FRENCH, PARIS).values()
    text = whole_text(data)
    assert "SECRET du porteur" in text
    assert "SECRET-ACTION" in text
    for words in ("SECRET d’un autre", "SECRET-DESK", "SECRET-HELD", "SECRET-NOTES", "SECRET-NO "):
        assert words not in text, words


@pytest.mark.parametrize("room", [empty_room(), lobby_room()], ids=["empty", "lobby"])
def test_nobody_in_the_role_means_no_sheet(room: object) -> None:
    assert private_sheets(room, FRENCH, PARIS) == {}  # type: ignore[arg-type]


def test_it_is_one_page() -> None:
    (data,) = private_sheets(closed_room(), FRENCH, PARIS).values()
    assert len(page_texts(data)) == 1
