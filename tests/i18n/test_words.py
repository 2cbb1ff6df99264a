"""Words, blanks and plurals in both languages, and the cache of compiled catalogues."""

import logging
import pickle
from pathlib import Path

import pytest

from workshop_desk.base import kept
from workshop_desk.i18n import catalogue, compiling
from workshop_desk.i18n.complaints import complaints
from workshop_desk.i18n.words import LANGUAGES, Words, best_language, fill

PO = """msgid ""
msgstr ""
"Language: fr\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "Hello {name}"
msgstr "Bonjour {name}"

msgid "{n} person"
msgid_plural "{n} people"
msgstr[0] "{n} personne"
msgstr[1] "{n} personnes"
"""


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the program at a small French catalogue and an empty cache."""
    folder = tmp_path / "locale" / "fr"
    folder.mkdir(parents=True)
    (folder / "core.po").write_text(PO, encoding="utf-8")
    monkeypatch.setattr(catalogue, "resources", lambda: tmp_path)
    monkeypatch.setattr(kept, "cache_folder", lambda: tmp_path / "cache")
    catalogue.catalogue.cache_clear()
    yield tmp_path
    catalogue.catalogue.cache_clear()


@pytest.mark.usefixtures("small")
def test_french_and_english() -> None:
    fr, en = Words("fr"), Words("en")
    assert fr("Hello {name}", name="Inès") == "Bonjour Inès"
    assert en("Hello {name}", name="Inès") == "Hello Inès"
    assert [fr.many("{n} person", "{n} people", n) for n in (0, 1, 2)] == [
        "0 personne",
        "1 personne",
        "2 personnes",
    ]
    assert [en.many("{n} person", "{n} people", n) for n in (0, 1, 2)] == [
        "0 people",
        "1 person",
        "2 people",
    ]


@pytest.mark.usefixtures("small")
def test_what_french_does_not_know_stays_english() -> None:
    assert Words("fr")("Not there {x}", x=1) == "Not there 1"


def test_an_unknown_language_is_english() -> None:
    assert Words("xx").language == "en"


def test_facts_are_never_patterns() -> None:
    assert fill("{a} {b}", {"a": "{b}", "b": "{a.__class__} {0}"}) == "{b} {a.__class__} {0}"
    assert fill("50 % {n!r:>3}", {"n": 1}) == "50 %   1"


@pytest.mark.parametrize("text", ["{missing}", "{a.real}", "{a[0]}"])
def test_a_blank_without_a_fact_is_kept_and_logged(
    text: str, expected_log: list[logging.LogRecord]
) -> None:
    assert fill(text, {"a": 1}) == text
    assert len(expected_log) == 1


@pytest.mark.usefixtures("small")
def test_a_catalogue_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    Words("fr")
    catalogue.catalogue.cache_clear()
    monkeypatch.delattr(compiling, "plain")
    assert Words("fr")("Hello {name}", name="x") == "Bonjour x"
    assert Words("fr").many("{n} person", "{n} people", 2) == "2 personnes"


def test_a_catalogue_that_changed_is_read_again(small: Path) -> None:
    Words("fr")
    catalogue.catalogue.cache_clear()
    po = small / "locale" / "fr" / "core.po"
    po.write_text(PO.replace("Bonjour", "Salut à toi,"), encoding="utf-8")
    assert Words("fr")("Hello {name}", name="x") == "Salut à toi, x"


def test_a_broken_cache_is_made_again(small: Path) -> None:
    Words("fr")
    (cached,) = (small / "cache").iterdir()
    cached.write_bytes(b"rubbish")
    catalogue.catalogue.cache_clear()
    assert Words("fr")("Hello {name}", name="x") == "Bonjour x"
    assert len(cached.read_bytes()) > 100


def test_what_is_not_translated_yet_stays_english(small: Path) -> None:
    po = small / "locale" / "fr" / "core.po"
    po.write_text(PO.replace("Bonjour {name}", "").replace("{n} personnes", ""), encoding="utf-8")
    t = Words("fr")
    assert t("Hello {name}", name="x") == "Hello x"
    assert [t.many("{n} person", "{n} people", n) for n in (1, 2)] == ["1 person", "2 people"]


def test_a_cache_that_cannot_be_written_is_no_trouble(small: Path) -> None:
    (small / "cache").write_text("a file in the way", encoding="utf-8")
    assert Words("fr")("Hello {name}", name="x") == "Bonjour x"


def test_words_travel_and_compare() -> None:
    for language in LANGUAGES:
        t = Words(language)
        copy = pickle.loads(pickle.dumps(t))
        assert copy == t
        assert hash(copy) == hash(t)
    assert Words("fr") != Words("en")
    assert Words("fr") != "fr"


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("fr-CA,fr;q=0.9,en;q=0.5", "fr"),
        ("de,en;q=0.8,fr;q=0.2", "en"),
        ("EN-gb", "en"),
        ("de, nl", "fr"),
        ("en;q=0, fr;q=0.1", "fr"),
        ("en;q=rubbish", "fr"),
        (",;=,,", "fr"),
        ("", "fr"),
        (None, "fr"),
        ("x" * 10_000 + ",en", "fr"),
    ],
)
def test_the_language_of_a_browser(header: str | None, language: str) -> None:
    assert best_language(header, "fr") == language


def test_the_check_tells_what_is_missing(small: Path) -> None:
    assert complaints("fr") == ()
    po = small / "locale" / "fr" / "core.po"
    po.write_text(
        PO.replace("Bonjour {name}", "Bonjour {nom}").replace("{n} personnes", ""), encoding="utf-8"
    )
    assert complaints("fr") == (
        "fr: other blanks than in: Hello {name}",
        "fr: no words for: {n} person",
    )
    po.write_text(PO.replace('msgstr[0] "{n} personne"', 'msgstr[0] "une personne"'), "utf-8")
    assert complaints("fr") == ()
    assert complaints("en") == ()
