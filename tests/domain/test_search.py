"""Names are found from one letter, in any order, with or without accents."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_desk.domain.search import NameIndex

PEOPLE = (
    "Anh Nguyễn",
    "Wang Fang",
    "Ng Siu Ling",
    "Zoë Weiß",
    "Maria de la Cruz",
    "Łukasz Żak",
    "Søren Ærø",
    "D’Angelo Rossi",
    "Jean-Pierre Œuvrard",
    "王芳",
    "★",
    "Null",
)
INDEX = NameIndex((name, name) for name in PEOPLE)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ng", "Ng Siu Ling"),
        ("nguyen", "Anh Nguyễn"),
        ("zoe", "Zoë Weiß"),
        ("weiss zo", "Zoë Weiß"),
        ("CRUZ DE LA", "Maria de la Cruz"),
        ("la  mar", "Maria de la Cruz"),
        ("lukasz", "Łukasz Żak"),
        ("zak luk", "Łukasz Żak"),
        ("aero soren", "Søren Ærø"),
        ("dangelo", "D’Angelo Rossi"),
        ("d'ang", "D’Angelo Rossi"),
        ("jeanpierre", "Jean-Pierre Œuvrard"),
        ("pierre jean", "Jean-Pierre Œuvrard"),
        ("oeuv", "Jean-Pierre Œuvrard"),
        ("芳", "王芳"),
        ("★", "★"),
        ("null", "Null"),
    ],
)
def test_who_is_found_first(typed: str, first: str) -> None:
    assert INDEX.find(typed)[0] == first
    assert INDEX.find(unicodedata.normalize("NFD", typed))[0] == first


def test_whole_words_come_before_beginnings_and_these_before_parts() -> None:
    assert INDEX.find("ng") == ("Ng Siu Ling", "Anh Nguyễn", "Wang Fang", "D’Angelo Rossi")


def test_nobody_is_found_by_what_no_name_holds() -> None:
    for typed in ("xyzzy", "ng xyzzy", "12345678", "☂"):
        assert INDEX.find(typed) == ()


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_typed_finds_everyone(typed: str) -> None:
    assert INDEX.find(typed) == PEOPLE


@given(st.sampled_from([name for name in PEOPLE if name != "★"]), st.data())
def test_any_beginning_of_any_word_finds_its_owner(name: str, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(name.replace("-", " ").split()))
    typed = word[: data.draw(st.integers(1, len(word)))]
    assert name in INDEX.find(data.draw(st.sampled_from([typed, typed.upper(), typed.lower()])))
