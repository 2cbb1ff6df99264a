"""The gate for typed text: plain text comes out, or a refusal, whatever went in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import hostile_texts
from workshop_desk.domain.plaintext import (
    NAME_MAX,
    TEXT_MAX,
    clean_email,
    clean_line,
    clean_text,
    one_line,
)
from workshop_desk.domain.refusals import Refusal, Why

DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


def check(text: str, longest: int) -> None:
    """Check what must hold for everything that is kept."""
    assert 0 < len(text) <= longest
    assert text == text.strip()
    assert text == unicodedata.normalize("NFC", text)
    assert not set(text) & set(DIRECTION)
    assert all(one == "\n" or unicodedata.category(one) not in {"Cc", "Cs"} for one in text)


def gate(text: str) -> None:
    """Send a text through both gates; a refusal must be one of those that have words."""
    for clean, longest in ((clean_text, TEXT_MAX), (clean_line, NAME_MAX)):
        try:
            kept = clean(text, longest)
        except Refusal as refusal:
            known = refusal.why in {Why.TEXT_MISSING, Why.TEXT_TOO_LONG, Why.BAD_TEXT}
            if not known:
                raise
        else:
            check(kept, longest)
            assert clean(kept, longest) == kept
            if clean is clean_line:
                assert "\n" not in kept


@pytest.mark.parametrize("text", hostile_texts(), ids=range(len(hostile_texts())))
def test_hostile_texts(text: str) -> None:
    gate(text)


@given(st.text(st.sampled_from("aé \t\n\r\u00a0\u202f\u2007\u2009\u2028"), max_size=60))
def test_any_spaces(text: str) -> None:
    gate(text)


@given(st.text(st.characters(), max_size=300))
def test_any_text(text: str) -> None:
    gate(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<b>gras</b> & co", "<b>gras</b> & co"),
        ("=1+1", "=1+1"),
        ("e\u0301le\u0300ve", "élève"),
        ("abc\u202efdp.exe", "abcfdp.exe"),
        ("a\x00b\x1bc", "a b c"),
        (" a \t b ", "a b"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("محمد", "محمد"),
        ("a\r\nb\rc", "a b c"),
    ],
)
def test_a_line_is_kept_as_text(typed: str, kept: str) -> None:
    assert clean_line(typed, 80) == kept


def test_a_text_keeps_its_lines_but_not_its_gaps() -> None:
    assert clean_text("a\n\n\n\n\nb \n c") == "a\n\nb\nc"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ça va\u202f? Oui\u00a0: «\u00a0bien\u00a0»", "Ça va\u202f? Oui\u00a0: «\u00a0bien\u00a0»"),
        ("\u00a0 12\u202f000\u2007€ \u202f", "12\u202f000\u2007€"),
        ("a\u00a0\u00a0b", "a\u00a0\u00a0b"),
        ("a \t \u00a0  b", "a \u00a0 b"),
        ("a\u2003\u3000b\u2028c", "a b c"),
    ],
)
def test_no_break_spaces_stay_inside_a_text(typed: str, kept: str) -> None:
    assert clean_line(typed, 80) == kept
    assert clean_text(typed) == kept
    assert clean_text(f"{typed}\n\u00a0\n{typed}") == f"{kept}\n\n{kept}"


@pytest.mark.parametrize(
    "text", ["", " \n", "\u00a0", " \u202f\u00a0\n\u2007", "\u200b", "\ufeff", "\u0301", "\x00"]
)
def test_nothing_to_read_is_nothing(text: str) -> None:
    with pytest.raises(Refusal) as caught:
        clean_line(text, 80, Why.NAME_MISSING)
    assert caught.value.why is Why.NAME_MISSING


@pytest.mark.parametrize("length", [81, 100, 5_000_000])
def test_too_long_says_how_long(length: int) -> None:
    with pytest.raises(Refusal) as caught:
        clean_line("é" * length, 80)
    assert caught.value.why is Why.TEXT_TOO_LONG
    assert caught.value.facts == {"longest": 80, "length": length}


@pytest.mark.parametrize("email", ["a@b.fr", "prénom.nom+x@sub.example.org"])
def test_addresses(email: str) -> None:
    assert clean_email(f" {email} ") == email
    assert clean_email("  ") is None


@pytest.mark.parametrize("email", ["a", "a@b", "a b@c.d", "a@b.", "<a@b.c>", "a@b.c,d@e.f"])
def test_what_is_no_address(email: str) -> None:
    with pytest.raises(Refusal) as caught:
        clean_email(email)
    assert caught.value.why is Why.BAD_EMAIL


def test_one_line_keeps_the_spaces_that_hold_words_together() -> None:
    assert one_line("  Une\n question\u202f?\tOui\u00a0!  ") == "Une question\u202f? Oui\u00a0!"
