"""The table of exports: every kind, safe names, no files where there is nothing."""

import re
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from tests.exports.rooms import empty_room, full_room
from tests.sample_texts import hostile_texts
from tests.samples import closed_room
from workshop_desk.domain.units import Language
from workshop_desk.exports.table import EXPORTS, ExportKind, export, file_name
from workshop_desk.i18n.words import Words

PARIS = ZoneInfo("Europe/Paris")
FRENCH, ENGLISH = Language("fr"), Language("en")


def test_every_kind_has_one_row_and_words_in_both_languages() -> None:
    assert [one.kind for one in EXPORTS] == list(ExportKind)
    for one in EXPORTS:
        assert one.title(Words("fr")) != one.title(Words("en"))


def test_the_files_of_a_session_have_clean_names() -> None:
    names = [file.name for kind in ExportKind for file in export(kind, closed_room(), FRENCH, PARIS)]
    assert names == [
        "2026-11-26-codev-des-managers-seance-4-attestations.pdf",
        "2026-11-26-codev-des-managers-seance-4-compte-rendu.pdf",
        "2026-11-26-codev-des-managers-seance-4-feuille-de-presence.pdf",
        "2026-11-26-codev-des-managers-seance-4-fiche-privee-sofia-moreau.pdf",
        "2026-11-26-codev-des-managers-seance-4-seance.json",
        "2026-11-26-codev-des-managers-seance-4-affiche.pdf",
    ]


def test_english_names_are_english() -> None:
    (file,) = export(ExportKind.SUMMARY, closed_room("en"), ENGLISH, PARIS)
    assert file.name == "2026-11-26-managers-codev-session-4-summary.pdf"


@pytest.mark.parametrize("title", hostile_texts())
def test_any_title_gives_a_name_that_any_system_takes(title: str) -> None:
    room = full_room()
    room = replace(room, session=replace(room.session, title=title))
    name = file_name(room, "résumé", "pdf", PARIS, title)
    assert re.fullmatch(r"2026-03-02-[a-z0-9-]*resume[a-z0-9-]*\.pdf", name)
    assert len(name) < 180
    assert "--" not in name


def test_nothing_private_means_no_file() -> None:
    assert export(ExportKind.PRIVATE, empty_room(), FRENCH, PARIS) == ()


@pytest.mark.parametrize("kind", list(ExportKind))
def test_files_are_what_their_names_say(kind: ExportKind) -> None:
    for file in export(kind, full_room(), FRENCH, PARIS):
        start = b"{" if file.name.endswith(".json") else b"%PDF-"
        assert file.data.startswith(start)
