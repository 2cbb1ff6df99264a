"""Names: the same whatever accents, case, order and hyphens they come with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_texts import hostile_texts
from workshop_desk.domain.names import folded, name_words, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoé Martin", "martin zoe"),
        ("Jean-Luc O’Neill", "ONEILL  jean luc"),
        ("Nguyễn Thị Ánh", "anh nguyen thi"),
        ("Łukasz Øster", "oster lukasz"),
        ("Ægir Œuvre", "oeuvre aegir"),
        ("ELIF IŞIK", "elif ışık"),
        ("Straße", "STRASSE"),
        ("e\u0301le\u0300ve", "élève"),
        ("محمد الأمين", "الأمين محمد"),
        ("Ann", "ann"),
        ("💡", "💡"),
    ],
)
def test_the_same_name(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoé Martin", "Zoé"),
        ("Ann Lee", "Ann Lea"),
        ("A B", "AB"),
        ("💡", "🔥"),
        ("Null", ""),
        ("", "💡"),
    ],
)
def test_another_name(one: str, other: str) -> None:
    assert not same_name(one, other)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize("text", hostile_texts())
def test_whatever_is_typed_is_its_own_name(text: str) -> None:
    assert same_name(text, text)
    assert name_words(text) == name_words(text.swapcase().swapcase())
