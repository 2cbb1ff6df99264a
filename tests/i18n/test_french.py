"""French typography: what it sets right, and what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_desk.i18n.french import french_spaces


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Il dit: « oui »!", "Il dit\u00a0: «\u00a0oui\u00a0»\u202f!"),
        ("«non»", "«\u00a0non\u00a0»"),
        ("Vraiment ?! Oui ;", "Vraiment\u202f?! Oui\u202f;"),
        ("l'eau d'ici", "l’eau d’ici"),
        ("fin...", "fin…"),
        ("14 h 02, 45 min, {n} min", "14\u00a0h\u00a002, 45\u00a0min, {n}\u00a0min"),
        ("à 14:00 sur http://a.b/?x=1", "à 14:00 sur http://a.b/?x=1"),
        ("(?) ou ? et :", "(?) ou\u202f? et\u00a0:"),
        ("C:\\dossier, {a}:{b}", "C:\\dossier, {a}:{b}"),
        ("5 %, 3 menus", "5\u00a0%, 3 menus"),
    ],
)
def test_typography(typed: str, printed: str) -> None:
    assert french_spaces(typed) == printed


@given(st.text(alphabet="abé '’:;!?«»{}().1h%\u00a0\u202f"))
def test_what_is_right_stays(text: str) -> None:
    once = french_spaces(text)
    assert french_spaces(once) == once
