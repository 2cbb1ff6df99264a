"""Every refusal and every trouble has words in both languages, with its facts in them."""

import re
from collections.abc import Callable

import pytest

from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.typed_time import read_hour, read_length, read_time
from workshop_desk.i18n.words import LANGUAGES, Words
from workshop_desk.live.sentences import refusal_sentence, trouble_sentence

JARGON = ("server", "token", "sync", "error", "client", "null", "serveur", "jeton", "erreur")


def check(sentence: str) -> None:
    """Check what holds for every sentence."""
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert "!" not in sentence
    assert not any(word in sentence.lower() for word in JARGON), sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", Why)
def test_every_refusal(why: Why, language: str) -> None:
    check(refusal_sentence(Words(language), Refusal(why, longest=80, least=1, most=3, length=99)))
    check(refusal_sentence(Words(language), Refusal(why)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble(trouble: Trouble, language: str) -> None:
    check(trouble_sentence(Words(language), trouble))


def test_languages_differ() -> None:
    for why in Why:
        refusal = Refusal(why, longest=80, most=3)
        assert refusal_sentence(Words("fr"), refusal) != refusal_sentence(Words("en"), refusal)
    for trouble in Trouble:
        assert trouble_sentence(Words("fr"), trouble) != trouble_sentence(Words("en"), trouble)


def test_the_facts_are_told() -> None:
    refusal = Refusal(Why.TEXT_TOO_LONG, longest=80, length=99)
    assert "80" in refusal_sentence(Words("en"), refusal)
    assert "1 character at" in refusal_sentence(Words("en"), Refusal(Why.TEXT_TOO_LONG, longest=1))
    assert "3" in refusal_sentence(Words("fr"), Refusal(Why.TOO_MANY_DOTS, most=3))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("why", "read", "count"),
    [
        (Why.TIME_UNREAD, read_time, 4),
        (Why.LENGTH_UNREAD, read_length, 3),
        (Why.HOUR_UNREAD, read_hour, 3),
        (Why.TIME_NOT_POSITIVE, read_length, 2),
    ],
)
def test_the_times_that_are_named_can_be_typed(
    why: Why, read: Callable[[str], object], count: int, language: str
) -> None:
    named = re.findall(r"\+?\d[\dh:]*(?:\ss\b)?", refusal_sentence(Words(language), Refusal(why)))
    assert len(named) == count
    for text in named:
        read(text)


def test_a_trouble_says_its_detail_to_the_log() -> None:
    assert str(WorldError(Trouble.DISK_FULL, "/data")) == "disk_full: /data"
    assert str(WorldError(Trouble.DISK_FULL)) == "disk_full"
