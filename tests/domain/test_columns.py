"""What columns hold, by the titles that ticket offices and offices give them."""

import pytest

from workshop_desk.domain.columns import Column, guess, is_head

F, L, N, E, C, D = (
    Column.FIRST, Column.LAST, Column.NAME, Column.EMAIL, Column.CODE, Column.DEPARTMENT
)  # fmt: skip


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Prénom;Nom;E-mail;Société", (F, L, E, D)),
        ("NOM;PRENOM;Courriel;Service", (L, F, E, D)),
        ("Nom;Adresse e-mail", (N, E)),
        ("Nom complet;Mail;Code du billet", (N, E, C)),
        ("First name;Last name;Email;Company", (F, L, E, D)),
        ("First Name;Surname;E-Mail Address;Barcode #", (F, L, E, C)),
        ("Name;Given name;Department", (L, F, D)),
        ("Full name;Team;Ticket code", (N, D, C)),
        ("Attendee;Email", (N, E)),
        # Who paid, and what the ticket cost, are not who comes.
        (
            "Statut;Nom participant;Prénom participant;Nom payeur;Email payeur;Numéro de billet;Tarif",
            (None, L, F, None, None, C, None),
        ),
        (
            "Order #;Order Date;First Name;Last Name;Email;Ticket Type;Barcode #;Buyer Email",
            (None, None, F, L, E, None, C, None),
        ),
        ("Nom de famille;Prénom(s);Équipe", (L, F, D)),
        ("Name;First name;Last name", (None, F, L)),
        ("Nom;Nom d’usage", (N, None)),
        ("Vorname;Nachname;Firma", (F, L, D)),
        ("x;y;;42", (None, None, None, None)),
    ],
)
def test_titles(head: str, found: tuple[Column | None, ...]) -> None:
    assert guess(head.split(";")) == found


@pytest.mark.parametrize(
    ("row", "head"),
    [
        (("Prénom", "Nom"), True),
        (("Liste des inscrits",), False),
        (("Zoé", "Martin"), False),
        (("Nom", "mail@example.org"), False),
        ((), False),
    ],
)
def test_which_line_is_titles(row: tuple[str, ...], head: bool) -> None:
    assert is_head(row) == head
